#include "check/submission.h"

#include <stdlib.h>
#include <string.h>

#include "base/calendar.h"
#include "wording/fold.h"

static const struct state_words {
    const char *id, *text[2];
} states[] = {
    [SUBMISSION_ACCEPTED] = { "accepted", { "受理", "accepted" } },
    [SUBMISSION_RETURNED] = { "returned", { "差戻し", "returned" } },
    [SUBMISSION_LATE] = { "late", { "遅延", "late" } },
    [SUBMISSION_MISSING] = { "missing", { "未提出", "missing" } },
};

const char *submission_state_id(submission_state state)
{
    return states[state].id;
}

const char *submission_state_text(submission_state state,
                                  plan_language language)
{
    return states[state].text[language];
}

/* A file and its department, to be sorted: newest first, then by name. */
typedef struct filed {
    const source *file;
    const char *department; /* the roster's name where it is an alias */
    size_t index;
    int64_t seconds; /* INT64_MIN without a time */
} filed;

static int newest_first(const void *a, const void *b)
{
    const filed *x = a, *y = b;
    int order = strcmp(x->department, y->department);

    if (order != 0)
        return order;
    if (x->seconds != y->seconds)
        return x->seconds > y->seconds ? -1 : 1;
    order = strcmp(x->file->file, y->file->file);
    if (order != 0)
        return order;
    return x->index < y->index ? -1 : x->index > y->index ? 1 : 0;
}

/* The plan's deadline is local time of its zone; false without one. */
static bool deadline_of(int64_t *seconds, const plan *p)
{
    if (!calendar_read_moment(seconds, p->deadline))
        return false;
    if (strchr(p->deadline, 'T') == NULL)
        *seconds += 86400 - 1; /* a day only: until its end */
    *seconds -= (int64_t)p->zone_minutes * 60;
    return true;
}

static bool is_overdue(const plan *p, const char *as_of)
{
    int64_t deadline;
    char day[DAY_TEXT_SIZE];

    if (!deadline_of(&deadline, p) || as_of[0] == '\0')
        return false;
    calendar_day_text(day, deadline, p->zone_minutes);
    return strcmp(as_of, day) > 0;
}

static void judge(submission *s, const filed *files, const dataset *d,
                  const plan *p, const char *as_of)
{
    int64_t deadline;

    for (size_t i = 0; i < s->source_count; i++) {
        check_counts n;

        s->sources[i] = files[i].index;
        if (files[i].file->superseded)
            continue;
        n = check_count_source(d, files[i].index, p, as_of);
        s->errors += n.errors;
        s->warnings += n.warnings;
    }
    if (s->source_count == 0) {
        s->state = SUBMISSION_MISSING;
        s->overdue = is_overdue(p, as_of);
    } else if (files[0].seconds != INT64_MIN && deadline_of(&deadline, p) &&
               files[0].seconds > deadline) {
        s->state = SUBMISSION_LATE;
    } else {
        s->state = s->errors > 0 ? SUBMISSION_RETURNED : SUBMISSION_ACCEPTED;
    }
}

static const filed *find_department(const filed *files, size_t count,
                                    const char *department, size_t *found)
{
    const filed *first = NULL;

    *found = 0;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(files[i].department, department) != 0)
            continue;
        if (first == NULL)
            first = &files[i];
        (*found)++;
    }
    return first;
}

static bool add_row(submission_table *t, arena *a, const char *department,
                    bool on_roster, const filed *files, size_t count,
                    const dataset *d, const plan *p, const char *as_of)
{
    submission *s = &t->rows[t->count];

    *s = (submission){ .department = department, .on_roster = on_roster,
                       .source_count = count };
    s->sources = arena_array(a, count, sizeof(*s->sources));
    if (s->sources == NULL)
        return false;
    judge(s, files, d, p, as_of);
    t->by_state[s->state]++;
    t->count++;
    return true;
}

static bool is_on_roster(const plan *p, const char *department)
{
    for (size_t i = 0; i < p->department_count; i++) {
        if (strcmp(p->departments[i].name, department) == 0)
            return true;
    }
    return false;
}

/* A file keeps the name that it gives its department; which of the roster
 * that is, the plan's aliases say. */
static const char *roster_name(arena *a, const plan *p, const char *name)
{
    text key, other;

    if (is_on_roster(p, name) || !fold_key(a, &key, text_of(name)))
        return name;
    for (size_t i = 0; i < p->department_count; i++) {
        const plan_department *d = &p->departments[i];

        for (size_t k = 0; k < d->alias_count; k++)
            if (fold_key(a, &other, text_of(d->aliases[k])) &&
                text_equal(key, other))
                return d->name;
    }
    return name;
}

static filed *sort_files(arena *a, const dataset *d, const plan *p)
{
    filed *files = arena_array(a, d->source_count, sizeof(*files));

    for (size_t i = 0; files != NULL && i < d->source_count; i++) {
        files[i] = (filed){ &d->sources[i],
                            roster_name(a, p, d->sources[i].department), i,
                            INT64_MIN };
        if (!calendar_read_moment(&files[i].seconds, d->sources[i].modified))
            files[i].seconds = INT64_MIN;
    }
    if (files != NULL && d->source_count > 1)
        qsort(files, d->source_count, sizeof(*files), newest_first);
    return files;
}

kpi_status submission_list(submission_table *out, arena *a, const dataset *d,
                           const plan *p, const char *as_of, kpi_error *err)
{
    filed *files = sort_files(a, d, p);
    size_t count;
    bool ok;

    memset(out, 0, sizeof(*out));
    out->rows = arena_array(a, p->department_count + d->source_count,
                            sizeof(*out->rows));
    ok = files != NULL && out->rows != NULL;
    for (size_t i = 0; ok && i < p->department_count; i++) {
        const char *name = p->departments[i].name;
        const filed *own = find_department(files, d->source_count, name,
                                           &count);

        ok = add_row(out, a, name, true, own, count, d, p, as_of);
    }
    for (size_t i = 0, end; ok && i < d->source_count; i = end) {
        const char *name = files[i].department;

        for (end = i + 1; end < d->source_count &&
             strcmp(files[end].department, name) == 0; end++)
            ;
        if (!is_on_roster(p, name))
            ok = add_row(out, a, name, false, &files[i], end - i, d, p,
                         as_of);
    }
    return ok ? KPI_OK : kpi_fail_nomem(err);
}
