/*
 * glyph.c - single characters of Japanese text, their widths told alike
 */
#include "wording/glyph.h"

#include <stdio.h>
#include <string.h>

static const struct bracket {
    uint32_t open, close;
} brackets[] = {
    { '(', ')' },       { '[', ']' },       { '{', '}' },
    { 0x3008, 0x3009 }, { 0x300A, 0x300B }, { 0x300C, 0x300D },
    { 0x300E, 0x300F }, { 0x3010, 0x3011 }, { 0x3014, 0x3015 },
    { 0x3016, 0x3017 }, { 0x3018, 0x3019 }, { 0xFF62, 0xFF63 },
    { '<', '>' }, /* last: '>' may be an arrow, its reader decides */
};

enum {
    MARK = GLYPH_MARK, SPACE = GLYPH_SPACE, BREAK = GLYPH_BREAK,
    OPEN = GLYPH_OPEN, CLOSE = GLYPH_CLOSE, COMMA = GLYPH_COMMA,
    DIGIT = GLYPH_DIGIT, LATIN = GLYPH_LATIN, UNIT = GLYPH_UNIT,
    DASH = GLYPH_DASH, SLASH = GLYPH_SLASH, COLON = GLYPH_COLON,
    WAVE = GLYPH_WAVE, KANJI = GLYPH_KANJI
};

const unsigned char glyph_ascii[0x80] = {
    MARK, MARK, MARK, MARK, MARK, MARK, MARK, MARK,
    MARK, SPACE, BREAK, BREAK, BREAK, BREAK, MARK, MARK,
    MARK, MARK, MARK, MARK, MARK, MARK, MARK, MARK,
    MARK, MARK, MARK, MARK, MARK, MARK, MARK, MARK,
    /*  ! " # $ % & '   ( ) * + , - . / */
    SPACE, MARK, MARK, MARK, UNIT, UNIT, MARK, MARK,
    OPEN, CLOSE, MARK, MARK, COMMA, DASH, MARK, SLASH,
    /* 0-7   8 9 : ; < = > ? */
    DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT,
    DIGIT, DIGIT, COLON, COMMA, OPEN, MARK, CLOSE, MARK,
    /* @ A-G   H-O   P-W   X Y Z [ \ ] ^ _ */
    MARK, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN,
    LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN,
    LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN,
    LATIN, LATIN, LATIN, OPEN, MARK, CLOSE, MARK, MARK,
    /* ` a-g   h-o   p-w   x y z { | } ~ */
    MARK, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN,
    LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN,
    LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN, LATIN,
    LATIN, LATIN, LATIN, OPEN, MARK, CLOSE, WAVE, MARK,
};

/* U+3000 to U+303F: 、。 and Japanese brackets, most of what is no letter. */
static const unsigned char cjk_marks[0x40] = {
    SPACE, COMMA, MARK, MARK, MARK, KANJI, KANJI, KANJI,
    OPEN, CLOSE, OPEN, CLOSE, OPEN, CLOSE, OPEN, CLOSE,
    OPEN, CLOSE, MARK, MARK, OPEN, CLOSE, OPEN, CLOSE,
    OPEN, CLOSE, MARK, MARK, WAVE, MARK, MARK, MARK,
    MARK, MARK, MARK, MARK, MARK, MARK, MARK, MARK,
    MARK, MARK, MARK, MARK, MARK, MARK, MARK, MARK,
    WAVE, MARK, MARK, MARK, MARK, MARK, MARK, MARK,
    MARK, MARK, MARK, MARK, MARK, MARK, MARK, MARK,
};

/* All others. Ranges in rising order; a character in none is GLYPH_MARK. */
static const struct glyph_range {
    uint32_t first, last;
    glyph_class class;
} ranges[] = {
    { 0x85, 0x85, GLYPH_BREAK },
    { 0xA5, 0xA5, GLYPH_UNIT },      { 0xB0, 0xB0, GLYPH_UNIT },
    { 0xB5, 0xB5, GLYPH_LATIN },     { 0xBB, 0xBB, GLYPH_ARROW },
    { 0xC0, 0xD6, GLYPH_LATIN },     { 0xD8, 0xF6, GLYPH_LATIN },
    { 0xF8, 0x24F, GLYPH_LATIN },    { 0x370, 0x52F, GLYPH_LATIN },
    { 0x2000, 0x200B, GLYPH_SPACE }, { 0x2010, 0x2015, GLYPH_DASH },
    { 0x2022, 0x2022, GLYPH_BULLET },{ 0x2028, 0x2029, GLYPH_BREAK },
    { 0x202F, 0x202F, GLYPH_SPACE }, { 0x2030, 0x2030, GLYPH_UNIT },
    { 0x203B, 0x203B, GLYPH_NOTE },  { 0x2043, 0x2043, GLYPH_DASH },
    { 0x20A0, 0x20BF, GLYPH_UNIT },  { 0x2103, 0x2103, GLYPH_UNIT },
    { 0x2113, 0x2113, GLYPH_UNIT },  { 0x2190, 0x21FF, GLYPH_ARROW },
    { 0x2212, 0x2212, GLYPH_DASH },  { 0x223C, 0x223C, GLYPH_WAVE },
    { 0x226B, 0x226B, GLYPH_ARROW }, { 0x2500, 0x2501, GLYPH_DASH },
    { 0x25A0, 0x25A1, GLYPH_BULLET },{ 0x25AA, 0x25AB, GLYPH_BULLET },
    { 0x25B6, 0x25BB, GLYPH_ARROW }, { 0x25C6, 0x25CF, GLYPH_BULLET },
    { 0x25E6, 0x25EF, GLYPH_BULLET },{ 0x2605, 0x2606, GLYPH_BULLET },
    { 0x2794, 0x2794, GLYPH_ARROW }, { 0x2798, 0x27AF, GLYPH_ARROW },
    { 0x27B0, 0x27BE, GLYPH_ARROW }, { 0x27F0, 0x27FF, GLYPH_ARROW },
    { 0x2900, 0x297F, GLYPH_ARROW }, { 0x2B00, 0x2B11, GLYPH_ARROW },
    { 0x2B30, 0x2B4F, GLYPH_ARROW }, { 0x2E3A, 0x2E3B, GLYPH_DASH },
    { 0x2E80, 0x2FDF, GLYPH_KANJI },
    { 0x3041, 0x309F, GLYPH_HIRAGANA },
    { 0x30A0, 0x30A0, GLYPH_DASH },  { 0x30A1, 0x30FA, GLYPH_KATAKANA },
    { 0x30FB, 0x30FB, GLYPH_COMMA }, { 0x30FC, 0x30FF, GLYPH_KATAKANA },
    { 0x31F0, 0x31FF, GLYPH_KATAKANA },
    { 0x3300, 0x33FF, GLYPH_UNIT },  { 0x3400, 0x9FFF, GLYPH_KANJI },
    { 0xE000, 0xF8FF, GLYPH_KANJI }, /* private use: gaiji in names */
    { 0xF900, 0xFAFF, GLYPH_KANJI }, { 0xFE31, 0xFE32, GLYPH_DASH },
    { 0xFE58, 0xFE58, GLYPH_DASH },  { 0xFE63, 0xFE63, GLYPH_DASH },
    { 0xFF62, 0xFF62, GLYPH_OPEN },  { 0xFF63, 0xFF63, GLYPH_CLOSE },
    { 0xFF64, 0xFF65, GLYPH_COMMA }, { 0xFF66, 0xFF9F, GLYPH_KATAKANA },
    { 0xFFE0, 0xFFE1, GLYPH_UNIT },  { 0xFFE5, 0xFFE5, GLYPH_UNIT },
    { 0xFFE9, 0xFFEC, GLYPH_ARROW }, { 0x1F800, 0x1F8FF, GLYPH_ARROW },
    { 0x20000, 0x3FFFF, GLYPH_KANJI },
};

glyph_class glyph_at(text t, size_t at, size_t *next)
{
    const unsigned char *bytes = (const unsigned char *)t.bytes + at;

    *next = at;
    if (at >= t.length)
        return GLYPH_END;
    if (bytes[0] >= 0xE4 && bytes[0] <= 0xE9 && t.length - at >= 3 &&
        (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80) {
        *next = at + 3; /* U+4000 to U+9FFF: not decoded to be told */
        return GLYPH_KANJI;
    }
    return glyph_class_of(glyph_next(t, next));
}
uint32_t glyph_next_other(text t, size_t *at)
{
    uint32_t c = utf8_next(t, at);

    return c == 0xA0 ? ' ' : c;
}

size_t glyph_back(text t, size_t at)
{
    size_t start = at - 1, next;

    if ((unsigned char)t.bytes[start] < 0x80)
        return start;
    if (at >= 3 && (unsigned char)t.bytes[at - 3] >= 0xE1 &&
        (unsigned char)t.bytes[at - 3] <= 0xEF &&
        (unsigned char)t.bytes[at - 3] != 0xED &&
        ((unsigned char)t.bytes[at - 2] & 0xC0) == 0x80 &&
        ((unsigned char)t.bytes[at - 1] & 0xC0) == 0x80)
        return at - 3;
    while (start > 0 && at - start < 4 &&
           ((unsigned char)t.bytes[start] & 0xC0) == 0x80)
        start--;
    next = start;
    utf8_next(t, &next);
    return next == at ? start : at - 1;
}

uint32_t glyph_before(text t, size_t at)
{
    size_t start;

    if (at == 0)
        return 0;
    start = glyph_back(t, at);
    return glyph_next(t, &start);
}

glyph_class glyph_class_other(uint32_t c)
{
    const size_t count = sizeof(ranges) / sizeof(*ranges);
    size_t first = 0, half;

    if (c - 0x3000 < sizeof(cjk_marks))
        return (glyph_class)cjk_marks[c - 0x3000];
    /* without branches, as none could be foretold */
    for (size_t left = count; left > 1; left -= half) {
        half = left / 2;
        first += half & (0 - (size_t)(ranges[first + half - 1].last < c));
    }
    first += ranges[first].last < c;
    return first < count && ranges[first].first <= c ? ranges[first].class
                                                     : GLYPH_MARK;
}

glyph_class glyph_class_before(text t, size_t at)
{
    return at == 0 ? GLYPH_END : glyph_class_of(glyph_before(t, at));
}

/*
 * Only ASCII is typed in several ways; any other character of a word is
 * looked for byte by byte.
 */
size_t glyph_word_slow(text t, size_t at, const char *word)
{
    size_t start = at;

    for (; *word != '\0'; word++) {
        unsigned char wanted = (unsigned char)*word, typed;

        if (at >= t.length)
            return 0;
        typed = (unsigned char)t.bytes[at];
        if (wanted >= 0x80 || typed < 0x80) {
            if (typed != wanted &&
                (unsigned char)ascii_lower((char)typed) != wanted)
                return 0;
            at++;
        } else {
            uint32_t c = glyph_next(t, &at);

            if (c >= 0x80 || (unsigned char)ascii_lower((char)c) != wanted)
                return 0;
        }
    }
    return at - start;
}

size_t glyph_any(text t, size_t at, const char *const *words, size_t count)
{
    unsigned char typed = at < t.length ? (unsigned char)t.bytes[at] : 0;
    unsigned char first = (unsigned char)ascii_lower((char)typed);
    bool wide = typed == 0xEF || typed == 0xE3 || typed == 0xC2; /* ASCII? */
    size_t size = 0;

    if (at >= t.length)
        return 0;
    for (size_t i = 0; i < count && size == 0; i++) {
        unsigned char wanted = (unsigned char)words[i][0];

        if (wanted == first || (wide && wanted < 0x80))
            size = glyph_word(t, at, words[i]);
    }
    return size;
}

size_t glyph_any_in(text t, size_t at, const char *words, size_t room,
                    size_t count)
{
    glyph_first first = glyph_first_of(t, at);
    size_t size = 0;

    for (size_t i = 0; i < count && size == 0; i++, words += room)
        if (glyph_may_start(first, words))
            size = glyph_word(t, at, words);
    return size;
}

size_t glyph_skip_spaces(text t, size_t at, bool breaks)
{
    size_t next;

    for (;; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c != GLYPH_SPACE && !(breaks && c == GLYPH_BREAK))
            return at;
    }
}

uint32_t glyph_partner(uint32_t open)
{
    if (glyph_class_of(open) != GLYPH_OPEN)
        return 0;
    for (size_t i = 0; i < sizeof(brackets) / sizeof(*brackets); i++)
        if (brackets[i].open == open)
            return brackets[i].close;
    return 0;
}

size_t glyph_number_mark(text t, size_t n)
{
    static const char *const patterns[] = { "(%zu)", "（%zu）", "%zu)",
                                            "%zu）", "%zu.", "%zu．" };
    char mark[32];

    if (n >= 1 && n <= 20) {
        const char circled[] = { '\xE2', '\x91', (char)(0x9F + n), '\0' };
        const char filled[] = { '\xE2', '\x9D', (char)(0xB5 + n), '\0' };

        if (text_starts(t, circled) || (n <= 10 && text_starts(t, filled)))
            return sizeof(circled) - 1;
    }
    for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++)
        if (snprintf(mark, sizeof(mark), patterns[i], n) > 0 &&
            text_starts(t, mark) && strlen(mark) < t.length)
            return strlen(mark);
    return 0;
}

bool glyph_bracketed(text t, size_t at, text *inner)
{
    size_t next, last;

    at = glyph_skip(t, at, true);
    if (glyph_at(t, at, &next) != GLYPH_OPEN)
        return false;
    last = glyph_back(t, t.length);
    if (last < next || glyph_class_before(t, t.length) != GLYPH_CLOSE)
        return false;
    *inner = text_trim(text_cut(t, next, last));
    return true;
}

size_t glyph_piece_end(text t, size_t *next,
                       bool (*parts)(text t, size_t at, size_t next))
{
    unsigned depth = 0;

    for (size_t at = 0; at < t.length; at = *next) {
        glyph_class c = glyph_at(t, at, next);

        if (c == GLYPH_OPEN)
            depth++;
        else if (c == GLYPH_CLOSE && depth > 0)
            depth--;
        if (depth == 0 && at > 0 && parts(t, at, *next))
            return at;
    }
    *next = t.length;
    return t.length;
}

size_t glyph_kana_mark(text t, size_t n)
{
    static const char *const letters[KANA_MOST] = {
        "ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ"
    };
    size_t size = strlen("ア"), next = size;
    uint32_t behind;

    if (n < 1 || n > KANA_MOST || !text_starts(t, letters[n - 1]) ||
        t.length == size)
        return 0;
    behind = glyph_next(t, &next);
    return behind == ' '                  ? size
           : behind == '.' || behind == ')' ? next : 0;
}

bool glyph_kana_list(text t)
{
    size_t at;

    if (glyph_kana_mark(t, 1) == 0)
        return false;
    at = text_find(t, "\nイ", 0);
    return at != SIZE_MAX && glyph_kana_mark(text_from(t, at + 1), 2) != 0;
}

static size_t first_of(text t, glyph_class wanted)
{
    size_t next;

    for (size_t at = 0; at < t.length; at = next)
        if (glyph_at(t, at, &next) == wanted)
            return at;
    return SIZE_MAX;
}

bool glyph_has_digit(text t)
{
    size_t next;

    /* A digit's bytes stand in no other character. */
    for (size_t at = 0; at < t.length; at++)
        if (glyph_digit(t, at, &next) >= 0)
            return true;
    return false;
}

bool glyph_has_letter(text t)
{
    size_t next;

    for (size_t at = 0; at < t.length; at = next)
        if (glyph_is_letter(glyph_at(t, at, &next)))
            return true;
    return false;
}

size_t glyph_arrow(text t)
{
    return first_of(t, GLYPH_ARROW);
}

size_t glyph_colon(text t, text *behind)
{
    size_t wide = text_find(t, "：", 0), plain = text_find(t, ":", 0);
    size_t at = wide < plain ? wide : plain;

    if (at != SIZE_MAX)
        *behind = text_trim(text_from(t, at + (wide < plain ? strlen("：")
                                                            : 1)));
    return at;
}

bool glyph_leaves_open(text t)
{
    size_t open = 0, next;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_OPEN)
            open++;
        else if (c == GLYPH_CLOSE && open > 0)
            open--;
    }
    return open > 0;
}

bool glyph_is_ditto(text t)
{
    static const char *const words[] = { "〃", "同上", "\"", "″", "々", "”",
                                         "仝", "↓" };

    return t.length <= strlen("同上") &&
           text_in(t, words, sizeof(words) / sizeof(*words));
}
