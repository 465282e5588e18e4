/*
 * fiscal_year.c - 年度: Japanese and Western fiscal years, read and written
 */
#include "wording/fiscal_year.h"

#include "wording/glyph.h"
#include "wording/year_word.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* A range mark, spaces around it; 0 for none. */
static size_t range_mark(text t, size_t start)
{
    size_t at = glyph_skip(t, start, true), next, from, size;
    glyph_class c = glyph_at(t, at, &next);

    if (c == GLYPH_WAVE || c == GLYPH_DASH) {
        size_t again;
        glyph_class second = glyph_at(t, next, &again);

        if (second == GLYPH_DASH || second == GLYPH_WAVE)
            next = again; /* -- */
        return glyph_skip(t, next, true) - start;
    }
    from = at;
    if (c == GLYPH_KATAKANA) {
        uint32_t mark = glyph_next(t, &from);

        if (mark == 0x30FC || mark == 0xFF70)
            return glyph_skip(t, next, true) - start;
    }
    size = glyph_word(t, at, "から");
    return size == 0 ? 0 : glyph_skip(t, at + size, true) - start;
}

static const char *const open_words[] = { "以降", "以後", "より以降" };
static const char *const until_words[] = { "までに", "まで", "迄に", "迄" };
static const char *const end_words[] = { "末", "中", "内", "当初", "期末" };
static const char *const point_words[] = { "時点", "現在" };
static const char *const year_words[] = { "ヵ年", "か年", "ヶ年", "カ年",
                                          "ケ年", "箇年", "年間", "年" };

static size_t spaced_any(text t, size_t at, const char *const *words,
                         size_t count)
{
    size_t start = glyph_skip(t, at, true);
    size_t size = glyph_any(t, start, words, count);

    return size == 0 ? 0 : start + size - at;
}

/* の5ヵ年平均, 平均, の平均値 */
static size_t read_mean(text t, size_t start)
{
    size_t at = start, digits, count, size;
    int value;

    at += glyph_word(t, at, "の");
    digits = year_word_digits(t, at, 2, &value, &count);
    if (digits != 0) {
        size = glyph_any(t, at + digits, year_words, COUNT(year_words));
        if (size == 0)
            return 0;
        at += digits + size;
        at += glyph_word(t, at, "の");
    }
    size = glyph_word(t, at, "平均値");
    if (size == 0)
        size = glyph_word(t, at, "平均");
    return size == 0 ? 0 : at + size - start;
}

/* 末 まで 以降 平均 behind the year or range; moves *at. */
static void read_tail(year_span *span, text t, size_t *at)
{
    size_t size;

    if ((size = glyph_any(t, *at, end_words, COUNT(end_words))) != 0 &&
        glyph_word(t, *at, "当初値") == 0) /* the figure it began with */
        *at += size;
    if ((size = glyph_any(t, *at, point_words, COUNT(point_words))) != 0)
        *at += size;
    if ((size = spaced_any(t, *at, until_words, COUNT(until_words))) != 0) {
        *at += size;
        span->until = true;
    } else if ((size = spaced_any(t, *at, open_words,
                                  COUNT(open_words))) != 0) {
        *at += size;
        span->open = true;
    } else if ((size = read_mean(t, *at)) != 0) {
        *at += size;
        span->mean = true;
    }
}

/* An open range `H30～`: nothing that could be its end behind the mark. */
static bool ends_open(text t, size_t at)
{
    size_t next;
    glyph_class c = glyph_at(t, at, &next);

    return c == GLYPH_END || c == GLYPH_CLOSE || c == GLYPH_COMMA ||
           c == GLYPH_NOTE;
}

/* The end of a range or a tail begins with a letter, a digit or a dash. */
static bool may_go_on(text t, size_t at)
{
    size_t next;
    glyph_class c = glyph_at(t, glyph_skip(t, at, true), &next);

    return glyph_is_letter(c) || c == GLYPH_DIGIT || c == GLYPH_DASH ||
           c == GLYPH_WAVE;
}

/* ～31年度, ～R6 or ～ behind the first year, which ends at *at. */
static void read_end(year_span *span, bool *bare, text t, size_t *at,
                     const year_word *first)
{
    size_t size = glyph_any(t, *at, end_words, 1);
    size_t mark = range_mark(t, *at + size), end, length;
    year_word last;

    if (mark == 0)
        return;
    end = *at + size + mark;
    length = year_word_read_end(&last, t, end, first);
    if (length != 0 && last.year >= first->year) {
        span->from = last.year == first->year ? 0 : first->year;
        span->to = last.year;
        span->calendar = last.calendar && !first->fiscal;
        *bare = first->bare && last.bare;
        *at = end + length;
    } else if (!first->bare && ends_open(t, end)) {
        span->open = true;
        *at = end;
    }
}

static size_t read_span(year_span *out, text t, size_t start, int context,
                        bool bare_allowed, bool *bare)
{
    year_word first;
    size_t at = start, size, next;
    bool leading = glyph_at(t, at, &next) == GLYPH_WAVE; /* ～H31年度 */
    year_span span = { 0 };

    *out = span;
    *bare = false;
    if (leading)
        at = glyph_skip(t, next, false);
    size = at < t.length
               ? year_word_read(&first, t, at, context, bare_allowed) : 0;
    if (size == 0 || (leading && first.bare))
        return 0;
    at += size;
    span.to = first.year;
    span.calendar = first.calendar;
    *bare = first.bare;
    if (may_go_on(t, at)) {
        if (!leading)
            read_end(&span, bare, t, &at, &first);
        read_tail(&span, t, &at);
    }
    span.until = span.until || leading;
    if (span.open) {
        if (span.from == 0)
            span.from = span.to;
        span.to = 0;
    }
    *out = span;
    return at - start;
}

/* The characters that a year's words begin with: the eras' and 西暦, FY, 元
 * (year_word.c), a digit, the sign of ’16, or the wave of ～H31. Most begin no
 * year. */
static bool begins_year_word(uint32_t c)
{
    switch (c) {
    case 0x4EE4: case 0x5E73: case 0x662D: case 0x5927: case 0x660E:
        return true; /* 令 平 昭 大 明 */
    case 0x897F: case 0x5143: /* 西 元 */
    case 0x2018: case 0x2019: case '\'': /* ’16 */
        return true;
    case 'r': case 'h': case 's': case 't': case 'm': case 'f':
    case 'R': case 'H': case 'S': case 'T': case 'M': case 'F':
        return true;
    default:
        return (c >= '0' && c <= '9') || glyph_class_of(c) == GLYPH_WAVE;
    }
}

bool fiscal_year_may_begin(text t, size_t at)
{
    size_t from = at;
    uint32_t c = at < t.length ? glyph_next(t, &from) : 0;

    return begins_year_word(c) &&
           (c < '0' || c > '9' || year_word_may_count(t, at));
}

/* Not in the middle of a word or number: COVH28, 1H28, 3.2016. */
static bool starts_year(text t, size_t at)
{
    size_t from = at;
    uint32_t c = glyph_next(t, &from), mark;
    glyph_class first = glyph_class_of(c), before;

    if (!fiscal_year_may_begin(t, at))
        return false;
    mark = glyph_before(t, at);
    before = at == 0 ? GLYPH_END : glyph_class_of(mark);
    if (first == GLYPH_DIGIT)
        return before != GLYPH_DIGIT && before != GLYPH_LATIN &&
               mark != '.' && mark != ',' && mark != 0x7B2C;
    if (first == GLYPH_LATIN)
        return before != GLYPH_LATIN && before != GLYPH_DIGIT;
    if (c == 0x5E73 || c == 0x4EE4 || c == 0x662D || c == 0x5927 ||
        c == 0x660E) /* 平 令 昭 大 明 */
        return before != GLYPH_KANJI ||
               glyph_word(t, at, "平成") != 0 ||
               glyph_word(t, at, "令和") != 0 ||
               glyph_word(t, at, "昭和") != 0;
    return true;
}

/* Words that make four bare digits in front of them a year. */
static const char *const bare_words[] = { "実績", "目標", "計画", "見込",
                                          "時点", "末", "現在", "基準",
                                          "達成", "進捗", "評価", "判定",
                                          "決算", "予算", "当初", "現状",
                                          "策定時", "数値目標", "最終目標",
                                          "事業費", "執行額" };

/* 目標 and KPI目標値 behind them. */
static bool makes_year(text t, size_t at)
{
    at += glyph_word(t, at, "kpi");
    return glyph_any(t, at, bare_words, COUNT(bare_words)) != 0;
}

/* Four bare digits are a year only where nothing counts them. */
static bool bare_stands_alone(text t, size_t start, size_t end)
{
    size_t next;
    glyph_class c = glyph_at(t, end, &next);
    glyph_class before = glyph_class_before(t, start);

    if (before == GLYPH_DASH || before == GLYPH_UNIT)
        return false;
    return c == GLYPH_END || glyph_is_space(c) || c == GLYPH_CLOSE ||
           c == GLYPH_OPEN || c == GLYPH_COLON || c == GLYPH_ARROW ||
           c == GLYPH_NOTE;
}

size_t fiscal_year_read(year_span *out, text t, size_t start,
                        int context_year)
{
    bool bare;
    size_t size;

    if (start >= t.length || !starts_year(t, start)) {
        *out = (year_span){ 0 };
        return 0;
    }
    size = read_span(out, t, start, context_year, false, &bare);
    if (size != 0 && bare && out->from == 0 &&
        !bare_stands_alone(t, start, start + size) &&
        !makes_year(t, start + size)) {
        *out = (year_span){ 0 };
        return 0;
    }
    return size;
}

size_t fiscal_year_read_marked(year_span *out, text t, size_t start,
                               int context_year)
{
    bool bare = false;
    size_t size = 0;

    *out = (year_span){ 0 };
    if (start < t.length && starts_year(t, start))
        size = read_span(out, t, start, context_year, false, &bare);
    if (bare) {
        *out = (year_span){ 0 };
        return 0;
    }
    return size;
}

bool fiscal_year_parse(year_span *out, text t, int context_year)
{
    text inner = text_trim(t);
    size_t size;
    bool bare;

    for (int depth = 0; depth < 4 && inner.length != 0; depth++) {
        size_t at = 0;
        uint32_t close = glyph_partner(glyph_next(inner, &at));

        if (close == 0 || at >= inner.length ||
            glyph_before(inner, inner.length) != close)
            break;
        inner = text_trim(text_cut(inner, at,
                                   utf8_floor(inner, inner.length - 1)));
    }
    size = read_span(out, inner, 0, context_year, true, &bare);
    if (size != 0 && size == inner.length)
        return true;
    *out = (year_span){ 0 };
    return false;
}

bool fiscal_year_find(year_span *out, size_t *start, size_t *end, text t,
                      int context_year)
{
    *start = *end = 0;
    for (size_t at = 0, next = 0; at < t.length; at = next) {
        size_t size = begins_year_word(glyph_next(t, &next))
                          ? fiscal_year_read(out, t, at, context_year) : 0;

        if (size != 0) {
            *start = at;
            *end = at + size;
            return true;
        }
    }
    *out = (year_span){ 0 };
    return false;
}

/* ---- Writing ------------------------------------------------------------ */

void fiscal_year_put(buf *b, int year)
{
    const char *era = year > REIWA ? "令和" : year > HEISEI ? "平成" : "昭和";
    int number = year - (year > REIWA ? REIWA : year > HEISEI ? HEISEI : 1925);

    if (number < 1)
        buf_printf(b, "%d年度", year);
    else if (number == 1)
        buf_printf(b, "%s元年度(%d)", era, year);
    else
        buf_printf(b, "%s%d年度(%d)", era, number, year);
}

void fiscal_year_put_short(buf *b, int year)
{
    if (year > REIWA)
        buf_printf(b, "R%d", year - REIWA);
    else if (year > HEISEI)
        buf_printf(b, "H%d", year - HEISEI);
    else if (year > 1925)
        buf_printf(b, "S%d", year - 1925);
    else
        buf_printf(b, "%d", year);
}

int fiscal_year_of_day(int year, int month)
{
    return month >= 1 && month <= 3 ? year - 1 : year;
}
