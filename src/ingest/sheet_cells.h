/*
 * sheet_cells.h - the cells of a sheet in whatever layout they are in
 *
 * An example is left out. A page or an outline is read as such. Cards that
 * can be nothing else are taken out before the rest is read as it stands,
 * tables side by side from left to right; forms beside each other are read
 * one by one. A sheet without a table is looked at as cards, then on its side.
 */
#ifndef KPIBOOK_INGEST_SHEET_CELLS_H
#define KPIBOOK_INGEST_SHEET_CELLS_H

#include "ingest/walk/sheet_walk.h"

/* Reads what the reader's view shows of a grid, which is all of a sheet or a
 * part of it. `tables` counts those that were read, `near` keeps what came
 * near to one. False when memory ran out. */
bool sheet_read_cells(reader *r, arena *scratch, const grid *g, const book *b,
                      size_t *tables, near_miss *near);

#endif
