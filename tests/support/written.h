/*
 * written.h - an official workbook written to a folder of its own and read
 */
#ifndef KPIBOOK_TESTS_WRITTEN_H
#define KPIBOOK_TESTS_WRITTEN_H

#include "output/summary.h"
#include "xlsx/grid.h"

typedef struct written {
    char folder[64], path[96];
    char *bytes;
    size_t size;
    book *book;
    arena memory;
} written;

/* Fails the test when it cannot be written or read. NULL options: plain. */
void written_open(written *w, const dataset *d, const plan *p,
                  const summary_options *options);
void written_close(written *w);
/* A sheet by its name, NULL-filled when there is none. */
grid written_sheet(written *w, const char *name);
/* A part of the package as a string; fails the test when there is none. */
const char *written_part(written *w, const char *name);
/* A cell's text as stored, "" for none. */
const char *written_at(written *w, const grid *g, uint32_t row, uint32_t col);
/* The first cell with a text; NULL for none. */
const cell *written_find(const grid *g, const char *t);

#endif
