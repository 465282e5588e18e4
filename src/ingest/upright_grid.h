/*
 * upright_grid.h - a sheet's grid with its tables on their side stood up
 *
 * A block's columns become rows of the grid, in place of its rows; all else
 * stands where it stood. See upright.h for what a block is.
 */
#ifndef KPIBOOK_INGEST_UPRIGHT_GRID_H
#define KPIBOOK_INGEST_UPRIGHT_GRID_H

#include "ingest/upright_indicators.h"

enum { UPRIGHT_BLOCKS_MOST = 64 };

/* 担当：商工課 behind the name of a block's one project: of a column of its own,
 * below its label. */
typedef struct pair_beside {
    size_t block;
    uint32_t row, col, head; /* in the sheet; the column of the row's label */
    uint32_t name, to;       /* the column of the name, and in the grid */
    text label, value;
} pair_beside;

typedef struct upright {
    reader *reader;
    arena *memory;
    const grid *from;
    bool names; /* see upright_read() */
    upright_block blocks[UPRIGHT_BLOCKS_MOST];
    size_t count;
    pair_beside *beside;
    size_t beside_count, beside_capacity;
    uint32_t *row_of;  /* of a row or, below, a block's column: in the grid */
    uint32_t *col_row; /* blocks * columns */
    uint32_t *source;  /* of a row of the grid: the sheet's row, or a block's
                          column */
    size_t *source_block; /* of a row of the grid: its block + 1; 0: none */
    grid grid;
} upright;

/* Which row of the grid holds what, and its size. False: no memory, or more
 * positions than are worth it. */
bool upright_plan_rows(upright *u);
/* Then the grid's cells, merges and hidden rows. False: no memory. */
bool upright_make(upright *u);
/* Where a position of the grid stands on the sheet; `making` is an upright. */
merge_range upright_origin(const void *making, uint32_t row, uint32_t col);
/* The pair that has a column of the grid in a block's rows; `n` as in
 * source_block. NULL: none. */
const pair_beside *upright_pair_of(const upright *u, size_t n, uint32_t col);

#endif
