/*
 * project_list.c - projects in a list of their own, indicators in another
 */
#include "ingest/reader/project_list.h"

#include <string.h>

#include "wording/fold.h"

enum { KEY_BYTES = 60, CELL_BYTES = 600, LISTS_MOST = 16 };

static void take_text(const char **to, const char *from)
{
    if ((*to)[0] == '\0')
        *to = from;
}

void project_list_place(project *p, const project *from)
{
    if (p->measure[0] == '\0') {
        p->measure = from->measure;
        p->measure_no = from->measure_no;
    }
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
}

/* What `from` says and `p` does not. */
static void complete(project *p, const project *from)
{
    take_text(&p->no, from->no);
    take_text(&p->bureau, from->bureau);
    take_text(&p->division, from->division);
    take_text(&p->summary, from->summary);
    take_text(&p->purpose, from->purpose);
    if (p->declared_grade[0] == '\0' && p->declared_status[0] == '\0') {
        p->declared_grade = from->declared_grade;
        p->declared_status = from->declared_status;
    }
    project_list_place(p, from);
    if (p->cost_count == 0) {
        p->costs = from->costs;
        p->cost_count = from->cost_count;
    }
}

/* The earlier list's project that a line of a further one is about: of its
 * number or code, and its name where it has one of its own. */
static struct listed *of_further(reader *r, text no, text code,
                                 const char *name)
{
    struct listed *found = NULL;

    for (size_t i = 0; i < r->listed_count; i++) {
        struct listed *l = &r->listed[i];
        bool same = strcmp(r->data->projects[l->index].name, name) == 0;
        bool keyed = (no.length > 0 && text_equal(l->no, no)) ||
                     (code.length > 0 && (text_equal(l->code, code) ||
                                          text_equal(l->no, code)));

        if (l->further || (no.length + code.length > 0 && !keyed) ||
            (name[0] != '\0' && !same))
            continue;
        if (found != NULL)
            return NULL; /* which of them is not told */
        found = l;
    }
    return found;
}

void project_list_add(reader *r, size_t index, text no, text code,
                      const char *header, list_kind kind)
{
    const char *same = r->listed_count == 0
                           ? "" : r->listed[r->listed_count - 1].header;
    project *p = &r->data->projects[index];
    struct listed *slot, *about = NULL;
    bool further = kind != LIST_OF_PROJECTS;

    if (!fold_key(r->memory, &no, no) || !fold_key(r->memory, &code, code)) {
        r->failed = true;
        return;
    }
    if (further)
        about = of_further(r, no, code, kind == LIST_OF_CODES ? "" : p->name);
    if (about != NULL) {
        project *first = &r->data->projects[about->index];

        complete(first, p);
        p->name = first->name;
    } else if (kind == LIST_OF_VERDICTS) {
        further = false;
    }
    slot = arena_push(r->memory, (void **)&r->listed, &r->listed_count,
                      &r->listed_capacity, sizeof(*slot));
    if (slot == NULL)
        r->failed = true;
    else if (further)
        *slot = (struct listed){ index, text_of(""), text_of(""), "", true,
                                 about != NULL && about->use != LISTED_TAKEN
                                     ? LISTED_TAKEN : LISTED_UNUSED };
    else
        *slot = (struct listed){ index, no, code,
                                 strcmp(same, header) == 0
                                     ? same
                                     : reader_text(r, text_of(header)),
                                 false, LISTED_UNUSED };
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

/* Completes a project from a listed one of its name: from one list that says
 * whose it is, and from all that say more. */
static void complete_from(reader *r, size_t i, project *p, bool *taken)
{
    const project *from = &r->data->projects[r->listed[i].index];

    if (from == p || r->listed[i].use == LISTED_KEPT ||
        (*taken && !r->listed[i].further) || strcmp(from->name, p->name) != 0)
        return;
    *taken = *taken || !r->listed[i].further;
    r->listed[i].use = LISTED_TAKEN;
    complete(p, from);
}

void project_list_complete(reader *r, project *p)
{
    bool taken = false;

    for (size_t i = 0; i < r->listed_count; i++)
        complete_from(r, i, p, &taken);
}

static bool goes(const reader *r, size_t index, bool used)
{
    for (size_t i = 0; i < r->listed_count; i++)
        if (r->listed[i].index == index)
            return !used || r->listed[i].further ||
                   r->listed[i].use == LISTED_TAKEN;
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
 * that have indicators where a further list says more of them. Lists of one
 * name follow each other by `next`. */
static void complete_others(reader *r)
{
    dataset *d = r->data;
    size_t slots = 2 * r->listed_count + 1, slot;
    size_t *at = arena_array(r->memory, slots, sizeof(*at)); /* index + 1 */
    size_t *next = arena_array(r->memory, r->listed_count + 1, sizeof(*next));
    bool *own = arena_array(r->memory, d->project_count + 1, sizeof(*own));
    bool *kept = arena_array(r->memory, d->project_count + 1, sizeof(*kept));

    if (at == NULL || next == NULL || own == NULL || kept == NULL) {
        r->failed = true;
        return;
    }
    for (size_t i = r->listed_count; i-- > 0;) {
        size_t index = r->listed[i].index;

        own[index] = r->listed[i].use != LISTED_KEPT;
        kept[index] = !own[index];
        if (kept[index])
            continue;
        slot = slot_of(r, at, slots, d->projects[index].name);
        next[i] = at[slot];
        at[slot] = i + 1;
    }
    for (size_t i = 0; i < d->project_count; i++) {
        bool taken = false;
        unsigned lists = 0;

        if (own[i])
            continue;
        slot = slot_of(r, at, slots, d->projects[i].name);
        for (size_t n = at[slot]; n != 0 && lists < LISTS_MOST;
             n = next[n - 1], lists++)
            if (!kept[i] ||
                same_number(&d->projects[i],
                            &d->projects[r->listed[n - 1].index]))
                complete_from(r, n - 1, &d->projects[i], &taken);
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

/* Does a table of indicators without projects have the list's codes beside
 * their own, below the same header? 指標ID | 事業ID | 指標名 */
static bool refers_to(const ingest_table *t, const char *header)
{
    bool kpis = false, same = false;
    unsigned codes = 0;

    for (size_t i = 0; i < t->column_count; i++) {
        const ingest_column *k = &t->columns[i];

        if (strcmp(k->role, role_id(ROLE_PROJECT)) == 0)
            return false;
        kpis = kpis || strcmp(k->role, role_id(ROLE_KPI)) == 0;
        if (strcmp(k->role, role_id(ROLE_CODE)) == 0) {
            codes++;
            same = same || strcmp(k->header, header) == 0;
        }
    }
    return kpis && same && codes > 1;
}

/* Such a table on a sheet in front of the list's. */
static bool is_referred_to(const reader *r)
{
    const struct listed *last = &r->listed[r->listed_count - 1];
    const char *sheet = r->data->projects[last->index].where.sheet;

    if (last->code.length == 0)
        return false;
    for (size_t i = 0; i < r->table_count &&
                       strcmp(r->tables[i].sheet, sheet) != 0; i++)
        if (refers_to(&r->tables[i], last->header))
            return true;
    return false;
}

bool project_list_is_late(reader *r)
{
    size_t named = 0, others = 0;

    for (size_t i = 0; i < r->listed_count; i++)
        if (r->listed[i].use != LISTED_UNUSED)
            return false;
    if (r->listed_count > 0 && is_referred_to(r))
        return true;
    for (size_t i = 0; r->listed_count > 0 && i < r->data->project_count;
         i++) {
        if (is_listed(r, i))
            continue;
        others++;
        named += names_listed(r, &r->data->projects[i]);
    }
    return named > 0 && named * 2 >= others;
}

/* What a further list says of projects that no other table has: once for
 * each list. */
static void miss_further(reader *r)
{
    const char *sheet = "";
    uint32_t next = 0;

    for (size_t i = 0; i < r->listed_count; i++) {
        const struct listed *l = &r->listed[i];
        const project *p = &r->data->projects[l->index];
        struct missed *slot;
        bool goes_on = strcmp(sheet, p->where.sheet) == 0 &&
                       p->where.row == next;

        if (!l->further || l->use != LISTED_UNUSED)
            continue;
        sheet = p->where.sheet;
        next = p->where.row + 1;
        if (goes_on)
            continue;
        slot = arena_push(r->memory, (void **)&r->missed, &r->missed_count,
                          &r->missed_capacity, sizeof(*slot));
        if (slot == NULL)
            r->failed = true;
        else
            *slot = (struct missed){ p->where, p->name, "指標", false };
    }
}

void project_list_end(reader *r)
{
    bool used = false;
    size_t kept = 0;

    if (r->listed_count == 0)
        return;
    complete_others(r);
    miss_further(r);
    for (size_t i = 0; i < r->listed_count; i++)
        used = used || r->listed[i].use != LISTED_UNUSED;
    for (size_t i = 0; i < r->data->project_count; i++)
        if (!goes(r, i, used))
            r->data->projects[kept++] = r->data->projects[i];
    r->data->project_count = kept;
    r->listed_count = 0;
}
