/*
 * layout_rows.h - tables whose rows are projects and indicators
 *
 * Strategy, flat and wide layouts are one way of reading: rows between
 * headings, labels inherited downwards, a project over one row or more, an
 * indicator over one row or more (also over several projects), indicators
 * side by side in blocks. What makes a layout is which columns there are.
 */
#ifndef KPIBOOK_INGEST_LAYOUT_ROWS_H
#define KPIBOOK_INGEST_LAYOUT_ROWS_H

#include "ingest/kpi/kpi_build.h"

/* What one row of a sheet is. */
typedef enum row_kind {
    ROW_BLANK, ROW_BANNER, ROW_NOTE, ROW_SUBTOTAL, ROW_DEPARTMENT,
    ROW_EXAMPLE, /* （記入例）: how to fill in the form */
    ROW_BESIDE, /* only cells beyond the table */
    ROW_DATA
} row_kind;

/* `t` may be NULL (above the first table). *what is the deciding text. */
row_kind row_kind_of(const reader *r, const table *t, uint32_t row,
                     text *what);
/* （記入例）○○推進事業: how to fill in the form, no data. */
bool row_is_example(text t);
/* ○○市事業評価シート: of a title that leaves out whose it is, as published books
 * do; the form below is data. */
bool row_hides_city(text t);
/* Reads the rows of one segment into projects of the dataset. */
bool layout_rows_read(reader *r, segment *s, ingest_table *report);
/* Is a column that stands for the goal below the one that the headings name? A
 * number alone, which may be a section's, is above 政策 only. */
bool layout_rows_below_goal(const headings *h, const table_column *k);
/* strategy, flat or wide: the word for `inspect`. */
const char *layout_rows_name(const table *t);

#endif
