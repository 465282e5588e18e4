/*
 * workbook.h - xl/workbook.xml: the sheets in order, the date system, names
 *              (ECMA-376 Part 1, 18.2)
 *
 * The order is the workbook's; the part of a sheet comes by its r:id, never
 * by its number. A sheet without r:id has no part (some writers list pivot
 * sheets so). Chart, dialog and macro sheets hold no cells: left out.
 */
#ifndef KPIBOOK_XLSX_WORKBOOK_H
#define KPIBOOK_XLSX_WORKBOOK_H

#include "ooxml/opc.h"
#include "xlsx/book.h"

typedef struct workbook_sheet {
    sheet_info info;
    size_t entry;        /* of its part, unless info.missing */
    uint64_t cells, text_bytes; /* counted when it was read */
} workbook_sheet;

typedef struct workbook_name {
    const char *name, *value;
} workbook_name;

typedef struct workbook {
    workbook_sheet *sheets;
    size_t sheet_count, sheet_capacity;
    workbook_name *names; /* those of the whole workbook */
    size_t name_count, name_capacity;
    bool date1904;
} workbook;

kpi_status workbook_read(workbook *out, opc *package, size_t entry,
                         const opc_relations *relations, arena *memory,
                         kpi_error *err);

#endif
