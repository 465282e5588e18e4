/*
 * join_costs.c - a year's costs beside another year's: 事業費 on a sheet a year
 */
#include "ingest/join.h"

#include <string.h>

/* Among the first ones of a project. */
static bool has_year(const project *p, size_t count, int fiscal_year)
{
    for (size_t i = 0; i < count; i++)
        if (p->costs[i].fiscal_year == fiscal_year)
            return true;
    return false;
}

bool join_costs(reader *r, project *a, const project *b)
{
    size_t own = a->cost_count, taken = 0;
    cost *all, *more;

    if (b->cost_count == 0)
        return true;
    all = arena_array(r->memory, own + b->cost_count, sizeof(*all));
    more = arena_array(r->memory, b->cost_count, sizeof(*more));
    if (all == NULL || more == NULL)
        return false;
    /* one without a year cannot be told from the first table's own */
    for (size_t i = 0; i < b->cost_count; i++)
        if ((own == 0 || b->costs[i].fiscal_year != 0) &&
            !has_year(a, own, b->costs[i].fiscal_year))
            more[taken++] = b->costs[i];
    if (taken == 0)
        return true;
    /* both in the order of their tables, an earlier year's table first */
    for (size_t i = 0, n = 0, m = 0; i < own + taken; i++)
        all[i] = m == taken || (n < own && a->costs[n].fiscal_year <=
                                               more[m].fiscal_year)
                     ? a->costs[n++] : more[m++];
    a->costs = all;
    a->cost_count = own + taken;
    return true;
}
