/*
 * achievement_read.c - how a KPI is read: kind, direction, formula and years
 *
 * What the plan's first matching rule sets comes first, then what the
 * workbook states, then what the figures themselves tell (DOMAIN 3).
 */
#include "kpi/achievement_parts.h"

#include "wording/fold.h"

/* ---- The plan's rules ---------------------------------------------------- */

static bool fold_string(arena *a, const char **out, const char *typed)
{
    text folded;

    if (typed[0] == '\0') {
        *out = "";
        return true;
    }
    if (!fold_key(a, &folded, text_of(typed)))
        return false;
    *out = arena_strndup(a, folded.bytes, folded.length);
    return *out != NULL;
}

bool folded_rules(arena *a, folded_rule **out, const plan *p)
{
    folded_rule *rules = arena_array(a, p->kpi_rule_count, sizeof(*rules));

    *out = rules;
    if (rules == NULL)
        return false;
    for (size_t i = 0; i < p->kpi_rule_count; i++) {
        rules[i].rule = &p->kpi_rules[i];
        if (!fold_string(a, &rules[i].match, p->kpi_rules[i].match) ||
            !fold_string(a, &rules[i].project, p->kpi_rules[i].project))
            return false;
    }
    return true;
}

static bool rule_matches(const folded_rule *r, const kpi *k, text name,
                         text project_name)
{
    if (r->match[0] != '\0' && !plan_glob(r->match, name))
        return false;
    if (r->project[0] != '\0' && !plan_glob(r->project, project_name))
        return false;
    return r->rule->code[0] == '\0' ||
           text_equal(text_of(r->rule->code), text_of(k->code));
}

/* Takes from a rule what no rule before it has set. */
static void take_rule(reading *r, int *from, int *to,
                      const plan_kpi_rule *rule)
{
    if (r->kind == KIND_UNKNOWN)
        r->kind = rule->kind;
    if (r->direction == DIRECTION_UNKNOWN)
        r->direction = rule->direction;
    if (r->formula == FORMULA_UNKNOWN)
        r->formula = rule->formula;
    if (r->actuals == ACTUALS_UNKNOWN)
        r->actuals = rule->actuals;
    if (*from == 0)
        *from = rule->from;
    if (*to == 0)
        *to = rule->to;
    if (rule->has_tolerance && !r->has_tolerance) {
        r->has_tolerance = true;
        r->tolerance = rule->tolerance;
    }
    if (rule->has_weight && !r->has_weight) {
        r->has_weight = true;
        r->weight = rule->weight;
    }
}

/* ---- What the figures tell ----------------------------------------------- */

static bool any_cumulative(const kpi *k, int year)
{
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].cumulative && k->actuals[i].fiscal_year <= year)
            return true;
    return false;
}

static kpi_kind infer_kind(const kpi *k, int year)
{
    const target *t = &k->target;
    figure_state state = t->state;

    if (!t->value.known) {
        if (state == STATE_REPORTED || state == STATE_PRELIMINARY)
            state = no_number_state(text_of(t->text));
        return state == STATE_TEXT ? KIND_MILESTONE : KIND_LEVEL;
    }
    if (t->per_year && (t->to == 0 || t->from != 0))
        return KIND_ANNUAL;
    if (t->from != 0 || t->cumulative || any_cumulative(k, year))
        return KIND_CUMULATIVE;
    return KIND_LEVEL;
}

/* Words behind a target that make a lower figure the better one. */
static const char *const lower_words[] = { "以下", "以内", "未満", "減" };

static kpi_direction stated_direction(const kpi *k)
{
    text qualifier = text_of(k->target.qualifier);

    if (k->direction != DIRECTION_UNKNOWN || qualifier.length == 0)
        return k->direction;
    for (size_t i = 0; i < sizeof(lower_words) / sizeof(*lower_words); i++)
        if (text_find(qualifier, lower_words[i], 0) != SIZE_MAX)
            return DIRECTION_DOWN;
    return DIRECTION_UNKNOWN;
}

/* The first year that has an entry with a figure, 0 when none has. */
static int first_answer(const kpi *k)
{
    int first = 0;

    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (a->value.known && (first == 0 || a->fiscal_year < first))
            first = a->fiscal_year;
    }
    return first;
}

static int first_of(int a, int b, int c)
{
    return a != 0 ? a : b != 0 ? b : c;
}

/* ---- Formula ------------------------------------------------------------- */

static bool has_level_baseline(const reading *r, const kpi *k)
{
    return k->baseline.value.known &&
           (r->kind == KIND_LEVEL || r->kind == KIND_ANNUAL);
}

rate_formula reading_formula(const reading *r, const kpi *k, const plan *p)
{
    bool based = has_level_baseline(r, k);

    if (r->kind == KIND_MILESTONE)
        return FORMULA_MILESTONE;
    if (r->direction == DIRECTION_KEEP)
        return FORMULA_KEEP;
    if (r->rank)
        return based ? FORMULA_PROGRESS : FORMULA_MILESTONE;
    if (r->direction == DIRECTION_DOWN) {
        if (p->formula_down == FORMULA_PROGRESS && based)
            return FORMULA_PROGRESS;
        return p->formula_down == FORMULA_MIRROR ? FORMULA_MIRROR
                                                 : FORMULA_INVERSE;
    }
    return p->formula_up == FORMULA_PROGRESS && based ? FORMULA_PROGRESS
                                                      : FORMULA_RATIO;
}

/* ---- All together -------------------------------------------------------- */

static void choose_direction(reading *r, const kpi *k)
{
    if (r->direction == DIRECTION_UNKNOWN)
        r->direction = stated_direction(k);
    r->direction_given = r->direction != DIRECTION_UNKNOWN;
    if (r->direction == DIRECTION_UNKNOWN)
        r->direction = r->rank ? DIRECTION_DOWN : DIRECTION_UP;
}

void reading_choose(calc *c, reading *out, const kpi *k, text project_name,
                    const folded_rule *rules, const plan *p, int year)
{
    reading r = { .by_plan_of_years = true,
                  .rank = units_is_rank(text_of(k->unit)) };
    int from = 0, to = 0;
    text name = text_of("");

    if (p->kpi_rule_count != 0 &&
        !fold_key(c->memory, &name, text_of(k->name)))
        c->failed = true;
    for (size_t i = 0; i < p->kpi_rule_count && !c->failed; i++)
        if (rule_matches(&rules[i], k, name, project_name))
            take_rule(&r, &from, &to, rules[i].rule);
    if (r.kind == KIND_UNKNOWN)
        r.kind = k->kind;
    r.kind_given = r.kind != KIND_UNKNOWN;
    if (!r.kind_given)
        r.kind = infer_kind(k, year);
    choose_direction(&r, k);
    if (r.formula == FORMULA_UNKNOWN)
        r.formula = reading_formula(&r, k, p);
    r.starts = from != 0 ? from : k->target.from;
    r.from = first_of(r.starts, p->from, first_answer(k));
    r.to = first_of(to, k->target.to, p->to);
    if (!r.has_weight)
        r.weight = calc_int(c, 1);
    *out = r;
}
