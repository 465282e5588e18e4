/*
 * calc.h - reckoning whose failing is remembered
 *
 * As with buf: after memory ran out every result is zero or "", and the
 * caller asks `failed` once, at the end. A divisor of zero is the caller's
 * to rule out; it counts as failing.
 */
#ifndef KPIBOOK_KPI_CALC_H
#define KPIBOOK_KPI_CALC_H

#include "base/number.h"

typedef struct calc {
    arena *memory;
    bool failed;
    bool quiet; /* calc_put() and calc_print() give "": nobody will read it */
} calc;

number calc_int(calc *c, int64_t value);
number calc_add(calc *c, number x, number y);
number calc_subtract(calc *c, number x, number y);
number calc_multiply(calc *c, number x, number y);
number calc_divide(calc *c, number x, number y);
number calc_round(calc *c, number x, int digits, number_rounding mode);
/* x times n / d */
number calc_share(calc *c, number x, int n, int d);
/* A rate in percent. */
number calc_percent(calc *c, number rate);
/* "1,000"; a negative number in brackets. */
const char *calc_put(calc *c, number x);
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
const char *calc_print(calc *c, const char *format, ...);
/* Passes a made string on; NULL is failing and gives "". */
const char *calc_keep(calc *c, const char *made);
const char *calc_keep_buf(calc *c, buf *made); /* and frees it */

#endif
