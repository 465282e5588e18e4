/*
 * rollup.c - 集計: projects and KPIs counted by measure, theme, goal and all
 */
#include "kpi/rollup.h"

#include <stdlib.h>

#include "kpi/achievement_parts.h"
#include "kpi/consolidate.h"
#include "kpi/grade_parts.h"
#include "kpi/shared_kpis.h"
#include "wording/fold.h"

enum { SEPARATOR = '\x1f' };

/* What is gathered for averages: rates of a node, in lists. */
typedef struct rates {
    number *items;
    size_t count, capacity;
} rates;

typedef struct gathered {
    rates kpis, projects;
} gathered;

typedef struct summing {
    rollup *out;
    arena *memory;
    arena work;
    const dataset *data;
    const plan *plan;
    counting by[ROLLUP_CHOICES];
    key_table nodes;   /* the path of a node -> its index */
    shared_kpis shared;
    key_table met;     /* node and id of a shared KPI */
    gathered *gathered; /* by node */
    size_t gathered_count, gathered_capacity;
    bool failed;
} summing;

/* ---- Nodes ------------------------------------------------------------ */

static const char *kept(summing *s, const char *string)
{
    const char *copy = arena_strdup(s->memory, string);

    s->failed = s->failed || copy == NULL;
    return copy == NULL ? "" : copy;
}

static size_t add_node(summing *s, rollup_level level, size_t parent,
                       heading name)
{
    void *items = s->out->nodes, *lists = s->gathered;
    rollup_node *node = arena_push(s->memory, &items, &s->out->count,
                                   &s->out->capacity, sizeof(*node));

    if (node == NULL || arena_push(&s->work, &lists, &s->gathered_count,
                                   &s->gathered_capacity,
                                   sizeof(*s->gathered)) == NULL) {
        s->failed = true;
        return 0;
    }
    s->out->nodes = items;
    s->gathered = lists;
    node->level = level;
    node->parent = parent;
    node->name = (heading){ kept(s, name.no), kept(s, name.title) };
    node->kpis_by_grade = arena_array(s->memory, s->plan->band_count,
                                      sizeof(*node->kpis_by_grade));
    s->failed = s->failed || node->kpis_by_grade == NULL;
    for (size_t i = 0; i < ROLLUP_CHOICES && !s->failed; i++)
        s->failed = !grade_row_init(&s->by[i], &node->by[i], node->name);
    return s->out->count - 1;
}

/* Ⅰ, I and 1 are one goal, whatever its title; measures have both alike. */
static bool name_key(summing *s, text *out, rollup_level level, heading name)
{
    int number_of_measure = heading_number(name.no);
    const char *no = name.no, *made;

    if (level != ROLLUP_MEASURE)
        return heading_key(&s->work, out, name);
    if (number_of_measure != 0)
        no = arena_printf(&s->work, "%d", number_of_measure);
    made = no == NULL ? NULL
                      : arena_printf(&s->work, "%s %s", no, name.title);
    return made != NULL && fold_key(&s->work, out, text_of(made));
}

/* The child of a node with this name; made when it is not there. */
static size_t node_for(summing *s, rollup_level level, size_t parent,
                       heading name)
{
    text folded;
    const char *path;
    size_t *at;

    if (s->failed || !name_key(s, &folded, level, name)) {
        s->failed = true;
        return 0;
    }
    path = arena_printf(&s->work, "%d%c%zu%c%.*s", (int)level, SEPARATOR,
                        parent, SEPARATOR, (int)folded.length, folded.bytes);
    at = path == NULL ? NULL : key_table_put(&s->nodes, text_of(path),
                                             s->out->count);
    if (at == NULL) {
        s->failed = true;
        return 0;
    }
    return *at < s->out->count ? *at : add_node(s, level, parent, name);
}

/* The nodes of a project, from all down; how many. Levels that the project
 * does not have are passed over. */
static size_t path_of(summing *s, size_t path[ROLLUP_LEVELS],
                      const project *p)
{
    const struct {
        bool has;
        heading name;
    } levels[ROLLUP_LEVELS] = {
        [ROLLUP_GOAL] = { p->has_goal, p->goal },
        [ROLLUP_THEME] = { p->has_theme, p->theme },
        [ROLLUP_PART] = { p->has_part, p->part },
        [ROLLUP_MEASURE] = { p->measure[0] != '\0', project_measure(p) },
    };
    size_t depth = 0;

    path[depth++] = 0;
    for (size_t i = ROLLUP_GOAL; i < ROLLUP_LEVELS; i++)
        if (levels[i].has) {
            path[depth] = node_for(s, (rollup_level)i, path[depth - 1],
                                   levels[i].name);
            depth++;
        }
    return depth;
}

/* ---- Counting --------------------------------------------------------- */

static size_t band_of(const plan *p, const char *grade)
{
    for (size_t i = 0; i < p->band_count; i++)
        if (text_is(text_of(grade), p->bands[i].grade))
            return i;
    return SIZE_MAX;
}

static void add_rate(summing *s, rates *list, rollup_mean *mean,
                     quantity rate, no_rate_reason why)
{
    void *items = list->items;

    if (!rate.known) {
        mean->excluded[why]++;
        return;
    }
    if (arena_push(&s->work, &items, &list->count, &list->capacity,
                   sizeof(*list->items)) == NULL) {
        s->failed = true;
        return;
    }
    list->items = items;
    list->items[list->count - 1] = rate.value;
}

/* The first time that this node meets a KPI. */
static bool meets(summing *s, size_t node, size_t id)
{
    const char *key;
    size_t before = s->met.count;

    if (id == 0)
        return true;
    key = arena_printf(&s->work, "%zu %zu", node, id);
    if (key == NULL || key_table_put(&s->met, text_of(key), 0) == NULL) {
        s->failed = true;
        return false;
    }
    return s->met.count > before;
}

static void count_kpi(summing *s, size_t at, const project *of, const kpi *k,
                      const standing of_project[ROLLUP_CHOICES])
{
    rollup_node *n = &s->out->nodes[at];
    const kpi_assessment *a = &k->assessment;
    size_t bands = s->plan->band_count, band = band_of(s->plan, a->grade);

    n->kpis++;
    n->kpis_rated += a->rate.known;
    n->kpis_worse += a->worse_than_baseline;
    if (band != SIZE_MAX)
        n->kpis_by_grade[band]++;
    for (size_t i = 0; i < ROLLUP_CHOICES; i++) {
        const standing *p = &of_project[i];

        n->kpis_hidden[i] += band != SIZE_MAX && band + 1 == bands &&
                             p->category == SIZE_MAX &&
                             p->band < ROLLUP_BEST && p->band + 2 < bands;
    }
    if (!s->plan->has_averages)
        return;
    if (of->assessment.reason == REASON_NOT_COUNTED) /* for reference only */
        n->kpi_mean.excluded[REASON_NOT_COUNTED]++;
    else
        add_rate(s, &s->gathered[at].kpis, &n->kpi_mean, a->rate, a->reason);
}

static void count_project(summing *s, size_t index)
{
    const project *p = &s->data->projects[index];
    size_t path[ROLLUP_LEVELS];
    size_t depth = path_of(s, path, p);
    standing stands[ROLLUP_CHOICES];

    for (size_t i = 0; i < ROLLUP_CHOICES && !s->failed; i++)
        s->failed = !grade_stand(&s->by[i], &stands[i], p);
    for (size_t i = 0; i < depth && !s->failed; i++) {
        rollup_node *n = &s->out->nodes[path[i]];

        for (size_t c = 0; c < ROLLUP_CHOICES; c++)
            grade_add(&n->by[c], &stands[c]);
        if (p->relisted)
            continue;
        for (size_t k = 0; k < p->kpi_count && !s->failed; k++)
            if (meets(s, path[i], s->shared.ids[index][k]))
                count_kpi(s, path[i], p, &p->kpis[k], stands);
        if (s->plan->has_averages)
            add_rate(s, &s->gathered[path[i]].projects, &n->project_mean,
                     p->assessment.rate, p->assessment.reason);
    }
}

/* ---- Averages --------------------------------------------------------- */

static int by_value(const void *a, const void *b)
{
    return number_compare(*(const number *)a, *(const number *)b);
}

static number keep(summing *s, number x)
{
    number copy = NUMBER_ZERO;

    if (!number_copy(s->memory, &copy, x))
        s->failed = true;
    return copy;
}

/* Halves are added: see achievement_project.c. */
static number capped_sum(calc *c, rollup_mean *m, const number *items,
                         size_t count, number cap)
{
    size_t half = count / 2;

    if (count == 1) {
        bool over = number_compare(items[0], cap) > 0;

        m->capped += over;
        return over ? cap : items[0];
    }
    return calc_add(c, capped_sum(c, m, items, half, cap),
                    capped_sum(c, m, items + half, count - half, cap));
}

static void finish(summing *s, rollup_mean *m, rates *list)
{
    calc c = { .memory = &s->work };
    number cap = calc_share(&c, s->plan->average_cap, 1, 100);
    number mean, median;
    size_t n = list->count;

    m->count = n;
    if (n == 0)
        return;
    qsort(list->items, n, sizeof(*list->items), by_value);
    mean = calc_divide(&c, capped_sum(&c, m, list->items, n, cap),
                       calc_int(&c, (int64_t)n));
    median = list->items[n / 2];
    if (n % 2 == 0)
        median = calc_share(&c, calc_add(&c, median, list->items[n / 2 - 1]),
                            1, 2);
    m->mean = (quantity){ true, keep(s, mean) };
    m->median = (quantity){ true, keep(s, median) };
    s->failed = s->failed || c.failed;
}

/* ---- All together ----------------------------------------------------- */

static bool begin(summing *s)
{
    if (!shared_kpis_find(&s->shared, &s->work, s->data))
        return false;
    for (size_t i = 0; i < ROLLUP_CHOICES; i++)
        if (!counting_init(&s->by[i], s->memory, s->data, s->plan,
                           (grade_choice)i))
            return false;
    key_table_init(&s->nodes, &s->work);
    key_table_init(&s->met, &s->work);
    add_node(s, ROLLUP_ALL, SIZE_MAX, (heading){ "", "" });
    return !s->failed;
}

kpi_status rollup_count(rollup *out, arena *a, const dataset *d,
                        const plan *p, kpi_error *err)
{
    summing s = { .out = out, .memory = a, .data = d, .plan = p };

    *out = (rollup){ .plan = p, .fiscal_year = d->fiscal_year };
    arena_init(&s.work, 0);
    s.failed = !begin(&s);
    for (size_t i = 0; i < d->project_count && !s.failed; i++)
        if (!d->projects[i].superseded)
            count_project(&s, i);
    for (size_t i = 0; i < out->count && p->has_averages && !s.failed; i++) {
        finish(&s, &out->nodes[i].kpi_mean, &s.gathered[i].kpis);
        finish(&s, &out->nodes[i].project_mean, &s.gathered[i].projects);
    }
    arena_free(&s.work);
    return s.failed ? kpi_fail_nomem(err) : KPI_OK;
}

static const struct level {
    const char *id;
    words name;
} levels_of[ROLLUP_LEVELS] = {
    [ROLLUP_ALL] = { "all", {{ "全体", "all" }} },
    [ROLLUP_GOAL] = { "goal", {{ "基本目標", "goal" }} },
    [ROLLUP_THEME] = { "theme", {{ "基本的方向", "theme" }} },
    [ROLLUP_PART] = { "part", {{ "区分", "part" }} },
    [ROLLUP_MEASURE] = { "measure", {{ "施策", "measure" }} },
};

const char *rollup_level_id(rollup_level level)
{
    return levels_of[level].id;
}

const char *rollup_level_text(rollup_level level, plan_language language)
{
    return levels_of[level].name.in[language];
}
