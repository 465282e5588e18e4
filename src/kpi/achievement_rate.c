/*
 * achievement_rate.c - the rate: one function a formula, each with its words
 *
 *     ratio      A / expected                    up
 *     inverse    expected / A                    down
 *     mirror     2 - A / expected                down
 *     progress   (A - B) / (expected - B)        from the baseline
 *     keep       1 within +- tolerance x |expected|, else 0
 *     milestone  1 when reached, 0 from its due year on
 */
#include "kpi/achievement_parts.h"

/* A ratio tells nothing where a sign is negative: say so instead. */
static no_rate_reason sign_reason(const measure *m)
{
    int a = number_sign(m->actual.value);
    int e = number_sign(m->expected.value);

    if (a * e < 0)
        return REASON_SIGNS_DIFFER;
    return a < 0 || e < 0 ? REASON_NEGATIVE : REASON_NONE;
}

static void set_rate(measure *m, number rate)
{
    m->rate = (quantity){ true, rate };
}

static const char *two(calc *c, const char *format, const char *a,
                       const char *b)
{
    return calc_print(c, format, a, b);
}

static void rate_ratio(calc *c, measure *m, const reading *r)
{
    (void)r;
    m->formula_text = two(c, "%s ÷ %s", m->actual_text, m->expected_text);
    m->reason = number_sign(m->expected.value) == 0 ? REASON_EXPECTED_ZERO
                                                    : sign_reason(m);
    if (m->reason == REASON_NONE)
        set_rate(m, calc_divide(c, m->actual.value, m->expected.value));
}

static void rate_inverse(calc *c, measure *m, const reading *r)
{
    (void)r;
    m->formula_text = two(c, "%s ÷ %s", m->expected_text, m->actual_text);
    m->reason = number_sign(m->actual.value) == 0 ? REASON_ACTUAL_ZERO
                                                  : sign_reason(m);
    if (m->reason == REASON_NONE)
        set_rate(m, calc_divide(c, m->expected.value, m->actual.value));
}

static void rate_mirror(calc *c, measure *m, const reading *r)
{
    number two_whole = calc_int(c, 2);

    (void)r;
    m->formula_text = two(c, "2 − %s ÷ %s", m->actual_text,
                          m->expected_text);
    m->reason = number_sign(m->expected.value) == 0 ? REASON_EXPECTED_ZERO
                                                    : sign_reason(m);
    if (m->reason == REASON_NONE)
        set_rate(m, calc_subtract(c, two_whole,
                                  calc_divide(c, m->actual.value,
                                              m->expected.value)));
}

static void rate_progress(calc *c, measure *m, const reading *r)
{
    const char *from;
    number way;

    if (!m->baseline.known || r->kind == KIND_CUMULATIVE) {
        m->reason = REASON_NO_BASELINE;
        return;
    }
    from = calc_put(c, m->baseline.value);
    m->formula_text = calc_print(c, "(%s − %s) ÷ (%s − %s)", m->actual_text,
                                 from, m->expected_text, from);
    way = calc_subtract(c, m->expected.value, m->baseline.value);
    if (number_sign(way) == 0) {
        m->reason = REASON_TARGET_IS_BASELINE;
        return;
    }
    set_rate(m, calc_divide(c, calc_subtract(c, m->actual.value,
                                             m->baseline.value), way));
}

static number absolute(calc *c, number x)
{
    return number_sign(x) < 0 ? calc_subtract(c, NUMBER_ZERO, x) : x;
}

static void rate_keep(calc *c, measure *m, const reading *r)
{
    number off = absolute(c, calc_subtract(c, m->actual.value,
                                           m->expected.value));
    number allowed = calc_multiply(c, absolute(c, m->expected.value),
                                   r->tolerance);
    bool kept = number_compare(off, allowed) <= 0;
    number percent = calc_percent(c, r->tolerance);

    m->formula_text = calc_print(
        c, "|%s − %s| %s %s × %s%%", m->actual_text,
        m->expected_text, kept ? "≤" : ">", m->expected_text,
        calc_put(c, percent));
    set_rate(m, calc_int(c, kept ? 1 : 0));
}

static void rate_reached(calc *c, measure *m, const reading *r)
{
    bool down = r->direction == DIRECTION_DOWN;
    int order = number_compare(m->actual.value, m->expected.value);
    bool reached = down ? order <= 0 : order >= 0;

    m->formula_text = calc_print(
        c, "%s %s %s", m->actual_text,
        reached ? down ? "≤" : "≥" : down ? ">" : "<", m->expected_text);
    if (!reached && !m->due)
        m->reason = REASON_NOT_DUE;
    else
        set_rate(m, calc_int(c, reached ? 1 : 0));
}

typedef void (*rate_function)(calc *c, measure *m, const reading *r);

static const rate_function functions[FORMULA_COUNT] = {
    [FORMULA_RATIO] = rate_ratio,
    [FORMULA_INVERSE] = rate_inverse,
    [FORMULA_MIRROR] = rate_mirror,
    [FORMULA_PROGRESS] = rate_progress,
    [FORMULA_KEEP] = rate_keep,
    [FORMULA_MILESTONE] = rate_reached,
};

void measure_rate(calc *c, measure *m, const reading *r)
{
    rate_function function = functions[r->formula];

    if (function == NULL)
        function = rate_ratio;
    function(c, m, r);
}
