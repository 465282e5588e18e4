/*
 * xml_chars.c - characters of XML 1.0 in plain UTF-8, for scanners
 */
#include "ooxml/xml_chars.h"

#include <string.h>

#include "base/text.h"

#define T (XML_CHAR_TEXT | XML_CHAR_ASIS)
#define V XML_CHAR_VALUE
#define B (T | XML_CHAR_VALUE)
#define N (B | XML_CHAR_NAME)
#define A (N | XML_CHAR_FIRST)
#define L (A & ~XML_CHAR_ASIS)
#define S XML_CHAR_SPACE

const unsigned char xml_char_class[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, S | T, S | T, 0, 0, S, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    /*    !  "  #  $  %  &  '  (  )  *  +  ,  -  .  / */
    S | B, B, T, B, B, B, 0, T, B, B, B, B, B, N, N, B,
    /* 0 to 9  :  ;  <  =  >  ? */
    N, N, N, N, N, N, N, N, N, N, B, B, 0, B, V, B,
    B, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A,
    A, A, A, A, A, A, A, A, A, A, A, B, B, B, B, L,
    B, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A,
    A, A, A, A, A, A, A, A, A, A, A, B, B, B, B, B,
};

static const struct {
    const char *name;
    char character;
} entities[] = {
    { "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' }, { "&quot;", '"' },
    { "&apos;", '\'' },
};

static bool is_character(uint32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c < 0xD800 || (c > 0xDFFF && c < 0xFFFE) ||
           (c > 0xFFFF && c <= 0x10FFFF);
}

static int digit_of(unsigned char c, uint32_t base)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (unsigned char)ascii_lower((char)c);
    return base == 16 && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static const unsigned char *character_reference(const unsigned char *s,
                                                char out[4], size_t *length)
{
    uint32_t character = 0, base = 10;
    const unsigned char *first;

    s += 2;
    if (*s == 'x') {
        base = 16;
        s++;
    }
    for (first = s; digit_of(*s, base) >= 0; s++) {
        if (s - first > 7)
            return NULL;
        character = character * base + (uint32_t)digit_of(*s, base);
    }
    if (s == first || *s != ';' || !is_character(character))
        return NULL;
    *length = utf8_put(out, character);
    return *length == 0 ? NULL : s + 1;
}

const unsigned char *xml_reference(const unsigned char *s, char out[4],
                                   size_t *length)
{
    if (s[0] == '&' && s[1] == '#')
        return character_reference(s, out, length);
    for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++) {
        size_t size = strlen(entities[i].name);

        if (strncmp((const char *)s, entities[i].name, size) == 0) {
            out[0] = entities[i].character;
            *length = 1;
            return s + size;
        }
    }
    return NULL;
}
