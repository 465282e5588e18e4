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
    assert_false(number_from_int(&a, &x, 5));
    assert_int_equal(number_sign(x), 0);
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
    return run_tests("number", tests, n);
}
