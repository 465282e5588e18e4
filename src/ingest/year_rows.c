/*
 * year_rows.c - rows that end with a year
 */
#include "ingest/year_rows.h"

#include "ingest/table/table_find.h"

enum { CELLS_LEAST = 2 };

/* 5, 2019, or the number of a day. */
static bool may_be_year(text t)
{
    return t.length <= 2 || t.length == 5 ||
           (t.length == 4 && (text_starts(t, "19") || text_starts(t, "20")));
}

bool year_row_may_head(const reader *r, uint32_t row)
{
    const sheet_view *v = &r->view;
    const grid *g = v->grid;
    const cell *last;

    if (g->row_start[row + 1] - g->row_start[row] < CELLS_LEAST)
        return false;
    last = &g->cells[g->row_start[row + 1] - 1];
    return last->type == CELL_STRING
               ? table_may_be_word(v, r->roles, row, last->col,
                                   r->context_year)
               : may_be_year(last->value);
}

bool year_row_ends(const reader *r, uint32_t row)
{
    const grid *g = r->view.grid;

    return year_row_may_head(r, row) &&
           reader_word(r, row, g->cells[g->row_start[row + 1] - 1].col)
               ->year_only;
}

bool year_rows_any(const reader *r)
{
    for (uint32_t row = 0; row < r->view.grid->rows; row++)
        if (year_row_ends(r, row))
            return true;
    return false;
}
