/*
 * hidden_aside.c - what a clerk keeps in hidden columns beside the tables
 */
#include "ingest/hidden_aside.h"

#include "ingest/table/grid_cut.h"
#include "ingest/table/grid_turn.h"

/* More of them may be a table that was put away. */
enum { MOST_COLUMNS = 3 };

/* The first column of such a list; 0: there is none. */
static uint32_t begin_of(const grid *g, const bool *filled)
{
    uint32_t last = g->cols, begin = 0;

    while (last > 0 && !filled[last - 1])
        last--;
    for (uint32_t c = last; c > 1 && g->col_hidden[c - 1] && filled[c - 1] &&
                            last - c < MOST_COLUMNS; c--)
        if (!filled[c - 2])
            begin = c - 1;
    return begin;
}

bool hidden_aside_take(const grid **out, reader *r, arena *a, const grid *g)
{
    bool *filled;
    grid *kept;
    uint32_t begin;
    size_t i = 0;

    *out = g;
    if (g->col_hidden == NULL || g->count == 0)
        return true;
    filled = grid_filled_columns(a, g);
    kept = arena_alloc(a, sizeof(*kept));
    if (filled == NULL || kept == NULL)
        return false;
    begin = begin_of(g, filled);
    if (begin == 0)
        return true;
    while (g->cells[i].col < begin)
        i++;
    reader_finding(r, "hidden-columns-ignored", g->cells[i].row,
                   g->cells[i].col, g->cells[i].value, NULL, NULL, NULL);
    *out = kept;
    return grid_cut(kept, a, g, 0, begin, false);
}
