/*
 * xstring.c - escapes in stored text
 */
#include "xlsx/xstring.h"

#include <string.h>

enum { ESCAPE = 7, REPLACEMENT = 0xFFFD };

/* The unit of the escape that stands at `at`, or -1. */
static int32_t escape_at(const char *bytes, size_t length, size_t at)
{
    int32_t unit = 0;

    if (length - at < ESCAPE || bytes[at] != '_' || bytes[at + 1] != 'x' ||
        bytes[at + 6] != '_')
        return -1;
    for (size_t i = 2; i < 6; i++) {
        char c = ascii_lower(bytes[at + i]);

        if (ascii_is_digit(c))
            unit = unit * 16 + (c - '0');
        else if (c >= 'a' && c <= 'f')
            unit = unit * 16 + (c - 'a' + 10);
        else
            return -1;
    }
    return unit;
}

size_t xstring_decode(char *bytes, size_t length)
{
    const char *first = length == 0 ? NULL : memchr(bytes, '_', length);
    size_t at, out;

    if (first == NULL)
        return length;
    at = out = (size_t)(first - bytes);
    while (at < length) {
        int32_t unit = escape_at(bytes, length, at), low;
        uint32_t character;
        char utf8[4];
        size_t size;

        if (unit < 0) {
            bytes[out++] = bytes[at++];
            continue;
        }
        at += ESCAPE;
        character = (uint32_t)unit;
        if (unit >= 0xD800 && unit <= 0xDFFF) {
            low = at < length ? escape_at(bytes, length, at) : -1;
            character = REPLACEMENT;
            if (unit <= 0xDBFF && low >= 0xDC00 && low <= 0xDFFF) {
                character = 0x10000 + ((uint32_t)(unit - 0xD800) << 10) +
                            (uint32_t)(low - 0xDC00);
                at += ESCAPE;
            }
        }
        size = utf8_put(utf8, character);
        memcpy(bytes + out, utf8, size);
        out += size;
    }
    return out;
}
