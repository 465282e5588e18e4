/*
 * check_assessment.c - declared rates and grades against the computed ones
 */
#include "check/check_parts.h"

#include <string.h>

#include "kpi/achievement.h"
#include "kpi/watch.h"

enum { DIGITS_MOST = 6 };

/* Digits behind the point as printed: 172.4% has one. */
static int digits_printed(const char *typed)
{
    text t = text_of(typed);
    size_t at = text_find(t, ".", 0);
    int digits = 0;

    if (at == SIZE_MAX || (text_find(t, "%", 0) == SIZE_MAX &&
                           text_find(t, "％", 0) == SIZE_MAX))
        return 0;
    for (at++; at < t.length && ascii_is_digit(t.bytes[at]); at++)
        digits++;
    return digits < DIGITS_MOST ? digits : DIGITS_MOST;
}

/* The computed rate, rounded or cut off as the declared one, equals it. */
static bool same_rate(checker *c, const kpi *k)
{
    number declared = calc_percent(&c->calc, k->declared_rate.value);
    number computed = calc_percent(&c->calc, k->assessment.rate.value);
    int digits = digits_printed(k->declared_rate_text);

    while (digits < DIGITS_MOST &&
           number_compare(calc_round(&c->calc, declared, digits,
                                     NUMBER_HALF_UP), declared) != 0)
        digits++;
    declared = calc_round(&c->calc, declared, digits, NUMBER_HALF_UP);
    return number_compare(declared, calc_round(&c->calc, computed, digits,
                                               NUMBER_HALF_UP)) == 0 ||
           number_compare(declared, calc_round(&c->calc, computed, digits,
                                               NUMBER_TRUNCATE)) == 0;
}

static const char *declared_rate(checker *c, const kpi *k)
{
    if (k->declared_rate_text[0] != '\0')
        return k->declared_rate_text;
    return check_figure(c, calc_percent(&c->calc, k->declared_rate.value),
                        "%");
}

/* Is it said already why there is no figure: a target or an actual that is
 * missing, no number, or an error? */
static bool lack_is_reported(const checker *c, const project *p, const kpi *k)
{
    const actual *a = kpi_actual(k, c->year);

    if (check_excluded(p))
        return false;
    return !k->target.value.known || a == NULL || a->state == STATE_TEXT ||
           a->state == STATE_ERROR || a->state == STATE_BLANK;
}

/* Actual by final target (or the other way round), where the plan expects
 * less than that by the reported year. */
static bool is_of_final_target(checker *c, const kpi *k)
{
    const kpi_assessment *as = &k->assessment;
    kpi plain = *k;
    number goal;

    if (!as->actual.known || !as->expected.known ||
        !check_comparable(c, &goal, k->target.value.value, k->target.unit,
                          k->unit) ||
        number_compare(goal, as->expected.value) == 0 ||
        number_sign(goal) == 0 || number_sign(as->actual.value) == 0)
        return false;
    plain.assessment.rate.value = as->direction == DIRECTION_DOWN
        ? calc_divide(&c->calc, goal, as->actual.value)
        : calc_divide(&c->calc, as->actual.value, goal);
    return same_rate(c, &plain);
}

static void rate_declared(checker *c, const project *p, const kpi *k)
{
    const actual *a = kpi_actual(k, c->year);
    bool figures = k->target.value.known && a != NULL && a->value.known;

    if (!k->declared_rate.known)
        return;
    if (!figures) {
        if (!lack_is_reported(c, p, k))
            check_report(c, p, k, &(report){
                "rate-without-figures", k->rate_where, declared_rate(c, k),
                { NULL } });
        return;
    }
    if (!k->assessment.done || !k->assessment.rate.known || same_rate(c, k))
        return;
    if (is_of_final_target(c, k))
        check_report(c, p, k, &(report){ "rate-of-final-target",
                                         k->rate_where, "", { NULL } });
    else
        check_report(c, p, k, &(report){
            "rate-differs", k->rate_where, declared_rate(c, k),
            { declared_rate(c, k), k->assessment.shown,
              k->assessment.explain } });
}

/* Reasons that no figure of the workbook is to blame for. */
static bool is_expected(no_rate_reason reason)
{
    switch (reason) {
    case REASON_NONE:
    case REASON_NOT_DUE:
    case REASON_NOT_COUNTED:
    case REASON_PENDING:
    case REASON_ENDED:
    case REASON_NO_PLAN:
    case REASON_RELISTED:
    case REASON_UNITS_DIFFER: /* unit-incompatible */
        return true;
    default:
        return false;
    }
}

static void rate_not_computed(checker *c, const project *p, const kpi *k)
{
    const kpi_assessment *as = &k->assessment;
    const actual *a = kpi_actual(k, c->year);

    if (!as->done || as->rate.known || is_expected(as->reason) ||
        !k->target.value.known || a == NULL || !a->value.known ||
        check_excluded(p))
        return;
    check_report(c, p, k, &(report){
        "rate-not-computed", a->where, check_actual_text(c, a),
        { no_rate_reason_text(as->reason, LANGUAGE_JA),
          no_rate_reason_text(as->reason, LANGUAGE_EN) } });
}

static bool is_doubt(const finding *f)
{
    static const char *const doubts[] = {
        "digit-slip", "percent-as-fraction", "percent-out-of-range",
    };

    for (size_t i = 0; i < sizeof(doubts) / sizeof(*doubts); i++)
        if (strcmp(f->rule, doubts[i]) == 0)
            return true;
    return false;
}

/* Which findings doubt a figure: few, so they are looked through. */
static void list_doubts(checker *c)
{
    const finding_list *found = &c->data->findings;

    for (size_t i = 0; i < found->count; i++)
        c->doubt_count += is_doubt(&found->items[i]) ? 1 : 0;
    c->doubts = arena_array(&c->kept, c->doubt_count + 1,
                            sizeof(*c->doubts));
    c->doubt_count = 0;
    for (size_t i = 0; c->doubts != NULL && i < found->count; i++)
        if (is_doubt(&found->items[i]))
            c->doubts[c->doubt_count++] = i;
    c->failed = c->failed || c->doubts == NULL;
}

/* A figure that is hardly meant so: what follows from it is not said too. */
static bool is_doubted(const checker *c, const project *p, const actual *a)
{
    for (size_t i = 0; i < c->doubt_count; i++) {
        const finding *f = &c->data->findings.items[c->doubts[i]];

        if (f->source == p->source && f->where.row == a->where.row &&
            f->where.col == a->where.col &&
            strcmp(f->where.sheet, a->where.sheet) == 0)
            return true;
    }
    return false;
}

static void worse_than_baseline(checker *c, const project *p, const kpi *k)
{
    const actual *a = kpi_actual(k, c->year);

    if (!k->assessment.done || !k->assessment.worse_than_baseline ||
        a == NULL || is_doubted(c, p, a))
        return;
    check_report(c, p, k, &(report){
        "worse-than-baseline", a->where, check_actual_text(c, a),
        { check_figure(c, k->baseline.value.value,
                       k->baseline.unit[0] != '\0' ? k->baseline.unit
                                                   : k->unit) } });
}

static void target_reached_early(checker *c, const project *p, const kpi *k)
{
    const kpi_assessment *as = &k->assessment;
    const actual *a = kpi_actual(k, c->year);
    number goal;
    int order;

    if (!as->done || !as->actual.known || !k->target.value.known ||
        a == NULL || k->target.per_year || k->target.to <= c->year ||
        (as->kind != KIND_LEVEL && as->kind != KIND_CUMULATIVE) ||
        as->direction == DIRECTION_KEEP ||
        !check_comparable(c, &goal, k->target.value.value, k->target.unit,
                          k->unit))
        return;
    order = number_compare(as->actual.value, goal);
    if ((as->direction == DIRECTION_DOWN ? order > 0 : order < 0) ||
        is_doubted(c, p, a))
        return;
    check_report(c, p, k, &(report){
        "target-reached-early", a->where, check_actual_text(c, a),
        { check_figure(c, k->target.value.value,
                       k->target.unit[0] != '\0' ? k->target.unit : k->unit),
          check_int(c, k->target.to) } });
}

static void grade_not_computed(checker *c, const project *p)
{
    const project_assessment *as = &p->assessment;

    if (!as->done || p->declared_grade[0] == '\0' ||
        as->grade[0] != '\0' || as->suggestion ||
        c->plan->band_count == 0 ||
        c->plan->project_rule == PROJECT_NONE || check_excluded(p))
        return;
    for (size_t i = 0; i < p->kpi_count; i++)
        if (lack_is_reported(c, p, &p->kpis[i]))
            return;
    check_report(c, p, NULL, &(report){
        "grade-not-computed", p->where, p->declared_grade,
        { no_rate_reason_text(as->reason, LANGUAGE_JA),
          no_rate_reason_text(as->reason, LANGUAGE_EN) } });
}

/* ---- Overrides ------------------------------------------------------------- */

static void overridden(checker *c, const project *p, const kpi *k,
                       const grade_override *o, const char *declared,
                       const char *computed)
{
    if (o->grade != NULL && o->grade[0] != '\0')
        check_report(c, p, k, &(report){
            "grade-overridden", k != NULL ? k->where : p->where, declared,
            { o->grade, computed, o->reason, o->by, o->date } });
}

static void kpi_overridden(checker *c, const project *p, const kpi *k)
{
    if (k->assessment.done)
        overridden(c, p, k, &k->override, k->declared_grade,
                   k->assessment.grade);
}

static void project_overridden(checker *c, const project *p)
{
    if (p->assessment.done)
        overridden(c, p, NULL, &p->override, p->declared_grade,
                   p->assessment.grade);
}

/* ---- Near a band ------------------------------------------------------------ */

static const char *watch_words(checker *c, const watch_item *item,
                               plan_language language)
{
    buf b;

    buf_init(&b);
    watch_put(&b, item, language);
    return calc_keep_buf(&c->calc, &b);
}

static void near_band(checker *c, const watch_item *item)
{
    const kpi_assessment *as = &item->kpi->assessment;
    const actual *a = kpi_actual(item->kpi, c->year);

    check_report(c, item->project, item->kpi, &(report){
        "near-band", a != NULL ? a->where : item->kpi->where,
        a != NULL ? check_actual_text(c, a) : "",
        { watch_words(c, item, LANGUAGE_JA),
          watch_words(c, item, LANGUAGE_EN), as->grade, as->shown } });
}

/*
 * What could be lost is told only where the project's grade goes with it, or
 * where projects have none: else every KPI just reached would be reported.
 */
static bool is_told(const checker *c, const watch_side *worse)
{
    return worse->near && (worse->project_grade[0] != '\0' ||
                           c->plan->project_rule == PROJECT_NONE);
}

/* A KPI that is shared by projects is reported once, with the first. */
static void near_bands(checker *c)
{
    watch_list near;

    if (watch_find(&near, &c->work, c->data, c->plan, NULL) != KPI_OK) {
        c->failed = true;
        return;
    }
    for (size_t i = 0; i < near.count; i++) {
        watch_item item = near.items[i];

        item.worse.near = is_told(c, &item.worse);
        if (!item.again && (item.better.near || item.worse.near))
            near_band(c, &item);
    }
    check_empty_work(c);
}

void check_assessment(checker *c)
{
    static const kpi_check of_kpi[] = {
        rate_declared, rate_not_computed, worse_than_baseline,
        target_reached_early, kpi_overridden,
    };
    static const project_check of_project[] = { grade_not_computed,
                                                project_overridden };

    list_doubts(c);
    check_kpis_apart(c, of_kpi, sizeof(of_kpi) / sizeof(*of_kpi));
    check_projects(c, of_project,
                   sizeof(of_project) / sizeof(*of_project));
    near_bands(c);
}
