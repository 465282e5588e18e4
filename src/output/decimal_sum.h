/*
 * decimal_sum.h - the exact sum of many decimals, without a rational each
 *
 * Decimals of up to 18 digits are summed as integers, a bucket an exponent;
 * longer ones as rationals. A zeroed struct is an empty sum.
 */
#ifndef KPIBOOK_OUTPUT_DECIMAL_SUM_H
#define KPIBOOK_OUTPUT_DECIMAL_SUM_H

#include "base/number.h"

enum { DECIMAL_SUM_BUCKETS = 64 };

typedef struct decimal_sum {
    struct { int64_t high, low; } bucket[DECIMAL_SUM_BUCKETS];
    arena memory;
    number rest; /* of what fits no bucket */
} decimal_sum;

/* Text that is no decimal adds nothing. False: out of memory. */
bool decimal_sum_add(decimal_sum *s, text decimal);
/* Appends the sum, at most 15 significant digits. */
bool decimal_sum_put(decimal_sum *s, buf *out);
void decimal_sum_free(decimal_sum *s);

#endif
