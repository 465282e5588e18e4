/*
 * kpi_which.c - which of a cell's figures is the indicator's, and of what year
 */
#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"

size_t build_pair_alone(const kpi *k, const actual_text *items, size_t count)
{
    kpi_text one = { .name = text_of(k->name), .unit = text_of(k->unit),
                     .has_target = k->target.value.known };
    size_t pair = SIZE_MAX;

    one.label = one.whole = text_of("");
    one.target.unit = one.unit;
    one.target.qualifier = text_of("");
    actual_text_pair(&pair, &one, 1, items, count);
    return pair != SIZE_MAX ? pair : 0;
}

size_t build_last_of_change(text t, const actual_text *items, size_t count)
{
    size_t last = 0;

    for (size_t i = 1; i < count; i++)
        if (items[i].has_value && items[i].label.length == 0 &&
            text_equal(items[i].figure.unit, items[0].figure.unit))
            last = i;
    return last > 0 && glyph_arrow(t) != SIZE_MAX ? last : 0;
}

bool build_said_year(year_span *out, const reader *r, const kpi_text *t)
{
    size_t start, end, next;

    if (t->actual_year.length > 0)
        return fiscal_year_parse(out, t->actual_year, r->context_year) &&
               out->to != 0;
    return fiscal_year_find(out, &start, &end, t->actual, r->context_year) &&
           out->to != 0 && out->from == 0 && start > 0 &&
           glyph_class_before(t->actual, start) == GLYPH_OPEN &&
           glyph_at(t->actual, end, &next) == GLYPH_CLOSE;
}

bool build_own_year(const build *b, year_span *out, text t,
                    const table_column *column)
{
    size_t start, end, next;

    return glyph_class_before(t, t.length) == GLYPH_CLOSE &&
           fiscal_year_find(out, &start, &end, t, b->reader->context_year) &&
           start > 0 && out->to != 0 && out->from == 0 && !out->until &&
           glyph_class_before(t, start) == GLYPH_OPEN &&
           glyph_at(t, end, &next) == GLYPH_CLOSE && next == t.length &&
           (column->years.to == 0 || glyph_has_digit(text_cut(t, 0, start)));
}
