/*
 * join_costs.c - what one project costs, told in several tables of a file
 */
#include "ingest/join_costs.h"

#include <string.h>

enum { COSTS = 128 }; /* of a project; more are no years of a plan */

static bool tells(const cost *costs, size_t count, int year)
{
    for (size_t i = 0; i < count; i++)
        if (costs[i].fiscal_year == year)
            return true;
    return false;
}

bool join_costs_fit(const project *a, const project *b)
{
    if (b->cost_count == 0 || b->cost_count > COSTS ||
        a->cost_count > COSTS || b->kpi_count > 0 ||
        b->declared_grade[0] != '\0')
        return false;
    for (size_t i = 0; i < b->cost_count; i++)
        for (size_t n = 0; n < a->cost_count; n++)
            if (a->costs[n].fiscal_year == b->costs[i].fiscal_year &&
                a->costs[n].value.known && b->costs[i].value.known &&
                number_compare(a->costs[n].value.value,
                               b->costs[i].value.value) != 0)
                return false;
    return true;
}

void join_costs(reader *r, project *a, const project *b)
{
    size_t count = a->cost_count, known = count;
    cost *all;

    if (b->cost_count == 0 || a->cost_count + b->cost_count > COSTS)
        return;
    all = arena_array(r->memory, a->cost_count + b->cost_count, sizeof(*all));
    if (all == NULL) {
        r->failed = true;
        return;
    }
    if (count > 0)
        memcpy(all, a->costs, count * sizeof(*all));
    for (size_t i = 0; i < b->cost_count; i++) {
        size_t n = count;

        /* one without a year may be any of those that are known */
        if (tells(a->costs, known, b->costs[i].fiscal_year) ||
            (known > 0 && b->costs[i].fiscal_year == 0))
            continue;
        for (count++; n > 0 && all[n - 1].fiscal_year >
                                   b->costs[i].fiscal_year; n--)
            all[n] = all[n - 1];
        all[n] = b->costs[i];
    }
    a->costs = all;
    a->cost_count = count;
}
