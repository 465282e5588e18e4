/*
 * moved_cells.h - cells of a sheet that are read as if they stood elsewhere
 *
 * What puts them there (form_titles.h, front_names.h) keeps where they were in
 * r->moved, and what was read of the sheet is given these places in the end.
 */
#ifndef KPIBOOK_INGEST_MOVED_CELLS_H
#define KPIBOOK_INGEST_MOVED_CELLS_H

#include "ingest/reader/reader.h"

/* The cell at row and col is the one that the current sheet has at from_row
 * and from_col. False: no memory. */
bool moved_cells_note(reader *r, arena *a, uint32_t row, uint32_t col,
                      uint32_t from_row, uint32_t from_col);
/* Of projects and findings behind those of `before`; nothing is moved then. */
void moved_cells_back(reader *r, const reader_state *before);

#endif
