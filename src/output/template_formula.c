/*
 * template_formula.c - how expected value and rate reckon themselves in Excel
 *
 * The steps stand on the hidden sheet, on the row of their indicator: kind
 * and direction (as typed, else as assessed), years, target, baseline, the
 * figure that is used, the exact rate. What the table shows is made of these.
 * Every formula is written with what it gives now, because not every program
 * reckons when it opens a file.
 */
#include "output/template_parts.h"

#include <string.h>

#include "wording/units.h"

static const quantity no_figure = { false, { NULL, 0, 0 } };

const char *template_ref(template_book *t, uint32_t col, uint32_t row)
{
    char name[LXW_MAX_CELL_NAME_LENGTH];

    lxw_rowcol_to_cell(name, row, (lxw_col_t)col);
    return template_text(t, "%s", name);
}

const char *template_own_ref(template_book *t, template_column column,
                             uint32_t row)
{
    return template_ref(t, t->column[column], row);
}

/* From the hidden sheet to the table. */
static const char *table_ref(template_book *t, template_column column,
                             uint32_t row)
{
    return template_text(t, "'%s'!%s", t->sheet_name,
                         template_own_ref(t, column, row));
}

static const char *step_ref(template_book *t, hidden_column step,
                            uint32_t row)
{
    return template_text(t, "_kpibook!%s",
                         template_ref(t, (uint32_t)step, row));
}

static quantity year_value(template_book *t, int year)
{
    return (quantity){ year != 0,
                       year == 0 ? NUMBER_ZERO : calc_int(&t->calc, year) };
}

/* A year as a formula's operand: 2019, or "" for none. */
static const char *year_operand(template_book *t, int year)
{
    return year == 0 ? "\"\"" : template_text(t, "%d", year);
}

static void step(template_book *t, size_t index, hidden_column column,
                 const char *formula, quantity value, const char *string)
{
    template_formula(t, t->hidden, template_row_at(index), (uint32_t)column,
                     formula, value, string, NULL);
}

static void step_value(template_book *t, size_t index, hidden_column column,
                       quantity value)
{
    uint32_t row = template_row_at(index);

    if (value.known)
        template_number(t, t->hidden, row, (uint32_t)column, value.value,
                        NULL);
}

/* ---- Kind and direction --------------------------------------------------------- */

static void kind_step(template_book *t, size_t index)
{
    const template_row *r = &t->rows[index];
    uint32_t row = template_row_at(index);
    const char *cell = table_ref(t, COLUMN_KIND, row), *formula;
    const char *word = template_kind_word(r->kind);

    if (r->kpi != NULL)
        formula = template_text(t, "=IF(%s<>\"\",%s,\"%s\")", cell, cell,
                                word);
    else
        formula = template_text(
            t, "=IF(%s<>\"\",%s,IF(%s=\"\",\"\",IF(%s<>\"\",\"%s\",\"%s\")))",
            cell, cell, table_ref(t, COLUMN_TARGET, row),
            step_ref(t, HIDDEN_START, row),
            template_kind_word(KIND_CUMULATIVE),
            template_kind_word(KIND_LEVEL));
    if (r->kpi != NULL && (r->kind_set || r->kind != r->kpi->kind) &&
        r->kpi->kind != KIND_UNKNOWN && r->kind != r->kpi->kind)
        formula = template_text(t, "=\"%s\"", word); /* the plan says so */
    step(t, index, HIDDEN_KIND, formula, no_figure,
         r->kpi == NULL ? "" : word);
}

static void direction_step(template_book *t, size_t index)
{
    const template_row *r = &t->rows[index];
    uint32_t row = template_row_at(index);
    const char *cell = table_ref(t, COLUMN_DIRECTION, row);
    const char *word = template_direction_word(
        r->direction == DIRECTION_UNKNOWN ? DIRECTION_UP : r->direction);

    step(t, index, HIDDEN_DIRECTION,
         r->kpi != NULL && r->kpi->direction != DIRECTION_UNKNOWN &&
                 r->kpi->direction != r->direction
             ? template_text(t, "=\"%s\"", word)
             : template_text(t, "=IF(%s<>\"\",%s,\"%s\")", cell, cell, word),
         no_figure, word);
}

/* ---- Years ------------------------------------------------------------------------ */

/* 2019, 2015～2019, 2014年: the first and the last year of a cell. */
static void year_steps(template_book *t, size_t index)
{
    const template_row *r = &t->rows[index];
    const kpi *k = r->kpi;
    uint32_t row = template_row_at(index);
    const char *cell = table_ref(t, COLUMN_TARGET_YEARS, row);
    const char *base = table_ref(t, COLUMN_BASE_YEAR, row);
    const char *start = step_ref(t, HIDDEN_START, row);
    const char *last = year_operand(t, t->plan->to);
    bool level = r->kind == KIND_LEVEL;
    int own = k == NULL ? 0 : k->target.from;

    step(t, index, HIDDEN_START,
         template_text(t, "=IF(ISNUMBER(%s),\"\",IF(LEN(%s)<5,\"\","
                          "IF(ISNUMBER(FIND(MID(%s,5,1),\"～~〜-－–\")),"
                          "IFERROR(VALUE(LEFT(%s,4)),\"\"),\"\")))",
                       cell, cell, cell, cell),
         year_value(t, own), "");
    step(t, index, HIDDEN_BASE_YEAR,
         template_text(t, "=IF(ISNUMBER(%s),%s,IF(%s=\"\",\"\","
                          "IFERROR(VALUE(IF(LEN(%s)>=9,MID(%s,6,4),"
                          "LEFT(%s,4))),\"\")))",
                       base, base, base, base, base, base),
         year_value(t, k == NULL ? 0 : k->baseline.fiscal_year), "");
    if (k != NULL && (r->fields & STAMP_TARGET) != 0) {
        step_value(t, index, HIDDEN_FROM,
                   year_value(t, level ? own : r->from));
        step_value(t, index, HIDDEN_TO, year_value(t, r->to));
        return;
    }
    step(t, index, HIDDEN_FROM,
         template_text(t, "=IF(%s<>\"\",%s,%s)", start, start,
                       year_operand(t, t->plan->from)),
         year_value(t, own != 0 ? own : t->plan->from), "");
    step(t, index, HIDDEN_TO,
         template_text(t, "=IF(ISNUMBER(%s),%s,IF(LEN(%s)>=9,"
                          "IFERROR(VALUE(MID(%s,6,4)),%s),IF(OR(%s=\"\","
                          "%s<>\"\"),%s,IFERROR(VALUE(LEFT(%s,4)),%s))))",
                       cell, cell, cell, cell, last, cell, start, last, cell,
                       last),
         year_value(t, k != NULL && k->target.to != 0 ? k->target.to
                                                      : t->plan->to), "");
}

/* ---- Figures ------------------------------------------------------------------------ */

static void figure_step(template_book *t, size_t index, hidden_column column,
                        template_column cell, quantity value, bool plain)
{
    const char *ref = table_ref(t, cell, template_row_at(index));

    if (value.known && !plain)
        step_value(t, index, column, value);
    else
        step(t, index, column,
             template_text(t, "=IF(ISNUMBER(%s),%s,\"\")", ref, ref), value,
             "");
}

static const char *factor_of(template_book *t, const template_row *r)
{
    number one = calc_int(&t->calc, 1);
    buf b;

    if (r->unit[0] == '\0' || number_compare(r->factor, one) == 0)
        return "";
    buf_init(&b);
    buf_char(&b, '*');
    number_put_fraction(&b, r->factor);
    return template_keep(t, &b);
}

/* Entries of all years, and their years on the hidden sheet. */
static const char *entries(template_book *t, uint32_t row)
{
    uint32_t first = t->past_count > 0 ? t->column[COLUMN_PAST]
                                       : t->column[COLUMN_ACTUAL];

    return template_text(t, "'%s'!%s:%s", t->sheet_name,
                         template_ref(t, first, row),
                         template_own_ref(t, COLUMN_ACTUAL, row));
}

static const char *entry_years(template_book *t)
{
    char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];

    lxw_rowcol_to_cell_abs(first, TEMPLATE_HEAD, HIDDEN_YEARS, 1, 1);
    lxw_rowcol_to_cell_abs(last, TEMPLATE_HEAD,
                           (lxw_col_t)(HIDDEN_YEARS + t->past_count), 1, 1);
    return template_text(t, "%s:%s", first, last);
}

static quantity used_now(const template_book *t, const template_row *r)
{
    if (r->kpi == NULL || r->kpi->assessment.fiscal_year != t->year)
        return no_figure;
    return r->kpi->assessment.actual;
}

/* Totals so far stand as they are; a year's figures are added up. */
static void used_step(template_book *t, size_t index)
{
    const template_row *r = &t->rows[index];
    uint32_t row = template_row_at(index);
    const char *cell = table_ref(t, COLUMN_ACTUAL, row);
    const char *kind = step_ref(t, HIDDEN_KIND, row), *formula;
    const char *from = step_ref(t, HIDDEN_FROM, row);
    const char *factor = factor_of(t, r), *all = entries(t, row);
    const char *years = entry_years(t), *total;

    total = template_text(
        t, "IF(ISNUMBER(%s),IF(%s>%d,%s%s,IF(SUMPRODUCT(ISNUMBER(%s)*"
           "(%s>=%s))=%d-%s+1,SUMIFS(%s,%s,\">=\"&%s)%s,\"\")),\"\")",
        from, from, t->year, cell, factor, all, years, from, t->year, from,
        all, years, from, factor);
    if (r->kpi != NULL && r->running)
        formula = template_text(t, "=IF(ISNUMBER(%s),%s%s,\"\")", cell, cell,
                                factor);
    else
        formula = template_text(
            t, "=IF(ISNUMBER(%s),IF(%s=\"%s\",%s,%s%s),\"\")", cell, kind,
            template_kind_word(KIND_CUMULATIVE),
            r->kpi == NULL || r->sums ? total : "\"\"", cell, factor);
    step(t, index, HIDDEN_USED, formula, used_now(t, r), "");
}

/* ---- The rate ------------------------------------------------------------------------- */

/* %1 the figure, %2 the expected value, %3 the baseline, %4 the kind. */
static const char *const expressions[FORMULA_COUNT] = {
    [FORMULA_RATIO] = "IF(OR(%2<=0,%1<0),\"\",%1/%2)",
    [FORMULA_INVERSE] = "IF(OR(%1<=0,%2<0),\"\",%2/%1)",
    [FORMULA_MIRROR] = "IF(OR(%2<=0,%1<0),\"\",2-%1/%2)",
    [FORMULA_PROGRESS] = "IF(AND(ISNUMBER(%3),%4<>\"累計\"),"
                         "IF(%2=%3,\"\",(%1-%3)/(%2-%3)),\"\")",
};

static const char *expand(template_book *t, const char *pattern,
                          const char *const args[4])
{
    buf b;

    buf_init(&b);
    for (; *pattern != '\0'; pattern++) {
        if (pattern[0] == '%' && pattern[1] >= '1' && pattern[1] <= '4')
            buf_string(&b, args[*++pattern - '1']);
        else
            buf_char(&b, *pattern);
    }
    return template_keep(t, &b);
}

static const char *reached(template_book *t, bool down, uint32_t row,
                           const char *const args[4])
{
    const char *to = step_ref(t, HIDDEN_TO, row);

    return template_text(
        t, "IF(%s%s%s,1,IF(AND(ISNUMBER(%s),%d<%s),\"\",0))", args[0],
        down ? "<=" : ">=", args[1], to, t->year, to);
}

/* The expression of a direction: the row's own formula for its own. */
static const char *rate_of(template_book *t, const template_row *r,
                           kpi_direction direction, uint32_t row,
                           const char *const args[4])
{
    bool down = direction == DIRECTION_DOWN;
    rate_formula formula = down ? t->plan->formula_down
                                : t->plan->formula_up;
    const char *pattern;

    if (direction == DIRECTION_KEEP) {
        buf b;

        buf_init(&b);
        buf_printf(&b, "IF(ABS(%s-%s)<=ABS(%s)*", args[0], args[1], args[1]);
        number_put_fraction(&b, r->tolerance);
        buf_string(&b, ",1,0)");
        return template_keep(t, &b);
    }
    if (r->kpi != NULL && r->direction == direction)
        formula = r->formula;
    if (formula == FORMULA_MILESTONE)
        return reached(t, down, row, args);
    pattern = formula < FORMULA_COUNT ? expressions[formula] : NULL;
    return expand(t, pattern != NULL ? pattern
                     : expressions[down ? FORMULA_INVERSE : FORMULA_RATIO],
                  args);
}

static quantity rate_now(const template_book *t, const template_row *r)
{
    if (r->kpi == NULL || r->kpi->assessment.fiscal_year != t->year)
        return no_figure;
    return r->kpi->assessment.rate;
}

static void exact_step(template_book *t, size_t index)
{
    const template_row *r = &t->rows[index];
    uint32_t row = template_row_at(index);
    const char *direction = step_ref(t, HIDDEN_DIRECTION, row);
    const char *args[4];

    args[0] = step_ref(t, HIDDEN_USED, row);
    args[1] = table_ref(t, COLUMN_EXPECTED, row);
    args[2] = step_ref(t, HIDDEN_BASE, row);
    args[3] = step_ref(t, HIDDEN_KIND, row);
    step(t, index, HIDDEN_EXACT,
         template_text(t, "=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),IF(%s=\"%s\","
                          "%s,IF(%s=\"%s\",%s,%s)),\"\")",
                       args[0], args[1], direction,
                       template_direction_word(DIRECTION_DOWN),
                       rate_of(t, r, DIRECTION_DOWN, row, args), direction,
                       template_direction_word(DIRECTION_KEEP),
                       rate_of(t, r, DIRECTION_KEEP, row, args),
                       rate_of(t, r, DIRECTION_UP, row, args)),
         r->kind == KIND_MILESTONE ? no_figure : rate_now(t, r), "");
}

void template_write_steps(template_book *t, size_t index)
{
    const template_row *r = &t->rows[index];

    if (r->project != NULL && r->kpi == NULL)
        return;
    kind_step(t, index);
    direction_step(t, index);
    year_steps(t, index);
    figure_step(t, index, HIDDEN_TARGET, COLUMN_TARGET, r->target,
                r->target_plain);
    figure_step(t, index, HIDDEN_BASE, COLUMN_BASE, r->baseline,
                r->baseline_plain);
    used_step(t, index);
    exact_step(t, index);
}

/* ---- What the table shows -------------------------------------------------------------- */

static const char *planned_ref(template_book *t, uint32_t row)
{
    for (size_t i = 0; i < t->planned_count; i++)
        if (t->planned[i] == t->year)
            return template_ref(t, t->column[COLUMN_PLANNED] + (uint32_t)i,
                                row);
    return NULL;
}

/* DOMAIN 3: a yearly plan, early, cumulative, level, else the target. */
static const char *expected_formula(template_book *t, uint32_t row)
{
    const char *goal = step_ref(t, HIDDEN_TARGET, row);
    const char *base = step_ref(t, HIDDEN_BASE, row);
    const char *from = step_ref(t, HIDDEN_FROM, row);
    const char *to = step_ref(t, HIDDEN_TO, row);
    const char *start = step_ref(t, HIDDEN_START, row);
    const char *year = step_ref(t, HIDDEN_BASE_YEAR, row);
    const char *kind = step_ref(t, HIDDEN_KIND, row), *total, *level;
    const char *plan_cell = planned_ref(t, row), *rest;

    total = template_text(
        t, "IF(AND(ISNUMBER(%s),ISNUMBER(%s)),IF(OR(%s>%d,%s<%s),%s,%s*"
           "(MIN(%d,%s)-%s+1)/(%s-%s+1)),\"－\")",
        from, to, from, t->year, to, from, goal, goal, t->year, to, from,
        to, from);
    level = template_text(
        t, "IF(OR(%d<=%s,%s<=%s),%s,%s+(%s-%s)*(MIN(%d,%s)-%s)/(%s-%s))",
        t->year, year, to, year, goal, base, goal, base, t->year, to,
        year, to, year);
    rest = template_text(
        t, "IF(NOT(ISNUMBER(%s)),\"－\",IF(AND(ISNUMBER(%s),N(%s)>%d),%s,"
           "IF(%s=\"%s\",%s,IF(AND(%s=\"%s\",%s<>\"%s\",ISNUMBER(%s),"
           "ISNUMBER(%s),ISNUMBER(%s)),%s,%s))))",
        goal, start, start, t->year, goal, kind,
        template_kind_word(KIND_CUMULATIVE), total, kind,
        template_kind_word(KIND_LEVEL),
        step_ref(t, HIDDEN_DIRECTION, row),
        template_direction_word(DIRECTION_KEEP), base, year, to, level,
        goal);
    if (plan_cell != NULL)
        rest = template_text(t, "IF(ISNUMBER(%s),%s,%s)", plan_cell,
                             plan_cell, rest);
    return template_text(t, "=IF(%s=\"\",\"\",%s)",
                         template_own_ref(t, COLUMN_KPI, row), rest);
}

static const char *rounded(template_book *t, const char *exact)
{
    int digits = t->plan->digits;

    if (t->plan->rounding == NUMBER_HALF_UP)
        return template_text(t, "ROUND(ROUND(%s*100,10),%d)/100", exact,
                             digits);
    if (t->plan->rounding == NUMBER_FLOOR)
        return template_text(t, "INT(ROUND(%s*100*10^%d,8))/10^%d", exact,
                             digits, digits + 2);
    return template_text(t, "TRUNC(ROUND(%s*100,10),%d)/100", exact, digits);
}

static quantity shown_now(template_book *t, const template_row *r)
{
    quantity rate = rate_now(t, r);

    if (rate.known)
        rate.value = calc_round(&t->calc, rate.value, t->plan->digits + 2,
                                t->plan->rounding);
    return rate;
}

static const char *rate_formula_text(template_book *t, uint32_t row)
{
    const char *exact = step_ref(t, HIDDEN_EXACT, row);
    const char *kind = step_ref(t, HIDDEN_KIND, row);
    const char *from = step_ref(t, HIDDEN_FROM, row);
    const char *to = step_ref(t, HIDDEN_TO, row);
    const char *cell = template_own_ref(t, COLUMN_ACTUAL, row);
    const char *milestone, *early;

    milestone = template_text(
        t, "IF(SUMPRODUCT(COUNTIF(%s,\"*\"&%s&\"*\"))+COUNTIF(%s,\"達成\")>0,"
           "1,IF(AND(%s<>\"\",ISNUMBER(%s),%d>=N(%s)),0,\"－\"))",
        entries(t, row), template_list_names[LIST_REACHED],
        entries(t, row), cell, to, t->year, to);
    early = template_text(
        t, "AND(OR(ISNUMBER(%s),%s=\"%s\"),N(%s)>%d,N(%s)<1)",
        step_ref(t, HIDDEN_START, row), kind,
        template_kind_word(KIND_CUMULATIVE), from, t->year, exact);
    return template_text(
        t, "=IF(%s=\"\",\"\",IF(%s=\"%s\",%s,IF(ISNUMBER(%s),IF(%s,\"－\","
           "%s),\"－\")))",
        template_own_ref(t, COLUMN_KPI, row), kind,
        template_kind_word(KIND_MILESTONE), milestone, exact, early,
        rounded(t, exact));
}

static const char *percent_numbers(const template_book *t)
{
    static const char *const formats[] = { "0%", "0.0%", "0.00%", "0.000%" };
    int digits = t->plan->digits;

    return formats[digits < 0 ? 0 : digits > 3 ? 3 : digits];
}

static const char *expected_numbers(const template_row *r)
{
    return r->decimals > 1 ? "#,##0.00" : "#,##0.0";
}

/* 未入力, 入力済 ..., as the row stands when it is written. */
static const char *state_now(const template_book *t, const template_row *r)
{
    const actual *a = r->kpi == NULL ? NULL : kpi_actual(r->kpi, t->year);

    if (r->kpi == NULL)
        return "";
    if (r->same_as != 0)
        return template_say(t, "自動転記", "repeated");
    return a == NULL || a->state == STATE_BLANK
        ? template_say(t, "未入力", "to do")
        : template_say(t, "入力済", "done");
}

static const char *state_formula(template_book *t, uint32_t row)
{
    const char *cell = template_own_ref(t, COLUMN_ACTUAL, row);
    const char *why = template_own_ref(t, COLUMN_REASON, row);
    const char *unit = template_own_ref(t, COLUMN_UNIT, row);

    return template_text(
        t, "=IF(%s=\"\",\"\",IF(AND(%s=\"\",%s=\"\"),\"%s\",IF(AND(%s<>\"\","
           "%s<>\"\"),\"%s\",IF(AND(OR(%s=\"%%\",%s=\"％\"),ISNUMBER(%s),"
           "OR(N(%s)<0,N(%s)>100,AND(N(%s)>0,N(%s)<1))),\"%s\",\"%s\"))))",
        template_own_ref(t, COLUMN_KPI, row), cell, why,
        template_say(t, "未入力", "to do"), cell, why,
        template_say(t, "数値か理由の一方に", "figure or reason"), unit,
        unit, cell, cell, cell, cell, cell,
        template_say(t, "％の値を確認", "check the %"),
        template_say(t, "入力済", "done"));
}

void template_write_results(template_book *t, size_t index)
{
    const template_row *r = &t->rows[index];
    uint32_t row = template_row_at(index);
    bool blank = r->kpi == NULL;

    if (r->project != NULL && blank) {
        for (int c = COLUMN_EXPECTED; c <= (int)COLUMN_RATE; c++)
            template_string(t, t->sheet, row, t->column[c], "",
                            template_format(t, LOOK_AUTO, ALIGN_CENTER, ""));
        template_string(t, t->sheet, row, t->column[COLUMN_STATE], "",
                        template_format(t, LOOK_AUTO, ALIGN_CENTER, ""));
        return;
    }
    if (r->live)
        template_formula(t, t->sheet, row, t->column[COLUMN_EXPECTED],
                         expected_formula(t, row), r->expected,
                         blank ? "" : "－",
                         template_format(t, LOOK_AUTO, ALIGN_NUMBER,
                                         expected_numbers(r)));
    else
        template_number(t, t->sheet, row, t->column[COLUMN_EXPECTED],
                        r->expected.value,
                        template_format(t, LOOK_AUTO, ALIGN_NUMBER,
                                        expected_numbers(r)));
    template_formula(t, t->sheet, row, t->column[COLUMN_RATE],
                     rate_formula_text(t, row), shown_now(t, r),
                     blank ? "" : "－",
                     template_format(t, LOOK_AUTO, ALIGN_CENTER,
                                     percent_numbers(t)));
    if (r->same_as != 0)
        template_string(t, t->sheet, row, t->column[COLUMN_STATE],
                        state_now(t, r),
                        template_format(t, LOOK_AUTO, ALIGN_CENTER, ""));
    else
        template_formula(t, t->sheet, row, t->column[COLUMN_STATE],
                         state_formula(t, row), no_figure, state_now(t, r),
                         template_format(t, LOOK_AUTO, ALIGN_CENTER, ""));
}
