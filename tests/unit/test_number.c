/*
 * test_number.c - exact numbers
 */
#include <string.h>

#include "support/rows.h"

#include "base/number.h"

static const struct put_case {
    const char *label;
    const char *decimal;
    int significant;
    const char *expected; /* NULL: refused */
} puts_rows[] = {
    { "an integer", "1000", 0, "1000" },
    { "a small fraction", "-0.05", 0, "-0.05" },
    { "zeros at the end are no digits", "1.500", 0, "1.5" },
    { "an exponent", "1.5e3", 0, "1500" },
    { "a negative exponent", "15E-3", 0, "0.015" },
    { "a plus sign", "+7", 0, "7" },
    { "minus zero is zero", "-0.0", 0, "0" },
    { "rounds to two digits", "1.25", 2, "1.3" },
    { "rounds away from zero", "-1.25", 2, "-1.3" },
    { "rounds an integer", "12345", 2, "12000" },
    { "rounds up into a new digit", "999.6", 3, "1000" },
    { "no digits", "", 0, NULL },
    { "a sign alone", "-", 0, NULL },
    { "two points", "1.2.3", 0, NULL },
    { "a point at the end", "1.", 0, NULL },
    { "a space", "1 ", 0, NULL },
    { "a huge exponent", "1e401", 0, NULL },
    { "letters", "nan", 0, NULL },
};

static void puts_a_decimal(void **state)
{
    const struct put_case *c = *state;
    arena a;
    buf b;
    number x;

    arena_init(&a, 0);
    buf_init(&b);
    assert_int_equal(number_from_decimal(&a, &x, text_of(c->decimal)),
                     c->expected != NULL);
    if (c->expected != NULL) {
        number_put(&b, x, c->significant);
        assert_string_equal(buf_cstr(&b), c->expected);
    }
    buf_free(&b);
    arena_free(&a);
}

static const struct stored_case {
    const char *label, *decimal, *expected;
} stored[] = {
    { "17 digits of 0.58", "0.57999999999999996", "0.58" },
    { "17 digits of 0.1", "0.10000000000000001", "0.1" },
    { "a third needs 16", "0.33333333333333331", "0.3333333333333333" },
    { "a sum needs 17", "0.30000000000000004", "0.30000000000000004" },
    { "an integer", "1234567890", "1234567890" },
    { "the greatest double", "1.7976931348623157E308",
      "17976931348623157"
      "00000000000000000000000000000000000000000000000000000000000000000000000"
      "00000000000000000000000000000000000000000000000000000000000000000000000"
      "00000000000000000000000000000000000000000000000000000000000000000000000"
      "00000000000000000000000000000000000000000000000000000000000000000000000"
      "00000000" },
    { "zero", "0", "0" },
    { "no decimal stays", "abc", "abc" },
};

static void shows_a_stored_value(void **state)
{
    const struct stored_case *c = *state;
    buf b;

    buf_init(&b);
    number_put_stored(&b, text_of(c->decimal));
    assert_string_equal(buf_cstr(&b), c->expected);
    buf_free(&b);
}

static const struct round_case {
    const char *label, *value;
    int digits;
    number_rounding mode;
    const char *expected;
} rounds[] = {
    { "half up", "0.5", 0, NUMBER_HALF_UP, "1" },
    { "half away from zero", "-0.5", 0, NUMBER_HALF_UP, "-1" },
    { "floor of a negative", "-0.1", 0, NUMBER_FLOOR, "-1" },
    { "truncate a negative", "-1.9", 0, NUMBER_TRUNCATE, "-1" },
    { "to tens", "15", -1, NUMBER_HALF_UP, "20" },
    { "to a decimal", "172.44", 1, NUMBER_HALF_UP, "172.4" },
    { "the double would round down", "1.005", 2, NUMBER_HALF_UP, "1.01" },
};

static void rounds_exactly(void **state)
{
    const struct round_case *c = *state;
    arena a;
    buf b;
    number x;

    arena_init(&a, 0);
    buf_init(&b);
    assert_true(number_from_decimal(&a, &x, text_of(c->value)));
    assert_true(number_round(&a, &x, x, c->digits, c->mode));
    number_put(&b, x, 0);
    assert_string_equal(buf_cstr(&b), c->expected);
    buf_free(&b);
    arena_free(&a);
}

static void calculates_with_fractions(void **state)
{
    arena a;
    buf b;
    number x, y, z;
    int64_t i;

    (void)state;
    arena_init(&a, 0);
    buf_init(&b);
    assert_true(number_from_fraction(&a, &x, text_of("137/150")));
    assert_true(number_from_int(&a, &y, 150));
    assert_true(number_multiply(&a, &z, x, y));
    assert_true(number_is_integer(z));
    assert_true(number_to_int(z, &i));
    assert_int_equal(i, 137);
    assert_true(number_subtract(&a, &z, x, x));
    assert_int_equal(number_sign(z), 0);
    assert_false(number_divide(&a, &z, x, z));
    assert_true(number_negate(&a, &z, x));
    assert_int_equal(number_compare(z, x), -1);
    number_put_fraction(&b, z);
    assert_string_equal(buf_cstr(&b), "-137/150");
    buf_clear(&b);
    number_put(&b, x, 0);
    assert_string_equal(buf_cstr(&b), "0.913333333333333");
    buf_clear(&b);
    number_put_fixed(&b, x, 1);
    assert_string_equal(buf_cstr(&b), "0.9");
    buf_clear(&b);
    assert_true(number_from_decimal(&a, &x, text_of("-1234567.25")));
    number_put_grouped(&b, x);
    assert_string_equal(buf_cstr(&b), "-1,234,567.25");
    buf_clear(&b);
    assert_true(number_from_decimal(&a, &x, text_of("-0.04")));
    number_put_fixed(&b, x, 1);
    assert_string_equal(buf_cstr(&b), "0.0");
    assert_false(number_from_fraction(&a, &x, text_of("1/0")));
    assert_false(number_from_fraction(&a, &x, text_of("/3")));
    assert_false(number_from_fraction(&a, &x, text_of("1/")));
    assert_true(number_from_cell(&a, &x, text_of("0.57999999999999996")));
    assert_true(number_from_decimal(&a, &y, text_of("0.58")));
    assert_int_equal(number_compare(x, y), 0);
    buf_free(&b);
    arena_free(&a);
}

static void keeps_the_ends_of_int64(void **state)
{
    static const int64_t ends[] = { INT64_MIN, -1, 0, 1, INT64_MAX };
    arena a;
    number x, one;
    int64_t got;

    (void)state;
    arena_init(&a, 0);
    assert_true(number_from_int(&a, &one, 1));
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
        assert_true(number_from_int(&a, &x, ends[i]));
        assert_true(number_to_int(x, &got));
        assert_true(got == ends[i]);
    }
    assert_true(number_add(&a, &x, x, one));
    assert_false(number_to_int(x, &got));
    arena_free(&a);
}

static void fails_without_memory(void **state)
{
    arena a;
    number x;

    (void)state;
    arena_init(&a, 8);
    assert_false(number_from_int(&a, &x, INT64_MAX));
    assert_int_equal(number_sign(x), 0);
    assert_true(number_from_int(&a, &x, 5)); /* small: needs none */
    arena_free(&a);
}

/* ---- Small numbers against the same arithmetic with large ones ---------- */

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Sides near nothing, near the ends of what is small, and between. */
static int64_t random_side(uint64_t *state)
{
    static const int64_t ends[] = { 1, 2, 5, 10, 100, 1000, 150, 1000000000,
                                    INT32_MAX, INT32_MAX - 1, 65536 };
    uint64_t r = next_random(state);

    switch (r % 4) {
    case 0: return ends[(r >> 8) % (sizeof(ends) / sizeof(*ends))];
    case 1: return (int64_t)((r >> 8) % 1000) + 1;
    case 2: return (int64_t)((r >> 8) % 100000) + 1;
    default: return (int64_t)((r >> 8) % INT32_MAX) + 1;
    }
}

static void random_number(arena *a, number *out, uint64_t *state)
{
    number top, bottom;
    int64_t side = next_random(state) % 16 == 0 ? 0 : random_side(state);

    assert_true(number_from_int(a, &top, next_random(state) % 2 == 0
                                             ? side : -side));
    assert_true(number_from_int(a, &bottom, next_random(state) % 2 == 0
                                                ? 1 : random_side(state)));
    assert_true(number_divide(a, out, top, bottom));
}

/* x by another way: a number so large that GMP must have it is joined to x
 * and taken off again. */
typedef enum way { BY_ADD, BY_SUBTRACT, BY_MULTIPLY, BY_DIVIDE } way;

static bool reckon(arena *a, number *out, number x, number y, way how)
{
    switch (how) {
    case BY_ADD: return number_add(a, out, x, y);
    case BY_SUBTRACT: return number_subtract(a, out, x, y);
    case BY_MULTIPLY: return number_multiply(a, out, x, y);
    case BY_DIVIDE: break;
    }
    return number_divide(a, out, x, y);
}

static void assert_same(buf *left, buf *right)
{
    assert_string_equal(buf_cstr(left), buf_cstr(right));
    buf_clear(left);
    buf_clear(right);
}

static void small_numbers_agree_with_large_ones(void **unused)
{
    uint64_t state = 20161104;
    arena a;
    number huge, x, y, big, got, want;
    buf left, right;

    (void)unused;
    arena_init(&a, 0);
    buf_init(&left);
    buf_init(&right);
    for (int i = 0; i < 20000; i++) {
        way how = (way)(next_random(&state) % 4);
        int digits = (int)(next_random(&state) % 12);
        number_rounding mode = (number_rounding)(next_random(&state) % 3);
        bool up = how == BY_ADD || how == BY_SUBTRACT;

        assert_true(number_power_of_ten(&a, &huge, 40));
        random_number(&a, &x, &state);
        random_number(&a, &y, &state);
        if (how == BY_DIVIDE && number_sign(y) == 0)
            continue;
        /* x + y, and (x + 10^40) + y - 10^40; x * y, and (x * 10^40) ... */
        assert_true(up ? number_add(&a, &big, x, huge)
                       : number_multiply(&a, &big, x, huge));
        assert_true(reckon(&a, &got, x, y, how));
        assert_true(reckon(&a, &want, big, y, how));
        assert_true(up ? number_subtract(&a, &want, want, huge)
                       : number_divide(&a, &want, want, huge));
        assert_int_equal(number_compare(got, want), 0);
        number_put_fraction(&left, got);
        number_put_fraction(&right, want);
        assert_same(&left, &right);
        /* an order stays when both are made large */
        assert_true(number_multiply(&a, &big, x, huge));
        assert_true(number_multiply(&a, &want, y, huge));
        assert_int_equal(number_compare(x, y), number_compare(big, want));
        /* rounding behind the point is not moved by a large whole number */
        if (mode == NUMBER_FLOOR || number_sign(x) >= 0) {
            assert_true(number_add(&a, &big, x, huge));
            assert_true(number_round(&a, &got, x, digits, mode));
            assert_true(number_round(&a, &want, big, digits, mode));
            assert_true(number_subtract(&a, &want, want, huge));
            assert_int_equal(number_compare(got, want), 0);
        }
        if (number_sign(x) > 0) {
            assert_true(number_add(&a, &big, x, huge));
            number_put_fixed(&left, x, digits);
            number_put_fixed(&right, big, digits);
            assert_int_equal(right.bytes[0], '1');
            assert_string_equal(right.bytes + right.length - left.length,
                                buf_cstr(&left));
            buf_clear(&left);
            buf_clear(&right);
        }
        /* so many digits of a quotient are those of one of large sides */
        assert_true(number_multiply(&a, &big, x, huge));
        assert_true(number_round_significant(&a, &want, big, digits + 1));
        assert_true(number_divide(&a, &want, want, huge));
        number_put(&left, x, digits + 1);
        number_put(&right, want, 0);
        assert_same(&left, &right);
        /* what is written is read again */
        number_put_fraction(&left, x);
        assert_true(number_from_fraction(&a, &got, buf_slice(&left)));
        assert_int_equal(number_compare(x, got), 0);
        buf_clear(&left);
        if (i % 256 == 0)
            arena_free(&a);
    }
    buf_free(&left);
    buf_free(&right);
    arena_free(&a);
}

/* The same decimal with so many zeros that it is not read as a small one. */
static void small_decimals_are_read_and_written_as_large_ones(void **unused)
{
    static const char zeros[] = "00000000000000000000";
    uint64_t state = 7;
    arena a;
    number small, large, got, want;
    buf short_text, long_text, left, right;

    (void)unused;
    arena_init(&a, 0);
    buf_init(&short_text);
    buf_init(&long_text);
    buf_init(&left);
    buf_init(&right);
    for (int i = 0; i < 20000; i++) {
        uint64_t r = next_random(&state);
        const char *sign = r % 3 == 0 ? "-" : "";
        unsigned whole = (unsigned)(r >> 8) % 2000000u >> (r % 20);
        unsigned part = (unsigned)(r >> 40) % 10000u;
        int places = (int)(r >> 33) % 5;
        int digits = (int)((r >> 20) % 16) + 1;

        buf_printf(&short_text, "%s%u", sign, whole);
        buf_printf(&long_text, "%s%s%u", sign, zeros, whole);
        if (places != 0) {
            buf_printf(&short_text, ".%0*u", places, part);
            buf_printf(&long_text, ".%0*u", places, part);
        }
        assert_true(number_from_decimal(&a, &small, buf_slice(&short_text)));
        assert_true(number_from_decimal(&a, &large, buf_slice(&long_text)));
        assert_int_equal(number_compare(small, large), 0);
        assert_true(number_from_cell(&a, &large, buf_slice(&short_text)));
        assert_int_equal(number_compare(small, large), 0);
        /* rounded by a detour over numbers that GMP has */
        assert_true(number_power_of_ten(&a, &got, 40));
        assert_true(number_multiply(&a, &large, small, got));
        assert_true(number_round_significant(&a, &want, large, digits));
        assert_true(number_divide(&a, &want, want, got));
        assert_true(number_round_significant(&a, &got, small, digits));
        assert_int_equal(number_compare(got, want), 0);
        /* ... and written so: the digits, without their point */
        number_put(&left, small, digits);
        number_put(&right, got, 0);
        assert_same(&left, &right);
        buf_clear(&short_text);
        buf_clear(&long_text);
        if (i % 256 == 0)
            arena_free(&a);
    }
    buf_free(&short_text);
    buf_free(&long_text);
    buf_free(&left);
    buf_free(&right);
    arena_free(&a);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, puts_a_decimal, puts_rows);
    TEST_ROWS(tests, n, shows_a_stored_value, stored);
    TEST_ROWS(tests, n, rounds_exactly, rounds);
    TEST_ONE(tests, n, calculates_with_fractions);
    TEST_ONE(tests, n, keeps_the_ends_of_int64);
    TEST_ONE(tests, n, fails_without_memory);
    TEST_ONE(tests, n, small_numbers_agree_with_large_ones);
    TEST_ONE(tests, n, small_decimals_are_read_and_written_as_large_ones);
    return run_tests("number", tests, n);
}
