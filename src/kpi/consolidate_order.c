/*
 * consolidate_order.c - the order of the projects: by what they stand under,
 * then by source and place
 *
 * Many projects stand under few headings. The headings are sorted, and the
 * projects, which are in the order of their places, are dealt out to them.
 */
#include "kpi/consolidate_parts.h"

#include <stdlib.h>

enum { ORDER_GOAL, ORDER_THEME_NUMBER, ORDER_THEME, ORDER_PART_NUMBER,
       ORDER_PART, ORDER_MEASURE, ORDER_COUNT };

/* What projects stand under, as numbers to sort by. */
typedef struct standing {
    size_t order[ORDER_COUNT];
    size_t count; /* projects; then the place of the next one */
} standing;

typedef struct ordering {
    merging *m;
    key_table known;     /* order -> index in `items` */
    void *items;         /* of standing */
    size_t count, capacity;
    const project *last; /* and where that one stands: the next one mostly */
    size_t under;        /* does so too */
} ordering;

int merge_compare(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int compare_places(const void *left, const void *right)
{
    const merged_project *a = left, *b = right;
    int order = merge_compare(a->source, b->source);

    return order != 0 ? order : merge_compare(a->index, b->index);
}

static int compare_standings(const void *left, const void *right)
{
    const standing *a = *(standing *const *)left;
    const standing *b = *(standing *const *)right;
    int order = 0;

    for (size_t i = 0; i < ORDER_COUNT && order == 0; i++)
        order = merge_compare(a->order[i], b->order[i]);
    return order;
}

/* As first seen: the place of a key that hangs under `above`. */
static size_t seen_order(merging *m, char kind, size_t above, int64_t no,
                         const char *words)
{
    const int64_t parts[] = { kind, (int64_t)above, no,
                              word_number(&m->notes->words, words) };
    size_t *at = word_key_put(&m->seen, parts, 4, m->seen.count);

    if (at == NULL)
        m->failed = true;
    return at == NULL ? 0 : *at;
}

int merge_number(merging *m, const char *no)
{
    size_t found = key_table_get(&m->numbers, text_of(no));
    int read;

    if (found != SIZE_MAX)
        return (int)found;
    read = heading_number(no);
    if (key_table_put(&m->numbers, text_of(no), (size_t)read) == NULL)
        m->failed = true;
    return read;
}

int64_t merge_any_number(merging *m, const char *no)
{
    int read = merge_number(m, no);

    return read != 0 ? read : -word_number(&m->notes->words, no);
}

/* SIZE_MAX when it is no number, so that it stands last. */
static size_t number_order(merging *m, const char *no)
{
    int read = merge_number(m, no);

    return read == 0 ? SIZE_MAX : (size_t)read;
}

static bool same_goal(merging *m, const heading *a, const heading *b)
{
    size_t number_a = number_order(m, a->no);
    size_t number_b = number_order(m, b->no);

    if (number_a != SIZE_MAX || number_b != SIZE_MAX)
        return number_a == number_b;
    return word_number(&m->notes->words, a->title) ==
           word_number(&m->notes->words, b->title);
}

size_t merge_goal_order(merging *m, const project *p)
{
    const heading goal = { merge_heading_no(m, MERGE_GOAL, 0, &p->goal),
                           p->goal.title };
    size_t count = m->plan->goal_count, found = number_order(m, goal.no);

    if (!p->has_goal)
        return SIZE_MAX;
    for (size_t i = 0; i < count; i++)
        if (same_goal(m, &m->plan->goals[i], &goal))
            return i;
    if (found != SIZE_MAX)
        return count + found;
    return SIZE_MAX / 2 + seen_order(m, 'g', 0, 0, goal.title);
}

static void set_order(merging *m, size_t *order, const project *p)
{
    const heading measure = project_measure(p);
    const char *no;

    order[ORDER_GOAL] = merge_goal_order(m, p);
    order[ORDER_THEME_NUMBER] =
        number_order(m, merge_heading_no(m, MERGE_THEME, order[ORDER_GOAL],
                                         &p->theme));
    order[ORDER_THEME] = order[ORDER_THEME_NUMBER] != SIZE_MAX
                             ? 0
                             : seen_order(m, 't', order[ORDER_GOAL], 0,
                                          p->theme.title);
    order[ORDER_PART_NUMBER] = p->has_part ? number_order(m, p->part.no) : 0;
    order[ORDER_PART] = seen_order(m, 'p', order[ORDER_THEME], 0,
                                   p->has_part ? p->part.title : "");
    no = merge_heading_no(m, MERGE_MEASURE, order[ORDER_GOAL], &measure);
    order[ORDER_MEASURE] = seen_order(m, 'm', order[ORDER_GOAL],
                                      merge_any_number(m, no), p->measure);
}

/* ---- Dealing them out ---------------------------------------------------------- */

bool merge_same_words(const heading *a, const heading *b)
{
    return a->no == b->no && a->title == b->title;
}

/* Under the very same words, so that nothing needs to be looked up. */
static bool stands_with(const project *p, const project *last)
{
    return last != NULL && p->has_goal == last->has_goal &&
           p->has_part == last->has_part && p->measure == last->measure &&
           p->measure_no == last->measure_no &&
           merge_same_words(&p->goal, &last->goal) &&
           merge_same_words(&p->theme, &last->theme) &&
           merge_same_words(&p->part, &last->part);
}

/* Its index among the standings; SIZE_MAX: memory. */
static size_t standing_of(ordering *o, const project *p)
{
    standing under = { .count = 0 }, *added;
    size_t *at;

    if (stands_with(p, o->last))
        return o->under;
    set_order(o->m, under.order, p);
    at = key_table_put_copy(&o->known, text_slice((const char *)under.order,
                                                  sizeof(under.order)),
                            o->count);
    if (at == NULL)
        return SIZE_MAX;
    o->last = p;
    o->under = *at;
    if (*at < o->count)
        return *at;
    added = arena_push_last(o->known.memory, &o->items, &o->count,
                            &o->capacity, sizeof(*added));
    if (added == NULL)
        return SIZE_MAX;
    *added = under;
    return o->under;
}

/* The place of the first project of each. */
static bool sort_standings(ordering *o)
{
    standing *items = o->items, **sorted;
    size_t first = 0;

    sorted = arena_items(&o->m->work, o->count, sizeof(*sorted));
    if (sorted == NULL)
        return false;
    for (size_t i = 0; i < o->count; i++)
        sorted[i] = &items[i];
    qsort(sorted, o->count, sizeof(*sorted), compare_standings);
    for (size_t i = 0; i < o->count; i++) {
        size_t count = sorted[i]->count;

        sorted[i]->count = first;
        first += count;
    }
    return true;
}

static bool deal_out(merging *m)
{
    ordering o = { .m = m };
    merged_project *dealt = arena_items(&m->work, m->project_count,
                                        sizeof(*dealt));

    key_table_init(&o.known, &m->work);
    for (size_t i = 0; i < m->project_count && dealt != NULL; i++) {
        size_t under = standing_of(&o, m->projects[i].from);

        if (under == SIZE_MAX || m->failed)
            return false;
        m->projects[i].under = under;
        ((standing *)o.items)[under].count++;
    }
    if (dealt == NULL || !sort_standings(&o))
        return false;
    for (size_t i = 0; i < m->project_count; i++) {
        standing *under = (standing *)o.items + m->projects[i].under;

        dealt[under->count++] = m->projects[i];
    }
    m->projects = dealt;
    return !m->notes->words.failed;
}

static bool in_place_order(const merging *m)
{
    for (size_t i = 1; i < m->project_count; i++)
        if (compare_places(&m->projects[i - 1], &m->projects[i]) > 0)
            return false;
    return true;
}

bool merge_list_projects(merging *m)
{
    size_t count = 0;

    for (size_t i = 0; i < m->part_count; i++)
        count += m->parts[i]->project_count;
    m->projects = arena_items(&m->work, count, sizeof(*m->projects));
    if (m->projects == NULL)
        return false;
    for (size_t i = 0; i < m->part_count; i++)
        for (size_t j = 0; j < m->parts[i]->project_count; j++) {
            const project *p = &m->parts[i]->projects[j];
            size_t at = merge_source(m, i, p->source);

            if (at != SIZE_MAX)
                m->projects[m->project_count++] =
                    (merged_project){ p, i, at, j, 0 };
        }
    m->all_listed = m->project_count == count;
    if (!in_place_order(m))
        qsort(m->projects, m->project_count, sizeof(*m->projects),
              compare_places);
    return merge_learn_headings(m) && deal_out(m);
}
