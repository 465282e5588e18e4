/*
 * test_book.c - one workbook: its sheets, properties, names, date system
 */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "support/package.h"
#include "xlsx/book.h"

#define RELS "xmlns=\"http://schemas.openxmlformats.org/package/2006/"     \
             "relationships\""
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/"      \
             "relationships/"

static void add_workbook(package *p, const char *inner, const char *relations)
{
    buf part;

    package_init(p);
    package_frame(p);
    buf_init(&part);
    buf_printf(&part, "<workbook " NS_MAIN " " NS_R ">%s</workbook>", inner);
    package_text(p, "xl/workbook.xml", buf_cstr(&part), 0);
    buf_clear(&part);
    buf_printf(&part, "<Relationships " RELS ">%s</Relationships>",
               relations);
    package_text(p, "xl/_rels/workbook.xml.rels", buf_cstr(&part), 0);
    buf_free(&part);
}

static void takes_sheets_in_order_by_relation(void **state)
{
    kpi_source source;
    package p;
    book *b;

    (void)state;
    add_workbook(&p,
                 "<workbookPr date1904=\"true\"/><sheets>"
                 "<sheet name=\"乙\" sheetId=\"9\" r:id=\"r2\"/>"
                 "<sheet name=\"図\" sheetId=\"3\" r:id=\"r3\"/>"
                 "<sheet name=\"無\" sheetId=\"4\" r:id=\"\"/>"
                 "<sheet name=\"甲\" sheetId=\"1\" state=\"hidden\" "
                 "r:id=\"r1\"/></sheets><definedNames>"
                 "<definedName name=\"n\" localSheetId=\"0\">x</definedName>"
                 "<definedName name=\"n\">甲!$A$1</definedName>"
                 "</definedNames>",
                 "<Relationship Id=\"r1\" Type=\"" TYPE "worksheet\" "
                 "Target=\"/XL/Worksheets/a.xml\"/>"
                 "<Relationship Id=\"r2\" Type=\"" TYPE "worksheet\" "
                 "Target=\"worksheets\\b%20c.xml\"/>"
                 "<Relationship Id=\"r3\" Type=\"" TYPE "chartsheet\" "
                 "Target=\"chartsheets/c.xml\"/>");
    package_text(&p, "xl/worksheets/a.xml", SHEET(""), 0);
    package_text(&p, "xl/worksheets/b c.xml", SHEET(""), 0);
    package_text(&p, "docProps/core.xml",
                 "<c:coreProperties xmlns:c=\"http://schemas.openxmlformats."
                 "org/package/2006/metadata/core-properties\" xmlns:d=\"http:"
                 "//purl.org/dc/elements/1.1/\" xmlns:t=\"http://purl.org/dc/"
                 "terms/\"><d:creator>係</d:creator><t:modified>2017-06-30T0"
                 "1:02:03Z</t:modified></c:coreProperties>", 0);
    package_text(&p, "docProps/app.xml", "<not well-formed", 0);
    source = package_source(&p);
    assert_int_equal(book_open(&b, &source, NULL, NULL), KPI_OK);
    assert_int_equal(book_sheet_count(b), 3);
    assert_string_equal(book_sheet(b, 0)->name, "乙");
    assert_string_equal(book_sheet(b, 1)->name, "無");
    assert_true(book_sheet(b, 1)->missing);
    assert_string_equal(book_sheet(b, 2)->name, "甲");
    assert_int_equal(book_sheet(b, 2)->state, SHEET_HIDDEN);
    assert_true(book_date1904(b));
    assert_false(book_has_macros(b));
    assert_string_equal(book_defined_name(b, "n"), "甲!$A$1");
    assert_null(book_defined_name(b, "m"));
    assert_string_equal(book_props(b)->modified, "2017-06-30T01:02:03Z");
    assert_string_equal(book_props(b)->creator, "係");
    assert_string_equal(book_props(b)->application, "");
    book_free(b);
    package_free(&p);
}

static const struct refusal_case {
    const char *label, *inner, *relations, *rule, *source;
} refusals[] = {
    { "no sheets", "<sheets/>", "", "file-damaged", "xl/workbook.xml" },
    { "a sheet whose relation is missing",
      "<sheets><sheet name=\"a\" r:id=\"r1\"/></sheets>", "", "file-damaged",
      "xl/workbook.xml" },
    { "a sheet whose part is missing",
      "<sheets><sheet name=\"a\" r:id=\"r1\"/></sheets>",
      "<Relationship Id=\"r1\" Type=\"" TYPE "worksheet\" Target=\"x.xml\"/>",
      "file-damaged", "xl/workbook.xml" },
    { "two sheets with one part",
      "<sheets><sheet name=\"a\" r:id=\"r1\"/><sheet name=\"b\" r:id=\"r2\"/>"
      "</sheets>",
      "<Relationship Id=\"r1\" Type=\"" TYPE "worksheet\" Target=\"a.xml\"/>"
      "<Relationship Id=\"r2\" Type=\"" TYPE "worksheet\" Target=\"/xl/A.xml\""
      "/>", "file-damaged", "xl/workbook.xml" },
    { "malformed relations", "<sheets/>", "<a", "file-damaged",
      "xl/_rels/workbook.xml.rels" },
};

static void refuses(void **state)
{
    const struct refusal_case *c = *state;
    kpi_error err;
    kpi_source source;
    package p;
    book *b;

    add_workbook(&p, c->inner, c->relations);
    package_text(&p, "xl/a.xml", SHEET(""), 0);
    source = package_source(&p);
    assert_int_equal(book_open(&b, &source, NULL, &err), KPI_E_INPUT);
    assert_null(b);
    assert_string_equal(err.rule, c->rule);
    assert_string_equal(err.source, c->source);
    package_free(&p);
}

static bool count_bytes(void *context, const cell *c)
{
    *(size_t *)context += c->value.length;
    return true;
}

static void keeps_a_string_once_however_often_used(void **state)
{
    kpi_limits limits = { .memory_bytes = 8 << 20, .ratio = 5000 };
    size_t shown = 0;
    sheet_events events = { &shown, count_bytes, NULL, NULL, NULL };
    buf sheet, strings;
    kpi_source source;
    package p;
    book *b;

    (void)state;
    buf_init(&sheet);
    buf_init(&strings);
    buf_string(&strings, "<sst " NS_MAIN "><si><t>");
    for (size_t i = 0; i < 1000000; i++)
        buf_char(&strings, 'x');
    buf_string(&strings, "</t></si></sst>");
    buf_string(&sheet, "<worksheet " NS_MAIN "><sheetData>");
    for (size_t i = 0; i < 50000; i++)
        buf_string(&sheet, "<row><c t=\"s\"><v>0</v></c></row>");
    buf_string(&sheet, "</sheetData></worksheet>");
    package_init(&p);
    package_book(&p, buf_cstr(&sheet), buf_cstr(&strings), NULL, NULL);
    source = package_source(&p);
    assert_int_equal(book_open(&b, &source, &limits, NULL), KPI_OK);
    assert_int_equal(sheet_read(b, 0, &events, NULL), KPI_OK);
    assert_int_equal(shown, (size_t)50000 * 1000000);
    book_free(b);
    package_free(&p);
    buf_free(&sheet);
    buf_free(&strings);
}

static void refuses_every_truncation(void **state)
{
    kpi_source source, cut;
    package p;
    book *b;

    (void)state;
    package_init(&p);
    package_book(&p, SHEET("<row><c><v>1</v></c></row>"),
                 SST("<si><t>a</t></si>"), STYLES(""), NULL);
    source = package_source(&p);
    for (size_t size = 0; size < source.size; size++) {
        char *bytes = malloc(size + 1);

        memcpy(bytes, source.bytes, size);
        cut = (kpi_source){ "cut.xlsx", bytes, size };
        assert_int_equal(book_open(&b, &cut, NULL, NULL), KPI_E_INPUT);
        free(bytes);
    }
    package_free(&p);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ONE(tests, n, takes_sheets_in_order_by_relation);
    TEST_ROWS(tests, n, refuses, refusals);
    TEST_ONE(tests, n, keeps_a_string_once_however_often_used);
    TEST_ONE(tests, n, refuses_every_truncation);
    return run_tests("book", tests, n);
}
