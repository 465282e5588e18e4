/*
 * parts.h - parts of a package that is being patched: their text, their
 *           relations and content types
 */
#ifndef KPIBOOK_ANNOTATE_PARTS_H
#define KPIBOOK_ANNOTATE_PARTS_H

#include "annotate/package_patch.h"
#include "annotate/xml_edit.h"

/*
 * The text of a part as UTF-8: as it is, or converted when it is in UTF-16
 * or Latin-1 (its XML declaration then says UTF-8).
 */
kpi_status part_read(package_patch *p, const char *name, arena *memory,
                     text *out, bool *found, kpi_error *err);
/* KPI_OK when the ordinary parser takes the text; DOCTYPEs it refuses. */
kpi_status part_check(package_patch *p, const char *name, text part,
                      kpi_error *err);
/* Puts the edited text in the part's place. */
kpi_status part_edit(package_patch *p, const char *name, xml_edit *e,
                     text part, kpi_error *err);
kpi_status part_put(package_patch *p, const char *name, const buf *b,
                    kpi_error *err);
/* "xl/comments%u.xml" with the first number that is free; NULL: memory. */
const char *part_free_name(package_patch *p, arena *memory,
                           const char *before, const char *behind);
/* The name of its relations: "xl/_rels/workbook.xml.rels". */
const char *part_relations_name(arena *memory, const char *part);

/* ---- Relations ---- */

enum { RELATION_ID_SIZE = 24 };
/* Adds a relation to the part `target`; gives its Id. */
kpi_status relation_add(package_patch *p, const char *part, const char *type,
                        const char *target, char id[RELATION_ID_SIZE],
                        kpi_error *err);
/* Takes out the relation with this Id, and the whole part of relations when
 * it was the last. */
kpi_status relation_remove(package_patch *p, const char *part,
                           const char *id, kpi_error *err);

/* ---- Content types ---- */

/* Collected, and written at once: the part is read once for all. */
typedef struct type_change {
    const char *part;
    const char *extension; /* a Default will do when it is free; or NULL */
    const char *type;      /* NULL: the part's Override goes */
} type_change;

typedef struct type_changes {
    arena *memory;
    type_change *items;
    size_t count, capacity;
    bool failed;
} type_changes;

void type_changes_init(type_changes *t, arena *memory);
/* Strings must live as long as the list. */
void type_set(type_changes *t, const char *part, const char *extension,
              const char *type);
void type_remove(type_changes *t, const char *part);
/* A package without [Content_Types].xml stays without. */
kpi_status type_changes_apply(type_changes *t, package_patch *p,
                              kpi_error *err);

#endif
