/*
 * text.h - slices of UTF-8 text, and ASCII tests that know no locale
 *
 * A slice is pointer and length: a cell may hold NUL. Slices own nothing.
 */
#ifndef KPIBOOK_BASE_TEXT_H
#define KPIBOOK_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct text {
    const char *bytes; /* never NULL in a valid slice */
    size_t length;
} text;

/* NULL gives the empty slice. These few are asked for every cell, mostly
 * of a literal: the compiler counts its bytes where it sees them. */
static inline text text_of(const char *string)
{
    if (string == NULL)
        return (text){ "", 0 };
    return (text){ string, strlen(string) };
}
static inline text text_slice(const char *bytes, size_t length)
{
    return (text){ bytes == NULL ? "" : bytes, bytes == NULL ? 0 : length };
}
static inline text text_cut(text t, size_t start, size_t end)
{
    if (end > t.length)
        end = t.length;
    if (start > end)
        start = end;
    return (text){ t.bytes + start, end - start };
}
/* The rest, from a byte offset. */
static inline text text_from(text t, size_t start)
{
    return text_cut(t, start, t.length);
}
static inline bool text_equal(text a, text b)
{
    return a.length == b.length &&
           (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}
/* As text_starts for words of a table, of which most differ at once: the
 * bytes of `word`, 0 when the text begins otherwise. */
static inline size_t text_prefix(text t, const char *word)
{
    size_t n = 0;

    while (n < t.length && word[n] == t.bytes[n] && word[n] != '\0')
        n++;
    return word[n] == '\0' ? n : 0;
}

/* A literal's bytes are counted by the compiler and compared at once; a word
 * of a table is walked along only as far as it is alike. */
#if defined(__GNUC__)
#define TEXT_IS_LITERAL(string) __builtin_constant_p(strlen(string))
#else
#define TEXT_IS_LITERAL(string) false
#endif
static inline bool text_is(text a, const char *string)
{
    if (TEXT_IS_LITERAL(string))
        return text_equal(a, text_of(string));
    if (string == NULL)
        return a.length == 0;
    return text_prefix(a, string) == a.length && string[a.length] == '\0';
}
static inline bool text_starts(text t, const char *prefix)
{
    if (TEXT_IS_LITERAL(prefix))
        return t.length >= strlen(prefix) &&
               memcmp(t.bytes, prefix, strlen(prefix)) == 0;
    return prefix[0] == '\0' || text_prefix(t, prefix) != 0;
}
static inline bool text_ends(text t, const char *suffix)
{
    size_t length = strlen(suffix);

    return t.length >= length &&
           memcmp(t.bytes + (t.length - length), suffix, length) == 0;
}
/* Byte offset of the first occurrence at or after `start`, or SIZE_MAX. */
size_t text_search(text t, const char *needle, size_t length, size_t start);
static inline size_t text_find(text t, const char *needle, size_t start)
{
    size_t length = strlen(needle);

    if (length > t.length)
        return SIZE_MAX;
    if (TEXT_IS_LITERAL(needle) && length > 0 && start == 0) {
        size_t probe = length > 2 ? 2 : 0; /* as text_search() looks */
        const char *hit = (const char *)memchr(
            t.bytes + probe, needle[probe], t.length - length + 1);

        if (hit == NULL)
            return SIZE_MAX; /* most texts: told without a call */
        start = (size_t)(hit - t.bytes) - probe;
    }
    return text_search(t, needle, length, start);
}
/* Is `part` a part of t? An empty one is of none. */
static inline bool text_contains(text t, text part)
{
    return part.length > 0 &&
           text_search(t, part.bytes, part.length, 0) != SIZE_MAX;
}
/* Is it one of the words? Most differ in their first bytes. */
static inline bool text_in(text t, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *word = words[i];
        size_t n = 0;

        while (n < t.length && word[n] == t.bytes[n] && word[n] != '\0')
            n++;
        if (n == t.length && word[n] == '\0')
            return true;
    }
    return false;
}

/* Does it end with one of the words? */
static inline bool text_ends_in(text t, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_ends(t, words[i]))
            return true;
    return false;
}

/* A word of a table, its bytes counted by the compiler: for tables that are
 * gone through for every name. */
#define TEXT_WORD(literal) { literal, sizeof(literal) - 1 }
/* The bytes of the first of such words that it ends with, 0 for none. */
static inline size_t text_ending(text t, const text *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t n = words[i].length;

        if (t.length >= n && t.bytes[t.length - 1] == words[i].bytes[n - 1] &&
            memcmp(t.bytes + (t.length - n), words[i].bytes, n) == 0)
            return n;
    }
    return 0;
}

/* Does one of the words stand somewhere in it? */
static inline bool text_contains_one(text t, const char *const *words,
                                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_find(t, words[i], 0) != SIZE_MAX)
            return true;
    return false;
}

/* A number that equal texts share, for tables in memory; never stored. */
uint64_t text_hash(text t);

/*
 * Roughly which characters a text has, so that tables of words are not
 * looked for in it one by one: where text_may_hold() is false the word does
 * not stand in the text; where it is true it may.
 */
typedef uint64_t text_marks;
text_marks text_marks_of(text t);
static inline text_marks text_mark(const unsigned char *bytes, size_t left)
{
    unsigned key = bytes[0];

    if (bytes[0] >= 0x80)
        key = (left > 1 ? bytes[1] * 7u : 0) +
              (bytes[0] >= 0xE0 && left > 2 ? bytes[2] : 0);
    return (text_marks)1 << (key & 63);
}
static inline bool text_may_hold(text_marks marks, const char *word)
{
    const unsigned char *bytes = (const unsigned char *)word;
    size_t length = strlen(word);
    size_t first = length == 0 || bytes[0] < 0x80 ? 1
                   : bytes[0] >= 0xF0             ? 4
                   : bytes[0] >= 0xE0             ? 3
                                                  : 2;
    text_marks wanted = length == 0 ? 0 : text_mark(bytes, length);

    if (first < length)
        wanted |= text_mark(bytes + first, length - first);
    return (marks & wanted) == wanted;
}

/* The first and last bytes of all white space; most text has none there. */
static inline bool text_may_open_space(char byte)
{
    unsigned char b = (unsigned char)byte;

    return b <= ' ' || b == 0xC2 || b == 0xE3;
}
static inline bool text_may_close_space(char byte)
{
    unsigned char b = (unsigned char)byte;

    return b <= ' ' || b == 0x80 || b == 0xA0;
}
text text_trim_ends(text t); /* text_trim where there may be some */
/* ASCII white space, U+3000, U+00A0 and line breaks off both ends. */
static inline text text_trim(text t)
{
    if (t.length == 0 || (!text_may_open_space(t.bytes[0]) &&
                          !text_may_close_space(t.bytes[t.length - 1])))
        return t;
    return text_trim_ends(t);
}
/* The line that begins at *at (a byte offset below t.length), trimmed; *at
 * moves behind its end, and is t.length or more behind the last one. */
text text_line(text t, size_t *at);
int text_compare(text a, text b); /* by bytes, as memcmp */

static inline bool ascii_is_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool ascii_is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
static inline char ascii_lower(char c)
{
    return (c >= 'A' && c <= 'Z') ? (char)(c - 'A' + 'a') : c;
}
/* Decimal digits only, no sign; false on anything else or overflow. */
bool text_to_size(text t, size_t *out);

/*
 * Decodes the character at *at (a byte offset below t.length) and moves *at
 * behind it. Malformed bytes give U+FFFD and move by one.
 */
uint32_t utf8_next(text t, size_t *at);
/* Writes at most 4 bytes; returns how many, 0 for no valid character. */
size_t utf8_put(char out[4], uint32_t character);
bool utf8_valid(text t);
/* Columns on a terminal or in a sheet: East-Asian wide and full = 2. */
size_t utf8_width(text t);
/* The largest cut <= `bytes` that splits no character. */
size_t utf8_floor(text t, size_t bytes);

#endif
