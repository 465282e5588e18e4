/*
 * test_stored_value.c - the text of a <v> as a number or a boolean
 */
#include "support/rows.h"

#include <string.h>

#include "xlsx/stored_value.h"

static const struct number_case {
    const char *label, *stored, *expected; /* NULL = no number */
} numbers[] = {
    { "an integer", "12", "12" },
    { "a negative decimal", "-1.50", "-1.50" },
    { "an exponent", "1.5E-3", "1.5E-3" },
    { "a small exponent's letter", "1e+10", "1e+10" },
    { "white space around", " \n7\t", "7" },
    { "a plus", "+1", "1" },
    { "nothing before the point", ".5", "0.5" },
    { "nothing behind the point", "5.", "5" },
    { "both, with an exponent", "-.5E2", "-0.5E2" },
    { "too small for any figure", "1E-401", "0" },
    { "zero with a huge exponent", "0E999", "0" },
    { "too large", "1E401", NULL },
    { "a point alone", ".", NULL },
    { "a sign alone", "-", NULL },
    { "empty", "", NULL },
    { "a word", "NaN", NULL },
    { "hexadecimal", "0x1F", NULL },
    { "an exponent without digits", "1E", NULL },
    { "a comma", "1,5", NULL },
    { "two points", "1.2.3", NULL },
    { "full-width digits", "１", NULL },
};

static void reads_a_number(void **state)
{
    const struct number_case *c = *state;
    text got;
    buf scratch;

    buf_init(&scratch);
    assert_int_equal(stored_number(&got, text_of(c->stored), &scratch),
                     c->expected != NULL);
    assert_true(text_is(got, c->expected == NULL ? "" : c->expected));
    buf_free(&scratch);
}

static void refuses_more_than_400_digits(void **state)
{
    char digits[402];
    text got;
    buf scratch;

    (void)state;
    buf_init(&scratch);
    memset(digits, '9', sizeof(digits));
    assert_true(stored_number(&got, text_slice(digits, 400), &scratch));
    assert_false(stored_number(&got, text_slice(digits, 401), &scratch));
    buf_free(&scratch);
}

static const struct boolean_case {
    const char *label, *stored, *expected;
} booleans[] = {
    { "one", "1", "1" },          { "zero", "0", "0" },
    { "true", "true", "1" },      { "TRUE", "TRUE", "1" },
    { "false", "false", "0" },    { "a figure", "7", "1" },
    { "spaces", " 1 ", "1" },     { "nothing", "", "0" },
    { "zeros", "00", "0" },
};

static void reads_a_boolean(void **state)
{
    const struct boolean_case *c = *state;

    assert_true(text_is(stored_boolean(text_of(c->stored)), c->expected));
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_a_number, numbers);
    TEST_ONE(tests, n, refuses_more_than_400_digits);
    TEST_ROWS(tests, n, reads_a_boolean, booleans);
    return run_tests("stored_value", tests, n);
}
