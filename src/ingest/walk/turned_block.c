/*
 * turned_block.c - indicators side by side above their figures
 */
#include "ingest/walk/turned_block.h"

#include "ingest/form/grant_parts.h"
#include "wording/glyph.h"

enum { NAMES_MIN = 2, YEARS_MIN = 2 };

/* From a column on a row holds nothing but names; *names counts them. */
static bool reads_names(reader *r, uint32_t row, uint32_t from,
                        unsigned *names)
{
    const sheet_view *v = &r->view;
    const header_word *w;

    *names = 0;
    for (uint32_t c = view_next(v, row, from); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        if (view_cell(v, row, c)->type != CELL_STRING ||
            view_range(v, row, c).last_row > row)
            return false;
        w = reader_word(r, row, c);
        if (w->role != ROLE_NONE || w->year_only || w->year_named)
            return false;
        ++*names;
    }
    return *names > 0;
}

/* 年度 or 指標名, and beside it names alone. */
static bool heads_names(reader *r, uint32_t row, uint32_t first)
{
    const header_word *w;
    unsigned names;

    if (!reads_names(r, row, first + 1, &names) || names < NAMES_MIN)
        return false;
    w = reader_word(r, row, first);
    return w->exact && (w->role == ROLE_YEAR || w->role == ROLE_KPI ||
                        w->role == ROLE_LINE || w->role == ROLE_NAME ||
                        w->role == ROLE_IGNORED);
}

/* A year or what its figures are, each with a cell below two names. */
static bool is_line(reader *r, uint32_t row, uint32_t first, bool *year)
{
    const sheet_view *v = &r->view;
    const header_word *w;
    unsigned cells = 0;

    if (view_next(v, row, 0) != first)
        return false;
    w = reader_word(r, row, first);
    *year = w->year_only || (w->has_year && w->role != ROLE_NONE);
    for (uint32_t c = view_next(v, row, first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        cells++;
    return cells >= NAMES_MIN &&
           (*year || (w->exact && (role_is_figure(w->role) ||
                                   w->role == ROLE_UNIT ||
                                   w->role == ROLE_RATE ||
                                   w->role == ROLE_GRADE ||
                                   w->role == ROLE_DIVISION ||
                                   w->role == ROLE_REMARK ||
                                   w->role == ROLE_IGNORED)));
}

bool turned_block_at(reader *r, uint32_t row, uint32_t *end)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);
    unsigned years = 0;
    bool year;

    *end = row;
    if (first == UINT32_MAX || view_cell(v, row, first)->type != CELL_STRING ||
        view_next(v, row, first + 1) == UINT32_MAX ||
        !heads_names(r, row, first))
        return false;
    for (row++; row < v->grid->rows &&
                view_next(v, row, 0) != UINT32_MAX; row++) {
        if (!is_line(r, row, first, &year))
            return false;
        years += year;
    }
    *end = row;
    return years >= YEARS_MIN;
}

bool turned_block_corner(reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = row + 1 < v->grid->rows ? view_next(v, row + 1, 0)
                                             : UINT32_MAX;
    unsigned names = 0, lines = 0;

    if (first == UINT32_MAX || first >= view_next(v, row, 0) ||
        view_next(v, row, 0) == UINT32_MAX || !reads_names(r, row, 0, &names))
        return false;
    for (row++; row < v->grid->rows && view_next(v, row, 0) != UINT32_MAX;
         row++) {
        const header_word *w = reader_word(r, row, first);

        if (view_next(v, row, 0) != first ||
            view_next(v, row, first + 1) == UINT32_MAX ||
            !(w->exact || w->year_only || w->has_year))
            return false;
        lines += w->year_only || role_is_figure(w->role);
    }
    return lines >= YEARS_MIN;
}

/* ---- A form ------------------------------------------------------------ */

/* A row of labels with values: 事業 | …, 実績 | 平27 | …. */
typedef struct form_row {
    const header_word *group, *label; /* the innermost; group may be NULL */
    uint32_t values;                  /* the first column behind them */
} form_row;

/* The labels of a row whose outermost stand in the column `first`. */
static bool row_labels(reader *r, form_row *out, uint32_t row, uint32_t first)
{
    const sheet_view *v = &r->view;
    merge_range m = view_range(v, row, first);
    uint32_t col = view_next(v, row, 0);

    *out = (form_row){ .label = reader_word(r, row, first),
                       .values = m.last_col + 1 };
    if (col != first && !view_hangs(v, row, first))
        return false;
    if (m.last_row > m.row) { /* 基準 { 年度 / 数値 } */
        col = view_next(v, row, m.last_col + 1);
        if (col != m.last_col + 1)
            return false;
        out->group = reader_word(r, m.row, m.col);
        out->label = reader_word(r, row, col);
        out->values = view_range(v, row, col).last_col + 1;
    }
    return true;
}

/* What stands behind the labels. */
typedef struct form_values {
    unsigned cells, texts, figures; /* texts may be names */
} form_values;

/* False: a further label, which has a value of its own. */
static bool count_values(reader *r, const form_row *f, uint32_t row,
                         form_values *n)
{
    const sheet_view *v = &r->view;

    *n = (form_values){ 0 };
    for (uint32_t c = view_next(v, row, f->values); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = reader_word(r, row, c);

        if (w->exact && w->index == 0 && !w->year_only)
            return false;
        n->cells++;
        n->texts += view_cell(v, row, c)->type == CELL_STRING &&
                    !w->has_year; /* 調査で満足と答えた割合: contains a word */
        n->figures += view_cell(v, row, c)->type == CELL_NUMBER ||
                      glyph_has_digit(view_text(v, row, c));
    }
    return true;
}

static bool is_role(const form_row *f, bool (*is)(role r))
{
    return (f->group != NULL && f->group->exact && is(f->group->role)) ||
           (f->label->exact && is(f->label->role));
}

static bool is_name(role r)
{
    return r == ROLE_KPI || r == ROLE_NAME;
}

/* Rows from `row` to the next gap; *end is behind them. `named`: a line above
 * says of which project they are. */
static bool form_at(reader *r, uint32_t row, bool named, uint32_t *end)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0), top = row;
    unsigned levels = named, names = 0, figures = 0;
    form_values n;
    form_row f;

    for (; row < v->grid->rows && view_next(v, row, 0) != UINT32_MAX; row++) {
        if (!row_labels(r, &f, row, first) ||
            !count_values(r, &f, row, &n))
            return false;
        if (names == 0 && (is_role(&f, role_is_level) ||
                           (row == top && !named && is_role(&f, is_name))))
            levels += n.cells > 0; /* 項目 above 指標名 names projects */
        else if (levels > 0 && is_role(&f, is_name) && n.texts == n.cells)
            names = n.cells > names ? n.cells : names;
        else if (names >= NAMES_MIN && n.figures >= NAMES_MIN)
            figures += f.label->year_only || is_role(&f, role_is_figure);
    }
    *end = row;
    return names >= NAMES_MIN && figures >= YEARS_MIN;
}

/* 事業名：空港の利用促進 alone in a row. */
static bool names_project(reader *r, uint32_t row, uint32_t col)
{
    const form look = { .reader = r };
    text label, value;
    const header_word *w = form_pair(&look, row, col, &label, &value);

    return w != NULL && w->role == ROLE_PROJECT;
}

bool turned_block_form(reader *r)
{
    const sheet_view *v = &r->view;
    unsigned forms = 0;
    uint32_t end;
    bool named = false, lone = false;

    for (uint32_t row = 0; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);

        if (c == UINT32_MAX)
            continue;
        if (lone && turned_block_corner(r, row)) { /* below a name */
            while (row + 1 < v->grid->rows &&
                   view_next(v, row + 1, 0) != UINT32_MAX)
                row++;
            forms++;
            named = lone = false;
            continue;
        }
        if (view_next(v, row, c + 1) == UINT32_MAX) { /* a title, a note */
            named = named || names_project(r, row, c);
            lone = true;
            continue;
        }
        if (!form_at(r, row, named, &end))
            return false;
        forms++;
        named = lone = false;
        row = end;
    }
    return forms > 0;
}
