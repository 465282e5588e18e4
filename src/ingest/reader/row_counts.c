/*
 * row_counts.c - lines behind a table that count what stands in it
 */
#include "ingest/reader/row_counts.h"

#include <string.h>

#include "ingest/reader/project_grade.h"
#include "wording/glyph.h"

enum { COUNT_BYTES = 12, GRADES_BYTES = 160, LABEL_BYTES = 60 };

/* 3, 3件, 12.5%: not ３歳児健診の受診率 */
static bool is_count(const sheet_view *v, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(v, row, col);
    text t = view_text(v, row, col);
    size_t next;

    return c != NULL && (c->type == CELL_NUMBER ||
                         (t.length <= COUNT_BYTES &&
                          glyph_at(t, 0, &next) == GLYPH_DIGIT));
}

/* Where the names of indicators stand, there is a figure. */
static bool counts_at_names(const sheet_view *v, const table *t, uint32_t row)
{
    const table_column *names = table_column_any(t, ROLE_KPI);

    return names != NULL && names->stacked_to == 0 && !names->free_text &&
           is_count(v, row, names->col);
}

bool row_is_counts(const sheet_view *v, const table *t, uint32_t row)
{
    uint32_t first;
    unsigned counts = 0;

    if (row >= v->grid->rows || !counts_at_names(v, t, row))
        return false;
    first = view_next(v, row, 0);
    for (uint32_t c = first; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        if (is_count(v, row, c))
            counts++;
        else if (c != first)
            return false;
    }
    return counts > 1;
}

bool row_heads_counts(const sheet_view *v, const table *t, uint32_t row)
{
    if (!row_is_counts(v, t, row + 1))
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (view_cell(v, row, c)->type != CELL_STRING ||
            glyph_has_digit(view_text(v, row, c)) ||
            view_next(v, row + 1, c) != c)
            return false;
    return true;
}

bool row_is_tally(const sheet_view *v, uint32_t row)
{
    unsigned counts = 0;

    if (row >= v->grid->rows)
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1), counts++)
        if (!is_count(v, row, c))
            return false;
    return counts > 1;
}

bool row_heads_tally(const sheet_view *v, uint32_t row)
{
    uint32_t first = view_next(v, row, 0), c = first;

    if (!row_is_tally(v, row + 1) || view_filled(v, row + 1, first) ||
        view_hangs(v, row + 1, first) ||
        (row + 2 < v->grid->rows &&
         view_next(v, row + 2, 0) != UINT32_MAX))
        return false;
    for (; c != UINT32_MAX; c = view_next(v, row, c + 1))
        if (view_cell(v, row, c)->type != CELL_STRING ||
            glyph_has_digit(view_text(v, row, c)) ||
            (c != first && !view_filled(v, row + 1, c)))
            return false;
    return true;
}

bool row_counts_words(const sheet_view *v, const table *t, uint32_t row)
{
    uint32_t first = view_next(v, row, 0);
    unsigned counts = 0;

    if (first == UINT32_MAX || is_count(v, row, first))
        return false;
    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];
        bool words = k->role == ROLE_BUREAU || k->role == ROLE_DIVISION ||
                     k->role == ROLE_UNIT ||
                     (k->role == ROLE_KPI && !k->free_text);

        if (k->col == first || !view_filled(v, row, k->col))
            continue;
        if (!words || !is_count(v, row, k->col))
            return false;
        counts++;
    }
    return counts > 0;
}

/* Words alone, no figure among them. */
static bool is_label(const sheet_view *v, uint32_t row, uint32_t col)
{
    text t = view_text(v, row, col);

    return view_cell(v, row, col)->type == CELL_STRING &&
           t.length <= LABEL_BYTES && !glyph_has_digit(t);
}

/* 件数 | 3 | 1: counts alone behind a label. */
static bool is_labelled_counts(const sheet_view *v, uint32_t row)
{
    uint32_t first = row < v->grid->rows ? view_next(v, row, 0) : UINT32_MAX,
             c;

    if (first == UINT32_MAX || !is_label(v, row, first))
        return false;
    c = view_next(v, row, first + 1);
    if (c == UINT32_MAX)
        return false;
    for (; c != UINT32_MAX; c = view_next(v, row, c + 1))
        if (!is_count(v, row, c))
            return false;
    return true;
}

bool row_heads_grades(const reader *r, uint32_t row)
{
    static const char *const sums[] = { "計", "合計", "総計", "全体" };
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);
    unsigned grades = 0;

    if (first == UINT32_MAX || !is_labelled_counts(v, row + 1) ||
        view_next(v, row + 1, 0) != first || !is_label(v, row, first))
        return false;
    for (uint32_t c = view_next(v, row, first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        text t = view_text(v, row, c);
        bool grade = project_grade_like(r, t);

        if (!view_filled(v, row + 1, c) ||
            (!grade && !text_in(t, sums, sizeof(sums) / sizeof(*sums))))
            return false;
        grades += grade;
    }
    return grades > 1 ||
           (grades == 1 && text_ends(view_text(v, row + 1, first), "数"));
}

bool row_below_grades(const reader *r, uint32_t row)
{
    return row > 1 && is_labelled_counts(&r->view, row) &&
           (row_heads_grades(r, row - 1) ||
            (is_labelled_counts(&r->view, row - 1) &&
             row_heads_grades(r, row - 2)));
}

bool row_counts_grade(const reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = row < v->grid->rows ? view_next(v, row, 0) : UINT32_MAX,
             count;
    text t;

    if (first == UINT32_MAX ||
        (count = view_next(v, row, first + 1)) == UINT32_MAX ||
        view_next(v, row, count + 1) != UINT32_MAX ||
        !is_label(v, row, first) || !is_count(v, row, count))
        return false;
    t = view_text(v, row, first);
    return project_grade_like(r, t) || project_status_like(r, t);
}

bool row_heads_grade_lines(const reader *r, uint32_t row)
{
    uint32_t first = view_next(&r->view, row, 0);

    return first != UINT32_MAX && is_label(&r->view, row, first) &&
           view_next(&r->view, row, first + 1) == UINT32_MAX &&
           row_counts_grade(r, row + 1) && row_counts_grade(r, row + 2);
}

/* 2／4, 2件/4件: so many of so many. */
static bool is_share(text t)
{
    static const char *const behind[] = { "件", "指標", "項目", "個" };
    size_t at = 0, next;

    for (unsigned part = 0; part < 2; part++) {
        size_t digits = glyph_skip_digits(t, at);

        if (digits == at)
            return false;
        at = glyph_skip(t, digits, false);
        at += glyph_any(t, at, behind, sizeof(behind) / sizeof(*behind));
        if (part > 0 || glyph_at(t, at, &next) != GLYPH_SLASH)
            continue;
        at = glyph_skip(t, next, false);
    }
    return at == t.length;
}

bool row_counts_reached(const sheet_view *v, const table *t, uint32_t row)
{
    static const char *const reached[] = { "達成", "到達" };
    static const char *const counted[] = { "指標", "KPI", "ＫＰＩ", "目標",
                                           "項目" };
    uint32_t first = view_next(v, row, t->col), count;
    text words;

    if (first > t->last_col)
        return false;
    words = view_text(v, row, first);
    if (words.length > LABEL_BYTES || !text_ends(words, "数"))
        return false; /* as most rows */
    count = view_next(v, row, view_range(v, row, first).last_col + 1);
    if (count > t->last_col ||
        view_next(v, row, count + 1) <= t->last_col ||
        view_cell(v, row, count)->type != CELL_STRING ||
        !is_share(view_text(v, row, count)))
        return false;
    return text_contains_one(words, reached,
                             sizeof(reached) / sizeof(*reached)) &&
           text_contains_one(words, counted,
                             sizeof(counted) / sizeof(*counted));
}

/* 、／ and brackets between pairs. */
static bool parts_pairs(glyph_class c)
{
    return glyph_is_space(c) || c == GLYPH_COMMA || c == GLYPH_OPEN ||
           c == GLYPH_CLOSE || c == GLYPH_SLASH;
}

static size_t skip_parts(text t, size_t at)
{
    size_t next;

    while (at < t.length && parts_pairs(glyph_at(t, at, &next)))
        at = next;
    return at;
}

/* Ａ：1　Ｂ：3件, 順調 2、遅れ 1: how many grades have a count; 0 for other words. */
static unsigned count_pairs(const reader *r, text t)
{
    static const char *const behind[] = { "事業", "件", "項目", "指標", "施策" };
    unsigned pairs = 0;
    size_t at = 0, next;

    if (t.length > GRADES_BYTES || !glyph_has_digit(t))
        return 0;
    while ((at = skip_parts(t, at)) < t.length) {
        size_t start = at, end, digits;

        while (at < t.length && glyph_at(t, at, &next) != GLYPH_DIGIT)
            at = next;
        for (digits = end = at; at < t.length &&
                                glyph_at(t, at, &next) == GLYPH_DIGIT;)
            at = next;
        while (end > start && (parts_pairs(glyph_class_before(t, end)) ||
                               glyph_class_before(t, end) == GLYPH_COLON))
            end = glyph_back(t, end);
        if (digits == at || end == digits ||
            !project_grade_like(r, text_cut(t, start, end)))
            return 0;
        at += glyph_any(t, at, behind, sizeof(behind) / sizeof(*behind));
        pairs++;
    }
    return pairs;
}

bool row_counts_grades(const reader *r, const table *t, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, t->col);
    const cell *label = first > t->last_col ? NULL : view_cell(v, row, first);
    unsigned pairs = 0;

    if (label == NULL || label->type != CELL_STRING ||
        view_text(v, row, first).length > LABEL_BYTES)
        return false;
    for (uint32_t c = view_next(v, row, first + 1); c <= t->last_col;
         c = view_next(v, row, c + 1)) {
        const table_column *k = table_column_at(t, c);
        unsigned n;

        if (view_cell(v, row, c)->type != CELL_STRING ||
            (pairs == 0 && k != NULL && role_is_figure(k->role)) ||
            (n = count_pairs(r, view_text(v, row, c))) == 0)
            return false;
        pairs += n;
    }
    return pairs > 1;
}

bool row_sums_up(const sheet_view *v, const table *t, uint32_t row)
{
    uint32_t col = view_next(v, row, t->col);
    const table_column *projects, *names;
    merge_range m;
    text words;
    size_t next;

    if (v->grid->merge_count == 0 || col > t->last_col)
        return false;
    m = view_range(v, row, col);
    if (m.last_col == m.col || m.last_row > m.row)
        return false;
    projects = table_column_any(t, ROLE_PROJECT);
    names = table_column_any(t, ROLE_KPI);
    words = view_text(v, row, col);
    if (projects == NULL || names == NULL || col > projects->col ||
        projects->col >= names->col || m.last_col < names->col ||
        words.length > LABEL_BYTES * 2)
        return false;
    for (size_t at = 0; (at = text_find(words, "計", at)) != SIZE_MAX;
         at += strlen("計")) {
        glyph_class behind = glyph_at(words, at + strlen("計"), &next);

        if (behind == GLYPH_SPACE || behind == GLYPH_OPEN ||
            behind == GLYPH_COLON || behind == GLYPH_END)
            return true;
    }
    return false;
}
