/*
 * kpi_own_unit.c - the unit that a figure brings with it: 88億 under 億円
 */
#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_parts.h"

/* 88億 under 億円 means 88億円. */
static text whole_unit(reader *r, text own, const char *unit, uint32_t row,
                       uint32_t col, text typed)
{
    text whole = text_of(unit);
    size_t head;

    if (own.length == 0)
        return text_of("");
    if (!unit_is_magnitude(own) || whole.length == 0 ||
        unit_is_magnitude(whole))
        return own;
    for (head = 0; head < whole.length;) {
        size_t next = head;

        utf8_next(whole, &next);
        if (!unit_is_magnitude(text_cut(whole, 0, next)))
            break;
        head = next;
    }
    {
        buf b;
        const char *joined;

        buf_init(&b);
        buf_text(&b, own);
        buf_text(&b, text_from(whole, head));
        joined = reader_text(r, buf_slice(&b));
        buf_free(&b);
        reader_finding(r, "corrected-unit", row, col, typed,
                       reader_text(r, own), joined, NULL);
        return text_of(joined);
    }
}

text build_own_unit(build *b, text own, const char *unit, uint32_t row,
                    uint32_t col, text typed)
{
    text rest;

    unit_per_year(own, &rest);
    return whole_unit(b->reader, rest, unit, row, col, typed);
}
