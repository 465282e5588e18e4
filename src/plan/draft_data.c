/*
 * draft_data.c - what submissions tell that a first plan can say
 */
#include "plan/draft_data.h"

#include <string.h>

#include "kpi/consolidate.h"
#include "wording/fold.h"

typedef struct collector {
    draft_data *x;
    arena *memory;
    const dataset *d;
    draft_names municipalities, periods, doubtful;
    bool failed;
} collector;

/* ---- Text that can stand in one line of YAML ----------------------------- */

/* Characters that YAML counts as breaks or as not printable. */
static bool is_odd(uint32_t c)
{
    return c < ' ' || (c >= 0x7F && c <= 0x9F) || c == 0x2028 ||
           c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

/* Odd characters become spaces; "" when nothing else is left. */
static const char *clean(collector *c, const char *string)
{
    text t = text_of(string);
    buf b;
    char *copy;

    buf_init(&b);
    for (size_t at = 0; at < t.length;) {
        char bytes[4];
        uint32_t next = utf8_next(t, &at);

        buf_add(&b, bytes, utf8_put(bytes, is_odd(next) ? ' ' : next));
    }
    t = text_trim(buf_slice(&b));
    copy = arena_strndup(c->memory, t.bytes, t.length);
    c->failed = c->failed || copy == NULL || !buf_ok(&b);
    buf_free(&b);
    return copy != NULL ? copy : "";
}

/* ---- Names, each once --------------------------------------------------- */

static draft_name *add_name(collector *c, draft_names *list, const char *name,
                            text folded)
{
    draft_name *added;

    for (size_t i = 0; i < list->count; i++)
        if (text_equal(list->items[i].folded, folded)) {
            list->items[i].times++;
            return &list->items[i];
        }
    if (list->count == DRAFT_MOST_NAMES)
        return NULL;
    added = arena_push(c->memory, (void **)&list->items, &list->count,
                       &list->capacity, sizeof(*added));
    if (added == NULL) {
        c->failed = true;
        return NULL;
    }
    added->folded = folded;
    added->name = name;
    added->more = "";
    added->times = 1;
    return added;
}

static draft_name *see_name(collector *c, draft_names *list, const char *name)
{
    text folded;

    name = clean(c, name);
    if (!fold_key(c->memory, &folded, text_of(name))) {
        c->failed = true;
        return NULL;
    }
    return folded.length > 0 ? add_name(c, list, name, folded) : NULL;
}

/* Ⅰ, I and 1 are one goal. */
static void see_goal(collector *c, const heading *goal)
{
    int ordinal = heading_number(goal->no);
    const char *key;
    draft_name *seen;

    if (ordinal == 0) {
        seen = see_name(c, &c->x->goals, goal->no);
    } else {
        key = arena_printf(c->memory, "%d", ordinal);
        c->failed = c->failed || key == NULL;
        seen = key == NULL ? NULL : add_name(c, &c->x->goals,
                                             clean(c, goal->no),
                                             text_of(key));
    }
    if (seen != NULL && seen->more[0] == '\0')
        seen->more = clean(c, goal->title);
}

static void see_period(collector *c, int from, int to)
{
    const char *key;
    draft_name *seen;

    if (from == 0 || to == 0)
        return;
    key = arena_printf(c->memory, "%d-%d", from, to);
    if (key == NULL) {
        c->failed = true;
        return;
    }
    seen = add_name(c, &c->periods, key, text_of(key));
    if (seen != NULL) {
        seen->value = from;
        seen->value_to = to;
    }
}

static const draft_name *most_frequent(const draft_names *list)
{
    const draft_name *most = NULL;

    for (size_t i = 0; i < list->count; i++)
        if (most == NULL || list->items[i].times > most->times)
            most = &list->items[i];
    return most;
}

/* ---- KPIs that can be read in two ways ---------------------------------- */

static bool marked_cumulative(const kpi *k)
{
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].cumulative)
            return true;
    return k->target.cumulative;
}

static bool cumulative_or_level(const kpi *k, int reported_year)
{
    (void)reported_year;
    return k->baseline.present && k->target.from == 0 && k->target.to != 0 &&
           !k->target.per_year && marked_cumulative(k);
}

static bool total_or_single_year(const kpi *k, int reported_year)
{
    const actual *a = kpi_actual(k, reported_year);

    return k->target.value.known && k->target.from != 0 &&
           k->target.from < reported_year && !k->target.per_year &&
           a != NULL && a->value.known && !marked_cumulative(k);
}

static bool no_target_year(const kpi *k, int reported_year)
{
    (void)reported_year;
    return k->target.value.known && k->target.from == 0 &&
           k->target.to == 0 && !k->target.per_year && !marked_cumulative(k);
}

static bool yearly_until(const kpi *k, int reported_year)
{
    (void)reported_year;
    return k->target.value.known && k->target.per_year &&
           k->target.from == 0 && k->target.to != 0;
}

static const draft_reading readings[] = {
    { cumulative_or_level, "cumulative",
      "累計と書いてあり、基準値と目標年もあります。水準なら level" },
    { total_or_single_year, "cumulative",
      "期間の目標ですが、実績に累計と書いてありません。毎年の目標なら annual" },
    { no_target_year, "level",
      "目標の年度がありません。毎年の目標なら annual、期間の合計なら cumulative" },
    { yearly_until, "level",
      "年間の目標に、いつまでという年があります。毎年の目標なら annual" },
};

/* The same KPI stands in several projects: it is listed once. */
static void see_doubt(collector *c, const kpi *k, const draft_reading *r)
{
    draft_data *x = c->x;
    size_t before = c->doubtful.count;
    const draft_name *seen = see_name(c, &c->doubtful, k->name);

    if (seen == NULL || c->doubtful.count == before)
        return;
    if (x->doubt_count == DRAFT_MOST_DOUBTS) {
        x->more_doubts++;
        return;
    }
    x->doubts[x->doubt_count++] = (draft_doubt){
        seen->name, clean(c, k->target.text[0] != '\0' ? k->target.text
                                                       : k->name), r };
}

static void see_kpi(collector *c, const kpi *k)
{
    see_period(c, k->target.from, k->target.to);
    if (strchr(k->declared_rate_text, '.') != NULL)
        c->x->digits = 1;
    if (k->kind != KIND_UNKNOWN)
        return;
    for (size_t i = 0; i < sizeof(readings) / sizeof(*readings); i++)
        if (readings[i].applies(k, c->x->reported_year)) {
            see_doubt(c, k, &readings[i]);
            return;
        }
}

/* ---- Projects and the whole --------------------------------------------- */

static void see_project(collector *c, const project *p)
{
    draft_data *x = c->x;

    if (p->superseded)
        return;
    if (p->has_goal)
        see_goal(c, &p->goal);
    see_name(c, &x->departments, p->bureau);
    see_name(c, &c->municipalities, p->lead);
    see_name(c, &x->statuses, p->declared_status);
    see_name(c, &x->grades, p->declared_grade);
    for (size_t i = 0; i < p->grant_count; i++)
        see_name(c, &x->grants, p->grants[i]);
    for (size_t i = 0; i < p->cost_count; i++)
        x->has_costs = x->has_costs || p->costs[i].value.known;
    for (size_t i = 0; i < p->kpi_count && !c->failed; i++)
        see_kpi(c, &p->kpis[i]);
}

/* A goal stands over a strategy's projects; a grant form has costs, or a
 * city that leads. */
static void see_layouts(collector *c)
{
    draft_data *x = c->x;
    bool grant = x->has_costs || c->municipalities.count > 0;

    if (x->goals.count > 0)
        x->layouts[x->layout_count++] = "strategy";
    if (grant)
        x->layouts[x->layout_count++] = "grant";
    if (x->layout_count == 0 && c->d->project_count > 0)
        x->layouts[x->layout_count++] = "flat";
}

static void see_head(collector *c)
{
    const draft_name *city = most_frequent(&c->municipalities);
    const draft_name *period = most_frequent(&c->periods);
    draft_data *x = c->x;

    x->title = clean(c, c->d->title);
    x->municipality = clean(c, c->d->municipality);
    if (x->municipality[0] == '\0' && city != NULL)
        x->municipality = city->name;
    x->from = c->d->from;
    x->to = c->d->to;
    if (x->from == 0 && period != NULL) {
        x->from = period->value;
        x->to = period->value_to;
    }
    if (x->from > x->to || x->reported_year < x->from)
        x->from = x->to = 0;
}

bool draft_collect(draft_data *x, arena *a, const dataset *d)
{
    collector c = { .x = x, .memory = a, .d = d };

    memset(x, 0, sizeof(*x));
    x->reported_year = d->fiscal_year != 0 ? d->fiscal_year
                                           : dataset_newest_year(d);
    for (size_t i = 0; i < d->project_count && !c.failed; i++)
        see_project(&c, &d->projects[i]);
    if (x->departments.count == 0)
        for (size_t i = 0; i < d->source_count && !c.failed; i++)
            see_name(&c, &x->departments, d->sources[i].department);
    see_layouts(&c);
    see_head(&c);
    return !c.failed;
}
