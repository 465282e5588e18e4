/*
 * text.c - slices of UTF-8 text
 */
#include "base/text.h"

#include <string.h>

#include "base/wide.h"

enum { REPLACEMENT = 0xFFFD, LAST_CHARACTER = 0x10FFFF };

size_t text_search(text t, const char *needle, size_t length, size_t start)
{
    size_t probe = length > 2 ? 2 : 0; /* kana and kanji differ in the third */

    if (length == 0)
        return start <= t.length ? start : SIZE_MAX;
    while (start <= t.length && t.length - start >= length) {
        const char *hit = memchr(t.bytes + start + probe, needle[probe],
                                 t.length - start - length + 1);

        if (hit == NULL)
            return SIZE_MAX;
        hit -= probe;
        if (length == 1 || memcmp(hit, needle, length) == 0)
            return (size_t)(hit - t.bytes);
        start = (size_t)(hit - t.bytes) + 1;
    }
    return SIZE_MAX;
}

/* The last eight bytes, or all of fewer: pieces may lie over each other, so
 * that none has a length that must be looked up. */
static uint64_t last_part(text t)
{
    const unsigned char *b = (const unsigned char *)t.bytes;
    uint64_t part;
    uint32_t head, tail;

    if (t.length >= sizeof(part)) {
        memcpy(&part, b + t.length - sizeof(part), sizeof(part));
        return part;
    }
    if (t.length >= sizeof(head)) {
        memcpy(&head, b, sizeof(head));
        memcpy(&tail, b + t.length - sizeof(tail), sizeof(tail));
        return (uint64_t)head << 32 | tail;
    }
    return t.length == 0 ? 0
                         : (uint64_t)b[0] << 16 |
                               (uint64_t)b[t.length / 2] << 8 |
                               b[t.length - 1];
}

uint64_t text_hash(text t)
{
    uint64_t hash = 0x9E3779B97F4A7C15u ^ t.length, part;
    size_t at = 0;

    for (; t.length - at > sizeof(part); at += sizeof(part)) {
        memcpy(&part, t.bytes + at, sizeof(part));
        hash = (hash ^ part) * 0x9FB21C651E98DF25u;
        hash ^= hash >> 32;
    }
    hash = (hash ^ last_part(t)) * 0x9FB21C651E98DF25u;
    return hash ^ hash >> 29;
}

text_marks text_marks_of(text t)
{
    const unsigned char *bytes = (const unsigned char *)t.bytes;
    text_marks marks = 0;

    for (size_t i = 0; i < t.length; i++)
        if (bytes[i] < 0x80 || bytes[i] >= 0xC0)
            marks |= text_mark(bytes + i, t.length - i);
    return marks;
}

/* Bytes of the white space that starts at `at`, 0 for none. */
static size_t space_at(text t, size_t at)
{
    if (ascii_is_space(t.bytes[at]) || t.bytes[at] == '\v')
        return 1;
    if (t.length - at >= 3 && memcmp(t.bytes + at, "\xE3\x80\x80", 3) == 0)
        return 3;
    if (t.length - at >= 2 && memcmp(t.bytes + at, "\xC2\xA0", 2) == 0)
        return 2;
    return 0;
}

text text_trim_ends(text t)
{
    size_t size;

    while (t.length != 0 && text_may_open_space(t.bytes[0]) &&
           (size = space_at(t, 0)) != 0)
        t = text_from(t, size);
    while (t.length != 0 && text_may_close_space(t.bytes[t.length - 1])) {
        size_t end = t.length;

        if (space_at(t, end - 1) == 1)
            t.length -= 1;
        else if (end >= 2 && space_at(t, end - 2) == 2)
            t.length -= 2;
        else if (end >= 3 && space_at(t, end - 3) == 3)
            t.length -= 3;
        else
            break;
    }
    return t;
}

int text_compare(text a, text b)
{
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter == 0 ? 0 : memcmp(a.bytes, b.bytes, shorter);

    if (order != 0)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

bool text_to_size(text t, size_t *out)
{
    size_t value = 0;

    *out = 0;
    if (t.length == 0)
        return false;
    for (size_t i = 0; i < t.length; i++) {
        size_t digit;

        if (!ascii_is_digit(t.bytes[i]))
            return false;
        digit = (size_t)(t.bytes[i] - '0');
        if (value > (SIZE_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

/* Length of the well-formed sequence at `at` (Unicode table 3-7), or 0. */
static inline size_t sequence(text t, size_t at, uint32_t *character)
{
    const unsigned char *s = (const unsigned char *)t.bytes + at;
    size_t left = t.length - at, size;
    uint32_t value, smallest;

    if (s[0] < 0x80) {
        *character = s[0];
        return 1;
    }
    /* Kana and kanji: three bytes, neither overlong nor a surrogate. */
    if (s[0] > 0xE0 && s[0] < 0xED && left > 2 && (s[1] & 0xC0) == 0x80 &&
        (s[2] & 0xC0) == 0x80) {
        *character = (s[0] & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 |
                     (s[2] & 0x3Fu);
        return 3;
    }
    if (s[0] >= 0xC2 && s[0] <= 0xDF) {
        size = 2, value = s[0] & 0x1Fu, smallest = 0x80;
    } else if (s[0] >= 0xE0 && s[0] <= 0xEF) {
        size = 3, value = s[0] & 0x0Fu, smallest = 0x800;
    } else if (s[0] >= 0xF0 && s[0] <= 0xF4) {
        size = 4, value = s[0] & 0x07u, smallest = 0x10000;
    } else {
        return 0;
    }
    if (left < size)
        return 0;
    for (size_t i = 1; i < size; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (s[i] & 0x3Fu);
    }
    if (value < smallest || value > LAST_CHARACTER ||
        (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *character = value;
    return size;
}

uint32_t utf8_next(text t, size_t *at)
{
    uint32_t character;
    size_t size = sequence(t, *at, &character);

    *at += size == 0 ? 1 : size;
    return size == 0 ? REPLACEMENT : character;
}

size_t utf8_put(char out[4], uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        if (c >= 0xD800 && c <= 0xDFFF)
            return 0;
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    if (c > LAST_CHARACTER)
        return 0;
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

/* Bytes of an ASCII character, or of kana, kanji and what lies around them:
 * three, the later two of any value; 0 = look closer. */
static inline size_t common_bytes(text t, size_t at)
{
    const char *c = t.bytes + at;

    if ((unsigned char)*c < 0x80)
        return 1;
    return (unsigned char)*c >= 0xE1 && (unsigned char)*c <= 0xEC &&
           t.length - at >= 3 && (c[1] & 0xC0) == 0x80 &&
           (c[2] & 0xC0) == 0x80 ? 3 : 0;
}

bool utf8_valid(text t)
{
    uint32_t character;
    size_t size;

    for (size_t at = 0; at < t.length; at += size) {
        size = common_bytes(t, at);
        if (size != 0)
            continue;
        size = sequence(t, at, &character);
        if (size == 0)
            return false;
    }
    return true;
}

size_t utf8_width(text t)
{
    size_t width = 0;

    for (size_t at = 0; at < t.length;)
        width += wide_columns(utf8_next(t, &at));
    return width;
}

text text_line(text t, size_t *at)
{
    size_t from = *at, end = text_find(t, "\n", from);

    end = end == SIZE_MAX ? t.length : end;
    *at = end + 1;
    return text_trim(text_cut(t, from, end));
}

size_t utf8_floor(text t, size_t bytes)
{
    size_t cut = bytes;

    if (bytes >= t.length)
        return t.length;
    while (cut > 0 && bytes - cut < 3 &&
           ((unsigned char)t.bytes[cut] & 0xC0) == 0x80)
        cut--;
    /* Malformed text has no boundary near: cut where it was asked. */
    if (((unsigned char)t.bytes[cut] & 0xC0) == 0x80)
        return bytes;
    return cut;
}
