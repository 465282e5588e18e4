/*
 * book_parts.h - what a book is made of, for the files of this room
 */
#ifndef KPIBOOK_XLSX_BOOK_PARTS_H
#define KPIBOOK_XLSX_BOOK_PARTS_H

#include "xlsx/book.h"
#include "xlsx/shared_strings.h"
#include "xlsx/styles.h"
#include "xlsx/workbook.h"

struct book {
    arena memory;
    kpi_limits limits;
    opc *package;
    workbook contents;
    shared_strings strings;
    styles styles;
    book_properties properties;
    bool macros;
};

#endif
