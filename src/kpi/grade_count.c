/*
 * grade_count.c - how many projects have each grade, by goal and by bureau
 */
#include "kpi/grade_parts.h"

#include "kpi/achievement_parts.h"
#include "kpi/consolidate.h"
#include "wording/fold.h"

bool grade_row_init(counting *c, grade_row *row, heading goal)
{
    *row = (grade_row){ .goal = goal };
    row->by_grade = arena_array(c->memory, c->plan->band_count,
                                sizeof(*row->by_grade));
    row->by_category = arena_array(c->memory, c->plan->category_count,
                                   sizeof(*row->by_category));
    return row->by_grade != NULL && row->by_category != NULL;
}

static bool copy_heading(counting *c, heading *out, heading from)
{
    out->no = arena_strdup(c->memory, from.no);
    out->title = arena_strdup(c->memory, from.title);
    return out->no != NULL && out->title != NULL;
}

/* A growing list of rows and where each key stands in it. */
typedef struct row_list {
    key_table keys;
    grade_row *rows;
    size_t count, capacity;
} row_list;

static grade_row *row_for(counting *c, row_list *list, text key, heading goal)
{
    size_t *at = key_table_put(&list->keys, key, list->count);
    void *items = list->rows;
    heading copy;

    if (at == NULL)
        return NULL;
    if (*at == list->count) {
        if (arena_push(c->memory, &items, &list->count, &list->capacity,
                       sizeof(*list->rows)) == NULL ||
            !copy_heading(c, &copy, goal))
            return NULL;
        list->rows = items;
        if (!grade_row_init(c, &list->rows[list->count - 1], copy))
            return NULL;
    }
    return &list->rows[*at];
}

bool heading_key(arena *a, text *out, heading h)
{
    int number_of_heading = heading_number(h.no);
    char *made;

    if (number_of_heading != 0)
        made = arena_printf(a, "%d", number_of_heading);
    else
        made = arena_printf(a, "%s %s", h.no, h.title);
    return made != NULL && fold_key(a, out, text_of(made));
}

static bool any_declared(const dataset *d)
{
    for (size_t i = 0; i < d->project_count; i++)
        if (!d->projects[i].superseded &&
            d->projects[i].declared_grade[0] != '\0')
            return true;
    return false;
}

bool counting_init(counting *c, arena *a, const dataset *d, const plan *p,
                   grade_choice choice)
{
    *c = (counting){ .memory = a, .plan = p, .choice = choice };
    c->declared_counts = any_declared(d);
    key_table_init(&c->grades, c->memory);
    for (size_t i = 0; i < c->plan->band_count; i++) {
        text folded;

        if (!fold_key(c->memory, &folded, text_of(c->plan->bands[i].grade)) ||
            key_table_put(&c->grades, folded, i) == NULL)
            return false;
    }
    return true;
}

bool grade_stand(counting *c, standing *out, const project *p)
{
    const char *grade = project_grade(p, c->choice);
    text folded;

    *out = (standing){ p->relisted, plan_category_of(c->plan,
                                                     p->declared_status),
                       SIZE_MAX, p->assessment.compared,
                       p->assessment.agrees };
    if (p->relisted)
        return true;
    if (c->choice == GRADE_FINAL && p->override.grade[0] != '\0')
        out->category = SIZE_MAX;
    if (out->category != SIZE_MAX || grade[0] == '\0')
        return true;
    if (c->choice == GRADE_COMPUTED && c->declared_counts &&
        p->declared_grade[0] == '\0')
        return true;
    if (!fold_key(c->memory, &folded, text_of(grade)))
        return false;
    out->band = key_table_get(&c->grades, folded);
    return true;
}

void grade_add(grade_row *row, const standing *s)
{
    row->projects++;
    if (s->relisted) {
        row->relisted++;
        return;
    }
    if (s->category != SIZE_MAX)
        row->by_category[s->category]++;
    else if (s->band == SIZE_MAX)
        row->ungraded++;
    else
        row->by_grade[s->band]++;
    if (s->category == SIZE_MAX && s->band != SIZE_MAX)
        row->graded++;
    if (s->compared)
        row->compared++;
    if (s->compared && s->agrees)
        row->agreed++;
}

static bool count_project(counting *c, grade_table *out, row_list *goals,
                          row_list *bureaus, const project *p)
{
    heading bureau = { "", p->bureau };
    grade_row *goal_row, *bureau_row;
    text key;
    standing s;

    if (!grade_stand(c, &s, p) || !heading_key(c->memory, &key, p->goal))
        return false;
    goal_row = row_for(c, goals, key, p->goal);
    if (goal_row == NULL || !fold_key(c->memory, &key, text_of(p->bureau)))
        return false;
    bureau_row = row_for(c, bureaus, key, bureau);
    if (bureau_row == NULL)
        return false;
    grade_add(goal_row, &s);
    grade_add(bureau_row, &s);
    grade_add(&out->total, &s);
    return true;
}

kpi_status grade_count(grade_table *out, arena *a, const dataset *d,
                       const plan *p, grade_choice choice, kpi_error *err)
{
    counting c;
    row_list goals = { .count = 0 }, bureaus = { .count = 0 };

    *out = (grade_table){ .count = 0 };
    key_table_init(&goals.keys, a);
    key_table_init(&bureaus.keys, a);
    if (!counting_init(&c, a, d, p, choice) ||
        !grade_row_init(&c, &out->total, (heading){ "", "" }))
        return kpi_fail_nomem(err);
    for (size_t i = 0; i < d->project_count; i++)
        if (!d->projects[i].superseded &&
            !count_project(&c, out, &goals, &bureaus, &d->projects[i]))
            return kpi_fail_nomem(err);
    out->rows = goals.rows;
    out->count = goals.count;
    out->bureaus = bureaus.rows;
    out->bureau_count = bureaus.count;
    return KPI_OK;
}
