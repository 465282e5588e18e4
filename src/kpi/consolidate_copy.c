/*
 * consolidate_copy.c - a project taken over: only what the merged dataset
 * changes is copied, all else is shared with the part, which is held
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
    at = key_table_put(&m->groups, word_key(&m->words, key, 2),
                       m->groups.count + 1);
    if (at == NULL)
        m->failed = true;
    return at == NULL ? 0 : *at;
}

void merge_project(merging *m, const merged_project *entry)
{
    project *p = dataset_add_project(m->out);
    kpi *kpis = arena_array(&m->out->memory, entry->from->kpi_count,
                            sizeof(*kpis));

    if (p == NULL || kpis == NULL) {
        m->failed = true;
        return;
    }
    *p = *entry->from;
    project_unassess(p);
    p->source = entry->source;
    p->kpis = kpis;
    for (size_t i = 0; i < p->kpi_count; i++) {
        kpis[i] = entry->from->kpis[i];
        kpi_unassess(&kpis[i]);
        kpis[i].group = copy_group(m, entry->part, kpis[i].group);
    }
}
