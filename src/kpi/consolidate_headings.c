/*
 * consolidate_headings.c - goals, themes and measures that a department wrote
 * without their number, beside others that number the same title: the number
 * is taken over, so that the workbook has one heading and not two
 *
 * The plan's goals name the numbers first. A title that has two numbers
 * names none.
 */
#include "kpi/consolidate_parts.h"

/* The titles and their numbers; none when `failed`. */
static size_t *title_place(merging *m, int64_t level, size_t above,
                           const heading *h)
{
    const int64_t parts[] = { level, (int64_t)above,
                              word_number(&m->notes->words, h->title) };

    return word_key_put(&m->titles, parts, 3, SIZE_MAX);
}

/* What tells a number from others: that of a measure may be 1-1. */
static int64_t number_of(merging *m, int64_t level, const char *no)
{
    return level == MERGE_MEASURE ? merge_any_number(m, no)
                                  : merge_number(m, no);
}

static void learn(merging *m, int64_t level, size_t above, const heading *h)
{
    const char **added;
    size_t *at;

    if (h->title[0] == '\0' || number_of(m, level, h->no) == 0)
        return;
    at = title_place(m, level, above, h);
    if (at == NULL) {
        m->failed = true;
    } else if (*at == SIZE_MAX) {
        *at = m->title_number_count;
        added = arena_push(&m->work, &m->title_numbers,
                           &m->title_number_count, &m->title_number_capacity,
                           sizeof(*added));
        if (added == NULL)
            m->failed = true;
        else
            *added = h->no;
    } else {
        const char **no = (const char **)m->title_numbers + *at;

        if (number_of(m, level, *no) != number_of(m, level, h->no))
            *no = "";
    }
}

const char *merge_heading_no(merging *m, int64_t level, size_t above,
                             const heading *h)
{
    size_t *at;

    if (!m->any_unnumbered || h->no[0] != '\0' || h->title[0] == '\0')
        return h->no;
    at = title_place(m, level, above, h);
    if (at == NULL)
        m->failed = true;
    return at == NULL || *at == SIZE_MAX
               ? h->no
               : ((const char **)m->title_numbers)[*at];
}

static bool is_unnumbered(const heading *h)
{
    return h->no[0] == '\0' && h->title[0] != '\0';
}

/* Where no measure is numbered, as with ⇒, there is none to take. */
static bool any_unnumbered(const merging *m)
{
    bool with = false, without = false;

    for (size_t i = 0; i < m->project_count; i++) {
        const project *p = m->projects[i].from;
        const heading measure = project_measure(p);

        with = with || measure.no[0] != '\0';
        without = without || is_unnumbered(&measure);
        if (is_unnumbered(&p->goal) || is_unnumbered(&p->theme) ||
            (with && without))
            return true;
    }
    return false;
}

/* Of a run of projects under the same words the first one tells. */
static bool repeats(const merging *m, size_t i)
{
    const project *p = m->projects[i].from, *before;

    if (i == 0)
        return false;
    before = m->projects[i - 1].from;
    return merge_same_words(&p->goal, &before->goal) &&
           merge_same_words(&p->theme, &before->theme) &&
           p->measure == before->measure &&
           p->measure_no == before->measure_no;
}

/* What hangs under a goal, once all goals are known. */
static void learn_inner(merging *m, const project *p)
{
    const heading measure = project_measure(p);
    size_t goal = merge_goal_order(m, p);

    learn(m, MERGE_THEME, goal, &p->theme);
    learn(m, MERGE_MEASURE, goal, &measure);
}

bool merge_learn_headings(merging *m)
{
    m->any_unnumbered = any_unnumbered(m);
    if (!m->any_unnumbered)
        return true;
    for (size_t i = 0; i < m->plan->goal_count; i++)
        learn(m, MERGE_GOAL, 0, &m->plan->goals[i]);
    for (size_t i = 0; i < m->project_count && !m->failed; i++)
        if (!repeats(m, i))
            learn(m, MERGE_GOAL, 0, &m->projects[i].from->goal);
    for (size_t i = 0; i < m->project_count && !m->failed; i++)
        if (!repeats(m, i))
            learn_inner(m, m->projects[i].from);
    return !m->failed;
}

static void take_no(merging *m, const project *p, const heading *h,
                    const char **no, const char *found)
{
    if (found == h->no || found[0] == '\0')
        return;
    *no = found;
    finding_add(&m->out->findings, "heading-number-inferred", p->source,
                p->where, h->title, found, NULL);
}

void merge_number_headings(merging *m, project *p)
{
    const heading own = project_measure(p);
    const char *goal, *theme, *measure;
    size_t order;

    if (!m->any_unnumbered)
        return;
    order = merge_goal_order(m, p);
    theme = merge_heading_no(m, MERGE_THEME, order, &p->theme);
    measure = merge_heading_no(m, MERGE_MEASURE, order, &own);
    goal = merge_heading_no(m, MERGE_GOAL, 0, &p->goal);
    take_no(m, p, &p->goal, &p->goal.no, goal);
    take_no(m, p, &p->theme, &p->theme.no, theme);
    take_no(m, p, &own, &p->measure_no, measure);
}
