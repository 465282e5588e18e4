/*
 * shared_kpis.c - which KPIs of several projects are one and the same
 */
#include "kpi/shared_kpis.h"

#include <stdlib.h>
#include <string.h>

#include "kpi/key_table.h"

enum { SEPARATOR = '\x1f' };

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The KPI's name and the names of all its projects, in one order. */
static bool put_names(buf *out, arena *a, const project *p, const kpi *k)
{
    const char **names = arena_array(a, k->shared_count + 1, sizeof(*names));

    if (names == NULL)
        return false;
    for (size_t i = 0; i < k->shared_count; i++)
        names[i] = k->shared_with[i];
    names[k->shared_count] = p->name;
    qsort(names, k->shared_count + 1, sizeof(*names), by_name);
    for (size_t i = 0; i <= k->shared_count; i++)
        buf_printf(out, "%s%c", names[i], SEPARATOR);
    return true;
}

static bool key_of(text *out, arena *a, const project *p, const kpi *k)
{
    const char *kept = NULL;
    bool made = true;
    buf key;

    buf_init(&key);
    buf_printf(&key, "%zu%c%s%c", k->group, SEPARATOR, k->name, SEPARATOR);
    if (k->group == 0)
        made = put_names(&key, a, p, k);
    if (made && buf_ok(&key))
        kept = arena_strndup(a, key.bytes, key.length);
    *out = text_slice(kept == NULL ? "" : kept, key.length);
    buf_free(&key);
    return kept != NULL;
}

static bool find_in(shared_kpis *s, arena *work, key_table *keys,
                    const project *p, size_t *ids)
{
    for (size_t k = 0; k < p->kpi_count; k++) {
        const kpi *q = &p->kpis[k];
        size_t *id;
        text key;

        if (q->group == 0 && q->shared_count == 0)
            continue;
        if (!key_of(&key, work, p, q))
            return false;
        id = key_table_put(keys, key, s->count + 1);
        if (id == NULL)
            return false;
        ids[k] = *id;
        if (*id > s->count)
            s->count = *id;
    }
    return true;
}

bool shared_kpis_find(shared_kpis *out, arena *a, const dataset *d)
{
    key_table keys;
    arena work;
    bool done;

    *out = (shared_kpis){ .count = 0 };
    arena_init(&work, 0);
    key_table_init(&keys, &work);
    out->ids = arena_array(a, d->project_count, sizeof(*out->ids));
    done = out->ids != NULL;
    for (size_t i = 0; i < d->project_count && done; i++) {
        const project *p = &d->projects[i];

        out->ids[i] = arena_array(a, p->kpi_count, sizeof(**out->ids));
        done = out->ids[i] != NULL &&
               (p->relisted || p->superseded ||
                find_in(out, &work, &keys, p, out->ids[i]));
    }
    arena_free(&work);
    if (done)
        out->met = arena_array(a, out->count + 1, sizeof(*out->met));
    return done && out->met != NULL;
}

bool shared_kpis_again(shared_kpis *s, size_t project_index,
                       size_t kpi_index)
{
    size_t id = s->ids[project_index][kpi_index];
    bool before = id != 0 && s->met[id];

    s->met[id] = true;
    return before;
}
