/*
 * package_facts.h - what must hold across the parts of a workbook
 *
 * Beside the order of elements (part_order.h): content types, relationships,
 * names, indexes, references and Excel's limits. Excel repairs a file for
 * each of them.
 */
#ifndef KPIBOOK_TESTS_PACKAGE_FACTS_H
#define KPIBOOK_TESTS_PACKAGE_FACTS_H

#include "base/arena.h"
#include "support/part_order.h"

typedef struct package_part {
    const char *name;
    xmlDoc *xml; /* NULL: no XML */
} package_part;

typedef struct package_facts {
    offences *o;
    arena memory;
    package_part *parts;
    size_t count;
    size_t strings;       /* in xl/sharedStrings.xml */
    size_t formats, differential; /* cellXfs, dxfs */
    const char **text;    /* of the shared strings, for table headers */
    const char **tables;  /* names so far */
    long *table_ids;
    size_t table_count;
} package_facts;

/* Checks a whole workbook; false when it cannot be read as a package. */
bool package_check(offences *o, const void *bytes, size_t size);
/* One sheet (sheet_facts.c). */
void sheet_check(package_facts *p, const package_part *sheet);

/* ---- What both use ---- */
const package_part *package_find(const package_facts *p, const char *name);
/* The part that a relationship of `part` points to, by id; NULL for none. */
const package_part *package_target(const package_facts *p,
                                   const package_part *part, const char *id);
/* A sheet's name as it stands in a reference; quotes taken away. */
bool package_has_sheet(const package_facts *p, const char *name,
                       size_t length);
size_t utf16_length(const char *t);

#endif
