/*
 * dataset_settle.c - records packed closely once they are read and checked
 *
 * While a file is read its arena also takes what only the reading needs, and
 * lists that grew. Of 1,000 files all of that would be kept to the end; what
 * is copied here is a tenth of it.
 */
#include "kpi/dataset.h"

#include <stdalign.h>

#include "kpi/key_table.h"

enum { RECENT = 256, SHORT_STRING = 64, ALIGNMENT = alignof(max_align_t) };

/* Strings that were shared stay shared: by where they stood. */
typedef struct settling {
    dataset *to;
    unsigned char *lists; /* room for all lists, in one piece */
    size_t left;
    arena work;
    key_table longer; /* address -> place in `kept`: never copied twice */
    const char **kept;
    size_t kept_count, kept_capacity;
    struct {
        const char *from, *to;
    } recent[RECENT]; /* the same for short ones, the last of each place */
    bool failed;
} settling;

static const char *put(settling *s, const char *string, size_t length)
{
    const char *copy = arena_strndup(&s->to->memory, string, length);

    s->failed = s->failed || copy == NULL;
    return copy == NULL ? "" : copy;
}

static const char *put_long(settling *s, const char *string, size_t length)
{
    void *items = s->kept;
    const char **address = arena_alloc(&s->work, sizeof(*address)), **slot;
    size_t *at = NULL;

    if (address != NULL) {
        *address = string;
        at = key_table_put(&s->longer, text_slice((const char *)address,
                                                  sizeof(*address)),
                           s->kept_count);
    }
    if (at != NULL && *at < s->kept_count)
        return s->kept[*at];
    slot = at == NULL ? NULL
                      : arena_push(&s->work, &items, &s->kept_count,
                                   &s->kept_capacity, sizeof(*slot));
    if (slot == NULL) {
        s->failed = true;
        return "";
    }
    s->kept = items;
    *slot = put(s, string, length);
    return *slot;
}

static const char *string_of(settling *s, const char *string)
{
    size_t at = ((uintptr_t)string ^ (uintptr_t)string >> 8) % RECENT;
    size_t length;

    if (string == NULL || string[0] == '\0' || s->failed)
        return "";
    if (s->recent[at].from == string)
        return s->recent[at].to;
    length = strlen(string);
    if (length > SHORT_STRING)
        return put_long(s, string, length);
    s->recent[at].from = string;
    s->recent[at].to = put(s, string, length);
    return s->recent[at].to;
}

static void settle_string(settling *s, const char **string)
{
    *string = string_of(s, *string);
}

/* ---- What records are made of -------------------------------------------- */

static void settle_place(settling *s, place *where)
{
    settle_string(s, &where->sheet);
}

static void settle_quantity(settling *s, quantity *q)
{
    number own = NUMBER_ZERO;

    if (q->known && !number_copy(&s->to->memory, &own, q->value))
        s->failed = true;
    q->value = own;
}

static size_t room_of(size_t count, size_t size)
{
    return (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* A list of the same length; NULL for an empty one. */
static void *list(settling *s, const void *from, size_t *count, size_t size)
{
    size_t room = room_of(*count, size);
    void *items = s->lists;

    if (*count == 0 || s->failed || s->left < room) {
        s->failed = s->failed || *count != 0;
        *count = 0;
        return NULL;
    }
    s->lists += room;
    s->left -= room;
    return memcpy(items, from, *count * size);
}

static void settle_strings(settling *s, const char ***items, size_t *count)
{
    *items = list(s, *items, count, sizeof(**items));
    for (size_t i = 0; i < *count; i++)
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
    k->planned = list(s, k->planned, &k->planned_count, sizeof(*k->planned));
    for (size_t i = 0; i < k->planned_count; i++) {
        settle_quantity(s, &k->planned[i].value);
        settle_string(s, &k->planned[i].text);
        settle_place(s, &k->planned[i].where);
    }
    k->actuals = list(s, k->actuals, &k->actual_count, sizeof(*k->actuals));
    for (size_t i = 0; i < k->actual_count; i++) {
        settle_quantity(s, &k->actuals[i].value);
        settle_quantity(s, &k->actuals[i].total);
        settle_string(s, &k->actuals[i].unit);
        settle_string(s, &k->actuals[i].text);
        settle_place(s, &k->actuals[i].where);
    }
}

static void settle_kpi(settling *s, kpi *k)
{
    settle_string(s, &k->name);
    settle_string(s, &k->code);
    settle_string(s, &k->unit);
    settle_strings(s, &k->shared_with, &k->shared_count);
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
    kpi_unassess(k);
}

/* ---- A project -------------------------------------------------------------- */

static void settle_lists(settling *s, project *p)
{
    settle_strings(s, &p->municipalities, &p->municipality_count);
    settle_strings(s, &p->grants, &p->grant_count);
    settle_strings(s, &p->notes, &p->note_count);
    p->costs = list(s, p->costs, &p->cost_count, sizeof(*p->costs));
    for (size_t i = 0; i < p->cost_count; i++) {
        settle_quantity(s, &p->costs[i].value);
        settle_string(s, &p->costs[i].unit);
        settle_string(s, &p->costs[i].text);
        settle_place(s, &p->costs[i].where);
    }
    p->activities = list(s, p->activities, &p->activity_count,
                         sizeof(*p->activities));
    for (size_t i = 0; i < p->activity_count; i++) {
        settle_string(s, &p->activities[i].title);
        settle_string(s, &p->activities[i].text);
    }
    p->kpis = list(s, p->kpis, &p->kpi_count, sizeof(*p->kpis));
    for (size_t i = 0; i < p->kpi_count; i++)
        settle_kpi(s, &p->kpis[i]);
}

static void settle_project(settling *s, project *p)
{
    settle_heading(s, &p->goal);
    settle_heading(s, &p->theme);
    settle_heading(s, &p->part);
    settle_string(s, &p->measure);
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

/* What list() will hand out. */
static size_t room_of_lists(const dataset *d)
{
    size_t room = room_of(d->source_count, sizeof(*d->sources)) +
                  room_of(d->project_count, sizeof(*d->projects)) +
                  room_of(d->findings.count, sizeof(*d->findings.items));

    for (size_t i = 0; i < d->project_count; i++) {
        const project *p = &d->projects[i];

        room += room_of(p->municipality_count, sizeof(*p->municipalities)) +
                room_of(p->grant_count, sizeof(*p->grants)) +
                room_of(p->note_count, sizeof(*p->notes)) +
                room_of(p->cost_count, sizeof(*p->costs)) +
                room_of(p->activity_count, sizeof(*p->activities)) +
                room_of(p->kpi_count, sizeof(*p->kpis));
        for (size_t k = 0; k < p->kpi_count; k++)
            room += room_of(p->kpis[k].shared_count,
                            sizeof(*p->kpis[k].shared_with)) +
                    room_of(p->kpis[k].planned_count,
                            sizeof(*p->kpis[k].planned)) +
                    room_of(p->kpis[k].actual_count,
                            sizeof(*p->kpis[k].actuals));
    }
    return room;
}

static void settle_all(settling *s, const dataset *from)
{
    dataset *d = s->to;

    s->left = room_of_lists(from);
    s->lists = arena_alloc(&d->memory, s->left);
    s->failed = s->lists == NULL;
    d->fiscal_year = from->fiscal_year;
    d->title = string_of(s, from->title);
    d->municipality = string_of(s, from->municipality);
    d->from = from->from;
    d->to = from->to;
    d->source_count = from->source_count;
    d->sources = list(s, from->sources, &d->source_count,
                      sizeof(*d->sources));
    d->source_capacity = d->source_count;
    for (size_t i = 0; i < d->source_count; i++)
        settle_source(s, &d->sources[i]);
    d->project_count = from->project_count;
    d->projects = list(s, from->projects, &d->project_count,
                       sizeof(*d->projects));
    d->project_capacity = d->project_count;
    for (size_t i = 0; i < d->project_count; i++)
        settle_project(s, &d->projects[i]);
    d->findings.count = from->findings.count;
    d->findings.items = list(s, from->findings.items, &d->findings.count,
                             sizeof(*d->findings.items));
    d->findings.capacity = d->findings.count;
    for (size_t i = 0; i < d->findings.count; i++)
        settle_finding(s, &d->findings.items[i]);
}

bool dataset_settle(dataset **d)
{
    settling s = { .to = dataset_new(0) };

    if (s.to == NULL)
        return false;
    arena_init(&s.work, 0);
    key_table_init(&s.longer, &s.work);
    settle_all(&s, *d);
    arena_free(&s.work);
    if (s.failed) {
        dataset_free(s.to);
        return false;
    }
    s.to->next = (*d)->next;
    (*d)->next = NULL;
    dataset_free(*d);
    *d = s.to;
    return true;
}
