/*
 * kpi_year_cell.c - a figure whose year stands in a cell of its own
 *
 *     指標 | 当初値   | R4実績 | 目標値
 *     面積 | 2019年度 | 121    | 2024年度
 *          | 820      |        | 1500
 */
#include <string.h>

#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"

/* 2019, １８ */
static bool is_digits(text t)
{
    for (size_t at = 0, next; at < t.length; at = next)
        if (glyph_at(t, at, &next) != GLYPH_DIGIT)
            return false;
    return true;
}

/* 2019年度 or （R1年度末）, not 2019, which may be a figure. */
static bool is_year_alone(const build *b, uint32_t row, uint32_t col,
                          year_span *out)
{
    text t = text_trim(view_text(&b->reader->view, row, col));

    if (text_starts(t, "（") && text_ends(t, "）"))
        t = text_cut(t, strlen("（"), t.length - strlen("）"));
    else if (text_starts(t, "(") && text_ends(t, ")"))
        t = text_cut(t, 1, t.length - 1);
    return t.length > 0 && !is_digits(t) &&
           fiscal_year_parse(out, t, b->reader->context_year) &&
           out->to != 0;
}

bool build_year_cell(const build *b, const table_column *column,
                     uint32_t *row, year_span *years)
{
    const sheet_view *v = &b->reader->view;
    uint32_t rows[2];
    year_span span = { 0 }, other;
    size_t n, count = 0;

    if (column->years.to != 0 || b->first == b->last)
        return false;
    for (n = b->first; n <= b->last; n++) {
        if (!view_filled(v, b->rows[n], column->col) ||
            !view_begins(v, b->rows[n], column->col))
            continue;
        if (count == 2)
            return false;
        rows[count++] = b->rows[n];
    }
    if (count != 2)
        return false;
    n = is_year_alone(b, rows[0], column->col, &span) ? 0
        : is_year_alone(b, rows[1], column->col, &span) ? 1 : 2;
    if (n == 2 || is_year_alone(b, rows[1 - n], column->col, &other))
        return false;
    *row = rows[1 - n];
    *years = span;
    return true;
}
