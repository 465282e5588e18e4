/*
 * banner.c - banner rows and label cells: Ⅰ goal, ① theme, (i) part, ⇒ measure
 */
#include "ingest/header/banner.h"

#include <string.h>

#include "ingest/header/banner_words.h"
#include "ingest/header/title_words.h"
#include "wording/glyph.h"

static const char *const arrows[] = { "⇒", "⇨", "→", "➡", "➔", "⟹", "=>",
                                      "＝＞", "▶", "►", "▷" };
static const char *const bullets[] = { "■", "□", "◆", "◇", "●", "○", "◎",
                                       "★", "☆", "▼", "▽", "◯", "〇", "♦" };

static bool is_circled(uint32_t c)
{
    return (c >= 0x2460 && c <= 0x2473) || (c >= 0x2776 && c <= 0x277F) ||
           (c >= 0x2780 && c <= 0x2793) || (c >= 0x3251 && c <= 0x325F) ||
           (c >= 0x24EB && c <= 0x24F4);
}

static bool is_roman(uint32_t c)
{
    return (c >= 0x2160 && c <= 0x216B);
}

static bool is_small_roman(uint32_t c)
{
    return (c >= 0x2170 && c <= 0x217B);
}

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

static bool is_open(uint32_t c)
{
    return c == '(' || c == 0xFF08 || c == '[' || c == 0x3014;
}

static bool is_close(uint32_t c)
{
    return c == ')' || c == 0xFF09 || c == ']' || c == 0x3015;
}

static bool is_joint(uint32_t c)
{
    return c == '-' || c == 0xFF0D || c == '.' || c == 0xFF0E ||
           c == 0x2212 || c == 0x2010 || c == 0x2015 || c == 0x30FC;
}

static bool is_separator(uint32_t c)
{
    return c == ' ' || c == 0x3000 || c == ':' || c == 0xFF1A || c == '.' ||
           c == 0xFF0E || c == 0x3001 || c == ',' || c == 0xFF0C ||
           c == '\t' || c == '\n' || c == '\r' || c == 0x300D ||
           c == 0x3011 || c == ')' || c == 0xFF09;
}

static uint32_t peek(text t, size_t at)
{
    if (at < t.length && (unsigned char)t.bytes[at] < 0x80)
        return (unsigned char)t.bytes[at];
    return at < t.length ? utf8_next(t, &at) : 0;
}

static size_t past(text t, size_t at)
{
    if (at < t.length && (unsigned char)t.bytes[at] < 0x80)
        return at + 1;
    if (at < t.length)
        utf8_next(t, &at);
    return at;
}

size_t heading_skip_separators(text t, size_t at)
{
    while (at < t.length && is_separator(peek(t, at)))
        at = past(t, at);
    return at;
}

/* 1, 12, 1-2, 1.2.3, full-width too; the bytes read. */
static size_t read_digits(text t, size_t at)
{
    size_t start = at, digits = 0;

    while (at < t.length) {
        uint32_t c = peek(t, at);

        if (is_digit(c))
            digits++;
        else if (!(digits > 0 && is_joint(c) && is_digit(peek(t, past(t, at)))))
            break;
        at = past(t, at);
    }
    return digits > 0 && digits <= 6 ? at - start : 0;
}

static size_t read_roman(text t, size_t at)
{
    size_t start = at;

    if (is_roman(peek(t, at)))
        return past(t, at) - start;
    while (at < t.length && (t.bytes[at] == 'I' || t.bytes[at] == 'V' ||
                             t.bytes[at] == 'X'))
        at++;
    /* a letter must not follow: `IT`, `Iターン`, `V字回復` are words */
    if (at > start && at - start <= 4 && is_separator(peek(t, at)))
        return at - start;
    return 0;
}

/* (i), (ii), （ⅲ）, ⅳ: with its brackets. */
static size_t read_paren_roman(text t, size_t at)
{
    size_t start = at;

    if (is_small_roman(peek(t, at)))
        return past(t, at) - start;
    if (!is_open(peek(t, at)))
        return 0;
    at = past(t, at);
    if (is_small_roman(peek(t, at)) || is_roman(peek(t, at))) {
        at = past(t, at);
    } else {
        size_t first = at;

        while (at < t.length && (t.bytes[at] == 'i' || t.bytes[at] == 'v' ||
                                 t.bytes[at] == 'x'))
            at++;
        if (at == first)
            return 0;
    }
    return is_close(peek(t, at)) ? past(t, at) - start : 0;
}

static size_t read_paren_number(text t, size_t at)
{
    size_t start = at, n;
    bool open = is_open(peek(t, at));

    if (open)
        at = past(t, at);
    n = read_digits(t, at);
    if (n == 0 || !is_close(peek(t, at + n)))
        return 0;
    return past(t, at + n) - start;
}

static size_t read_kana(text t, size_t at)
{
    uint32_t c = peek(t, at);
    bool open = is_open(c);
    size_t start = at;

    if (open) {
        at = past(t, at);
        c = peek(t, at);
    }
    if (!((c >= 0x30A2 && c <= 0x30F3) || (open && c >= 'a' && c <= 'z')))
        return 0;
    at = past(t, at);
    if (open)
        return is_close(peek(t, at)) ? past(t, at) - start : 0;
    c = peek(t, at);
    return c == 0x3000 || c == ' ' || c == '.' || c == 0xFF0E ? at - start
                                                              : 0;
}

/* The -(2), (2) or -② behind the 1 of 1-(2), where more follows. */
static size_t read_inner(text t, size_t at)
{
    size_t start = at, n;

    if (at >= t.length || ((unsigned char)t.bytes[at] != 0xE2 &&
                           (unsigned char)t.bytes[at] != 0xEF &&
                           strchr("-.([", t.bytes[at]) == NULL))
        return 0; /* as most: by the first byte */
    if (is_joint(peek(t, at)))
        at = past(t, at);
    n = is_circled(peek(t, at)) ? past(t, at) - at
        : is_open(peek(t, at))  ? read_paren_number(t, at)
                                : 0;
    return n > 0 && at + n < t.length ? at + n - start : 0;
}

size_t heading_number_at(text t, size_t at)
{
    size_t n = read_roman(t, at);

    if (n == 0 && is_circled(peek(t, at)))
        n = past(t, at) - at;
    if (n == 0)
        n = read_paren_number(t, at);
    if (n == 0)
        n = read_digits(t, at);
    return n == 0 ? 0 : n + read_inner(t, at + n);
}

/* A number behind a word (基本目標１), or in front of a title. */
static size_t read_any_number(text t, size_t at)
{
    size_t n = heading_number_at(t, at);

    if (n == 0 && peek(t, at) != 0) {
        text rest = text_from(t, at);

        /* I and II at the very end */
        while (n < rest.length && (rest.bytes[n] == 'I' ||
                                   rest.bytes[n] == 'V'))
            n++;
        if (n < rest.length)
            n = 0;
    }
    return n;
}

/* The 1 of 1,500人 numbers nothing. */
static bool is_grouped(text t, size_t at)
{
    uint32_t c = peek(t, at);

    return (c == ',' || c == 0xFF0C) && is_digit(peek(t, past(t, at)));
}

/* 目標　達成 without a number is no heading; 施策　水素の利用を進める and 柱　にぎわう町
 * are, but no 施策　評価調書. */
static bool parts_by_space(const heading_word_style *w, text behind)
{
    return strlen(w->word) > strlen("目標") ||
           ((w->style == STYLE_MEASURE_WORD || strcmp(w->word, "柱") == 0) &&
            !title_is_document(behind, 0));
}

/* 【基本目標１　しごと】: without the bracket that closes the first one. */
static text without_close(text t, text title)
{
    size_t at = 0;
    uint32_t open = glyph_next(t, &at), c = 0;

    if (title.length == 0 ||
        glyph_before(title, title.length) != glyph_partner(open))
        return title;
    for (at = 0; at < title.length && c != open;)
        c = glyph_next(title, &at);
    return c == open ? title /* しごと【再掲】 */
                     : text_trim(text_cut(title, 0, glyph_back(
                                                        title,
                                                        title.length)));
}

/* 基本目標：１　しごと, 【柱】(1) しごと: the number that begins the title, but no
 * 1,500人. */
static void part_number(text *no, text *title)
{
    size_t n = heading_number_at(*title, 0);
    text rest = text_trim(text_from(*title, heading_skip_separators(*title,
                                                                    n)));

    if (n == 0 || rest.length == 0 || is_grouped(*title, n) ||
        (is_digit(peek(*title, 0)) && !is_separator(peek(*title, n))))
        return;
    *no = text_cut(*title, 0, n);
    *title = rest;
}

/* 【, 《, 〈, ＜, （: what a level's word may stand in. */
static bool is_frame(uint32_t c)
{
    return c == 0x3010 || c == 0x300A || c == 0x3008 || c == 0xFF1C ||
           c == '<' || is_open(c);
}

/* ＜施策１－１＞　健康づくり: behind the bracket at `at` that closes the first
 * one, where it stands there. */
static size_t past_frame(text t, size_t at)
{
    size_t open = 0, next = at;
    uint32_t close = glyph_partner(glyph_next(t, &open));

    return at < t.length && close != 0 && glyph_next(t, &next) == close
               ? next : at;
}

static heading_style read_word(text t, text *no, text *title)
{
    size_t at = is_frame(peek(t, 0)) ? past(t, 0) : 0;

    for (size_t i = 0; i < heading_word_count; i++) {
        size_t size = text_prefix(text_from(t, at), heading_words[i].word);
        size_t next = at + size, behind, n;

        if (size == 0)
            continue;
        if (text_starts(text_from(t, next), "性") &&
            text_ends(text_cut(t, at, next), "方向"))
            next += strlen("性"), size += strlen("性");
        while (peek(t, next) == ' ' || peek(t, next) == 0x3000 ||
               text_starts(text_from(t, next), "の"))
            next = past(t, next);
        behind = next + text_prefix(text_from(t, next), "名");
        n = read_any_number(t, behind); /* 施策名(1), and no 施策名：1 */
        if (n > 0)
            next = behind;
        if (n == 0 && (!is_separator(peek(t, at + size)) ||
                       (next > at + size &&
                        !parts_by_space(&heading_words[i], text_from(t, next)))))
            continue;
        *no = text_cut(t, next, next + n);
        *title = text_trim(text_from(
            t, heading_skip_separators(t, past_frame(t, next + n))));
        if (at > 0)
            *title = without_close(t, *title);
        if (n == 0 && title->length == 0)
            continue;
        if (n == 0)
            part_number(no, title);
        return heading_words[i].style;
    }
    return STYLE_NONE;
}

/* ・基本目標：しごと, but no ・目標：90人 and no ・来場者数, which are items of a list. */
static size_t read_dot(text t)
{
    size_t size = text_prefix(t, "・"), start;
    text no, title, rest;

    if (size == 0)
        size = text_prefix(t, "･");
    start = size > 0 ? heading_skip_separators(t, size) : 0;
    rest = text_from(t, start);
    return size > 0 && !text_starts(rest, "目標") &&
                   read_word(rest, &no, &title) != STYLE_NONE
               ? start : 0;
}

static heading_style read_mark(text t, text *title)
{
    size_t size;

    for (size_t i = 0; i < sizeof(arrows) / sizeof(*arrows); i++)
        if ((size = text_prefix(t, arrows[i])) != 0) {
            *title = text_trim(text_from(t, size));
            return STYLE_ARROW;
        }
    for (size_t i = 0; i < sizeof(bullets) / sizeof(*bullets); i++)
        if ((size = text_prefix(t, bullets[i])) != 0) {
            *title = text_trim(text_from(t, size));
            return STYLE_BULLET; /* ■基本目標１ is read once more */
        }
    if ((size = read_dot(t)) != 0) {
        *title = text_trim(text_from(t, size));
        return STYLE_BULLET;
    }
    return STYLE_NONE;
}

static bool is_capital(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xFF21 && c <= 0xFF3A);
}

/* A-1, Ｂ－２, ①-1, Ⅰ-2, Ⅰ-① in front of a title, not of a word: B-1グルメ; Ⅰ-1-2
 * alone, too. */
static size_t read_compound(text t)
{
    uint32_t c = peek(t, 0);
    size_t at = past(t, 0), n;

    if (!(is_capital(c) || is_circled(c) || is_roman(c)) ||
        !is_joint(peek(t, at)))
        return 0;
    at = past(t, at);
    if (is_circled(peek(t, at)))
        return past(t, at);
    n = read_digits(t, at);
    return n > 0 && (is_separator(peek(t, at + n)) ||
                     (at + n == t.length && !is_capital(c)))
               ? at + n : 0;
}

static heading_style numbered(text t, size_t n, heading_style style, text *no,
                              text *title)
{
    *no = text_cut(t, 0, n);
    *title = text_trim(text_from(t, heading_skip_separators(t, n)));
    return style;
}

/* 【1】しごとをつくる, 【Ⅱ】: a number that stands in front of a title as any other;
 * *next is behind its bracket. 【2024】 is a year. */
static heading_style read_framed_number(text t, text *no, size_t *next)
{
    enum { DIGITS = 3 };
    size_t at = past(t, 0), n = read_digits(t, at), glyphs = 0;
    heading_style style = n > 0 ? STYLE_NUMBER : STYLE_ROMAN;

    if (n == 0)
        n = read_roman(t, at);
    for (size_t i = at; i < at + n; i = past(t, i))
        glyphs++;
    if (n == 0 || (style == STYLE_NUMBER && glyphs > DIGITS) ||
        peek(t, at + n) != 0x3011 /* 】 */)
        return STYLE_NONE;
    *no = text_cut(t, at, at + n);
    *next = past(t, at + n);
    return style;
}

/* 1) and 1, 1-2, 1-(2) */
static heading_style read_plain_number(text t, text *no, text *title)
{
    size_t n = read_digits(t, 0), inner = n > 0 ? read_inner(t, n) : 0;

    if (inner > 0)
        return numbered(t, n + inner, STYLE_NUMBER, no, title);
    if (n > 0 && is_close(peek(t, n)))
        return numbered(t, past(t, n), STYLE_PAREN_NUMBER, no, title);
    return n > 0 && !is_grouped(t, n) &&
                   (is_separator(peek(t, n)) || n == t.length)
               ? numbered(t, n, STYLE_NUMBER, no, title) : STYLE_NONE;
}

/* No.12　朝市の開催, Ｎｏ．３, №3: the word's bytes, 0 for others. */
static size_t read_number_word(text t)
{
    static const char *const spelt[] = { "No", "NO", "Ｎｏ", "ＮＯ", "№" };
    size_t n = 0;

    for (size_t i = 0; n == 0 && i < sizeof(spelt) / sizeof(*spelt); i++)
        n = text_prefix(t, spelt[i]);
    return n == 0 ? 0 : heading_skip_separators(t, n);
}

static heading_style read_worded_number(text t, text *no, text *title)
{
    size_t at = read_number_word(t), n = at > 0 ? read_digits(t, at) : 0;
    text rest = text_trim(text_from(t, heading_skip_separators(t, at + n)));

    if (n == 0 || !is_separator(peek(t, at + n)) || rest.length == 0)
        return STYLE_NONE;
    *no = text_cut(t, at, at + n);
    *title = rest;
    return STYLE_NUMBER;
}

/* 項 of 第3項, not of 第3項目. */
static bool is_clause(text t, size_t at)
{
    return peek(t, at) == 0x9805 && peek(t, past(t, at)) != 0x76EE /* 目 */;
}

/* A number of some kind in front of the title. */
static heading_style read_number(text t, text *no, text *title)
{
    size_t n;

    if (is_digit(peek(t, 0)))
        return read_plain_number(t, no, title);
    if (peek(t, 0) == 0x3010 /* 【 */) {
        text framed;
        heading_style style = read_framed_number(t, &framed, &n);

        n = style == STYLE_NONE ? t.length : heading_skip_separators(t, n);
        if (n == t.length)
            return STYLE_NONE; /* it numbers nothing */
        *no = framed;
        *title = text_trim(text_from(t, n));
        return style;
    }
    if ((n = read_compound(t)) > 0)
        return numbered(t, n, STYLE_NUMBER, no, title);
    if ((n = read_roman(t, 0)) > 0)
        return numbered(t, n, STYLE_ROMAN, no, title);
    if (is_circled(peek(t, 0)))
        return numbered(t, past(t, 0), STYLE_CIRCLED, no, title);
    if ((n = read_paren_roman(t, 0)) > 0)
        return numbered(t, n, STYLE_PAREN_ROMAN, no, title);
    if ((n = read_paren_number(t, 0)) > 0)
        return numbered(t, n, STYLE_PAREN_NUMBER, no, title);
    if (text_starts(t, "第")) {
        size_t start = strlen("第");

        n = read_digits(t, start);
        if (n > 0 && (peek(t, start + n) == 0x7AE0 /* 章 */ ||
                      peek(t, start + n) == 0x7BC0 /* 節 */ ||
                      is_clause(t, start + n)))
            return numbered(t, past(t, start + n), STYLE_NUMBER, no, title);
        if (n > 0 && peek(t, start + n) == 0x7DE8 /* 編 */)
            return numbered(t, past(t, start + n), STYLE_GOAL_WORD, no,
                            title);
    }
    if ((n = read_kana(t, 0)) > 0)
        return numbered(t, n, STYLE_KANA, no, title);
    return read_worded_number(t, no, title);
}

static bool is_katakana(uint32_t c)
{
    return c >= 0x30A1 && c <= 0x30FA;
}

heading_style heading_read(text t, text *no, text *title)
{
    heading_style style;
    uint32_t first;
    size_t n;

    t = text_trim(t);
    *no = text_of("");
    *title = t;
    first = peek(t, 0);
    if (is_digit(first))
        return read_number(t, no, title);
    if (!heading_may_begin(first))
        return STYLE_NONE;
    style = is_katakana(first) && first != 0x30C6 /* テーマ */
                ? STYLE_NONE : read_word(t, no, title);
    if (style != STYLE_NONE)
        return style;
    *no = text_of("");
    *title = t;
    if (heading_is_plain_letter(first)) /* 大学の…; only 第1章 is left */
        return first == 0x7B2C ? read_number(t, no, title) : STYLE_NONE;
    if (is_katakana(first)) /* スポーツの…; only ア　名 is left */
        return (n = read_kana(t, 0)) > 0
                   ? numbered(t, n, STYLE_KANA, no, title) : STYLE_NONE;
    style = read_mark(t, title);
    if (style == STYLE_BULLET) {
        text inner_no, inner_title;
        heading_style inner = heading_read(*title, &inner_no, &inner_title);

        if (inner == STYLE_NONE || inner == STYLE_BULLET)
            return style;
        *no = inner_no;
        *title = inner_title;
        return inner;
    }
    if (style != STYLE_NONE)
        return style;
    return read_number(t, no, title);
}

text heading_unmarked(text t)
{
    text title;

    t = text_trim(t);
    return read_mark(t, &title) == STYLE_BULLET ? title : t;
}

bool heading_is_plain(text t)
{
    text no, title;
    heading_style style = heading_read(t, &no, &title);

    return (style == STYLE_NONE && heading_act(t) == 0) ||
           style == STYLE_BULLET;
}

heading_style heading_depth(heading_style style, text no)
{
    unsigned joints = text_ends(no, "節") + 2u * text_ends(no, "項");

    if (style != STYLE_NUMBER)
        return style;
    for (size_t at = 0, before = 0; at < no.length;
         before = at, at = past(no, at))
        joints += is_joint(peek(no, at)) ||
                  (at > 0 && is_open(peek(no, at)) &&
                   !is_joint(peek(no, before)));
    return joints == 0   ? STYLE_NUMBER
           : joints == 1 ? STYLE_DEEP_NUMBER
                         : STYLE_DEEPEST_NUMBER;
}
