/*
 * key_grid.h - tables that belong together, put together as one
 *
 * The columns of the first table, then those of each further one but for its
 * keys where these stand in front. What stands above and behind stays.
 */
#ifndef KPIBOOK_INGEST_KEY_GRID_H
#define KPIBOOK_INGEST_KEY_GRID_H

#include "ingest/table/sheet_view.h"

enum { KEY_BLOCKS = 8 };

/* A table of such a sheet. */
typedef struct key_block {
    uint32_t head, head_last; /* rows of its header */
    uint32_t end;             /* the row behind its last */
    uint32_t from, last_col;  /* its columns */
    uint32_t col;             /* that of the keys */
    unsigned words;           /* of its header that are known */
    bool projects, indicators, levels, figures; /* that they name */
    bool aims;                /* figures of other years than the baseline's */
    bool refers;              /* the word above its keys is 対応事業 */
    bool named;               /* its keys are names */
    bool corner;              /* nothing stands above its keys */
    bool hangs;               /* a key is merged over several rows */
} key_block;

/* A line of the table that is made. */
typedef struct key_line {
    uint32_t row;    /* of the first table; several lines may have it */
    uint32_t beside; /* of the others, counted from below the header;
                        UINT32_MAX: nothing */
} key_line;

typedef struct key_lines {
    key_line *items; /* by row */
    size_t count, capacity;
} key_lines;

typedef struct key_grid {
    grid grid;
    view_origin *origins; /* of all positions */
} key_grid;

/* The table stands in place of the rows from `drop` to the one before `end`.
 * Texts are shared with the sheet, all else lies in `a`. False: no memory. */
bool key_grid_make(key_grid *out, arena *a, const sheet_view *v,
                   const key_block *blocks, size_t count,
                   const key_lines *lines, uint32_t drop, uint32_t end);

#endif
