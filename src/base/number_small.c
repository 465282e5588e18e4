/*
 * number_small.c - the numbers of everyday: no limbs, no memory, no GMP
 */
#include "base/number_small.h"

enum { MOST_TEN = 9 /* 10^9 times a side stays below 2^61 */ };

static const int64_t tens[MOST_TEN + 1] = {
    1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000
};

static uint64_t common_divisor(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;

        a = b;
        b = rest;
    }
    return a;
}

static uint64_t size_of(int64_t n)
{
    return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

bool small_set(number *out, int64_t top, int64_t bottom)
{
    int64_t divisor;

    if (bottom != 1) {
        divisor = (int64_t)common_divisor((uint64_t)bottom, size_of(top));
        top /= divisor;
        bottom /= divisor;
    }
    if (top > INT32_MAX || top < -INT32_MAX || bottom > INT32_MAX)
        return false;
    *out = (number){ NULL, (int32_t)top, top == 0 ? 0 : (int32_t)bottom };
    return true;
}

bool small_from_decimal(number *out, text t)
{
    size_t at = 0, digits = 0, places = 0;
    bool negative = t.length != 0 && t.bytes[0] == '-', point = false;
    int64_t value = 0;

    if (t.length != 0 && (t.bytes[0] == '-' || t.bytes[0] == '+'))
        at++;
    if (at == t.length || !ascii_is_digit(t.bytes[at]) ||
        !ascii_is_digit(t.bytes[t.length - 1]))
        return false;
    for (; at < t.length; at++) {
        if (t.bytes[at] == '.' && !point) {
            point = true;
            continue;
        }
        if (!ascii_is_digit(t.bytes[at]) || ++digits > MOST_TEN)
            return false;
        value = value * 10 + (t.bytes[at] - '0');
        places += point;
    }
    return small_set(out, negative ? -value : value, tens[places]);
}

bool small_power_of_ten(number *out, int exponent)
{
    if (exponent < -MOST_TEN || exponent > MOST_TEN)
        return false;
    return exponent < 0 ? small_set(out, 1, tens[-exponent])
                        : small_set(out, tens[exponent], 1);
}

/* ---- Arithmetic: products of two sides stay below 2^62 ------------------- */

static bool sum(number *out, number x, int64_t y_top, int64_t y_bottom)
{
    return small_set(out, small_top(x) * y_bottom + y_top * small_bottom(x),
                     small_bottom(x) * y_bottom);
}

bool small_add(number *out, number x, number y)
{
    return sum(out, x, small_top(y), small_bottom(y));
}

bool small_subtract(number *out, number x, number y)
{
    return sum(out, x, -small_top(y), small_bottom(y));
}

bool small_multiply(number *out, number x, number y)
{
    return small_set(out, small_top(x) * small_top(y),
                     small_bottom(x) * small_bottom(y));
}

bool small_divide(number *out, number x, number y)
{
    int64_t top = small_top(x) * small_bottom(y);
    int64_t bottom = small_bottom(x) * small_top(y);

    return bottom < 0 ? small_set(out, -top, -bottom)
                      : small_set(out, top, bottom);
}

int small_compare(number x, number y)
{
    int64_t left = small_top(x) * small_bottom(y);
    int64_t right = small_top(y) * small_bottom(x);

    return (left > right) - (left < right);
}

/* ---- Rounding ------------------------------------------------------------ */

/* n / d as an integer; |n| is below 2^61 and d below 2^31. */
static int64_t rounded(int64_t n, int64_t d, number_rounding mode)
{
    int64_t whole = n / d;

    switch (mode) {
    case NUMBER_FLOOR:
        return n < 0 && n % d != 0 ? whole - 1 : whole;
    case NUMBER_HALF_UP:
        whole = (int64_t)((2 * size_of(n) + (uint64_t)d) /
                          (2 * (uint64_t)d));
        return n < 0 ? -whole : whole;
    case NUMBER_TRUNCATE:
        break;
    }
    return whole;
}

bool small_round(number *out, number x, int digits, number_rounding mode)
{
    if (digits < 0 || digits > MOST_TEN)
        return false;
    return small_set(out, rounded(small_top(x) * tens[digits],
                                  small_bottom(x), mode), tens[digits]);
}

/* x = n / 10^places with the fewest places; false when there are too many. */
static bool as_decimal(int64_t *n, int *places, number x)
{
    int64_t bottom = small_bottom(x);

    for (*places = 0; *places <= MOST_TEN; ++*places)
        if (tens[*places] % bottom == 0) {
            *n = small_top(x) * (tens[*places] / bottom);
            return true;
        }
    return false;
}

static int digits_in(uint64_t size)
{
    int digits = 1;

    while ((size /= 10) != 0)
        digits++;
    return digits;
}

/* Significant digits of n, zeros at its end left out. */
static int digits_of(int64_t n)
{
    uint64_t size = size_of(n);

    while (size != 0 && size % 10 == 0)
        size /= 10;
    return digits_in(size);
}

bool small_round_significant(number *out, number x, int digits)
{
    int64_t n;
    int places;

    if (!as_decimal(&n, &places, x) || digits_of(n) > digits)
        return false;
    *out = x;
    return true;
}

/* ---- Writing ------------------------------------------------------------- */

/* n / 10^places */
static void put_scaled(buf *b, int64_t n, int places)
{
    char digits[32];
    size_t at = sizeof(digits);
    uint64_t size = size_of(n);
    int left = places;

    do {
        digits[--at] = (char)('0' + size % 10);
        size /= 10;
        if (--left == 0)
            digits[--at] = '.';
    } while (size != 0 || left >= 0);
    if (n < 0)
        digits[--at] = '-';
    buf_add(b, digits + at, sizeof(digits) - at);
}

/* Without a finite decimal: nothing but 2 and 5 divides 10^n. */
static bool never_ends(int64_t bottom)
{
    while (bottom % 2 == 0)
        bottom /= 2;
    while (bottom % 5 == 0)
        bottom /= 5;
    return bottom != 1;
}

/* Adds one to the last of `count` digits; true when it leaves the first. */
static bool carry(char *digits, int count)
{
    while (count > 0 && digits[count - 1] == '9')
        digits[--count] = '0';
    if (count == 0)
        return true;
    digits[count - 1]++;
    return false;
}

/* Division as on paper, to so many significant digits: first the `whole`,
 * then what is behind the point, nine zeros at most before it begins. */
static bool put_quotient(buf *b, number x, int significant)
{
    enum { MOST_SIGNIFICANT = 17 };
    uint64_t size = size_of(small_top(x)), by = (uint64_t)small_bottom(x);
    uint64_t whole = size / by, rest = size % by;
    char digits[MOST_SIGNIFICANT + 10];
    int got = whole == 0 ? 0 : digits_in(whole), places = 0;

    if (significant > MOST_SIGNIFICANT || got > significant)
        return false;
    while (rest != 0 && got < significant) {
        rest *= 10;
        digits[places] = (char)('0' + rest / by);
        got += got > 0 || digits[places] != '0';
        rest %= by;
        places++;
    }
    if (2 * rest >= by && carry(digits, places))
        whole++;
    while (places > 0 && digits[places - 1] == '0')
        places--;
    if (small_top(x) < 0)
        buf_char(b, '-');
    put_scaled(b, (int64_t)whole, 0);
    if (places > 0) {
        buf_char(b, '.');
        buf_add(b, digits, (size_t)places);
    }
    return true;
}

bool small_put(buf *b, number x, int significant)
{
    int64_t n;
    int places;

    if (as_decimal(&n, &places, x) &&
        (significant <= 0 || digits_of(n) <= significant)) {
        put_scaled(b, n, places);
        return true;
    }
    if (significant <= 0)
        return never_ends(small_bottom(x)) &&
               put_quotient(b, x, NUMBER_EXCEL_DIGITS);
    return put_quotient(b, x, significant);
}

bool small_put_fixed(buf *b, number x, int decimals)
{
    if (decimals < 0 || decimals > MOST_TEN)
        return false;
    put_scaled(b, rounded(small_top(x) * tens[decimals], small_bottom(x),
                          NUMBER_HALF_UP), decimals);
    return true;
}

void small_put_fraction(buf *b, number x)
{
    put_scaled(b, small_top(x), 0);
    if (small_bottom(x) != 1) {
        buf_char(b, '/');
        put_scaled(b, small_bottom(x), 0);
    }
}
