/*
 * actual_pair.c - which actual belongs to which KPI of a cell
 */
#include "wording/actual_numbered.h"
#include "wording/glyph.h"
#include "wording/kpi_text.h"

/* Equal but for widths and case. */
static bool same_text(text a, text b)
{
    size_t i = 0, k = 0;

    while (i < a.length && k < b.length) {
        uint32_t x = glyph_next(a, &i), y = glyph_next(b, &k);

        if (x < 0x80)
            x = (uint32_t)(unsigned char)ascii_lower((char)x);
        if (y < 0x80)
            y = (uint32_t)(unsigned char)ascii_lower((char)y);
        if (x != y)
            return false;
    }
    return i == a.length && k == b.length;
}

/* Behind the last colon outside brackets. */
static text last_part(text t)
{
    text part = t;
    size_t next;

    for (size_t at = 0; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_COLON)
            part = text_from(t, next);
    return text_trim(part);
}

/* 3: one starts with the other, 2: ends with it, 1: contains it. */
int actual_label_score(text kpi, text actual)
{
    text part, longer, shorter;

    if (kpi.length == 0 || actual.length == 0)
        return 0;
    part = last_part(actual);
    if (same_text(kpi, actual) || same_text(kpi, part))
        return LABEL_EQUAL;
    longer = kpi.length > part.length ? kpi : part;
    shorter = kpi.length > part.length ? part : kpi;
    if (shorter.length == 0)
        return 0;
    if (same_text(text_cut(longer, 0, shorter.length), shorter))
        return 3;
    if (same_text(text_from(longer, longer.length - shorter.length), shorter))
        return 2;
    return text_contains(longer, shorter) || text_contains(actual, kpi) ? 1 : 0;
}

static bool is_taken(const size_t *pairs, size_t count, size_t actual)
{
    for (size_t i = 0; i < count; i++)
        if (pairs[i] == actual)
            return true;
    return false;
}

static text kpi_label(const kpi_text *kpi)
{
    return kpi->label.length != 0 ? kpi->label : kpi->name;
}

/* May these two be paired although no label says so? */
static bool may_pair(const kpi_text *kpi, const actual_text *actual,
                     bool same_count)
{
    unsigned which = glyph_circled(kpi->whole);

    if (same_count || (actual->label.length == 0 && actual->number == 0))
        return true;
    return which != 0 && actual->number != 0
               ? which == actual->number /* no ③24億円 of ②会員数：50人 */
               : kpi->label.length == 0 || same_text(kpi->label, kpi->unit);
}

void actual_text_pair(size_t *pairs, const kpi_text *kpis, size_t kpi_count,
                      const actual_text *actuals, size_t actual_count)
{
    /* 調査中 holds for all, and of one and one there is no choice */
    bool only = actual_count == 1 && (kpi_count == 1 || !actuals[0].has_value);

    for (size_t i = 0; i < kpi_count; i++)
        pairs[i] = only ? 0 : SIZE_MAX;
    if (only)
        return;
    for (int score = LABEL_EQUAL; score > 0; score--)
        for (size_t i = 0; i < kpi_count; i++)
            for (size_t k = 0; k < actual_count && pairs[i] == SIZE_MAX; k++)
                if (actual_label_score(kpi_label(&kpis[i]),
                                       actuals[k].label) == score &&
                    !is_taken(pairs, kpi_count, k))
                    pairs[i] = k;
    actual_numbered_pair(pairs, kpis, kpi_count, actuals, actual_count);
    for (int by_unit = 1; by_unit >= 0; by_unit--)
        for (size_t i = 0; i < kpi_count; i++)
            for (size_t k = 0; k < actual_count && pairs[i] == SIZE_MAX; k++)
                if ((!by_unit ||
                     same_text(kpis[i].unit, actuals[k].figure.unit)) &&
                    may_pair(&kpis[i], &actuals[k],
                             kpi_count == actual_count) &&
                    !is_taken(pairs, kpi_count, k))
                    pairs[i] = k;
}
