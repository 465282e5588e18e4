/*
 * tables_book.h - the tables for publication (--profile open) read back
 *
 * Three sheets, each one table from A1: projects, KPIs, actuals; their rows
 * belong together by project id and KPI id, and stand in their order: a table
 * that was sorted otherwise is refused, lest rows be lost. Columns are known
 * by their Japanese or English header, in any order. What no column holds (cells,
 * costs, activities, who shares a KPI) is not there afterwards; spaces, line
 * breaks and characters that the rules for open data forbid were replaced.
 */
#ifndef KPIBOOK_STORE_TABLES_BOOK_H
#define KPIBOOK_STORE_TABLES_BOOK_H

#include "kpi/dataset.h"
#include "xlsx/book.h"

/* *out is NULL with KPI_OK when these are other sheets. `name` is the file's,
 * for messages. KPI_E_INPUT (file-damaged) names the value that is wrong. */
kpi_status store_read_tables(dataset **out, book *b, const char *name,
                             kpi_error *err);

#endif
