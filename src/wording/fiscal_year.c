/*
 * fiscal_year.c - 年度: Japanese and Western fiscal years, read and written
 */
#include "wording/fiscal_year.h"

#include "wording/glyph.h"

enum { FIRST_YEAR = 1868, LAST_YEAR = 2199, FIRST_BARE = 1900 };

/*
 * `zero` + n = year n of the era. A `letter` or one kanji alone needs a
 * digit behind it; M and T are too often something else: they need 年 too.
 */
static const struct era {
    const char *name;
    int zero;
    int last; /* years it may be said to have: plans name 平成40年 */
    bool alone; /* the word also stands for the era in the middle of kanji */
    bool needs_mark;
} eras[] = {
    { "令和", 2018, 99, true, false },  { "令", 2018, 99, false, false },
    { "r", 2018, 99, false, false },    { "平成", 1988, 99, true, false },
    { "平", 1988, 99, false, false },   { "h", 1988, 99, false, false },
    { "昭和", 1925, 99, true, false },  { "昭", 1925, 99, false, false },
    { "s", 1925, 99, false, false },    { "大正", 1911, 15, true, false },
    { "大", 1911, 15, false, true },    { "t", 1911, 15, false, true },
    { "明治", 1867, 45, true, false },  { "明", 1867, 45, false, true },
    { "m", 1867, 45, false, true },
};

enum { HEISEI = 1988, REIWA = 2018 };

/* One year as typed, before it becomes part of a span. */
typedef struct one_year {
    int year;
    int zero;      /* of its era, 0 for a Western year */
    bool calendar; /* 年 without 度 and without a month */
    bool fiscal;   /* 年度, n */
    bool marked;   /* 年, 年度, an era, FY: more than bare digits */
    bool bare;     /* digits alone: 28, 2016 */
    bool month;
} one_year;

/* Decimal digits of any width; 0 when there are none or more than `most`. */
static size_t read_digits(text t, size_t at, size_t most, int *value,
                          size_t *count)
{
    size_t start = at, next;

    *value = 0;
    *count = 0;
    while (glyph_at(t, at, &next) == GLYPH_DIGIT) {
        size_t from = at;

        if (*count == most)
            return 0;
        *value = *value * 10 + (int)(glyph_next(t, &from) - '0');
        ++*count;
        at = next;
    }
    return at - start;
}

/* A word, spaces in front of it skipped. */
static size_t spaced_word(text t, size_t at, const char *word)
{
    size_t start = glyph_skip(t, at, true);
    size_t size = glyph_word(t, start, word);

    return size == 0 ? 0 : start + size - at;
}

static bool valid_year(int year)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/* `3月`, `3月末`, `3月31日` behind 年; moves *at, sets the month. */
static bool read_month(text t, size_t *at, int *month)
{
    size_t start = glyph_skip(t, *at, false), size, count, day;
    int value, number;

    size = read_digits(t, start, 2, &value, &count);
    if (size == 0 || value < 1 || value > 12)
        return false;
    start = glyph_skip(t, start + size, false);
    size = glyph_word(t, start, "月");
    if (size == 0)
        return false;
    *month = value;
    *at = start + size;
    start = glyph_skip(t, *at, false);
    day = read_digits(t, start, 2, &number, &count);
    if (day != 0 && number >= 1 && number <= 31) {
        size = glyph_word(t, start + day, "日");
        if (size != 0)
            *at = start + day + size;
    }
    return true;
}

/* `.4`, `.12`, `.4.1` or `/3` behind a year in digits. */
static bool read_dotted_month(text t, size_t *at, int *month)
{
    size_t next, size, count, after;
    size_t start = *at;
    int value;
    uint32_t mark;

    if (glyph_at(t, start, &next) == GLYPH_END)
        return false;
    mark = glyph_next(t, &start);
    if (mark != '.' && mark != '/')
        return false;
    size = read_digits(t, start, 2, &value, &count);
    if (size == 0 || value < 1 || value > 12)
        return false;
    *month = value;
    *at = start + size;
    after = *at;
    if (glyph_at(t, after, &next) != GLYPH_END &&
        glyph_next(t, &after) == mark) {
        size = read_digits(t, after, 2, &value, &count);
        if (size != 0 && value >= 1 && value <= 31)
            *at = after + size;
    }
    size = glyph_word(t, *at, "月");
    *at += size;
    return true;
}

/* What may stand behind the digits: n 年度 年 年3月 .4; moves *at. */
static void read_suffix(one_year *y, text t, size_t *at, size_t digits)
{
    size_t size, next;
    int month = 0;

    if ((size = glyph_word(t, *at, "n")) != 0 &&
        glyph_at(t, *at, &next) == GLYPH_LATIN) {
        size_t probe = *at;

        if ((glyph_next(t, &probe) == 'n') &&
            glyph_at(t, probe, &next) != GLYPH_LATIN &&
            glyph_at(t, probe, &next) != GLYPH_DIGIT) {
            *at += size;
            y->fiscal = y->marked = true;
        }
        return;
    }
    if ((size = spaced_word(t, *at, "年")) != 0) {
        size_t behind = *at + size, degree = glyph_word(t, behind, "度");

        if (degree == 0)
            degree = spaced_word(t, behind, "度");
        if (glyph_word(t, behind, "間") != 0)
            return; /* 10年間: no year */
        *at = behind + degree;
        y->marked = true;
        y->fiscal = degree != 0;
        y->calendar = degree == 0;
        if (degree == 0 && read_month(t, at, &month)) {
            y->calendar = false;
            y->month = true;
        }
    } else if ((size = spaced_word(t, *at, "度")) != 0 && y->zero != 0) {
        *at += size;
        y->fiscal = y->marked = true;
    } else if (digits != 0 && (y->zero != 0 || digits == 4) &&
               read_dotted_month(t, at, &month)) {
        y->month = true;
        y->marked = true;
    }
    if (month != 0)
        y->year = fiscal_year_of_day(y->year, month);
}

static bool is_word_character(glyph_class c)
{
    return c == GLYPH_LATIN || c == GLYPH_DIGIT;
}

/* A letter or digit behind bare digits: H2O, H264; not behind 年度. */
static bool runs_on(text t, size_t at)
{
    size_t next;

    return is_word_character(glyph_at(t, at, &next)) &&
           glyph_class_before(t, at) != GLYPH_KANJI;
}

static size_t read_era(one_year *y, text t, size_t start)
{
    for (size_t i = 0; i < sizeof(eras) / sizeof(*eras); i++) {
        size_t at = start, size = glyph_word(t, at, eras[i].name);
        size_t count = 0, digits;
        int value = 0;

        if (size == 0)
            continue;
        at = glyph_skip(t, at + size, eras[i].alone);
        if (!eras[i].alone && at != start + size &&
            eras[i].name[0] >= 'a' && eras[i].name[0] <= 'z')
            continue; /* `H 28`: only words take a space */
        digits = read_digits(t, at, 2, &value, &count);
        if (digits == 0) {
            digits = glyph_word(t, at, "元");
            value = 1;
        }
        if (digits == 0 || value < 1 || value > eras[i].last)
            continue;
        at += digits;
        *y = (one_year){ .year = eras[i].zero + value,
                         .zero = eras[i].zero };
        read_suffix(y, t, &at, count);
        if (!valid_year(y->year) || (eras[i].needs_mark && !y->marked))
            continue;
        if (runs_on(t, at))
            continue; /* H2O, H264 */
        y->marked = true;
        return at - start;
    }
    return 0;
}

/* 2016年度 2016 FY2016 西暦2016年 */
static size_t read_western(one_year *y, text t, size_t start)
{
    size_t at = start, size = glyph_word(t, at, "西暦"), digits, count;
    bool prefixed = size != 0;
    int value;

    if (size == 0 && (size = glyph_word(t, at, "fy")) != 0)
        prefixed = true;
    at += size;
    if (prefixed)
        at = glyph_skip(t, at, false);
    digits = read_digits(t, at, 4, &value, &count);
    if (digits == 0 || count != 4 || !valid_year(value))
        return 0;
    at += digits;
    *y = (one_year){ .year = value, .marked = prefixed };
    read_suffix(y, t, &at, count);
    if (!y->marked && value < FIRST_BARE)
        return 0;
    if (runs_on(t, at))
        return 0;
    y->bare = !y->marked;
    return at - start;
}

static int era_of_context(int context, int number)
{
    int heisei = HEISEI + number, reiwa = REIWA + number;
    int far_heisei = heisei > context ? heisei - context : context - heisei;
    int far_reiwa = reiwa > context ? reiwa - context : context - reiwa;

    if (context < HEISEI + 1)
        return 1925;
    if (far_heisei != far_reiwa)
        return far_heisei < far_reiwa ? HEISEI : REIWA;
    return context > REIWA ? REIWA : HEISEI;
}

/* `２年度` (or `28`) in the era that brings it nearest to the context. */
static size_t read_short(one_year *y, text t, size_t start, int context,
                         bool bare_allowed)
{
    size_t at = start, digits, count;
    int value;

    if (context == 0)
        return 0;
    digits = read_digits(t, at, 2, &value, &count);
    if (digits == 0) {
        digits = glyph_word(t, at, "元");
        value = 1;
        if (digits != 0 && glyph_word(t, at + digits, "年") == 0)
            return 0;
    }
    if (digits == 0 || value == 0)
        return 0;
    at += digits;
    *y = (one_year){ .zero = era_of_context(context, value) };
    y->year = y->zero + value;
    read_suffix(y, t, &at, 0);
    if (runs_on(t, at))
        return 0;
    if (!y->fiscal && !bare_allowed)
        return 0;
    y->bare = !y->marked;
    return valid_year(y->year) ? at - start : 0;
}

static size_t read_one(one_year *y, text t, size_t start, int context,
                       bool bare_allowed)
{
    size_t size = read_era(y, t, start);

    if (size == 0)
        size = read_western(y, t, start);
    if (size == 0)
        size = read_short(y, t, start, context, bare_allowed);
    return size;
}

/* ---- Ranges ------------------------------------------------------------ */

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

/* The end of a range: `31年度` takes the era of the start, 2015-19 too. */
static size_t read_range_end(one_year *y, text t, size_t start,
                             const one_year *first)
{
    size_t at = start, size = read_era(y, t, start), digits, count;
    int value;

    if (size == 0)
        size = read_western(y, t, start);
    if (size != 0)
        return size;
    digits = read_digits(t, at, 2, &value, &count);
    if (digits == 0 && (digits = glyph_word(t, at, "元")) != 0) {
        value = REIWA + 1 - first->zero; /* H27～元年度 */
        if (glyph_word(t, at + digits, "年") == 0)
            digits = 0;
    }
    if (digits == 0)
        return 0;
    at += digits;
    *y = (one_year){ .zero = first->zero };
    if (first->zero == 0)
        y->year = first->year / 100 * 100 + value;
    else
        y->year = first->zero + value;
    if (y->zero == HEISEI && y->year < first->year)
        y->year = REIWA + value; /* H27～2年度 */
    read_suffix(y, t, &at, 0);
    if (runs_on(t, at))
        return 0;
    if (!y->marked && first->bare && first->zero == 0 && count != 2)
        return 0;
    return valid_year(y->year) && y->year >= first->year ? at - start : 0;
}

static const char *const open_words[] = { "以降", "以後", "より以降" };
static const char *const until_words[] = { "までに", "まで", "迄に", "迄" };
static const char *const end_words[] = { "末", "中", "内", "当初", "期末" };
static const char *const point_words[] = { "時点", "現在" };
static const char *const year_words[] = { "ヵ年", "か年", "ヶ年", "カ年",
                                          "ケ年", "箇年", "年間", "年" };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

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
    digits = read_digits(t, at, 2, &value, &count);
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

    if ((size = glyph_any(t, *at, end_words, COUNT(end_words))) != 0)
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

static size_t read_span(year_span *out, text t, size_t start, int context,
                        bool bare_allowed, bool *bare)
{
    one_year first, last;
    size_t at = start, size, mark;
    year_span span = { 0 };
    size_t leading = 0, next;

    *out = span;
    *bare = false;
    if (start >= t.length)
        return 0;
    if (glyph_at(t, at, &next) == GLYPH_WAVE) { /* ～H31年度 */
        leading = next - at;
        at = glyph_skip(t, next, false);
    }
    size = read_one(&first, t, at, context, bare_allowed);
    if (size == 0 || (leading != 0 && first.bare))
        return 0;
    at += size;
    span.to = first.year;
    span.calendar = first.calendar;
    *bare = first.bare;
    size = leading != 0 ? 0 : glyph_any(t, at, end_words, 1);
    mark = leading != 0 ? 0 : range_mark(t, at + size);
    if (mark != 0) {
        size_t end = at + size + mark;
        size_t length = read_range_end(&last, t, end, &first);

        if (length != 0 && last.year >= first.year) {
            span.from = first.year;
            span.to = last.year;
            span.calendar = last.calendar && !first.fiscal;
            *bare = first.bare && last.bare;
            at = end + length;
            if (last.year == first.year)
                span.from = 0;
            mark = 0;
        } else if (!first.bare && ends_open(t, end)) {
            span.open = true;
            at = end;
        }
    }
    read_tail(&span, t, &at);
    span.until = span.until || leading != 0;
    if (span.open) {
        if (span.from == 0)
            span.from = span.to;
        span.to = 0;
    }
    *out = span;
    return at - start;
}

/* Not in the middle of a word or number: COVH28, 1H28, 3.2016. */
static bool starts_year(text t, size_t at)
{
    size_t next, from = at;
    glyph_class before = glyph_class_before(t, at);
    glyph_class first = glyph_at(t, at, &next);
    uint32_t mark = glyph_before(t, at), c;

    if (first == GLYPH_END)
        return false;
    c = glyph_next(t, &from);
    if (first == GLYPH_DIGIT)
        return before != GLYPH_DIGIT && before != GLYPH_LATIN &&
               mark != '.' && mark != ',' && mark != 0x7B2C;
    if (first == GLYPH_LATIN)
        return !is_word_character(before);
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
                                          "時点", "末", "現在", "基準" };

/* Four bare digits are a year only where nothing counts them. */
static bool bare_stands_alone(text t, size_t start, size_t end)
{
    size_t next;
    glyph_class c = glyph_at(t, end, &next);
    glyph_class before = glyph_class_before(t, start);
    uint32_t mark = c == GLYPH_END ? 0 : glyph_next(t, &end);

    (void)mark;
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
        glyph_any(t, start + size, bare_words, COUNT(bare_words)) == 0) {
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
    for (size_t at = 0; at < t.length;) {
        size_t size = fiscal_year_read(out, t, at, context_year);

        if (size != 0) {
            *start = at;
            *end = at + size;
            return true;
        }
        glyph_next(t, &at);
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
