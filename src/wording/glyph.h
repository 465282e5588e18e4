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

/* The next character, full-width ASCII as ASCII, wide spaces as ' '. */
uint32_t glyph_next(text t, size_t *at);
/* The character before byte `at` folded alike; 0 at the start. */
uint32_t glyph_before(text t, size_t at);
/* Where the character before byte `at` begins; `at` is not 0. */
size_t glyph_back(text t, size_t at);
/* The class of the character at `at`, *next behind it; GLYPH_END at the end.*/
glyph_class glyph_at(text t, size_t at, size_t *next);
glyph_class glyph_class_of(uint32_t folded);
/* The class of the character before byte `at`. */
glyph_class glyph_class_before(text t, size_t at);

/*
 * Bytes of `word` (UTF-8, ASCII in lower case) at `at`, typed in any width
 * and case; 0 when something else stands there. Tables of words are walked
 * at every character: what differs in its first two bytes is told at once.
 */
size_t glyph_word_slow(text t, size_t at, const char *word);
static inline size_t glyph_word(text t, size_t at, const char *word)
{
    if ((unsigned char)word[0] >= 0x80 &&
        (at + 1 >= t.length || t.bytes[at] != word[0] ||
         t.bytes[at + 1] != word[1]))
        return 0;
    return glyph_word_slow(t, at, word);
}
/* glyph_word for the first of `count` words that stands there. */
size_t glyph_any(text t, size_t at, const char *const *words, size_t count);
/* Behind white space; with `breaks`, behind line breaks too. */
size_t glyph_skip(text t, size_t at, bool breaks);
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

#endif
