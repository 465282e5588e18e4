/*
 * grid_turn.c - a sheet turned over its diagonal: rows become columns
 */
#include "ingest/table/grid_turn.h"

#include <string.h>

#include <stdlib.h>

enum { TURN_CELLS = 20000, TURN_ROWS = 2000, TURN_MERGES = 4000 };

bool grid_turn_fits(const grid *g)
{
    return g->count > 0 && g->count <= TURN_CELLS && g->rows <= TURN_ROWS &&
           g->cols > 1 && g->merge_count <= TURN_MERGES;
}

bool grid_index(grid *g, arena *a)
{
    size_t n = 0;

    g->row_start = arena_array(a, (size_t)g->rows + 1, sizeof(*g->row_start));
    g->merge_reach = arena_array(a, g->merge_count + 1,
                                 sizeof(*g->merge_reach));
    if (g->row_start == NULL || g->merge_reach == NULL)
        return false;
    for (uint32_t row = 0; row <= g->rows; row++) {
        while (n < g->count && g->cells[n].row < row)
            n++;
        g->row_start[row] = n;
    }
    grid_set_reach(g);
    return true;
}

static int compare_places(uint32_t row, uint32_t col, uint32_t other_row,
                          uint32_t other_col)
{
    if (row != other_row)
        return row < other_row ? -1 : 1;
    return col == other_col ? 0 : col < other_col ? -1 : 1;
}

static int compare_cells(const void *left, const void *right)
{
    const cell *a = left, *b = right;

    return compare_places(a->row, a->col, b->row, b->col);
}

static int compare_merges(const void *left, const void *right)
{
    const merge_range *a = left, *b = right;

    return compare_places(a->row, a->col, b->row, b->col);
}

void grid_sort_cells(grid *g)
{
    if (g->count > 0)
        qsort(g->cells, g->count, sizeof(*g->cells), compare_cells);
}

void grid_sort_merges(grid *g)
{
    if (g->merge_count > 0)
        qsort(g->merges, g->merge_count, sizeof(*g->merges), compare_merges);
}

/* Counting sort by the old column keeps the old rows in order. */
static bool turn_cells(grid *out, arena *a, const grid *g)
{
    size_t *next = arena_array(a, (size_t)out->rows + 1, sizeof(*next));

    out->cells = arena_array(a, g->count + 1, sizeof(*out->cells));
    out->row_start = arena_array(a, (size_t)out->rows + 1,
                                 sizeof(*out->row_start));
    if (next == NULL || out->cells == NULL || out->row_start == NULL)
        return false;
    for (size_t i = 0; i < g->count; i++)
        out->row_start[g->cells[i].col + 1]++;
    for (uint32_t c = 0; c < out->rows; c++) {
        out->row_start[c + 1] += out->row_start[c];
        next[c + 1] = out->row_start[c + 1];
    }
    for (size_t i = 0; i < g->count; i++) {
        cell *to = &out->cells[next[g->cells[i].col]++];

        *to = g->cells[i];
        to->row = g->cells[i].col;
        to->col = g->cells[i].row;
    }
    out->count = g->count;
    return true;
}

static bool turn_merges(grid *out, arena *a, const grid *g)
{
    out->merges = arena_array(a, g->merge_count + 1, sizeof(*out->merges));
    out->merge_reach = arena_array(a, g->merge_count + 1,
                                   sizeof(*out->merge_reach));
    if (out->merges == NULL || out->merge_reach == NULL)
        return false;
    for (size_t i = 0; i < g->merge_count; i++) {
        const merge_range *m = &g->merges[i];

        out->merges[i] = (merge_range){ m->col, m->row, m->last_col,
                                        m->last_row };
    }
    out->merge_count = g->merge_count;
    grid_sort_merges(out);
    grid_set_reach(out);
    return true;
}

/* Of some rows of a sheet the others may reach further to the right. */
static uint32_t cols_used(const grid *g)
{
    uint32_t cols = 0;

    for (size_t i = 0; i < g->count; i++)
        cols = g->cells[i].col >= cols ? g->cells[i].col + 1 : cols;
    for (size_t i = 0; i < g->merge_count; i++)
        cols = g->merges[i].last_col >= cols ? g->merges[i].last_col + 1
                                             : cols;
    return cols < g->cols ? cols : g->cols;
}

bool grid_turn(grid *out, arena *a, const grid *g)
{
    *out = (grid){ .sheet = g->sheet, .state = g->state,
                   .rows = cols_used(g), .cols = g->rows,
                   .row_hidden = g->col_hidden,
                   .col_hidden = g->row_hidden };
    return turn_cells(out, a, g) && turn_merges(out, a, g);
}

/* The first range that begins at or below a row. */
static size_t first_merge(const grid *g, uint32_t row)
{
    size_t low = 0, high = g->merge_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (g->merges[middle].row < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool grid_rows(grid *out, arena *a, const grid *g, uint32_t from,
               uint32_t to)
{
    size_t first = first_merge(g, from), end = first_merge(g, to);

    *out = *g;
    out->rows = to;
    out->merge_count = 0;
    out->row_start = arena_array(a, (size_t)to + 1, sizeof(*out->row_start));
    out->merges = arena_array(a, end - first + 1, sizeof(*out->merges));
    out->merge_reach = arena_array(a, end - first + 1,
                                   sizeof(*out->merge_reach));
    if (out->row_start == NULL || out->merges == NULL ||
        out->merge_reach == NULL)
        return false;
    out->cells = g->cells + g->row_start[from];
    out->count = g->row_start[to] - g->row_start[from];
    for (uint32_t row = from; row <= to; row++)
        out->row_start[row] = g->row_start[row] - g->row_start[from];
    for (size_t i = first; i < end; i++)
        if (g->merges[i].last_row < to)
            out->merges[out->merge_count++] = g->merges[i];
    grid_set_reach(out);
    return true;
}

bool grid_clear(grid *g, arena *a, uint32_t row, uint32_t col)
{
    cell *kept = arena_array(a, g->count + 1, sizeof(*kept));
    size_t count = 0, merges = 0;

    if (kept == NULL)
        return false;
    for (size_t i = 0; i < g->count; i++)
        if (g->cells[i].row != row || g->cells[i].col < col)
            kept[count++] = g->cells[i];
    for (uint32_t r = row + 1; r <= g->rows; r++)
        g->row_start[r] -= g->count - count;
    g->cells = kept;
    g->count = count;
    for (size_t i = 0; i < g->merge_count; i++)
        if (g->merges[i].row != row || g->merges[i].col < col)
            g->merges[merges++] = g->merges[i];
    g->merge_count = merges;
    return true;
}

bool grid_push_merge(grid *g, arena *a, size_t *capacity, merge_range m)
{
    merge_range *slot;

    if (m.last_row <= m.row && m.last_col <= m.col)
        return true;
    slot = arena_push(a, (void **)&g->merges, &g->merge_count, capacity,
                      sizeof(*slot));
    if (slot != NULL)
        *slot = m;
    return slot != NULL;
}

bool *grid_filled_columns(arena *a, const grid *g)
{
    bool *filled = arena_array(a, (size_t)g->cols + 1, sizeof(*filled));

    for (size_t i = 0; filled != NULL && i < g->count; i++)
        filled[g->cells[i].col] = true;
    return filled;
}

bool grid_copy_cells(grid **out, arena *a, const grid *g)
{
    grid *made = arena_alloc(a, sizeof(*made));

    *out = made;
    if (made == NULL)
        return false;
    *made = *g;
    made->cells = arena_array(a, g->count + 1, sizeof(*made->cells));
    if (made->cells == NULL)
        return false;
    memcpy(made->cells, g->cells, g->count * sizeof(*made->cells));
    return true;
}
