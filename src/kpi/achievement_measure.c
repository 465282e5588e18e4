/*
 * achievement_measure.c - expected value and actual of a KPI as it was read
 *
 * One function a row of the table in DOMAIN 3; the first that applies
 * decides. Each leaves the words of what it reckoned beside the number.
 */
#include "kpi/achievement_parts.h"

#include "wording/fiscal_year.h"
#include "wording/kpi_text.h"

static bool same_string(const char *a, const char *b)
{
    return a == b || strcmp(a, b) == 0;
}

/* ---- Units --------------------------------------------------------------- */

/*
 * `value` of `unit` in the KPI's unit; false when there is no way. What is
 * odd is kept once, for a finding.
 */
static bool convert(calc *c, measure *m, number *out, number value,
                    const char *unit, const kpi *k, place where)
{
    units_relation relation = UNITS_SAME;
    number factor = NUMBER_ZERO;

    *out = value;
    if (unit[0] == '\0' || same_string(unit, k->unit))
        return true;
    if (!units_relate(c->memory, &relation, &factor, text_of(unit),
                      text_of(k->unit))) {
        c->failed = true;
        return false;
    }
    if (relation == UNITS_COUNTERS || relation == UNITS_INCOMPATIBLE) {
        if (m->odd_unit == NULL || relation > m->odd) {
            m->odd_unit = unit;
            m->odd = relation;
            m->odd_where = where;
        }
        return relation == UNITS_COUNTERS;
    }
    *out = calc_multiply(c, value, factor);
    return true;
}

/* As it is reckoned, and as typed where another unit was converted. */
static const char *figure_words(calc *c, number reckoned, const actual *a)
{
    if (number_compare(reckoned, a->value.value) == 0)
        return calc_put(c, reckoned);
    return calc_print(c, "%s（%s%s）", calc_put(c, reckoned),
                      calc_put(c, a->value.value), a->unit);
}

/* ---- The actual ---------------------------------------------------------- */

static const struct state_reason {
    no_rate_reason reason;
    words text;
} state_reasons[STATE_COUNT] = {
    [STATE_PENDING] = { REASON_PENDING,
        {{ "実績値が未確定", "the actual is pending" }} },
    [STATE_NOT_SURVEYED] = { REASON_NO_ACTUAL,
        {{ "この年度は調査なし", "not surveyed this year" }} },
    [STATE_NOT_DONE] = { REASON_NO_ACTUAL, {{ "未実施", "not carried out" }} },
    [STATE_ENDED] = { REASON_ENDED, {{ "事業終了", "the project has ended" }} },
    [STATE_NOT_APPLICABLE] = { REASON_NO_ACTUAL,
        {{ "該当なし", "not applicable" }} },
    [STATE_WITHHELD] = { REASON_NO_ACTUAL, {{ "秘匿値", "withheld" }} },
    [STATE_MISSING] = { REASON_NO_ACTUAL,
        {{ "実績値なし（－）", "no figure (-)" }} },
    [STATE_BLANK] = { REASON_NO_ACTUAL,
        {{ "実績値が空欄", "the actual is blank" }} },
    [STATE_TEXT] = { REASON_NO_ACTUAL,
        {{ "実績が数値でない", "the actual is not a number" }} },
    [STATE_ERROR] = { REASON_NO_ACTUAL,
        {{ "実績のセルがエラー値", "the actual is an Excel error" }} },
};

static void no_actual(measure *m, const actual *a, plan_language language)
{
    const struct state_reason *why = NULL;

    if (a != NULL && a->state < STATE_COUNT)
        why = &state_reasons[a->state];
    if (why != NULL && why->reason != REASON_NONE) {
        m->reason = why->reason;
        m->reason_text = why->text.in[language];
    } else {
        m->reason = REASON_NO_ACTUAL;
    }
}

/* The figure of one year as it stands. */
static bool take_actual(calc *c, measure *m, const kpi *k, const actual *a,
                        plan_language language)
{
    number value;

    if (a == NULL || !a->value.known) {
        no_actual(m, a, language);
        return false;
    }
    if (!convert(c, m, &value, a->value.value, a->unit, k, a->where)) {
        m->reason = REASON_UNITS_DIFFER;
        return false;
    }
    m->actual = (quantity){ true, value };
    m->actual_text = figure_words(c, value, a);
    return true;
}

/* The newest year before `year` and from `from` on with a total so far. */
static int last_running(const kpi *k, int from, int year)
{
    int found = 0;

    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (a->cumulative && a->value.known && a->fiscal_year >= from &&
            a->fiscal_year < year && a->fiscal_year > found)
            found = a->fiscal_year;
    }
    return found;
}

static void year_missing(calc *c, measure *m, int year,
                         plan_language language)
{
    buf out;

    buf_init(&out);
    if (language == LANGUAGE_JA) {
        fiscal_year_put(&out, year);
        buf_string(&out, "の実績値がないため累計を計算できない");
    } else {
        buf_printf(&out, "no total: the actual of FY%d is missing", year);
    }
    m->actual = (quantity){ false, NUMBER_ZERO };
    m->reason = REASON_YEAR_MISSING;
    m->reason_text = calc_keep_buf(c, &out);
}

/*
 * The total so far: the figure that is one, else the years added up, from
 * the last total that stands there.
 */
static bool take_total(calc *c, measure *m, const kpi *k, const reading *r,
                       int year, plan_language language)
{
    const actual *a = kpi_actual(k, year);
    int first = r->from;
    number sum = NUMBER_ZERO;
    buf words_of_sum;
    size_t terms = 0;

    if (!take_actual(c, m, k, a, language))
        return false;
    m->running = r->actuals == ACTUALS_RUNNING ||
                 (a->cumulative && r->actuals != ACTUALS_YEARLY);
    if (m->running || first == 0 || first >= year)
        return true;
    if (r->actuals != ACTUALS_YEARLY && last_running(k, first, year) != 0)
        first = last_running(k, first, year);
    buf_init(&words_of_sum);
    for (int y = first; y <= year; y++, terms++) {
        if (!take_actual(c, m, k, kpi_actual(k, y), language)) {
            if (m->reason != REASON_UNITS_DIFFER)
                year_missing(c, m, y, language);
            break;
        }
        buf_printf(&words_of_sum, "%s%s", terms == 0 ? "" : " + ",
                   m->actual_text);
        sum = calc_add(c, sum, m->actual.value);
    }
    m->actual_text = calc_keep_buf(c, &words_of_sum);
    if (m->reason != REASON_NONE)
        return false;
    if (terms > 1)
        m->actual_text = calc_print(c, "(%s)", m->actual_text);
    m->actual = (quantity){ true, sum };
    return true;
}

/* ---- The expected value, a row a function -------------------------------- */

static void expect(calc *c, measure *m, number value)
{
    m->expected = (quantity){ true, value };
    m->expected_text = calc_put(c, value);
}

static const quantity *planned_value(const kpi *k, int year)
{
    for (size_t i = 0; i < k->planned_count; i++)
        if (k->planned[i].fiscal_year == year && k->planned[i].value.known)
            return &k->planned[i].value;
    return NULL;
}

static void expect_cumulative(calc *c, measure *m, const reading *r, int year)
{
    int last = year < r->to ? year : r->to;
    int gone = last - r->from + 1, all = r->to - r->from + 1;

    if (gone >= all || all <= 0) {
        expect(c, m, m->target.value);
        return;
    }
    m->expected = (quantity){ true,
                              calc_share(c, m->target.value, gone, all) };
    m->expected_text = calc_print(
        c, "(%s × %d/%d)", calc_put(c, m->target.value), gone, all);
}

static void expect_level(calc *c, measure *m, const kpi *k, const reading *r,
                         int year)
{
    int start = k->baseline.fiscal_year;
    int gone = (year < r->to ? year : r->to) - start, all = r->to - start;
    number way;

    if (r->formula == FORMULA_KEEP || !m->baseline.known || start == 0 ||
        r->to == 0) {
        expect(c, m, m->target.value);
        m->against_final = r->formula != FORMULA_KEEP && r->to != 0 &&
                           year < r->to;
        return;
    }
    m->baseline_too_late = all <= 0;
    if (year <= start || all <= 0 || gone >= all) {
        expect(c, m, m->target.value);
        return;
    }
    way = calc_subtract(c, m->target.value, m->baseline.value);
    m->expected = (quantity){ true, calc_add(c, m->baseline.value,
                                             calc_share(c, way, gone, all)) };
    m->expected_text = calc_print(
        c, "(%s + (%s − %s) × %d/%d)", calc_put(c, m->baseline.value),
        calc_put(c, m->target.value), calc_put(c, m->baseline.value), gone,
        all);
}

/* ---- Rows that are more than a formula ------------------------------------ */

/* The actual that says so, or NULL. */
static const actual *milestone_done(const kpi *k, int year)
{
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].fiscal_year <= year &&
            milestone_reached(text_of(k->actuals[i].text)))
            return &k->actuals[i];
    return NULL;
}

/* Words that say of an act that it has not been done. */
static bool says_not_done(const actual *a)
{
    return a != NULL && (a->state == STATE_TEXT ||
                         a->state == STATE_NOT_DONE || a->value.known);
}

static void measure_milestone(calc *c, measure *m, const kpi *k,
                              const reading *r, int year,
                              plan_language language)
{
    static const words reached = {{ "達成", "reached" }};
    static const words not_reached = {{ "期限までに未達成",
                                        "not reached in its due year" }};
    const actual *a = kpi_actual(k, year);
    const actual *done = milestone_done(k, year);
    bool due = r->to != 0 && year >= r->to && r->starts <= year;

    if (!r->kind_given && a != NULL && a->value.known) {
        m->reason = REASON_NO_TARGET; /* counted, but towards no number */
        return;
    }
    if (!done && !due) {
        m->reason = r->to == 0 ? REASON_NO_YEAR : REASON_NOT_DUE;
        return;
    }
    if (!done && !says_not_done(a)) {
        no_actual(m, a, language);
        return;
    }
    m->ahead = done != NULL && !due;
    m->rate = (quantity){ true, calc_int(c, done != NULL ? 1 : 0) };
    m->formula_text = calc_print(
        c, "「%s」 %s", (done != NULL ? done : a)->text,
        (done != NULL ? reached : not_reached).in[language]);
}

/* The period has not begun: a rate only where the target is reached. */
static void measure_early(calc *c, measure *m, const kpi *k, const reading *r,
                          int year, plan_language language)
{
    number one = calc_int(c, 1);

    if (take_actual(c, m, k, kpi_actual(k, year), language)) {
        expect(c, m, m->target.value);
        measure_rate(c, m, r);
    }
    m->ahead = m->rate.known && number_compare(m->rate.value, one) >= 0;
    if (m->ahead)
        return;
    m->rate = m->expected = (quantity){ false, NUMBER_ZERO };
    m->reason = REASON_NOT_DUE;
    m->reason_text = NULL;
    m->formula_text = "";
}

/* A baseline of a single year says nothing about a total of many. */
static void compare_baseline(measure *m, const reading *r)
{
    int order;

    m->comparable = m->baseline.known && r->kind != KIND_CUMULATIVE &&
                    r->kind != KIND_MILESTONE;
    if (!m->comparable || !m->actual.known)
        return;
    order = number_compare(m->actual.value, m->baseline.value);
    m->worse = (r->direction == DIRECTION_UP && order < 0) ||
               (r->direction == DIRECTION_DOWN && order > 0);
}

static bool take_target(calc *c, measure *m, const kpi *k)
{
    static const char increase[] = "増";
    number value;

    if (k->baseline.value.known &&
        convert(c, m, &value, k->baseline.value.value, k->baseline.unit, k,
                k->baseline.where))
        m->baseline = (quantity){ true, value };
    /* Where the target is an increase, the baseline's increase is none. */
    if (m->baseline.known &&
        text_find(text_of(k->target.qualifier), increase, 0) != SIZE_MAX)
        m->baseline.value = NUMBER_ZERO;
    if (!k->target.value.known)
        return true;
    if (!convert(c, m, &value, k->target.value.value, k->target.unit, k,
                 k->target.where))
        return false;
    m->target = (quantity){ true, value };
    return true;
}

static void measure_row(calc *c, measure *m, const kpi *k, const reading *r,
                        int year, plan_language language)
{
    const quantity *declared = r->by_plan_of_years ? planned_value(k, year)
                                                   : NULL;
    bool taken;

    if (declared != NULL) {
        expect(c, m, declared->value);
        m->due = m->planned = true;
    } else if (r->kind == KIND_MILESTONE && !m->target.known) {
        measure_milestone(c, m, k, r, year, language);
        return;
    } else if (!m->target.known) {
        m->reason = REASON_NO_TARGET;
        return;
    } else if (r->starts > year ||
               (r->kind == KIND_CUMULATIVE && r->from > year)) {
        measure_early(c, m, k, r, year, language);
        return;
    } else if (r->kind == KIND_CUMULATIVE && (r->to == 0 || r->from == 0)) {
        no_actual(m, kpi_actual(k, year), language);
        if (take_actual(c, m, k, kpi_actual(k, year), language))
            m->reason = REASON_NO_YEAR;
        return;
    } else if (r->kind == KIND_CUMULATIVE) {
        expect_cumulative(c, m, r, year);
    } else if (r->kind == KIND_LEVEL) {
        expect_level(c, m, k, r, year);
    } else {
        expect(c, m, m->target.value);
    }
    taken = r->kind == KIND_CUMULATIVE && declared == NULL
                ? take_total(c, m, k, r, year, language)
                : take_actual(c, m, k, kpi_actual(k, year), language);
    if (taken)
        measure_rate(c, m, r);
}

void measure_kpi(calc *c, measure *out, const kpi *k, const reading *r,
                 int year, plan_language language)
{
    measure m = { .expected_text = "", .actual_text = "",
                  .formula_text = "", .formula = r->formula };
    bool usable;

    m.due = r->kind != KIND_LEVEL || r->to == 0 || year >= r->to;
    usable = take_target(c, &m, k);
    if (year == 0)
        m.reason = REASON_NO_YEAR;
    else if (!usable)
        m.reason = REASON_UNITS_DIFFER;
    else
        measure_row(c, &m, k, r, year, language);
    m.against_final = m.against_final && m.rate.known;
    compare_baseline(&m, r);
    *out = m;
}
