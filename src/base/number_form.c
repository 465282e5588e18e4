/*
 * number_form.c - numbers written: plain, fixed, grouped, as a fraction
 */
#include "base/number_gmp.h"

#include <string.h>

#include "base/number_small.h"

enum { NO_END_DIGITS = 15 /* shown of a number without a finite decimal */ };

/* Appends n / 10^places, plainly. */
static void put_scaled(buf *b, const mpz_t n, size_t places)
{
    size_t room = mpz_sizeinbase(n, 10) + 2, length;
    char small[64], *digits = small;
    buf large;

    buf_init(&large);
    if (room > sizeof(small)) {
        for (size_t i = 0; i < room; i++)
            buf_char(&large, '0');
        if (!buf_ok(&large)) {
            b->failed = true;
            buf_free(&large);
            return;
        }
        digits = large.bytes;
    }
    mpz_get_str(digits, 10, n);
    if (digits[0] == '-') {
        buf_char(b, '-');
        digits++;
    }
    length = strlen(digits);
    if (length > places) {
        buf_add(b, digits, length - places);
    } else {
        buf_char(b, '0');
    }
    if (places != 0) {
        buf_char(b, '.');
        for (size_t i = length; i < places; i++)
            buf_char(b, '0');
        buf_add(b, digits + (length > places ? length - places : 0),
                length > places ? places : length);
    }
    buf_free(&large);
}

/* Decimals that q needs, or -1 when it has no finite decimal. */
static long finite_places(const mpq_t q)
{
    mpz_t rest, factor;
    unsigned long twos, fives;
    long places;

    mpz_init(rest);
    mpz_init_set_ui(factor, 2);
    twos = mpz_remove(rest, mpq_denref(q), factor);
    mpz_set_ui(factor, 5);
    fives = mpz_remove(rest, rest, factor);
    places = mpz_cmp_ui(rest, 1) != 0 ? -1
                                      : (long)(twos > fives ? twos : fives);
    mpz_clear(rest);
    mpz_clear(factor);
    return places;
}

/* Significant digits of an integer, zeros at its end left out. */
static size_t significant_digits(const mpz_t n)
{
    mpz_t rest, ten;
    size_t digits;

    if (mpz_sgn(n) == 0)
        return 1;
    mpz_init(rest);
    mpz_init_set_ui(ten, 10);
    mpz_remove(rest, n, ten);
    mpz_abs(rest, rest);
    digits = mpz_sizeinbase(rest, 10);
    mpz_ui_pow_ui(ten, 10, digits - 1);
    if (mpz_cmp(rest, ten) < 0)
        digits--;
    mpz_clear(rest);
    mpz_clear(ten);
    return digits;
}

/* `q` may be changed. */
static void put_plain(buf *b, mpq_t q, int significant)
{
    long places = finite_places(q);
    mpz_t n;

    mpz_init(n);
    if (places < 0) {
        number_round_to(q, significant > 0 ? significant : NO_END_DIGITS);
        places = finite_places(q);
    }
    for (int pass = 0; pass < 2; pass++) {
        mpq_t shifted;

        mpq_init(shifted);
        mpq_set(shifted, q);
        number_scale(shifted, places);
        mpz_set(n, mpq_numref(shifted));
        mpq_clear(shifted);
        if (significant <= 0 || significant_digits(n) <= (size_t)significant)
            break;
        number_round_to(q, significant);
        places = finite_places(q);
    }
    put_scaled(b, n, (size_t)places);
    mpz_clear(n);
}

void number_put(buf *b, number x, int significant)
{
    mpq_t q;

    if (small_is(x) && small_put(b, x, significant))
        return;
    number_open(q, x);
    put_plain(b, q, significant);
    mpq_clear(q);
}

void number_put_fixed(buf *b, number x, int decimals)
{
    int places = decimals < 0                    ? 0
                 : decimals > NUMBER_MOST_PLACES ? NUMBER_MOST_PLACES
                                                 : decimals;
    mpq_t q;
    mpz_t n;

    if (small_is(x) && small_put_fixed(b, x, places))
        return;
    number_open(q, x);
    mpz_init(n);
    number_scale(q, places);
    number_to_integer(n, q, NUMBER_HALF_UP);
    put_scaled(b, n, (size_t)places);
    mpz_clear(n);
    mpq_clear(q);
}

/* Commas between the thousands of the digits from `start` to the end. */
static void group_digits(buf *b, size_t start)
{
    size_t end = text_find(buf_slice(b), ".", start), commas;

    if (start < b->length && b->bytes[start] == '-')
        start++;
    if (end == SIZE_MAX)
        end = b->length;
    commas = end - start > 3 ? (end - start - 1) / 3 : 0;
    for (size_t i = 0; i < commas; i++)
        buf_char(b, ',');
    if (!buf_ok(b) || commas == 0)
        return;
    memmove(b->bytes + end + commas, b->bytes + end,
            b->length - commas - end);
    for (; commas > 0; commas--) {
        end -= 3;
        memmove(b->bytes + end + commas, b->bytes + end, 3);
        b->bytes[end + commas - 1] = ',';
    }
}

void number_put_grouped(buf *b, number x)
{
    size_t start = b->length;

    number_put(b, x, 0);
    if (buf_ok(b))
        group_digits(b, start);
}

void number_put_fraction(buf *b, number x)
{
    number_seen seen;

    if (small_is(x)) {
        small_put_fraction(b, x);
        return;
    }
    number_show(&seen, x);
    put_scaled(b, mpq_numref(seen.q), 0);
    if (mpz_cmp_ui(mpq_denref(seen.q), 1) != 0) {
        buf_char(b, '/');
        put_scaled(b, mpq_denref(seen.q), 0);
    }
}

/* ---- IEEE doubles, without one ----------------------------------------- */

enum { MANTISSA_BITS = 53, LEAST_EXPONENT = -1074 };

/* n = num / (den * 2^exponent), half to even. */
static void divide_even(mpz_t n, const mpq_t q, long exponent)
{
    mpz_t top, bottom, rest;
    int half;

    mpz_init(rest);
    mpz_init(top);
    mpz_init_set(bottom, mpq_denref(q));
    mpz_abs(top, mpq_numref(q));
    if (exponent < 0)
        mpz_mul_2exp(top, top, (mp_bitcnt_t)-exponent);
    else
        mpz_mul_2exp(bottom, bottom, (mp_bitcnt_t)exponent);
    mpz_fdiv_qr(n, rest, top, bottom);
    mpz_mul_2exp(rest, rest, 1);
    half = mpz_cmp(rest, bottom);
    if (half > 0 || (half == 0 && mpz_odd_p(n)))
        mpz_add_ui(n, n, 1);
    mpz_clear(top);
    mpz_clear(bottom);
    mpz_clear(rest);
}

/* The double nearest to |q| as mantissa * 2^exponent, in lowest form. */
static long nearest_double(mpz_t mantissa, const mpq_t q)
{
    long exponent = (long)mpz_sizeinbase(mpq_numref(q), 2) -
                    (long)mpz_sizeinbase(mpq_denref(q), 2) - MANTISSA_BITS;

    if (exponent < LEAST_EXPONENT)
        exponent = LEAST_EXPONENT;
    divide_even(mantissa, q, exponent);
    while (mpz_sizeinbase(mantissa, 2) > MANTISSA_BITS) {
        exponent++;
        divide_even(mantissa, q, exponent);
    }
    while (mpz_sgn(mantissa) != 0 && mpz_even_p(mantissa)) {
        mpz_tdiv_q_2exp(mantissa, mantissa, 1);
        exponent++;
    }
    return mpz_sgn(mantissa) == 0 ? 0 : exponent;
}

void number_put_stored(buf *b, text decimal)
{
    mpq_t q, shorter;
    mpz_t wanted, got;
    long exponent;
    int digits = NUMBER_EXCEL_DIGITS;

    mpq_init(q);
    if (!number_read_decimal(q, decimal)) {
        mpq_clear(q);
        buf_text(b, decimal);
        return;
    }
    mpq_init(shorter);
    mpz_init(wanted);
    mpz_init(got);
    exponent = nearest_double(wanted, q);
    for (; digits < 17; digits++) {
        mpq_set(shorter, q);
        number_round_to(shorter, digits);
        if (nearest_double(got, shorter) == exponent &&
            mpz_cmp(got, wanted) == 0)
            break;
    }
    mpq_set(shorter, q);
    number_round_to(shorter, digits);
    put_plain(b, shorter, 0);
    mpz_clear(wanted);
    mpz_clear(got);
    mpq_clear(q);
    mpq_clear(shorter);
}
