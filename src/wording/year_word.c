/*
 * year_word.c - one year as typed, before it becomes part of a span
 */
#include "wording/year_word.h"

#include "wording/fiscal_year.h"
#include "wording/glyph.h"

enum { FIRST_YEAR = 1868, LAST_YEAR = 2199, FIRST_BARE = 1900 };

/*
 * `zero` + n = year n of the era. A `letter` or one kanji alone needs a
 * digit behind it; M and T are too often something else: they need 年 too.
 */
static const struct era {
    char name[8];
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

/* Decimal digits of any width; 0 when there are none or more than `most`. */
size_t year_word_digits(text t, size_t at, size_t most, int *value,
                          size_t *count)
{
    size_t start = at;
    int digit;

    *value = 0;
    *count = 0;
    while ((digit = glyph_digit(t, at, &at)) >= 0) {
        if (*count == most)
            return 0;
        *value = *value * 10 + digit;
        ++*count;
    }
    return at - start;
}

/* n, 度 or 年 behind the digits: without, no suffix makes a fiscal year. */
static bool may_be_fiscal(text t, size_t at)
{
    size_t from = glyph_skip(t, at, true);
    uint32_t c = from < t.length ? glyph_next(t, &from) : 0;

    return c == 0x5E74 || c == 0x5EA6 || c == 'n' || c == 'N';
}

/* 27～31年度: the mark behind the first year holds for both. */
static bool begins_range(text t, size_t at)
{
    size_t next, digits, count, from = glyph_skip(t, at, true);
    int value;

    if (glyph_at(t, from, &next) != GLYPH_WAVE)
        return false;
    from = glyph_skip(t, next, true);
    digits = year_word_digits(t, from, 2, &value, &count);
    return digits != 0 &&
           glyph_word(t, glyph_skip(t, from + digits, true), "年度") != 0;
}

bool year_word_may_count(text t, size_t at)
{
    size_t count, digits;
    int value;

    digits = year_word_digits(t, at, 4, &value, &count);
    if (digits == 0 || count == 3)
        return false;
    return count == 4 || may_be_fiscal(t, at + digits) ||
           begins_range(t, at + digits);
}

/* A word, spaces in front of it skipped. */
static size_t spaced_word(text t, size_t at, const char *word)
{
    size_t start = glyph_skip(t, at, true);
    size_t size = glyph_word(t, start, word);

    return size == 0 ? 0 : start + size - at;
}

/* 三十一 十 五: numbers up to 99 in kanji. */
static size_t read_kanji(text t, size_t start, int *value)
{
    static const char *const digits[] = { "一", "二", "三", "四", "五",
                                          "六", "七", "八", "九" };
    size_t at = start, size;
    int tens = 0, ones = 0;

    for (int i = 0; i < 9 && ones == 0; i++)
        if ((size = glyph_word(t, at, digits[i])) != 0) {
            ones = i + 1;
            at += size;
        }
    if ((size = glyph_word(t, at, "十")) != 0) {
        tens = ones == 0 ? 1 : ones;
        ones = 0;
        at += size;
        for (int i = 0; i < 9 && ones == 0; i++)
            if ((size = glyph_word(t, at, digits[i])) != 0) {
                ones = i + 1;
                at += size;
            }
    }
    *value = tens * 10 + ones;
    return at - start;
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

    size = year_word_digits(t, start, 2, &value, &count);
    if (size == 0 || value < 1 || value > 12)
        return false;
    start = glyph_skip(t, start + size, false);
    size = glyph_word(t, start, "月");
    if (size == 0)
        return false;
    *month = value;
    *at = start + size;
    start = glyph_skip(t, *at, false);
    day = year_word_digits(t, start, 2, &number, &count);
    if (day != 0 && number >= 1 && number <= 31) {
        size = glyph_word(t, start + day, "日");
        if (size != 0)
            *at = start + day + size;
    }
    return true;
}

/* 2131.6千t is a figure, 2016.4現在 is a year. */
static bool counts_something(text t, size_t at)
{
    static const char *const points[] = { "現在", "時点", "末", "改定", "開始",
                                          "以降", "まで", "から" };
    size_t next;
    glyph_class c = glyph_at(t, at, &next);

    return (glyph_is_letter(c) || c == GLYPH_UNIT || c == GLYPH_DIGIT) &&
           glyph_any(t, at, points, sizeof(points) / sizeof(*points)) == 0;
}

/* `.4`, `.12`, `.4.1` or `/3` behind a year in digits; `bare`: without its
 * era. */
static bool read_dotted_month(text t, size_t *at, int *month, bool bare)
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
    size = year_word_digits(t, start, 2, &value, &count);
    if (size == 0 || value < 1 || value > 12)
        return false;
    *month = value;
    start += size;
    after = start;
    if (glyph_at(t, after, &next) != GLYPH_END &&
        glyph_next(t, &after) == mark) {
        size = year_word_digits(t, after, 2, &value, &count);
        if (size != 0 && value >= 1 && value <= 31)
            start = after + size;
    }
    size = glyph_word(t, start, "月");
    if (bare && size == 0 && counts_something(t, start))
        return false;
    *at = start + size;
    return true;
}

/* What may stand behind the digits: n 年度 年 年3月 .4; moves *at. */
static void read_suffix(year_word *y, text t, size_t *at, size_t digits)
{
    size_t size, next;
    int month = 0;

    if (*at == t.length)
        return; /* H27 */
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
               read_dotted_month(t, at, &month, y->zero == 0)) {
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

/* FY2023 right behind a year: R5FY2023, which a line break had parted. */
static bool begins_twin(text t, size_t at)
{
    size_t size = glyph_word(t, at, "fy"), next;

    return size != 0 && glyph_at(t, at + size, &next) == GLYPH_DIGIT;
}

/* A letter or digit behind bare digits: H2O, H264; not behind 年度, nor KPI:
 * R7KPI目標値. */
static bool runs_on(text t, size_t at)
{
    size_t next;

    return is_word_character(glyph_at(t, at, &next)) &&
           glyph_class_before(t, at) != GLYPH_KANJI && !begins_twin(t, at) &&
           glyph_word(t, at, "kpi") == 0;
}

/*
 * H28 R.5 令和元年度 平成三十年. `whole`: nothing else stands in the text, so
 * that `R 5` is a year too; elsewhere only with 年 behind it.
 */
static size_t read_era(year_word *y, text t, size_t start, bool whole)
{
    glyph_first first = glyph_first_of(t, start);

    for (size_t i = 0; i < sizeof(eras) / sizeof(*eras); i++) {
        size_t at = start, size = glyph_may_start(first, eras[i].name)
                                      ? glyph_word(t, at, eras[i].name) : 0;
        size_t count = 0, digits;
        int value = 0;
        bool apart;

        if (size == 0)
            continue;
        at += size;
        if (!eras[i].alone)
            at += glyph_word(t, at, "."); /* R.5 */
        apart = !eras[i].alone && !whole;
        digits = at;
        at = glyph_skip(t, at, eras[i].alone);
        apart = apart && at != digits;
        digits = year_word_digits(t, at, 2, &value, &count);
        if (digits == 0) {
            digits = glyph_word(t, at, "元");
            value = 1;
        }
        if (digits == 0 && eras[i].alone)
            digits = read_kanji(t, at, &value);
        if (digits == 0 || value < 1 || value > eras[i].last)
            continue;
        at += digits;
        *y = (year_word){ .year = eras[i].zero + value,
                         .zero = eras[i].zero };
        read_suffix(y, t, &at, count);
        if (!valid_year(y->year) ||
            ((eras[i].needs_mark || apart) && !y->marked))
            continue; /* `H 28人` */
        if (runs_on(t, at))
            continue; /* H2O, H264 */
        y->marked = true;
        return at - start;
    }
    return 0;
}

/* ’16 '16: the century left out; not the minutes of 5'30. */
static size_t read_clipped(year_word *y, text t, size_t start)
{
    static const char *const marks[] = { "\xE2\x80\x99", "\xE2\x80\x98",
                                         "'" };
    size_t at = start, digits, count;
    int value;

    for (size_t i = 0; at == start && i < sizeof(marks) / sizeof(*marks); i++)
        at += glyph_word(t, start, marks[i]);
    if (at == start || is_word_character(glyph_class_before(t, start)))
        return 0;
    digits = year_word_digits(t, at, 2, &value, &count);
    if (digits == 0 || count != 2)
        return 0;
    at += digits;
    *y = (year_word){ .year = 2000 + value, .marked = true };
    read_suffix(y, t, &at, 0);
    y->marked = true;
    return runs_on(t, at) ? 0 : at - start;
}

/* 2016年度 2016 FY2016 西暦2016年 */
static size_t read_western(year_word *y, text t, size_t start)
{
    size_t at = start, size = 0, digits, count, behind;
    bool prefixed, bare = glyph_at(t, start, &behind) == GLYPH_DIGIT;
    int value;

    if (!bare)
        size = glyph_word(t, at, "西暦");
    prefixed = size != 0;
    if (!bare && size == 0 && (size = glyph_word(t, at, "fy")) != 0)
        prefixed = true;
    at += size;
    if (prefixed)
        at = glyph_skip(t, at, false);
    digits = year_word_digits(t, at, 4, &value, &count);
    if (digits != 0 && count == 2 && !bare &&
        glyph_word(t, start, "fy") != 0) {
        value += 2000; /* FY24 */
        count = 4;
    }
    if (digits == 0 || count != 4 || !valid_year(value))
        return 0;
    at += digits;
    *y = (year_word){ .year = value, .marked = prefixed };
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
static size_t read_short(year_word *y, text t, size_t start, int context,
                         bool bare_allowed)
{
    size_t at = start, digits, count;
    int value;
    bool range;

    if (context == 0)
        return 0;
    digits = year_word_digits(t, at, 2, &value, &count);
    if (digits == 0) {
        digits = glyph_word(t, at, "元");
        value = 1;
        if (digits != 0 && glyph_word(t, at + digits, "年") == 0)
            return 0;
    }
    if (digits == 0 || value == 0)
        return 0;
    at += digits;
    range = begins_range(t, at);
    if (!bare_allowed && !range && !may_be_fiscal(t, at))
        return 0;
    *y = (year_word){ .zero = era_of_context(context, value) };
    y->year = y->zero + value;
    if (range)
        y->fiscal = y->marked = true;
    else
        read_suffix(y, t, &at, 0);
    if (runs_on(t, at))
        return 0;
    if (!y->fiscal && !bare_allowed)
        return 0;
    y->bare = !y->marked;
    return valid_year(y->year) ? at - start : 0;
}

/* R5(2023), 令和5（2023）年度, R5/FY2023, H31(R1): the same year in the other
 * calendar, or in the era that it began with; 2019年度（H31(R1)） in both, so that
 * a first twin may have its own. */
static size_t read_twin(year_word *y, text t, size_t start, bool first)
{
    size_t at = glyph_skip(t, start, true), next = at, size;
    year_word twin;
    uint32_t c;
    bool open;

    if (y->month || at == t.length)
        return 0;
    c = glyph_next(t, &next);
    open = glyph_class_of(c) == GLYPH_OPEN;
    if (open || c == '/')
        at = glyph_skip(t, next, false);
    else if ((c != 'f' && c != 'F') || !begins_twin(t, at))
        return 0;
    size = y->zero != 0 ? read_western(&twin, t, at) : 0;
    if (size == 0)
        size = read_era(&twin, t, at, false);
    if (size == 0 || twin.month || twin.year != y->year ||
        twin.zero == y->zero)
        return 0;
    at += size;
    if (open) {
        at += first && twin.year == REIWA + 1 ? read_twin(&twin, t, at, false)
                                              : 0;
        at = glyph_skip(t, at, false);
        if (glyph_at(t, at, &next) != GLYPH_CLOSE)
            return 0;
        at = next;
    }
    y->marked = true;
    y->bare = false;
    if (twin.fiscal) {
        y->fiscal = true;
        y->calendar = false;
    }
    if (!y->fiscal && !y->calendar)
        read_suffix(y, t, &at, 0);
    return at - start;
}

/* A year with its mark, or 0. What it begins with tells which it may be. */
static size_t read_named(year_word *y, text t, size_t start, bool whole)
{
    size_t size = 0, next;

    switch (glyph_at(t, start, &next)) {
    case GLYPH_DIGIT:
        size = read_western(y, t, start);
        break;
    case GLYPH_LATIN:
    case GLYPH_KANJI:
        size = read_era(y, t, start, whole);
        if (size == 0)
            size = read_western(y, t, start);
        break;
    case GLYPH_MARK:
        size = read_clipped(y, t, start);
        break;
    default:
        break;
    }
    return size == 0 ? 0 : size + read_twin(y, t, start + size, true);
}

size_t year_word_read(year_word *y, text t, size_t start, int context,
                       bool bare_allowed)
{
    size_t size = read_named(y, t, start, bare_allowed);

    if (size == 0)
        size = read_short(y, t, start, context, bare_allowed);
    return size;
}

/* The end of a range: `31年度` takes the era of the start, 2015-19 too. */
size_t year_word_read_end(year_word *y, text t, size_t start,
                             const year_word *first)
{
    size_t at = start, size = read_named(y, t, start, false), digits, count;
    int value;

    if (size != 0)
        return size;
    digits = year_word_digits(t, at, 2, &value, &count);
    if (digits == 0 && (digits = glyph_word(t, at, "元")) != 0) {
        value = REIWA + 1 - first->zero; /* H27～元年度 */
        if (glyph_word(t, at + digits, "年") == 0)
            digits = 0;
    }
    if (digits == 0)
        return 0;
    at += digits;
    *y = (year_word){ .zero = first->zero };
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
