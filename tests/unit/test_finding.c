/*
 * test_finding.c - what is wrong with the data, where, and what stands there
 */
#include "support/rows.h"

#include <string.h>

#include "base/finding.h"

static void copies_what_it_is_given(void **state)
{
    char value[] = "15件";
    finding_list list;
    finding *f;
    arena a;

    (void)state;
    arena_init(&a, 0);
    finding_list_init(&list, &a);
    f = finding_add(&list, "unit-differs", 2, place_cell("表", 3, 4), value,
                    "人", "件", NULL);
    assert_non_null(f);
    value[0] = 'x';
    assert_string_equal(f->value, "15件");
    assert_string_equal(f->args[0], "人");
    assert_string_equal(f->args[1], "件");
    assert_null(f->args[2]);
    assert_string_equal(f->project, "");
    assert_int_equal(f->source, 2);
    assert_int_equal(f->where.last_row, 3);
    f = finding_add(&list, "r", 0, place_none(), NULL, NULL);
    assert_string_equal(f->value, "");
    arena_free(&a);
}

static void sorts_by_sheet_in_order_of_appearance(void **state)
{
    static const char *const expected[] = { "z0", "z9", "a1", "a2", "a2b",
                                            "s1" };
    finding_list list;
    arena a;

    (void)state;
    arena_init(&a, 0);
    finding_list_init(&list, &a);
    finding_add(&list, "r", 1, place_cell("x", 0, 0), "s1", NULL);
    finding_add(&list, "r", 0, place_cell("z", 9, 0), "z9", NULL);
    finding_add(&list, "r", 0, place_cell("a", 2, 0), "a2b", NULL);
    finding_add(&list, "q", 0, place_cell("a", 2, 0), "a2", NULL);
    finding_add(&list, "r", 0, place_cell("a", 1, 5), "a1", NULL);
    finding_add(&list, "r", 0, place_cell("z", 0, 7), "z0", NULL);
    finding_sort(&list, NULL, 0);
    assert_false(list.failed);
    assert_int_equal(list.count, 6);
    for (size_t i = 0; i < list.count; i++)
        assert_string_equal(list.items[i].value, expected[i]);
    arena_free(&a);
}

/* Names of sheets are told apart by their letters, wherever they stand. */
static void sorts_by_sheets_as_they_are_given(void **state)
{
    static const char *const expected[] = { "b", "z1", "z2", "a", "n1", "n2",
                                            "other" };
    static const char b[] = "b", b_again[] = "b", z[] = "z", a_sheet[] = "a";
    const finding_sheet order[] = {
        { 0, b }, { 0, b }, { 0, b_again }, { 1, a_sheet }, { 0, z }, { 0, b },
        { 0, a_sheet },
    };
    finding_list list;
    arena a;

    (void)state;
    arena_init(&a, 0);
    finding_list_init(&list, &a);
    finding_add(&list, "r", 1, place_cell("z", 0, 0), "other", NULL);
    finding_add(&list, "r", 0, place_cell("new", 3, 0), "n2", NULL);
    finding_add(&list, "r", 0, place_cell("z", 9, 0), "z2", NULL);
    finding_add(&list, "r", 0, place_cell("a", 2, 0), "a", NULL);
    finding_add(&list, "r", 0, place_cell("new", 1, 0), "n1", NULL);
    finding_add(&list, "r", 0, place_cell("z", 1, 0), "z1", NULL);
    finding_add(&list, "r", 0, place_cell("b", 8, 0), "b", NULL);
    finding_sort(&list, order, sizeof(order) / sizeof(*order));
    assert_int_equal(list.count, 7);
    for (size_t i = 0; i < list.count; i++)
        assert_string_equal(list.items[i].value, expected[i]);
    arena_free(&a);
}

static void says_when_memory_ran_out(void **state)
{
    (void)state;
    for (size_t limit = 1; limit < 3000; limit += 16) {
        finding_list list;
        arena a;
        size_t added = 0;

        arena_init(&a, limit);
        finding_list_init(&list, &a);
        for (size_t i = 0; i < 9; i++)
            added += finding_add(&list, "rule", 0, place_none(), "value",
                                 "arg", NULL) != NULL;
        assert_int_equal(list.count, added);
        assert_int_equal(list.failed, added < 9);
        finding_sort(&list, NULL, 0);
        arena_free(&a);
    }
}

static void appends_another_list(void **state)
{
    finding_list list, other;
    arena a;

    (void)state;
    arena_init(&a, 0);
    finding_list_init(&list, &a);
    finding_list_init(&other, &a);
    finding_sort(&list, NULL, 0);
    assert_true(finding_append(&list, &other));
    assert_true(list.sorted);
    for (size_t i = 0; i < 20; i++)
        finding_add(&other, "r", i, place_none(), "v", NULL);
    assert_true(finding_append(&list, &other));
    assert_true(finding_append(&list, &other));
    assert_false(list.sorted);
    assert_int_equal(list.count, 40);
    for (size_t i = 0; i < list.count; i++)
        assert_int_equal(list.items[i].source, i % 20);
    other.failed = true;
    assert_false(finding_append(&list, &other));
    assert_true(list.failed);
    arena_free(&a);
}

/* Numbers that no list has so many findings for share the last chain. */
static void chains_findings_by_source(void **state)
{
    static const size_t sources[] = { 1, FINDING_NO_SOURCE, 0, 1, 7, 1 };
    static const size_t order[] = { 2, 0, 3, 5, 1, 4 };
    finding_chains chains;
    finding_list list;
    size_t n = 0;
    arena a;

    (void)state;
    arena_init(&a, 0);
    finding_list_init(&list, &a);
    for (size_t i = 0; i < sizeof(sources) / sizeof(*sources); i++)
        finding_add(&list, "r", sources[i], place_none(), "v", NULL);
    assert_true(finding_chain(&chains, &a, &list));
    assert_int_equal(chains.count, list.count + 1);
    for (size_t i = 0; i < chains.count; i++)
        for (size_t k = chains.first[i]; k != SIZE_MAX; k = chains.next[k])
            assert_int_equal(k, order[n++]);
    assert_int_equal(n, list.count);
    arena_free(&a);
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ONE(tests, n, copies_what_it_is_given);
    TEST_ONE(tests, n, sorts_by_sheet_in_order_of_appearance);
    TEST_ONE(tests, n, sorts_by_sheets_as_they_are_given);
    TEST_ONE(tests, n, says_when_memory_ran_out);
    TEST_ONE(tests, n, appends_another_list);
    TEST_ONE(tests, n, chains_findings_by_source);
    return run_tests("finding", tests, n);
}
