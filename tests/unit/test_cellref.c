/*
 * test_cellref.c - cell references in A1 notation
 */
#include "support/rows.h"

#include <string.h>

#include "xlsx/cellref.h"

static const struct ref_case {
    const char *label;
    const char *text;
    bool ok;
    uint32_t row, col;
} cases[] = {
    { "first cell", "A1", true, 0, 0 },
    { "lower case", "ab12", true, 11, 27 },
    { "last cell", "XFD1048576", true, 1048575, 16383 },
    { "column too far", "XFE1", false, 0, 0 },
    { "four letters", "AAAA1", false, 0, 0 },
    { "row too far", "A1048577", false, 0, 0 },
    { "row zero", "A0", false, 0, 0 },
    { "overflowing row", "A99999999999999999999", false, 0, 0 },
    { "no row", "A", false, 0, 0 },
    { "no column", "1", false, 0, 0 },
    { "absolute", "$A$1", false, 0, 0 },
    { "behind it", "A1 ", false, 0, 0 },
    { "nothing", "", false, 0, 0 },
};

static void parses_reference(void **state)
{
    const struct ref_case *c = *state;
    uint32_t row = 9, col = 9;

    assert_int_equal(cellref_parse(&row, &col, c->text, strlen(c->text)),
                     c->ok);
    assert_int_equal(row, c->row);
    assert_int_equal(col, c->col);
}

static const struct range_case {
    const char *label, *text, *written; /* NULL: refused */
} ranges[] = {
    { "range", "B2:C5", "B2:C5" },
    { "range of one", "B2", "B2" },
    { "range of one twice", "b2:B2", "B2" },
    { "range backwards", "C5:B2", "B2:C5" },
    { "whole sheet", "A1:XFD1048576", "A1:XFD1048576" },
    { "half a range", "A1:", NULL },
    { "three corners", "A1:B2:C3", NULL },
    { "whole columns", "A:B", NULL },
};

static void parses_range(void **state)
{
    const struct range_case *c = *state;
    char out[CELLREF_RANGE_SIZE];
    uint32_t row, col, last_row, last_col;
    bool ok = cellref_parse_range(&row, &col, &last_row, &last_col, c->text,
                                  strlen(c->text));

    assert_int_equal(ok, c->written != NULL);
    if (!ok)
        return;
    cellref_write_range(out, row, col, last_row, last_col);
    assert_string_equal(out, c->written);
}

static void writes_what_it_reads(void **state)
{
    char out[CELLREF_SIZE];
    uint32_t row, col;

    (void)state;
    for (uint32_t c = 0; c < CELLREF_MAX_COLS; c++) {
        cellref_write(out, c * 64, c);
        assert_true(cellref_parse(&row, &col, out, strlen(out)));
        assert_int_equal(row, c * 64);
        assert_int_equal(col, c);
    }
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, parses_reference, cases);
    TEST_ROWS(tests, n, parses_range, ranges);
    TEST_ONE(tests, n, writes_what_it_reads);
    return run_tests("cellref", tests, n);
}
