/*
 * achievement_other.c - the other readings that would give a declared grade
 *
 * One thing is changed at a time, everything else stays: so each reading
 * named is a question that a department can answer.
 */
#include "kpi/achievement_parts.h"

#include "kpi/grade.h"

enum {
    MOST_KPIS = 64,    /* of a project whose KPIs are read otherwise */
    MOST_READINGS = 8  /* that are named */
};

/* A KPI read in another way; what is UNKNOWN stays as it is. */
static const struct variant {
    kpi_kind kind;
    actuals_form actuals;
    rate_formula formula;
    kpi_direction only; /* for this direction, UNKNOWN = any */
    words as;
} variants[] = {
    { KIND_CUMULATIVE, ACTUALS_RUNNING, FORMULA_UNKNOWN, DIRECTION_UNKNOWN,
      {{ "累計とみなせば", "taken as a running total" }} },
    { KIND_CUMULATIVE, ACTUALS_YEARLY, FORMULA_UNKNOWN, DIRECTION_UNKNOWN,
      {{ "各年度の値の合計とみなせば", "with the years added up" }} },
    { KIND_LEVEL, ACTUALS_UNKNOWN, FORMULA_UNKNOWN, DIRECTION_UNKNOWN,
      {{ "水準とみなせば", "taken as a level" }} },
    { KIND_ANNUAL, ACTUALS_UNKNOWN, FORMULA_UNKNOWN, DIRECTION_UNKNOWN,
      {{ "単年度の目標とみなせば", "taken as a yearly target" }} },
    { KIND_UNKNOWN, ACTUALS_UNKNOWN, FORMULA_PROGRESS, DIRECTION_UNKNOWN,
      {{ "基準値からの進捗とみなせば", "as progress from the baseline" }} },
    { KIND_UNKNOWN, ACTUALS_UNKNOWN, FORMULA_RATIO, DIRECTION_UP,
      {{ "期待値との比とみなせば", "as a ratio to the expected value" }} },
    { KIND_UNKNOWN, ACTUALS_UNKNOWN, FORMULA_INVERSE, DIRECTION_DOWN,
      {{ "逆比で計算すれば", "with the inverse ratio" }} },
    { KIND_UNKNOWN, ACTUALS_UNKNOWN, FORMULA_MIRROR, DIRECTION_DOWN,
      {{ "鏡像で計算すれば", "with the mirrored ratio" }} },
};

/* Other roundings of the same rate. */
static const struct other_rounding {
    number_rounding rounding;
    grade_on on;
    words as;
} roundings[] = {
    { NUMBER_HALF_UP, GRADE_ON_SHOWN,
      {{ "四捨五入した値で判定すれば", "graded on the value rounded half up" }} },
    { NUMBER_FLOOR, GRADE_ON_SHOWN,
      {{ "切り捨てた値で判定すれば", "graded on the value cut off" }} },
    { NUMBER_HALF_UP, GRADE_ON_EXACT,
      {{ "端数処理前の値で判定すれば", "graded on the exact value" }} },
};

static const struct other_rule {
    project_rule rule;
    words as;
} rules[] = {
    { PROJECT_BEST, {{ "最良のKPIで判定すれば", "by the best KPI" }} },
    { PROJECT_WORST, {{ "最低のKPIで判定すれば", "by the worst KPI" }} },
    { PROJECT_MEAN, {{ "KPIの平均で判定すれば", "by the mean" }} },
    { PROJECT_WEIGHTED_MEAN, {{ "KPIの加重平均で判定すれば",
                                "by the weighted mean" }} },
    { PROJECT_FIRST, {{ "先頭のKPIで判定すれば", "by the first KPI" }} },
    { PROJECT_COUNT_REACHED, {{ "達成したKPIの割合で判定すれば",
                                "by the share of KPIs reached" }} },
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

typedef struct search {
    calc *c;
    const kpi_case *cases;
    size_t count;
    const char *declared;
    const plan *plan;
    int year;
    rate_entry *rates;
    buf *out;
    size_t found;
} search;

graded grade_of(calc *c, number rate, const plan *p)
{
    graded g = { "", "" };
    buf shown;

    buf_init(&shown);
    if (grade_rate(c->memory, &shown, &g.grade, rate, p) != KPI_OK)
        c->failed = true;
    g.shown = calc_keep_buf(c, &shown);
    return g;
}

/* Names the reading when it gives the declared grade. */
static void try_rate(search *s, number rate, const plan *p, const char *who,
                     const words *as)
{
    graded g = grade_of(s->c, rate, p);
    bool equal = false;
    bool japanese = s->plan->language == LANGUAGE_JA;

    if (!grade_equal(s->c->memory, &equal, g.grade, s->declared))
        s->c->failed = true;
    if (s->c->failed || !equal)
        return;
    if (s->found++ >= MOST_READINGS)
        return;
    if (s->found > 1)
        buf_string(s->out, japanese ? "、" : "; ");
    if (japanese)
        buf_printf(s->out, "%s%s%s%s%sで%s", who[0] == '\0' ? "" : "「", who,
                   who[0] == '\0' ? "" : "」を", as->in[LANGUAGE_JA],
                   g.shown, g.grade);
    else
        buf_printf(s->out, "%s%s%s: %s (%s)", who,
                   who[0] == '\0' ? "" : " ", as->in[LANGUAGE_EN], g.shown,
                   g.grade);
}

/* The project's rate when KPI `changed` has `rate`. SIZE_MAX = none has. */
static bool combined(search *s, number *out, size_t changed, number rate,
                     project_rule rule)
{
    size_t n = 0;
    bool some;

    for (size_t i = 0; i < s->count; i++) {
        const kpi_case *k = &s->cases[i];

        if (i == changed || k->measure.rate.known)
            s->rates[n++] = (rate_entry){
                i == changed ? rate : k->measure.rate.value,
                k->reading.weight };
    }
    combine_rates(s->c, out, &some, s->rates, n, rule);
    return some;
}

static void vary(reading *r, const struct variant *v, const kpi *k,
                 const plan *p)
{
    if (v->kind != KIND_UNKNOWN) {
        r->kind = v->kind;
        r->actuals = v->actuals;
        r->by_plan_of_years = false;
        r->formula = reading_formula(r, k, p);
    }
    if (v->formula != FORMULA_UNKNOWN)
        r->formula = v->formula;
}

static bool same_rate(const measure *a, const measure *b)
{
    return a->rate.known && b->rate.known &&
           number_compare(a->rate.value, b->rate.value) == 0;
}

static void try_variants(search *s, size_t index)
{
    const kpi_case *k = &s->cases[index];

    if (k->reading.formula == FORMULA_MILESTONE)
        return;
    for (size_t i = 0; i < COUNT(variants) && !s->c->failed; i++) {
        reading r = k->reading;
        measure m;
        number rate;

        if (variants[i].only != DIRECTION_UNKNOWN &&
            variants[i].only != r.direction)
            continue;
        vary(&r, &variants[i], k->kpi, s->plan);
        measure_kpi(s->c, &m, k->kpi, &r, s->year, s->plan->language);
        if (!m.rate.known || same_rate(&m, &k->measure))
            continue;
        if (combined(s, &rate, index, m.rate.value, s->plan->project_rule))
            try_rate(s, rate, s->plan, s->count > 1 ? k->kpi->name : "",
                     &variants[i].as);
    }
}

static void try_roundings(search *s)
{
    number rate;

    if (!combined(s, &rate, SIZE_MAX, NUMBER_ZERO, s->plan->project_rule))
        return;
    for (size_t i = 0; i < COUNT(roundings); i++) {
        plan changed = *s->plan;

        changed.rounding = roundings[i].rounding;
        changed.grade_on = roundings[i].on;
        try_rate(s, rate, &changed, "", &roundings[i].as);
    }
}

/* Without weights the weighted mean is the mean. */
static bool is_other_rule(const search *s, project_rule rule)
{
    if (rule == s->plan->project_rule)
        return false;
    if (rule != PROJECT_WEIGHTED_MEAN)
        return true;
    for (size_t i = 0; i < s->count; i++)
        if (s->cases[i].reading.has_weight)
            return true;
    return false;
}

static void try_rules(search *s)
{
    number rate;

    for (size_t i = 0; i < COUNT(rules); i++)
        if (is_other_rule(s, rules[i].rule) &&
            combined(s, &rate, SIZE_MAX, NUMBER_ZERO, rules[i].rule))
            try_rate(s, rate, s->plan, "", &rules[i].as);
}

static void put_end(search *s, size_t tried)
{
    bool japanese = s->plan->language == LANGUAGE_JA;

    if (s->found > MOST_READINGS)
        buf_printf(s->out, japanese ? "、ほか%zu通り" : "; and %zu more",
                   s->found - MOST_READINGS);
    if (s->found == 0)
        buf_printf(s->out, japanese ? "他のどの読み方でも%sにはならない"
                                    : "no other reading gives %s",
                   s->declared);
    if (tried < s->count)
        buf_printf(s->out, japanese ? "（先頭の%zu個のKPIだけを読み替えた）"
                                    : " (only %zu KPIs were read otherwise)",
                   tried);
}

const char *other_readings(calc *c, const kpi_case *cases, size_t count,
                           const char *declared, const plan *p, int year)
{
    size_t tried = count < MOST_KPIS ? count : MOST_KPIS;
    buf out;
    search s = { c, cases, count, declared, p, year, NULL, &out, 0 };

    s.rates = arena_array(c->memory, count, sizeof(*s.rates));
    if (s.rates == NULL) {
        c->failed = true;
        return "";
    }
    buf_init(&out);
    for (size_t i = 0; i < tried; i++)
        try_variants(&s, i);
    try_roundings(&s);
    if (count > 1)
        try_rules(&s);
    put_end(&s, tried);
    return calc_keep_buf(c, &out);
}
