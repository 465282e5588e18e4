/*
 * number.c - exact numbers: rationals that never change, on GMP
 *
 * GMP works in temporaries; a result's limbs are copied into the arena and
 * read back in place with mpz_roinit_n. Writing them is number_form.c.
 */
#include "base/number_gmp.h"

#include <string.h>

#include "base/number_small.h"

enum {
    MAX_DIGITS = 400,    /* of a decimal that is read, and its exponent */
    MAX_FRACTION = 20000 /* digits of a fraction that is read, each side */
};

void number_show(number_seen *seen, number x)
{
    const mp_limb_t *limbs = x.limbs;
    size_t top = (size_t)(x.top < 0 ? -(int64_t)x.top : x.top);

    if (small_is(x)) {
        seen->limbs[0] = (mp_limb_t)top;
        seen->limbs[1] = (mp_limb_t)small_bottom(x);
        mpz_roinit_n(mpq_numref(seen->q), &seen->limbs[0],
                     number_sign(x));
        mpz_roinit_n(mpq_denref(seen->q), &seen->limbs[1], 1);
        return;
    }
    mpz_roinit_n(mpq_numref(seen->q), limbs, x.top);
    mpz_roinit_n(mpq_denref(seen->q), limbs + top, x.bottom);
}

static bool keep_small(number *out, mpz_srcptr num, mpz_srcptr den)
{
    mp_limb_t top = mpz_getlimbn(num, 0), bottom = mpz_getlimbn(den, 0);

    if (mpz_size(num) > 1 || mpz_size(den) > 1 || top > INT32_MAX ||
        bottom > INT32_MAX)
        return false;
    return small_set(out, mpz_sgn(num) < 0 ? -(int64_t)top : (int64_t)top,
                     (int64_t)bottom);
}

/* Copies a canonical `q` into the arena. */
static bool keep(arena *a, number *out, const mpq_t q)
{
    mpz_srcptr num = mpq_numref(q), den = mpq_denref(q);
    size_t top = mpz_size(num), bottom = mpz_size(den);
    mp_limb_t *limbs;

    *out = NUMBER_ZERO;
    if (keep_small(out, num, den))
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
void number_scale(mpq_t q, long exponent)
{
    mpz_t power;

    if (exponent == 0)
        return;
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

    if (value <= INT32_MAX && value >= -INT32_MAX)
        return small_set(out, value, 1);
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
bool number_read_decimal(mpq_t q, text t)
{
    decimal_parts parts;

    if (!decimal_split(&parts, t) ||
        mpz_set_str(mpq_numref(q), parts.digits, 10) != 0)
        return false;
    if (parts.negative)
        mpz_neg(mpq_numref(q), mpq_numref(q));
    number_scale(q, parts.exponent);
    return true;
}

bool number_from_decimal(arena *a, number *out, text decimal)
{
    mpq_t q;
    bool ok;

    *out = NUMBER_ZERO;
    if (small_from_decimal(out, decimal))
        return true;
    mpq_init(q);
    ok = number_read_decimal(q, decimal) && keep(a, out, q);
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
    if (small_power_of_ten(out, exponent))
        return true;
    mpq_init(q);
    mpq_set_ui(q, 1, 1);
    number_scale(q, exponent);
    ok = keep(a, out, q);
    mpq_clear(q);
    return ok;
}

/* ---- Arithmetic --------------------------------------------------------- */

static bool combine(arena *a, number *out, number x, number y,
                    void (*operation)(mpq_ptr, mpq_srcptr, mpq_srcptr))
{
    number_seen left, right;
    mpq_t result;
    bool ok;

    number_show(&left, x);
    number_show(&right, y);
    mpq_init(result);
    operation(result, left.q, right.q);
    ok = keep(a, out, result);
    mpq_clear(result);
    return ok;
}

bool number_add(arena *a, number *out, number x, number y)
{
    if (small_is(x) && small_is(y) && small_add(out, x, y))
        return true;
    return combine(a, out, x, y, mpq_add);
}

bool number_subtract(arena *a, number *out, number x, number y)
{
    if (small_is(x) && small_is(y) && small_subtract(out, x, y))
        return true;
    return combine(a, out, x, y, mpq_sub);
}

bool number_multiply(arena *a, number *out, number x, number y)
{
    if (small_is(x) && small_is(y) && small_multiply(out, x, y))
        return true;
    return combine(a, out, x, y, mpq_mul);
}

bool number_divide(arena *a, number *out, number x, number y)
{
    if (number_sign(y) == 0) {
        *out = NUMBER_ZERO;
        return false;
    }
    if (small_is(x) && small_is(y) && small_divide(out, x, y))
        return true;
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
    number_seen seen;

    *out = x;
    if (small_is(x))
        return true;
    number_show(&seen, x);
    return keep(a, out, seen.q);
}

int number_sign(number x)
{
    return (x.top > 0) - (x.top < 0);
}

int number_compare(number x, number y)
{
    number_seen left, right;
    int order;

    if (small_is(x) && small_is(y))
        return small_compare(x, y);
    number_show(&left, x);
    number_show(&right, y);
    order = mpq_cmp(left.q, right.q);
    return (order > 0) - (order < 0);
}

bool number_is_integer(number x)
{
    number_seen seen;

    if (small_is(x))
        return small_bottom(x) == 1;
    number_show(&seen, x);
    return mpz_cmp_ui(mpq_denref(seen.q), 1) == 0;
}

bool number_sides(number x, int64_t *top, int64_t *bottom)
{
    if (!small_is(x))
        return false;
    *top = small_top(x);
    *bottom = small_bottom(x);
    return true;
}

bool number_to_int(number x, int64_t *out)
{
    uint64_t size = 0;
    number_seen seen;

    *out = 0;
    if (small_is(x)) {
        *out = small_bottom(x) == 1 ? small_top(x) : 0;
        return small_bottom(x) == 1;
    }
    number_show(&seen, x);
    if (mpz_cmp_ui(mpq_denref(seen.q), 1) != 0 ||
        mpz_sizeinbase(mpq_numref(seen.q), 2) > 64)
        return false;
    mpz_export(&size, NULL, 1, sizeof(size), 0, 0, mpq_numref(seen.q));
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

/* ---- Rounding ----------------------------------------------------------- */

/* n = q as an integer, rounded; `q` is only read. */
void number_to_integer(mpz_t n, const mpq_t q, number_rounding mode)
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
    number_scale(q, digits);
    number_to_integer(n, q, mode);
    mpq_set_z(q, n);
    number_scale(q, -digits);
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
        number_scale(power, e);
        if (mpq_cmp(size, power) >= 0)
            break;
    }
    mpq_clear(size);
    mpq_clear(power);
    return e;
}

void number_round_to(mpq_t q, long digits)
{
    if (mpq_sgn(q) != 0)
        round_places(q, digits - 1 - exponent_of(q), NUMBER_HALF_UP);
}

/* An own copy of x, to be cleared. */
void number_open(mpq_t q, number x)
{
    number_seen seen;

    number_show(&seen, x);
    mpq_init(q);
    mpq_set(q, seen.q);
}

bool number_round(arena *a, number *out, number x, int digits,
                  number_rounding mode)
{
    mpq_t q;
    bool ok;

    *out = NUMBER_ZERO;
    if (digits < -NUMBER_MOST_PLACES || digits > NUMBER_MOST_PLACES)
        return false;
    if (small_is(x) && small_round(out, x, digits, mode))
        return true;
    number_open(q, x);
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
    if (digits < 1 || digits > NUMBER_MOST_PLACES)
        return false;
    if (small_is(x) && small_round_significant(out, x, digits))
        return true;
    number_open(q, x);
    number_round_to(q, digits);
    ok = keep(a, out, q);
    mpq_clear(q);
    return ok;
}

/* Digits of the mantissa, leading and trailing zeros too. */
static size_t digits_written(text decimal)
{
    size_t digits = 0;

    for (size_t i = 0; i < decimal.length; i++) {
        char c = decimal.bytes[i];

        if (c == 'e' || c == 'E')
            break;
        digits += ascii_is_digit(c);
    }
    return digits;
}

bool number_from_cell(arena *a, number *out, text decimal)
{
    mpq_t q;
    bool ok;

    *out = NUMBER_ZERO;
    if (small_from_decimal(out, decimal))
        return true; /* nine digits at most */
    mpq_init(q);
    ok = number_read_decimal(q, decimal);
    if (ok) {
        if (digits_written(decimal) > NUMBER_EXCEL_DIGITS)
            number_round_to(q, NUMBER_EXCEL_DIGITS);
        ok = keep(a, out, q);
    }
    mpq_clear(q);
    return ok;
}
