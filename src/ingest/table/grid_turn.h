/*
 * grid_turn.h - a sheet turned over its diagonal: rows become columns
 *
 * Some tables hold an indicator a column, with the words that name the facts
 * in the first one (指標名 | 来場者数 | 売上, below it 単位 | 人 | 円); a form of
 * labels and values alone is the same with one column of values. Turned,
 * both are tables like any other.
 */
#ifndef KPIBOOK_INGEST_GRID_TURN_H
#define KPIBOOK_INGEST_GRID_TURN_H

#include "xlsx/grid.h"

/* Is a sheet small enough to be worth a second look? */
bool grid_turn_fits(const grid *g);
/* Texts are shared with `g`, all else lies in `a`. False: no memory. */
bool grid_turn(grid *out, arena *a, const grid *g);
/* Rows from..to of a sheet (`to` is left out), in their places. */
bool grid_rows(grid *out, arena *a, const grid *g, uint32_t from,
               uint32_t to);
/* By row, then column. */
void grid_sort_cells(grid *g);
void grid_sort_merges(grid *g);
/* Adds a range to the merges of a sheet that is put together, unless it is a
 * single cell. False: no memory. */
bool grid_push_merge(grid *g, arena *a, size_t *capacity, merge_range m);
/* Which columns have cells, for each of them; NULL: no memory. */
bool *grid_filled_columns(arena *a, const grid *g);
/* Of a sheet that was put together: sets row_start and merge_reach, by its
 * cells and merges, which are sorted. */
bool grid_index(grid *g, arena *a);
/* The same grid with cells of its own, to be written over. False: no memory. */
bool grid_copy_cells(grid **out, arena *a, const grid *g);
/* Empties a row of what grid_rows() gave, from a column on. */
bool grid_clear(grid *g, arena *a, uint32_t row, uint32_t col);

#endif
