/*
 * consolidate_supersede.c - which file counts where two hold the same
 */
#include "kpi/consolidate_parts.h"

#include <string.h>

#include "base/calendar.h"

typedef struct superseding {
    merging *m;
    key_table keys;     /* project or stamp -> place in `winners` */
    size_t *winners;    /* the source that counts for a key */
    size_t winner_count, winner_capacity;
    size_t *key_of;     /* by project: its place in `winners`, or SIZE_MAX */
    size_t *replaced_by; /* by source, SIZE_MAX = by none */
    key_table unclear;  /* pairs of sources already reported */
    bool any;           /* a source is replaced */
} superseding;

/* ---- Newer and older --------------------------------------------------------- */

static bool is_used(const plan *p, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *base = slash == NULL ? file : slash + 1;

    for (size_t i = 0; i < p->use_count; i++)
        if (strcmp(p->use[i], file) == 0 || strcmp(p->use[i], base) == 0)
            return true;
    return false;
}

/* Above 0 when source a is newer than b, 0 when that cannot be told. */
static int compare_age(const merging *m, size_t a, size_t b)
{
    const source *x = &m->out->sources[a], *y = &m->out->sources[b];
    int used = (int)is_used(m->plan, x->file) -
               (int)is_used(m->plan, y->file);
    int64_t time_x = INT64_MIN, time_y = INT64_MIN;

    if (used != 0)
        return used;
    if (!calendar_read_moment(&time_x, x->modified))
        time_x = INT64_MIN; /* unknown is older than any time */
    if (!calendar_read_moment(&time_y, y->modified))
        time_y = INT64_MIN;
    return (time_x > time_y) - (time_x < time_y);
}

static void report_unclear(superseding *s, size_t winner, size_t other)
{
    const dataset *d = s->m->out;
    size_t pair[2] = { winner, other };
    char *kept = arena_strndup(&s->m->work, (const char *)pair, sizeof(pair));
    size_t before = s->unclear.count;

    if (kept == NULL ||
        key_table_put(&s->unclear, text_slice(kept, sizeof(pair)), 0) ==
            NULL) {
        s->m->failed = true;
        return;
    }
    if (s->unclear.count != before)
        finding_add(&s->m->out->findings, "submission-order-unclear", winner,
                    place_none(), d->sources[winner].file,
                    d->sources[other].file, d->sources[winner].file, NULL);
}

/* ---- What is the same --------------------------------------------------------- */

/* Enters a source under a key; the newest one stays. */
static size_t enter(superseding *s, text key, size_t source_index)
{
    merging *m = s->m;
    size_t *at = key_table_put(&s->keys, key, s->winner_count);
    void *items = s->winners;

    if (at == NULL) {
        m->failed = true;
        return SIZE_MAX;
    }
    if (*at == s->winner_count) {
        if (arena_push(&m->work, &items, &s->winner_count,
                       &s->winner_capacity, sizeof(*s->winners)) == NULL) {
            m->failed = true;
            return SIZE_MAX;
        }
        s->winners = items;
        s->winners[*at] = source_index;
    } else if (source_index != s->winners[*at]) {
        int age = compare_age(m, source_index, s->winners[*at]);

        if (age > 0 || (age == 0 && source_index > s->winners[*at]))
            s->winners[*at] = source_index;
    }
    return *at;
}

/* Whose file it is: the department, else the bureau of the project. */
static text project_key(merging *m, const merged_project *entry)
{
    const project *p = entry->from;
    const source *from = &m->out->sources[entry->source];
    int goal = merge_number(m, p->goal.no);
    const int64_t parts[] = {
        0, /* no byte of a stamp is */
        word_number(&m->notes->words, from->department[0] != '\0'
                                   ? from->department : p->bureau),
        goal, goal != 0 ? 0 : word_number(&m->notes->words, p->goal.title),
        word_number(&m->notes->words, p->name), p->relisted,
    };

    return word_key(&m->notes->words, parts, 6);
}

/* A project whose name no other one has replaces none. */
static void enter_projects(superseding *s)
{
    merging *m = s->m;

    for (size_t i = 0; i < m->project_count && !m->failed; i++) {
        s->key_of[i] = SIZE_MAX;
        if (m->notes->namesakes[i] && !m->projects[i].from->superseded)
            s->key_of[i] = enter(s, project_key(m, &m->projects[i]),
                                 m->projects[i].source);
    }
}

static bool takes_part(const source *from)
{
    return !from->unreadable && !from->superseded;
}

static void replaced(superseding *s, size_t older, size_t newer)
{
    size_t *by = &s->replaced_by[older];

    s->any = true;
    if (*by == SIZE_MAX || compare_age(s->m, newer, *by) > 0)
        *by = newer;
    if (compare_age(s->m, newer, older) == 0)
        report_unclear(s, newer, older);
}

static void enter_stamps(superseding *s)
{
    merging *m = s->m;
    dataset *d = m->out;
    size_t *key_of = arena_array(&m->work, d->source_count, sizeof(*key_of));

    if (key_of == NULL) {
        m->failed = true;
        return;
    }
    for (size_t i = 0; i < d->source_count && !m->failed; i++) {
        key_of[i] = SIZE_MAX;
        if (!takes_part(&d->sources[i]) || d->sources[i].stamp[0] == '\0')
            continue;
        key_of[i] = enter(s, text_of(d->sources[i].stamp), i);
    }
    for (size_t i = 0; i < d->source_count && !m->failed; i++)
        if (key_of[i] != SIZE_MAX && s->winners[key_of[i]] != i)
            replaced(s, i, s->winners[key_of[i]]);
}

/* ---- What comes of it ---------------------------------------------------------- */

static void mark_projects(superseding *s)
{
    merging *m = s->m;

    for (size_t i = 0; i < m->project_count && !m->failed; i++) {
        size_t winner, own = m->projects[i].source;

        if (s->key_of[i] == SIZE_MAX)
            continue;
        winner = s->winners[s->key_of[i]];
        if (winner == own)
            continue;
        m->out->projects[i].superseded = true;
        replaced(s, own, winner);
    }
}

/* How many projects of each source still count, 再掲 aside. */
static size_t *count_left(merging *m)
{
    size_t *left = arena_array(&m->work, m->out->source_count,
                               sizeof(*left));

    for (size_t i = 0; left != NULL && i < m->project_count; i++)
        if (!m->out->projects[i].superseded &&
            !m->out->projects[i].relisted)
            left[m->projects[i].source]++;
    if (left == NULL)
        m->failed = true;
    return left;
}

static void report_project(superseding *s, const project *p)
{
    dataset *d = s->m->out;
    size_t newer = s->replaced_by[p->source];
    finding *f;

    if (newer == SIZE_MAX || p->relisted || d->sources[p->source].superseded)
        return;
    f = finding_add(&d->findings,
                    p->superseded ? "project-superseded"
                                  : "project-only-in-older-file",
                    p->source, p->where, p->name, d->sources[newer].file,
                    NULL);
    if (f != NULL)
        f->project = p->name;
}

static void report(superseding *s)
{
    dataset *d = s->m->out;
    size_t *left = count_left(s->m);

    for (size_t i = 0; left != NULL && i < d->source_count; i++) {
        if (s->replaced_by[i] == SIZE_MAX || left[i] != 0)
            continue;
        d->sources[i].superseded = true;
        finding_add(&d->findings, "file-superseded", i, place_none(),
                    d->sources[i].file, d->sources[s->replaced_by[i]].file,
                    NULL);
    }
    for (size_t i = 0; left != NULL && i < d->project_count; i++)
        report_project(s, &d->projects[i]);
}

void merge_supersede(merging *m)
{
    superseding s = { .m = m };

    key_table_init(&s.keys, &m->work);
    key_table_init(&s.unclear, &m->work);
    s.key_of = arena_array(&m->work, m->project_count, sizeof(*s.key_of));
    s.replaced_by = arena_array(&m->work, m->out->source_count,
                                sizeof(*s.replaced_by));
    if (s.key_of == NULL || s.replaced_by == NULL) {
        m->failed = true;
        return;
    }
    for (size_t i = 0; i < m->out->source_count; i++)
        s.replaced_by[i] = SIZE_MAX;
    enter_projects(&s);
    enter_stamps(&s);
    mark_projects(&s);
    if (s.any && !m->failed)
        report(&s);
}
