/*
 * rows.h - tables of cases where each row is a named test
 *
 * cmocka names a test and hands it an initial state: TEST_ROWS makes one
 * test of each row of a table, named by the row's `label`.
 *
 *     static const struct ref_case { const char *label; ... } cases[] = {...};
 *     struct CMUnitTest tests[64];
 *     size_t n = 0;
 *     TEST_ROWS(tests, n, parses_reference, cases);
 *     return run_tests("cellref", tests, n);
 */
#ifndef KPIBOOK_TESTS_ROWS_H
#define KPIBOOK_TESTS_ROWS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TEST_ROWS(tests, n, function, rows)                                 \
    do {                                                                    \
        for (size_t row_ = 0; row_ < sizeof(rows) / sizeof(*(rows));        \
             row_++) {                                                      \
            assert_true((n) < sizeof(tests) / sizeof(*(tests)));            \
            (tests)[(n)++] = (struct CMUnitTest){                           \
                .name = (rows)[row_].label, .test_func = (function),        \
                .initial_state = (void *)(uintptr_t)&(rows)[row_] };        \
        }                                                                   \
    } while (0)

#define TEST_ONE(tests, n, function)                                        \
    ((tests)[(n)++] = (struct CMUnitTest){ .name = #function,               \
                                           .test_func = (function) })

/* Runs the tests as a group; returns what main() returns. */
#undef run_tests /* cmocka keeps an old macro of this name */
#define run_tests(group, tests, n)                                          \
    _cmocka_run_group_tests((group), (tests), (n), NULL, NULL)

#endif
