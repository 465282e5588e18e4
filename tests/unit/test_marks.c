/*
 * test_marks.c - which of many keys are there more than once
 */
#include "support/rows.h"

#include <string.h>

#include "kpi/marks.h"

static const struct twice_case {
    const char *label;
    uint32_t marks[6];
    const char *twice; /* a letter for each: x = more than once */
} cases[] = {
    { "each_once", { 1, 2, 3, 4, 5, 6 }, "------" },
    { "first_and_last", { 9, 2, 3, 4, 5, 9 }, "x----x" },
    { "three_times", { 9, 2, 9, 4, 9, 6 }, "x-x-x-" },
    { "all_the_same", { 7, 7, 7, 7, 7, 7 }, "xxxxxx" },
    { "in_one_slot", { 0x10, 0x20, 0x30, 0x20, 0x40, 0x50 }, "-x-x--" },
    { "without_a_key", { 0, 0, 5, 0, 5, 0 }, "--x-x-" },
};

static void finds_what_is_there_twice(void **state)
{
    const struct twice_case *c = *state;
    bool twice[6] = { false };

    assert_true(marks_find_twice(twice, c->marks, 6));
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(twice[i], c->twice[i] == 'x');
}

static void finds_none_among_none(void **state)
{
    (void)state;
    assert_true(marks_find_twice(NULL, NULL, 0));
}

static void no_key_has_the_mark_of_none(void **state)
{
    (void)state;
    assert_int_not_equal(mark_of(text_of("")), 0);
    assert_int_equal(mark_of(text_of("件数")), mark_of(text_of("件数")));
    assert_int_not_equal(mark_of(text_of("件数")), mark_of(text_of("人数")));
}

static void names_are_the_same_when_they_fold_alike(void **state)
{
    static const char *const names[] = { "ＩＴ 事業", "道路", "IT事業", "橋",
                                         "", "　" };
    static const bool expected[] = { true, false, true, false, true, true };
    dataset *d = dataset_new(0);
    bool *namesakes;
    arena a;

    (void)state;
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        dataset_add_project(d)->name = names[i];
    arena_init(&a, 0);
    assert_true(marks_of_names(&namesakes, &a, d, NULL));
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
        assert_int_equal(namesakes[i], expected[i]);
    arena_free(&a);
    dataset_free(d);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, finds_what_is_there_twice, cases);
    TEST_ONE(tests, n, finds_none_among_none);
    TEST_ONE(tests, n, no_key_has_the_mark_of_none);
    TEST_ONE(tests, n, names_are_the_same_when_they_fold_alike);
    return run_tests("marks", tests, n);
}
