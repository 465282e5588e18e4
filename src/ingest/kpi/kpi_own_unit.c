/*
 * kpi_own_unit.c - the unit that a figure brings with it: 88億 under 億円; and the
 * one that nobody knows in the bracket of a name: 備蓄数（張） below 指標（単位）, or
 * 適用業務数（業務）
 */
#include "ingest/header/unit_words.h"
#include "ingest/kpi/kpi_parts.h"

#include <string.h>

#include "wording/glyph.h"

enum { UNIT_BYTES = 12 };

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

/* 張, 回分: letters and no words of how it is counted. */
static bool may_be_unit(text t)
{
    static const char *const others[] = { "累計", "延べ", "平均", "年間", "月間",
                                          "新規", "再掲", "推計", "見込",
                                          "年度末", "単年度", "合計", "最終" };
    size_t next;

    if (t.length == 0 || t.length > UNIT_BYTES ||
        text_contains_one(t, others, sizeof(others) / sizeof(*others)))
        return false;
    for (size_t at = 0; at < t.length; at = next)
        if (!glyph_is_letter(glyph_at(t, at, &next)))
            return false;
    return true;
}

/* 業務 of 適用業務数（累計）: what the name itself says that it counts. */
static bool counts_these(text name, text unit)
{
    for (size_t at = 0; (at = text_search(name, unit.bytes, unit.length,
                                          at)) != SIZE_MAX; at++)
        if (text_starts(text_from(name, at + unit.length), "数"))
            return true;
    return false;
}

bool build_headed_unit(build *b, text name, text *rest, text *unit)
{
    size_t open = SIZE_MAX, inner = 0, next;

    if (b->column == NULL || !glyph_may_close(name) ||
        glyph_class_before(name, name.length) != GLYPH_CLOSE)
        return false;
    for (size_t at = 0; at < name.length; at = next)
        if (glyph_at(name, at, &next) == GLYPH_OPEN) {
            open = at;
            inner = next;
        }
    if (open == SIZE_MAX || open == 0)
        return false;
    *unit = text_trim(text_cut(name, inner, glyph_back(name, name.length)));
    if (!may_be_unit(*unit))
        return false;
    *rest = text_trim(text_cut(name, 0, open));
    if (counts_these(*rest, *unit))
        return true;
    if (strstr(b->column->header, "単位") == NULL)
        return false;
    reader_finding(b->reader, "kpi-text-uncertain", b->rows[b->first],
                   b->column->col, name, reader_line(b->reader, *rest),
                   reader_text(b->reader, *unit), NULL);
    return true;
}
