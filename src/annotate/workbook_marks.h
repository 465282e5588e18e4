/*
 * workbook_marks.h - a sheet in front, in xl/workbook.xml
 *                    (ECMA-376 Part 1, 18.2)
 *
 * Some things there count sheets: localSheetId of defined names, activeTab
 * and firstSheet of views. They move with the sheets. What goes by sheetId
 * or name (calcChain, custom views, links) does not change.
 */
#ifndef KPIBOOK_ANNOTATE_WORKBOOK_MARKS_H
#define KPIBOOK_ANNOTATE_WORKBOOK_MARKS_H

#include "annotate/list_sheet.h"
#include "annotate/parts.h"
#include "xlsx/book.h"

typedef struct map_sheet {
    const char *part; /* NULL: none */
    text id;          /* of its relation */
    size_t book;      /* index in the book; SIZE_MAX for chart sheets */
} map_sheet;

typedef struct workbook_map {
    const char *part;     /* the workbook's */
    text xml;
    const char *main;     /* the namespace it uses */
    const char *relation; /* what its types of relations begin with */
    map_sheet *items;     /* every <sheet>, in order */
    size_t count, capacity;
} workbook_map;

/* Fails (file-damaged) when the sheets are not those that the book has. */
kpi_status workbook_map_read(workbook_map *out, package_patch *p,
                             arena *memory, const book *b, kpi_error *err);
/* Puts a sheet in front; `extent` is for its names. False: memory. */
bool workbook_add_sheet(xml_edit *e, const workbook_map *map,
                        const char *name, const char *id,
                        const list_extent *extent);
/* Takes the sheet at `index` of the map out again. */
bool workbook_remove_sheet(xml_edit *e, const workbook_map *map,
                           size_t index);

#endif
