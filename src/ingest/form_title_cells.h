/*
 * form_title_cells.h - the titles of forms with a label in front of them
 */
#ifndef KPIBOOK_INGEST_FORM_TITLE_CELLS_H
#define KPIBOOK_INGEST_FORM_TITLE_CELLS_H

#include "ingest/reader/reader.h"

/* A form: its title's place, its columns from `left` up to `end`, and that of
 * the values beside its labels; 0: none stands beside one. */
typedef struct titled {
    uint32_t row, col, left, end, value;
} titled;

/* A name that was put beside its label, and where it stands. */
struct moved_title {
    uint32_t row, col;
    place at;
};

typedef struct titles {
    titled *items;
    size_t count, capacity;
    bool sure; /* two labels with values of their own stand below one, or
                * two rows of them, a purpose among them, or the line says
                * whose or what it is */
} titles;

/* The current sheet with 事業名 in front of its titles; where they were is
 * noted in `r`. False: no memory. */
bool form_title_cells(grid *out, arena *a, reader *r, const titles *all);

#endif
