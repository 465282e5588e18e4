/*
 * years_alone.c - a table of indicators that years alone head
 */
#include "ingest/years_alone.h"

#include "ingest/header/unit_words.h"
#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"
#include "ingest/year_rows.h"
#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

enum { FRONTS_MOST = 3, YEARS_LEAST = 2, WORDS_BYTES = 90,
       UNIT_BYTES = 18 };

/* Where it stands, and what in which columns; UINT32_MAX for none. */
typedef struct alone {
    uint32_t head, last, years, project, name, unit, line;
    uint32_t end;  /* behind the lines' words: the years, or units */
    uint32_t side; /* the last row that a title down the side of its head takes */
    bool named; /* the header has a word for the names, */
    bool acts;  /* or for what is done */
} alone;

typedef enum row_sort { SORT_END, SORT_ACTS, SORT_FIGURES } row_sort;

/* 年次計画, 区分: no word that says what stands below it; or 指標 and 単位, which
 * do. */
static bool may_head(const header_word *w, alone *a)
{
    switch (w->role) {
    case ROLE_KPI: case ROLE_NAME:
        a->named = true;
        return w->exact && !w->has_year;
    case ROLE_PROJECT: case ROLE_ACTIVITY: case ROLE_SUMMARY:
        a->acts = true; /* 取組内容; 工程表 | 具体的な取組, but no column of 事業名 */
        return w->exact && !w->has_year &&
               (w->role != ROLE_PROJECT || a->side > a->head);
    case ROLE_NONE: case ROLE_PLANNED: case ROLE_YEAR: case ROLE_LINE:
    case ROLE_IGNORED: case ROLE_PERIOD: case ROLE_TARGET: case ROLE_UNIT:
        return !w->has_year && !w->year_only;
    default:
        return false;
    }
}

/* 指標 | 単位 of the row above, or down from there: the years are the second row
 * of a header. */
static bool goes_on_from_above(const reader *r, uint32_t row, uint32_t years)
{
    const sheet_view *v = &r->view;

    for (uint32_t c = 0; c < years; c++)
        if (view_hangs(v, row, c))
            return true;
    for (uint32_t c = row > 0 ? view_next(v, row - 1, 0) : years; c < years;
         c = view_next(v, row - 1, c + 1)) {
        const header_word *w = reader_word(r, row - 1, c);

        if (w->exact && (w->role == ROLE_KPI || w->role == ROLE_NAME ||
                         w->role == ROLE_UNIT))
            return true;
    }
    return false;
}

/* Years, behind such words or none. 工程表 may stand down the side of what is
 * done in each of them. */
static bool heads_years(const reader *r, alone *a, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0), first = c;
    unsigned years = 0;

    *a = (alone){ .head = row };
    if (!year_row_ends(r, row))
        return false;
    a->side = view_range(v, row, first).last_row;
    for (; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        const header_word *w = reader_word(r, row, c);

        if (c != first && view_range(v, row, c).last_row > row)
            return false;
        if (w->year_only && years++ == 0)
            a->years = c;
        if (!w->year_only && (years > 0 || !may_head(w, a)))
            return false;
    }
    return years >= YEARS_LEAST && a->years > 1 &&
           !goes_on_from_above(r, row, a->years);
}

/* 目標 or 実績 right in front of the years. */
static bool is_line(const reader *r, arena *a, uint32_t row, uint32_t col)
{
    text key, t = view_text(&r->view, row, col);

    return t.length <= WORDS_BYTES && fold_key(a, &key, t) &&
           content_is_line(key);
}

/* A unit, or one that nobody knows where it stands over several lines: 業務. */
static bool may_be_unit(const reader *r, arena *memory, uint32_t row,
                        uint32_t col)
{
    const sheet_view *v = &r->view;
    text t = view_text(v, row, col);

    return unit_word(memory, t) ||
           (view_range(v, row, col).last_row > row && t.length > 0 &&
            t.length <= UNIT_BYTES && !glyph_has_digit(t) &&
            reader_word(r, row, col)->role == ROLE_NONE);
}

/* 来場者数 | 目標 | 人 | 90 | 100: units may stand behind the words of the lines,
 * where the header has no word for them. The first line tells. */
static void find_end(const reader *r, arena *memory, alone *a)
{
    const sheet_view *v = &r->view;
    uint32_t last = a->years - 1;

    a->end = a->years;
    if (view_filled(v, a->head, last) &&
        reader_word(r, a->head, last)->role == ROLE_UNIT)
        return;
    for (uint32_t row = a->head + 1;
         row < v->grid->rows && view_next(v, row, 0) < a->years; row++) {
        merge_range unit = view_range(v, row, last);
        merge_range line;

        if (!view_filled(v, row, last) || unit.col < 2 ||
            is_line(r, memory, row, unit.col))
            continue;
        line = view_range(v, row, unit.col - 1);
        if (view_filled(v, row, unit.col - 1) &&
            is_line(r, memory, row, line.col) &&
            may_be_unit(r, memory, row, unit.col))
            a->end = unit.col;
        return;
    }
}

/* Words below the years, or figures; SORT_END where neither stands there. */
static row_sort sort_of(const reader *r, arena *memory, const alone *a,
                        uint32_t row)
{
    const sheet_view *v = &r->view;
    merge_range m = view_range(v, row, a->end - 1);
    unsigned words = 0, figures = 0;
    uint32_t c = view_next(v, row, a->years);
    bool line = view_filled(v, row, a->end - 1) && m.row == row &&
                m.last_row == row && is_line(r, memory, row, m.col);

    if (view_next(v, row, 0) == UINT32_MAX || m.last_col >= a->end)
        return SORT_END;
    for (; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        bool word = view_cell(v, row, c)->type == CELL_STRING &&
                    !glyph_has_digit(view_text(v, row, c)) &&
                    !(line && no_number_state(view_text(v, row, c)) !=
                                  STATE_TEXT); /* 調査中 stands for a figure */

        /* 実施 may go over several years */
        if (!view_filled(v, a->head, c) ||
            (view_range(v, row, c).last_col > c && (line || !word)))
            return SORT_END;
        words += word;
        figures += !word;
    }
    if (figures == 0 && words > 0)
        return SORT_ACTS;
    return line ? SORT_FIGURES : SORT_END;
}

/* The cells in front of a line of figures, from the left; too many: none. */
static unsigned fronts_of(const sheet_view *v, uint32_t row, uint32_t line,
                          uint32_t cols[FRONTS_MOST])
{
    unsigned n = 0;

    for (uint32_t c = 0; c < line; c = view_range(v, row, c).last_col + 1) {
        if (!view_filled(v, row, c))
            continue;
        if (n == FRONTS_MOST)
            return 0;
        cols[n++] = view_range(v, row, c).col;
    }
    return n;
}

/* 数値目標 or 成果指標 down the side, and no project of these indicators. */
static bool is_side(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = reader_word(r, row, col);

    return w->exact && !role_is_level(w->role) && !w->year_only;
}

/* The columns of the first line of figures: names and their units, perhaps a
 * title or projects in front. */
static bool reads_fronts(const reader *r, arena *memory, alone *a,
                         uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t cols[FRONTS_MOST];
    unsigned n;

    a->line = view_range(v, row, a->end - 1).col;
    n = fronts_of(v, row, a->line, cols);
    if (n == 0)
        return false;
    if (a->end < a->years)
        a->unit = a->end;
    else if (n > 1 && unit_word(memory, view_text(v, row, cols[n - 1])))
        a->unit = cols[--n];
    a->name = cols[--n];
    if (n == 1 && !is_side(r, row, cols[0]) &&
        reader_word(r, a->head, a->name)->role != ROLE_KPI)
        a->project = cols[0];
    return n < 2;
}

/* A name in words of its own, and the unit, where the lines above have them;
 * a further line of the same has neither. */
static bool fits(const reader *r, const alone *a, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t name = view_next(v, row, a->name);

    if (view_range(v, row, a->end - 1).col != a->line)
        return false;
    if (name == a->name)
        return view_cell(v, row, name)->type == CELL_STRING &&
               !reader_word(r, row, name)->exact &&
               (a->unit == UINT32_MAX ||
                view_range(v, row, name).last_col < a->unit);
    return name >= a->line;
}

/* 寄附受入額（百万円）: the unit stands behind the name. */
static bool has_unit(arena *memory, text name)
{
    text rest, unit;

    return unit_take_from_name(memory, name, &rest, &unit);
}

/* All lines below the years: some of 目標, and some of another word. Where the
 * names have their word, nothing but 取組内容 needs to be taken out. */
static bool reads_rows(const reader *r, arena *memory, alone *a)
{
    const sheet_view *v = &r->view;
    unsigned targets = 0, others = 0, acts = 0, projects = 0;
    bool units = true;

    a->last = a->head;
    a->project = a->name = a->unit = a->line = UINT32_MAX;
    find_end(r, memory, a);
    for (uint32_t row = a->head + 1; row < v->grid->rows; row++) {
        row_sort sort = sort_of(r, memory, a, row);
        role what;

        if (row <= a->side && sort != SORT_ACTS)
            return false;
        if (sort == SORT_END || (sort == SORT_ACTS && targets + others > 0))
            break;
        a->last = row;
        acts += sort == SORT_ACTS;
        if (sort == SORT_ACTS)
            continue;
        if ((a->line == UINT32_MAX && !reads_fronts(r, memory, a, row)) ||
            !fits(r, a, row))
            return false;
        if (a->project != UINT32_MAX && view_next(v, row, 0) == a->project) {
            if (is_side(r, row, a->project))
                return false;
            projects++;
        }
        units = units && (view_next(v, row, a->name) != a->name ||
                          has_unit(memory, view_text(v, row, a->name)));
        what = reader_word(r, row, a->line)->role;
        targets += what == ROLE_TARGET || what == ROLE_PLANNED;
        others += what != ROLE_TARGET && what != ROLE_PLANNED;
    }
    /* without a column of units other rooms tell names from lines where the
     * header covers both, unless 取組内容 is in their way; one project alone may be a title that nobody knows */
    units = a->unit != UINT32_MAX ||
            (a->line != UINT32_MAX &&
             (view_filled(v, a->head, a->line)
                  ? units && acts > 0 && (a->acts || a->side > a->head)
                  : units || acts > 0));
    return targets > 0 && others > 0 && units &&
           (acts > 0 || a->end < a->years || !(a->named || a->acts)) &&
           (a->project == UINT32_MAX || projects > 1);
}

static bool begins(const reader *r, arena *memory, alone *a, uint32_t row)
{
    return heads_years(r, a, row) && reads_rows(r, memory, a);
}

/* Where the table has such a column. */
static bool put_word(remake *m, uint32_t out, const alone *a, uint32_t col,
                     const char *word)
{
    return col == UINT32_MAX || remake_word(m, out, a->head, col, word);
}

/* The header with its words, then the lines of figures. */
static bool put_table(remake *m, uint32_t *out, const alone *a)
{
    reader *r = m->reader;
    uint32_t from = a->project < a->name ? a->project : a->name;
    bool ok = put_word(m, *out, a, a->project, "事業名") &&
              put_word(m, *out, a, a->name, "指標名") &&
              put_word(m, *out, a, a->unit, "単位") &&
              put_word(m, *out, a, a->line, "区分") &&
              remake_cells(m, (*out)++, a->head, a->years, UINT32_MAX, 0);

    for (uint32_t row = a->head + 1; row <= a->last && ok; row++)
        if (sort_of(r, m->memory, a, row) == SORT_FIGURES)
            ok = remake_cells(m, (*out)++, row, from, UINT32_MAX, 0);
    return ok;
}

/* The header's word of a column is guessed. */
static void note_guess(reader *r, uint32_t row, uint32_t col, const char *word,
                       const char *english)
{
    if (col != UINT32_MAX)
        reader_finding(r, "column-role-inferred", row, col,
                       view_text(&r->view, row, col), word, english, NULL);
}

/* What was left out, and what is guessed. */
static void note(reader *r, arena *memory, const alone *a)
{
    bool guessed = a->named;

    for (uint32_t row = a->head + 1; row <= a->last; row++) {
        if (sort_of(r, memory, a, row) == SORT_ACTS) {
            reader_ignore(r, row, row, "form-words",
                          view_text(&r->view, row,
                                    view_next(&r->view, row, 0)));
        } else if (!guessed) {
            note_guess(r, row, a->project, "事業名", "the project");
            note_guess(r, row, a->name, "指標名", "the indicator");
            guessed = true;
        }
    }
}

static bool make(remake *m, reader *r, arena *memory)
{
    const grid *g = r->view.grid;
    uint32_t out = 0, row = 0;
    bool ok = remake_init_rows(m, r, memory, g->rows);
    alone a;

    while (ok && row < g->rows) {
        if (begins(r, memory, &a, row)) {
            ok = put_table(m, &out, &a);
            row = a.last + 1;
        } else {
            ok = remake_cells(m, out++, row++, 0, UINT32_MAX, 0);
        }
    }
    m->grid.rows = out;
    return ok;
}

bool years_alone_read(reader *r, arena *scratch, size_t *tables,
                      near_miss *near, bool *read)
{
    const grid *g = r->view.grid;
    remake made;
    uint32_t row = 0;
    alone a;

    *read = false;
    if (!grid_turn_fits(g) || !remake_fits(g->rows, g->cols))
        return true;
    while (row < g->rows && !begins(r, scratch, &a, row))
        row++;
    if (row == g->rows)
        return true;
    if (!make(&made, r, scratch) || !remake_read(&made, tables, near, read))
        return false;
    for (; *read && row < g->rows; row++)
        if (begins(r, scratch, &a, row))
            note(r, scratch, &a);
    return true;
}
