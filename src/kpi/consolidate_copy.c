/*
 * consolidate_copy.c - a project copied, with all that hangs on it
 */
#include "kpi/consolidate_parts.h"

#include <string.h>

enum { LONG_STRING = 4096 };

/* ---- Strings and numbers --------------------------------------------------- */

static const char *copy_string(merging *m, const char *string)
{
    const char *copy;

    if (string == NULL || string[0] == '\0')
        return "";
    copy = arena_strdup(&m->out->memory, string);
    if (copy == NULL)
        m->failed = true;
    return copy == NULL ? "" : copy;
}

/* For what recurs (units, sheets, headings): one copy for all. */
/*
 * What a string is looked up by: its text; a long one by where it stands,
 * because a hostile part may hold one text of a megabyte 50,000 times, all of
 * them the same bytes in memory.
 */
static text string_key(merging *m, const char *string)
{
    size_t length = strnlen(string, LONG_STRING + 1);
    const char **address;

    if (length <= LONG_STRING)
        return text_slice(string, length);
    address = arena_alloc(&m->work, sizeof(*address));
    if (address == NULL) {
        m->failed = true;
        return text_of("");
    }
    *address = string;
    return text_slice((const char *)address, sizeof(*address));
}

const char *merge_string(merging *m, const char *string)
{
    void *items = m->kept;
    const char **slot;
    const char *copy;
    size_t *at;

    if (string == NULL || string[0] == '\0' || m->failed)
        return "";
    at = key_table_put(&m->strings, string_key(m, string), m->kept_count);
    if (at != NULL && *at < m->kept_count)
        return m->kept[*at];
    copy = copy_string(m, string);
    slot = arena_push(&m->work, &items, &m->kept_count, &m->kept_capacity,
                      sizeof(*m->kept));
    if (at == NULL || slot == NULL) {
        m->failed = true;
        return "";
    }
    m->kept = items;
    *slot = copy;
    return copy;
}

place merge_place(merging *m, place where)
{
    where.sheet = merge_string(m, where.sheet);
    return where;
}

static quantity copy_quantity(merging *m, quantity q)
{
    quantity copy = { q.known, NUMBER_ZERO };

    if (q.known && !number_copy(&m->out->memory, &copy.value, q.value))
        m->failed = true;
    return copy;
}

/* Room for a list; NULL for an empty one. */
static void *list(merging *m, size_t *count, size_t wanted, size_t size)
{
    void *items = NULL;

    *count = 0;
    if (wanted == 0 || m->failed)
        return NULL;
    items = arena_array(&m->out->memory, wanted, size);
    if (items == NULL)
        m->failed = true;
    else
        *count = wanted;
    return items;
}

static const char **copy_strings(merging *m, size_t *count,
                                 const char *const *from, size_t wanted)
{
    const char **items = list(m, count, wanted, sizeof(*items));

    for (size_t i = 0; i < *count; i++)
        items[i] = merge_string(m, from[i]);
    return items;
}

static heading copy_heading(merging *m, heading from)
{
    return (heading){ merge_string(m, from.no), merge_string(m, from.title) };
}

static grade_override copy_override(merging *m, const grade_override *from)
{
    return (grade_override){ merge_string(m, from->grade),
                             copy_string(m, from->reason),
                             copy_string(m, from->by),
                             copy_string(m, from->date) };
}

/* ---- A KPI ------------------------------------------------------------------ */

static void copy_baseline(merging *m, baseline *b)
{
    b->value = copy_quantity(m, b->value);
    b->unit = merge_string(m, b->unit);
    b->text = copy_string(m, b->text);
    b->where = merge_place(m, b->where);
}

static void copy_target(merging *m, target *t)
{
    t->value = copy_quantity(m, t->value);
    t->unit = merge_string(m, t->unit);
    t->qualifier = merge_string(m, t->qualifier);
    t->text = copy_string(m, t->text);
    t->where = merge_place(m, t->where);
}

static void copy_planned(merging *m, kpi *k, const kpi *from)
{
    k->planned = list(m, &k->planned_count, from->planned_count,
                      sizeof(*k->planned));
    for (size_t i = 0; i < k->planned_count; i++) {
        planned *p = &k->planned[i];

        *p = from->planned[i];
        p->value = copy_quantity(m, p->value);
        p->text = copy_string(m, p->text);
        p->where = merge_place(m, p->where);
    }
}

static void copy_actuals(merging *m, kpi *k, const kpi *from)
{
    k->actuals = list(m, &k->actual_count, from->actual_count,
                      sizeof(*k->actuals));
    for (size_t i = 0; i < k->actual_count; i++) {
        actual *a = &k->actuals[i];

        *a = from->actuals[i];
        a->value = copy_quantity(m, a->value);
        a->total = copy_quantity(m, a->total);
        a->unit = merge_string(m, a->unit);
        a->text = copy_string(m, a->text);
        a->where = merge_place(m, a->where);
    }
}

/* Groups are numbered as they are met, so that parts cannot mix. */
static size_t copy_group(merging *m, size_t part, size_t group)
{
    size_t key[2] = { part, group };
    size_t *at;
    char *kept;

    if (group == 0 || m->failed)
        return 0;
    kept = arena_strndup(&m->work, (const char *)key, sizeof(key));
    at = kept == NULL ? NULL
                      : key_table_put(&m->groups,
                                      text_slice(kept, sizeof(key)),
                                      m->groups.count + 1);
    if (at == NULL)
        m->failed = true;
    return at == NULL ? 0 : *at;
}

static void copy_kpi(merging *m, kpi *k, const kpi *from, size_t part)
{
    *k = *from;
    memset(&k->assessment, 0, sizeof(k->assessment));
    kpi_init(k);
    k->name = copy_string(m, from->name);
    k->code = copy_string(m, from->code);
    k->unit = merge_string(m, from->unit);
    k->group = copy_group(m, part, from->group);
    k->shared_with = copy_strings(m, &k->shared_count, from->shared_with,
                                  from->shared_count);
    k->baseline = from->baseline;
    copy_baseline(m, &k->baseline);
    k->target = from->target;
    copy_target(m, &k->target);
    copy_planned(m, k, from);
    copy_actuals(m, k, from);
    k->declared_rate = copy_quantity(m, from->declared_rate);
    k->declared_rate_text = copy_string(m, from->declared_rate_text);
    k->rate_where = merge_place(m, from->rate_where);
    k->declared_grade = merge_string(m, from->declared_grade);
    k->remark = copy_string(m, from->remark);
    k->override = copy_override(m, &from->override);
    k->where = merge_place(m, from->where);
}

/* ---- A project -------------------------------------------------------------- */

static void copy_costs(merging *m, project *p, const project *from)
{
    p->costs = list(m, &p->cost_count, from->cost_count, sizeof(*p->costs));
    for (size_t i = 0; i < p->cost_count; i++) {
        cost *c = &p->costs[i];

        *c = from->costs[i];
        c->value = copy_quantity(m, c->value);
        c->unit = merge_string(m, c->unit);
        c->text = copy_string(m, c->text);
        c->where = merge_place(m, c->where);
    }
}

static void copy_activities(merging *m, project *p, const project *from)
{
    p->activities = list(m, &p->activity_count, from->activity_count,
                         sizeof(*p->activities));
    for (size_t i = 0; i < p->activity_count; i++)
        p->activities[i] = (activity){
            copy_string(m, from->activities[i].title),
            copy_string(m, from->activities[i].text) };
}

static void copy_texts(merging *m, project *p, const project *from)
{
    p->goal = copy_heading(m, from->goal);
    p->theme = copy_heading(m, from->theme);
    p->part = copy_heading(m, from->part);
    p->measure = merge_string(m, from->measure);
    p->no = merge_string(m, from->no);
    p->name = copy_string(m, from->name);
    p->bureau = merge_string(m, from->bureau);
    p->division = merge_string(m, from->division);
    p->lead = merge_string(m, from->lead);
    p->summary = copy_string(m, from->summary);
    p->purpose = copy_string(m, from->purpose);
    p->declared_grade = merge_string(m, from->declared_grade);
    p->declared_status = merge_string(m, from->declared_status);
    p->override = copy_override(m, &from->override);
    p->where = merge_place(m, from->where);
}

static void copy_lists(merging *m, project *p, const project *from,
                       size_t part)
{
    p->municipalities = copy_strings(m, &p->municipality_count,
                                     from->municipalities,
                                     from->municipality_count);
    p->grants = copy_strings(m, &p->grant_count, from->grants,
                             from->grant_count);
    p->notes = copy_strings(m, &p->note_count, from->notes,
                            from->note_count);
    copy_costs(m, p, from);
    copy_activities(m, p, from);
    p->kpis = list(m, &p->kpi_count, from->kpi_count, sizeof(*p->kpis));
    for (size_t i = 0; i < p->kpi_count && !m->failed; i++)
        copy_kpi(m, &p->kpis[i], &from->kpis[i], part);
}

void merge_project(merging *m, const merged_project *entry)
{
    project *p = dataset_add_project(m->out);
    project empty;

    if (p == NULL) {
        m->failed = true;
        return;
    }
    empty = *p;
    *p = *entry->from;
    p->assessment = empty.assessment;
    p->source = entry->source;
    copy_texts(m, p, entry->from);
    copy_lists(m, p, entry->from, entry->part);
}
