/*
 * check_identity.c - projects and KPIs that stand there twice, and one KPI
 * with two figures
 *
 * Keys are made of words and figures (word_key.h) and looked up in a table:
 * no pair of records is compared that does not share its key.
 */
#include "check/check_parts.h"

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

static bool registry_reserve(registry *r, size_t count)
{
    r->items = arena_array(&r->c->work, count, sizeof(seen));
    r->capacity = r->items == NULL ? 0 : count;
    return r->items != NULL && key_table_reserve(&r->keys, count);
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

/* ---- The same twice ------------------------------------------------------ */

static void project_twice(registry *r, const project *p)
{
    checker *c = r->c;
    const int64_t parts[] = {
        word_number(c->words, p->name), word_number(c->words, p->goal.no),
        word_number(c->words, p->bureau),
        word_number(c->words, p->division),
    };
    const seen *first;

    if (parts[0] == 0)
        return;
    first = first_of(r, word_key(c->words, parts, 4), p, NULL);
    if (first != NULL)
        check_report(c, p, NULL, &(report){
            "project-duplicate", p->where, p->name,
            { check_where(c, first->project, first->project->where) } });
}

static void kpi_twice(checker *c, const project *p)
{
    arena_mark before = arena_get_mark(&c->work);
    registry r;

    if (p->kpi_count < 2)
        return;
    registry_init(&r, c);
    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];
        int64_t parts[5] = { word_number(c->words, k->name),
                             word_number(c->words, k->unit), k->target.to };
        const seen *first;

        if (parts[0] == 0)
            continue;
        word_figure(c->words, parts + 3, k->target.value.known,
                    k->target.value.value);
        first = first_of(&r, word_key(c->words, parts, 5), p, k);
        if (first != NULL)
            check_report(c, p, k, &(report){
                "kpi-duplicate", k->where, k->name,
                { check_where(c, p, first->kpi->where) } });
    }
    arena_rewind(&c->work, before);
}

static void code_twice(registry *r, const project *p)
{
    checker *c = r->c;

    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];
        int64_t code = word_number(c->words, k->code);
        const seen *first;

        if (code == 0 || k->shared_count > 0)
            continue;
        first = first_of(r, word_key(c->words, &code, 1), p, k);
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

enum { HISTORY_HEAD = 8, HISTORY_YEAR = 1 + WORD_KEY_FIGURE };

/* Name, unit, target and history; "" when there is too little to go by. */
static text history_key(checker *c, const kpi *k, const actual *last)
{
    const target *t = &k->target;
    size_t count = HISTORY_HEAD;
    int64_t *parts, name = word_number(c->words, k->name);
    bool known = false;

    if (name == 0 || !t->value.known)
        return text_of("");
    parts = arena_array(&c->work,
                        HISTORY_HEAD + HISTORY_YEAR * k->actual_count,
                        sizeof(*parts));
    if (parts == NULL) {
        c->failed = true;
        return text_of("");
    }
    parts[0] = name;
    parts[1] = word_number(c->words, k->unit);
    parts[2] = t->from;
    parts[3] = t->to;
    parts[4] = t->per_year;
    parts[5] = last->fiscal_year;
    word_figure(c->words, parts + 6, true, t->value.value);
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (a == last || a->fiscal_year >= last->fiscal_year)
            continue;
        known = known || a->value.known;
        parts[count] = a->fiscal_year;
        word_figure(c->words, parts + count + 1, a->value.known,
                    a->value.value);
        count += HISTORY_YEAR;
    }
    return known ? text_slice((const char *)parts, count * sizeof(*parts))
                 : text_of("");
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

static void names_twice(checker *c)
{
    registry projects, codes;

    registry_init(&projects, c);
    registry_init(&codes, c);
    if (!registry_reserve(&projects, c->data->project_count))
        c->failed = true;
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];

        if (!counts(p))
            continue;
        project_twice(&projects, p);
        kpi_twice(c, p);
        code_twice(&codes, p);
    }
}

static void histories_twice(checker *c)
{
    registry histories;

    registry_init(&histories, c);
    if (!registry_reserve(&histories, c->data->project_count))
        c->failed = true;
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];

        for (size_t k = 0; k < p->kpi_count && counts(p); k++)
            figures_differ(&histories, p, &p->kpis[k]);
    }
}

void check_identity(checker *c)
{
    names_twice(c);
    check_empty_work(c);
    histories_twice(c);
    check_empty_work(c);
}
