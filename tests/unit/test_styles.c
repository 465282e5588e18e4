/*
 * test_styles.c - the number format of each cell format
 */
#include "support/rows.h"

#include "support/package.h"
#include "xlsx/book.h"

static const struct style_case {
    const char *label, *styles; /* of cell A1, which has s="1" */
    const char *code;
    format_kind kind;
} cases[] = {
    { "a format of its own",
      STYLES("<numFmts><numFmt numFmtId=\"170\" formatCode=\"0.0%\"/>"
             "</numFmts><cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs>"),
      "0.0%", FORMAT_PERCENT },
    { "a built-in format",
      STYLES("<cellXfs><xf/><xf numFmtId=\"31\"/></cellXfs>"),
      "yyyy\"年\"m\"月\"d\"日\"", FORMAT_DATE },
    { "a built-in format that is redefined",
      STYLES("<numFmts><numFmt numFmtId=\"14\" formatCode=\"0\"/></numFmts>"
             "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"), "0",
      FORMAT_NUMBER },
    { "the later of two definitions",
      STYLES("<numFmts><numFmt numFmtId=\"170\" formatCode=\"0\"/><numFmt "
             "numFmtId=\"170\" formatCode=\"@\"/></numFmts><cellXfs><xf/>"
             "<xf numFmtId=\"170\"/></cellXfs>"), "@", FORMAT_TEXT },
    { "an id without a format",
      STYLES("<cellXfs><xf/><xf numFmtId=\"999\"/></cellXfs>"), "General",
      FORMAT_GENERAL },
    { "a style that is not there", STYLES("<cellXfs><xf/></cellXfs>"),
      "General", FORMAT_GENERAL },
    { "cellStyleXfs do not count",
      STYLES("<cellStyleXfs><xf/><xf numFmtId=\"9\"/></cellStyleXfs>"),
      "General", FORMAT_GENERAL },
    { "no styles at all", NULL, "General", FORMAT_GENERAL },
};

static bool keep_format(void *context, const cell *c)
{
    *(uint32_t *)context = c->format;
    return true;
}

static void gives_format(void **state)
{
    const struct style_case *c = *state;
    uint32_t format = 77;
    sheet_events events = { &format, keep_format, NULL, NULL, NULL };
    kpi_source source;
    package p;
    book *b;

    package_init(&p);
    package_book(&p, SHEET("<row><c s=\"1\"><v>1</v></c></row>"), NULL,
                 c->styles, NULL);
    source = package_source(&p);
    assert_int_equal(book_open(&b, &source, NULL, NULL), KPI_OK);
    assert_int_equal(sheet_read(b, 0, &events, NULL), KPI_OK);
    assert_string_equal(book_format(b, format), c->code);
    assert_int_equal(book_format_kind(b, format), c->kind);
    assert_string_equal(book_format(b, 0), "General");
    book_free(b);
    package_free(&p);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, gives_format, cases);
    return run_tests("styles", tests, n);
}
