/*
 * number_gmp.h - numbers as GMP sees them, between number.c and number_form.c
 */
#ifndef KPIBOOK_BASE_NUMBER_GMP_H
#define KPIBOOK_BASE_NUMBER_GMP_H

#include <gmp.h>

#include "base/number.h"

enum { NUMBER_MOST_PLACES = 2000 /* decimals to round to */ };

/* A number as GMP reads it; a small one's sides are put into `limbs`. */
typedef struct number_seen {
    mpq_t q; /* only read, and never cleared */
    mp_limb_t limbs[2];
} number_seen;

void number_show(number_seen *seen, number x);
/* A copy that may be changed; mpq_clear it. */
void number_open(mpq_t q, number x);
/* q = q * 10^exponent */
void number_scale(mpq_t q, long exponent);
/* The nearest integer by `mode`. */
void number_to_integer(mpz_t out, const mpq_t q, number_rounding mode);
/* Half up to `digits` significant digits. */
void number_round_to(mpq_t q, long digits);
/* An ASCII decimal as in number_from_decimal; q is initialised. */
bool number_read_decimal(mpq_t q, text t);

#endif
