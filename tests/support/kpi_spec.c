/*
 * kpi_spec.c - a KPI and a plan in one line, for tables of cases
 */
#include "support/kpi_spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_KPIS = 32, MOST_YEARS = 16 };

/* The next word of a row: key and value, split at the first '='. */
typedef struct word {
    char key[64], value[192];
    bool has_value;
} word;

static bool next_word(const char **rest, word *out)
{
    size_t length;
    const char *start = *rest + strspn(*rest, " ");
    const char *equals;

    memset(out, 0, sizeof(*out));
    length = strcspn(start, " ");
    if (length == 0)
        return false;
    *rest = start + length;
    equals = memchr(start, '=', length);
    out->has_value = equals != NULL;
    if (equals == NULL) {
        snprintf(out->key, sizeof(out->key), "%.*s", (int)length, start);
        return true;
    }
    snprintf(out->key, sizeof(out->key), "%.*s", (int)(equals - start),
             start);
    snprintf(out->value, sizeof(out->value), "%.*s",
             (int)(length - (size_t)(equals - start) - 1), equals + 1);
    return true;
}

static const char *keep(dataset *d, const char *string)
{
    return arena_strdup(&d->memory, string);
}

/* The decimal at the start of a value; the rest of it is the unit. */
static bool read_value(dataset *d, quantity *q, const char **unit,
                       const char *value)
{
    size_t length = strspn(value, "-0123456789.");

    *unit = value[length] == '\0' ? "" : keep(d, value + length);
    q->known = number_from_decimal(&d->memory, &q->value,
                                   text_slice(value, length));
    return q->known;
}

static void read_years(const char *years, int *from, int *to)
{
    const char *dash = strchr(years, '-');

    *from = dash == NULL ? 0 : atoi(years);
    *to = dash == NULL ? atoi(years) : atoi(dash + 1);
}

static bool read_target(dataset *d, kpi *k, const word *w)
{
    target *t = &k->target;

    read_years(w->key + 1, &t->from, &t->to);
    t->text = keep(d, w->value);
    if (read_value(d, &t->value, &t->unit, w->value)) {
        t->state = STATE_REPORTED;
    } else {
        t->unit = "";
        t->state = no_number_state(text_of(w->value));
    }
    return true;
}

static bool read_actual(dataset *d, kpi *k, const word *w)
{
    actual *a = &k->actuals[k->actual_count++];
    const char *value = w->value;

    actual_init(a);
    a->fiscal_year = atoi(w->key + 1);
    a->text = keep(d, value);
    a->where = place_cell("S", 1, (uint32_t)k->actual_count);
    if (strncmp(value, "-:", 2) == 0) {
        a->text = keep(d, value + 2);
        a->state = no_number_state(text_of(value + 2));
        return true;
    }
    a->cumulative = value[0] == 'c';
    return read_value(d, &a->value, &a->unit, value + a->cumulative);
}

static bool read_kpi_word(dataset *d, kpi *k, const word *w)
{
    const char *unit;

    if (strcmp(w->key, "U") == 0)
        k->unit = keep(d, w->value);
    else if (strcmp(w->key, "Bu") == 0)
        k->baseline.unit = keep(d, w->value);
    else if (strcmp(w->key, "q") == 0)
        k->target.qualifier = keep(d, w->value);
    else if (strcmp(w->key, "per-year") == 0)
        k->target.per_year = true;
    else if (strcmp(w->key, "増") == 0)
        k->target.qualifier = "増";
    else if (strcmp(w->key, "累計") == 0)
        k->target.cumulative = true;
    else if (strcmp(w->key, "kind") == 0)
        k->kind = kpi_kind_from_id(text_of(w->value));
    else if (strcmp(w->key, "direction") == 0)
        k->direction = kpi_direction_from_id(text_of(w->value));
    else if (w->key[0] == 'B') {
        k->baseline.present = true;
        k->baseline.fiscal_year = atoi(w->key + 1);
        return read_value(d, &k->baseline.value, &unit, w->value);
    } else if (w->key[0] == 'P') {
        planned *p = &k->planned[k->planned_count++];

        p->fiscal_year = atoi(w->key + 1);
        p->text = "";
        p->where = place_none();
        return read_value(d, &p->value, &unit, w->value);
    } else if (w->key[0] == 'T')
        return read_target(d, k, w);
    else if (w->key[0] == 'A')
        return read_actual(d, k, w);
    else
        return false;
    return true;
}

bool spec_kpi(dataset *d, project *p, const char *words)
{
    kpi *k;
    word w;

    if (p->kpis == NULL)
        p->kpis = arena_array(&d->memory, MOST_KPIS, sizeof(*p->kpis));
    k = &p->kpis[p->kpi_count++];
    kpi_init(k);
    k->name = arena_printf(&d->memory, "指標%zu", p->kpi_count);
    k->where = place_cell("S", 1, 0);
    k->actuals = arena_array(&d->memory, MOST_YEARS, sizeof(*k->actuals));
    k->planned = arena_array(&d->memory, MOST_YEARS, sizeof(*k->planned));
    while (next_word(&words, &w))
        if (!read_kpi_word(d, k, &w))
            return false;
    return true;
}

dataset *spec_dataset(const char *kpi_words)
{
    dataset *d = dataset_new(0);
    source *s = dataset_add_source(d);
    project *p = dataset_add_project(d);

    s->file = "a.xlsx";
    p->name = "事業";
    p->has_goal = true;
    p->goal.no = "Ⅰ";
    if (!spec_kpi(d, p, kpi_words)) {
        dataset_free(d);
        return NULL;
    }
    return d;
}

/* ---- Plans ------------------------------------------------------------------ */

static void set_bands(plan *p)
{
    static const struct band {
        const char *grade;
        int at_least;
    } bands[] = { { "A", 120 }, { "B", 100 }, { "C", 70 }, { "D", 0 } };

    p->band_count = sizeof(bands) / sizeof(*bands);
    p->bands = arena_array(&p->memory, p->band_count, sizeof(*p->bands));
    for (size_t i = 0; i < p->band_count; i++) {
        p->bands[i] = (plan_band){ .grade = bands[i].grade, .label = "",
                                   .color = "",
                                   .has_bound = bands[i].at_least != 0 };
        number_from_int(&p->memory, &p->bands[i].at_least,
                        bands[i].at_least);
    }
}

static const char *const rule_words[] = {
    [PROJECT_BEST] = "best", [PROJECT_WORST] = "worst",
    [PROJECT_MEAN] = "mean", [PROJECT_WEIGHTED_MEAN] = "weighted",
    [PROJECT_FIRST] = "first", [PROJECT_COUNT_REACHED] = "reached",
    [PROJECT_NONE] = "none",
};

static bool set_rule(plan *p, const char *value)
{
    for (size_t i = 0; i < sizeof(rule_words) / sizeof(*rule_words); i++)
        if (strcmp(rule_words[i], value) == 0) {
            p->project_rule = (project_rule)i;
            return true;
        }
    return false;
}

static bool set_kpi_rule(plan *p, plan_kpi_rule *r, const word *w)
{
    text value = text_of(w->value);

    if (strcmp(w->key, "kind") == 0)
        r->kind = kpi_kind_from_id(value);
    else if (strcmp(w->key, "direction") == 0)
        r->direction = kpi_direction_from_id(value);
    else if (strcmp(w->key, "formula") == 0)
        r->formula = rate_formula_from_id(value);
    else if (strcmp(w->key, "actuals") == 0)
        r->actuals = strcmp(w->value, "running") == 0 ? ACTUALS_RUNNING
                                                      : ACTUALS_YEARLY;
    else if (strcmp(w->key, "from") == 0)
        r->from = atoi(w->value);
    else if (strcmp(w->key, "to") == 0)
        r->to = atoi(w->value);
    else if (strcmp(w->key, "tolerance") == 0)
        r->has_tolerance = number_from_decimal(&p->memory, &r->tolerance,
                                               value);
    else
        return false;
    p->kpi_rule_count = 1;
    return true;
}

static bool set_word(plan *p, const word *w)
{
    if (w->key[0] == 'Y')
        p->reported_year = atoi(w->key + 1);
    else if (ascii_is_digit(w->key[0]))
        read_years(w->key, &p->from, &p->to);
    else if (strcmp(w->key, "digits") == 0)
        p->digits = atoi(w->value);
    else if (strcmp(w->key, "floor") == 0)
        p->rounding = NUMBER_FLOOR;
    else if (strcmp(w->key, "exact") == 0)
        p->grade_on = GRADE_ON_EXACT;
    else if (strcmp(w->key, "ungiven") == 0)
        p->given = false;
    else if (strcmp(w->key, "english") == 0)
        p->language = LANGUAGE_EN;
    else if (strcmp(w->key, "rule") == 0)
        return set_rule(p, w->value);
    else if (strcmp(w->key, "up") == 0)
        p->formula_up = rate_formula_from_id(text_of(w->value));
    else if (strcmp(w->key, "down") == 0)
        p->formula_down = rate_formula_from_id(text_of(w->value));
    else
        return set_kpi_rule(p, &p->kpi_rules[0], w);
    return true;
}

plan *spec_plan(const char *words)
{
    plan *p = plan_default();
    word w;

    p->given = true;
    p->digits = 0;
    p->grade_on = GRADE_ON_SHOWN;
    p->project_rule = PROJECT_BEST;
    set_bands(p);
    p->kpi_rules = arena_array(&p->memory, 1, sizeof(*p->kpi_rules));
    p->kpi_rules[0] = (plan_kpi_rule){ .match = "", .project = "",
                                       .code = "", .reason = "" };
    while (next_word(&words, &w))
        if (!set_word(p, &w)) {
            plan_free(p);
            return NULL;
        }
    return p;
}
