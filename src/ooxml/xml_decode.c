/*
 * xml_decode.c - the bytes of an XML part as UTF-8
 */
#include "ooxml/xml_decode.h"

#include <string.h>

#include "base/text.h"

enum { MALFORMED = 0xFF };

static const struct {
    const char *name;
    xml_encoding encoding;
} names[] = {
    { "utf-8", XML_UTF8 },        { "utf8", XML_UTF8 },
    { "us-ascii", XML_UTF8 },     { "ascii", XML_UTF8 },
    { "utf-16", XML_UTF8 },       { "utf16", XML_UTF8 },
    { "utf-16le", XML_UTF8 },     { "utf-16be", XML_UTF8 },
    { "unicode", XML_UTF8 },      { "ucs-2", XML_UTF8 },
    { "iso-8859-1", XML_LATIN1 }, { "latin1", XML_LATIN1 },
    { "windows-1252", XML_LATIN1 },
};

static bool named(text value, const char *name)
{
    size_t length = strlen(name);

    if (value.length != length)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (ascii_lower(value.bytes[i]) != name[i])
            return false;
    }
    return true;
}

/* The encoding that `<?xml ... encoding="..."?>` declares. */
static xml_encoding declared(text head)
{
    size_t end = text_find(head, "?>", 0), at;
    text value;
    char quote;

    if (!text_starts(head, "<?xml") || end == SIZE_MAX)
        return XML_UTF8;
    head = text_cut(head, 0, end);
    at = text_find(head, "encoding", 0);
    if (at == SIZE_MAX)
        return XML_UTF8;
    at += strlen("encoding");
    while (at < head.length &&
           (ascii_is_space(head.bytes[at]) || head.bytes[at] == '='))
        at++;
    if (at >= head.length)
        return XML_UTF8;
    quote = head.bytes[at];
    value = text_from(head, at + 1);
    end = text_find(value, quote == '"' ? "\"" : "'", 0);
    value = text_cut(value, 0, end == SIZE_MAX ? value.length : end);
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        if (named(value, names[i].name))
            return names[i].encoding;
    }
    return XML_UNKNOWN;
}

xml_encoding xml_encoding_of(const unsigned char *bytes, size_t length,
                             size_t *skip)
{
    static const struct {
        unsigned char bytes[4];
        size_t length, skip;
        xml_encoding encoding;
    } signs[] = {
        { { 0xEF, 0xBB, 0xBF }, 3, 3, XML_UTF8 },
        { { 0xFF, 0xFE }, 2, 2, XML_UTF16_LITTLE },
        { { 0xFE, 0xFF }, 2, 2, XML_UTF16_BIG },
        { { '<', 0, '?', 0 }, 4, 0, XML_UTF16_LITTLE },
        { { 0, '<', 0, '?' }, 4, 0, XML_UTF16_BIG },
    };

    *skip = 0;
    for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
        if (length >= signs[i].length &&
            memcmp(bytes, signs[i].bytes, signs[i].length) == 0) {
            *skip = signs[i].skip;
            return signs[i].encoding;
        }
    }
    return declared(text_slice((const char *)bytes,
                               length < 256 ? length : 256));
}

static size_t put_unit(xml_decoder *d, unsigned char *out, uint32_t unit)
{
    size_t size = 0;

    if (unit >= 0xDC00 && unit <= 0xDFFF) {
        if (d->high == 0) {
            out[0] = MALFORMED;
            return 1;
        }
        unit = 0x10000 + ((d->high - 0xD800) << 10) + (unit - 0xDC00);
        d->high = 0;
        return utf8_put((char *)out, unit);
    }
    if (d->high != 0) {
        out[size++] = MALFORMED;
        d->high = 0;
    }
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        d->high = unit;
        return size;
    }
    return size + utf8_put((char *)out + size, unit);
}

size_t xml_decode(xml_decoder *d, unsigned char *out,
                  const unsigned char *bytes, size_t length)
{
    size_t size = 0;

    if (d->encoding == XML_LATIN1) {
        for (size_t i = 0; i < length; i++)
            size += utf8_put((char *)out + size, bytes[i]);
        return size;
    }
    for (size_t i = 0; i < length; i++) {
        if (!d->has_half) {
            d->half = bytes[i];
            d->has_half = true;
            continue;
        }
        d->has_half = false;
        size += put_unit(d, out + size,
                         d->encoding == XML_UTF16_LITTLE
                             ? (uint32_t)bytes[i] << 8 | d->half
                             : (uint32_t)d->half << 8 | bytes[i]);
    }
    return size;
}

bool xml_decode_unfinished(const xml_decoder *d)
{
    return d->has_half || d->high != 0;
}
