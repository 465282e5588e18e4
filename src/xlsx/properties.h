/*
 * properties.h - docProps: who wrote the workbook, when and with what
 *                (ECMA-376 Part 2, 8.3; Part 1, 22.2 and 22.3)
 *
 * Cells do not depend on these parts: one that is missing, or that is no
 * well-formed XML (seen from report generators), gives no properties.
 */
#ifndef KPIBOOK_XLSX_PROPERTIES_H
#define KPIBOOK_XLSX_PROPERTIES_H

#include "ooxml/opc.h"
#include "xlsx/book.h"

kpi_status properties_read(book_properties *out, opc *package, arena *memory,
                           kpi_error *err);

#endif
