/*
 * xml_record.h - what a handler saw of a part, to be seen again
 *
 * The events of a small part are taken down while it is parsed, and given
 * once more without its bytes. A handler cannot tell the one from the other:
 * what it fails at has its line, limits that it watches are met as before.
 * For that it must enter the same elements each time: those that the part
 * alone decides on. Not for parts with a scan of their own.
 */
#ifndef KPIBOOK_OOXML_XML_RECORD_H
#define KPIBOOK_OOXML_XML_RECORD_H

#include "base/arena.h"
#include "ooxml/xml.h"

typedef struct xml_event xml_event;

typedef struct xml_record {
    arena memory;
    const xml_handler *handler; /* while it is made */
    xml_event *events;
    size_t count, capacity;
} xml_record;

void xml_record_init(xml_record *r);
void xml_record_free(xml_record *r);
/* What passes all events on to `handler`, which must outlive the parsing. */
xml_handler xml_record_begin(xml_record *r, const xml_handler *handler);
/* False when it became too large, or memory ran out: it is of no use. */
bool xml_record_usable(const xml_record *r);

/* `part` is the part's name. */
kpi_status xml_record_play(const xml_record *r, const char *part,
                           const kpi_limits *limits,
                           const xml_handler *handler, kpi_error *err);

#endif
