/*
 * test_sheet_view.c - what is seen of a sheet at a position
 */
#include "support/rows.h"

#include "ingest/table/sheet_view.h"
#include "ingest/table/table_find.h"
#include "support/sheet_text.h"

typedef struct seen {
    package made;
    arena memory;
    book *book;
    grid grid;
    sheet_view view;
} seen;

static void look(seen *s, const char *sheet)
{
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };
    kpi_source input;

    arena_init(&s->memory, 0);
    package_init(&s->made);
    sheet_text_package(&s->made, sheet);
    input = package_source(&s->made);
    assert_int_equal(book_open(&s->book, &input, NULL, &err), KPI_OK);
    assert_int_equal(grid_read(&s->grid, &s->memory, s->book, 0, &err),
                     KPI_OK);
    assert_true(sheet_view_init(&s->view, &s->memory, s->book, &s->grid));
}

static void look_away(seen *s)
{
    book_free(s->book);
    package_free(&s->made);
    arena_free(&s->memory);
}

/* A1 as it is stored and formatted, and as it is seen. */
static const struct shown_case {
    const char *label, *cell, *shown;
} shown_cases[] = {
    { "a figure of the general format", "1204", "1204" },
    { "thousands are not parted", "1204{#,##0}", "1204" },
    { "decimals that the format hides are seen", "12.5{#,##0}", "12.5" },
    { "a zero that says nothing is not", "12.50{0.00}", "12.5" },
    { "a figure below zero", "-7{#,##0}", "-7" },
    { "no zero is below zero", "-0{#,##0}", "0" },
    { "nor does a figure begin with its point", ".5{0.0}", "0.5" },
    { "the words of a format", "12{0\"人\"}", "12人" },
    { "and those in front", "12{\"約\"0}", "約12" },
    { "a percentage", "0.125{0.0%}", "12.5%" },
    { "a day", "42826{yyyy-mm-dd}", "2017-04-01" },
    { "a text of digits", "'0120", "0120" },
};

static void shows_a_cell(void **state)
{
    const struct shown_case *c = *state;
    seen s;
    text t;

    look(&s, c->cell);
    t = view_text(&s.view, 0, 0);
    assert_int_equal(t.length, strlen(c->shown));
    assert_memory_equal(t.bytes, c->shown, t.length);
    look_away(&s);
}

static void keeps_the_words_of_one_format(void **state)
{
    seen s;

    (void)state;
    look(&s, "1{0\"人\"} | 2{0\"件\"} | 3{0\"人\"} | 4{#,##0}\n");
    assert_true(text_is(view_text(&s.view, 0, 0), "1人"));
    assert_true(text_is(view_text(&s.view, 0, 1), "2件"));
    assert_true(text_is(view_text(&s.view, 0, 2), "3人"));
    assert_true(text_is(view_text(&s.view, 0, 3), "4"));
    look_away(&s);
}

static void finds_ranges_and_the_next_value(void **state)
{
    seen s;
    merge_range m;

    (void)state;
    look(&s, "A | B | <\n"
             "^ |   | C\n");
    m = view_range(&s.view, 1, 0);
    assert_int_equal(m.row, 0);
    assert_int_equal(m.last_row, 1);
    assert_true(view_hangs(&s.view, 1, 0));
    assert_false(view_begins(&s.view, 1, 0));
    assert_true(view_begins(&s.view, 1, 2));
    assert_int_equal(view_next(&s.view, 0, 0), 0);
    assert_int_equal(view_next(&s.view, 0, 2), UINT32_MAX);
    assert_int_equal(view_next(&s.view, 1, 0), 2);
    assert_int_equal(view_next(&s.view, 1, 3), UINT32_MAX);
    assert_int_equal(view_next(&s.view, 9, 0), UINT32_MAX);
    m = view_range(&s.view, 9, 9);
    assert_int_equal(m.row, 9);
    assert_int_equal(m.last_col, 9);
    look_away(&s);
}

/* Asked again, and for another year's context. */
static void tells_once_what_may_sum(void **state)
{
    seen s;

    (void)state;
    look(&s, "小計 | 参加者数 | 12\n"
             "^    | 件数     | 13\n");
    for (int year = 2019; year < 2023; year += 2)
        for (unsigned n = 0; n < 2; n++) {
            assert_true(table_may_sum(&s.view, 0, 0, year));
            assert_true(table_may_sum(&s.view, 1, 0, year));
            assert_false(table_may_sum(&s.view, 0, 1, year));
            assert_false(table_may_sum(&s.view, 0, 2, year));
            assert_false(table_may_sum(&s.view, 7, 7, year));
        }
    look_away(&s);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, shows_a_cell, shown_cases);
    TEST_ONE(tests, n, keeps_the_words_of_one_format);
    TEST_ONE(tests, n, finds_ranges_and_the_next_value);
    TEST_ONE(tests, n, tells_once_what_may_sum);
    return run_tests("sheet_view", tests, n);
}
