/*
 * achievement_findings.c - what the figures of a KPI leave open
 *
 * Where a figure could be read in two ways, both rates are reckoned by the
 * same functions and both are shown.
 */
#include "kpi/achievement_parts.h"

static void add(const finding_place *at, const kpi *k, const char *rule,
                place where, const char *value, const char *first,
                const char *second)
{
    finding *f = finding_add(at->list, rule, at->source,
                             where.has_cell ? where : k->where, value, first,
                             second, NULL);

    if (f == NULL)
        return;
    f->project = at->project_name;
    f->field = k->name;
}

/* `86% (C)`, or why there is none. */
static const char *rate_words(calc *c, const measure *m, const plan *p,
                              const char **grade)
{
    graded g;

    *grade = "";
    if (!m->rate.known)
        return measure_reason(m, p->language);
    g = grade_of(c, m->rate.value, p);
    *grade = g.grade;
    if (g.grade[0] == '\0')
        return g.shown;
    return calc_keep(c, arena_printf(c->memory, "%s (%s)", g.shown,
                                     g.grade));
}

static place actual_place(const kpi *k, int year)
{
    const actual *a = kpi_actual(k, year);

    return a == NULL ? k->where : a->where;
}

static const char *actual_words(const kpi *k, int year)
{
    const actual *a = kpi_actual(k, year);

    return a == NULL ? "" : a->text;
}

/* Shows a second reading beside the one that was taken. */
static void report_second(calc *c, const finding_place *at,
                          const kpi_case *k, const char *rule,
                          const reading *second, const plan *p, int year,
                          bool always)
{
    measure other;
    const char *taken, *would, *grade, *other_grade;

    measure_kpi(c, &other, k->kpi, second, year, p->language);
    taken = rate_words(c, &k->measure, p, &grade);
    would = rate_words(c, &other, p, &other_grade);
    if (text_equal(text_of(taken), text_of(would)))
        return;
    if (always || !text_equal(text_of(grade), text_of(other_grade)))
        add(at, k->kpi, rule, actual_place(k->kpi, year),
            actual_words(k->kpi, year), taken, would);
}

/* ---- kind-ambiguous ------------------------------------------------------- */

/* 累計 beside a baseline and a single target year: a level is possible. */
static void report_level(calc *c, const finding_place *at, const kpi_case *k,
                         const plan *p, int year)
{
    const measure *m = &k->measure;
    reading level = k->reading;

    if (level.starts != 0 || k->kpi->target.to == 0 || !m->baseline.known)
        return;
    level.kind = KIND_LEVEL;
    level.formula = reading_formula(&level, k->kpi, p);
    report_second(c, at, k, "kind-ambiguous", &level, p, year,
                  m->expected.known &&
                      number_compare(m->expected.value,
                                     m->baseline.value) < 0);
}

/* A yearly target, but the actual is a total so far. */
static void report_total(calc *c, const finding_place *at, const kpi_case *k,
                         const plan *p, int year)
{
    const actual *a = kpi_actual(k->kpi, year);
    reading total = k->reading;

    if (a == NULL || !a->cumulative || !a->value.known)
        return;
    total.kind = KIND_CUMULATIVE;
    total.formula = reading_formula(&total, k->kpi, p);
    report_second(c, at, k, "kind-ambiguous", &total, p, year, true);
}

/* ---- cumulative-unmarked -------------------------------------------------- */

/* A figure below an earlier one can be no total so far. */
static bool could_be_total(const kpi *k, int from, int year)
{
    const actual *last = kpi_actual(k, year);

    if (last == NULL || !last->value.known || last->cumulative)
        return false;
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (a->fiscal_year >= from && a->fiscal_year < year &&
            a->value.known &&
            number_compare(a->value.value, last->value.value) > 0)
            return false;
    }
    return true;
}

static void report_unmarked(calc *c, const finding_place *at,
                            const kpi_case *k, const plan *p, int year)
{
    reading total = k->reading;

    if (total.actuals != ACTUALS_UNKNOWN || total.from >= year ||
        !could_be_total(k->kpi, total.from, year))
        return;
    total.actuals = ACTUALS_RUNNING;
    report_second(c, at, k, "cumulative-unmarked", &total, p, year, true);
}

/* ---- One figure against another ------------------------------------------- */

static void report_unit(calc *c, const finding_place *at, const kpi_case *k)
{
    const measure *m = &k->measure;

    (void)c;
    if (m->odd_unit == NULL)
        return;
    add(at, k->kpi,
        m->odd == UNITS_COUNTERS ? "unit-differs" : "unit-incompatible",
        m->odd_where, m->odd_unit, m->odd_unit, k->kpi->unit);
}

static void report_baseline(calc *c, const finding_place *at,
                            const kpi_case *k)
{
    const kpi *item = k->kpi;
    const measure *m = &k->measure;
    int to = k->reading.to;

    if (m->baseline_too_late)
        add(at, item, "baseline-not-before-target", item->baseline.where,
            item->baseline.text,
            calc_keep(c, arena_printf(c->memory, "%d",
                                      item->baseline.fiscal_year)),
            calc_keep(c, arena_printf(c->memory, "%d", to)));
    if (!k->reading.direction_given && m->comparable && m->target.known &&
        k->reading.direction == DIRECTION_UP &&
        number_compare(m->target.value, m->baseline.value) < 0)
        add(at, item, "target-below-baseline", item->target.where,
            item->target.text, calc_put(c, m->baseline.value),
            calc_put(c, m->target.value));
}

void report_kpi(calc *c, const finding_place *at, const kpi_case *k,
                const plan *p, int year)
{
    report_unit(c, at, k);
    report_baseline(c, at, k);
    if (k->measure.planned || k->measure.formula == FORMULA_MILESTONE)
        return;
    if (k->reading.kind == KIND_CUMULATIVE)
        report_unmarked(c, at, k, p, year);
    if (k->reading.kind_given)
        return;
    if (k->reading.kind == KIND_CUMULATIVE)
        report_level(c, at, k, p, year);
    else if (k->reading.kind == KIND_ANNUAL)
        report_total(c, at, k, p, year);
}
