#include "output/decimal_sum.h"

/* Exponents -40 .. 23 have a bucket; a value is high * 10^9 + low. */
enum { LOWEST = -40, MOST_DIGITS = 18, BASE = 1000000000 };

/* Reads [-]digits[.digits][E[+-]digits] into mantissa and exponent. */
static bool split(int64_t *mantissa, int *exponent, text t)
{
    size_t i = 0, digits = 0;
    bool negative = false, point = false, exponent_negative = false;
    int scale = 0;

    *mantissa = 0;
    *exponent = 0;
    if (i < t.length && (t.bytes[i] == '-' || t.bytes[i] == '+'))
        negative = t.bytes[i++] == '-';
    for (; i < t.length; i++) {
        char c = t.bytes[i];

        if (c == '.' && !point) {
            point = true;
        } else if (ascii_is_digit(c)) {
            if (*mantissa > 0 || c != '0')
                digits++;
            if (digits > MOST_DIGITS)
                return false;
            *mantissa = *mantissa * 10 + (c - '0');
            scale -= point ? 1 : 0;
        } else {
            break;
        }
    }
    if (i < t.length && (t.bytes[i] == 'E' || t.bytes[i] == 'e')) {
        i++;
        if (i < t.length && (t.bytes[i] == '-' || t.bytes[i] == '+'))
            exponent_negative = t.bytes[i++] == '-';
        for (; i < t.length && ascii_is_digit(t.bytes[i]); i++) {
            if (*exponent > 1000)
                return false;
            *exponent = *exponent * 10 + (t.bytes[i] - '0');
        }
    }
    if (i != t.length)
        return false;
    *exponent = (exponent_negative ? -*exponent : *exponent) + scale;
    *mantissa = negative ? -*mantissa : *mantissa;
    return true;
}

bool decimal_sum_add(decimal_sum *s, text decimal)
{
    int64_t mantissa;
    int exponent;
    number x;

    if (split(&mantissa, &exponent, decimal) && exponent >= LOWEST &&
        exponent < LOWEST + DECIMAL_SUM_BUCKETS) {
        s->bucket[exponent - LOWEST].high += mantissa / BASE;
        s->bucket[exponent - LOWEST].low += mantissa % BASE;
        return true;
    }
    if (!number_from_decimal(&s->memory, &x, decimal))
        return true;
    return number_add(&s->memory, &s->rest, s->rest, x);
}

static bool add_bucket(decimal_sum *s, number *sum, size_t i)
{
    number high, low, base, power;
    arena *a = &s->memory;

    return number_from_int(a, &high, s->bucket[i].high) &&
           number_from_int(a, &low, s->bucket[i].low) &&
           number_from_int(a, &base, BASE) &&
           number_multiply(a, &high, high, base) &&
           number_add(a, &high, high, low) &&
           number_power_of_ten(a, &power, LOWEST + (int)i) &&
           number_multiply(a, &high, high, power) &&
           number_add(a, sum, *sum, high);
}

bool decimal_sum_put(decimal_sum *s, buf *out)
{
    number sum = s->rest;

    for (size_t i = 0; i < DECIMAL_SUM_BUCKETS; i++) {
        if ((s->bucket[i].high != 0 || s->bucket[i].low != 0) &&
            !add_bucket(s, &sum, i))
            return false;
    }
    number_put(out, sum, NUMBER_EXCEL_DIGITS);
    return buf_ok(out);
}

void decimal_sum_free(decimal_sum *s)
{
    arena_free(&s->memory);
}
