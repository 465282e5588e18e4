/*
 * watch.c - 境界の監視: how little more, or less, would be another grade
 */
#include "kpi/watch.h"

#include "base/limits.h"
#include "kpi/achievement_parts.h"
#include "kpi/grade.h"
#include "kpi/shared_kpis.h"

enum {
    MOST_DECIMALS = 6,   /* of a figure that is looked for */
    MOST_TRIES = 4,      /* steps from where the bound is reckoned to lie */
    MOST_PERCENT = 100
};

typedef struct watcher {
    const plan *plan;
    calc c;              /* reckons in scratch memory */
    arena *kept;         /* what is given out */
    number points, hundred;
} watcher;

/* One KPI: the rate as a function of its actual. */
typedef struct curve {
    const kpi *kpi;
    measure at;          /* with the actual that is tried */
    reading reading;
    size_t band;         /* as it stands */
    int rises;           /* 1: the rate rises with the actual, -1: it falls */
    number step;
} curve;

/* ---- Bands ------------------------------------------------------------ */

static size_t band_named(const plan *p, const char *grade)
{
    for (size_t i = 0; i < p->band_count; i++)
        if (text_is(text_of(grade), p->bands[i].grade))
            return i;
    return SIZE_MAX;
}

/*
 * The least percentage that reaches a bound: under half-up half a digit
 * below it. About zero and below it this may be one figure off: `settle`
 * looks at its neighbours.
 */
static number least_percent(watcher *w, number bound)
{
    const plan *p = w->plan;
    number step = NUMBER_ZERO, shown;

    if (p->grade_on == GRADE_ON_EXACT)
        return bound;
    if (!number_power_of_ten(w->c.memory, &step, -p->digits))
        w->c.failed = true;
    shown = calc_round(&w->c, bound, p->digits, NUMBER_FLOOR);
    if (number_compare(shown, bound) < 0)
        shown = calc_add(&w->c, shown, step);
    if (p->rounding != NUMBER_HALF_UP)
        return shown;
    return calc_subtract(&w->c, shown, calc_share(&w->c, step, 1, 2));
}

/* ---- The rate of another actual --------------------------------------- */

/* No place before the first; no count below 0 and no percentage over 100
 * unless the KPI has such figures. */
static bool can_be(watcher *w, const curve *v, number figure)
{
    text unit = text_of(v->kpi->unit);
    number now = v->at.actual.value, expected = v->at.expected.value;

    if (units_is_rank(unit) &&
        number_compare(figure, calc_int(&w->c, 1)) < 0)
        return false;
    if (number_sign(figure) < 0 && number_sign(now) >= 0 &&
        number_sign(expected) >= 0)
        return false;
    return !text_is(unit, "%") || number_compare(figure, w->hundred) <= 0 ||
           number_compare(now, w->hundred) > 0 ||
           number_compare(expected, w->hundred) > 0;
}

/* False where there is no rate, or a figure that cannot be. */
static bool rate_at(watcher *w, const curve *v, number figure, number *rate)
{
    measure m = v->at;

    if (!can_be(w, v, figure))
        return false;
    m.actual.value = figure;
    m.rate.known = false;
    m.reason = REASON_NONE;
    measure_rate(&w->c, &m, &v->reading);
    *rate = m.rate.value;
    return m.rate.known && !w->c.failed;
}

/* The actual whose rate is so many percent; false where there is none. */
static bool actual_for(watcher *w, const curve *v, number percent,
                       number *out)
{
    number rate = calc_divide(&w->c, percent, w->hundred);
    number expected = v->at.expected.value, base = v->at.baseline.value;
    number two = calc_int(&w->c, 2);

    switch (v->reading.formula) {
    case FORMULA_RATIO:
        *out = calc_multiply(&w->c, rate, expected);
        return true;
    case FORMULA_INVERSE:
        if (number_sign(rate) <= 0)
            return false;
        *out = calc_divide(&w->c, expected, rate);
        return true;
    case FORMULA_MIRROR:
        *out = calc_multiply(&w->c, calc_subtract(&w->c, two, rate),
                             expected);
        return true;
    case FORMULA_PROGRESS:
        *out = calc_add(&w->c, base,
                        calc_multiply(&w->c, rate,
                                      calc_subtract(&w->c, expected, base)));
        return true;
    default:
        return false;
    }
}

/* Does the rate rise with the actual? 0 where it does neither. */
static int rising(watcher *w, const measure *m, rate_formula formula)
{
    switch (formula) {
    case FORMULA_RATIO:
        return 1;
    case FORMULA_INVERSE:
    case FORMULA_MIRROR:
        return -1;
    case FORMULA_PROGRESS:
        if (!m->baseline.known)
            return 0;
        return number_sign(calc_subtract(&w->c, m->expected.value,
                                         m->baseline.value));
    default:
        return 0;
    }
}

/* ---- How fine the figures are ----------------------------------------- */

static int decimals(watcher *w, number x, int least)
{
    while (least < MOST_DECIMALS && !w->c.failed &&
           number_compare(calc_round(&w->c, x, least, NUMBER_HALF_UP),
                          x) != 0)
        least++;
    return least;
}

static number finest_step(watcher *w, const kpi *k)
{
    const kpi_assessment *a = &k->assessment;
    int digits = decimals(w, a->actual.value, 0);
    number step = NUMBER_ZERO;

    if (k->target.value.known && k->target.unit[0] == '\0')
        digits = decimals(w, k->target.value.value, digits);
    if (a->baseline.known)
        digits = decimals(w, a->baseline.value, digits);
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].value.known &&
            text_is(text_of(k->actuals[i].unit), k->unit))
            digits = decimals(w, k->actuals[i].value.value, digits);
    if (!number_power_of_ten(w->c.memory, &step, -digits))
        w->c.failed = true;
    return step;
}

/* The whole number of steps that is not below (above) x. */
static number on_grid(watcher *w, number x, number step, bool up)
{
    number steps = calc_divide(&w->c, x, step);
    number whole = calc_round(&w->c, steps, 0, NUMBER_FLOOR);

    if (up && number_compare(whole, steps) < 0)
        whole = calc_add(&w->c, whole, calc_int(&w->c, 1));
    return calc_multiply(&w->c, whole, step);
}

/* ---- The nearest other grade ------------------------------------------ */

/* Is the grade of this actual better (worse) than now, and which is it? */
static bool other_grade(watcher *w, const curve *v, number figure,
                        bool better, const char **grade, number *rate)
{
    size_t band;

    if (!rate_at(w, v, figure, rate))
        return false;
    *grade = grade_of(&w->c, *rate, w->plan).grade;
    band = band_named(w->plan, *grade);
    return band != SIZE_MAX && (better ? band < v->band : band > v->band);
}

/* From about the bound to the first figure behind it. */
static bool settle(watcher *w, const curve *v, bool better, number *x,
                   const char **grade, number *rate)
{
    bool up = better == (v->rises > 0);
    number way = up ? v->step
                    : calc_subtract(&w->c, NUMBER_ZERO, v->step);
    const char *before_grade;
    number before, before_rate;
    int tries = 0;

    while (!other_grade(w, v, *x, better, grade, rate)) {
        if (++tries > MOST_TRIES || w->c.failed)
            return false;
        *x = calc_add(&w->c, *x, way);
    }
    for (tries = 0; tries < MOST_TRIES && !w->c.failed; tries++) {
        before = calc_subtract(&w->c, *x, way);
        if (!other_grade(w, v, before, better, &before_grade, &before_rate))
            break;
        *x = before;
        *grade = before_grade;
        *rate = before_rate;
    }
    return !w->c.failed;
}

/* The project's grade when one of its KPIs has another rate; "" as now. */
static const char *project_then(watcher *w, const project *p, const kpi *k,
                                number rate)
{
    rate_entry *rates = arena_array(w->c.memory, p->kpi_count,
                                    sizeof(*rates));
    const char *grade;
    number combined, one = calc_int(&w->c, 1);
    size_t n = 0;
    bool some;

    if (rates == NULL) {
        w->c.failed = true;
        return "";
    }
    if (p->assessment.grade[0] == '\0' ||
        w->plan->project_rule == PROJECT_WEIGHTED_MEAN)
        return "";
    for (size_t i = 0; i < p->kpi_count; i++)
        if (p->kpis[i].assessment.rate.known)
            rates[n++] = (rate_entry){
                &p->kpis[i] == k ? rate : p->kpis[i].assessment.rate.value,
                one };
    combine_rates(&w->c, &combined, &some, rates, n, w->plan->project_rule);
    if (!some || w->c.failed)
        return "";
    grade = grade_of(&w->c, combined, w->plan).grade;
    return text_is(text_of(grade), p->assessment.grade) ? "" : grade;
}

static number keep(watcher *w, number x)
{
    number kept = NUMBER_ZERO;

    if (!number_copy(w->kept, &kept, x))
        w->c.failed = true;
    return kept;
}

static void watch_one(watcher *w, watch_side *out, const project *p,
                      const curve *v, bool better)
{
    const plan_band *band = &w->plan->bands[v->band - (better ? 1 : 0)];
    number percent = calc_percent(&w->c, v->kpi->assessment.rate.value);
    number x, rate, distance, change;
    const char *grade;

    if (!band->has_bound)
        return;
    distance = calc_subtract(&w->c, better ? band->at_least : percent,
                             better ? percent : band->at_least);
    if (number_compare(distance, w->points) > 0 ||
        !actual_for(w, v, least_percent(w, band->at_least), &x))
        return;
    x = on_grid(w, x, v->step, v->rises > 0);
    if (!settle(w, v, better, &x, &grade, &rate))
        return;
    change = calc_subtract(&w->c, x, v->at.actual.value);
    out->more = number_sign(change) > 0;
    if (!out->more)
        change = calc_subtract(&w->c, NUMBER_ZERO, change);
    out->near = true;
    out->distance = keep(w, distance);
    out->actual = keep(w, x);
    out->change = keep(w, change);
    out->grade = grade; /* the plan's own string */
    out->project_grade = project_then(w, p, v->kpi, rate);
}

/* ---- KPIs ------------------------------------------------------------- */

static bool curve_of(watcher *w, curve *v, const kpi *k)
{
    const kpi_assessment *a = &k->assessment;

    if (!a->done || !a->rate.known || !a->actual.known ||
        !a->expected.known || a->grade[0] == '\0')
        return false;
    *v = (curve){ .kpi = k };
    v->at = (measure){ .expected = a->expected, .actual = a->actual,
                       .baseline = a->baseline, .expected_text = "",
                       .actual_text = "", .formula_text = "" };
    v->reading.kind = a->kind;
    v->reading.direction = a->direction;
    v->reading.formula = a->formula;
    v->band = band_named(w->plan, a->grade);
    v->rises = rising(w, &v->at, a->formula);
    v->step = finest_step(w, k);
    return v->band != SIZE_MAX && v->rises != 0;
}

static void watch_kpi(watcher *w, watch_list *out, const project *p,
                      const kpi *k, bool again)
{
    watch_item item = { .project = p, .kpi = k, .again = again };
    void *items = out->items;
    curve v;

    item.better.grade = item.better.project_grade = "";
    item.worse.grade = item.worse.project_grade = "";
    if (!curve_of(w, &v, k))
        return;
    if (v.band > 0)
        watch_one(w, &item.better, p, &v, true);
    if (v.band + 1 < w->plan->band_count)
        watch_one(w, &item.worse, p, &v, false);
    if (w->c.failed || (!item.better.near && !item.worse.near))
        return;
    if (arena_push_last(w->kept, &items, &out->count, &out->capacity,
                        sizeof(*out->items)) == NULL) {
        w->c.failed = true;
        return;
    }
    out->items = items;
    out->items[out->count - 1] = item;
}

kpi_status watch_find(watch_list *out, arena *a, const dataset *d,
                      const plan *p, kpi_error *err)
{
    arena scratch, lasting;
    watcher w = { .plan = p, .c = { .memory = &scratch }, .kept = a };
    calc c = { .memory = &lasting };
    shared_kpis shared;

    *out = (watch_list){ .count = 0 };
    arena_init(&scratch, 0);
    arena_init(&lasting, 0);
    w.hundred = calc_int(&c, MOST_PERCENT);
    if (plan_watch(&lasting, &w.points, p)) {
        w.c.failed = !shared_kpis_find(&shared, &lasting, d);
        for (size_t i = 0; i < d->project_count && !w.c.failed; i++) {
            const project *pr = &d->projects[i];

            for (size_t j = 0; j < pr->kpi_count && !pr->relisted &&
                               !pr->superseded; j++)
                watch_kpi(&w, out, pr, &pr->kpis[j],
                          shared_kpis_again(&shared, i, j));
            arena_free(&scratch);
        }
    }
    arena_free(&scratch);
    arena_free(&lasting);
    if (w.c.failed || c.failed)
        return limits_fail_memory(err, a);
    return KPI_OK;
}

/* Projects and their KPIs lie in arrays, so their addresses are in order. */
const watch_item *watch_of(const watch_list *list, const project *p,
                           const kpi *k)
{
    size_t low = 0, high = list->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const watch_item *item = &list->items[middle];

        if (item->kpi == k)
            return item;
        if (item->project < p || (item->project == p && item->kpi < k))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* ---- In words --------------------------------------------------------- */

/* By better, more, language; what stands behind the figure and its unit. */
static const char *const side_words[2][2][2] = {
    { { "少ないと ", " fewer would be " }, { "多いと ", " more would be " } },
    { { "少なければ ", " fewer for " }, { "で ", " more for " } },
};
/* A rank is a place: 1位 is above 2位. */
static const char *const rank_words[2] = { "下がると ", "上がれば " };

void watch_put_side(buf *out, const watch_item *item, bool better,
                    plan_language language)
{
    const watch_side *side = better ? &item->better : &item->worse;
    const char *unit = item->kpi->unit;
    bool ja = language == LANGUAGE_JA;
    bool rank = units_is_rank(text_of(unit));

    if (text_is(text_of(unit), "%"))
        unit = ja ? "ポイント" : "points";
    buf_string(out, ja ? "あと " : "");
    number_put_grouped(out, side->change);
    buf_printf(out, "%s%s", unit[0] != '\0' ? " " : "", unit);
    buf_string(out, rank && ja ? rank_words[better]
                               : side_words[better][side->more][language]);
    buf_string(out, side->grade);
    if (side->project_grade[0] == '\0')
        return;
    if (text_is(text_of(side->project_grade), side->grade))
        buf_printf(out, ja ? "（事業も %s）" : " (the project too: %s)",
                   side->project_grade);
    else
        buf_printf(out, ja ? "（事業は %s）" : " (the project: %s)",
                   side->project_grade);
}

void watch_put(buf *out, const watch_item *item, plan_language language)
{
    if (item->better.near)
        watch_put_side(out, item, true, language);
    if (item->better.near && item->worse.near)
        buf_string(out, language == LANGUAGE_JA ? "、" : ", ");
    if (item->worse.near)
        watch_put_side(out, item, false, language);
}
