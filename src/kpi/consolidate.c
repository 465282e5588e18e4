/*
 * consolidate.c - parts of a submission become one dataset
 */
#include "kpi/consolidate.h"

#include <stdlib.h>
#include <string.h>

#include "kpi/consolidate_parts.h"
#include "kpi/marks.h"

/* ---- Sources ----------------------------------------------------------------- */

static int compare_sources(const void *left, const void *right)
{
    const merged_source *a = left, *b = right;
    int order = strcmp(a->from->file, b->from->file);

    if (order == 0)
        order = strcmp(a->from->modified, b->from->modified);
    if (order == 0)
        order = strcmp(a->from->sha256, b->from->sha256);
    if (order == 0)
        order = merge_compare(a->part, b->part);
    return order != 0 ? order : merge_compare(a->index, b->index);
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

size_t merge_source(const merging *m, size_t part, size_t index)
{
    size_t at;

    if (index >= m->parts[part]->source_count)
        return SIZE_MAX;
    at = m->source_of[part][index];
    return m->sources[at].duplicate == SIZE_MAX ? at : SIZE_MAX;
}

/* ---- Findings ------------------------------------------------------------------ */

static void copy_findings(merging *m)
{
    finding_list *to = &m->out->findings;

    for (size_t i = 0; i < m->part_count; i++) {
        const finding_list *list = &m->parts[i]->findings;

        for (size_t j = 0; j < list->count; j++) {
            const finding *f = &list->items[j];
            size_t at = merge_source(m, i, f->source);

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

/* What is known of all parts is known of the whole. */
static void merge_facts(merging *m)
{
    dataset_facts all = { .known = m->all_listed,
                          .most_group = m->groups.count };

    for (size_t i = 0; i < m->part_count; i++) {
        const dataset_facts *facts = &m->parts[i]->facts;

        all.known = all.known && facts->known;
        if (facts->newest_year > all.newest_year)
            all.newest_year = facts->newest_year;
    }
    m->out->facts = all;
}

static void merge_all(merging *m)
{
    m->failed = !hold_parts(m) || !list_sources(m) || !find_duplicates(m);
    for (size_t i = 0; i < m->source_count && !m->failed; i++)
        copy_source(m, &m->sources[i]);
    if (!m->failed)
        copy_findings(m); /* first: there is room for these alone */
    if (m->failed || !merge_list_projects(m) || !merge_projects(m) ||
        !marks_of_names(&m->notes->namesakes, m->notes->words.memory, m->out,
                        m->workers)) {
        m->failed = true;
        return;
    }
    merge_facts(m);
    report_duplicates(m);
    merge_supersede(m);
    set_head(m);
    finding_sort(&m->out->findings, NULL, 0);
    for (size_t i = 0; m->given && i < m->part_count; i++)
        dataset_take_room(m->out, m->parts[i]);
    m->failed = m->failed || m->notes->words.failed ||
                m->out->findings.failed;
}

static kpi_status merge(dataset **out, merging *m, kpi_error *err)
{
    kpi_status status = KPI_OK;
    merge_notes own;

    *out = NULL;
    arena_init(&m->work, 0);
    key_table_init(&m->groups, &m->work);
    key_table_init(&m->numbers, &m->work);
    key_table_init(&m->seen, &m->work);
    key_table_init(&m->titles, &m->work);
    merge_notes_init(&own, &m->work);
    if (m->notes == NULL)
        m->notes = &own;
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

void merge_notes_init(merge_notes *notes, arena *memory)
{
    *notes = (merge_notes){ .namesakes = NULL };
    word_keys_init(&notes->words, memory);
}

kpi_status consolidate(dataset **out, const dataset *const *parts,
                       size_t count, const plan *p, kpi_error *err)
{
    return consolidate_by(out, parts, count, p, false, NULL, NULL, err);
}

kpi_status consolidate_by(dataset **out, const dataset *const *parts,
                          size_t count, const plan *p, bool given,
                          merge_notes *notes, const workers *w,
                          kpi_error *err)
{
    merging m = { .plan = p, .parts = parts, .part_count = count,
                  .given = given, .notes = notes, .workers = w };

    return merge(out, &m, err);
}
