/*
 * fold.c - Japanese text made comparable (NFKC by utf8proc)
 */
#include "wording/fold.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "wording/glyph.h"

/* A growing result in the arena: never longer than `room`. */
typedef struct folding {
    char *bytes;
    size_t length;
} folding;

static void put(folding *f, uint32_t c)
{
    f->length += utf8_put(f->bytes + f->length, c);
}

static bool is_kana(uint32_t c)
{
    return (c >= 0x3041 && c <= 0x30FF && c != 0x30FB && c != 0x30A0);
}

/* One character of the key, 0 to leave it out. `before` is the last kept. */
static uint32_t key_character(uint32_t c, uint32_t before)
{
    uint32_t close;
    glyph_class class = glyph_class_of(c);

    if (c >= 'A' && c <= 'Z')
        return c + ('a' - 'A');
    if (glyph_is_space(class) || c == 0xFEFF || c == 0x200C || c == 0x200D)
        return 0;
    if (c == 0x30FC && before != 0 && !is_kana(before))
        return '-'; /* ー typed for a dash */
    if (c == 0x30FC && before == 0)
        return '-';
    if (class == GLYPH_DASH)
        return '-';
    if (class == GLYPH_WAVE)
        return '~';
    if (class == GLYPH_OPEN && c != '<')
        return (c >= 0x300C && c <= 0x300F) ? c : '(';
    if (class == GLYPH_CLOSE && c != '>') {
        close = (c >= 0x300C && c <= 0x300F) ? c : ')';
        return close;
    }
    return c;
}

/* NFKC of the typed text; NULL when memory ran out. */
static utf8proc_uint8_t *normalized(text typed, size_t *length)
{
    utf8proc_uint8_t *result = NULL;
    utf8proc_ssize_t size;

    size = utf8proc_map((const utf8proc_uint8_t *)typed.bytes,
                        (utf8proc_ssize_t)typed.length, &result,
                        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    *length = size < 0 ? 0 : (size_t)size;
    return size < 0 ? NULL : result;
}

/* Malformed bytes as U+FFFD, so that utf8proc takes the text. */
static bool repaired(arena *a, text *out, text typed)
{
    folding f = { NULL, 0 };

    *out = typed;
    if (utf8_valid(typed))
        return true;
    f.bytes = arena_array(a, typed.length + 1, 3);
    if (f.bytes == NULL)
        return false;
    for (size_t at = 0; at < typed.length;)
        put(&f, utf8_next(typed, &at));
    *out = text_slice(f.bytes, f.length);
    return true;
}

/* The key while it grows, and what the next character depends on. */
typedef struct key {
    folding kept;
    uint32_t before; /* the last character that was kept */
    size_t depth;    /* of brackets whose content is left out */
    bool bare;
    bool brackets;   /* some were kept */
} key;

static void key_add(key *k, uint32_t normal)
{
    uint32_t c = key_character(normal, k->before);
    glyph_class class;

    if (c == 0)
        return;
    if (k->bare) {
        class = glyph_class_of(c);
        if (class == GLYPH_OPEN && c != '<') {
            k->depth++;
            return;
        }
        if (class == GLYPH_CLOSE && c != '>') {
            k->depth -= k->depth != 0;
            return;
        }
        if (k->depth != 0)
            return;
    }
    k->brackets = k->brackets || c == '(' || c == ')' ||
                  (c >= 0x300C && c <= 0x300F);
    put(&k->kept, c);
    k->before = c;
}

/*
 * What NFKC makes of a character, whatever stands beside it among others of
 * these: itself, or ASCII for its full width. 0 for all that the library
 * must look at: marks that combine, half-width kana, ①, ㎡. test_fold.c holds
 * every character to what the library says.
 */
static uint32_t plain_character(uint32_t c)
{
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
        (c >= 0x30A1 && c <= 0x30FC) || c < 0x80)
        return c;
    if (c >= 0xFF01 && c <= 0xFF5E)
        return c - 0xFEE0;
    if (c == 0x3000)
        return ' ';
    if ((c >= 0x3001 && c <= 0x3029) || (c >= 0x2190 && c <= 0x21FF) ||
        (c >= 0x2500 && c <= 0x25FF) || c == 0x203B || c == 0x2212 ||
        (c >= 0x2012 && c <= 0x2015))
        return c;
    return 0;
}

/* Kanji, and kana but for ー: kept as they are wherever they stand. */
static bool is_kept(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x3096) ||
           (c >= 0x30A1 && c <= 0x30FA);
}

/* Keeps `size` bytes of the character c as they are, outside of brackets
 * whose content is left out. */
static inline void keep(key *k, uint32_t c, const void *bytes, size_t size)
{
    if (k->depth != 0)
        return;
    memcpy(k->kept.bytes + k->kept.length, bytes, size);
    k->kept.length += size;
    k->before = c;
}

/* Most of what is typed is plain. False, with nothing sure, when it is not. */
static bool fold_plain(key *k, text typed)
{
    const unsigned char *s = (const unsigned char *)typed.bytes;
    size_t at = 0;

    while (at < typed.length) {
        uint32_t c = s[at];

        if (c < 0x80) {
            char low = ascii_lower((char)c);

            at++;
            if (ascii_is_digit(low) || (low >= 'a' && low <= 'z'))
                keep(k, (uint32_t)low, &low, 1);
            else
                key_add(k, c);
            continue;
        }
        if (c < 0xE2 || c > 0xEF || typed.length - at < 3 ||
            (s[at + 1] & 0xC0) != 0x80 || (s[at + 2] & 0xC0) != 0x80)
            return false;
        c = (c & 0x0F) << 12 | (uint32_t)(s[at + 1] & 0x3F) << 6 |
            (s[at + 2] & 0x3F);
        at += 3;
        if (is_kept(c)) {
            keep(k, c, s + at - 3, 3);
            continue;
        }
        c = plain_character(c);
        if (c == 0)
            return false;
        key_add(k, c);
    }
    return true;
}

static bool fold_text(arena *a, text *out, text typed, bool bare,
                      bool *brackets)
{
    key k = { .bare = bare };
    size_t length = 0;
    utf8proc_uint8_t *nfkc = NULL;
    text whole, source;

    *out = text_of("");
    k.kept.bytes = arena_bytes(a, typed.length + 4);
    if (k.kept.bytes == NULL)
        return false;
    if (!fold_plain(&k, typed)) {
        if (!repaired(a, &whole, typed))
            return false;
        nfkc = normalized(whole, &length);
        if (nfkc == NULL)
            return false;
        source = text_slice((const char *)nfkc, length);
        k = (key){ .bare = bare };
        k.kept.bytes = arena_bytes(a, length + 4);
        for (size_t at = 0; k.kept.bytes != NULL && at < length;)
            key_add(&k, utf8_next(source, &at));
        free(nfkc);
    }
    if (k.kept.bytes == NULL)
        return false;
    k.kept.bytes[k.kept.length] = '\0';
    *out = text_slice(k.kept.bytes, k.kept.length);
    *brackets = k.brackets;
    return true;
}

bool fold_key(arena *a, text *out, text typed)
{
    bool brackets;

    return fold_text(a, out, typed, false, &brackets);
}

bool fold_bare(arena *a, text *out, text typed)
{
    bool brackets;

    return fold_text(a, out, typed, true, &brackets);
}

bool fold_both(arena *a, text *whole, text *bare, text typed)
{
    bool brackets;

    *bare = text_of("");
    if (!fold_text(a, whole, typed, false, &brackets))
        return false;
    *bare = *whole;
    return !brackets || fold_bare(a, bare, typed);
}

/* The width-folded form of the character(s) at *at, in `folded`. */
static size_t width_of(text typed, size_t *at, char folded[12])
{
    size_t start = *at, next;
    uint32_t c = utf8_next(typed, at);
    utf8proc_int32_t points[4];
    utf8proc_ssize_t count;
    size_t length = 0;
    int boundary = 0;

    if (c == 0x3000)
        c = ' ';
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c < 0xFF61 || c > 0xFF9F) {
        length = utf8_put(folded, c);
        return length == 0 ? utf8_put(folded, 0xFFFD) : length;
    }
    next = *at; /* half-width kana: a voicing mark behind it joins */
    if (next < typed.length) {
        uint32_t mark = utf8_next(typed, &next);

        if (mark == 0xFF9E || mark == 0xFF9F) {
            utf8proc_uint8_t *joined = NULL;
            utf8proc_ssize_t size = utf8proc_map(
                (const utf8proc_uint8_t *)typed.bytes + start,
                (utf8proc_ssize_t)(next - start), &joined,
                UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);

            if (size > 0 && size <= 3) {
                memcpy(folded, joined, (size_t)size);
                free(joined);
                *at = next;
                return (size_t)size;
            }
            free(joined);
        }
    }
    count = utf8proc_decompose_char((utf8proc_int32_t)c, points, 4,
                                    UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT,
                                    &boundary);
    for (utf8proc_ssize_t i = 0; i < count && i < 3; i++)
        length += utf8_put(folded + length, (uint32_t)points[i]);
    return length;
}

bool fold_width(arena *a, text *out, size_t **map, text typed)
{
    char *bytes;
    size_t length = 0, *offsets = NULL;

    *out = text_of("");
    if (map != NULL)
        *map = NULL;
    if (typed.length > SIZE_MAX / 3 - 16)
        return false;
    bytes = arena_bytes(a, typed.length * 3 + 12);
    if (bytes == NULL)
        return false;
    if (map != NULL) {
        offsets = arena_array(a, typed.length * 3 + 12, sizeof(*offsets));
        if (offsets == NULL)
            return false;
    }
    for (size_t at = 0; at < typed.length;) {
        size_t start = at, size = width_of(typed, &at, bytes + length);

        for (size_t i = 0; offsets != NULL && i < size; i++)
            offsets[length + i] = start;
        length += size;
    }
    bytes[length] = '\0';
    if (offsets != NULL) {
        offsets[length] = typed.length;
        *map = offsets;
    }
    *out = text_slice(bytes, length);
    return true;
}
