/*
 * check_identity.c - projects and KPIs that stand there twice, and one KPI
 * with two figures
 *
 * Keys are folded texts joined and looked up in a table: no pair of records
 * is compared that does not share its key.
 */
#include "check/check_parts.h"

#include <string.h>

/* Where a key was seen first. */
typedef struct seen {
    const project *project;
    const kpi *kpi;
} seen;

typedef struct registry {
    checker *c;
    key_table keys;
    void *items; /* of seen */
    size_t count, capacity;
} registry;

static void registry_init(registry *r, checker *c)
{
    *r = (registry){ .c = c };
    key_table_init(&r->keys, &c->work);
}

/* What was seen under the key before, or NULL: it is this one then. */
static const seen *first_of(registry *r, text key, const project *p,
                            const kpi *k)
{
    size_t *index = key_table_put(&r->keys, key, r->count);
    seen *added;

    if (index == NULL) {
        r->c->failed = true;
        return NULL;
    }
    if (*index < r->count)
        return (const seen *)r->items + *index;
    added = arena_push(&r->c->work, &r->items, &r->count, &r->capacity,
                       sizeof(seen));
    if (added == NULL)
        r->c->failed = true;
    else
        *added = (seen){ p, k };
    return NULL;
}

static bool counts(const project *p)
{
    return !p->relisted && !p->superseded;
}

static const char *figure_key(checker *c, const quantity *q)
{
    buf b;

    if (!q->known)
        return "-";
    buf_init(&b);
    number_put_fraction(&b, q->value);
    return calc_keep_buf(&c->calc, &b);
}

/* ---- The same twice ------------------------------------------------------ */

static void project_twice(registry *r, const project *p)
{
    checker *c = r->c;
    const char *parts[] = {
        check_key(c, p->name), check_key(c, p->goal.no),
        check_key(c, p->bureau), check_key(c, p->division),
    };
    const seen *first;

    if (parts[0][0] == '\0')
        return;
    first = first_of(r, check_join(c, parts, 4), p, NULL);
    if (first != NULL)
        check_report(c, p, NULL, &(report){
            "project-duplicate", p->where, p->name,
            { check_where(c, first->project, first->project->where) } });
}

static void kpi_twice(checker *c, const project *p)
{
    registry r;

    registry_init(&r, c);
    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];
        const char *parts[] = {
            check_key(c, k->name), check_key(c, k->unit),
            figure_key(c, &k->target.value), check_int(c, k->target.to),
        };
        const seen *first;

        if (parts[0][0] == '\0')
            continue;
        first = first_of(&r, check_join(c, parts, 4), p, k);
        if (first != NULL)
            check_report(c, p, k, &(report){
                "kpi-duplicate", k->where, k->name,
                { check_where(c, p, first->kpi->where) } });
    }
}

static void code_twice(registry *r, const project *p)
{
    checker *c = r->c;

    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];
        const char *code = check_key(c, k->code);
        const seen *first;

        if (code[0] == '\0' || k->shared_count > 0)
            continue;
        first = first_of(r, text_of(code), p, k);
        if (first != NULL)
            check_report(c, p, k, &(report){
                "code-duplicate", k->where, k->code,
                { check_where(c, first->project, first->kpi->where) } });
    }
}

/* ---- One KPI, two figures ------------------------------------------------ */

/* The newest actual up to the reported year. */
static const actual *last_actual(const checker *c, const kpi *k)
{
    const actual *last = NULL;

    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (a->fiscal_year != 0 &&
            (c->year == 0 || a->fiscal_year <= c->year) &&
            (last == NULL || a->fiscal_year > last->fiscal_year))
            last = a;
    }
    return last;
}

/* Name, unit, target and history; "" when there is too little to go by. */
static text history_key(checker *c, const kpi *k, const actual *last)
{
    size_t count = 0, room = 8 + 2 * k->actual_count;
    const char **parts = arena_array(&c->work, room, sizeof(*parts));
    bool known = false;

    if (parts == NULL) {
        c->failed = true;
        return text_of("");
    }
    parts[count++] = check_key(c, k->name);
    parts[count++] = check_key(c, k->unit);
    parts[count++] = figure_key(c, &k->target.value);
    parts[count++] = check_int(c, k->target.from);
    parts[count++] = check_int(c, k->target.to);
    parts[count++] = k->target.per_year ? "y" : "";
    parts[count++] = check_int(c, last->fiscal_year);
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (a == last || a->fiscal_year >= last->fiscal_year)
            continue;
        known = known || a->value.known;
        parts[count++] = check_int(c, a->fiscal_year);
        parts[count++] = figure_key(c, &a->value);
    }
    return known && parts[0][0] != '\0' && k->target.value.known
        ? check_join(c, parts, count) : text_of("");
}

static void figures_differ(registry *r, const project *p, const kpi *k)
{
    checker *c = r->c;
    const actual *mine = last_actual(c, k), *theirs;
    const seen *first;
    text key;

    if (mine == NULL || !mine->value.known)
        return;
    key = history_key(c, k, mine);
    if (key.length == 0)
        return;
    first = first_of(r, key, p, k);
    if (first == NULL || first->project == p)
        return;
    theirs = last_actual(c, first->kpi);
    if (theirs == NULL ||
        number_compare(mine->value.value, theirs->value.value) == 0)
        return;
    check_report(c, p, k, &(report){
        "same-kpi-different-figure", mine->where, check_actual_text(c, mine),
        { check_where(c, first->project, theirs->where),
          first->project->name, check_actual_text(c, theirs),
          check_int(c, mine->fiscal_year) } });
}

void check_identity(checker *c)
{
    registry projects, codes, histories;

    registry_init(&projects, c);
    registry_init(&codes, c);
    registry_init(&histories, c);
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];

        if (!counts(p))
            continue;
        project_twice(&projects, p);
        kpi_twice(c, p);
        code_twice(&codes, p);
        for (size_t k = 0; k < p->kpi_count; k++)
            figures_differ(&histories, p, &p->kpis[k]);
    }
}
