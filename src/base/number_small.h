/*
 * number_small.h - the numbers of everyday: no limbs, no memory, no GMP
 *
 * A quotient in lowest terms whose two sides fit into 31 bits lies in the
 * struct itself: `limbs` is NULL, `top` over `bottom` (0 stands for 1, so
 * that a zeroed struct is zero). Nearly every figure of a workbook is one,
 * and so is its rate. Every number that fits is kept so.
 *
 * The functions here do what number.h says of theirs, in 64 bits; they give
 * false, and leave *out alone, where a side or a step does not fit: then GMP
 * does it.
 */
#ifndef KPIBOOK_BASE_NUMBER_SMALL_H
#define KPIBOOK_BASE_NUMBER_SMALL_H

#include "base/number.h"

static inline bool small_is(number x)
{
    return x.limbs == NULL;
}
static inline int64_t small_top(number x)
{
    return x.top;
}
static inline int64_t small_bottom(number x)
{
    return x.bottom == 0 ? 1 : x.bottom;
}

/* top / bottom, brought to lowest terms; bottom is above 0 and neither is
 * INT64_MIN. */
bool small_set(number *out, int64_t top, int64_t bottom);
bool small_from_decimal(number *out, text decimal);
bool small_power_of_ten(number *out, int exponent);

bool small_add(number *out, number x, number y);
bool small_subtract(number *out, number x, number y);
bool small_multiply(number *out, number x, number y);
bool small_divide(number *out, number x, number y); /* y is not 0 */
int small_compare(number x, number y);

bool small_round(number *out, number x, int digits, number_rounding mode);
/* Only for a number that already has no more digits. */
bool small_round_significant(number *out, number x, int digits);

bool small_put(buf *b, number x, int significant);
bool small_put_fixed(buf *b, number x, int decimals);
void small_put_fraction(buf *b, number x);

#endif
