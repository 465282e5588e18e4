/*
 * compare_fields.c - which fields of a pair differ, with both values
 */
#include "kpi/compare_parts.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/units.h"

/* What is being compared, and where changes go. */
typedef struct differ {
    comparing *c;
    compare_changes *out;
    place old, now;      /* of the records */
} differ;

static const quantity unknown = { false, { NULL, 0, 0 } };

/* The field's own cell, else the record's. */
static place place_or(place own, place record)
{
    return own.has_cell ? own : record;
}

static void add(differ *d, compare_field field, int year, compare_side old,
                compare_side now, bool minor)
{
    compare_change *change = arena_push(
        d->c->memory, (void **)&d->out->items, &d->out->count,
        &d->out->capacity, sizeof(*change));

    if (change == NULL) {
        d->c->failed = true;
        return;
    }
    old.where = place_or(old.where, d->old);
    now.where = place_or(now.where, d->now);
    *change = (compare_change){ field, year, minor, old, now };
    d->out->minor += minor;
}

/* ---- Texts ----------------------------------------------------------------- */

static bool folds_alike(comparing *c, const char *a, const char *b)
{
    text x, y;

    if (!fold_key(&c->work, &x, text_of(a)) ||
        !fold_key(&c->work, &y, text_of(b))) {
        c->failed = true;
        return false;
    }
    return text_equal(x, y);
}

static void texts(differ *d, compare_field field, const char *old,
                  const char *now)
{
    if (strcmp(old, now) != 0)
        add(d, field, 0, (compare_side){ old, unknown, place_none() },
            (compare_side){ now, unknown, place_none() },
            folds_alike(d->c, old, now));
}

/* Takes a made text over into the result's arena. */
static const char *keep(comparing *c, buf *made)
{
    const char *kept = buf_ok(made)
        ? arena_strndup(c->memory, buf_cstr(made), made->length) : NULL;

    if (kept == NULL)
        c->failed = true;
    buf_free(made);
    return kept == NULL ? "" : kept;
}

static const char *joined(comparing *c, const char **items, size_t count)
{
    buf b;

    buf_init(&b);
    for (size_t i = 0; i < count; i++)
        buf_printf(&b, "%s%s", i == 0 ? "" : "、", items[i]);
    return keep(c, &b);
}

static const char *heading_text(comparing *c, bool has, const heading *h)
{
    buf b;

    if (!has)
        return "";
    buf_init(&b);
    buf_string(&b, h->no);
    if (h->no[0] != '\0' && h->title[0] != '\0')
        buf_string(&b, "　");
    buf_string(&b, h->title);
    return keep(c, &b);
}

static const char *years_text(comparing *c, int from, int to, bool calendar)
{
    buf b;

    if (from == 0 && to == 0)
        return "";
    buf_init(&b);
    if (from != 0)
        buf_printf(&b, "%d～", from);
    if (to != 0)
        buf_printf(&b, "%d", to);
    buf_string(&b, calendar ? "年" : "");
    return keep(c, &b);
}

static const char *activities_text(comparing *c, const project *p)
{
    buf b;

    buf_init(&b);
    for (size_t i = 0; i < p->activity_count; i++)
        buf_printf(&b, "%s%s%s%s", i == 0 ? "" : "\n",
                   p->activities[i].title,
                   p->activities[i].title[0] == '\0' ? "" : "\n",
                   p->activities[i].text);
    return keep(c, &b);
}

static const char *override_text(comparing *c, const grade_override *o)
{
    buf b;

    if (o->grade == NULL || o->grade[0] == '\0')
        return "";
    buf_init(&b);
    buf_printf(&b, "%s（%s、%s、%s）", o->grade, o->reason, o->by, o->date);
    return keep(c, &b);
}

/* ---- Figures ---------------------------------------------------------------- */

typedef struct amount {
    quantity value;
    const char *unit;   /* its own, else the KPI's */
    const char *marks;  /* 累計, 以上, /年: what else makes it differ */
    const char *typed;
    place where;
} amount;

static const char *amount_text(comparing *c, const amount *a)
{
    static const char total[] = "累計";
    const char *marks = a->marks;
    buf b;

    if (!a->value.known)
        return a->typed;
    buf_init(&b);
    if (strncmp(marks, total, strlen(total)) == 0) {
        buf_string(&b, total);
        marks += strlen(total);
    }
    number_put_grouped(&b, a->value.value);
    buf_string(&b, a->unit);
    buf_string(&b, marks);
    return keep(c, &b);
}

/* 1兆円 and 10,000億円 are one amount. */
static bool converts(comparing *c, const amount *a, const amount *b)
{
    units_relation relation;
    number factor;

    if (!units_relate(&c->work, &relation, &factor, text_of(a->unit),
                      text_of(b->unit))) {
        c->failed = true;
        return false;
    }
    if (relation != UNITS_SAME && relation != UNITS_CONVERTED)
        return false;
    return number_compare(calc_multiply(&c->calc, a->value.value, factor),
                          b->value.value) == 0;
}

static void amounts(differ *d, compare_field field, int year,
                    const amount *old, const amount *now)
{
    bool marks = strcmp(old->marks, now->marks) == 0;
    bool minor = false;

    if (!old->value.known && !now->value.known) {
        if (strcmp(old->typed, now->typed) == 0)
            return;
        minor = folds_alike(d->c, old->typed, now->typed);
    } else if (old->value.known && now->value.known && marks) {
        if (number_compare(old->value.value, now->value.value) == 0 &&
            strcmp(old->unit, now->unit) == 0)
            return;
        minor = converts(d->c, old, now);
    }
    add(d, field, year,
        (compare_side){ amount_text(d->c, old), old->value, old->where },
        (compare_side){ amount_text(d->c, now), now->value, now->where },
        minor);
}

static const char *own_unit(const char *own, const kpi *k)
{
    return own[0] != '\0' ? own : k->unit;
}

static amount baseline_amount(const kpi *k)
{
    const baseline *b = &k->baseline;

    return (amount){ b->value, own_unit(b->unit, k), "",
                     b->value.known ? "" : b->text, b->where };
}

static amount target_amount(comparing *c, const kpi *k)
{
    const target *t = &k->target;
    const char *marks;

    marks = calc_keep(&c->calc,
                      arena_printf(&c->work, "%s%s%s",
                                   t->cumulative ? "累計" : "", t->qualifier,
                                   t->per_year ? "／年" : ""));
    return (amount){ t->value, own_unit(t->unit, k),
                     t->value.known ? marks : "", t->text, t->where };
}

static amount actual_amount(const kpi *k, const actual *a)
{
    static const char *const marks[2][2] = {
        { "", "累計" }, { "（速報）", "累計（速報）" }
    };

    if (a == NULL)
        return (amount){ unknown, k->unit, "", "", place_none() };
    return (amount){ a->value, own_unit(a->unit, k),
                     a->value.known
                         ? marks[a->state == STATE_PRELIMINARY][a->cumulative]
                         : "",
                     a->state == STATE_BLANK ? "" : a->text, a->where };
}

/* ---- Figures of years --------------------------------------------------------- */

/* The next year above `after` that one of two lists has; 0 = none. */
typedef int (*year_at)(const void *items, size_t index);

static int next_year(year_at at, const void *old, size_t olds,
                     const void *now, size_t nows, int after)
{
    int next = 0;

    for (size_t i = 0; i < olds + nows; i++) {
        int year = i < olds ? at(old, i) : at(now, i - olds);

        if (year > after && (next == 0 || year < next))
            next = year;
    }
    return next;
}

static int actual_year(const void *items, size_t index)
{
    return ((const actual *)items)[index].fiscal_year;
}

static int planned_year(const void *items, size_t index)
{
    return ((const planned *)items)[index].fiscal_year;
}

static int cost_year(const void *items, size_t index)
{
    return ((const cost *)items)[index].fiscal_year;
}

static void actuals(differ *d, const kpi *old, const kpi *now)
{
    int year = 0;

    while ((year = next_year(actual_year, old->actuals, old->actual_count,
                             now->actuals, now->actual_count, year)) != 0) {
        const actual *a = kpi_actual(old, year), *b = kpi_actual(now, year);
        amount x = actual_amount(old, a), y = actual_amount(now, b);

        amounts(d, x.value.known || y.value.known ? COMPARE_ACTUAL
                                                  : COMPARE_STATE,
                year, &x, &y);
    }
}

static const planned *planned_of(const kpi *k, int year)
{
    for (size_t i = 0; i < k->planned_count; i++)
        if (k->planned[i].fiscal_year == year)
            return &k->planned[i];
    return NULL;
}

static amount planned_amount(const kpi *k, int year)
{
    const planned *p = planned_of(k, year);

    if (p == NULL)
        return (amount){ unknown, k->unit, "", "", place_none() };
    return (amount){ p->value, k->unit, "", p->text, p->where };
}

static void planned_values(differ *d, const kpi *old, const kpi *now)
{
    int year = 0;

    while ((year = next_year(planned_year, old->planned, old->planned_count,
                             now->planned, now->planned_count, year)) != 0) {
        amount x = planned_amount(old, year), y = planned_amount(now, year);

        amounts(d, COMPARE_PLANNED, year, &x, &y);
    }
}

static amount cost_amount(const project *p, int year)
{
    for (size_t i = 0; i < p->cost_count; i++)
        if (p->costs[i].fiscal_year == year)
            return (amount){ p->costs[i].value, p->costs[i].unit, "",
                             p->costs[i].text, p->costs[i].where };
    return (amount){ unknown, "", "", "", place_none() };
}

static void costs(differ *d, const project *old, const project *now)
{
    int year = 0;

    while ((year = next_year(cost_year, old->costs, old->cost_count,
                             now->costs, now->cost_count, year)) != 0) {
        amount x = cost_amount(old, year), y = cost_amount(now, year);

        amounts(d, COMPARE_COST, year, &x, &y);
    }
}

/* ---- Records -------------------------------------------------------------------- */

void compare_project_fields(comparing *c, compare_changes *out,
                            const project *old, const project *now)
{
    differ d = { c, out, old->where, now->where };
    heading before = project_measure(old), after = project_measure(now);

    texts(&d, COMPARE_GOAL, heading_text(c, old->has_goal, &old->goal),
          heading_text(c, now->has_goal, &now->goal));
    texts(&d, COMPARE_THEME, heading_text(c, old->has_theme, &old->theme),
          heading_text(c, now->has_theme, &now->theme));
    texts(&d, COMPARE_PART, heading_text(c, old->has_part, &old->part),
          heading_text(c, now->has_part, &now->part));
    texts(&d, COMPARE_MEASURE, heading_text(c, true, &before),
          heading_text(c, true, &after));
    texts(&d, COMPARE_NO, old->no, now->no);
    texts(&d, COMPARE_PROJECT_NAME, old->name, now->name);
    texts(&d, COMPARE_BUREAU, old->bureau, now->bureau);
    texts(&d, COMPARE_DIVISION, old->division, now->division);
    texts(&d, COMPARE_LEAD, old->lead, now->lead);
    texts(&d, COMPARE_MUNICIPALITIES,
          joined(c, old->municipalities, old->municipality_count),
          joined(c, now->municipalities, now->municipality_count));
    texts(&d, COMPARE_GRANTS, joined(c, old->grants, old->grant_count),
          joined(c, now->grants, now->grant_count));
    texts(&d, COMPARE_PERIOD,
          old->has_period ? years_text(c, old->period_from, old->period_to,
                                       false) : "",
          now->has_period ? years_text(c, now->period_from, now->period_to,
                                       false) : "");
    costs(&d, old, now);
    texts(&d, COMPARE_SUMMARY, old->summary, now->summary);
    texts(&d, COMPARE_PURPOSE, old->purpose, now->purpose);
    texts(&d, COMPARE_ACTIVITIES, activities_text(c, old),
          activities_text(c, now));
    texts(&d, COMPARE_NOTES, joined(c, old->notes, old->note_count),
          joined(c, now->notes, now->note_count));
    texts(&d, COMPARE_PROJECT_GRADE, old->declared_grade,
          now->declared_grade);
    texts(&d, COMPARE_STATUS, old->declared_status, now->declared_status);
    texts(&d, COMPARE_PROJECT_OVERRIDE, override_text(c, &old->override),
          override_text(c, &now->override));
}

static const char *id_or_none(const char *id)
{
    return id == NULL ? "" : id;
}

static void rates(differ *d, const kpi *old, const kpi *now)
{
    const quantity *a = &old->declared_rate, *b = &now->declared_rate;

    if (a->known == b->known &&
        (!a->known || number_compare(a->value, b->value) == 0))
        return;
    add(d, COMPARE_RATE, 0,
        (compare_side){ old->declared_rate_text, *a, place_none() },
        (compare_side){ now->declared_rate_text, *b, place_none() }, false);
}

static void figures(differ *d, const kpi *old, const kpi *now)
{
    comparing *c = d->c;
    const baseline *b = &old->baseline, *e = &now->baseline;
    const target *t = &old->target, *u = &now->target;
    amount x = baseline_amount(old), y = baseline_amount(now);

    amounts(d, COMPARE_BASELINE, 0, &x, &y);
    texts(d, COMPARE_BASELINE_YEAR,
          years_text(c, b->from, b->fiscal_year, b->calendar_year),
          years_text(c, e->from, e->fiscal_year, e->calendar_year));
    x = target_amount(c, old);
    y = target_amount(c, now);
    amounts(d, COMPARE_TARGET, 0, &x, &y);
    texts(d, COMPARE_TARGET_YEARS,
          years_text(c, t->from, t->to, t->calendar_year),
          years_text(c, u->from, u->to, u->calendar_year));
    planned_values(d, old, now);
    actuals(d, old, now);
    rates(d, old, now);
}

void compare_kpi_fields(comparing *c, compare_changes *out,
                        const compare_kpi *pair, bool same_project)
{
    const kpi *old = pair->old, *now = pair->now;
    differ d = { c, out, old->where, now->where };

    if (!same_project)
        add(&d, COMPARE_PROJECT, 0,
            (compare_side){ pair->old_project->name, unknown,
                            pair->old_project->where },
            (compare_side){ pair->now_project->name, unknown,
                            pair->now_project->where }, false);
    texts(&d, COMPARE_KPI_NAME, old->name, now->name);
    texts(&d, COMPARE_CODE, old->code, now->code);
    texts(&d, COMPARE_UNIT, old->unit, now->unit);
    texts(&d, COMPARE_KIND, id_or_none(kpi_kind_id(old->kind)),
          id_or_none(kpi_kind_id(now->kind)));
    texts(&d, COMPARE_DIRECTION, id_or_none(kpi_direction_id(old->direction)),
          id_or_none(kpi_direction_id(now->direction)));
    texts(&d, COMPARE_SHARED,
          joined(c, old->shared_with, old->shared_count),
          joined(c, now->shared_with, now->shared_count));
    figures(&d, old, now);
    texts(&d, COMPARE_KPI_GRADE, old->declared_grade, now->declared_grade);
    texts(&d, COMPARE_REMARK, old->remark, now->remark);
    texts(&d, COMPARE_KPI_OVERRIDE, override_text(c, &old->override),
          override_text(c, &now->override));
}
