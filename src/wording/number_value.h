/*
 * number_value.h - the digits of a figure: 1,102 ８．５ 1兆2,000 3万5千
 *
 * Magnitudes in a row make one value in the last of them: 1兆2,000億円 is
 * 12,000 億円, 3万5千人 is 35 千人, 120万5,000人 is 1,205,000 人.
 */
#ifndef KPIBOOK_WORDING_NUMBER_VALUE_H
#define KPIBOOK_WORDING_NUMBER_VALUE_H

#include "wording/number_text.h"

/*
 * Reads the value at the digits *at and moves *at to its unit. False when
 * it is no number (1,23); *failed when memory ran out.
 */
bool number_value_read(arena *a, figure *out, bool *failed, text t,
                       size_t *at);
/* How many digits stand at `at`; at most four are counted. */
size_t number_value_digits(text t, size_t at);

#endif
