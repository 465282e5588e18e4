/*
 * project_list.c - projects in a list of their own, indicators in another
 */
#include "ingest/project_list.h"

#include <string.h>

#include "wording/fold.h"

bool project_list_is(const table *t)
{
    bool named = false, more = false;

    for (size_t i = 0; i < t->count; i++) {
        const table_column *k = &t->columns[i];

        named = named || (k->role == ROLE_PROJECT && k->exact);
        more = more || k->role == ROLE_NO || k->role == ROLE_CODE ||
               k->role == ROLE_BUREAU || k->role == ROLE_DIVISION ||
               k->role == ROLE_GRADE || k->role == ROLE_GRANT;
    }
    return named && more && t->last_row >= t->first_row;
}

void project_list_add(reader *r, size_t index)
{
    struct listed *slot =
        arena_push(r->memory, (void **)&r->listed, &r->listed_count,
                   &r->listed_capacity, sizeof(*slot));

    if (slot == NULL)
        r->failed = true;
    else
        *slot = (struct listed){ index, LISTED_UNUSED };
}

static bool same(reader *r, const char *a, text b)
{
    text left, right;

    return fold_key(r->memory, &left, text_of(a)) &&
           fold_key(r->memory, &right, b) && left.length > 0 &&
           text_equal(left, right);
}

size_t project_list_find(reader *r, text no)
{
    for (size_t i = 0; i < r->listed_count; i++)
        if (same(r, r->data->projects[r->listed[i].index].no, no)) {
            r->listed[i].use = LISTED_KEPT;
            return r->listed[i].index;
        }
    return SIZE_MAX;
}

static void take_text(const char **to, const char *from)
{
    if ((*to)[0] == '\0')
        *to = from;
}

void project_list_complete(reader *r, project *p)
{
    for (size_t i = 0; i < r->listed_count; i++) {
        const project *from = &r->data->projects[r->listed[i].index];

        if (from == p || r->listed[i].use == LISTED_KEPT ||
            strcmp(from->name, p->name) != 0)
            continue;
        r->listed[i].use = LISTED_TAKEN;
        take_text(&p->no, from->no);
        take_text(&p->bureau, from->bureau);
        take_text(&p->division, from->division);
        take_text(&p->summary, from->summary);
        take_text(&p->purpose, from->purpose);
        take_text(&p->declared_grade, from->declared_grade);
        take_text(&p->declared_status, from->declared_status);
        take_text(&p->measure, from->measure);
        if (!p->has_goal && from->has_goal) {
            p->has_goal = true;
            p->goal = from->goal;
        }
        if (!p->has_theme && from->has_theme) {
            p->has_theme = true;
            p->theme = from->theme;
        }
        if (p->grant_count == 0) {
            p->grants = from->grants;
            p->grant_count = from->grant_count;
        }
        if (!p->has_period) {
            p->has_period = from->has_period;
            p->period_from = from->period_from;
            p->period_to = from->period_to;
        }
        if (p->cost_count == 0) {
            p->costs = from->costs;
            p->cost_count = from->cost_count;
        }
        return;
    }
}

static bool goes(const reader *r, size_t index, bool used)
{
    for (size_t i = 0; i < r->listed_count; i++)
        if (r->listed[i].index == index)
            return !used || r->listed[i].use == LISTED_TAKEN;
    return false;
}

void project_list_end(reader *r)
{
    bool used = false;
    size_t kept = 0;

    if (r->listed_count == 0)
        return;
    for (size_t i = 0; i < r->listed_count; i++)
        used = used || r->listed[i].use != LISTED_UNUSED;
    for (size_t i = 0; i < r->data->project_count; i++)
        if (!goes(r, i, used))
            r->data->projects[kept++] = r->data->projects[i];
    r->data->project_count = kept;
    r->listed_count = 0;
}
