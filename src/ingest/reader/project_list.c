/*
 * project_list.c - projects in a list of their own, indicators in another
 */
#include "ingest/reader/project_list.h"

#include <string.h>

#include "wording/fold.h"

enum { KEY_BYTES = 60, CELL_BYTES = 600 };

void project_list_add(reader *r, size_t index, text no, text code,
                      const char *header)
{
    const char *same = r->listed_count == 0
                           ? "" : r->listed[r->listed_count - 1].header;
    struct listed *slot =
        arena_push(r->memory, (void **)&r->listed, &r->listed_count,
                   &r->listed_capacity, sizeof(*slot));

    if (slot == NULL || !fold_key(r->memory, &no, no) ||
        !fold_key(r->memory, &code, code))
        r->failed = true;
    else
        *slot = (struct listed){ index, no, code,
                                 strcmp(same, header) == 0
                                     ? same
                                     : reader_text(r, text_of(header)),
                                 LISTED_UNUSED };
}

void project_list_give_up(reader *r, const char *header)
{
    for (size_t i = 0; i < r->listed_count; i++)
        if (strcmp(r->listed[i].header, header) == 0)
            r->listed[i].use = LISTED_TAKEN;
}

/* The listed project of a number or code, NULL for none. */
static const struct listed *find(reader *r, text typed)
{
    text key;

    if (typed.length == 0 || typed.length > KEY_BYTES ||
        !fold_key(r->memory, &key, typed) || key.length == 0)
        return NULL;
    for (size_t i = 0; i < r->listed_count; i++)
        if (text_equal(r->listed[i].no, key) ||
            text_equal(r->listed[i].code, key))
            return &r->listed[i];
    return NULL;
}

size_t project_list_mark(text t, size_t at)
{
    static const char *const marks[] = { "、", "，", ",", "・", "\n", "／",
                                         "/", "；", "　", " " };

    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (text_starts(text_from(t, at), marks[i]))
            return strlen(marks[i]);
    return 0;
}

size_t project_list_refs(reader *r, text typed, size_t *indexes, size_t most)
{
    const struct listed *found = find(r, typed);
    size_t count = 0, start = 0;

    if (typed.length > CELL_BYTES || most == 0)
        return 0;
    if (found != NULL) {
        indexes[0] = found->index;
        return 1;
    }
    for (size_t at = 0; at <= typed.length;) {
        size_t mark = at == typed.length ? 1 : project_list_mark(typed, at);
        text part = text_trim(text_cut(typed, start, at));

        if (mark == 0) {
            utf8_next(typed, &at);
            continue;
        }
        start = at += mark;
        if (part.length == 0)
            continue;
        found = find(r, part);
        if (found == NULL || count == most)
            return 0;
        indexes[count++] = found->index;
    }
    return count;
}

void project_list_keep(reader *r, size_t index)
{
    for (size_t i = 0; i < r->listed_count; i++)
        if (r->listed[i].index == index)
            r->listed[i].use = LISTED_KEPT;
}

static void take_text(const char **to, const char *from)
{
    if ((*to)[0] == '\0')
        *to = from;
}

/* Whether a listed project has the name; completes the other one from it. */
static bool complete_from(reader *r, size_t i, project *p)
{
    const project *from = &r->data->projects[r->listed[i].index];

    if (from == p || r->listed[i].use == LISTED_KEPT ||
        strcmp(from->name, p->name) != 0)
        return false;
    r->listed[i].use = LISTED_TAKEN;
    take_text(&p->no, from->no);
    take_text(&p->bureau, from->bureau);
    take_text(&p->division, from->division);
    take_text(&p->summary, from->summary);
    take_text(&p->purpose, from->purpose);
    if (p->declared_grade[0] == '\0' && p->declared_status[0] == '\0') {
        p->declared_grade = from->declared_grade;
        p->declared_status = from->declared_status;
    }
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
    return true;
}

void project_list_complete(reader *r, project *p)
{
    for (size_t i = 0; i < r->listed_count; i++)
        if (complete_from(r, i, p))
            return;
}

static bool goes(const reader *r, size_t index, bool used)
{
    for (size_t i = 0; i < r->listed_count; i++)
        if (r->listed[i].index == index)
            return !used || r->listed[i].use == LISTED_TAKEN;
    return false;
}

static bool is_listed(const reader *r, size_t index)
{
    for (size_t i = 0; i < r->listed_count; i++)
        if (r->listed[i].index == index)
            return true;
    return false;
}

/* Where the first listed project of a name is among the slots, or would be. */
static size_t slot_of(const reader *r, const size_t *at, size_t slots,
                      const char *name)
{
    size_t slot = (size_t)(text_hash(text_of(name)) % slots);

    while (at[slot] != 0 &&
           strcmp(r->data->projects[r->listed[at[slot] - 1].index].name,
                  name) != 0)
        slot = (slot + 1) % slots;
    return slot;
}

/* 第1号 in both: one project, not two of one name. */
static bool same_number(const project *a, const project *b)
{
    return a->no[0] != '\0' && strcmp(a->no, b->no) == 0;
}

/* Projects in front of the list that names them, those of forms, and those
 * that have indicators where a further list says more of them. */
static void complete_others(reader *r)
{
    dataset *d = r->data;
    size_t slots = 2 * r->listed_count + 1, slot;
    size_t *at = arena_array(r->memory, slots, sizeof(*at)); /* index + 1 */
    bool *own = arena_array(r->memory, d->project_count + 1, sizeof(*own));
    bool *kept = arena_array(r->memory, d->project_count + 1, sizeof(*kept));

    if (at == NULL || own == NULL || kept == NULL) {
        r->failed = true;
        return;
    }
    for (size_t i = 0; i < r->listed_count; i++) {
        size_t index = r->listed[i].index;

        own[index] = r->listed[i].use != LISTED_KEPT;
        kept[index] = !own[index];
        slot = slot_of(r, at, slots, d->projects[index].name);
        if (r->listed[i].use != LISTED_KEPT && at[slot] == 0)
            at[slot] = i + 1;
    }
    for (size_t i = 0; i < d->project_count; i++) {
        slot = own[i] ? 0 : slot_of(r, at, slots, d->projects[i].name);
        if (!own[i] && at[slot] != 0 &&
            (!kept[i] ||
             same_number(&d->projects[i],
                         &d->projects[r->listed[at[slot] - 1].index])))
            complete_from(r, at[slot] - 1, &d->projects[i]);
    }
}

/* An indicator that was read as its own project, with a listed one's number
 * or code. */
static bool names_listed(reader *r, const project *p)
{
    size_t index;

    return p->kpi_count == 1 && strcmp(p->name, p->kpis[0].name) == 0 &&
           (project_list_refs(r, text_of(p->no), &index, 1) > 0 ||
            project_list_refs(r, text_of(p->kpis[0].code), &index, 1) > 0);
}

bool project_list_is_late(reader *r)
{
    size_t named = 0, others = 0;

    for (size_t i = 0; i < r->listed_count; i++)
        if (r->listed[i].use != LISTED_UNUSED)
            return false;
    for (size_t i = 0; r->listed_count > 0 && i < r->data->project_count;
         i++) {
        if (is_listed(r, i))
            continue;
        others++;
        named += names_listed(r, &r->data->projects[i]);
    }
    return named > 0 && named * 2 >= others;
}

void project_list_end(reader *r)
{
    bool used = false;
    size_t kept = 0;

    if (r->listed_count == 0)
        return;
    complete_others(r);
    for (size_t i = 0; i < r->listed_count; i++)
        used = used || r->listed[i].use != LISTED_UNUSED;
    for (size_t i = 0; i < r->data->project_count; i++)
        if (!goes(r, i, used))
            r->data->projects[kept++] = r->data->projects[i];
    r->data->project_count = kept;
    r->listed_count = 0;
}
