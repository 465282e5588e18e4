/*
 * test_plan.c - the plan without a file, and globs
 */
#include "support/rows.h"

#include <string.h>

#include "kpi/plan.h"

static const struct glob_case {
    const char *label, *pattern, *name;
    bool matches;
} glob_rows[] = {
    { "the same", "創業件数", "創業件数", true },
    { "another", "創業件数", "起業件数", false },
    { "a longer one", "創業", "創業件数", false },
    { "a star at the end", "創業*", "創業件数", true },
    { "a star for nothing", "創業件数*", "創業件数", true },
    { "a star in front", "*件数", "創業件数", true },
    { "stars around", "*業*", "創業件数", true },
    { "a star that must go back", "*ab", "aab", true },
    { "two stars that must go back", "*a*b", "xaxb", true },
    { "a question mark is one character", "?業件数", "創業件数", true },
    { "a question mark is not none", "?創業", "創業", false },
    { "question marks for each", "????", "創業件数", true },
    { "too few question marks", "???", "創業件数", false },
    { "everything", "*", "", true },
    { "nothing matches nothing", "", "", true },
    { "nothing matches no name", "", "創業", false },
    { "a star never splits a character", "*\xA5", "創業", false },
};

static void matches_a_glob(void **state)
{
    const struct glob_case *c = *state;

    assert_int_equal(plan_glob(c->pattern, text_of(c->name)), c->matches);
}

static void many_stars_take_no_long_time(void **state)
{
    char name[20001];

    (void)state;
    memset(name, 'a', sizeof(name) - 1);
    name[sizeof(name) - 1] = '\0';
    assert_false(plan_glob("*a*a*a*a*a*a*a*a*a*a*a*b", text_of(name)));
}

static void the_default_grades_nothing(void **state)
{
    plan *p = plan_default();

    (void)state;
    assert_false(p->given);
    assert_int_equal(p->band_count, 0);
    assert_int_equal(p->project_rule, PROJECT_NONE);
    assert_int_equal(p->count_grade, GRADE_DECLARED);
    assert_int_equal(p->zone_minutes, 540);
    assert_int_equal(p->digits, 1);
    assert_int_equal(p->formula_down, FORMULA_INVERSE);
    assert_int_equal(p->formula_up, FORMULA_RATIO);
    assert_string_equal(p->title, "");
    assert_string_equal(p->deadline, "");
    assert_string_equal(p->paper, "A4");
    plan_free(p);
    plan_free(NULL);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, matches_a_glob, glob_rows);
    TEST_ONE(tests, n, many_stars_take_no_long_time);
    TEST_ONE(tests, n, the_default_grades_nothing);
    return run_tests("plan", tests, n);
}
