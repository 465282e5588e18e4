/*
 * plan_checks.c - what must hold of a plan as a whole, and of its maps
 */
#include "plan/plan_read.h"
#include "plan/schemes.h"
#include "wording/fold.h"

enum { MAX_NAMES = 4000, MAX_WATCH = 100 };

/* The i-th item of a list, or the node itself. */
static const yaml_node *item_at(const yaml_node *list, size_t index)
{
    const yaml_node *n = list->first;

    while (n != NULL && index-- > 0)
        n = n->next;
    return n != NULL ? n : list;
}

/* Where a key's value stands, or else the map. */
static const yaml_node *key_at(const yaml_node *map, const char *key)
{
    const yaml_node *n = yaml_find(map, key);

    return n != NULL ? n : map;
}

/* ---- Maps ------------------------------------------------------------- */

static kpi_status check_order(plan_reader *r, int from, int to,
                              const yaml_node *node)
{
    if (from == 0 || to == 0 || from <= to)
        return KPI_OK;
    return plan_fail(r, node, "%s: from (%d) lies behind to (%d)",
                     r->group->name, from, to);
}

kpi_status plan_check_period(plan_reader *r, void *item,
                             const yaml_node *node)
{
    const plan *p = item;

    return check_order(r, p->from, p->to, key_at(node, "to"));
}

kpi_status plan_check_kpi_rule(plan_reader *r, void *item,
                               const yaml_node *node)
{
    const plan_kpi_rule *k = item;

    if (k->match[0] == '\0' && k->project[0] == '\0' && k->code[0] == '\0')
        return plan_fail(r, node, "kpis: say which KPIs are meant: match, "
                         "project or code, for example match: \"*件数\"");
    if (k->kind == KIND_UNKNOWN && k->direction == DIRECTION_UNKNOWN &&
        k->formula == FORMULA_UNKNOWN && k->actuals == ACTUALS_UNKNOWN &&
        k->from == 0 && k->to == 0 && !k->has_tolerance && !k->has_weight)
        return plan_fail(r, node, "kpis: this rule sets nothing; add kind, "
                         "direction, formula, actuals, from, to, tolerance "
                         "or weight");
    return check_order(r, k->from, k->to, key_at(node, "to"));
}

kpi_status plan_check_averages(plan_reader *r, void *item,
                               const yaml_node *node)
{
    const plan *p = item;

    if (number_sign(p->average_cap) > 0)
        return KPI_OK;
    return plan_fail(r, key_at(node, "cap"), "averages.cap: found %s, "
                     "expected a percentage over 0, for example cap: 200",
                     plan_quote(r, key_at(node, "cap")));
}

kpi_status plan_check_category(plan_reader *r, void *item,
                               const yaml_node *node)
{
    plan_category *c = item;

    (void)r;
    (void)node;
    if (c->label[0] == '\0')
        c->label = c->status;
    return KPI_OK;
}

/* ---- Names that stand twice -------------------------------------------- */

typedef struct seen_name {
    text folded;
    size_t owner;
} seen_name;

typedef struct seen {
    seen_name *items;
    size_t count, capacity;
} seen;

/*
 * Remembers a name of an owner; an error when another owner has it, or the
 * same one when `once` is set. Lists of names are short, and kept so.
 */
static kpi_status see(plan_reader *r, seen *s, const char *name, size_t owner,
                      bool once, const yaml_node *node, const char *list)
{
    seen_name *added;
    text folded;

    if (s->count == MAX_NAMES)
        return plan_fail(r, node, "%s: more than %d names", list, MAX_NAMES);
    if (!fold_key(r->scratch, &folded, text_of(name)))
        return kpi_fail_nomem(r->err);
    for (size_t i = 0; i < s->count; i++)
        if (text_equal(s->items[i].folded, folded) &&
            (once || s->items[i].owner != owner))
            return plan_fail(r, node, "%s: \"%s\" stands twice, first as "
                             "no. %zu of the list", list, name,
                             s->items[i].owner + 1);
    added = arena_push(r->scratch, (void **)&s->items, &s->count,
                       &s->capacity, sizeof(*added));
    if (added == NULL)
        return kpi_fail_nomem(r->err);
    *added = (seen_name){ folded, owner };
    return KPI_OK;
}

static kpi_status check_departments(plan_reader *r, const yaml_node *root)
{
    const yaml_node *list = key_at(root, "departments");
    seen names = { 0 };
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < r->plan->department_count; i++) {
        const plan_department *d = &r->plan->departments[i];

        status = see(r, &names, d->name, i, true, item_at(list, i),
                     "departments");
        for (size_t j = 0; j < d->alias_count && status == KPI_OK; j++)
            status = see(r, &names, d->aliases[j], i, false,
                         item_at(list, i), "departments");
        if (status != KPI_OK)
            break;
    }
    return status;
}

static kpi_status check_goals(plan_reader *r, const yaml_node *root)
{
    const yaml_node *list = key_at(root, "goals");
    seen names = { 0 };
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < r->plan->goal_count && status == KPI_OK; i++)
        status = see(r, &names, r->plan->goals[i].no, i, true,
                     item_at(list, i), "goals");
    return status;
}

static kpi_status check_categories(plan_reader *r, const yaml_node *root)
{
    const yaml_node *list = key_at(root, "categories");
    seen names = { 0 };
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < r->plan->category_count && status == KPI_OK; i++)
        status = see(r, &names, r->plan->categories[i].status, i, true,
                     item_at(list, i), "categories");
    return status;
}

static kpi_status check_rules(plan_reader *r, const yaml_node *root)
{
    const yaml_node *list = key_at(root, "rules");
    seen names = { 0 };
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < r->plan->rule_count && status == KPI_OK; i++)
        status = see(r, &names, r->plan->rules[i].rule, i, true,
                     item_at(list, i), "rules");
    return status;
}

/* ---- Bands ------------------------------------------------------------ */

static kpi_status check_band(plan_reader *r, size_t i, const yaml_node *list)
{
    const plan_band *band = &r->plan->bands[i];
    const yaml_node *item = item_at(list, i);
    buf upper, lower;
    kpi_status status = KPI_OK;

    if (!band->has_bound && i + 1 < r->plan->band_count)
        return plan_fail(r, item, "bands: only the last band may be without "
                         "at_least; write for example at_least: 100");
    if (i == 0 || !band->has_bound ||
        number_compare(band->at_least, band[-1].at_least) < 0)
        return KPI_OK;
    buf_init(&upper);
    buf_init(&lower);
    number_put(&upper, band[-1].at_least, 0);
    number_put(&lower, band->at_least, 0);
    status = plan_fail(r, key_at(item, "at_least"), "bands: at_least must "
                       "fall from band to band, but %s follows %s; begin "
                       "with the best grade", buf_cstr(&lower),
                       buf_cstr(&upper));
    buf_free(&upper);
    buf_free(&lower);
    return status;
}

static kpi_status check_bands(plan_reader *r, const yaml_node *root)
{
    const yaml_node *list = yaml_find(root, "bands");
    seen names = { 0 };
    kpi_status status = KPI_OK;

    if (list == NULL)
        return KPI_OK;
    if (yaml_find(root, "scheme") != NULL)
        return plan_fail(r, list, "bands: scheme names the bands already; "
                         "keep one of scheme and bands");
    for (size_t i = 0; i < r->plan->band_count && status == KPI_OK; i++) {
        status = see(r, &names, r->plan->bands[i].grade, i, true,
                     item_at(list, i), "bands");
        if (status == KPI_OK)
            status = check_band(r, i, list);
    }
    return status;
}

/* ---- Across keys ------------------------------------------------------ */

static bool is_grade(const plan *p, const char *grade)
{
    for (size_t i = 0; i < p->band_count; i++)
        if (text_is(text_of(grade), p->bands[i].grade))
            return true;
    for (size_t i = 0; i < p->category_count; i++)
        if (text_is(text_of(grade), p->categories[i].status) ||
            text_is(text_of(grade), p->categories[i].label))
            return true;
    return p->band_count == 0;
}

static kpi_status check_overrides(plan_reader *r, const yaml_node *root)
{
    const yaml_node *item = key_at(root, "overrides")->first;

    for (size_t i = 0; i < r->plan->override_count; i++, item = item->next) {
        const yaml_node *grade = key_at(item, "grade");

        if (!is_grade(r->plan, r->plan->overrides[i].grade))
            return plan_fail(r, grade, "overrides.grade: found %s, which is "
                             "neither a grade of the bands nor a category",
                             plan_quote(r, grade));
    }
    return KPI_OK;
}

static kpi_status check_years(plan_reader *r, const yaml_node *root)
{
    const plan *p = r->plan;

    if (p->from == 0 || p->reported_year == 0 || p->reported_year >= p->from)
        return KPI_OK;
    return plan_fail(r, key_at(root, "reported_year"), "reported_year: %d "
                     "lies before the period, which begins in %d",
                     p->reported_year, p->from);
}

static kpi_status check_watch(plan_reader *r, const yaml_node *root)
{
    const yaml_node *node = key_at(root, "watch");
    number most;

    if (!r->plan->has_watch)
        return KPI_OK;
    if (!number_from_int(r->scratch, &most, MAX_WATCH))
        return kpi_fail_nomem(r->err);
    if (number_sign(r->plan->watch) >= 0 &&
        number_compare(r->plan->watch, most) <= 0)
        return KPI_OK;
    return plan_fail(r, node, "watch: found %s, expected percentage points, "
                     "0 (off) to %d, for example watch: 5",
                     plan_quote(r, node), MAX_WATCH);
}

kpi_status plan_check(plan_reader *r, const yaml_node *root)
{
    static kpi_status (*const checks[])(plan_reader *, const yaml_node *) = {
        check_years, check_departments, check_goals, check_categories,
        check_bands, check_overrides, check_rules, check_watch,
    };

    for (size_t i = 0; i < sizeof(checks) / sizeof(*checks); i++) {
        kpi_status status = checks[i](r, root);

        if (status != KPI_OK)
            return status;
    }
    return scheme_label_bands(r->plan) ? KPI_OK : kpi_fail_nomem(r->err);
}
