/*
 * hidden_data.c - hidden rows and columns that were read are said
 */
#include "ingest/reader/hidden_data.h"

void hidden_rows_note(reader *r, const uint32_t *rows, size_t count,
                      uint32_t col)
{
    const grid *g = r->view.grid;

    for (size_t i = 0; i < count && g->row_hidden != NULL; i++) {
        uint32_t first = rows[i], last = first;
        finding *f;

        if (!g->row_hidden[first])
            continue;
        while (i + 1 < count &&
               g->row_hidden[rows[i + 1]])
            last = rows[++i];
        f = reader_finding(r, "hidden-data", first, col,
                           text_of(""), "rows", NULL, NULL);
        if (f != NULL)
            f->where.last_row = last;
    }
}

void hidden_columns_note(reader *r, const table *t)
{
    const grid *g = r->view.grid;

    for (size_t i = 0; i < t->count && g->col_hidden != NULL; i++)
        if (t->columns[i].col < g->cols && g->col_hidden[t->columns[i].col] &&
            t->columns[i].role != ROLE_NONE &&
            t->columns[i].role != ROLE_IGNORED)
            reader_finding(r, "hidden-data", t->bottom, t->columns[i].col,
                           text_of(t->columns[i].header), "columns", NULL,
                           NULL);
}
