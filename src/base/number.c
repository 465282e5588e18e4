/*
 * number.c - exact numbers: rationals that never change, on GMP
 *
 * GMP works in temporaries; a result's limbs are copied into the arena and
 * read back in place with mpz_roinit_n.
 */
#include "base/number.h"

#include <gmp.h>
#include <string.h>

enum {
    MAX_DIGITS = 400,     /* of a decimal that is read, and its exponent */
    MAX_FRACTION = 20000, /* digits of a fraction that is read, each side */
    MAX_PLACES = 2000,    /* decimals to round to */
    NO_END_DIGITS = 15    /* shown of a number without a finite decimal */
};

static const mp_limb_t one_limb = 1;

/* `q` shows the limbs of `x`: it is only read, and never cleared. */
static void show(mpq_t q, number x)
{
    const mp_limb_t *limbs = x.limbs;
    size_t top = (size_t)(x.top < 0 ? -(int64_t)x.top : x.top);

    if (limbs == NULL) {
        mpz_roinit_n(mpq_numref(q), &one_limb, 0);
        mpz_roinit_n(mpq_denref(q), &one_limb, 1);
        return;
    }
    mpz_roinit_n(mpq_numref(q), limbs, x.top);
    mpz_roinit_n(mpq_denref(q), limbs + top, x.bottom);
}

/* Copies a canonical `q` into the arena. */
static bool keep(arena *a, number *out, const mpq_t q)
{
    mpz_srcptr num = mpq_numref(q), den = mpq_denref(q);
    size_t top = mpz_size(num), bottom = mpz_size(den);
    mp_limb_t *limbs;

    *out = NUMBER_ZERO;
    if (top == 0)
        return true;
    if (top > INT32_MAX || bottom > INT32_MAX)
        return false;
    limbs = arena_array(a, top + bottom, sizeof(*limbs));
    if (limbs == NULL)
        return false;
    memcpy(limbs, mpz_limbs_read(num), top * sizeof(*limbs));
    memcpy(limbs + top, mpz_limbs_read(den), bottom * sizeof(*limbs));
    out->limbs = limbs;
    out->top = mpz_sgn(num) < 0 ? -(int32_t)top : (int32_t)top;
    out->bottom = (int32_t)bottom;
    return true;
}

/* q = q * 10^exponent */
static void scale(mpq_t q, long exponent)
{
    mpz_t power;

    mpz_init(power);
    mpz_ui_pow_ui(power, 10, (unsigned long)(exponent < 0 ? -exponent
                                                          : exponent));
    if (exponent < 0)
        mpz_mul(mpq_denref(q), mpq_denref(q), power);
    else
        mpz_mul(mpq_numref(q), mpq_numref(q), power);
    mpq_canonicalize(q);
    mpz_clear(power);
}

bool number_from_int(arena *a, number *out, int64_t value)
{
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    mpq_t q;
    bool ok;

    mpq_init(q);
    mpz_import(mpq_numref(q), 1, 1, sizeof(size), 0, 0, &size);
    if (value < 0)
        mpz_neg(mpq_numref(q), mpq_numref(q));
    ok = keep(a, out, q);
    mpq_clear(q);
    return ok;
}

/* What a decimal says: its digits without the point, and the exponent. */
typedef struct decimal_parts {
    char digits[MAX_DIGITS + 1];
    size_t count;
    long exponent;
    bool negative;
} decimal_parts;

static bool decimal_exponent(decimal_parts *parts, text t, size_t at)
{
    bool negative = false;
    long exponent = 0;

    if (at < t.length && (t.bytes[at] == '-' || t.bytes[at] == '+'))
        negative = t.bytes[at++] == '-';
    if (at == t.length)
        return false;
    for (; at < t.length; at++) {
        if (!ascii_is_digit(t.bytes[at]))
            return false;
        exponent = exponent * 10 + (t.bytes[at] - '0');
        if (exponent > MAX_DIGITS)
            return false;
    }
    parts->exponent += negative ? -exponent : exponent;
    return true;
}

static bool decimal_split(decimal_parts *parts, text t)
{
    size_t at = 0;
    bool point = false;

    parts->count = 0;
    parts->exponent = 0;
    parts->negative = t.length != 0 && t.bytes[0] == '-';
    if (t.length != 0 && (t.bytes[0] == '-' || t.bytes[0] == '+'))
        at++;
    if (at == t.length || !ascii_is_digit(t.bytes[at]))
        return false;
    for (; at < t.length; at++) {
        char c = t.bytes[at];

        if (c == '.' && !point && at + 1 < t.length &&
            ascii_is_digit(t.bytes[at + 1])) {
            point = true;
            continue;
        }
        if (!ascii_is_digit(c))
            break;
        if (parts->count == MAX_DIGITS)
            return false;
        parts->digits[parts->count++] = c;
        parts->exponent -= point;
    }
    parts->digits[parts->count] = '\0';
    if (at == t.length)
        return true;
    if (t.bytes[at] != 'e' && t.bytes[at] != 'E')
        return false;
    return decimal_exponent(parts, t, at + 1);
}

/* Into an initialised `q`. */
static bool decimal_read(mpq_t q, text t)
{
    decimal_parts parts;

    if (!decimal_split(&parts, t) ||
        mpz_set_str(mpq_numref(q), parts.digits, 10) != 0)
        return false;
    if (parts.negative)
        mpz_neg(mpq_numref(q), mpq_numref(q));
    scale(q, parts.exponent);
    return true;
}

bool number_from_decimal(arena *a, number *out, text decimal)
{
    mpq_t q;
    bool ok;

    *out = NUMBER_ZERO;
    mpq_init(q);
    ok = decimal_read(q, decimal) && keep(a, out, q);
    mpq_clear(q);
    return ok;
}

bool number_from_fraction(arena *a, number *out, text fraction)
{
    buf copy;
    size_t slash = text_find(fraction, "/", 0), start = 0;
    mpq_t q;
    bool ok = false;

    *out = NUMBER_ZERO;
    if (fraction.length != 0 && fraction.bytes[0] == '-')
        start = 1;
    if (fraction.length == start || fraction.length > MAX_FRACTION ||
        slash == start || slash == fraction.length - 1)
        return false;
    for (size_t i = start; i < fraction.length; i++)
        if (i != slash && !ascii_is_digit(fraction.bytes[i]))
            return false;
    buf_init(&copy);
    buf_text(&copy, fraction);
    mpq_init(q);
    if (buf_ok(&copy) && mpq_set_str(q, buf_cstr(&copy), 10) == 0 &&
        mpz_sgn(mpq_denref(q)) != 0) {
        mpq_canonicalize(q);
        ok = keep(a, out, q);
    }
    mpq_clear(q);
    buf_free(&copy);
    return ok;
}

bool number_power_of_ten(arena *a, number *out, int exponent)
{
    mpq_t q;
    bool ok;

    *out = NUMBER_ZERO;
    if (exponent < -MAX_DIGITS || exponent > MAX_DIGITS)
        return false;
    mpq_init(q);
    mpq_set_ui(q, 1, 1);
    scale(q, exponent);
    ok = keep(a, out, q);
    mpq_clear(q);
    return ok;
}

/* ---- Arithmetic ------------------------------------------------------- */

static bool combine(arena *a, number *out, number x, number y,
                    void (*operation)(mpq_ptr, mpq_srcptr, mpq_srcptr))
{
    mpq_t left, right, result;
    bool ok;

    show(left, x);
    show(right, y);
    mpq_init(result);
    operation(result, left, right);
    ok = keep(a, out, result);
    mpq_clear(result);
    return ok;
}

bool number_add(arena *a, number *out, number x, number y)
{
    return combine(a, out, x, y, mpq_add);
}

bool number_subtract(arena *a, number *out, number x, number y)
{
    return combine(a, out, x, y, mpq_sub);
}

bool number_multiply(arena *a, number *out, number x, number y)
{
    return combine(a, out, x, y, mpq_mul);
}

bool number_divide(arena *a, number *out, number x, number y)
{
    if (number_sign(y) == 0) {
        *out = NUMBER_ZERO;
        return false;
    }
    return combine(a, out, x, y, mpq_div);
}

bool number_negate(arena *a, number *out, number x)
{
    (void)a; /* the limbs are shared: only the sign differs */
    *out = x;
    out->top = -x.top;
    return true;
}

bool number_copy(arena *a, number *out, number x)
{
    mpq_t q;

    show(q, x);
    return keep(a, out, q);
}

int number_sign(number x)
{
    return (x.top > 0) - (x.top < 0);
}

int number_compare(number x, number y)
{
    mpq_t left, right;
    int order;

    show(left, x);
    show(right, y);
    order = mpq_cmp(left, right);
    return (order > 0) - (order < 0);
}

bool number_is_integer(number x)
{
    mpq_t q;

    show(q, x);
    return mpz_cmp_ui(mpq_denref(q), 1) == 0;
}

bool number_to_int(number x, int64_t *out)
{
    uint64_t size = 0;
    mpq_t q;

    *out = 0;
    show(q, x);
    if (mpz_cmp_ui(mpq_denref(q), 1) != 0 ||
        mpz_sizeinbase(mpq_numref(q), 2) > 64)
        return false;
    mpz_export(&size, NULL, 1, sizeof(size), 0, 0, mpq_numref(q));
    if (number_sign(x) < 0) {
        if (size > (uint64_t)INT64_MAX + 1)
            return false;
        *out = size == (uint64_t)INT64_MAX + 1 ? INT64_MIN : -(int64_t)size;
        return true;
    }
    if (size > INT64_MAX)
        return false;
    *out = (int64_t)size;
    return true;
}

/* ---- Rounding --------------------------------------------------------- */

/* n = q as an integer, rounded; `q` is only read. */
static void to_integer(mpz_t n, const mpq_t q, number_rounding mode)
{
    mpz_srcptr num = mpq_numref(q), den = mpq_denref(q);

    if (mode == NUMBER_FLOOR) {
        mpz_fdiv_q(n, num, den);
        return;
    }
    if (mode == NUMBER_HALF_UP) {
        mpz_t doubled; /* (2|num| + den) / 2den, the sign put back */

        mpz_init(doubled);
        mpz_mul_2exp(doubled, den, 1);
        mpz_abs(n, num);
        mpz_mul_2exp(n, n, 1);
        mpz_add(n, n, den);
        mpz_fdiv_q(n, n, doubled);
        if (mpz_sgn(num) < 0)
            mpz_neg(n, n);
        mpz_clear(doubled);
        return;
    }
    mpz_tdiv_q(n, num, den);
}

/* q rounded to `digits` decimals, in place. */
static void round_places(mpq_t q, long digits, number_rounding mode)
{
    mpz_t n;

    mpz_init(n);
    scale(q, digits);
    to_integer(n, q, mode);
    mpq_set_z(q, n);
    scale(q, -digits);
    mpz_clear(n);
}

/* e with 10^e <= |q| < 10^(e+1); q is not zero. */
static long exponent_of(const mpq_t q)
{
    long e = (long)mpz_sizeinbase(mpq_numref(q), 10) -
             (long)mpz_sizeinbase(mpq_denref(q), 10) + 1;
    mpq_t size, power;

    mpq_init(size);
    mpq_init(power);
    mpq_abs(size, q);
    for (;; e--) { /* the first guess is at most two too high */
        mpq_set_ui(power, 1, 1);
        scale(power, e);
        if (mpq_cmp(size, power) >= 0)
            break;
    }
    mpq_clear(size);
    mpq_clear(power);
    return e;
}

static void round_significant(mpq_t q, long digits)
{
    if (mpq_sgn(q) != 0)
        round_places(q, digits - 1 - exponent_of(q), NUMBER_HALF_UP);
}

/* An own copy of x, to be cleared. */
static void copy_of(mpq_t q, number x)
{
    mpq_t shown;

    show(shown, x);
    mpq_init(q);
    mpq_set(q, shown);
}

bool number_round(arena *a, number *out, number x, int digits,
                  number_rounding mode)
{
    mpq_t q;
    bool ok;

    *out = NUMBER_ZERO;
    if (digits < -MAX_PLACES || digits > MAX_PLACES)
        return false;
    copy_of(q, x);
    round_places(q, digits, mode);
    ok = keep(a, out, q);
    mpq_clear(q);
    return ok;
}

bool number_round_significant(arena *a, number *out, number x, int digits)
{
    mpq_t q;
    bool ok;

    *out = NUMBER_ZERO;
    if (digits < 1 || digits > MAX_PLACES)
        return false;
    copy_of(q, x);
    round_significant(q, digits);
    ok = keep(a, out, q);
    mpq_clear(q);
    return ok;
}

bool number_from_cell(arena *a, number *out, text decimal)
{
    mpq_t q;
    bool ok;

    *out = NUMBER_ZERO;
    mpq_init(q);
    ok = decimal_read(q, decimal);
    if (ok) {
        round_significant(q, NUMBER_EXCEL_DIGITS);
        ok = keep(a, out, q);
    }
    mpq_clear(q);
    return ok;
}

/* ---- Printing --------------------------------------------------------- */

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
        round_significant(q, significant > 0 ? significant : NO_END_DIGITS);
        places = finite_places(q);
    }
    for (int pass = 0; pass < 2; pass++) {
        mpq_t shifted;

        mpq_init(shifted);
        mpq_set(shifted, q);
        scale(shifted, places);
        mpz_set(n, mpq_numref(shifted));
        mpq_clear(shifted);
        if (significant <= 0 || significant_digits(n) <= (size_t)significant)
            break;
        round_significant(q, significant);
        places = finite_places(q);
    }
    put_scaled(b, n, (size_t)places);
    mpz_clear(n);
}

void number_put(buf *b, number x, int significant)
{
    mpq_t q;

    copy_of(q, x);
    put_plain(b, q, significant);
    mpq_clear(q);
}

void number_put_fixed(buf *b, number x, int decimals)
{
    int places = decimals < 0 ? 0 : decimals > MAX_PLACES ? MAX_PLACES
                                                          : decimals;
    mpq_t q;
    mpz_t n;

    copy_of(q, x);
    mpz_init(n);
    scale(q, places);
    to_integer(n, q, NUMBER_HALF_UP);
    put_scaled(b, n, (size_t)places);
    mpz_clear(n);
    mpq_clear(q);
}

void number_put_grouped(buf *b, number x)
{
    buf plain;
    text t;
    size_t at = 0, end;

    buf_init(&plain);
    number_put(&plain, x, 0);
    t = buf_slice(&plain);
    if (at < t.length && t.bytes[at] == '-') {
        buf_char(b, '-');
        at++;
    }
    end = text_find(t, ".", 0);
    if (end == SIZE_MAX)
        end = t.length;
    for (; at < end; at++) {
        buf_char(b, t.bytes[at]);
        if (end - at > 1 && (end - at - 1) % 3 == 0)
            buf_char(b, ',');
    }
    buf_text(b, text_from(t, end));
    if (!buf_ok(&plain))
        b->failed = true;
    buf_free(&plain);
}

void number_put_fraction(buf *b, number x)
{
    mpq_t q;

    show(q, x);
    put_scaled(b, mpq_numref(q), 0);
    if (mpz_cmp_ui(mpq_denref(q), 1) != 0) {
        buf_char(b, '/');
        put_scaled(b, mpq_denref(q), 0);
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
    if (!decimal_read(q, decimal)) {
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
        round_significant(shorter, digits);
        if (nearest_double(got, shorter) == exponent &&
            mpz_cmp(got, wanted) == 0)
            break;
    }
    mpq_set(shorter, q);
    round_significant(shorter, digits);
    put_plain(b, shorter, 0);
    mpz_clear(wanted);
    mpz_clear(got);
    mpq_clear(q);
    mpq_clear(shorter);
}
