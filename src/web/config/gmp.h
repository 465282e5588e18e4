/*
 * gmp.h - GMP's own small edition, mini-gmp, in the place of gmp.h
 *
 * mini-gmp is made to be compiled into a program; what it leaves out and
 * base/number.c uses stands here. Limbs have 32 bits, results are the same.
 */
#ifndef KPIBOOK_WEB_GMP_H
#define KPIBOOK_WEB_GMP_H

#include "mini-gmp.h"
#include "mini-mpq.h"

/* out = value without its factors f (f > 1); returns how many there were. */
static inline mp_bitcnt_t mpz_remove(mpz_t out, const mpz_t value,
                                     const mpz_t f)
{
    mp_bitcnt_t count = 0;
    mpz_t quotient, rest;

    mpz_init(quotient);
    mpz_init(rest);
    mpz_set(out, value);
    while (mpz_sgn(out) != 0) {
        mpz_tdiv_qr(quotient, rest, out, f);
        if (mpz_sgn(rest) != 0)
            break;
        mpz_set(out, quotient);
        count++;
    }
    mpz_clear(rest);
    mpz_clear(quotient);
    return count;
}

#endif
