/*
 * rows_period.c - from when to when a project runs: 事業期間, in one column or two
 */
#include "ingest/rows/rows_parts.h"

void rows_period(const rows_reader *w, project *p, text t)
{
    year_span span = { 0 };
    size_t start, end;

    if (t.length == 0 ||
        !fiscal_year_find(&span, &start, &end, t, w->reader->context_year))
        return;
    if (p->has_period && p->period_from == p->period_to && span.from == 0 &&
        !span.open) { /* 事業期間 { 開始 | 終了 } */
        p->period_from = span.to < p->period_from ? span.to : p->period_from;
        p->period_to = span.to > p->period_to ? span.to : p->period_to;
        return;
    }
    p->has_period = true;
    p->period_from = span.from != 0 ? span.from : span.to;
    p->period_to = span.open ? 0 : span.to;
}

void rows_period_ends(const rows_reader *w, const project_span *span,
                      project *p)
{
    static const role ends[] = { ROLE_PERIOD_FROM, ROLE_PERIOD_TO };
    int years[2] = { 0, 0 };

    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
        const table_column *k = table_column_any(w->table, ends[i]);
        year_span one = { 0 };
        size_t start, end;
        uint32_t row;

        if (k == NULL && i > 0)
            break; /* 開始年度 alone: it goes on */
        if (k == NULL ||
            !fiscal_year_find(&one, &start, &end,
                              rows_label(w, span, k, &row),
                              w->reader->context_year) ||
            one.open)
            return;
        years[i] = one.to;
    }
    if (years[1] != 0 && years[0] > years[1])
        return;
    p->has_period = true;
    p->period_from = years[0];
    p->period_to = years[1];
}
