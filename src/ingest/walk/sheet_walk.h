/*
 * sheet_walk.h - one sheet from the top down: titles, headings, tables, notes
 */
#ifndef KPIBOOK_INGEST_SHEET_WALK_H
#define KPIBOOK_INGEST_SHEET_WALK_H

#include "ingest/reader/reader.h"

/* What came closest to a table where none was found. */
typedef struct near_miss {
    const char *text; /* in the dataset, "" for none */
    size_t words;
} near_miss;

/* A second table beside the first one: see grid_cut.h. */
typedef struct side_cut {
    uint32_t top, col; /* col 0: none */
} side_cut;

/*
 * Reads the current sheet of `r` (view, roles are set); `scratch` lives as
 * long as the sheet. *tables counts the tables that were read. Where tables
 * stand side by side nothing is read, and *cut says where to cut the sheet.
 */
bool sheet_walk(reader *r, arena *scratch, size_t *tables, near_miss *near,
                side_cut *cut);

#endif
