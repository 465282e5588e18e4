/*
 * cells.h - every cell of a workbook as JSON Lines, or counts a sheet
 *
 *     {"sheet":"…","ref":"B3","type":"number","value":0.85,"format":"0%"}
 *
 * In workbook order, row by row. Formula cells carry their cached value and
 * "formula":true; "missing":true with a null value where there is none.
 * Empty cells and empty strings are not listed.
 */
#ifndef KPIBOOK_OUTPUT_CELLS_H
#define KPIBOOK_OUTPUT_CELLS_H

#include "xlsx/book.h"

/* What was written before a failure stays written. */
kpi_status cells_put(const kpi_source *source, const kpi_limits *limits,
                     const kpi_cells_options *options, kpi_write write,
                     void *context, kpi_error *err);

#endif
