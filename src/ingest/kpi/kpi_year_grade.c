/*
 * kpi_year_grade.c - an indicator's grade where each year's line has one
 *
 *     指標     | 年度 | 目標 | 実績 | 評価
 *     来場者数 | R3   | 100  | 110  | A
 *     ^        | R4   | 100  | 70   | C
 */
#include "ingest/kpi/kpi_parts.h"
#include "ingest/reader/project_grade.h"
#include "wording/no_number.h"

/* The grade of a year's line, as tall as its year; empty for none. One over
 * several years is a project's that shares the indicator. */
static text grade_of(const build *b, size_t n, uint32_t col, uint32_t year)
{
    const sheet_view *v = &b->reader->view;
    merge_range m = view_range(v, b->rows[n], col);
    text t = view_text(v, b->rows[n], col);

    return t.length > 0 && m.row == b->rows[n] &&
                   m.last_row == view_range(v, m.row, year).last_row &&
                   project_grade_like(b->reader, t) &&
                   !no_number_is_missing(t)
               ? t : text_of("");
}

/* Are there two grades of the indicator, and not the same? */
static bool differ(const build *b, uint32_t col, uint32_t year)
{
    text one = text_of("");

    for (size_t n = b->first; n <= b->last; n++) {
        text t = grade_of(b, n, col, year);

        if (t.length > 0 && one.length > 0 && !text_equal(one, t))
            return true;
        one = t.length > 0 ? t : one;
    }
    return false;
}

void build_year_grade(build *b, kpi *k)
{
    const table_column *c = table_column_of(b->table, ROLE_GRADE, b->block),
                       *year = build_year_column(b);
    uint32_t row = b->rows[b->first];

    c = c != NULL ? c : table_column_of(b->table, ROLE_GRADE, 0);
    if (c == NULL || c->years.to != 0 || b->first == b->last ||
        year == NULL || !differ(b, c->col, year->col))
        return;
    build_newest_line(b, k, &row, c);
    k->declared_grade = project_grade_text(
        b->reader, view_text(&b->reader->view, row, c->col));
}
