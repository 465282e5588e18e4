/*
 * grant_lists.c - lists inside a form: what a measure consists of, costs of
 * years, points of view with a mark each. They are no labels with values.
 */
#include "ingest/form/grant_parts.h"

#include "ingest/reader/project_grade.h"

/* 総合評価 below a list of 必要性, 有効性, 効率性 is no line of it. */
static bool sums_up(text t)
{
    static const char *const words[] = { "総合", "総括", "最終", "全体" };

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_starts(t, words[i]))
            return true;
    return false;
}

/* Does each cell of a row stand below a cell of the header, and none below
 * two of them? */
static bool is_aligned(const form *f, uint32_t head, uint32_t row)
{
    const sheet_view *v = &f->reader->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        merge_range m = view_range(v, row, c), above = view_range(v, head, c);

        if (!view_filled(v, head, c) || above.col != m.col ||
            m.last_col > above.last_col)
            return false;
    }
    return true;
}

/* 令和４年度, R5決算: the year of a line of costs; 0 for others. */
static money line_year(const form *f, uint32_t row, int *fiscal_year)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0);
    year_span span = { 0 };
    text t = first == UINT32_MAX ? text_of("") : view_text(v, row, first);

    if (t.length > 0 &&
        fiscal_year_parse(&span, t, f->reader->context_year) &&
        span.to != 0 && span.from == 0) {
        *fiscal_year = span.to;
        return MONEY_COST;
    }
    return t.length > 0 ? cost_words_year(f->reader, t, fiscal_year)
                        : MONEY_NONE;
}

bool form_heads_costs(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0), c;
    const header_word *w;
    int year;

    if (first == UINT32_MAX || view_next(v, row + 1, 0) != first)
        return false;
    w = form_label(f, row, first);
    if (!w->exact || w->has_year ||
        (w->role != ROLE_YEAR && w->role != ROLE_LINE && w->role != ROLE_NAME))
        return false;
    for (c = view_next(v, row, first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        w = form_label(f, row, c);
        if (w->role == ROLE_COST && !w->has_year)
            return line_year(f, row + 1, &year) != MONEY_NONE;
    }
    return false;
}

/* 効率性 | 総合評価 above B | A, and no line 効率性 | B of a list. */
static bool heads_grade(const form *f, uint32_t row, uint32_t col)
{
    uint32_t value_row, value_col;

    return form_value_of(f, row, col, &value_row, &value_col) &&
           value_row > row &&
           project_grade_like(f->reader,
                              view_text(&f->reader->view, value_row,
                                        value_col));
}

/* 目指す姿 | 市民が安心して暮らしている。 over several columns of the header: a label
 * and its value. */
static bool spans_head(const form *f, uint32_t head, uint32_t row,
                       uint32_t value)
{
    const sheet_view *v = &f->reader->view;
    merge_range m = view_range(v, row, value);

    return view_next(v, row, value + 1) == UINT32_MAX &&
           view_cell(v, row, value)->type == CELL_STRING &&
           view_next(v, head, view_range(v, head, value).last_col + 1) <=
               m.last_col;
}

/* 基本事項 beside several lines, the first of them 事業名 | 朝市の開催: labels. */
static bool stands_beside(const form *f, uint32_t row, uint32_t first,
                          uint32_t next)
{
    const header_word *w = form_label(f, row, next);

    return view_range(&f->reader->view, row, first).last_row > row &&
           w->exact && form_knows(w->role);
}

/* Is a row a line of a list whose header ends at row `head`: two cells at
 * least, of which the first is no label of the form? */
static bool is_line(const form *f, uint32_t head, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0), next;
    const header_word *w;

    if (first == UINT32_MAX ||
        (next = view_next(v, row, first + 1)) == UINT32_MAX ||
        form_says_verdicts(f, row, first) || spans_head(f, head, row, next) ||
        stands_beside(f, row, first, next))
        return false;
    w = form_label(f, row, first);
    if (!w->exact && form_heads_some(f, row))
        return false; /* further labels above their values */
    if (!w->exact || (w->has_year && form_heads_costs(f, head)) ||
        table_is_subtotal(f->reader->memory, view_text(v, row, first)))
        return true;
    if (form_label(f, row, next)->exact && heads_grade(f, row, next))
        return false;
    if (w->role == ROLE_GRADE || w->role == ROLE_STATUS)
        return !role_is_level(form_label(f, head, first)->role) &&
               is_aligned(f, head, row) &&
               !sums_up(view_text(v, row, first));
    if (w->role == ROLE_IGNORED)
        return text_ends(view_text(v, row, first), "性") &&
               is_aligned(f, head, row); /* 必要性, 効率性 */
    return !form_knows(w->role) && w->role != ROLE_KPI;
}

/* 事業期間 | 会計区分 above R2～R5 | 一般会計: no list begins with who does it or
 * when, but for one of projects. */
static bool says_one(const header_word *w)
{
    return role_is_period(w->role) || w->role == ROLE_BUREAU ||
           w->role == ROLE_DIVISION;
}

bool form_heads_list(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0);
    unsigned cells = 0, labels = 0, lines = 0;
    bool projects = false;

    if (first == UINT32_MAX || view_range(v, row, first).last_row > row)
        return false;
    if (form_heads_costs(f, row))
        return true;
    for (uint32_t c = first; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);

        if (view_cell(v, row, c)->type != CELL_STRING)
            return false;
        cells++;
        labels += w->exact;
        projects = projects || (w->exact && w->role == ROLE_PROJECT);
    }
    if (labels < 2 || labels * 2 <= cells ||
        !form_label(f, row, first)->exact ||
        (!projects && says_one(form_label(f, row, first))))
        return false;
    while (lines < 2 && row + 1 + lines < v->grid->rows &&
           view_next(v, row + 1 + lines, 0) == first &&
           is_line(f, row, row + 1 + lines))
        lines++;
    return lines > 1 || (lines == 1 && projects &&
                         (f->named || (f->below && f->level.length > 0)));
}

/* 年度 | 事業費 above lines of years: the first column of costs. What is planned
 * for a year without a cost is told by the last line: R5予算. Below No. 1 and 2
 * are no years. */
static void take_cost(form *f, uint32_t head, uint32_t row, text unit)
{
    const sheet_view *v = &f->reader->view;
    int year;
    money said = line_year(f, row, &year);

    if (said == MONEY_NONE ||
        form_label(f, head, view_next(v, head, 0))->role == ROLE_NO ||
        (said == MONEY_BUDGET && form_has_cost(f, year)))
        return;
    for (uint32_t c = view_next(v, head, 0); c != UINT32_MAX;
         c = view_next(v, head, c + 1)) {
        const header_word *w = form_label(f, head, c);

        if (w->role != ROLE_COST || !view_filled(v, row, c))
            continue;
        form_add_cost(f, row, c, year, w->unit.length > 0 ? w->unit : unit);
        return;
    }
}

/* 施策の事業費 計 | 7,600 | 4,600 below 事務事業名 | R4決算額 | R5決算額: what all that
 * the list holds cost in the years of its header. */
static void take_sums(form *f, uint32_t head, uint32_t row, text unit)
{
    const sheet_view *v = &f->reader->view;
    uint32_t first = view_next(v, row, 0);
    text label = view_text(v, row, first);
    int year;

    if (!table_is_subtotal(f->reader->memory, label) ||
        text_starts(label, "小計"))
        return;
    for (money wanted = MONEY_COST; wanted <= MONEY_BUDGET; wanted++)
        for (uint32_t c = view_next(v, head, first + 1); c != UINT32_MAX;
             c = view_next(v, head, c + 1))
            if (cost_words_year(f->reader, view_text(v, head, c),
                                &year) == wanted &&
                view_filled(v, row, c) && !form_has_cost(f, year)) {
                text own = form_label(f, head, c)->unit;

                form_add_cost(f, row, c, year, own.length > 0 ? own : unit);
            }
}

/* The empty column behind a list of costs, with more of the form behind it;
 * UINT32_MAX for none. */
static uint32_t gap_behind(const form *f, uint32_t head)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col = view_next(v, head, 0), next;

    if (!form_heads_costs(f, head))
        return UINT32_MAX;
    for (; col != UINT32_MAX; col = next) {
        uint32_t end = view_range(v, head, col).last_col + 1;

        next = view_next(v, head, end);
        if (next != end)
            return next == UINT32_MAX ? next : end;
    }
    return UINT32_MAX;
}

/* 年度 | 決算額 | | 進捗状況 | 順調 above R4 | 67,055 | | 担当課 | 商工課: labels with
 * their values beside them, on the lines of such a list by chance. */
static void take_beside(form *f, uint32_t row, uint32_t gap)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col = gap == UINT32_MAX ? gap : view_next(v, row, gap);
    uint32_t value_row, value;

    if (col == UINT32_MAX || col == gap ||
        !form_value_of(f, row, col, &value_row, &value) || value_row != row ||
        view_next(v, row, value + 1) != UINT32_MAX)
        return;
    form_take_behind(f, row, col);
}

uint32_t form_skip_list(form *f, uint32_t head, uint32_t last)
{
    reader *r = f->reader;
    text unit = form_cost_unit(f, head);
    uint32_t row = head + 1, gap = gap_behind(f, head);

    take_beside(f, head, gap);
    for (; row <= last && is_line(f, head, row); row++) {
        take_cost(f, head, row, unit);
        take_sums(f, head, row, unit);
        take_beside(f, row, gap);
    }
    reader_ignore(r, head, row - 1, "list-in-form",
                  view_text(&r->view, head, view_next(&r->view, head, 0)));
    return row;
}
