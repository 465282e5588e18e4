/*
 * actual_numbered.c - actuals that numbers tell apart: ①26人 ②調査中 ③24億円,
 * and (1) 26人 above (2) 調査中, or ア　26人 above イ　調査中
 */
#include "wording/actual_numbered.h"

#include <string.h>

#include "wording/glyph.h"

enum { CIRCLED = 3 /* bytes */, LONGEST_TEXT = 60 };

/* The bytes of the mark, or 0. */
static size_t begins_with(text t, unsigned n)
{
    size_t size, next;

    if (t.length <= CIRCLED)
        return 0;
    if (glyph_at(t, 0, &next) == GLYPH_OPEN)
        return glyph_number_mark(t, n);
    if ((unsigned char)t.bytes[0] != 0xE2)
        return glyph_kana_mark(t, n);
    size = glyph_number_mark(t, n);
    return size == CIRCLED ? size : 0;
}

/* Where the next number begins; the numbers between may be missing. (1), ア and
 * イ begin a line. */
static size_t next_mark(text t, size_t at, unsigned *current)
{
    const unsigned char first = (unsigned char)t.bytes[0];

    for (; at < t.length; at++) {
        text rest = text_from(t, at);

        if ((unsigned char)t.bytes[at] != first ||
            (first != 0xE2 && t.bytes[at - 1] != '\n'))
            continue;
        for (unsigned n = *current + 1; n <= NUMBERED_MAX; n++)
            if (begins_with(rest, n) != 0) {
                *current = n;
                return at;
            }
    }
    return t.length;
}

/* ①26人、 without what joins it to the next. */
static text without_joint(text t)
{
    static const char *const joints[] = { "、", "，", ",", "・", "／", "/" };

    t = text_trim(t);
    for (size_t i = 0; i < sizeof(joints) / sizeof(*joints); i++)
        if (text_ends(t, joints[i]))
            return text_trim(text_cut(t, 0, t.length - strlen(joints[i])));
    return t;
}

size_t actual_numbered_split(numbered_part parts[NUMBERED_MAX], text cell)
{
    text t = text_trim(cell);
    unsigned current = 1;
    size_t count = 0, at = 0;

    if (begins_with(t, current) == 0)
        return 0;
    while (at < t.length) {
        unsigned own = current;
        size_t end = next_mark(t, at + CIRCLED, &current);

        parts[count].number = own;
        parts[count].whole = without_joint(text_cut(t, at, end));
        parts[count].words =
            without_joint(text_cut(t, at + begins_with(text_from(t, at), own),
                                   end));
        if (parts[count++].words.length == 0)
            return 0;
        at = end;
    }
    return count > 1 ? count : 0;
}

text actual_numbered_first(text cell)
{
    numbered_part parts[NUMBERED_MAX];

    return actual_numbered_split(parts, cell) > 0 ? parts[0].words : cell;
}

bool actual_numbered_stands(const actual_text *items, size_t count,
                            text words)
{
    return count == 1 && (items[0].has_value ||
                          (items[0].state != STATE_BLANK &&
                           (items[0].state != STATE_TEXT ||
                            (words.length <= LONGEST_TEXT &&
                             !glyph_has_digit(words) &&
                             text_find(words, "。", 0) == SIZE_MAX))));
}

/* Has another KPI the unit that this one lacks? Then it may be that one's. */
static bool is_of_another(const kpi_text *kpis, size_t kpi_count, size_t own,
                          text unit)
{
    if (unit.length == 0 || kpis[own].unit.length == 0 ||
        text_equal(kpis[own].unit, unit))
        return false;
    for (size_t i = 0; i < kpi_count; i++)
        if (text_equal(kpis[i].unit, unit))
            return true;
    return false;
}

void actual_numbered_pair(size_t *pairs, const kpi_text *kpis,
                          size_t kpi_count, const actual_text *actuals,
                          size_t actual_count)
{
    for (size_t k = 0; k < actual_count; k++)
        if (actuals[k].number > kpi_count)
            return; /* of others too */
    for (size_t k = 0; k < actual_count; k++) {
        size_t own = actuals[k].number;

        if (own == 0 || actuals[k].label.length > 0 ||
            pairs[own - 1] != SIZE_MAX ||
            is_of_another(kpis, kpi_count, own - 1, actuals[k].figure.unit))
            continue;
        pairs[own - 1] = k;
    }
}
