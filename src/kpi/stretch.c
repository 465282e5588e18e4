/*
 * stretch.c - the projects of a dataset looked at stretch by stretch
 */
#include "kpi/stretch.h"

enum { PROJECTS = 256 }; /* of a stretch */

typedef struct stretches {
    dataset *d;
    stretch *items;
    size_t count;
    stretch_task task;
    void *context;
} stretches;

/* No stretch may keep more than what is left of the dataset's limit. */
static void stretch_begin(stretch *s, const dataset *d, size_t index)
{
    size_t limit = d->memory.limit, used = d->memory.used;

    s->from = index * PROJECTS;
    s->end = d->project_count - s->from > PROJECTS ? s->from + PROJECTS
                                                   : d->project_count;
    arena_init(&s->kept, limit == 0 ? 0 : limit > used ? limit - used : 1);
    finding_list_init(&s->findings, &s->kept);
}

static void do_one(void *data, size_t index)
{
    stretches *all = data;

    stretch_begin(&all->items[index], all->d, index);
    all->task(all->context, &all->items[index]);
}

/* The list's items go with `kept`. */
static bool stretch_end(stretch *s, dataset *d)
{
    bool done = finding_append(&d->findings, &s->findings);

    return arena_join(&d->memory, &s->kept) && done && !s->failed;
}

bool stretches_do(dataset *d, const workers *w, stretch_task task,
                  void *context)
{
    stretches all = { .d = d, .task = task, .context = context };
    arena memory;
    bool done = true;

    arena_init(&memory, 0);
    all.count = (d->project_count + PROJECTS - 1) / PROJECTS;
    all.items = arena_array(&memory, all.count, sizeof(*all.items));
    if (all.items == NULL) {
        arena_free(&memory);
        return false;
    }
    workers_do(w, do_one, &all, all.count);
    for (size_t i = 0; i < all.count; i++)
        done = stretch_end(&all.items[i], d) && done;
    arena_free(&memory);
    return done;
}
