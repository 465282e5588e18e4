/*
 * consolidate_copy.c - projects taken over: only what the merged dataset
 * changes is copied, all else is shared with the part, which is held; of a
 * part that is given up nothing but the project is
 */
#include "kpi/consolidate_parts.h"

#include <string.h>

#include "kpi/stretch.h"

/* The KPIs of a part that is given up are ours. */
static bool own_kpis(merging *m, project *p)
{
    kpi *kpis;

    if (m->given || p->kpi_count == 0)
        return true;
    kpis = arena_items(&m->out->memory, p->kpi_count, sizeof(*kpis));
    if (kpis == NULL)
        return false;
    memcpy(kpis, p->kpis, p->kpi_count * sizeof(*kpis));
    p->kpis = kpis;
    return true;
}

static void copy_project(merging *m, size_t index)
{
    const merged_project *entry = &m->projects[index];
    const dataset_facts *facts = &m->parts[entry->part]->facts;
    project *p = &m->out->projects[index];

    *p = *entry->from;
    project_unassess(p);
    p->source = entry->source;
    if (facts->known && !facts->assessed)
        return;
    for (size_t i = 0; m->given && i < p->kpi_count; i++)
        kpi_unassess(&p->kpis[i]);
}

static void copy_stretch(void *context, stretch *s)
{
    for (size_t i = s->from; i < s->end; i++)
        copy_project(context, i);
}

/* Groups are numbered as they are met, so that parts cannot mix. */
static bool number_groups(merging *m, size_t part, project *p)
{
    for (size_t i = 0; i < p->kpi_count; i++) {
        kpi *k = &p->kpis[i];
        const int64_t key[] = { (int64_t)part, (int64_t)k->group };
        size_t *at;

        if (k->group == 0)
            continue;
        at = word_key_put(&m->groups, key, 2, m->groups.count + 1);
        if (at == NULL)
            return false;
        k->group = *at;
    }
    return true;
}

static bool may_have_groups(const dataset *part)
{
    return !part->facts.known || part->facts.most_group != 0;
}

/* Into room that is there already (hold_parts). */
bool merge_projects(merging *m)
{
    dataset *d = m->out;

    d->project_count = m->project_count;
    if (!stretches_do(d, m->workers, false, copy_stretch, m))
        return false;
    for (size_t i = 0; i < m->project_count; i++) {
        size_t part = m->projects[i].part;
        project *p = &d->projects[i];

        if (!own_kpis(m, p))
            return false;
        for (size_t k = 0; !m->given && k < p->kpi_count; k++)
            kpi_unassess(&p->kpis[k]);
        merge_number_headings(m, p);
        if (may_have_groups(m->parts[part]) && !number_groups(m, part, p))
            return false;
    }
    return true;
}
