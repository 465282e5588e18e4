/*
 * join_shared.c - indicators that stand once for several projects by name
 */
#include "ingest/reader/join_shared.h"

#include <string.h>

#include "ingest/reader/project_list.h"

enum { SHARERS = 16, SHORTEST = 6 };

/* Behind what may stand between two names. */
static const char *behind_marks(const char *name)
{
    text t = text_of(name);
    size_t at = 0, mark;

    while ((mark = project_list_mark(t, at)) > 0)
        at += mark;
    return name + at;
}

/* Projects by the first bytes of their names. */
typedef struct beginnings {
    size_t *first, *next; /* index + 1; 0: none */
    size_t slots;
} beginnings;

static size_t slot_of(const beginnings *by, const char *name)
{
    uint64_t h = 0;

    for (size_t i = 0; i < SHORTEST && name[i] != '\0'; i++)
        h = h << 8 | (unsigned char)name[i];
    return (size_t)(h * 0x9E3779B97F4A7C15u >> 20) % by->slots;
}

static bool make_beginnings(beginnings *by, reader *r)
{
    const dataset *d = r->data;

    by->slots = 2 * d->project_count + 1;
    by->first = arena_array(r->memory, by->slots, sizeof(*by->first));
    by->next = arena_array(r->memory, d->project_count, sizeof(*by->next));
    if (by->first == NULL || by->next == NULL)
        return false;
    for (size_t i = 0; i < d->project_count; i++) {
        size_t slot = slot_of(by, d->projects[i].name);

        if (d->projects[i].relisted)
            continue;
        by->next[i] = by->first[slot];
        by->first[slot] = i + 1;
    }
    return true;
}

/* The longest name, and the first of that, that `at` begins with and that is
 * not all of `whole` bytes; SIZE_MAX for none. */
static size_t named_at(const dataset *d, const beginnings *by,
                       const char *at, size_t whole)
{
    size_t found = SIZE_MAX, longest = SHORTEST;

    for (size_t n = by->first[slot_of(by, at)]; n != 0; n = by->next[n - 1]) {
        size_t length = strlen(d->projects[n - 1].name);

        if (length >= longest && length < whole &&
            strncmp(at, d->projects[n - 1].name, length) == 0) {
            longest = length;
            found = n - 1;
        }
    }
    return found;
}

/* The projects whose names, one behind the other, are that of p; 0: it is
 * made of no others. */
static size_t parts_of(const dataset *d, const beginnings *by,
                       const project *p, size_t *parts)
{
    const char *at = p->name;
    size_t whole = strlen(at), count = 0;

    while (*at != '\0') {
        size_t part = named_at(d, by, at, whole);

        if (part == SIZE_MAX || count == SHARERS)
            return 0;
        for (size_t i = 0; i < count; i++)
            if (parts[i] == part)
                return 0;
        parts[count++] = part;
        at = behind_marks(at + strlen(d->projects[part].name));
    }
    return count > 1 ? count : 0;
}

static bool give_one(reader *r, const kpi *kpis, size_t count,
                     const size_t *projects, size_t project_count,
                     size_t which)
{
    project *p = &r->data->projects[projects[which]];
    kpi *all = arena_array(r->memory, p->kpi_count + count + 1, sizeof(*all));
    const char **names = arena_array(r->memory, project_count,
                                     sizeof(*names));
    size_t others = 0;

    if (all == NULL || names == NULL)
        return false;
    for (size_t i = 0; i < project_count; i++)
        if (i != which)
            names[others++] = r->data->projects[projects[i]].name;
    if (p->kpi_count > 0)
        memcpy(all, p->kpis, p->kpi_count * sizeof(*all));
    for (size_t n = 0; n < count; n++) {
        kpi *k = &all[p->kpi_count + n];

        *k = kpis[n];
        if (others == 0)
            continue;
        k->group = r->group + n + 1;
        k->shared_with = names;
        k->shared_count = others;
    }
    p->kpis = all;
    p->kpi_count += count;
    return true;
}

bool join_give(reader *r, const kpi *kpis, size_t count,
               const size_t *projects, size_t project_count)
{
    for (size_t i = 0; i < project_count; i++)
        if (!give_one(r, kpis, count, projects, project_count, i))
            return false;
    if (project_count > 1)
        r->group += count;
    return true;
}

static bool may_be_made(const project *p)
{
    return p->kpi_count > 0 && strlen(p->name) >= 2 * SHORTEST &&
           !p->relisted;
}

static bool begins_with(const char *longer, const char *name)
{
    size_t n = 0;

    while (name[n] != '\0' && name[n] == longer[n])
        n++;
    return name[n] == '\0' && n >= SHORTEST && longer[n] != '\0';
}

/* Such a project stands beside the first of those that it is made of, unless
 * that one has no indicators of its own: asked first, as most files have
 * none. */
static bool may_hold_one(const dataset *d)
{
    for (size_t i = 0; i + 1 < d->project_count; i++) {
        const project *p = &d->projects[i];

        if (p->kpi_count == 0 || begins_with(p[1].name, p->name) ||
            begins_with(p->name, p[1].name))
            return true;
    }
    return false;
}

void join_shared(reader *r)
{
    dataset *d = r->data;
    size_t kept = 0, count;
    size_t parts[SHARERS];
    bool *gone = NULL;
    beginnings by;

    if (d->project_count < 3 || !may_hold_one(d))
        return;
    if (!make_beginnings(&by, r)) {
        r->failed = true;
        return;
    }
    for (size_t i = 0; i < d->project_count && !r->failed; i++) {
        project *p = &d->projects[i];

        count = may_be_made(p) ? parts_of(d, &by, p, parts) : 0;
        if (count == 0)
            continue;
        if (gone == NULL)
            gone = arena_array(r->memory, d->project_count, sizeof(*gone));
        if (gone == NULL ||
            !join_give(r, p->kpis, p->kpi_count, parts, count)) {
            r->failed = true;
            return;
        }
        gone[i] = true;
    }
    for (size_t i = 0; i < d->project_count && gone != NULL; i++)
        if (!gone[i])
            d->projects[kept++] = d->projects[i];
    if (gone != NULL)
        d->project_count = kept;
}
