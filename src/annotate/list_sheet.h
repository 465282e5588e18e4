/*
 * list_sheet.h - the sheet 指摘一覧: every finding, with a link to its cell
 *
 * Strings stand inline, so that the shared strings stay untouched. A hidden
 * column keeps, for each marked cell, its place in the format that the cell
 * had: another program that saves the copy renumbers formats and keeps this
 * one up with them, so that annotate_strip() can give it back.
 */
#ifndef KPIBOOK_ANNOTATE_LIST_SHEET_H
#define KPIBOOK_ANNOTATE_LIST_SHEET_H

#include "annotate/style_marks.h"

/* A2 begins with it: by this the sheet is known to be ours. */
#define LIST_SIGN "kpibook"

/* Columns, from zero. */
enum { LIST_COLUMNS = 8, LIST_PLACES = 9 };

typedef struct list_extent {
    uint32_t head; /* row of the headings, from zero */
    uint32_t last; /* last row of the list */
} list_extent;

/* `unsafe[i]`: sheet i of the book could not be marked. */
bool list_sheet_write(buf *out, list_extent *extent, const mark_table *table,
                      const book *b, const bool *unsafe,
                      const style_marks *styles, const char *main,
                      plan_language language);

#endif
