/*
 * consolidate.c - parts of a submission become one dataset
 */
#include "kpi/consolidate.h"

#include <stdlib.h>
#include <string.h>

#include "kpi/consolidate_parts.h"

/* ---- Sources ----------------------------------------------------------------- */

static int order_of(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_sources(const void *left, const void *right)
{
    const merged_source *a = left, *b = right;
    int order = strcmp(a->from->file, b->from->file);

    if (order == 0)
        order = strcmp(a->from->modified, b->from->modified);
    if (order == 0)
        order = strcmp(a->from->sha256, b->from->sha256);
    if (order == 0)
        order = order_of(a->part, b->part);
    return order != 0 ? order : order_of(a->index, b->index);
}

static bool list_sources(merging *m)
{
    size_t count = 0;

    for (size_t i = 0; i < m->part_count; i++)
        count += m->parts[i]->source_count;
    m->sources = arena_array(&m->work, count, sizeof(*m->sources));
    m->source_of = arena_array(&m->work, m->part_count,
                               sizeof(*m->source_of));
    if (m->sources == NULL || m->source_of == NULL)
        return false;
    for (size_t i = 0; i < m->part_count; i++) {
        const dataset *part = m->parts[i];

        m->source_of[i] = arena_array(&m->work, part->source_count,
                                      sizeof(**m->source_of));
        if (m->source_of[i] == NULL)
            return false;
        for (size_t j = 0; j < part->source_count; j++)
            m->sources[m->source_count++] =
                (merged_source){ &part->sources[j], i, j, SIZE_MAX };
    }
    qsort(m->sources, m->source_count, sizeof(*m->sources), compare_sources);
    return true;
}

/* The same content is taken once, from the file whose name sorts first. */
static bool find_duplicates(merging *m)
{
    key_table seen;

    key_table_init(&seen, &m->work);
    for (size_t i = 0; i < m->source_count; i++) {
        merged_source *s = &m->sources[i];
        size_t *first;

        m->source_of[s->part][s->index] = i;
        if (s->from->sha256[0] == '\0' || s->from->superseded ||
            s->from->unreadable)
            continue;
        first = key_table_put(&seen, text_of(s->from->sha256), i);
        if (first == NULL)
            return false;
        if (*first != i)
            s->duplicate = *first;
    }
    return true;
}

static void copy_source(merging *m, const merged_source *from)
{
    source *s = dataset_add_source(m->out);

    if (s == NULL) {
        m->failed = true;
        return;
    }
    *s = *from->from;
    if (from->duplicate != SIZE_MAX)
        s->superseded = true;
}

static void report_duplicates(merging *m)
{
    for (size_t i = 0; i < m->source_count; i++)
        if (m->sources[i].duplicate != SIZE_MAX)
            finding_add(&m->out->findings, "file-duplicate", i, place_none(),
                        m->sources[i].from->file,
                        m->sources[m->sources[i].duplicate].from->file,
                        NULL);
}

/* The merged source of a part's source, SIZE_MAX when it is left out. */
static size_t source_for(const merging *m, size_t part, size_t index)
{
    size_t at;

    if (index >= m->parts[part]->source_count)
        return SIZE_MAX;
    at = m->source_of[part][index];
    return m->sources[at].duplicate == SIZE_MAX ? at : SIZE_MAX;
}

/* ---- The order of the projects ------------------------------------------------- */

enum { ORDER_GOAL, ORDER_THEME_NUMBER, ORDER_THEME, ORDER_PART_NUMBER,
       ORDER_PART, ORDER_MEASURE, ORDER_COUNT };

static int compare_places(const void *left, const void *right)
{
    const merged_project *a = left, *b = right;
    int order = order_of(a->source, b->source);

    return order != 0 ? order : order_of(a->index, b->index);
}

static int compare_projects(const void *left, const void *right)
{
    const merged_project *a = left, *b = right;

    for (size_t i = 0; i < ORDER_COUNT; i++)
        if (a->order[i] != b->order[i])
            return order_of(a->order[i], b->order[i]);
    return compare_places(left, right);
}

/* As first seen: the place of a key that hangs under `above`. */
static size_t seen_order(merging *m, key_table *seen, char kind, size_t above,
                         const char *words)
{
    const int64_t parts[] = { kind, (int64_t)above,
                              word_number(m->words, words) };
    size_t *at = word_key_put(seen, parts, 3, seen->count);

    if (at == NULL)
        m->failed = true;
    return at == NULL ? 0 : *at;
}

int merge_number(merging *m, const char *no)
{
    size_t found = key_table_get(&m->numbers, text_of(no));
    int read;

    if (found != SIZE_MAX)
        return (int)found;
    read = heading_number(no);
    if (key_table_put(&m->numbers, text_of(no), (size_t)read) == NULL)
        m->failed = true;
    return read;
}

/* SIZE_MAX when it is no number, so that it stands last. */
static size_t number_order(merging *m, const char *no)
{
    int read = merge_number(m, no);

    return read == 0 ? SIZE_MAX : (size_t)read;
}

static bool same_goal(merging *m, const heading *a, const heading *b)
{
    size_t number_a = number_order(m, a->no);
    size_t number_b = number_order(m, b->no);

    if (number_a != SIZE_MAX || number_b != SIZE_MAX)
        return number_a == number_b;
    return word_number(m->words, a->title) ==
           word_number(m->words, b->title);
}

/* The plan's goals, then numbered ones, then others as first seen. */
static size_t goal_order(merging *m, key_table *seen, const project *p)
{
    size_t count = m->plan->goal_count, found = number_order(m, p->goal.no);

    if (!p->has_goal)
        return SIZE_MAX;
    for (size_t i = 0; i < count; i++)
        if (same_goal(m, &m->plan->goals[i], &p->goal))
            return i;
    if (found != SIZE_MAX)
        return count + found;
    return SIZE_MAX / 2 + seen_order(m, seen, 'g', 0, p->goal.title);
}

static void set_order(merging *m, key_table *seen, merged_project *entry)
{
    const project *p = entry->from;
    size_t *order = entry->order;

    order[ORDER_GOAL] = goal_order(m, seen, p);
    order[ORDER_THEME_NUMBER] = number_order(m, p->theme.no);
    order[ORDER_THEME] = order[ORDER_THEME_NUMBER] != SIZE_MAX
                             ? 0
                             : seen_order(m, seen, 't', order[ORDER_GOAL],
                                          p->theme.title);
    order[ORDER_PART_NUMBER] = p->has_part ? number_order(m, p->part.no) : 0;
    order[ORDER_PART] = seen_order(m, seen, 'p', order[ORDER_THEME],
                                   p->has_part ? p->part.title : "");
    order[ORDER_MEASURE] = seen_order(m, seen, 'm', order[ORDER_GOAL],
                                      p->measure);
}

static bool list_projects(merging *m)
{
    size_t count = 0;
    key_table seen;

    for (size_t i = 0; i < m->part_count; i++)
        count += m->parts[i]->project_count;
    m->projects = arena_array(&m->work, count, sizeof(*m->projects));
    if (m->projects == NULL)
        return false;
    for (size_t i = 0; i < m->part_count; i++)
        for (size_t j = 0; j < m->parts[i]->project_count; j++) {
            const project *p = &m->parts[i]->projects[j];
            size_t at = source_for(m, i, p->source);

            if (at != SIZE_MAX)
                m->projects[m->project_count++] =
                    (merged_project){ p, i, at, j, { 0 } };
        }
    qsort(m->projects, m->project_count, sizeof(*m->projects),
          compare_places);
    key_table_init(&seen, &m->work);
    for (size_t i = 0; i < m->project_count && !m->failed; i++)
        set_order(m, &seen, &m->projects[i]);
    qsort(m->projects, m->project_count, sizeof(*m->projects),
          compare_projects);
    return !m->failed && !m->words->failed;
}

/* ---- Findings ------------------------------------------------------------------ */

static void copy_findings(merging *m)
{
    finding_list *to = &m->out->findings;

    for (size_t i = 0; i < m->part_count; i++) {
        const finding_list *list = &m->parts[i]->findings;

        for (size_t j = 0; j < list->count; j++) {
            const finding *f = &list->items[j];
            size_t at = source_for(m, i, f->source);

            if (at == SIZE_MAX && f->source != FINDING_NO_SOURCE)
                continue;
            to->items[to->count] = *f;
            to->items[to->count].source = at;
            to->items[to->count++].joined = 0;
        }
    }
}

/* ---- All together -------------------------------------------------------------- */

/* What the plan does not say a part may, that was exported with one. */
static void take_head(merging *m, const dataset *part)
{
    dataset *d = m->out;

    if (d->title[0] == '\0')
        d->title = part->title;
    if (d->municipality[0] == '\0')
        d->municipality = part->municipality;
    if (d->from == 0)
        d->from = part->from;
    if (d->to == 0)
        d->to = part->to;
}

static void set_head(merging *m)
{
    dataset *d = m->out;
    const plan *p = m->plan;

    d->title = arena_strdup(&d->memory, p->title);
    d->municipality = arena_strdup(&d->memory, p->municipality);
    if (d->title == NULL || d->municipality == NULL) {
        m->failed = true;
        d->title = d->municipality = "";
    }
    d->from = p->from;
    d->to = p->to;
    for (size_t i = 0; i < m->source_count; i++)
        take_head(m, m->parts[m->sources[i].part]);
    d->fiscal_year = p->reported_year;
    if (d->fiscal_year == 0)
        d->fiscal_year = dataset_newest_year(d);
}

/* The parts' memory, and room for all that they bring along. */
static bool hold_parts(merging *m)
{
    size_t projects = 0, findings = 0;

    for (size_t i = 0; i < m->part_count; i++) {
        projects += m->parts[i]->project_count;
        findings += m->parts[i]->findings.count;
        if (!dataset_hold(m->out, m->parts[i]))
            return false;
    }
    return dataset_reserve(m->out, projects, findings);
}

static void merge_all(merging *m)
{
    m->failed = !hold_parts(m) || !list_sources(m) || !find_duplicates(m);
    for (size_t i = 0; i < m->source_count && !m->failed; i++)
        copy_source(m, &m->sources[i]);
    if (m->failed || !list_projects(m))
        m->failed = true;
    for (size_t i = 0; i < m->project_count && !m->failed; i++)
        merge_project(m, &m->projects[i]);
    if (m->failed)
        return;
    copy_findings(m);
    report_duplicates(m);
    merge_supersede(m);
    set_head(m);
    finding_sort(&m->out->findings, NULL, 0);
    for (size_t i = 0; m->given && i < m->part_count; i++)
        dataset_take_room(m->out, m->parts[i]);
    m->failed = m->failed || m->words->failed || m->out->findings.failed;
}

static kpi_status merge(dataset **out, merging *m, kpi_error *err)
{
    kpi_status status = KPI_OK;
    word_keys own;

    *out = NULL;
    arena_init(&m->work, 0);
    key_table_init(&m->groups, &m->work);
    key_table_init(&m->numbers, &m->work);
    word_keys_init(&own, &m->work);
    if (m->words == NULL)
        m->words = &own;
    m->out = dataset_new(0);
    if (m->out != NULL)
        merge_all(m);
    if (m->out == NULL || m->failed) {
        dataset_free(m->out);
        status = kpi_fail_nomem(err);
    } else {
        *out = m->out;
    }
    arena_free(&m->work);
    return status;
}

kpi_status consolidate(dataset **out, const dataset *const *parts,
                       size_t count, const plan *p, kpi_error *err)
{
    merging m = { .plan = p, .parts = parts, .part_count = count };

    return merge(out, &m, err);
}

kpi_status consolidate_given(dataset **out, const dataset *const *parts,
                             size_t count, const plan *p, word_keys *words,
                             kpi_error *err)
{
    merging m = { .plan = p, .parts = parts, .part_count = count,
                  .words = words, .given = true };

    return merge(out, &m, err);
}
