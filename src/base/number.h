/*
 * number.h - exact numbers: rationals that never change
 *
 * A value is a quotient of two integers of any size, in lowest terms, its
 * limbs in an arena (or static). It is copied by assignment and lives as
 * long as its arena. No operation rounds unless its name says so; binary
 * floating point is nowhere used. Built on GMP; only number.c knows that.
 *
 * Functions that make a number return false when the arena is exhausted or
 * the result does not exist (division by zero); *out is then zero.
 *
 * One thing is not in our hands: GMP ends the process (abort) when it gets
 * no memory for its working numbers. What is read has at most 400 digits and
 * an exponent within +-400, so it asks for some kilobytes at a time, after
 * memory that the arena did get. No wrong value can come of it.
 */
#ifndef KPIBOOK_BASE_NUMBER_H
#define KPIBOOK_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buf.h"
#include "text.h"

typedef struct number {
    const void *limbs; /* numerator's, then denominator's; NULL when both
                          are small: top / bottom (number_small.h) */
    int32_t top;       /* limbs of the numerator, negative for a negative */
    int32_t bottom;    /* limbs of the denominator */
} number;

/* Zero; so is a zeroed struct. */
#define NUMBER_ZERO ((number){ NULL, 0, 0 })
/* Significant digits that Excel keeps and shows. */
#define NUMBER_EXCEL_DIGITS 15

bool number_from_int(arena *a, number *out, int64_t value);
/*
 * ASCII decimal: [sign] digits [. digits] [(e|E) [sign] digits], no spaces,
 * at most 400 digits and an exponent within +-400; false otherwise. Exact.
 */
bool number_from_decimal(arena *a, number *out, text decimal);
/* As number_from_decimal, then number_round_significant(15): a stored <v>. */
bool number_from_cell(arena *a, number *out, text decimal);
/* "137/150" or "2", as number_put_fraction writes it. */
bool number_from_fraction(arena *a, number *out, text fraction);
/* 10^exponent, exponent within +-400. */
bool number_power_of_ten(arena *a, number *out, int exponent);

bool number_add(arena *a, number *out, number x, number y);
bool number_subtract(arena *a, number *out, number x, number y);
bool number_multiply(arena *a, number *out, number x, number y);
bool number_divide(arena *a, number *out, number x, number y);
bool number_negate(arena *a, number *out, number x);
bool number_copy(arena *a, number *out, number x); /* into another arena */

int number_sign(number x);             /* -1, 0, 1 */
int number_compare(number x, number y);
bool number_is_integer(number x);

typedef enum number_rounding {
    NUMBER_HALF_UP, /* half away from zero: 0.5 -> 1, -0.5 -> -1 */
    NUMBER_FLOOR,   /* towards minus infinity */
    NUMBER_TRUNCATE /* towards zero */
} number_rounding;

/* Rounds to `digits` decimals (negative: tens, hundreds ...). */
bool number_round(arena *a, number *out, number x, int digits,
                  number_rounding mode);
/* Half up to `digits` significant digits (1 or more). */
bool number_round_significant(arena *a, number *out, number x, int digits);

/*
 * Appends the exact value as a plain decimal ("1000", "-0.05"); a number
 * that has no finite decimal, or more than `significant` significant digits
 * (0 = all), is rounded half up to that many (15 when 0).
 */
void number_put(buf *b, number x, int significant);
/* With exactly `decimals` digits behind the point (rounded half up). */
void number_put_fixed(buf *b, number x, int decimals);
/* number_put with a comma between thousands: 1,102; 8,900.5 */
void number_put_grouped(buf *b, number x);
/* "137/150"; an integer without a slash. */
void number_put_fraction(buf *b, number x);
/*
 * The fewest significant digits (15, 16 or 17) that denote the same IEEE
 * double as the stored decimal, plainly: how a stored cell value is shown.
 */
void number_put_stored(buf *b, text decimal);
/* True when x is a whole number that fits; *out is 0 otherwise. */
bool number_to_int(number x, int64_t *out);
/* Numerator and denominator, when both are below 2^31 in size. Equal numbers
 * have equal sides, and all of them have or none has. */
bool number_sides(number x, int64_t *top, int64_t *bottom);

#endif
