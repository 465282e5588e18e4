/*
 * dataset_settle.c - records packed closely once they are read and checked
 *
 * While a file is read its arena also takes what only the reading needs, and
 * lists that grew. Of 1,000 files all of that would be kept to the end; what
 * is copied here is a tenth of it. The records are gone through twice in the
 * same way: first to gather their texts and to learn how much room the lists
 * take, then to copy all into one piece of memory of just that size.
 */
#include "kpi/dataset.h"

#include <stdalign.h>
#include <stdlib.h>

#include "kpi/key_table.h"

enum { RECENT = 256, SHORT_STRING = 64, FIRST_PLACES = 512,
       GATHERED_ROOM = 8192, /* most files hold no more text */
       ALIGNMENT = alignof(max_align_t) };

/* Strings that were shared stay shared: by where they stood. */
typedef struct settling {
    dataset *to;
    unsigned char *room; /* NULL while texts are gathered */
    size_t lists;        /* bytes taken so far */
    buf texts;           /* each once, with its NUL */
    const char *settled; /* where they are in the end */
    size_t *places;      /* in `texts`, of each string that is not empty, */
    size_t count, most;  /* in the order in which they are met; and the */
    size_t next;         /* one that is met next */
    struct {
        const char *from;
        size_t at;
    } recent[RECENT];    /* short strings, the last of each slot */
    arena work;
    key_table longer;    /* address -> place: never copied twice */
    bool failed;
} settling;

static bool gathering(const settling *s)
{
    return s->room == NULL;
}

static size_t add_text(settling *s, const char *string, size_t length)
{
    size_t at = s->texts.length;

    buf_add(&s->texts, string, length + 1);
    return at;
}

static size_t add_long(settling *s, const char *string, size_t length)
{
    const char **address = arena_alloc(&s->work, sizeof(*address));
    size_t *at = NULL;

    if (address != NULL) {
        *address = string;
        at = key_table_put(&s->longer, text_slice((const char *)address,
                                                  sizeof(*address)),
                           SIZE_MAX);
    }
    if (at == NULL) {
        s->failed = true;
        return 0;
    }
    if (*at == SIZE_MAX)
        *at = add_text(s, string, length);
    return *at;
}

static size_t place_of(settling *s, const char *string)
{
    size_t slot = ((uintptr_t)string ^ (uintptr_t)string >> 8) % RECENT;
    size_t length;

    if (s->recent[slot].from == string)
        return s->recent[slot].at;
    length = strlen(string);
    if (length > SHORT_STRING)
        return add_long(s, string, length);
    s->recent[slot].from = string;
    s->recent[slot].at = add_text(s, string, length);
    return s->recent[slot].at;
}

static void gather(settling *s, const char *string)
{
    if (s->count == s->most) {
        size_t most = s->most == 0 ? FIRST_PLACES : s->most * 2;
        size_t *grown = most > SIZE_MAX / sizeof(*grown)
            ? NULL : realloc(s->places, most * sizeof(*grown));

        if (grown == NULL) {
            s->failed = true;
            return;
        }
        s->places = grown;
        s->most = most;
    }
    s->places[s->count++] = place_of(s, string);
}

static inline void settle_string(settling *s, const char **string)
{
    bool none = *string == NULL || (*string)[0] == '\0';

    if (!gathering(s))
        *string = none ? "" : s->settled + s->places[s->next++];
    else if (!none)
        gather(s, *string);
}

/* ---- What records are made of -------------------------------------------- */

static void settle_place(settling *s, place *where)
{
    settle_string(s, &where->sheet);
}

static void settle_quantity(settling *s, quantity *q)
{
    number own = NUMBER_ZERO;

    if (gathering(s))
        return;
    if (q->known && !number_copy(&s->to->memory, &own, q->value))
        s->failed = true;
    q->value = own;
}

/* A list of the same length; NULL for an empty one. */
static void *list(settling *s, void *from, size_t count, size_t size)
{
    size_t at = s->lists;

    s->lists += (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (gathering(s))
        return from;
    return count == 0 ? NULL : memcpy(s->room + at, from, count * size);
}

static inline void settle_strings(settling *s, const char ***items,
                                  size_t count)
{
    if (count == 0) { /* as most */
        *items = NULL;
        return;
    }
    *items = list(s, *items, count, sizeof(**items));
    for (size_t i = 0; i < count; i++)
        settle_string(s, &(*items)[i]);
}

static void settle_heading(settling *s, heading *h)
{
    settle_string(s, &h->no);
    settle_string(s, &h->title);
}

static void settle_override(settling *s, grade_override *o)
{
    settle_string(s, &o->grade);
    settle_string(s, &o->reason);
    settle_string(s, &o->by);
    settle_string(s, &o->date);
}

/* ---- A KPI ----------------------------------------------------------------- */

static void settle_figures(settling *s, kpi *k)
{
    k->planned = list(s, k->planned, k->planned_count, sizeof(*k->planned));
    for (size_t i = 0; i < k->planned_count; i++) {
        settle_quantity(s, &k->planned[i].value);
        settle_string(s, &k->planned[i].text);
        settle_place(s, &k->planned[i].where);
    }
    k->actuals = list(s, k->actuals, k->actual_count, sizeof(*k->actuals));
    for (size_t i = 0; i < k->actual_count; i++) {
        settle_quantity(s, &k->actuals[i].value);
        settle_quantity(s, &k->actuals[i].total);
        settle_string(s, &k->actuals[i].unit);
        settle_string(s, &k->actuals[i].text);
        settle_place(s, &k->actuals[i].where);
    }
}

static void note_facts(dataset_facts *facts, const kpi *k)
{
    int year = kpi_newest_year(k);

    if (year > facts->newest_year)
        facts->newest_year = year;
    if (k->group > facts->most_group)
        facts->most_group = k->group;
}

static void settle_kpi(settling *s, kpi *k)
{
    settle_string(s, &k->name);
    settle_string(s, &k->code);
    settle_string(s, &k->unit);
    settle_strings(s, &k->shared_with, k->shared_count);
    settle_quantity(s, &k->baseline.value);
    settle_string(s, &k->baseline.unit);
    settle_string(s, &k->baseline.text);
    settle_place(s, &k->baseline.where);
    settle_quantity(s, &k->target.value);
    settle_string(s, &k->target.unit);
    settle_string(s, &k->target.qualifier);
    settle_string(s, &k->target.text);
    settle_place(s, &k->target.where);
    settle_figures(s, k);
    settle_quantity(s, &k->declared_rate);
    settle_string(s, &k->declared_rate_text);
    settle_place(s, &k->rate_where);
    settle_string(s, &k->declared_grade);
    settle_string(s, &k->remark);
    settle_override(s, &k->override);
    settle_place(s, &k->where);
    if (gathering(s))
        return;
    kpi_unassess(k);
    note_facts(&s->to->facts, k);
}

/* ---- A project -------------------------------------------------------------- */

static void settle_lists(settling *s, project *p)
{
    settle_strings(s, &p->municipalities, p->municipality_count);
    settle_strings(s, &p->grants, p->grant_count);
    settle_strings(s, &p->notes, p->note_count);
    p->costs = list(s, p->costs, p->cost_count, sizeof(*p->costs));
    for (size_t i = 0; i < p->cost_count; i++) {
        settle_quantity(s, &p->costs[i].value);
        settle_string(s, &p->costs[i].unit);
        settle_string(s, &p->costs[i].text);
        settle_place(s, &p->costs[i].where);
    }
    p->activities = list(s, p->activities, p->activity_count,
                         sizeof(*p->activities));
    for (size_t i = 0; i < p->activity_count; i++) {
        settle_string(s, &p->activities[i].title);
        settle_string(s, &p->activities[i].text);
    }
    p->kpis = list(s, p->kpis, p->kpi_count, sizeof(*p->kpis));
    for (size_t i = 0; i < p->kpi_count; i++)
        settle_kpi(s, &p->kpis[i]);
}

static void settle_project(settling *s, project *p)
{
    settle_heading(s, &p->goal);
    settle_heading(s, &p->theme);
    settle_heading(s, &p->part);
    settle_string(s, &p->measure);
    settle_string(s, &p->measure_no);
    settle_string(s, &p->no);
    settle_string(s, &p->name);
    settle_string(s, &p->bureau);
    settle_string(s, &p->division);
    settle_string(s, &p->lead);
    settle_string(s, &p->summary);
    settle_string(s, &p->purpose);
    settle_string(s, &p->declared_grade);
    settle_string(s, &p->declared_status);
    settle_override(s, &p->override);
    settle_place(s, &p->where);
    if (!gathering(s))
        project_unassess(p);
    settle_lists(s, p);
}

/* ---- All together ------------------------------------------------------------ */

static void settle_finding(settling *s, finding *f)
{
    settle_string(s, &f->rule);
    settle_string(s, &f->value);
    settle_place(s, &f->where);
    for (size_t i = 0; i < FINDING_ARGS && f->args[i] != NULL; i++)
        settle_string(s, &f->args[i]);
    settle_string(s, &f->project);
    settle_string(s, &f->field);
}

static void settle_source(settling *s, source *from)
{
    settle_string(s, &from->file);
    settle_string(s, &from->sha256);
    settle_string(s, &from->department);
    settle_string(s, &from->modified);
    settle_string(s, &from->stamp);
}

static void settle_all(settling *s, dataset *d)
{
    settle_string(s, &d->title);
    settle_string(s, &d->municipality);
    d->sources = list(s, d->sources, d->source_count, sizeof(*d->sources));
    for (size_t i = 0; i < d->source_count; i++)
        settle_source(s, &d->sources[i]);
    d->projects = list(s, d->projects, d->project_count,
                       sizeof(*d->projects));
    for (size_t i = 0; i < d->project_count; i++)
        settle_project(s, &d->projects[i]);
    d->findings.items = list(s, d->findings.items, d->findings.count,
                             sizeof(*d->findings.items));
    for (size_t i = 0; i < d->findings.count; i++)
        settle_finding(s, &d->findings.items[i]);
}

/* The head of `from`; its lists are still those of `from`. */
static void take_head(dataset *d, const dataset *from)
{
    d->fiscal_year = from->fiscal_year;
    d->title = from->title;
    d->municipality = from->municipality;
    d->from = from->from;
    d->to = from->to;
    d->sources = from->sources;
    d->source_count = d->source_capacity = from->source_count;
    d->projects = from->projects;
    d->project_count = d->project_capacity = from->project_count;
    d->findings.items = from->findings.items;
    d->findings.count = d->findings.capacity = from->findings.count;
}

/* Once through all of it; `room` is NULL to gather. */
static void settle_into(settling *s, unsigned char *room)
{
    s->room = room;
    s->lists = 0;
    settle_all(s, s->to);
}

static bool settle_twice(settling *s, const dataset *from)
{
    unsigned char *room;

    take_head(s->to, from);
    settle_into(s, NULL);
    s->failed = s->failed || !buf_ok(&s->texts);
    room = s->failed ? NULL : arena_bytes(&s->to->memory,
                                          s->lists + s->texts.length);
    if (room == NULL)
        return false;
    s->settled = (const char *)room + s->lists;
    if (s->texts.length != 0)
        memcpy(room + s->lists, s->texts.bytes, s->texts.length);
    settle_into(s, room);
    s->to->facts.known = true;
    return !s->failed;
}

bool dataset_settle(dataset **d)
{
    settling s = { .to = dataset_new(0) };
    char gathered[GATHERED_ROOM];
    bool done;

    if (s.to == NULL)
        return false;
    buf_init_room(&s.texts, gathered, sizeof(gathered));
    arena_init(&s.work, 0);
    key_table_init(&s.longer, &s.work);
    done = settle_twice(&s, *d);
    arena_free(&s.work);
    buf_free(&s.texts);
    free(s.places);
    if (!done) {
        dataset_free(s.to);
        return false;
    }
    s.to->next = (*d)->next;
    (*d)->next = NULL;
    dataset_free(*d);
    *d = s.to;
    return true;
}
