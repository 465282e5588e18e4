/*
 * form_title_cells.h - a form's title beside the label that it lacks
 *
 *     ①朝市の開催               事業名 | ①朝市の開催
 *     担当課 | 商工課           担当課 | 商工課
 *
 * Where its cell does not reach to the values below: 事業名：①朝市の開催. What was
 * put elsewhere is kept in r->moved, for form_titles_back().
 */
#ifndef KPIBOOK_INGEST_FORM_TITLE_CELLS_H
#define KPIBOOK_INGEST_FORM_TITLE_CELLS_H

#include "ingest/reader/reader.h"

/* A form: its title's place, its columns up to `end`, and that of the values
 * beside its labels; 0: none stands beside one. */
typedef struct titled {
    uint32_t row, col, end, value;
} titled;

/* The current sheet with those titles labelled. False: no memory. */
bool form_title_cells(grid *out, arena *a, reader *r, const titled *items,
                      size_t count);

#endif
