/*
 * achievement_direction.c - the direction that a printed rate gives away
 */
#include "kpi/achievement.h"

#include "kpi/calc.h"
#include "wording/fold.h"
#include "wording/units.h"

/*
 * How many decimals the percentage was printed with. `172.4%` has one; a
 * bare 1.724 that is the rate itself has two fewer than it shows.
 */
static int printed_digits(text printed)
{
    size_t dot = text_find(printed, ".", 0);
    int digits = 0;

    if (dot == SIZE_MAX)
        return 0;
    for (size_t i = dot + 1;
         i < printed.length && ascii_is_digit(printed.bytes[i]); i++)
        digits++;
    return digits;
}

static bool printed_as_rate(arena *a, text printed, number rate)
{
    number value;

    return number_from_decimal(a, &value, printed) &&
           number_compare(value, rate) == 0;
}

static bool gives(calc *c, number top, number bottom, number printed,
                  int digits)
{
    number percent;

    if (number_sign(bottom) == 0)
        return false;
    percent = calc_percent(c, calc_divide(c, top, bottom));
    return number_compare(calc_round(c, percent, digits, NUMBER_HALF_UP),
                          printed) == 0 ||
           number_compare(calc_round(c, percent, digits, NUMBER_FLOOR),
                          printed) == 0;
}

static bool in_unit(calc *c, number *value, const char *unit, const kpi *k)
{
    units_relation relation;
    number factor;

    if (!units_relate(c->memory, &relation, &factor, text_of(unit),
                      text_of(k->unit))) {
        c->failed = true;
        return false;
    }
    *value = calc_multiply(c, *value, factor);
    return relation != UNITS_INCOMPATIBLE;
}

/* The plan of the year, else the target, in the indicator's unit; false when
 * there is none of that kind. */
static bool goal_of(calc *c, number *goal, const kpi *k, int fiscal_year,
                    bool of_year)
{
    if (!of_year) {
        *goal = k->target.value.value;
        return k->target.value.known && in_unit(c, goal, k->target.unit, k);
    }
    for (size_t i = 0; i < k->planned_count; i++)
        if (k->planned[i].fiscal_year == fiscal_year &&
            k->planned[i].value.known) {
            *goal = k->planned[i].value.value;
            return true;
        }
    return false;
}

bool kpi_direction_from_declared(arena *a, kpi_direction *out, const kpi *k,
                                 int fiscal_year)
{
    const actual *reported = kpi_actual(k, fiscal_year);
    calc c = { .memory = a };
    number figure, goal, printed;
    text printed_text;
    int digits;
    bool up = false, down = false;

    *out = DIRECTION_UNKNOWN;
    if (!k->declared_rate.known || reported == NULL ||
        !reported->value.known)
        return true;
    if (!fold_key(a, &printed_text, text_of(k->declared_rate_text)))
        return false;
    figure = reported->value.value;
    if (!in_unit(&c, &figure, reported->unit, k))
        return !c.failed;
    digits = printed_digits(printed_text);
    if (printed_as_rate(a, printed_text, k->declared_rate.value))
        digits -= 2;
    printed = calc_round(&c, calc_percent(&c, k->declared_rate.value),
                         digits, NUMBER_HALF_UP);
    for (int step = 0; step < 2 && !up && !down; step++)
        if (goal_of(&c, &goal, k, fiscal_year, step == 0)) {
            up = gives(&c, figure, goal, printed, digits);
            down = gives(&c, goal, figure, printed, digits);
        }
    if (up != down)
        *out = up ? DIRECTION_UP : DIRECTION_DOWN;
    return !c.failed;
}
