/* The check of parts sees what it is there for. */
#include "support/rows.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

#include "support/package.h"
#include "support/package_facts.h"

static const struct order_case {
    const char *label, *xml;
    size_t offences;
} orders[] = {
    { "a sheet in order",
      "<worksheet><dimension ref='A1'/><sheetData/><mergeCells>"
      "<mergeCell ref='A1:B1'/></mergeCells></worksheet>", 0 },
    { "merges in front of the cells",
      "<worksheet><mergeCells><mergeCell ref='A1:B1'/></mergeCells>"
      "<sheetData/></worksheet>", 2 },
    { "no cells at all", "<worksheet><dimension ref='A1'/></worksheet>", 1 },
    { "two filters",
      "<worksheet><sheetData/><autoFilter ref='A1'/><autoFilter ref='B1'/>"
      "</worksheet>", 1 },
    { "a range without its reference",
      "<worksheet><sheetData/><mergeCells><mergeCell/></mergeCells>"
      "</worksheet>", 1 },
    { "an element that no one knows",
      "<worksheet><sheetData/><extLst/><sparkle/></worksheet>", 2 },
    { "a list that may not be empty",
      "<worksheet><sheetData/><mergeCells/></worksheet>", 1 },
};

static void sees_the_order_of_elements(void **state)
{
    const struct order_case *c = *state;
    offences o = { .file = "case", .part = "", .quiet = true };
    xmlDoc *doc = xmlReadMemory(c->xml, (int)strlen(c->xml), "case", NULL, 0);

    assert_non_null(doc);
    part_check_order(&o, xmlDocGetRootElement(doc));
    assert_int_equal(o.count, c->offences);
    xmlFreeDoc(doc);
}

#define CELLS "<sheetData><row r='1'><c r='A1'><v>1</v></c>"                 \
              "<c r='C1' s='0'><v>2</v></c></row></sheetData>"

/* A sheet in a small package, beside the same with a sound sheet: packages
 * of the tests name no types but those that reading needs. */
static const struct sheet_case {
    const char *label, *body;
    size_t offences;
} sheets[] = {
    { "cells in order", CELLS, 0 },
    { "a cell twice",
      "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>1</v></c>"
      "</row></sheetData>", 1 },
    { "a cell in another row",
      "<sheetData><row r='2'><c r='A1'><v>1</v></c></row></sheetData>", 1 },
    { "rows out of order",
      "<sheetData><row r='2'/><row r='1'/></sheetData>", 1 },
    { "a style that there is not",
      "<sheetData><row r='1'><c r='A1' s='7'/></row></sheetData>", 1 },
    { "a string that there is not",
      "<sheetData><row r='1'><c r='A1' t='s'><v>3</v></c></row></sheetData>",
      1 },
    { "merges that overlap",
      CELLS "<mergeCells><mergeCell ref='A1:B3'/><mergeCell ref='B3:C3'/>"
      "</mergeCells>", 1 },
    { "a link to no sheet",
      CELLS "<hyperlinks><hyperlink ref='A1' location=\"'Nowhere'!A1\"/>"
      "</hyperlinks>", 1 },
    { "a link to a sheet",
      CELLS "<hyperlinks><hyperlink ref='A1' location=\"'表1'!A1\"/>"
      "</hyperlinks>", 0 },
    { "a format that there is not",
      CELLS "<conditionalFormatting sqref='A1'><cfRule type='expression' "
      "dxfId='0' priority='1'/></conditionalFormatting>", 1 },
};

static size_t count_in(const char *body, const char *more)
{
    offences o = { .file = "case", .part = "", .quiet = true };
    char sheet[2048];
    kpi_source src;
    package p;

    snprintf(sheet, sizeof(sheet), "<worksheet " NS_MAIN ">%s</worksheet>",
             body);
    package_init(&p);
    package_book(&p, sheet, NULL,
                 STYLES("<cellXfs count=\"1\"><xf/></cellXfs>"), "");
    if (more)
        package_text(&p, more, "no picture", 0);
    src = package_source(&p);
    assert_true(package_check(&o, src.bytes, src.size));
    package_free(&p);
    return o.count;
}

static void sees_what_is_wrong_in_a_sheet(void **state)
{
    const struct sheet_case *c = *state;

    assert_int_equal(count_in(c->body, NULL) - count_in(CELLS, NULL),
                     c->offences);
}

static void sees_a_part_that_nobody_typed(void **state)
{
    (void)state;
    assert_int_equal(count_in(CELLS, "xl/media/picture.png") -
                         count_in(CELLS, NULL), 1);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, sees_the_order_of_elements, orders);
    TEST_ROWS(tests, n, sees_what_is_wrong_in_a_sheet, sheets);
    TEST_ONE(tests, n, sees_a_part_that_nobody_typed);
    return run_tests("part_order", tests, n);
}
