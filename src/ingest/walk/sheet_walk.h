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
/*
 * The same of a sheet that was put together from cells of the current one,
 * in its place: `origins` say where each of them stands. The caller sets the
 * view of `r` back. *whole: its tables do not stand side by side.
 */
bool sheet_walk_made(reader *r, arena *scratch, const grid *made,
                     const view_origin *origins, size_t origin_count,
                     size_t *tables, near_miss *near, bool *whole);

#endif
