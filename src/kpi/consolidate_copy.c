/*
 * consolidate_copy.c - a project taken over: only what the merged dataset
 * changes is copied, all else is shared with the part, which is held; of a
 * part that is given up nothing but the project is
 */
#include "kpi/consolidate_parts.h"

#include <string.h>

/* Groups are numbered as they are met, so that parts cannot mix. */
static size_t copy_group(merging *m, size_t part, size_t group)
{
    const int64_t key[] = { (int64_t)part, (int64_t)group };
    size_t *at;

    if (group == 0 || m->failed)
        return 0;
    at = word_key_put(&m->groups, key, 2, m->groups.count + 1);
    if (at == NULL)
        m->failed = true;
    return at == NULL ? 0 : *at;
}

static kpi *own_kpis(merging *m, const project *from)
{
    kpi *kpis = m->given ? from->kpis
                         : arena_array(&m->out->memory, from->kpi_count,
                                       sizeof(*kpis));

    if (kpis == NULL && from->kpi_count != 0)
        m->failed = true;
    for (size_t i = 0; !m->given && !m->failed && i < from->kpi_count; i++)
        kpis[i] = from->kpis[i];
    return kpis;
}

void merge_project(merging *m, const merged_project *entry)
{
    project *p = dataset_add_project(m->out);
    kpi *kpis = own_kpis(m, entry->from);

    if (p == NULL || m->failed) {
        m->failed = true;
        return;
    }
    *p = *entry->from;
    project_unassess(p);
    p->source = entry->source;
    p->kpis = kpis;
    for (size_t i = 0; i < p->kpi_count; i++) {
        kpi_unassess(&kpis[i]);
        kpis[i].group = copy_group(m, entry->part, kpis[i].group);
    }
}
