/*
 * side_forms.c - forms beside each other: where the second one begins
 */
#include "ingest/page/side_forms.h"

#include "ingest/page/page.h"

enum { HEAD_ROWS = 60, NAME_ROWS = 12, NAME_BYTES = 240, NUMBER_BYTES = 12,
       FORM_ROWS = 6 };

/* The same text as in the first cell of a row, further right; UINT32_MAX. All
 * sheets are asked. */
static uint32_t comes_again(const grid *g, uint32_t row)
{
    const cell *first = &g->cells[g->row_start[row]];
    const cell *end = &g->cells[g->row_start[row + 1]];

    if (first == end || first->type != CELL_STRING ||
        first->value.length == 0)
        return UINT32_MAX;
    for (const cell *c = first + 1; c < end; c++)
        if (c->value.length == first->value.length &&
            c->type == CELL_STRING && c->col > first->col + 1 &&
            text_equal(c->value, first->value))
            return c->col;
    return UINT32_MAX;
}

/* An empty column from a row down. */
static bool is_gap(const sheet_view *v, uint32_t top, uint32_t col)
{
    for (uint32_t row = top; row < v->grid->rows; row++)
        if (view_filled(v, row, col))
            return false;
    return true;
}

/* 事業名 | 担当課 above their values, and 事業期間 | 経費 below these: no table's
 * header has labels two rows below it. */
static bool values_below(reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    uint32_t next = row + 2 < v->grid->rows ? view_next(v, row + 2, col)
                                            : UINT32_MAX;

    return next != UINT32_MAX && view_filled(v, row + 1, col) &&
           !table_word(v, r->roles, row + 1, col, r->context_year)->exact &&
           table_word(v, r->roles, row + 2, next, r->context_year)->exact;
}

/* 事業名, or 施策 or 補助金名 of a form that is about that itself. */
static bool is_name(const header_word *w)
{
    return w->role == ROLE_PROJECT || w->role == ROLE_MEASURE ||
           w->rank == RANK_GRANT;
}

/* Such a label with a value of its own, no label beside it as in a header; or
 * both in one cell. *label is what both forms say. */
static bool names_project(reader *r, uint32_t row, uint32_t col, uint32_t end,
                          text *label)
{
    const sheet_view *v = &r->view;
    const header_word *w;
    uint32_t next;
    page_pair pair;

    *label = view_text(v, row, col);
    if (view_cell(v, row, col)->type != CELL_STRING ||
        label->length > NAME_BYTES)
        return false;
    w = table_word(v, r->roles, row, col, r->context_year);
    if (!w->exact) {
        if (!page_pair_read(&pair, r, *label) || pair.value.length == 0 ||
            !is_name(pair.word))
            return false;
        *label = pair.label;
        return true;
    }
    next = view_next(v, row, view_range(v, row, col).last_col + 1);
    return is_name(w) &&
           (next == UINT32_MAX || next >= end ||
            !table_word(v, r->roles, row, next, r->context_year)->exact ||
            values_below(r, row, col));
}

/* 1-1 | 朝市の開催 right above 担当, and nothing else as far as the form goes. */
static bool is_numbered_name(reader *r, uint32_t row, uint32_t col,
                             uint32_t end)
{
    const sheet_view *v = &r->view;
    uint32_t name = view_next(v, row, col + 1), below;
    text no = view_text(v, row, col);

    if (no.length > NUMBER_BYTES || name >= end || row + 1 >= v->grid->rows ||
        view_cell(v, row, name)->type != CELL_STRING ||
        view_next(v, row, name + 1) < end ||
        heading_number_alone(no).length == 0)
        return false;
    below = view_next(v, row + 1, col);
    return below == col &&
           table_word(v, r->roles, row + 1, col, r->context_year)->exact &&
           !table_word(v, r->roles, row, name, r->context_year)->exact;
}

/* Do both name their projects in one row, as far from their first columns? */
static bool both_name(reader *r, uint32_t top, uint32_t first, uint32_t second)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = top; row < top + NAME_ROWS && row < v->grid->rows;
         row++)
        for (uint32_t c = view_next(v, row, first); c < second;
             c = view_next(v, row, c + 1)) {
            uint32_t other = second + (c - first);
            text here, there;

            if (view_next(v, row, other) == other &&
                names_project(r, row, c, second, &here) &&
                names_project(r, row, other, UINT32_MAX, &there) &&
                text_equal(here, there))
                return true;
            if (c == first && view_next(v, row, second) == second &&
                is_numbered_name(r, row, c, second) &&
                is_numbered_name(r, row, second, UINT32_MAX) &&
                text_equal(view_text(v, row + 1, first),
                           view_text(v, row + 1, second)))
                return true;
        }
    return false;
}

/* 基本目標1 |  | 基本目標2 above the row: of the forms too, where each has such a
 * line. */
static uint32_t climb(const sheet_view *v, uint32_t row, uint32_t second)
{
    uint32_t first = view_next(v, row, 0);

    while (row > 0 && view_next(v, row - 1, 0) == first &&
           view_next(v, row - 1, second) == second &&
           !view_filled(v, row - 1, second - 1))
        row--;
    return row;
}

bool side_forms_find(reader *r, uint32_t *top, uint32_t *col)
{
    const sheet_view *v = &r->view;

    for (uint32_t row = 0; row < HEAD_ROWS && row + FORM_ROWS < v->grid->rows;
         row++) {
        uint32_t second = comes_again(v->grid, row);

        if (second == UINT32_MAX || !is_gap(v, row, second - 1))
            continue;
        *top = climb(v, row, second);
        if (!both_name(r, *top, view_next(v, row, 0), second))
            continue;
        *col = second;
        return true;
    }
    return false;
}
