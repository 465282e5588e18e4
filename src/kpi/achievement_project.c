/*
 * achievement_project.c - many rates become one, by the plan's project rule
 *
 *     best, worst     the highest, the lowest
 *     mean            of all; weighted_mean by the rules' weights (else 1)
 *     first           the first that has a rate
 *     count_reached   the share of KPIs whose rate is 100 % or more
 */
#include "kpi/achievement_parts.h"

static const words rule_names[] = {
    [PROJECT_BEST] = {{ "最良のKPI", "best KPI" }},
    [PROJECT_WORST] = {{ "最低のKPI", "worst KPI" }},
    [PROJECT_MEAN] = {{ "KPIの平均", "mean of the KPIs" }},
    [PROJECT_WEIGHTED_MEAN] = {{ "KPIの加重平均",
                                 "weighted mean of the KPIs" }},
    [PROJECT_FIRST] = {{ "先頭のKPI", "first KPI" }},
    [PROJECT_COUNT_REACHED] = {{ "達成したKPIの割合",
                                 "share of KPIs reached" }},
    [PROJECT_NONE] = {{ "KPIごとに判定", "each KPI is graded" }},
};

const char *project_rule_name(project_rule rule, plan_language language)
{
    return rule_names[rule].in[language];
}

static number extreme(const rate_entry *rates, size_t count, int sign)
{
    number found = rates[0].rate;

    for (size_t i = 1; i < count; i++)
        if (number_compare(rates[i].rate, found) * sign > 0)
            found = rates[i].rate;
    return found;
}

typedef number (*term)(calc *c, const rate_entry *e);

static number rate_term(calc *c, const rate_entry *e)
{
    (void)c;
    return e->rate;
}

static number weight_term(calc *c, const rate_entry *e)
{
    (void)c;
    return e->weight;
}

static number weighted_term(calc *c, const rate_entry *e)
{
    return calc_multiply(c, e->rate, e->weight);
}

/*
 * Halves are added, not one after the other: the common denominator grows
 * with the number of rates, and so only a few additions are long ones.
 */
static number sum_of(calc *c, const rate_entry *rates, size_t count, term t)
{
    size_t half = count / 2;

    if (count == 1)
        return t(c, &rates[0]);
    return calc_add(c, sum_of(c, rates, half, t),
                    sum_of(c, rates + half, count - half, t));
}

static number reached_share(calc *c, const rate_entry *rates, size_t count)
{
    number one = calc_int(c, 1);
    int64_t reached = 0;

    for (size_t i = 0; i < count; i++)
        if (number_compare(rates[i].rate, one) >= 0)
            reached++;
    return calc_divide(c, calc_int(c, reached),
                       calc_int(c, (int64_t)count));
}

static bool weighted_mean(calc *c, number *out, const rate_entry *rates,
                          size_t count)
{
    number weights = sum_of(c, rates, count, weight_term);

    if (number_sign(weights) == 0)
        return false;
    *out = calc_divide(c, sum_of(c, rates, count, weighted_term), weights);
    return true;
}

void combine_rates(calc *c, number *out, bool *some, const rate_entry *rates,
                   size_t count, project_rule rule)
{
    *out = NUMBER_ZERO;
    *some = count != 0 && rule != PROJECT_NONE;
    if (!*some)
        return;
    switch (rule) {
    case PROJECT_BEST:
        *out = extreme(rates, count, 1);
        break;
    case PROJECT_WORST:
        *out = extreme(rates, count, -1);
        break;
    case PROJECT_MEAN:
        *out = calc_divide(c, sum_of(c, rates, count, rate_term),
                           calc_int(c, (int64_t)count));
        break;
    case PROJECT_WEIGHTED_MEAN:
        *some = weighted_mean(c, out, rates, count);
        break;
    case PROJECT_FIRST:
        *out = rates[0].rate;
        break;
    case PROJECT_COUNT_REACHED:
        *out = reached_share(c, rates, count);
        break;
    case PROJECT_NONE:
        break;
    }
}
