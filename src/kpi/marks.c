/*
 * marks.c - which of many keys are there more than once
 */
#include "kpi/marks.h"

#include "kpi/stretch.h"
#include "wording/fold.h"

/* Where a mark was first seen. */
typedef struct mark_slot {
    uint32_t mark, place; /* its index plus one; 0 = free */
} mark_slot;

/* Half of the slots stay free. */
static size_t room_for(size_t count)
{
    size_t room = 16;

    while (room / 2 < count)
        room *= 2;
    return room;
}

bool marks_find_twice(bool *twice, const uint32_t *marks, size_t count)
{
    size_t room = room_for(count);
    mark_slot *slots;
    arena work;

    arena_init(&work, 0);
    slots = count < UINT32_MAX ? arena_array(&work, room, sizeof(*slots))
                               : NULL;
    for (size_t i = 0; slots != NULL && i < count; i++) {
        size_t at = marks[i] & (room - 1);

        if (marks[i] == 0)
            continue;
        while (slots[at].place != 0 && slots[at].mark != marks[i])
            at = (at + 1) & (room - 1);
        if (slots[at].place == 0)
            slots[at] = (mark_slot){ marks[i], (uint32_t)i + 1 };
        else
            twice[i] = twice[slots[at].place - 1] = true;
    }
    arena_free(&work);
    return slots != NULL;
}

/* ---- Names of projects --------------------------------------------------- */

typedef struct naming {
    const dataset *d;
    uint32_t *marks; /* by project */
} naming;

static void mark_names(void *context, stretch *s)
{
    const naming *n = context;
    arena work;

    arena_init(&work, 0);
    for (size_t i = s->from; i < s->end; i++) {
        text folded;

        if (fold_key(&work, &folded, text_of(n->d->projects[i].name)))
            n->marks[i] = mark_of(folded);
        else
            s->failed = true;
    }
    arena_free(&work);
}

bool marks_of_names(bool **out, arena *memory, dataset *d, const workers *w)
{
    naming n = { .d = d };
    arena work;
    bool done;

    arena_init(&work, 0);
    n.marks = arena_items(&work, d->project_count, sizeof(*n.marks));
    *out = arena_array(memory, d->project_count, sizeof(**out));
    done = n.marks != NULL && *out != NULL &&
           stretches_do(d, w, false, mark_names, &n) &&
           marks_find_twice(*out, n.marks, d->project_count);
    arena_free(&work);
    return done;
}
