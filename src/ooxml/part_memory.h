/*
 * part_memory.h - parts that many packages hold byte for byte
 *
 * Workbooks that were made from one template have the same content types,
 * relations and styles. Such a part is inflated and parsed once; a later one
 * with the same packed bytes, size and CRC that is read in the same way gives
 * the same events to its handler (xml_record.h). So whoever reads it notices
 * nothing, in whatever order files come and however many threads there are,
 * each with a memory of its own.
 *
 * A part is kept when it comes a second time, and let go when it did not come
 * for long; number and size are bounded.
 */
#ifndef KPIBOOK_OOXML_PART_MEMORY_H
#define KPIBOOK_OOXML_PART_MEMORY_H

#include "ooxml/xml_record.h"
#include "ooxml/zip.h"

typedef struct part_memory part_memory;

/* How a part is read: what its events depend on besides its bytes. */
typedef struct part_reading {
    xml_ns expected;
    const kpi_limits *limits;
    const xml_handler *handler;
} part_reading;

/* NULL: memory. */
part_memory *part_memory_new(void);
void part_memory_free(part_memory *m);

/* The events of a part; NULL when it is not known, or `m` is NULL. */
const xml_record *part_memory_find(part_memory *m, const zip_packed *part,
                                   const part_reading *how);
/* Whether it is worth taking down: it came before. */
bool part_memory_wants(part_memory *m, const zip_packed *part);
/* Takes the record over when it is usable; without memory it does nothing. */
void part_memory_keep(part_memory *m, const zip_packed *part,
                      const part_reading *how, xml_record *record);
/* For zip_lend(). */
zip_inflater *part_memory_inflater(part_memory *m);

#endif
