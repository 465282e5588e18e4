/*
 * check_identity.c - projects and KPIs that stand there twice, and one KPI
 * with two figures
 *
 * Keys are made of words and figures (word_key.h) and looked up in a table:
 * no pair of records is compared that does not share its key. Each project is
 * first looked at by itself, for what cannot be there twice: no key is made
 * of that.
 */
#include "check/check_parts.h"

#include <string.h>

#include "kpi/marks.h"
#include "kpi/stretch.h"
#include "wording/glyph.h"

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

/* ① to ⑳, or KPI① and 指標①, count a project's indicators: every project has a
 * ①. */
static bool counts_own(const char *code)
{
    static const char *const fronts[] = { "", "KPI", "ＫＰＩ", "指標" };
    text t = text_of(code);
    size_t front = t.length - GLYPH_CIRCLED_BYTES;

    return t.length >= GLYPH_CIRCLED_BYTES &&
           glyph_circled(text_from(t, front)) > 0 &&
           text_in(text_cut(t, 0, front), fronts,
                   sizeof(fronts) / sizeof(*fronts));
}

static void code_twice(registry *r, const project *p)
{
    checker *c = r->c;

    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];
        int64_t parts[2] = { word_number(c->words, k->code) };
        const seen *first;

        if (parts[0] == 0 || k->shared_count > 0 ||
            strcmp(k->code, p->no) == 0) /* its project's */
            continue;
        if (counts_own(k->code))
            parts[1] = word_number(c->words, p->name);
        first = first_of(r, word_key(c->words, parts, 2), p, k);
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

enum { HISTORY_NAME, HISTORY_UNIT, HISTORY_FROM, HISTORY_TO, HISTORY_PER_YEAR,
       HISTORY_LAST, HISTORY_TARGET, /* a figure */
       HISTORY_HEAD = HISTORY_TARGET + WORD_KEY_FIGURE,
       HISTORY_YEAR = 1 + WORD_KEY_FIGURE };

/* A figure as parts of a key; without words large ones are all the same. */
static void put_figure(word_keys *words, int64_t parts[WORD_KEY_FIGURE],
                       const quantity *q)
{
    if (words != NULL) {
        word_figure(words, parts, q->known, q->value);
    } else if (!q->known || !number_sides(q->value, &parts[0], &parts[1])) {
        parts[0] = q->known;
        parts[1] = 0;
    }
}

/* Target and history, and with words name and unit; "" when there is too
 * little to go by. */
static text history_key(checker *c, const kpi *k, const actual *last,
                        word_keys *words)
{
    const target *t = &k->target;
    size_t count = HISTORY_HEAD;
    int64_t *parts;
    bool known = false;

    if (!t->value.known)
        return text_of("");
    parts = arena_array(&c->work,
                        HISTORY_HEAD + HISTORY_YEAR * k->actual_count,
                        sizeof(*parts));
    if (parts == NULL) {
        c->failed = true;
        return text_of("");
    }
    if (words != NULL) {
        parts[HISTORY_NAME] = word_number(words, k->name);
        parts[HISTORY_UNIT] = word_number(words, k->unit);
    }
    parts[HISTORY_FROM] = t->from;
    parts[HISTORY_TO] = t->to;
    parts[HISTORY_PER_YEAR] = t->per_year;
    parts[HISTORY_LAST] = last->fiscal_year;
    put_figure(words, parts + HISTORY_TARGET, &t->value);
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (a == last || a->fiscal_year >= last->fiscal_year)
            continue;
        known = known || a->value.known;
        parts[count] = a->fiscal_year;
        put_figure(words, parts + count + 1, &a->value);
        count += HISTORY_YEAR;
    }
    return known && (words == NULL || parts[HISTORY_NAME] != 0)
               ? text_slice((const char *)parts, count * sizeof(*parts))
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
    key = history_key(c, k, mine, c->words);
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

/* ---- What can be there twice ------------------------------------------------ */

enum { SAME_NAME = 1, SAME_KPIS = 2, CODES = 4, /* what a project may have */
       FEW_KPIS = 16 };

/* What is found out of each project by itself. */
typedef struct looks {
    checker *c;
    unsigned char *may;  /* by project */
    size_t *first_kpi;   /* by project: the number of its first KPI, of all */
    uint32_t *histories; /* by KPI: the mark of its history, 0 without one */
    bool *twice;         /* by KPI: that mark is not the only one */
} looks;

static bool same_target(const target *a, const target *b)
{
    return a->to == b->to && a->value.known == b->value.known &&
           (!a->value.known ||
            number_compare(a->value.value, b->value.value) == 0);
}

static bool may_repeat(const project *p)
{
    for (size_t i = 1; i < p->kpi_count; i++)
        for (size_t k = 0; k < i; k++)
            if (p->kpi_count > FEW_KPIS ||
                same_target(&p->kpis[i].target, &p->kpis[k].target))
                return true;
    return false;
}

static uint32_t history_mark(checker *c, const kpi *k)
{
    const actual *last = last_actual(c, k);
    text key = text_of("");

    if (last != NULL && last->value.known)
        key = history_key(c, k, last, NULL);
    return key.length == 0 ? 0 : mark_of(key);
}

static void look_at(const looks *l, checker *c, size_t index)
{
    const project *p = &c->data->projects[index];
    unsigned char *may = &l->may[index];

    if (!counts(p))
        return;
    if (c->namesakes[index])
        *may |= SAME_NAME;
    if (may_repeat(p))
        *may |= SAME_KPIS;
    for (size_t k = 0; k < p->kpi_count; k++) {
        if (p->kpis[k].code[0] != '\0')
            *may |= CODES;
        l->histories[l->first_kpi[index] + k] = history_mark(c, &p->kpis[k]);
    }
}

static void look_at_stretch(void *context, stretch *s)
{
    const looks *l = context;
    checker own = *l->c;

    arena_init(&own.work, 0);
    for (size_t i = s->from; i < s->end; i++)
        look_at(l, &own, i);
    arena_free(&own.work);
    s->failed = own.failed;
}

static bool look(looks *l)
{
    checker *c = l->c;
    size_t count = c->data->project_count, kpis = 0;

    l->may = arena_array(&c->kept, count, sizeof(*l->may));
    l->first_kpi = arena_items(&c->kept, count, sizeof(*l->first_kpi));
    if (l->may == NULL || l->first_kpi == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        l->first_kpi[i] = kpis;
        kpis += c->data->projects[i].kpi_count;
    }
    l->histories = arena_array(&c->kept, kpis, sizeof(*l->histories));
    l->twice = arena_array(&c->kept, kpis, sizeof(*l->twice));
    return l->histories != NULL && l->twice != NULL &&
           stretches_do(c->data, c->workers, false, look_at_stretch,
                        l) &&
           marks_find_twice(l->twice, l->histories, kpis);
}

/* ---- All together -------------------------------------------------------- */

static void names_twice(const looks *l)
{
    checker *c = l->c;
    registry projects, codes;

    registry_init(&projects, c);
    registry_init(&codes, c);
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];

        if (l->may[i] & SAME_NAME)
            project_twice(&projects, p);
        if (l->may[i] & SAME_KPIS)
            kpi_twice(c, p);
        if (l->may[i] & CODES)
            code_twice(&codes, p);
    }
}

static void histories_twice(const looks *l)
{
    checker *c = l->c;
    registry histories;

    registry_init(&histories, c);
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];
        const bool *twice = l->twice + l->first_kpi[i];

        for (size_t k = 0; k < p->kpi_count; k++)
            if (twice[k])
                figures_differ(&histories, p, &p->kpis[k]);
    }
}

void check_identity(checker *c)
{
    looks l = { .c = c };

    if (!look(&l)) {
        c->failed = true;
        return;
    }
    names_twice(&l);
    check_empty_work(c);
    histories_twice(&l);
    check_empty_work(c);
}
