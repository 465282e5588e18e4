/*
 * form_titles_parts.h - the pieces of form_titles_take: names, their labels
 */
#ifndef KPIBOOK_INGEST_FORM_TITLES_PARTS_H
#define KPIBOOK_INGEST_FORM_TITLES_PARTS_H

#include "ingest/form/grant_parts.h"
#include "ingest/form_titles.h"

/* A form: its title's place, its columns up to `end`, and that of the values
 * beside its labels; 0: none stands beside one. */
typedef struct titled {
    uint32_t row, col;
    uint32_t name; /* the column of 朝市の開催 behind No.1; else `col` */
    uint32_t end, value;
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

/* The current sheet with these lines labelled. False: no memory. */
bool form_titles_label(grid *out, arena *a, reader *r, const titles *all);

#endif
