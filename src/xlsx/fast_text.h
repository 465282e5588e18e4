/*
 * fast_text.h - text between two tags that stands as it is written
 */
#ifndef KPIBOOK_XLSX_FAST_TEXT_H
#define KPIBOOK_XLSX_FAST_TEXT_H

#include <string.h>

#include "ooxml/xml_chars.h"

/* The literal `tag` at `s`; returns what stands behind it, or NULL. */
#define FAST_TAG(s, tag)                                                    \
    (memcmp(s, tag, sizeof(tag) - 1) == 0 ? (s) + sizeof(tag) - 1 : NULL)

/*
 * The '<' behind text that holds no entity and no CR, or NULL. ">" in text
 * is left to others too: it may end "]]>".
 */
static inline const unsigned char *fast_text_end(const unsigned char *s)
{
    s = xml_char_run(s, XML_CHAR_TEXT);
    return *s == '<' ? s : NULL;
}

/* True when ST_Xstring escapes (_xHHHH_) may be in it. */
static inline bool fast_text_escaped(const unsigned char *from,
                                     const unsigned char *to)
{
    while ((from = memchr(from, '_', (size_t)(to - from))) != NULL) {
        if (from[1] == 'x')
            return true;
        from++;
    }
    return false;
}

#endif
