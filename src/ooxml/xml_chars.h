/*
 * xml_chars.h - characters of XML 1.0 in plain UTF-8, for scanners
 *
 * A scanner reads bytes behind which XML_PADDING NULs stand, so that a look
 * ahead by so many bytes never leaves them. What is not surely well formed
 * ends the scan; a scanner then leaves the place to libxml2 and judges
 * nothing itself.
 */
#ifndef KPIBOOK_OOXML_XML_CHARS_H
#define KPIBOOK_OOXML_XML_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { XML_PADDING = 64 };

enum {
    XML_CHAR_TEXT = 1,   /* ASCII that text may hold as it stands: not < & > */
    XML_CHAR_VALUE = 2,  /* as above, in an attribute: not < & " ' */
    XML_CHAR_NAME = 4,   /* ASCII of names, but for the colon */
    XML_CHAR_FIRST = 8,  /* that a name may begin with */
    XML_CHAR_SPACE = 16,
    XML_CHAR_ASIS = 32   /* as XML_CHAR_TEXT, but for the low line */
};

extern const unsigned char xml_char_class[256];

static inline bool xml_char_is(unsigned char c, unsigned kind)
{
    return (xml_char_class[c] & kind) != 0;
}

static inline bool xml_char_tail(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

/* U+1000 to U+CFFF: kana, kanji and more, always three bytes. */
static inline bool xml_char_is_kana(const unsigned char *s)
{
    return (unsigned)s[0] - 0xE1u < 12 &&
           ((s[1] ^ 0x80u) | (s[2] ^ 0x80u)) < 0x40;
}

/* Two of these at once, by their 48 bits; may be false where both are. */
static inline bool xml_char_is_kana_pair(const unsigned char *s)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    const uint64_t ones = 0x000001000001, tops = ones << 4;
    uint64_t bits, heads;

    memcpy(&bits, s, sizeof(bits));
    heads = bits & ones * 0xF; /* of E1 to EC: 1 to 12 */
    return (bits & ones * 0xC0C0F0) == ones * 0x8080E0 &&
           ((heads + ones * 3) & tops) == 0 &&
           ((heads + ones * 15) & tops) == tops;
#else
    (void)s;
    return false;
#endif
}

/*
 * The length of the character of two to four bytes at `s`; 0 when it is not
 * one that XML allows (overlong, surrogate, U+FFFE, U+FFFF, cut off).
 */
static inline size_t xml_char_length(const unsigned char *s)
{
    unsigned char c = s[0];

    if (c >= 0xE1 && c <= 0xEC)
        return xml_char_is_kana(s) ? 3 : 0;
    if (c >= 0xC2 && c <= 0xDF)
        return xml_char_tail(s[1]) ? 2 : 0;
    if ((c & 0xF0) == 0xE0) {
        if (!xml_char_tail(s[1]) || !xml_char_tail(s[2]) ||
            (c == 0xE0 && s[1] < 0xA0) || (c == 0xED && s[1] > 0x9F) ||
            (c == 0xEF && s[1] == 0xBF && s[2] >= 0xBE))
            return 0;
        return 3;
    }
    if (c >= 0xF0 && c <= 0xF4) {
        if (!xml_char_tail(s[1]) || !xml_char_tail(s[2]) ||
            !xml_char_tail(s[3]) || (c == 0xF0 && s[1] < 0x90) ||
            (c == 0xF4 && s[1] > 0x8F))
            return 0;
        return 4;
    }
    return 0;
}

/* The first byte from `s` on that is neither of `kind` nor in UTF-8. */
static inline const unsigned char *xml_char_run(const unsigned char *s,
                                                unsigned kind)
{
    for (;;) {
        size_t length;

        while (xml_char_is(*s, kind))
            s++;
        while (xml_char_is_kana_pair(s))
            s += 6;
        if (xml_char_is(*s, kind))
            continue;
        length = xml_char_length(s);
        if (length == 0)
            return s;
        s += length;
    }
}

/*
 * A reference to one of the five entities or to a character. Returns what
 * stands behind it, or NULL; *length bytes of UTF-8 are in `out`.
 */
const unsigned char *xml_reference(const unsigned char *s, char out[4],
                                   size_t *length);

#endif
