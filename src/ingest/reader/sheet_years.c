/*
 * sheet_years.c - which era a sheet's bare years belong to
 */
#include "ingest/reader/sheet_years.h"

#include "wording/glyph.h"

enum { CONTEXT_ROWS = 40, CONTEXT_BYTES = 240 };
enum { FIRST_OF_REIWA = 2019, LAST_OF_HEISEI = 2018, LEAST_HEISEI = 13 };

/* The first year with an era in the sheet's upper rows: what ２年度 means. */
int sheet_context_year(const sheet_view *v)
{
    uint32_t rows = v->grid->rows < CONTEXT_ROWS ? v->grid->rows
                                                 : CONTEXT_ROWS;

    for (uint32_t row = 0; row < rows; row++)
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const cell *at = view_cell(v, row, c);
            year_span span = { 0 };
            size_t start, end;

            if (at != NULL && at->type == CELL_STRING &&
                at->value.length <= CONTEXT_BYTES &&
                fiscal_year_find(&span, &start, &end, at->value, 0))
                return span.to != 0 ? span.to : span.from;
        }
    return 0;
}

/* ３０年度 below 平成. */
static bool is_below_era(const sheet_view *v, uint32_t row, uint32_t col)
{
    text above = row == 0 ? text_of("") : view_text(v, row - 1, col);

    return text_is(above, "平成") || text_is(above, "令和");
}

/* 27年度 without an era anywhere: of 平成 from 13 on, else of 令和. It is
 * said once a sheet. */
void sheet_infer_era(reader *r)
{
    const sheet_view *v = &r->view;
    uint32_t rows = v->grid->rows < CONTEXT_ROWS ? v->grid->rows
                                                 : CONTEXT_ROWS;

    for (uint32_t row = 0; row < rows; row++)
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            text t = view_text(v, row, c);
            year_span span = { 0 };
            size_t start, end, n;

            if (t.length > CONTEXT_BYTES ||
                view_cell(v, row, c)->type != CELL_STRING ||
                fiscal_year_find(&span, &start, &end, t, 0) ||
                !fiscal_year_find(&span, &start, &end, t, FIRST_OF_REIWA) ||
                span.to == 0)
                continue;
            if (is_below_era(v, row, c)) {
                r->context_year = FIRST_OF_REIWA; /* its column's says more */
                continue;
            }
            n = (size_t)(span.to - FIRST_OF_REIWA + 1);
            r->context_year = n >= LEAST_HEISEI ? LAST_OF_HEISEI
                                                : FIRST_OF_REIWA;
            reader_finding(r, "era-inferred", row, c, t,
                           n >= LEAST_HEISEI ? "平成" : "令和", NULL, NULL);
            return;
        }
}

/* Nothing but the text's edge, a gap, a bracket or a mark. */
static bool is_edge(glyph_class c)
{
    return c == GLYPH_END || glyph_is_space(c) || c == GLYPH_OPEN ||
           c == GLYPH_CLOSE || c == GLYPH_MARK || c == GLYPH_SLASH;
}

/* R2.6, 令和2年6月: a day or month. */
static bool is_date(text t)
{
    return text_find(t, "月", 0) != SIZE_MAX ||
           text_find(t, ".", 0) != SIZE_MAX ||
           text_find(t, "．", 0) != SIZE_MAX ||
           text_find(t, "/", 0) != SIZE_MAX;
}

int year_of_title(text t, int context_year)
{
    size_t start, end, next;

    for (size_t at = 0; at < t.length; at += end) {
        text rest = text_from(t, at);
        year_span span = { 0 };

        if (!fiscal_year_find(&span, &start, &end, rest, context_year))
            return 0;
        if (span.from != 0 || span.open || span.until)
            return 0;
        if (span.to != 0 && !is_date(text_cut(rest, start, end)) &&
            (at + start == 0 ||
             is_edge(glyph_class_before(t, at + start))) &&
            is_edge(glyph_at(t, at + end, &next)))
            return span.to;
        if (end == 0)
            return 0;
    }
    return 0;
}

int reported_year(const reader *r)
{
    return r->heading_year != 0          ? r->heading_year
           : r->stated_year != 0         ? r->stated_year
           : r->titled_year != 0         ? r->titled_year
           : r->plan->reported_year == 0 ? r->named_year
                                         : 0;
}
