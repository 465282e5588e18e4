/*
 * stretch.c - the projects of a dataset looked at stretch by stretch
 */
#include "kpi/stretch.h"

enum { PROJECTS = 256 }; /* of a stretch */

/* A stretch that a worker looks at, with what it keeps. */
typedef struct own_stretch {
    stretch s;
    arena kept;
    finding_list findings; /* their texts, and the list, lie in `kept` */
} own_stretch;

typedef struct stretches {
    own_stretch *items;
    stretch_task task;
    void *context;
} stretches;

static stretch stretch_of(const dataset *d, size_t index)
{
    size_t from = index * PROJECTS, left = d->project_count - from;

    return (stretch){ .from = from,
                      .end = from + (left < PROJECTS ? left : PROJECTS) };
}

/* ---- One after the other ------------------------------------------------- */

static bool do_in_order(dataset *d, size_t count, stretch_task task,
                        void *context)
{
    bool failed = false;

    for (size_t i = 0; i < count && !failed; i++) {
        stretch s = stretch_of(d, i);

        s.kept = &d->memory;
        s.findings = &d->findings;
        task(context, &s);
        failed = s.failed || d->findings.failed;
    }
    return !failed;
}

/* ---- Several at once ----------------------------------------------------- */

/* None may keep more than what is left of the dataset's limit. */
static void own_begin(own_stretch *own, dataset *d, size_t index,
                      size_t pieces)
{
    size_t limit = d->memory.limit, used = d->memory.used;

    own->s = stretch_of(d, index);
    own->s.kept = &own->kept;
    own->s.findings = &own->findings;
    arena_init(&own->kept, limit == 0 ? 0 : limit > used ? limit - used : 1);
    arena_share(&own->kept, &d->memory, pieces);
    finding_list_init(&own->findings, &own->kept);
}

static bool own_end(own_stretch *own, dataset *d)
{
    bool done = finding_append(&d->findings, &own->findings);

    return arena_join(&d->memory, &own->kept) && done && !own->s.failed;
}

static void do_own(void *data, size_t index)
{
    const stretches *all = data;

    all->task(all->context, &all->items[index].s);
}

static bool do_at_once(dataset *d, const workers *w, stretches *all,
                       size_t count, bool keeps)
{
    size_t pieces = keeps ? d->memory.lent_count / count : 0;
    bool done = true;

    for (size_t i = 0; i < count; i++)
        own_begin(&all->items[i], d, i, pieces);
    w->run(w->context, do_own, all, count);
    for (size_t i = 0; i < count; i++)
        done = own_end(&all->items[i], d) && done;
    return done;
}

bool stretches_do(dataset *d, const workers *w, bool keeps,
                  stretch_task task, void *context)
{
    size_t count = (d->project_count + PROJECTS - 1) / PROJECTS;
    stretches all = { NULL, task, context };
    arena memory;
    bool done;

    if (count < 2 || w == NULL || w->run == NULL)
        return do_in_order(d, count, task, context);
    arena_init(&memory, 0);
    all.items = arena_array(&memory, count, sizeof(*all.items));
    done = all.items != NULL && do_at_once(d, w, &all, count, keeps);
    arena_free(&memory);
    return done;
}
