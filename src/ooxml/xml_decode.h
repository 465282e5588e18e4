/*
 * xml_decode.h - the bytes of an XML part as UTF-8
 *
 * OPC allows UTF-8 and UTF-16 (ECMA-376 Part 2, 6.2.5); Latin-1 is taken
 * too. What a part really is shows in its first bytes; what it says it is
 * counts only where those leave a choice: .NET writers label UTF-8 text
 * "utf-16". Decoding here, not in libxml2, keeps iconv's complaints off
 * stderr.
 */
#ifndef KPIBOOK_OOXML_XML_DECODE_H
#define KPIBOOK_OOXML_XML_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum xml_encoding {
    XML_UTF8, XML_UTF16_LITTLE, XML_UTF16_BIG, XML_LATIN1, XML_UNKNOWN
} xml_encoding;

/* Judges by the first bytes of a part; *skip is the length of its BOM. */
xml_encoding xml_encoding_of(const unsigned char *bytes, size_t length,
                             size_t *skip);

typedef struct xml_decoder {
    xml_encoding encoding;
    uint32_t high;       /* a surrogate that waits for its second half */
    unsigned char half;  /* the first byte of a split unit */
    bool has_half;
} xml_decoder;

/* Each input byte gives at most this many bytes of output. */
enum { XML_DECODE_GROWTH = 2 };

/*
 * Decodes `length` bytes to `out` and returns how many were written. What
 * is malformed becomes the byte FF, which no XML parser lets through.
 */
size_t xml_decode(xml_decoder *decoder, unsigned char *out,
                  const unsigned char *bytes, size_t length);
/* True when the text ended within a character. */
bool xml_decode_unfinished(const xml_decoder *decoder);

#endif
