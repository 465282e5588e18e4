/*
 * rows_costs.c - 事業費 among the lines of indicators: what a project costs
 *
 *     事業名   | 項目   | 単位 | 計画・実績 | R3   | R4
 *     がん検診 | 事業費 | 千円 | 計画       | 4400 | 8100
 *              |        |      | 実績       | 3689 | 7268
 *              | 受診率 | ％   | 計画       | 26.3 | 29.8
 *
 * Its actuals are costs; its plan is a budget, which is not kept. Where it is
 * the project's only indicator, or has a baseline to be judged by, it is one.
 */
#include "ingest/rows/rows_parts.h"

static bool is_cost(const rows_reader *w, const kpi *k)
{
    const header_word *word;

    if (!text_ends(text_of(k->unit), "円") || k->baseline.present ||
        k->group != 0)
        return false;
    word = header_roles_find(w->reader->roles, text_of(k->name),
                             w->reader->context_year);
    return word->exact && word->role == ROLE_COST;
}

static void note(rows_reader *w, const kpi *k)
{
    finding *f;

    if (w->costs_noted)
        return;
    w->costs_noted = true;
    f = finding_add(&w->reader->data->findings, "cost-among-indicators",
                    w->reader->source, k->where, k->name,
                    (const char *)NULL);
    w->reader->failed = w->reader->failed || f == NULL;
}

static void take(rows_reader *w, project *p, const kpi *k)
{
    note(w, k);
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];
        cell_value v = { .has_value = a->value.known, .value = a->value.value,
                         .text = a->text };
        text unit = text_of(k->unit);

        if (a->value.known || a->text[0] != '\0')
            rows_cost(w->reader, p, &v, &unit, a->fiscal_year, a->where);
    }
}

void rows_costs(rows_reader *w, project_span *span, project *p)
{
    size_t costs = 0, kept = 0;

    if (span->kpi_count < 2)
        return;
    for (size_t i = 0; i < span->kpi_count; i++)
        costs += is_cost(w, &span->kpis[i]);
    if (costs == 0 || costs == span->kpi_count)
        return;
    for (size_t i = 0; i < span->kpi_count; i++)
        if (is_cost(w, &span->kpis[i]))
            take(w, p, &span->kpis[i]);
        else
            span->kpis[kept++] = span->kpis[i];
    span->kpi_count = kept;
    w->kpis -= costs;
}
