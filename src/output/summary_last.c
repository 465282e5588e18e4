/*
 * summary_last.c - last year's data paired with this year's
 *
 * Projects and KPIs are paired as compare.h does; a pair that is only
 * suggested by a similar name is none here. Last year's grades are those that
 * counted: the plan's choice, by the plan's bands.
 */
#include <string.h>

#include "output/summary_book.h"

const char *move_word(const summary *s, grade_move move)
{
    static const struct { const char *ja, *en; } words[MOVES] = {
        [MOVE_NONE] = { "", "" },
        [MOVE_FELL] = { "下降", "fell" },
        [MOVE_SAME] = { "同じ", "same" },
        [MOVE_ROSE] = { "上昇", "rose" },
    };

    return say(s, words[move].ja, words[move].en);
}

size_t summary_count_moves(const summary *s, size_t goal, grade_move move)
{
    size_t n = 0;

    for (size_t i = 0; i < s->project_count; i++)
        n += (goal == SIZE_MAX || s->projects[i].goal == goal) &&
             s->projects[i].class == CLASS_COUNTED &&
             s->projects[i].move == move;
    return n;
}

/* The band of a grade, counted from the best; SIZE_MAX for none. */
static size_t band_of(const summary *s, const char *grade)
{
    for (size_t i = 0; *grade && i < s->plan->band_count; i++)
        if (!strcmp(s->plan->bands[i].grade, grade))
            return i;
    return SIZE_MAX;
}

/* A project's grade as it counted then, "" when it did not. */
static const char *counted_then(summary *s, const project *p)
{
    grade_choice choice = s->plan->count_grade;
    bool category = *p->declared_status &&
        plan_category_of(s->plan, p->declared_status) != SIZE_MAX &&
        !(choice == GRADE_FINAL && *p->override.grade);

    return p->relisted || p->superseded || category
               ? "" : summary_band(s, project_grade(p, choice));
}

static void count_then(summary *s, last_year *last, const project *p)
{
    size_t band = band_of(s, counted_then(s, p)), goal = s->goal_count;

    if (band == SIZE_MAX)
        return;
    for (size_t i = 0; i < s->goal_count; i++)
        if (s->goals[i].is_goal == p->has_goal &&
            (!p->has_goal ||
             summary_same_heading(&s->goals[i].goal, &p->goal)))
            goal = i;
    last->counts[goal * s->plan->band_count + band]++;
    last->others += goal == s->goal_count;
}

static bool surely(compare_match match)
{
    return match != MATCH_NONE && match != MATCH_SUGGESTED;
}

static project_view *view_of(summary *s, const project *p)
{
    for (size_t at = (size_t)(p - s->data->projects) + 1; at-- > 0;)
        if (at < s->project_count && s->projects[at].project == p)
            return &s->projects[at];
    return NULL;
}

static void pair_project(summary *s, last_year *last,
                         const compare_project *pair)
{
    project_view *v;
    size_t then, now;

    if (!surely(pair->match)) {
        if (pair->old && *counted_then(s, pair->old))
            last->gone[last->gone_count++] = pair->old;
        return;
    }
    v = view_of(s, pair->now);
    if (!v)
        return;
    v->last = pair->old;
    v->last_grade = counted_then(s, pair->old);
    then = band_of(s, v->last_grade);
    now = v->class == CLASS_COUNTED ? band_of(s, v->counted) : SIZE_MAX;
    if (then == SIZE_MAX || now == SIZE_MAX)
        return;
    v->move = now < then ? MOVE_ROSE : now > then ? MOVE_FELL : MOVE_SAME;
}

static void pair_kpi(summary *s, const compare_kpi *pair)
{
    const project_view *v;

    if (!surely(pair->match) || !pair->now)
        return;
    v = view_of(s, pair->now_project);
    for (uint32_t r = v ? v->first_row : 1; v && r <= v->last_row; r++) {
        kpi_view *row = &s->rows[r - summary_list_row(0)];

        if (row->kpi == pair->now)
            row->last = pair->old;
    }
}

kpi_status summary_prepare_last(summary *s, kpi_error *err)
{
    const dataset *then = s->options->previous;
    comparison c;
    last_year *last;
    kpi_status status;

    if (!then)
        return KPI_OK;
    last = arena_alloc(&s->memory, sizeof(*last));
    if (!last)
        return kpi_fail_nomem(err);
    last->counts = arena_array(&s->memory,
                               (s->goal_count + 1) *
                                   (s->plan->band_count + 1),
                               sizeof(*last->counts));
    last->gone = arena_array(&s->memory, then->project_count + 1,
                             sizeof(*last->gone));
    if (!last->counts || !last->gone)
        return kpi_fail_nomem(err);
    status = compare_datasets(&c, &s->memory, then, s->data, s->plan, err);
    if (status != KPI_OK)
        return status;
    last->year = then->fiscal_year ? then->fiscal_year
                                   : dataset_newest_year(then);
    for (size_t i = 0; i < then->project_count; i++)
        count_then(s, last, &then->projects[i]);
    for (size_t i = 0; i < c.project_count; i++)
        pair_project(s, last, &c.projects[i]);
    for (size_t i = 0; i < c.kpi_count; i++)
        pair_kpi(s, &c.kpis[i]);
    s->last = last;
    return KPI_OK;
}
