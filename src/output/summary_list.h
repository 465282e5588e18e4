/*
 * summary_list.h - what the parts of KPI一覧 share
 *
 * Its rows are summary_list.c; columns, header and table summary_list_head.c.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_LIST_H
#define KPIBOOK_OUTPUT_SUMMARY_LIST_H

#include "output/summary_book.h"

typedef struct list {
    summary *s;
    page pg;
    uint32_t row;
    const kpi_view *view;
    const project_view *owner;
    live_kpi live;
} list;

/* Title, names and widths of the columns. */
void list_write_head(list *l);
/* An Excel table over all rows; false when memory ran out. */
bool list_make_table(list *l);
/* Instead of a table: a filter, and names for the columns that a formula of
 * a reader would want (KPI_Rate, KPI_Grade ...). */
bool list_make_names(list *l);

#endif
