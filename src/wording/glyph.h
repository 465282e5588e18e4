/*
 * glyph.h - single characters of Japanese text, their widths told alike
 *
 * The readers of this room walk over the typed text and compare characters
 * as if full-width ASCII were ASCII: offsets stay those of the typed text
 * and nothing is copied. What a character is for (an arrow, a range mark, a
 * bracket) stands in one table.
 */
#ifndef KPIBOOK_WORDING_GLYPH_H
#define KPIBOOK_WORDING_GLYPH_H

#include "base/text.h"

typedef enum glyph_class {
    GLYPH_END,     /* behind the last character */
    GLYPH_SPACE,   /* white space, also U+3000 and U+00A0 */
    GLYPH_BREAK,   /* a line break */
    GLYPH_DIGIT,   /* 0-9 of either width */
    GLYPH_LATIN,   /* A-Z a-z of either width, and other alphabets */
    GLYPH_KANJI,
    GLYPH_HIRAGANA,
    GLYPH_KATAKANA, /* with the long vowel mark ー */
    GLYPH_OPEN,    /* ( [ 【 〔 「 ... */
    GLYPH_CLOSE,
    GLYPH_ARROW,   /* ⇒ → ➡ ▶ ... of one character */
    GLYPH_DASH,    /* - － ― — − and other dashes */
    GLYPH_WAVE,    /* ～ 〜 ~ */
    GLYPH_COMMA,   /* , 、 ・ ; */
    GLYPH_COLON,
    GLYPH_SLASH,
    GLYPH_NOTE,    /* ※ */
    GLYPH_BULLET,  /* ● ○ ◆ □ ... */
    GLYPH_UNIT,    /* % ㎡ ℃ ￥: part of a unit */
    GLYPH_MARK     /* anything else */
} glyph_class;

/* What is neither ASCII nor of three bytes: behind the inline ones. */
uint32_t glyph_next_other(text t, size_t *at);
glyph_class glyph_class_other(uint32_t folded);
extern const unsigned char glyph_ascii[0x80]; /* classes */

/* The next character, full-width ASCII as ASCII, wide spaces as ' '. */
static inline uint32_t glyph_next(text t, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)t.bytes + *at;

    if (bytes[0] < 0x80) {
        ++*at;
        return bytes[0];
    }
    if (bytes[0] > 0xE0 && bytes[0] <= 0xEF && bytes[0] != 0xED &&
        t.length - *at >= 3 && (bytes[1] & 0xC0) == 0x80 &&
        (bytes[2] & 0xC0) == 0x80) {
        uint32_t c = (uint32_t)(bytes[0] & 0x0F) << 12 |
                     (uint32_t)(bytes[1] & 0x3F) << 6 | (bytes[2] & 0x3F);

        *at += 3;
        if (c >= 0xFF01 && c <= 0xFF5E)
            return c - 0xFEE0; /* ～ (U+FF5E) too is '~' */
        return c == 0x3000 ? ' ' : c;
    }
    return glyph_next_other(t, at);
}
static inline glyph_class glyph_class_of(uint32_t folded)
{
    if (folded < 0x80)
        return (glyph_class)glyph_ascii[folded];
    if (folded >= 0x3400 && folded <= 0x9FFF) /* most of what is typed */
        return GLYPH_KANJI;
    if (folded >= 0x3041 && folded <= 0x309F)
        return GLYPH_HIRAGANA;
    if (folded >= 0x30A1 && folded <= 0x30FA)
        return GLYPH_KATAKANA;
    return glyph_class_other(folded);
}
/* By its last byte: may a text end in ） ＞ 〉 》 】 ］ 〕 ) ] or >? Most do not. */
static inline bool glyph_may_close(text t)
{
    switch (t.length == 0 ? 0 : (unsigned char)t.bytes[t.length - 1]) {
    case ')': case ']': case '>': case 0x89: case 0x8B: case 0x91:
    case 0x95: case 0x9E: case 0xBD:
        return true;
    default:
        return false;
    }
}

/* The class of the character at `at`, *next behind it; GLYPH_END at the end.*/
glyph_class glyph_at(text t, size_t at, size_t *next);
/* What the digit of either width at `at` counts, *next behind it; -1 where
 * none stands. */
static inline int glyph_digit(text t, size_t at, size_t *next)
{
    const unsigned char *bytes = (const unsigned char *)t.bytes + at;

    if (at < t.length && bytes[0] >= '0' && bytes[0] <= '9') {
        *next = at + 1;
        return bytes[0] - '0';
    }
    if (at >= t.length || bytes[0] != 0xEF || t.length - at < 3 ||
        bytes[1] != 0xBC || bytes[2] < 0x90 || bytes[2] > 0x99)
        return -1;
    *next = at + 3;
    return bytes[2] - 0x90;
}
/* Behind the digits that stand at `at`. */
static inline size_t glyph_skip_digits(text t, size_t at)
{
    while (glyph_digit(t, at, &at) >= 0)
        ;
    return at;
}
/* The character before byte `at` folded alike; 0 at the start. */
uint32_t glyph_before(text t, size_t at);
/* Where the character before byte `at` begins; `at` is not 0. */
size_t glyph_back(text t, size_t at);
/* The class of the character before byte `at`. */
glyph_class glyph_class_before(text t, size_t at);

/*
 * Bytes of `word` (UTF-8, ASCII in lower case) at `at`, typed in any width
 * and case; 0 when something else stands there. Tables of words are walked
 * at every character: what differs in its first character is told at once.
 */
size_t glyph_word_slow(text t, size_t at, const char *word);
static inline size_t glyph_word(text t, size_t at, const char *word)
{
    unsigned char wanted = (unsigned char)word[0], typed;

    if (at >= t.length)
        return 0;
    typed = (unsigned char)t.bytes[at];
    if (wanted >= 0xE0) { /* kana and kanji are typed in one way only */
        if (typed != wanted || t.length - at < 3 ||
            t.bytes[at + 1] != word[1] || t.bytes[at + 2] != word[2])
            return 0;
        if (word[3] == '\0')
            return 3;
        if ((unsigned char)word[3] >= 0x80 &&
            (t.length - at == 3 || t.bytes[at + 3] != word[3]))
            return 0;
    } else if (wanted >= 0x80) {
        if (typed != wanted)
            return 0;
    } else if (typed < 0x80) {
        if ((unsigned char)ascii_lower((char)typed) != wanted)
            return 0;
    } else if (typed != 0xEF && typed != 0xE3 && typed != 0xC2) {
        return 0; /* neither full-width ASCII nor a wide space */
    }
    return glyph_word_slow(t, at, word);
}
/*
 * What a word that stands at `at` must begin with, for long tables whose
 * words lie in the table itself: where glyph_may_start() is false glyph_word()
 * is 0. Such a table's words begin with ASCII or a character of three bytes,
 * not with a space.
 */
typedef struct glyph_first {
    uint32_t bytes, mask;
} glyph_first;

static inline uint32_t glyph_load(const char bytes[4])
{
    uint32_t all;

    memcpy(&all, bytes, sizeof(all));
    return all;
}
static inline glyph_first glyph_first_of(text t, size_t at)
{
    glyph_first nothing = { 1, 0 }; /* stands nowhere */
    char first[4] = "";
    uint32_t c;

    if (at >= t.length)
        return nothing;
    if (t.length - at >= 3)
        memcpy(first, t.bytes + at, 3);
    c = glyph_next(t, &at);
    if (c < 0x80) {
        char letter[4] = { ascii_lower((char)c) };

        return (glyph_first){ glyph_load(letter), glyph_load("\xFF\0\0") };
    }
    if ((unsigned char)first[0] < 0xE0 || (unsigned char)first[0] > 0xEF)
        return (glyph_first){ 0, 0 }; /* not told: anything may */
    return (glyph_first){ glyph_load(first), glyph_load("\xFF\xFF\xFF") };
}
static inline bool glyph_may_start(glyph_first first, const char word[4])
{
    return (glyph_load(word) & first.mask) == first.bytes;
}

/* glyph_word for the first of `count` words that stands there. */
size_t glyph_any(text t, size_t at, const char *const *words, size_t count);
/* The same for words that lie in the table itself, `room` bytes each, and
 * begin as glyph_first's do. */
size_t glyph_any_in(text t, size_t at, const char *words, size_t room,
                    size_t count);
size_t glyph_skip_spaces(text t, size_t at, bool breaks);
/* Behind white space; with `breaks`, behind line breaks too. Mostly none is
 * there: ASCII, or kanji, which begin with no byte of a wide space. */
static inline size_t glyph_skip(text t, size_t at, bool breaks)
{
    unsigned char first = at < t.length ? (unsigned char)t.bytes[at] : 0xFF;

    return first > 0xE3 || (first > ' ' && first < 0x7F)
               ? at : glyph_skip_spaces(t, at, breaks);
}
/* The closing bracket of an opening one, 0 for other characters. */
uint32_t glyph_partner(uint32_t open);

static inline bool glyph_is_space(glyph_class c)
{
    return c == GLYPH_SPACE || c == GLYPH_BREAK;
}
static inline bool glyph_is_letter(glyph_class c)
{
    return c >= GLYPH_LATIN && c <= GLYPH_KATAKANA;
}

/* ① to ⑳ in front: which one; 0 for none. Its bytes. */
enum { GLYPH_CIRCLED_BYTES = 3 };
static inline unsigned glyph_circled(text t)
{
    unsigned n;

    if (t.length < GLYPH_CIRCLED_BYTES || memcmp(t.bytes, "\xE2\x91", 2) != 0)
        return 0;
    n = (unsigned char)t.bytes[2] - 0xA0u + 1;
    return n <= 20 ? n : 0;
}

/*
 * Bytes of the mark that numbers a text as the nth (from 1) of several: ① ❶
 * (1) 1) 1. of any width, with something behind all but the first; else 0.
 */
size_t glyph_number_mark(text t, size_t n);
/* The same of ア, イ, ウ to コ with a space, a point or a bracket behind. */
enum { KANA_MOST = 10 };
size_t glyph_kana_mark(text t, size_t n);
/* ア　会員数 with a line イ　講座数 below: are lines numbered by such letters? */
bool glyph_kana_list(text t);
/* The content of brackets that hold all that stands from `at` on; false where
 * there are none. */
bool glyph_bracketed(text t, size_t at, text *inner);
/* Where the first of several pieces ends: at a character behind the first and
 * outside of brackets that `parts` them, told its place and the one behind it;
 * *next is that too. The text's end where none does. */
size_t glyph_piece_end(text t, size_t *next,
                       bool (*parts)(text t, size_t at, size_t next));

/* Bytes in front of the first ： or :, SIZE_MAX for none; *behind is what
 * stands behind it, trimmed. */
size_t glyph_colon(text t, text *behind);
/* （単位 of 一覧（単位：千円）: a bracket is open where the text ends. */
bool glyph_leaves_open(text t);
/* Where the first arrow of one character stands, SIZE_MAX for none. */
size_t glyph_arrow(text t);
/* 〃, 同上: as the cell above. */
bool glyph_is_ditto(text t);
/* Is there a digit of either width? */
bool glyph_has_digit(text t);
/* None in ①, ❶ and (1), which only number what stands behind them. */
bool glyph_has_letter(text t);

#endif
