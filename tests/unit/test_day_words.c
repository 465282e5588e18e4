/* test_day_words.c - days and moments as they are printed */
#include <stdbool.h>
#include <string.h>

#include "output/day_words.h"
#include "support/rows.h"

static const struct day_case {
    const char *label, *day, *ja, *en;
} days[] = {
    { "Heisei", "2017-06-30", "平成29年6月30日(2017-06-30)", "2017-06-30" },
    { "last day of Heisei", "2019-04-30", "平成31年4月30日(2019-04-30)",
      "2019-04-30" },
    { "first year of Reiwa", "2019-05-01", "令和元年5月1日(2019-05-01)",
      "2019-05-01" },
    { "last day of Showa", "1989-01-07", "昭和64年1月7日(1989-01-07)",
      "1989-01-07" },
    { "before the eras", "1926-12-24", "1926-12-24", "1926-12-24" },
    { "no such day", "2017-06-31", "2017-06-31", "2017-06-31" },
    { "words", "6月末", "6月末", "6月末" },
    { "nothing", "", "", "" },
};

static void prints_a_day(void **state)
{
    const struct day_case *c = *state;
    buf b;

    buf_init(&b);
    day_put(&b, c->day, LANGUAGE_JA);
    assert_string_equal(buf_cstr(&b), c->ja);
    buf_clear(&b);
    day_put(&b, c->day, LANGUAGE_EN);
    assert_string_equal(buf_cstr(&b), c->en);
    buf_free(&b);
}

static const struct deadline_case {
    const char *label, *deadline, *ja;
} deadlines[] = {
    { "with its hour", "2024-05-31T17:00:00",
      "令和6年5月31日(2024-05-31) 17:00" },
    { "without seconds", "2024-05-31T17:15",
      "令和6年5月31日(2024-05-31) 17:15" },
    { "a day only", "2024-05-31", "令和6年5月31日(2024-05-31)" },
};

static void prints_a_deadline(void **state)
{
    const struct deadline_case *c = *state;
    buf b;

    buf_init(&b);
    day_put_deadline(&b, c->deadline, LANGUAGE_JA);
    assert_string_equal(buf_cstr(&b), c->ja);
    buf_free(&b);
}

static void a_moment_is_told_in_the_zone(void **state)
{
    buf b;

    (void)state;
    buf_init(&b);
    assert_true(day_put_moment(&b, "2017-05-31T23:35:00Z", 540));
    assert_string_equal(buf_cstr(&b), "2017-06-01 08:35");
    assert_false(day_put_moment(&b, "soon", 540));
    assert_string_equal(buf_cstr(&b), "2017-06-01 08:35");
    buf_free(&b);
}

int main(void)
{
    struct CMUnitTest tests[20];
    size_t n = 0;

    TEST_ROWS(tests, n, prints_a_day, days);
    TEST_ROWS(tests, n, prints_a_deadline, deadlines);
    TEST_ONE(tests, n, a_moment_is_told_in_the_zone);
    return run_tests("day_words", tests, n);
}
