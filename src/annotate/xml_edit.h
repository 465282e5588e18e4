/*
 * xml_edit.h - changes to the bytes of a part, collected and then applied
 *
 * Each edit replaces a stretch of the part by text; all positions are those
 * of the part as it was. Edits at one position keep the order in which they
 * were made.
 */
#ifndef KPIBOOK_ANNOTATE_XML_EDIT_H
#define KPIBOOK_ANNOTATE_XML_EDIT_H

#include "annotate/xml_scan.h"
#include "base/arena.h"
#include "base/buf.h"

typedef struct xml_change {
    size_t from, to, order;
    text put;
} xml_change;

typedef struct xml_edit {
    arena *memory;
    xml_change *items;
    size_t count, capacity;
    bool failed; /* memory */
} xml_edit;

void xml_edit_init(xml_edit *e, arena *memory);
/* `put` is copied. */
void xml_edit_replace(xml_edit *e, size_t from, size_t to, text put);
void xml_edit_insert(xml_edit *e, size_t at, text put);
void xml_edit_remove(xml_edit *e, size_t from, size_t to);
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void xml_edit_printf(xml_edit *e, size_t from, size_t to, const char *format,
                     ...);
/* Sets an attribute (its value raw), or removes it when `value` is NULL. */
void xml_edit_attribute(xml_edit *e, const scan *s, const scan_tag *tag,
                        const char *name, const char *value);
/*
 * Puts `inner` in front of the end of an element whose tags are given; an
 * empty element is opened for it.
 */
void xml_edit_append(xml_edit *e, const scan_tag *start, const scan_tag *end,
                     text inner);
/* Appends the changed part. False: memory, or edits that overlap. */
bool xml_edit_apply(buf *out, xml_edit *e, text part);

/* Appends text as the content of an element or of a quoted attribute;
 * characters that XML does not know become U+FFFD. */
void xml_put_text(buf *out, text t);
/* As above, for ST_Xstring values: _xHHHH_ in the text is escaped too. */
void xml_put_xstring(buf *out, text t);
/* Replaces the five entities and character references. */
void xml_put_plain(buf *out, text raw);

#endif
