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
 * The '<' behind text that holds no entity, no CR and nothing that looks
 * like an escape of ST_Xstring (_xHHHH_); else NULL. ">" in text is left to
 * others too: it may end "]]>".
 */
static inline const unsigned char *fast_text_end(const unsigned char *s)
{
    for (;;) {
        s = xml_char_run(s, XML_CHAR_ASIS);
        if (*s == '<')
            return s;
        if (*s != '_' || s[1] == 'x')
            return NULL;
        s++;
    }
}

static inline bool fast_is_digit(unsigned char c)
{
    return (unsigned char)(c - '0') < 10;
}

/* One to nine digits; returns what stands behind them, or NULL. */
static inline const unsigned char *fast_index(uint32_t *out,
                                              const unsigned char *s)
{
    const unsigned char *first = s;
    uint32_t value = 0;

    for (; fast_is_digit(*s); s++)
        value = value * 10 + (uint32_t)(*s - '0');
    *out = value;
    return s != first && s - first <= 9 ? s : NULL;
}

#endif
