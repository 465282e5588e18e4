/*
 * test_grid.c - one sheet in memory: its cells in order, merges, hidden lines
 */
#include "support/rows.h"

#include <string.h>

#include "support/package.h"
#include "xlsx/grid.h"

static kpi_status open_grid(grid *g, book **b, package *p, arena *memory,
                            const char *sheet, kpi_error *err)
{
    kpi_source source;

    package_init(p);
    package_book(p, sheet, SST("<si><t>甲</t></si>"),
                 STYLES("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                        "<xf numFmtId=\"99\"/></cellXfs>"), NULL);
    source = package_source(p);
    assert_int_equal(book_open(b, &source, NULL, err), KPI_OK);
    return grid_read(g, memory, *b, 0, err);
}

static void close_grid(book *b, package *p, arena *memory)
{
    book_free(b);
    package_free(p);
    arena_free(memory);
}

static void sorts_and_keeps_the_last(void **state)
{
    arena memory;
    package p;
    book *b;
    grid g;

    (void)state;
    arena_init(&memory, 0);
    assert_int_equal(
        open_grid(&g, &b, &p, &memory,
                  SHEET("<row r=\"3\"><c r=\"B3\"><v>1</v></c></row><row r=\""
                        "1\" hidden=\"1\"><c r=\"C1\" t=\"s\"><v>0</v></c><c "
                        "r=\"A1\" s=\"1\"><v>43922</v></c></row><row r=\"3\">"
                        "<c r=\"B3\" t=\"str\"><v>2</v></c><c r=\"A3\"/>"
                        "</row>"), NULL), KPI_OK);
    assert_string_equal(g.sheet, "表1");
    assert_int_equal(g.count, 3);
    assert_int_equal(g.rows, 3);
    assert_int_equal(g.cols, 3);
    assert_true(text_is(grid_cell(&g, 0, 2)->value, "甲"));
    assert_true(text_is(grid_cell(&g, 2, 1)->value, "2"));
    assert_int_equal(grid_cell(&g, 2, 1)->type, CELL_STRING);
    assert_null(grid_cell(&g, 2, 0));
    assert_null(grid_cell(&g, 1, 0));
    assert_null(grid_cell(&g, 99, 0));
    assert_true(g.row_hidden[0] && !g.row_hidden[1]);
    assert_null(g.col_hidden);
    assert_string_equal(book_format(b, g.cells[0].format), "yyyy/m/d");
    assert_int_equal(book_format_kind(b, g.cells[0].format), FORMAT_DATE);
    close_grid(b, &p, &memory);
}

static void looks_through_merges(void **state)
{
    arena memory;
    package p;
    book *b;
    grid g;

    (void)state;
    arena_init(&memory, 0);
    assert_int_equal(
        open_grid(&g, &b, &p, &memory,
                  "<worksheet " NS_MAIN "><cols><col min=\"2\" max=\"99999\" "
                  "hidden=\"1\"/></cols><sheetData><row><c><v>7</v></c></row>"
                  "</sheetData><mergeCells><mergeCell ref=\"C3:D9\"/>"
                  "<mergeCell ref=\"B2:C3\"/><mergeCell ref=\"A1:B1\"/>"
                  "<mergeCell ref=\"A5:A5\"/><mergeCell ref=\"#REF!\"/>"
                  "</mergeCells></worksheet>", NULL), KPI_OK);
    assert_int_equal(g.merge_count, 2);
    assert_true(text_is(grid_shown(&g, 0, 1)->value, "7"));
    assert_null(grid_cell(&g, 0, 1));
    assert_non_null(grid_merge(&g, 2, 2));
    assert_int_equal(grid_merge(&g, 2, 2)->row, 1);
    assert_null(grid_merge(&g, 3, 3));
    assert_null(grid_shown(&g, 1, 1));
    assert_int_equal(g.rows, 3);
    assert_int_equal(g.cols, 3);
    assert_false(g.col_hidden[0]);
    assert_true(g.col_hidden[1] && g.col_hidden[2]);
    close_grid(b, &p, &memory);
}

static void stays_small_under_a_merge_of_everything(void **state)
{
    arena memory;
    package p;
    book *b;
    grid g;

    (void)state;
    arena_init(&memory, 0);
    assert_int_equal(
        open_grid(&g, &b, &p, &memory,
                  "<worksheet " NS_MAIN "><sheetData><row><c><v>7</v></c>"
                  "</row></sheetData><mergeCells><mergeCell ref=\"A1:"
                  "XFD1048576\"/></mergeCells></worksheet>", NULL), KPI_OK);
    assert_int_equal(g.rows, 257);
    assert_int_equal(g.cols, 257);
    assert_true(text_is(grid_shown(&g, 200, 200)->value, "7"));
    close_grid(b, &p, &memory);
}

static void survives_every_arena_limit(void **state)
{
    kpi_status status = KPI_E_LIMIT;

    (void)state;
    for (size_t limit = 1; status != KPI_OK; limit += 8) {
        arena memory;
        package p;
        book *b;
        grid g;

        arena_init(&memory, limit);
        status = open_grid(&g, &b, &p, &memory,
                           "<worksheet " NS_MAIN "><sheetData><row hidden=\""
                           "1\"><c t=\"str\"><v>a</v></c><c><v>1</v></c>"
                           "</row></sheetData><mergeCells><mergeCell ref=\""
                           "A1:A3\"/></mergeCells></worksheet>", NULL);
        assert_true(status == KPI_OK || status == KPI_E_LIMIT);
        assert_true(status == KPI_OK || g.count == 0);
        close_grid(b, &p, &memory);
    }
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ONE(tests, n, sorts_and_keeps_the_last);
    TEST_ONE(tests, n, looks_through_merges);
    TEST_ONE(tests, n, stays_small_under_a_merge_of_everything);
    TEST_ONE(tests, n, survives_every_arena_limit);
    return run_tests("grid", tests, n);
}
