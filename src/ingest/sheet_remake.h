/*
 * sheet_remake.h - a sheet of a rare layout put together anew as a table
 *
 * Who knows the layout says what stands where in the new sheet, and of which
 * row and column of the old one each of the new ones is; then that is read
 * like any other. Every cell knows where it came from (view_origin), and so
 * do the tables and the lines left out of the report.
 */
#ifndef KPIBOOK_INGEST_SHEET_REMAKE_H
#define KPIBOOK_INGEST_SHEET_REMAKE_H

#include "ingest/walk/sheet_walk.h"

typedef struct remake {
    reader *reader;
    arena *memory;
    grid grid;
    uint32_t *rows, *cols; /* of the old sheet; to be filled in */
    view_origin *moved;    /* cells that stand elsewhere than these say */
    size_t moved_count, moved_capacity, cell_capacity, merge_capacity;
} remake;

/* Is a sheet of so many rows and columns small enough for that? */
bool remake_fits(uint64_t rows, uint64_t cols);
/* An empty sheet, `rows` and `cols` all 0. False: no memory. */
bool remake_init(remake *m, reader *r, arena *a, uint32_t rows,
                 uint32_t cols);
/* The same of as many columns as the old sheet has, each where it was. */
bool remake_init_rows(remake *m, reader *r, arena *a, uint32_t rows);
/* A cell, with `words` for its own where they have bytes, at a position. */
bool remake_put(remake *m, const cell *c, text words, uint32_t row,
                uint32_t col);
/* Where a position without a cell is of the old sheet. */
bool remake_from(remake *m, uint32_t row, uint32_t col, uint32_t old_row,
                 uint32_t old_col);
/* The same of positions from `from` to in front of `end`, all of one column of
 * the old row that is known already. */
bool remake_empty(remake *m, uint32_t row, uint32_t from, uint32_t end,
                  uint32_t old_col);
/* A word that no cell of the old sheet holds, at a position of that. */
bool remake_word(remake *m, uint32_t row, uint32_t old_row, uint32_t col,
                 const char *word);
/* Nothing where that is a single cell. */
bool remake_merge(remake *m, uint32_t row, uint32_t col, uint32_t last_row,
                  uint32_t last_col);
/* The cells of an old row that begin in columns from `from` to in front of
 * `end`, with their merges, in a new one, `shift` columns further left. */
bool remake_cells(remake *m, uint32_t out, uint32_t row, uint32_t from,
                  uint32_t end, uint32_t shift);
/* Reads it in the place of the current sheet; *read false, and nothing is
 * noted, where that gives no project. False when memory ran out. */
bool remake_read(remake *m, size_t *tables, near_miss *near, bool *read);

#endif
