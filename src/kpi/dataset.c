/*
 * dataset.c - the canonical KPI model: making, naming and looking up
 */
#include "kpi/dataset.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

/* ---- Choices and their words -------------------------------------------- */

static const char *const kind_ids[KIND_COUNT] = {
    [KIND_ANNUAL] = "annual",
    [KIND_CUMULATIVE] = "cumulative",
    [KIND_LEVEL] = "level",
    [KIND_MILESTONE] = "milestone",
};

static const char *const direction_ids[DIRECTION_COUNT] = {
    [DIRECTION_UP] = "up",
    [DIRECTION_DOWN] = "down",
    [DIRECTION_KEEP] = "keep",
};

static const char *const formula_ids[FORMULA_COUNT] = {
    [FORMULA_RATIO] = "ratio",
    [FORMULA_INVERSE] = "inverse",
    [FORMULA_MIRROR] = "mirror",
    [FORMULA_PROGRESS] = "progress",
    [FORMULA_KEEP] = "keep",
    [FORMULA_MILESTONE] = "milestone",
};

static const char *id_of(const char *const *ids, size_t count, size_t value)
{
    return value < count ? ids[value] : NULL;
}

/* 0 is UNKNOWN in every choice. */
static size_t from_id(const char *const *ids, size_t count, text id)
{
    for (size_t i = 1; i < count; i++)
        if (text_is(id, ids[i]))
            return i;
    return 0;
}

const char *kpi_kind_id(kpi_kind kind)
{
    return id_of(kind_ids, KIND_COUNT, (size_t)kind);
}

const char *kpi_direction_id(kpi_direction direction)
{
    return id_of(direction_ids, DIRECTION_COUNT, (size_t)direction);
}

const char *rate_formula_id(rate_formula formula)
{
    return id_of(formula_ids, FORMULA_COUNT, (size_t)formula);
}

kpi_kind kpi_kind_from_id(text id)
{
    return (kpi_kind)from_id(kind_ids, KIND_COUNT, id);
}

kpi_direction kpi_direction_from_id(text id)
{
    return (kpi_direction)from_id(direction_ids, DIRECTION_COUNT, id);
}

rate_formula rate_formula_from_id(text id)
{
    return (rate_formula)from_id(formula_ids, FORMULA_COUNT, id);
}

/* ---- Making -------------------------------------------------------------- */

/* A dataset, how many need it, and the lives of those that it needs. */
typedef struct dataset_life {
    dataset data;
    atomic_size_t users;
    struct dataset_life **held;
    size_t held_count, held_capacity;
    const char **recent; /* texts of dataset_keep_text(), RECENT; or NULL */
} dataset_life;

enum { RECENT = 256, SHORT_TEXT = 64 };

dataset *dataset_new(size_t memory_limit)
{
    dataset_life *life = calloc(1, sizeof(*life));
    dataset *d;

    if (life == NULL)
        return NULL;
    d = &life->data;
    d->life = life;
    atomic_init(&life->users, 1);
    arena_init(&d->memory, memory_limit);
    finding_list_init(&d->findings, &d->memory);
    d->title = d->municipality = "";
    return d;
}

static void release(dataset_life *life)
{
    if (atomic_fetch_sub(&life->users, 1) > 1)
        return;
    arena_free(&life->data.memory); /* it may be lent what is held */
    for (size_t i = 0; i < life->held_count; i++)
        release(life->held[i]);
    free(life->held);
    free(life->recent);
    free(life);
}

void dataset_free(dataset *d)
{
    while (d != NULL) {
        dataset *next = d->next;

        release(d->life);
        d = next;
    }
}

bool dataset_hold(dataset *d, const dataset *other)
{
    dataset_life *life = d->life;

    if (life->held_count == life->held_capacity) {
        size_t room = life->held_capacity == 0 ? 4 : life->held_capacity * 2;
        dataset_life **grown = room > SIZE_MAX / sizeof(*grown)
            ? NULL : realloc(life->held, room * sizeof(*grown));

        if (grown == NULL)
            return false;
        life->held = grown;
        life->held_capacity = room;
    }
    life->held[life->held_count++] = other->life;
    atomic_fetch_add(&other->life->users, 1);
    return true;
}

void dataset_take_room(dataset *d, const dataset *other)
{
    arena_lend(&d->memory, other->projects,
               other->project_capacity * sizeof(*other->projects));
    arena_lend(&d->memory, other->findings.items,
               other->findings.capacity * sizeof(*other->findings.items));
}

/* The place of a text among the recent ones. */
static const char **recent_slot(dataset_life *life, text t)
{
    size_t slot = t.length;

    if (life->recent == NULL)
        life->recent = calloc(RECENT, sizeof(*life->recent));
    for (size_t i = 0; i < t.length; i++)
        slot = slot * 31 + (unsigned char)t.bytes[i];
    return life->recent == NULL ? NULL : &life->recent[slot % RECENT];
}

const char *dataset_keep_text(dataset *d, text t)
{
    const char **slot = NULL, *made;

    if (t.length == 0)
        return "";
    if (t.length <= SHORT_TEXT)
        slot = recent_slot(d->life, t);
    if (slot != NULL && *slot != NULL && text_is(t, *slot))
        return *slot;
    made = arena_strndup(&d->memory, t.bytes, t.length);
    if (slot != NULL && made != NULL)
        *slot = made;
    return made;
}

dataset *dataset_without_projects(const dataset *d)
{
    dataset *view = dataset_new(0);
    finding_list findings = d->findings;

    if (view == NULL || !dataset_hold(view, d)) {
        dataset_free(view);
        return NULL;
    }
    findings.memory = &view->memory;
    findings.capacity = findings.count;
    view->findings = findings;
    view->sources = d->sources;
    view->source_count = view->source_capacity = d->source_count;
    view->title = d->title;
    view->municipality = d->municipality;
    view->fiscal_year = d->fiscal_year;
    view->from = d->from;
    view->to = d->to;
    return view;
}

bool dataset_reserve(dataset *d, size_t projects, size_t findings)
{
    if (d->project_count != 0 || d->findings.count != 0)
        return true;
    d->projects = arena_items(&d->memory, projects, sizeof(*d->projects));
    d->findings.items = arena_items(&d->memory, findings,
                                    sizeof(*d->findings.items));
    if (d->projects == NULL || d->findings.items == NULL)
        return false;
    d->project_capacity = projects;
    d->findings.capacity = findings;
    return true;
}

source *dataset_add_source(dataset *d)
{
    void *items = d->sources;
    source *s = arena_push(&d->memory, &items, &d->source_count,
                           &d->source_capacity, sizeof(*s));

    if (s == NULL)
        return NULL;
    d->sources = items;
    *s = (source){ .file = "", .sha256 = "", .department = "",
                   .modified = "", .stamp = "" };
    return s;
}

void project_init(project *p)
{
    const heading none = { "", "" };

    *p = (project){
        .goal = none, .theme = none, .part = none, .measure = "",
        .measure_no = "", .no = "", .name = "", .bureau = "",
        .division = "", .lead = "", .summary = "", .purpose = "",
        .declared_grade = "", .declared_status = "",
        .override = { "", "", "", "" }, .where = place_none(),
    };
    project_unassess(p);
}

heading project_measure(const project *p)
{
    return (heading){ p->measure_no, p->measure };
}

void project_unassess(project *p)
{
    p->assessment = (project_assessment){
        .shown = "", .grade = "", .final_grade = "", .reason_text = "",
        .explain = "",
    };
}

project *dataset_add_project(dataset *d)
{
    void *items = d->projects;
    project *p = arena_push(&d->memory, &items, &d->project_count,
                            &d->project_capacity, sizeof(*p));

    if (p == NULL)
        return NULL;
    d->projects = items;
    d->facts.known = false;
    project_init(p);
    return p;
}

void kpi_init(kpi *k)
{
    k->name = k->code = k->unit = "";
    k->baseline.unit = k->baseline.text = "";
    k->baseline.where = place_none();
    k->target.unit = k->target.qualifier = k->target.text = "";
    k->target.where = place_none();
    k->declared_rate_text = k->declared_grade = k->remark = "";
    k->rate_where = place_none();
    k->where = place_none();
    k->override = (grade_override){ "", "", "", "" };
    kpi_unassess(k);
}

void kpi_unassess(kpi *k)
{
    k->assessment = (kpi_assessment){
        .shown = "", .grade = "", .final_grade = "", .reason_text = "",
        .explain = "",
    };
}

void actual_init(actual *a)
{
    a->unit = a->text = "";
    a->where = place_none();
}

/* ---- Looking up ---------------------------------------------------------- */

const actual *kpi_actual(const kpi *k, int fiscal_year)
{
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].fiscal_year == fiscal_year)
            return &k->actuals[i];
    return NULL;
}

int kpi_newest_year(const kpi *k)
{
    int newest = 0;

    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];
        bool figure = a->state == STATE_REPORTED ||
                      a->state == STATE_PRELIMINARY;

        if (figure && a->fiscal_year > newest)
            newest = a->fiscal_year;
    }
    return newest;
}

int dataset_newest_year(const dataset *d)
{
    int newest = 0;

    if (d->facts.known)
        return d->facts.newest_year;
    for (size_t i = 0; i < d->project_count; i++) {
        const project *p = &d->projects[i];

        for (size_t j = 0; j < p->kpi_count; j++) {
            int year = kpi_newest_year(&p->kpis[j]);

            if (year > newest)
                newest = year;
        }
    }
    return newest;
}

size_t dataset_most_group(const dataset *d)
{
    size_t most = 0;

    if (d->facts.known)
        return d->facts.most_group;
    for (size_t i = 0; i < d->project_count; i++) {
        const project *p = &d->projects[i];

        for (size_t j = 0; j < p->kpi_count; j++)
            if (p->kpis[j].group > most)
                most = p->kpis[j].group;
    }
    return most;
}
