/*
 * grid.h - one sheet in memory: its cells in order, merges, hidden lines
 *
 * Cells with a value (or a formula without one) are sorted by row, then
 * column; of two cells with one reference the last stored wins. Texts of
 * cells are copied into the grid's arena, shared strings are not.
 *
 * Of two merged ranges that overlap (which Excel would not open) the one
 * that begins first counts. A range reaches beyond the last cell where a
 * title is merged over empty columns; it widens the grid by at most 256 rows
 * and columns, so that one range over everything makes no huge sheet.
 */
#ifndef KPIBOOK_XLSX_GRID_H
#define KPIBOOK_XLSX_GRID_H

#include "xlsx/book.h"

typedef struct grid {
    const char *sheet;  /* its name */
    sheet_state state;
    cell *cells;        /* sorted; empty styled cells are left out */
    size_t count;
    merge_range *merges; /* sorted by row, column */
    size_t merge_count;
    uint32_t rows, cols; /* extent: last used row and column + 1, merges too */
    bool *row_hidden;    /* `rows` flags; NULL when none is */
    bool *col_hidden;    /* `cols` flags; NULL when none is */
    size_t *row_start;   /* rows + 1 indexes into cells */
    uint32_t *merge_reach; /* merge_count long, for grid_merge() only */
} grid;

/* Of a grid whose merges were put together, sorted, with room for it. */
void grid_set_reach(grid *g);

kpi_status grid_read(grid *out, arena *a, book *b, size_t index,
                     kpi_error *err);
/* The same of the cells alone for which `wanted` is true. */
typedef bool (*grid_wanted)(void *context, uint32_t row, uint32_t col);
kpi_status grid_read_some(grid *out, arena *a, book *b, size_t index,
                          grid_wanted wanted, void *context, kpi_error *err);
/* NULL when there is no value. */
const cell *grid_cell(const grid *g, uint32_t row, uint32_t col);
/* The merged range that covers the cell, or NULL. */
const merge_range *grid_merge(const grid *g, uint32_t row, uint32_t col);
/*
 * The cell whose value is seen at a position: the first cell of the merged
 * range that covers it, else the cell itself; NULL when that has no value.
 */
const cell *grid_shown(const grid *g, uint32_t row, uint32_t col);

#endif
