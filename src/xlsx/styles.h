/*
 * styles.h - xl/styles.xml: only the number format of each cell format
 *            (ECMA-376 Part 1, 18.8.10 cellXfs, 18.8.31 numFmts)
 *
 * A file's own definition of an id wins over the built-in meaning. An id
 * without any, or a style that is not there, is General. applyNumberFormat
 * is not looked at, as in Excel.
 */
#ifndef KPIBOOK_XLSX_STYLES_H
#define KPIBOOK_XLSX_STYLES_H

#include "ooxml/opc.h"
#include "xlsx/number_format.h"

typedef struct style_format {
    uint32_t id;
    const char *code;
    number_format kind;
} style_format;

typedef struct styles {
    style_format *formats; /* the first is General; never empty once read */
    size_t format_count, format_capacity;
    uint32_t *cells;       /* of each cell style the index of its format */
    size_t cell_count, cell_capacity;
} styles;

/* Only General: a workbook without a styles part. */
kpi_status styles_none(styles *out, arena *memory, kpi_error *err);
kpi_status styles_read(styles *out, opc *package, size_t entry,
                       arena *memory, kpi_error *err);

#endif
