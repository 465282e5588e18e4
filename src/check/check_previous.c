/*
 * check_previous.c - against last year's data: what changed, came or went
 *
 * Projects pair by folded name and goal, else by name alone where it stands
 * for one project; KPIs by their code, else by folded name within the
 * project. Listed again and superseded entries are left out on both sides.
 */
#include "check/check_parts.h"

#include <string.h>

enum { JUMP_TIMES = 10, SMALL = 100 };

/* A KPI and the one it was last time. */
typedef struct pair {
    checker *c;
    const project *project;
    const kpi *now, *then;
} pair;

static bool counts(const project *p)
{
    return !p->relisted && !p->superseded;
}

static const char *figure(checker *c, const quantity *q, const char *own,
                          const char *unit, const char *typed)
{
    if (!q->known)
        return typed[0] != '\0' ? typed : "－";
    return check_figure(c, q->value, own[0] != '\0' ? own : unit);
}

static bool same_figure(const quantity *x, const quantity *y)
{
    return x->known == y->known &&
           (!x->known || number_compare(x->value, y->value) == 0);
}

static void said(const pair *at, const char *id, place where,
                 const char *then, const char *now, int year, int times)
{
    checker *c = at->c;

    check_report(c, at->project, at->now, &(report){
        id, where, now,
        { then, now, year == 0 ? "" : check_int(c, year),
          times == 0 ? "" : times > 0
              ? check_int(c, times)
              : calc_keep(&c->calc, arena_printf(&c->work, "1/%d",
                                                 -times)) } });
}

/* A change of ×10, ×100 or ×1000 is a slip, any other one what it is. */
static void changed(const pair *at, const char *id, place where,
                    const quantity *then, const quantity *now,
                    const char *then_text, const char *now_text, int year)
{
    int times = then->known && now->known
        ? check_slip(at->c, now->value, then->value) : 0;

    said(at, times != 0 ? "previous-slip" : id, where, then_text, now_text,
         year, times);
}

static const char *years_of(checker *c, const target *t)
{
    if (t->to == 0 && t->from == 0)
        return "";
    return calc_keep(&c->calc,
                     t->from == 0
                         ? arena_printf(&c->work, "（%d）", t->to)
                         : arena_printf(&c->work, "（%d-%d）", t->from,
                                        t->to));
}

static const char *target_text(checker *c, const kpi *k)
{
    const target *t = &k->target;

    return calc_keep(&c->calc,
                     arena_printf(&c->work, "%s%s",
                                  figure(c, &t->value, t->unit, k->unit,
                                         t->text), years_of(c, t)));
}

static void compare_target(const pair *at)
{
    const target *then = &at->then->target, *now = &at->now->target;
    checker *c = at->c;

    if (same_figure(&then->value, &now->value) && then->from == now->from &&
        then->to == now->to)
        return;
    changed(at, "previous-target-changed", now->where, &then->value,
            &now->value, target_text(c, at->then), target_text(c, at->now),
            now->to);
}

static void compare_baseline(const pair *at)
{
    const baseline *then = &at->then->baseline, *now = &at->now->baseline;
    checker *c = at->c;

    if (then->present == now->present &&
        same_figure(&then->value, &now->value) &&
        then->fiscal_year == now->fiscal_year)
        return;
    changed(at, "previous-baseline-changed", now->where, &then->value,
            &now->value,
            figure(c, &then->value, then->unit, at->then->unit, then->text),
            figure(c, &now->value, now->unit, at->now->unit, now->text),
            now->fiscal_year);
}

static const actual *newest(const kpi *k)
{
    const actual *found = NULL;

    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].value.known &&
            (found == NULL ||
             k->actuals[i].fiscal_year > found->fiscal_year))
            found = &k->actuals[i];
    return found;
}

/* Figures of years that both have. */
static void compare_past(const pair *at)
{
    checker *c = at->c;

    for (size_t i = 0; i < at->now->actual_count; i++) {
        const actual *now = &at->now->actuals[i];
        const actual *then = kpi_actual(at->then, now->fiscal_year);

        if (then == NULL || !then->value.known ||
            then->state == STATE_PRELIMINARY ||
            same_figure(&then->value, &now->value))
            continue;
        changed(at, "previous-actual-changed", now->where, &then->value,
                &now->value, check_actual_text(c, then),
                figure(c, &now->value, now->unit, at->now->unit, now->text),
                now->fiscal_year);
    }
}

/* This year's figure against the latest of last time. */
static void compare_latest(const pair *at)
{
    const actual *now = newest(at->now), *then = newest(at->then);
    checker *c = at->c;
    number old, bound;
    int times;

    if (now == NULL || then == NULL || now->fiscal_year <= then->fiscal_year ||
        now->cumulative != then->cumulative ||
        !check_comparable(c, &old, then->value.value, then->unit, now->unit))
        return;
    bound = calc_int(&c->calc, SMALL);
    if (number_compare(now->value.value, bound) < 0 &&
        number_compare(old, bound) < 0)
        return;
    times = check_slip(c, now->value.value, old);
    if (times != 0 || check_apart(c, now->value.value, old, JUMP_TIMES))
        said(at, times != 0 ? "previous-slip" : "previous-jump", now->where,
             check_actual_text(c, then), check_actual_text(c, now),
             now->fiscal_year, times);
}

static void compare_kpi(const pair *at)
{
    checker *c = at->c;

    if (strcmp(check_key(c, at->then->unit),
               check_key(c, at->now->unit)) != 0) {
        said(at, "previous-unit-changed", at->now->target.where,
             at->then->unit[0] == '\0' ? "－" : at->then->unit,
             at->now->unit[0] == '\0' ? "－" : at->now->unit, 0, 0);
        return; /* figures in two units tell nothing */
    }
    compare_target(at);
    compare_baseline(at);
    compare_past(at);
    compare_latest(at);
}

/* ---- Pairing ------------------------------------------------------------- */

static text kpi_key(checker *c, const kpi *k, bool by_code)
{
    const char *parts[] = { by_code ? "code" : "name",
                            check_key(c, by_code ? k->code : k->name) };

    return check_join(c, parts, 2);
}

static void compare_project(checker *c, const project *now,
                            const project *then)
{
    bool *met = arena_array(&c->work, then->kpi_count + 1, sizeof(*met));
    key_table kpis;

    key_table_init(&kpis, &c->work);
    for (size_t i = 0; met != NULL && i < then->kpi_count; i++) {
        const kpi *k = &then->kpis[i];

        if (key_table_put(&kpis, kpi_key(c, k, false), i) == NULL ||
            (k->code[0] != '\0' &&
             key_table_put(&kpis, kpi_key(c, k, true), i) == NULL))
            met = NULL;
    }
    if (met == NULL) {
        c->failed = true;
        return;
    }
    for (size_t i = 0; i < now->kpi_count; i++) {
        const kpi *k = &now->kpis[i];
        size_t at = k->code[0] == '\0'
            ? SIZE_MAX : key_table_get(&kpis, kpi_key(c, k, true));

        if (at == SIZE_MAX)
            at = key_table_get(&kpis, kpi_key(c, k, false));
        if (at == SIZE_MAX) {
            check_report(c, now, k, &(report){ "previous-kpi-new", k->where,
                                               k->name, { NULL } });
            continue;
        }
        met[at] = true;
        compare_kpi(&(pair){ c, now, k, &then->kpis[at] });
    }
    for (size_t i = 0; i < then->kpi_count; i++)
        if (!met[i])
            check_report(c, now, NULL, &(report){
                "previous-kpi-vanished", now->where, "",
                { then->kpis[i].name } });
}

static text project_key(checker *c, const project *p, bool with_goal)
{
    const char *parts[] = { check_key(c, p->name),
                            with_goal ? check_key(c, p->goal.no) : "*" };

    return check_join(c, parts, 2);
}

/* Which file of this time speaks for a bureau. */
static bool enter_bureaus(checker *c, key_table *files)
{
    for (size_t i = 0; i < c->data->source_count; i++) {
        const source *s = &c->data->sources[i];

        if (!s->superseded &&
            key_table_put(files, text_of(check_key(c, s->department)),
                          i) == NULL)
            return false;
    }
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];

        if (counts(p) && key_table_put(files,
                                       text_of(check_key(c, p->bureau)),
                                       p->source) == NULL)
            return false;
    }
    return true;
}

/* Of bureaus that sent nothing this time nothing is missed. */
static void project_vanished(checker *c, const key_table *files,
                             const project *then)
{
    size_t file = key_table_get(files, text_of(check_key(c, then->bureau)));
    finding *f;

    if (file == SIZE_MAX)
        return;
    f = finding_add(&c->data->findings, "previous-project-vanished", file,
                    place_none(), "", then->name, NULL);
    if (f != NULL) {
        f->project = arena_strdup(&c->data->memory, then->name);
        if (f->project == NULL) {
            f->project = "";
            c->failed = true;
        }
    }
}

static bool enter_projects(checker *c, key_table *known,
                           const dataset *previous)
{
    for (size_t i = 0; i < previous->project_count; i++) {
        const project *p = &previous->projects[i];

        if (counts(p) &&
            (key_table_put(known, project_key(c, p, true), i) == NULL ||
             key_table_put(known, project_key(c, p, false), i) == NULL))
            return false;
    }
    return true;
}

/* Pairs the projects of this time and marks those of last time as met. */
static void compare_projects(checker *c, const dataset *previous,
                             const key_table *known, bool *met)
{
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *now = &c->data->projects[i];
        size_t at;

        if (!counts(now))
            continue;
        at = key_table_get(known, project_key(c, now, true));
        if (at == SIZE_MAX)
            at = key_table_get(known, project_key(c, now, false));
        if (at == SIZE_MAX) {
            check_report(c, now, NULL, &(report){
                "previous-project-new", now->where, now->name, { NULL } });
            continue;
        }
        met[at] = true;
        compare_project(c, now, &previous->projects[at]);
    }
}

kpi_status check_against_previous(dataset *d, const dataset *previous,
                                  const plan *p, kpi_error *err)
{
    key_table known, files;
    bool *met;
    checker c;

    check_begin(&c, d, p);
    key_table_init(&known, &c.work);
    key_table_init(&files, &c.work);
    met = arena_array(&c.work, previous->project_count + 1, sizeof(*met));
    c.failed = met == NULL || !enter_projects(&c, &known, previous) ||
               !enter_bureaus(&c, &files);
    if (!c.failed)
        compare_projects(&c, previous, &known, met);
    for (size_t i = 0; !c.failed && i < previous->project_count; i++)
        if (!met[i] && counts(&previous->projects[i]))
            project_vanished(&c, &files, &previous->projects[i]);
    return check_end(&c, err);
}
