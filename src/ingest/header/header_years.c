/*
 * header_years.c - the year in a header's words
 */
#include "ingest/header/header_years.h"

#include "ingest/header/header_marks.h"

#include <string.h>

#include "wording/glyph.h"

const char *const header_year_tails[] = {
    "年度末", "年度", "年度中", "末時点", "末現在", "時点", "現在", "末",
    "まで", "の", "度", "年", "分", "n", NULL
};

/* 27実績, 31目標: a year of the era without its name; 1 to 12 may number the
 * columns. */
static bool take_bare_year(text *key, header_word *w, int context_year)
{
    static const char *const words[] = { "実績", "目標", "計画", "見込",
                                         "決算" };
    size_t n = 0;

    if (context_year == 0 || key->length < 3 ||
        !ascii_is_digit(key->bytes[0]) || !ascii_is_digit(key->bytes[1]) ||
        !text_to_size(text_cut(*key, 0, 2), &n) || n <= 12)
        return false;
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_starts(text_from(*key, 2), words[i]) &&
            fiscal_year_parse(&w->years, text_cut(*key, 0, 2),
                              context_year)) {
            w->has_year = true;
            *key = text_from(*key, 2);
            return true;
        }
    return false;
}

/* R3 Target, FY2022 Actual, folded: a year right in front of an English word. */
static bool take_year_of_english(text *key, header_word *w, int context_year)
{
    size_t word = key->length;

    while (word > 0 && key->bytes[word - 1] >= 'a' &&
           key->bytes[word - 1] <= 'z')
        word--;
    if (word == 0 || key->length - word < strlen("plan") ||
        !ascii_is_digit(key->bytes[word - 1]) || key->bytes[0] < '0' ||
        (unsigned char)key->bytes[0] >= 0x80 ||
        !fiscal_year_parse(&w->years, text_cut(*key, 0, word), context_year))
        return false;
    w->has_year = w->years.to != 0;
    *key = text_from(*key, word);
    return true;
}

/* 経費_ of 経費_R2, of R2・経費 and of R2/経費: what tied the year, which stood at
 * `at`, to the words. */
static text without_joint(text key, size_t at)
{
    static const text joints[] = {
        TEXT_WORD("_"), TEXT_WORD("-"), TEXT_WORD("・"), TEXT_WORD("/")
    };
    enum { JOINTS = sizeof(joints) / sizeof(*joints) };
    size_t cut = at < key.length ? 0 : text_ending(key, joints, JOINTS);

    if (cut < key.length)
        key = text_cut(key, 0, key.length - cut);
    for (size_t i = 0; i < JOINTS && at == 0; i++)
        if (text_starts(key, joints[i].bytes) &&
            key.length > joints[i].length)
            return text_from(key, joints[i].length);
    return key;
}

text header_take_year(arena *a, text key, header_word *w, int context_year)
{
    size_t start = 0, end = 0;

    if (take_bare_year(&key, w, context_year) ||
        take_year_of_english(&key, w, context_year))
        return key;
    if (!fiscal_year_find(&w->years, &start, &end, key, context_year))
        return key;
    w->has_year = w->years.to != 0 || w->years.from != 0;
    if (!w->has_year)
        return key;
    for (const char *const *tail = header_year_tails; *tail != NULL; tail++)
        if (text_starts(text_from(key, end), *tail)) {
            end += strlen(*tail);
            if (strcmp(*tail, "の") != 0 &&
                text_starts(text_from(key, end), "の"))
                end += strlen("の"); /* 令和6年度の実施内容 */
            break;
        }
    if (start == 0 && end + 1 < key.length && key.bytes[end] == ':' &&
        ascii_is_digit(key.bytes[end + 1])) {
        w->has_year = false; /* R1年度：35 is a figure of that year */
        w->years = (year_span){ 0 };
        return key;
    }
    key = without_joint(header_without(a, key, start, end), start);
    /* R2(2020), 令和2年度（2020年度）, 2020(R2): the same year again */
    for (unsigned more = 0; more < 2; more++) {
        year_span again;

        if (!fiscal_year_find(&again, &start, &end, key, context_year) ||
            again.to != w->years.to)
            break;
        key = header_without(a, key, start, end);
    }
    return key;
}

bool header_find_arrow(text t, size_t *start, size_t *end)
{
    size_t next;

    for (size_t at = 0; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_ARROW) {
            *start = at;
            *end = next;
            return true;
        }
    return false;
}

void header_take_both_years(header_word *w, text behind, int context_year)
{
    year_span first = { 0 }, last = { 0 };
    size_t start, end, from, to;

    if (header_find_arrow(behind, &start, &end) &&
        fiscal_year_find(&first, &from, &to, text_cut(behind, 0, start),
                         context_year) &&
        fiscal_year_find(&last, &from, &to, text_from(behind, end),
                         context_year)) {
        w->before = first;
        w->years = last;
        w->has_year = last.to != 0;
    }
}
