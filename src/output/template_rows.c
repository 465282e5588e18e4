/*
 * template_rows.c - which rows a department's template has, and what of each
 * is known
 *
 * Kinds, directions and formulas are those that assessing chooses, so the
 * template reckons as the summary will.
 */
#include "output/template_parts.h"

#include <string.h>

#include "kpi/achievement.h"
#include "kpi/consolidate.h"
#include "kpi/key_table.h"
#include "wording/fold.h"
#include "wording/units.h"

/* ---- Whose projects ----------------------------------------------------------- */

static text fold(template_book *t, const char *typed)
{
    text folded = text_of("");

    const char *copy = "";

    if (typed[0] != '\0') {
        copy = fold_key(&t->memory, &folded, text_of(typed))
            ? arena_strndup(&t->memory, folded.bytes, folded.length) : NULL;
        t->failed = t->failed || copy == NULL;
    }
    return text_of(copy);
}

static bool starts(text whole, text start)
{
    return start.length > 0 && whole.length >= start.length &&
           text_equal(text_cut(whole, 0, start.length), start);
}

/* 産業経済局 and 産業経済局雇用政策課 are one. */
static bool same_department(text a, text b)
{
    return starts(a, b) || starts(b, a);
}

static bool is_mine(template_book *t, const project *p)
{
    const plan_department *d = t->department;
    const char *bureau = p->bureau;
    text mine;

    if (bureau[0] == '\0' && p->source < t->data->source_count)
        bureau = t->data->sources[p->source].department;
    mine = fold(t, bureau);
    if (same_department(mine, fold(t, d->name)))
        return true;
    for (size_t i = 0; i < d->alias_count; i++)
        if (same_department(mine, fold(t, d->aliases[i])))
            return true;
    return false;
}

/* ---- One indicator --------------------------------------------------------------- */

/* In the indicator's unit; false when there is no way. */
static bool to_unit(template_book *t, quantity *out, quantity q,
                    const char *unit, const kpi *k)
{
    units_relation relation = UNITS_SAME;
    number factor;

    *out = q;
    if (!q.known || unit[0] == '\0' || strcmp(unit, k->unit) == 0)
        return true;
    if (!units_relate(&t->memory, &relation, &factor, text_of(unit),
                      text_of(k->unit))) {
        t->failed = true;
        return false;
    }
    if (relation == UNITS_INCOMPATIBLE) {
        out->known = false;
        return false;
    }
    out->value = calc_multiply(&t->calc, q.value, factor);
    return true;
}

static bool is_own_unit(const char *unit, const kpi *k)
{
    return unit[0] != '\0' && strcmp(unit, k->unit) != 0;
}

static int decimals_of(template_book *t, number x)
{
    for (int d = 0; d < 6; d++)
        if (number_compare(calc_round(&t->calc, x, d, NUMBER_HALF_UP),
                           x) == 0)
            return d;
    return 6;
}

static void widen(template_book *t, template_row *r, quantity q)
{
    int decimals = q.known ? decimals_of(t, q.value) : 0;

    if (decimals > r->decimals)
        r->decimals = decimals;
}

/* The newest figure before the reported year tells what will be typed. */
static void take_entries(template_book *t, template_row *r)
{
    const kpi *k = r->kpi;
    const actual *newest = NULL;
    quantity one = { true, calc_int(&t->calc, 1) }, factor;

    r->sums = true;
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (!a->value.known)
            continue;
        widen(t, r, a->value);
        if (a->fiscal_year <= t->year)
            newest = a;
    }
    if (newest != NULL) {
        r->running = newest->cumulative;
        if (is_own_unit(newest->unit, k) &&
            to_unit(t, &factor, one, newest->unit, k)) {
            r->unit = newest->unit;
            r->factor = factor.value;
        }
    }
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (a->value.known &&
            (a->cumulative != r->running || a->total.known ||
             strcmp(is_own_unit(a->unit, k) ? a->unit : "", r->unit) != 0))
            r->sums = false;
    }
}

static bool spans(template_book *t, template_row *r, int from, int to)
{
    bool level = r->kind == KIND_LEVEL;
    number base = level ? r->baseline.value : NUMBER_ZERO, way;
    int gone = (t->year < to ? t->year : to) - from + !level;
    int all = to - from + !level;

    if (from == 0 || to == 0)
        return false;
    if (all <= 0 || gone >= all || gone < 0 || (level && gone == 0)) {
        way = r->target.value;
    } else {
        way = calc_subtract(&t->calc, r->target.value, base);
        way = calc_add(&t->calc, base,
                       calc_share(&t->calc, way, gone, all));
    }
    if (number_compare(way, r->expected.value) != 0)
        return false;
    r->from = from;
    r->to = to;
    return true;
}

/* The years that give the expected value: the target's own, the plan's, a
 * rule's, the first with an answer. */
static bool find_years(template_book *t, template_row *r)
{
    const plan *p = t->plan;
    const kpi *k = r->kpi;
    int first = k->actual_count > 0 ? k->actuals[0].fiscal_year : 0;
    int from[] = { k->target.from, p->from, first };
    int to[] = { k->target.to, p->to };

    if (r->kind == KIND_LEVEL)
        from[0] = from[1] = from[2] = k->baseline.fiscal_year;
    for (size_t i = 0; i < sizeof(from) / sizeof(*from); i++)
        for (size_t n = 0; n < sizeof(to) / sizeof(*to); n++)
            if (spans(t, r, from[i], to[n]))
                return true;
    for (size_t i = 0; i < p->kpi_rule_count; i++) {
        int start = p->kpi_rules[i].from != 0 ? p->kpi_rules[i].from
                                              : from[0];
        int end = p->kpi_rules[i].to != 0 ? p->kpi_rules[i].to : to[0];

        if (spans(t, r, r->kind == KIND_LEVEL ? from[0] : start, end))
            return true;
    }
    return false;
}

static bool planned_now(const template_book *t, const kpi *k)
{
    for (size_t i = 0; i < k->planned_count; i++)
        if (k->planned[i].fiscal_year == t->year &&
            k->planned[i].value.known)
            return true;
    return false;
}

static void take_expected(template_book *t, template_row *r)
{
    const kpi *k = r->kpi;
    bool years = r->kind == KIND_CUMULATIVE ||
                 (r->kind == KIND_LEVEL && r->baseline.known &&
                  r->formula != FORMULA_KEEP);
    int start = k->target.from;

    r->expected = k->assessment.expected;
    r->to = k->target.to != 0 ? k->target.to : t->plan->to;
    r->from = start != 0 ? start : t->plan->from;
    if (!r->expected.known || planned_now(t, k) || start > t->year)
        r->live = true;
    else if (years && r->target.known)
        r->live = find_years(t, r);
    else
        r->live = r->target.known &&
                  number_compare(r->expected.value, r->target.value) == 0;
}

static void take_tolerance(template_book *t, template_row *r)
{
    text name = fold(t, r->kpi->name), of = fold(t, r->project->name);

    for (size_t i = 0; i < t->plan->kpi_rule_count; i++) {
        const plan_kpi_rule *rule = &t->plan->kpi_rules[i];
        text match = fold(t, rule->match), in = fold(t, rule->project);

        if (rule->has_tolerance &&
            (match.length == 0 || plan_glob(match.bytes, name)) &&
            (in.length == 0 || plan_glob(in.bytes, of)) &&
            (rule->code[0] == '\0' || strcmp(rule->code, r->kpi->code) == 0)) {
            r->tolerance = rule->tolerance;
            return;
        }
    }
}

static void take_fields(template_book *t, template_row *r)
{
    const kpi *k = r->kpi;

    r->fields |= k->unit[0] != '\0' ? STAMP_UNIT : 0;
    r->fields |= k->baseline.value.known ? STAMP_BASELINE : 0;
    r->fields |= k->target.value.known ||
                 k->target.state == STATE_TEXT ? STAMP_TARGET : 0;
    for (size_t i = 0; i < t->past_count && i < STAMP_YEARS; i++) {
        const actual *a = kpi_actual(k, t->past[i]);

        if (a != NULL && a->value.known && a->state == STATE_REPORTED &&
            t->past[i] - t->past[0] < STAMP_YEARS)
            r->fields |= (uint32_t)STAMP_FIRST_YEAR
                         << (t->past[i] - t->past[0]);
    }
}

static void take_kpi(template_book *t, template_row *r)
{
    const kpi *k = r->kpi;
    const target *goal = &k->target;

    r->kind = k->assessment.kind;
    r->direction = k->assessment.direction;
    r->formula = k->assessment.formula;
    r->kind_set = k->kind != KIND_UNKNOWN;
    r->direction_set = k->direction != DIRECTION_UNKNOWN &&
                       !k->direction_inferred;
    to_unit(t, &r->target, goal->value, goal->unit, k);
    to_unit(t, &r->baseline, k->baseline.value, k->baseline.unit, k);
    r->target_plain = goal->value.known && !is_own_unit(goal->unit, k) &&
                      goal->qualifier[0] == '\0' &&
                      (!goal->per_year || k->kind == KIND_ANNUAL);
    r->baseline_plain = k->baseline.value.known &&
                        !is_own_unit(k->baseline.unit, k);
    widen(t, r, goal->value);
    widen(t, r, k->baseline.value);
    take_entries(t, r);
    take_expected(t, r);
    take_tolerance(t, r);
    take_fields(t, r);
}

/* ---- All rows ------------------------------------------------------------------------ */

static template_row *add_row(template_book *t, const project *p,
                             const kpi *k)
{
    template_row *r = &t->rows[t->row_count++];

    *r = (template_row){ .project = p, .kpi = k, .unit = "", .live = true };
    r->factor = calc_int(&t->calc, 1);
    return r;
}

/* Of the projects that share an indicator, the one that all agree on. */
static const char *first_sharer(const template_row *r)
{
    const char *first = r->project->name;

    for (size_t i = 0; i < r->kpi->shared_count; i++)
        if (strcmp(r->kpi->shared_with[i], first) < 0)
            first = r->kpi->shared_with[i];
    return first;
}

/* A merged indicator of several projects, and what is listed again, are
 * entered once: the other rows repeat the first one's entries. */
static void find_same(template_book *t, key_table *keys, size_t index)
{
    template_row *r = &t->rows[index];
    text project_name = fold(t, r->project->name), name;
    const char *key;
    size_t *at;

    name = fold(t, r->kpi->name);
    key = r->kpi->shared_count > 0
        ? arena_printf(&t->memory, "s%s\x1f%s\x1f%s", first_sharer(r),
                       name.bytes, r->kpi->unit)
        : arena_printf(&t->memory, "p%s\x1f%s\x1f%s", project_name.bytes,
                       name.bytes, r->kpi->unit);
    at = key == NULL ? NULL : key_table_put(keys, text_of(key), index);
    if (at == NULL)
        t->failed = true;
    else if (*at != index &&
             (r->kpi->shared_count > 0 || r->project->relisted))
        r->same_as = *at + 1;
}

static void add_year(int *years, size_t *count, size_t most, int year)
{
    size_t at = *count;

    for (size_t i = 0; i < *count; i++)
        if (years[i] == year)
            return;
    if (*count == most) {
        if (year < years[0])
            return; /* the oldest are left out */
        memmove(years, years + 1, (most - 1) * sizeof(*years));
        at = --*count;
    }
    while (at > 0 && years[at - 1] > year) {
        years[at] = years[at - 1];
        at--;
    }
    years[at] = year;
    ++*count;
}

static void collect_years(template_book *t, const project *p)
{
    for (size_t k = 0; k < p->kpi_count; k++) {
        const kpi *one = &p->kpis[k];

        for (size_t i = 0; i < one->actual_count; i++)
            if (one->actuals[i].fiscal_year != 0 &&
                one->actuals[i].fiscal_year < t->year)
                add_year(t->past, &t->past_count, TEMPLATE_MAX_PAST,
                         one->actuals[i].fiscal_year);
        for (size_t i = 0; i < one->planned_count; i++)
            if (one->planned[i].fiscal_year != 0)
                add_year(t->planned, &t->planned_count,
                         TEMPLATE_MAX_PLANNED, one->planned[i].fiscal_year);
    }
}

static void collect_plan_years(template_book *t)
{
    int from = t->plan->from;

    if (from == 0 || from < t->year - TEMPLATE_MAX_PAST)
        return;
    for (int year = from; year < t->year; year++)
        add_year(t->past, &t->past_count, TEMPLATE_MAX_PAST, year);
}

static size_t collect(template_book *t, const project **mine)
{
    size_t count = 0, rows = 0;

    for (size_t i = 0; i < t->data->project_count; i++) {
        const project *p = &t->data->projects[i];

        if (p->superseded || !is_mine(t, p))
            continue;
        mine[count++] = p;
        rows += p->kpi_count > 0 ? p->kpi_count : 1;
        collect_years(t, p);
    }
    t->projects = count;
    return rows;
}

static void fill_rows(template_book *t, const project **mine)
{
    key_table keys;

    key_table_init(&keys, &t->memory);
    for (size_t i = 0; i < t->projects && !t->failed; i++) {
        const project *p = mine[i];

        for (size_t k = 0; k < (p->kpi_count > 0 ? p->kpi_count : 1); k++) {
            template_row *r = add_row(t, p, p->kpi_count > 0 ? &p->kpis[k]
                                                             : NULL);

            r->first = k == 0;
            if (r->kpi == NULL)
                continue;
            take_kpi(t, r);
            t->kpis++;
            find_same(t, &keys, t->row_count - 1);
        }
    }
    t->filled = t->row_count;
}

/* ---- Columns --------------------------------------------------------------------------- */

/* May be left out where nothing of the department has it. */
static bool is_needed(const template_book *t, template_column column)
{
    if (column == COLUMN_PLANNED)
        return t->planned_count > 0;
    if (column == COLUMN_PAST)
        return t->past_count > 0;
    if (column == COLUMN_GRADE)
        return t->plan->band_count + t->plan->category_count > 0;
    if (t->filled == 0)
        return column != COLUMN_PART;
    for (size_t i = 0; i < t->filled; i++) {
        const project *p = t->rows[i].project;
        const kpi *k = t->rows[i].kpi;

        if ((column == COLUMN_GOAL && p->has_goal) ||
            (column == COLUMN_THEME && p->has_theme) ||
            (column == COLUMN_PART && p->has_part) ||
            (column == COLUMN_MEASURE && p->measure[0] != '\0') ||
            (column == COLUMN_NO && p->no[0] != '\0') ||
            (column == COLUMN_CODE && k != NULL && k->code[0] != '\0'))
            return true;
    }
    return column > COLUMN_NO && column != COLUMN_CODE;
}

static void place_columns(template_book *t)
{
    for (int c = 0; c < TEMPLATE_COLUMNS; c++) {
        template_column column = (template_column)c;

        t->column[c] = UINT32_MAX;
        if (!is_needed(t, column))
            continue;
        t->column[c] = t->column_count;
        t->column_count += column == COLUMN_PAST
                               ? (uint32_t)t->past_count
                           : column == COLUMN_PLANNED
                               ? (uint32_t)t->planned_count : 1;
    }
}

bool template_has(const template_book *t, template_column column)
{
    return t->column[column] != UINT32_MAX;
}

uint32_t template_row_at(size_t index)
{
    return TEMPLATE_FIRST + (uint32_t)index;
}

/* ---- Units for the drop-down -------------------------------------------------------------- */

static const char *const usual_units[] = {
    "人", "件", "社", "%", "円", "千円", "億円", "回", "か所", "世帯", "戸", "団体",
    "校", "店", "台", "日", "位", "点", "ha", "t", "km",
};

static void add_unit(template_book *t, key_table *keys, const char *unit)
{
    size_t *at = key_table_put(keys, text_of(unit), t->unit_count);

    if (at == NULL)
        t->failed = true;
    else if (*at == t->unit_count && unit[0] != '\0')
        t->units[t->unit_count++] = unit;
}

static void collect_units(template_book *t)
{
    size_t usual = sizeof(usual_units) / sizeof(*usual_units);
    key_table keys;

    key_table_init(&keys, &t->memory);
    t->units = arena_array(&t->memory, t->filled + usual + 1,
                           sizeof(*t->units));
    if (t->units == NULL) {
        t->failed = true;
        return;
    }
    for (size_t i = 0; i < t->filled; i++)
        if (t->rows[i].kpi != NULL)
            add_unit(t, &keys, t->rows[i].kpi->unit);
    for (size_t i = 0; i < usual; i++)
        add_unit(t, &keys, usual_units[i]);
}

kpi_status template_prepare(template_book *t, const dataset *from,
                            kpi_error *err)
{
    const project **mine = NULL;
    size_t rows = 0, blank = t->options->blank_rows;
    kpi_status status = KPI_OK;

    if (from != NULL)
        status = consolidate(&t->data, &from, 1, t->plan, err);
    if (status == KPI_OK && t->data != NULL)
        status = achievement_assess(t->data, t->plan, err);
    if (status != KPI_OK)
        return status;
    if (t->data != NULL) {
        mine = arena_array(&t->memory, t->data->project_count + 1,
                           sizeof(*mine));
        if (mine == NULL)
            return kpi_fail_nomem(err);
        rows = collect(t, mine);
    }
    if (blank == 0)
        blank = rows == 0 ? TEMPLATE_BLANK_ROWS : TEMPLATE_MORE_ROWS;
    collect_plan_years(t);
    t->rows = arena_array(&t->memory, rows + blank + 1, sizeof(*t->rows));
    if (t->rows == NULL)
        return kpi_fail_nomem(err);
    if (mine != NULL)
        fill_rows(t, mine);
    for (t->blank = 0; t->blank < blank; t->blank++)
        add_row(t, NULL, NULL);
    place_columns(t);
    collect_units(t);
    return t->failed || t->calc.failed ? kpi_fail_nomem(err) : KPI_OK;
}
