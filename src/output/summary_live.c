/*
 * summary_live.c - a KPI's row: actual, expected value, rate and grade alive
 *
 * How the assessment came about is found again from its results: which
 * years are added up, which share of the target is expected. What cannot be
 * said as a formula stays a figure.
 */
#include <string.h>

#include "output/summary_book.h"

enum { SMALL_FRACTION = 1000000 };

typedef struct context {
    summary *s;
    calc c;
    uint32_t row;
    const kpi *k;
    const kpi_assessment *as;
    int year;
} context;

static size_t year_index(const summary *s, int year)
{
    for (size_t i = 0; i < s->year_count; i++)
        if (s->years[i] == year)
            return i;
    return SIZE_MAX;
}

static const char *cell_name(context *x, list_column column, size_t offset)
{
    char name[LXW_MAX_CELL_NAME_LENGTH];
    const char *kept;

    lxw_rowcol_to_cell(name, x->row,
                       (lxw_col_t)(x->s->column[column] + offset));
    kept = arena_strdup(x->c.memory, name);
    if (!kept)
        x->c.failed = true;
    return kept ? kept : "";
}

/* num/den when both are small. */
static bool small_fraction(number x, const char **out, calc *c)
{
    int64_t n;
    buf b;
    const char *t, *slash;
    number part;

    buf_init(&b);
    number_put_fraction(&b, x);
    t = live_take(c, &b);
    slash = strchr(t, '/');
    *out = t;
    if (!slash)
        return number_to_int(x, &n) && n <= SMALL_FRACTION &&
               n >= -SMALL_FRACTION;
    return slash - t < 8 && strlen(slash) < 9 &&
           number_from_fraction(c->memory, &part, text_of(t));
}

/* The sum of the years `from` to the reported one, all of them given. */
static quantity sum_from(context *x, size_t from, size_t to)
{
    quantity sum = { true, NUMBER_ZERO };

    for (size_t i = from; i <= to; i++) {
        const actual *a = kpi_actual(x->k, x->s->years[i]);

        if (!a || !a->value.known)
            return (quantity){ false, NUMBER_ZERO };
        sum.value = calc_add(&x->c, sum.value, a->value.value);
    }
    return sum;
}

static void used_as_sum(context *x, live *out, size_t at)
{
    for (size_t from = at; from-- > 0;) {
        quantity sum = sum_from(x, from, at);
        const char *first, *last;
        buf b;

        if (!sum.known)
            return;
        if (!live_equal(sum, x->as->actual))
            continue;
        first = cell_name(x, LIST_ACTUAL, from);
        last = cell_name(x, LIST_ACTUAL, at);
        buf_init(&b);
        buf_printf(&b, "=IF(COUNT(%s:%s)=%zu,SUM(%s:%s),\"\")", first, last,
                   at - from + 1, first, last);
        out->formula = live_take(&x->c, &b);
        return;
    }
}

static void live_used(context *x, live *out)
{
    const actual *a = kpi_actual(x->k, x->year);
    size_t at = year_index(x->s, x->year);
    const char *cell, *factor = "";
    buf b;

    out->value = x->as->actual;
    out->formula = "";
    if (!a || at == SIZE_MAX || x->as->kind == KIND_MILESTONE)
        return;
    cell = cell_name(x, LIST_ACTUAL, at);
    buf_init(&b);
    if (live_equal(a->value, x->as->actual)) {
        buf_printf(&b, "=IF(ISNUMBER(%s),%s,\"\")", cell, cell);
    } else if (a->value.known && x->as->actual.known) {
        used_as_sum(x, out, at);
        if (!*out->formula && number_sign(a->value.value) &&
            small_fraction(calc_divide(&x->c, x->as->actual.value,
                                       a->value.value), &factor, &x->c) &&
            strcmp(a->unit, x->k->unit))
            buf_printf(&b, "=IF(ISNUMBER(%s),%s*%s,\"\")", cell, cell,
                       factor);
    }
    if (b.length)
        out->formula = live_take(&x->c, &b);
    else
        buf_free(&b);
}

/* base + (target - base) x years passed / years of the span */
static bool fits_span(context *x, live_kpi *k, int from, int to, bool level)
{
    number share, value, base = level ? x->k->baseline.value.value
                                      : NUMBER_ZERO;
    int reached = x->year < to ? x->year : to;
    int passed = reached - from + !level, whole = to - from + !level;

    if (!from || !to || whole <= 0 || passed < 0)
        return false;
    share = calc_divide(&x->c, calc_int(&x->c, passed),
                        calc_int(&x->c, whole));
    value = calc_subtract(&x->c, x->k->target.value.value, base);
    value = calc_add(&x->c, base, calc_multiply(&x->c, value, share));
    if (number_compare(value, x->as->expected.value) != 0)
        return false;
    k->span_from = from;
    k->span_to = to;
    return true;
}

/* The years that may bound a target: its own, the plan's, a rule's, the
 * first with an answer. Those that give the expected value are the ones. */
static bool find_span(context *x, live_kpi *k, bool level)
{
    const plan *p = x->s->plan;
    int first = x->k->actual_count ? x->k->actuals[0].fiscal_year : 0;
    int from[] = { x->k->target.from, p->from, x->s->data->from, first };
    int to[] = { x->k->target.to, p->to, x->s->data->to };

    if (level) {
        memset(from, 0, sizeof(from));
        from[0] = x->k->baseline.fiscal_year;
    }
    for (size_t f = 0; f < sizeof(from) / sizeof(*from); f++)
        for (size_t t = 0; t < sizeof(to) / sizeof(*to); t++)
            if (fits_span(x, k, from[f], to[t], level))
                return true;
    for (size_t i = 0; i < p->kpi_rule_count; i++)
        if (fits_span(x, k, level ? from[0] : p->kpi_rules[i].from,
                      p->kpi_rules[i].to, level))
            return true;
    return false;
}

static void put_span(context *x, buf *b, const char *goal, bool level)
{
    const char *base = cell_name(x, LIST_BASE, 0);
    const char *from = cell_name(x, LIST_SPAN_FROM, 0);
    const char *to = cell_name(x, LIST_SPAN_TO, 0);

    if (level)
        buf_printf(b, "=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s+(%s-%s)*"
                      "(MIN(%d,%s)-%s)/(%s-%s),\"\")",
                   goal, base, base, goal, base, x->year, to, from, to,
                   from);
    else
        buf_printf(b, "=IF(ISNUMBER(%s),%s*(MIN(%d,%s)-%s+1)/(%s-%s+1),\"\")",
                   goal, goal, x->year, to, from, to, from);
}

static void live_expected(context *x, live_kpi *k)
{
    live *out = &k->expected;
    const char *goal = cell_name(x, LIST_TARGET, 0), *factor;
    bool level = x->as->kind == KIND_LEVEL && x->k->baseline.value.known;
    buf b;

    out->value = x->as->expected;
    out->formula = "";
    if (!x->as->expected.known || !x->k->target.value.known ||
        x->as->kind == KIND_MILESTONE)
        return;
    buf_init(&b);
    if (live_equal(x->as->expected, x->k->target.value))
        buf_printf(&b, "=IF(ISNUMBER(%s),%s,\"\")", goal, goal);
    else if ((level || x->as->kind == KIND_CUMULATIVE) &&
             find_span(x, k, level))
        put_span(x, &b, goal, level);
    else if (x->as->kind == KIND_CUMULATIVE &&
             number_sign(x->k->target.value.value) &&
             small_fraction(calc_divide(&x->c, x->as->expected.value,
                                        x->k->target.value.value),
                            &factor, &x->c))
        buf_printf(&b, "=IF(ISNUMBER(%s),%s*%s,\"\")", goal, goal,
                   factor);
    if (b.length)
        out->formula = live_take(&x->c, &b);
    else
        buf_free(&b);
}

/* Guard and expression by formula: %1 actual, %2 expected, %3 baseline. */
static const struct rate_pattern {
    const char *none, *expression;
} patterns[FORMULA_COUNT] = {
    [FORMULA_RATIO] = { "OR(%2<=0,%1<0)", "%1/%2" },
    [FORMULA_INVERSE] = { "OR(%1<=0,%2<0)", "%2/%1" },
    [FORMULA_MIRROR] = { "OR(%2<=0,%1<0)", "2-%1/%2" },
    [FORMULA_PROGRESS] = { "%2=%3", "(%1-%3)/(%2-%3)" },
};

static void put_pattern(buf *b, const char *pattern, const char *const args[3])
{
    for (; *pattern; pattern++) {
        if (pattern[0] == '%' && pattern[1] >= '1' && pattern[1] <= '3')
            buf_string(b, args[*++pattern - '1']);
        else
            buf_char(b, *pattern);
    }
}

/* What the formula gives, exactly. */
static quantity rate_value(context *x)
{
    calc *c = &x->c;
    number a = x->as->actual.value, e = x->as->expected.value;
    number b = x->k->baseline.value.value;
    quantity none = { false, NUMBER_ZERO };
    bool negative = number_sign(a) < 0 || number_sign(e) < 0;

    if (!x->as->actual.known || !x->as->expected.known)
        return none;
    switch (x->as->formula) {
    case FORMULA_RATIO:
        return negative || !number_sign(e)
                   ? none : (quantity){ true, calc_divide(c, a, e) };
    case FORMULA_INVERSE:
        return negative || !number_sign(a)
                   ? none : (quantity){ true, calc_divide(c, e, a) };
    case FORMULA_MIRROR:
        return negative || !number_sign(e)
                   ? none
                   : (quantity){ true,
                                 calc_subtract(c, calc_int(c, 2),
                                               calc_divide(c, a, e)) };
    case FORMULA_PROGRESS:
        if (!x->k->baseline.value.known || number_compare(e, b) == 0)
            return none;
        return (quantity){ true, calc_divide(c, calc_subtract(c, a, b),
                                             calc_subtract(c, e, b)) };
    default:
        return none;
    }
}

static void live_exact(context *x, live_kpi *k)
{
    const struct rate_pattern *p = &patterns[x->as->formula];
    const char *args[3];
    quantity value = rate_value(x);
    buf b;

    k->exact.value = x->as->rate;
    k->exact.formula = "";
    if (k->exact.value.known)
        k->exact.value.value = calc_round(&x->c, x->as->rate.value,
                                          LIVE_RATE_DECIMALS, NUMBER_HALF_UP);
    if (!p->expression || !live_equal(value, x->as->rate) ||
        (!x->as->expected.known && !*k->expected.formula) ||
        (!x->as->actual.known && !*k->used.formula))
        return;
    args[0] = cell_name(x, LIST_USED, 0);
    args[1] = cell_name(x, LIST_EXPECTED, 0);
    args[2] = cell_name(x, LIST_BASE, 0);
    buf_init(&b);
    buf_printf(&b, "=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),IF(", args[0],
               args[1]);
    put_pattern(&b, p->none, args);
    buf_string(&b, ",\"\",ROUND(");
    put_pattern(&b, p->expression, args);
    buf_printf(&b, ",%d)),\"\")", LIVE_RATE_DECIMALS);
    k->exact.formula = live_take(&x->c, &b);
}

bool live_kpi_make(live_kpi *out, summary *s, arena *a, size_t row)
{
    const kpi *k = s->rows[row].kpi;
    context x = { s, { .memory = a }, summary_list_row(row), k,
                  k ? &k->assessment : NULL, s->year };
    const char *exact, *shown;
    buf b;

    *out = (live_kpi){ .grade_formula = "", .grade = "" };
    out->used.formula = out->expected.formula = "";
    out->exact.formula = out->shown.formula = "";
    if (!k)
        return true;
    if (x.as->fiscal_year)
        x.year = x.as->fiscal_year;
    live_used(&x, &out->used);
    live_expected(&x, out);
    live_exact(&x, out);
    if (!live_grade(&out->grade, &out->shown.value, s, a, x.as->rate))
        return false;
    exact = cell_name(&x, LIST_EXACT, 0);
    shown = cell_name(&x, LIST_RATE, 0);
    buf_init(&b);
    live_put_shown(&b, s, exact);
    out->shown.formula = live_take(&x.c, &b);
    if (s->band_rows) {
        buf_init(&b);
        live_put_grade(&b, s, exact, shown);
        out->grade_formula = live_take(&x.c, &b);
    }
    return !x.c.failed;
}
