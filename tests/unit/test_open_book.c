/*
 * test_open_book.c - one workbook that several readers look into
 */
#include "support/rows.h"

#include <string.h>

#include "support/package.h"
#include "xlsx/open_book.h"

enum { MANY_CELLS = 300000 }; /* more than OPEN_BOOK_KEPT_BYTES of them */

static void small_book(package *p, const char *sheet)
{
    package_init(p);
    package_book(p, sheet, NULL, NULL, NULL);
}

static void reads_the_cells_once(void **state)
{
    package p;
    kpi_source source;
    open_book *o;
    book *first, *second;
    const grid *g, *again;

    (void)state;
    small_book(&p, SHEET("<row><c><v>7</v></c></row>"));
    source = package_source(&p);
    o = open_book_new(&source, NULL);
    assert_ptr_equal(open_book_source(o), &source);
    assert_int_equal(open_book_get(&first, o, NULL), KPI_OK);
    assert_int_equal(open_book_get(&second, o, NULL), KPI_OK);
    assert_ptr_equal(first, second);
    assert_int_equal(open_book_grid(&g, o, 0, NULL), KPI_OK);
    assert_true(text_is(grid_cell(g, 0, 0)->value, "7"));
    open_book_done(o, 0);
    /* were it read again, it would not be read any more */
    memset(p.bytes.bytes, 0, p.bytes.length);
    assert_int_equal(open_book_grid(&again, o, 0, NULL), KPI_OK);
    assert_ptr_equal(again, g);
    assert_true(text_is(grid_cell(again, 0, 0)->value, "7"));
    open_book_done(o, 0);
    open_book_free(o);
    package_free(&p);
}

static void tells_all_why_it_cannot_be_opened(void **state)
{
    kpi_source source = { "a.xlsx", "PK", 2 };
    open_book *o = open_book_new(&source, NULL);
    kpi_error err = { .status = KPI_OK };
    char rule[64] = "";
    book *b;

    (void)state;
    for (int i = 0; i < 2; i++) {
        err = (kpi_error){ .status = KPI_OK };
        assert_int_equal(open_book_get(&b, o, &err), KPI_E_INPUT);
        assert_null(b);
        assert_true(i == 0 || strcmp(rule, err.rule) == 0);
        strncpy(rule, err.rule, sizeof(rule) - 1);
    }
    assert_string_not_equal(rule, "");
    open_book_free(o);
}

static void says_again_what_is_wrong_with_a_sheet(void **state)
{
    package p;
    kpi_source source;
    kpi_error err;
    open_book *o;
    book *b;
    const grid *g;

    (void)state;
    small_book(&p, "<worksheet " NS_MAIN "><sheetData><row></sheetData>");
    source = package_source(&p);
    o = open_book_new(&source, NULL);
    assert_int_equal(open_book_get(&b, o, NULL), KPI_OK);
    for (int i = 0; i < 2; i++) {
        err = (kpi_error){ .status = KPI_OK };
        assert_int_equal(open_book_grid(&g, o, 0, &err), KPI_E_INPUT);
        assert_null(g);
        assert_string_equal(err.rule, "file-damaged");
        open_book_done(o, 0);
    }
    open_book_free(o);
    package_free(&p);
}

/* A sheet that is too large to stay is read again, and gives the same. */
static void lets_a_large_sheet_go(void **state)
{
    package p;
    kpi_source source;
    kpi_error err = { .status = KPI_OK };
    open_book *o;
    book *b;
    const grid *g;
    uint32_t value = 1;
    buf sheet;

    (void)state;
    buf_init(&sheet);
    buf_string(&sheet, "<worksheet " NS_MAIN "><sheetData>");
    for (int i = 0; i < MANY_CELLS / 100; i++) {
        buf_string(&sheet, "<row>");
        for (int n = 0; n < 100; n++) {
            value = value * 1664525u + 1013904223u; /* deflates badly */
            buf_printf(&sheet, "<c><v>%u</v></c>", (unsigned)value);
        }
        buf_string(&sheet, "</row>");
    }
    buf_string(&sheet, "</sheetData></worksheet>");
    small_book(&p, buf_cstr(&sheet));
    source = package_source(&p);
    o = open_book_new(&source, NULL);
    assert_int_equal(open_book_get(&b, o, NULL), KPI_OK);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(open_book_grid(&g, o, 0, NULL), KPI_OK);
        assert_int_equal(g->count, MANY_CELLS);
        open_book_done(o, 0);
    }
    memset(p.bytes.bytes, 0, p.bytes.length);
    assert_int_not_equal(open_book_grid(&g, o, 0, &err), KPI_OK);
    open_book_free(o);
    open_book_free(NULL);
    buf_free(&sheet);
    package_free(&p);
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ONE(tests, n, reads_the_cells_once);
    TEST_ONE(tests, n, tells_all_why_it_cannot_be_opened);
    TEST_ONE(tests, n, says_again_what_is_wrong_with_a_sheet);
    TEST_ONE(tests, n, lets_a_large_sheet_go);
    return run_tests("open_book", tests, n);
}
