/*
 * opc_parts.h - what a package is made of, for the files that read it
 */
#ifndef KPIBOOK_OOXML_OPC_PARTS_H
#define KPIBOOK_OOXML_OPC_PARTS_H

#include "ooxml/opc.h"

typedef struct opc_type {
    const char *key; /* a part's name, or an extension */
    const char *type;
} opc_type;

typedef struct opc_types {
    opc_type *items;
    size_t count, capacity;
} opc_types;

struct opc {
    zip *archive;
    kpi_limits limits;
    arena *memory;
    part_memory *known; /* or NULL */
    opc_types overrides, defaults;
    const char *main_part;
    opc_relations root; /* the package's own, once they are read */
    bool has_root;
};

/* Part names and extensions: without regard to ASCII case. */
bool opc_same_name(const char *a, const char *b);
/* An end of an element that needs nothing done. */
void opc_ignore_end(void *context, xml_parser *p, const char *name);

/* ---- opc_types.c ---- */

kpi_status opc_types_read(opc *package, size_t entry, kpi_error *err);
/* True when a type that is listed holds `type`. */
bool opc_types_mention(const opc *package, const char *type);

#endif
