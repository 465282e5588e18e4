/*
 * xml_tag.h - one start tag of plain XML, taken apart
 */
#ifndef KPIBOOK_OOXML_XML_TAG_H
#define KPIBOOK_OOXML_XML_TAG_H

#include "ooxml/xml_chars.h"

enum { XML_TAG_ATTRIBUTES = 64, XML_TAG_NAME = 256 };

/* A name is [prefix:]local; `colon` is NULL without a prefix. */
typedef struct xml_tag_attribute {
    const unsigned char *name, *colon, *name_end;
    const unsigned char *value, *value_end; /* without the quotes */
    bool reference; /* the value holds an entity */
} xml_tag_attribute;

typedef struct xml_tag {
    const unsigned char *begin, *end;
    const unsigned char *name, *colon, *name_end;
    xml_tag_attribute attributes[XML_TAG_ATTRIBUTES];
    size_t count;
    bool empty; /* <a/> */
} xml_tag;

/*
 * Scans the tag whose '<' is at `s`. Returns NULL when that was done, else
 * the byte that it does not understand; a NUL stands behind the bytes.
 * Refused is also what is well formed but rare: other names than ASCII,
 * line breaks in values, two attributes with one local name.
 */
const unsigned char *xml_tag_scan(xml_tag *t, const unsigned char *s);

/* The tag's bytes were copied to `to`: all pointers go there. */
void xml_tag_move(xml_tag *t, unsigned char *to);
/*
 * Ends each name with a NUL and replaces the entities in values; the tag
 * lies in memory that may be written.
 */
void xml_tag_finish(xml_tag *t);

static inline const unsigned char *xml_skip_space(const unsigned char *s)
{
    while (xml_char_is(*s, XML_CHAR_SPACE))
        s++;
    return s;
}

#endif
