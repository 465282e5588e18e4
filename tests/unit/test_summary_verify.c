/*
 * test_summary_verify.c - a workbook that was not written whole is noticed
 */
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output/summary_verify.h"
#include "support/package.h"

#define CELLS SHEET("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"         \
                    "<c r=\"B1\"><v>1</v></c></row>")
#define TEXTS SST("<si><t>実績</t></si>")
#define LOOKS STYLES("<cellXfs count=\"1\"><xf/></cellXfs>")

static const struct verify_case {
    const char *label;
    const char *sheet, *strings, *styles;
    const char *extra; /* of a part that reading cells does not ask for */
    unsigned options;  /* of that part */
    bool whole, large; /* large: it is read piece by piece */
} cases[] = {
    { "a whole workbook passes", CELLS, TEXTS, LOOKS, "<chart/>", 0, true,
      false },
    { "a sheet that stops in a row",
      "<worksheet " NS_MAIN "><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v>",
      TEXTS, LOOKS, "<chart/>", 0, false, false },
    { "a sheet with a hole between two cells",
      SHEET("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B</v></c></row>"),
      TEXTS, LOOKS, "<chart/>", 0, false, false },
    { "a sheet that stops behind its cells",
      "<worksheet " NS_MAIN "><sheetData/><mergeCells count=\"2\">"
      "<mergeCell ref=\"A1:", TEXTS, LOOKS, "<chart/>", 0, false, false },
    { "an empty sheet", "", TEXTS, LOOKS, "<chart/>", 0, false, false },
    { "strings that stop", CELLS, "<sst " NS_MAIN "><si><t>実", LOOKS,
      "<chart/>", 0, false, false },
    { "styles that stop", CELLS, TEXTS, "<styleSheet " NS_MAIN "><cellXfs>",
      "<chart/>", 0, false, false },
    { "a chart that stops", CELLS, TEXTS, LOOKS, "<chart><x", 0, false,
      false },
    { "a chart with a wrong CRC", CELLS, TEXTS, LOOKS, "<chart/>",
      PACKAGE_WRONG_CRC, false, false },
    { "a large workbook passes", CELLS, TEXTS, LOOKS, "<chart/>", 0, true,
      true },
    { "a large workbook with a sheet that stops",
      "<worksheet " NS_MAIN "><sheetData>", TEXTS, LOOKS, "<chart/>", 0, false,
      true },
    { "a large workbook with a wrong CRC", CELLS, TEXTS, LOOKS, "<chart/>",
      PACKAGE_WRONG_CRC, false, true },
};

enum { LARGE = 17 << 20 };

/* A part that is only long. */
static void add_long(package *p)
{
    char *spaces = malloc(LARGE);

    assert_non_null(spaces);
    memset(spaces, ' ', LARGE);
    memcpy(spaces, "<long/>", 7);
    package_add(p, "xl/long.xml", spaces, LARGE, 0);
    free(spaces);
}

static void write_package(const char *path, const struct verify_case *c)
{
    kpi_source source;
    package p;
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    package_init(&p);
    package_book(&p, c->sheet, c->strings, c->styles, NULL);
    package_text(&p, "xl/charts/chart1.xml", c->extra, c->options);
    if (c->large)
        add_long(&p);
    source = package_source(&p);
    assert_int_equal(fwrite(source.bytes, 1, source.size, f), source.size);
    assert_int_equal(fclose(f), 0);
    package_free(&p);
}

static void notices_what_is_not_whole(void **state)
{
    const struct verify_case *c = *state;
    const char *base = getenv("TMPDIR");
    kpi_error err = { .status = KPI_OK };
    char path[64];
    int file;

    snprintf(path, sizeof(path), "%.40s/kpibook-XXXXXX",
             base ? base : "/tmp");
    file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    write_package(path, c);
    assert_int_equal(summary_verify(path, &err),
                     c->whole ? KPI_OK : KPI_E_OUTPUT);
    assert_int_equal(remove(path), 0);
    assert_non_null(strstr(err.message, c->whole ? "" : "not written whole"));
    assert_int_equal(summary_verify(path, &err), KPI_E_OUTPUT);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, notices_what_is_not_whole, cases);
    return run_tests("summary_verify", tests, n);
}
