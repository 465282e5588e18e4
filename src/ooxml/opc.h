/*
 * opc.h - a package: parts, their types and relations (ECMA-376 Part 2)
 *
 * Part names are kept without the leading slash: "xl/workbook.xml". What
 * files do beyond the standard, and is understood:
 *   - targets with backslashes, with %-escapes, with another case, or
 *     written from the package's root without a leading slash
 *   - no [Content_Types].xml, no root relations: then the workbook is looked
 *     for at its usual place
 */
#ifndef KPIBOOK_OOXML_OPC_H
#define KPIBOOK_OOXML_OPC_H

#include "ooxml/part_memory.h"
#include "ooxml/xml.h"
#include "ooxml/zip.h"

typedef struct opc opc;

/*
 * Opens a package that lies in memory. Besides damage and limits, fails for
 * what is no workbook at all: file-empty, file-encrypted, file-legacy-xls,
 * file-xlsb, file-ods, file-not-xlsx. `limits` must be complete.
 */
kpi_status opc_open(opc **out, const kpi_source *source,
                    const kpi_limits *limits, arena *memory, kpi_error *err);
/* With parts that packages before held too; `known` may be NULL. */
kpi_status opc_open_known(opc **out, const kpi_source *source,
                          part_memory *known, const kpi_limits *limits,
                          arena *memory, kpi_error *err);
/* What is known to be a ZIP archive, wherever its bytes are. */
kpi_status opc_open_input(opc **out, const zip_input *input,
                          const kpi_limits *limits, arena *memory,
                          kpi_error *err);
void opc_close(opc *package);

zip *opc_zip(const opc *package);
const kpi_limits *opc_limits(const opc *package);
/* The workbook's part. */
const char *opc_main_part(const opc *package);
/* The content type of a part: its Override, else by extension, else "". */
const char *opc_content_type(const opc *package, const char *part);
/* The first part with an Override whose type contains `type`, or NULL. */
const char *opc_part_of_type(const opc *package, const char *type);

typedef struct opc_relation {
    const char *id, *type;
    const char *target; /* the part's name as in the archive when it exists */
    bool external;      /* target is no part: "" */
    bool found;         /* the part exists */
    size_t entry;       /* its entry then */
} opc_relation;

typedef struct opc_relations {
    opc_relation *items;
    size_t count, capacity;
} opc_relations;

/*
 * Reads the relations of a part, "" for the package. A part without a .rels
 * part has none: KPI_OK and a count of 0.
 */
kpi_status opc_relations_read(opc *package, const char *part,
                              opc_relations *out, kpi_error *err);
/* By Id; NULL when there is none. */
const opc_relation *opc_relation_by_id(const opc_relations *relations,
                                       text id);
/*
 * True when the type's last step is `name`: ".../worksheet". So
 * transitional, strict and Microsoft's own types are told alike.
 */
bool opc_relation_is(const opc_relation *relation, const char *name);
/* The first relation of a type, with or without a part; or NULL. */
const opc_relation *opc_relation_by_type(const opc_relations *relations,
                                         const char *name);

/*
 * The part that `target` in the relations of `part` means, in `memory`:
 * ("xl/workbook.xml", "../a/b.xml") is "a/b.xml". NULL without memory.
 */
const char *opc_resolve(arena *memory, const char *part, text target);

/*
 * Parses an entry as XML and checks its CRC. Which elements the handler
 * enters must depend on nothing but the part: see part_memory.h.
 */
kpi_status opc_parse(opc *package, size_t entry, xml_ns expected,
                     const xml_handler *handler, kpi_error *err);
/* With a scan of the part's own, see xml.h. */
kpi_status opc_parse_scanned(opc *package, size_t entry, xml_ns expected,
                             const xml_handler *handler, xml_scan scan,
                             kpi_error *err);

#endif
