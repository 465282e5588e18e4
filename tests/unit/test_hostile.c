/*
 * test_hostile.c - parts that were made to cost time or memory
 *
 * A part is a head, a piece that is repeated very often (with its number where
 * it says %zu), and a tail. Each ends soon, well or by one rule.
 */
#include "support/rows.h"

#include <string.h>

#include "support/package.h"
#include "xlsx/grid.h"

typedef enum target {
    IN_SHEET, IN_STRINGS, IN_STYLES, IN_CORE, /* of a whole workbook */
    IN_BOOK, IN_RELATIONS, IN_TYPES           /* with little beside it */
} target;

#define WORKSHEET "<worksheet " NS_MAIN
#define DATA WORKSHEET "><sheetData>"
#define DATA_END "</sheetData></worksheet>"

static const struct storm_case {
    const char *label;
    target part;
    const char *head, *piece;
    size_t times;
    const char *tail;
    const char *rule;  /* "" = it is read */
    const char *words; /* of the message */
    size_t cells;
} storms[] = {
    { "namespaces of one element", IN_SHEET, WORKSHEET, " xmlns:a%zu=\"u%zu\"",
      20000, "/>", "file-over-limit", "--limit-attributes", 0 },
    { "a namespace for each row", IN_SHEET, DATA, "<a:row xmlns:a=\"u%zu\"/>",
      20000, DATA_END, "", "", 0 },
    { "attributes of one element", IN_SHEET, DATA "<row", " a%zu=\"\"", 100000,
      "/>" DATA_END, "file-over-limit", "--limit-attributes", 0 },
    { "elements that do not end", IN_SHEET, WORKSHEET ">", "<a>", 300000, "",
      "file-over-limit", "--limit-nesting", 0 },
    { "runs in runs", IN_STRINGS, "<sst " NS_MAIN "><si>", "<r>", 300000, "",
      "file-over-limit", "--limit-nesting", 0 },
    { "choices in choices", IN_SHEET, WORKSHEET " xmlns:mc=\"http://schemas."
      "openxmlformats.org/markup-compatibility/2006\">",
      "<mc:AlternateContent><mc:Fallback>", 100000, "", "file-over-limit",
      "--limit-nesting", 0 },
    { "a comment without an end", IN_SHEET, WORKSHEET "><!--", "xxxxxxxxxx",
      400000, "", "file-over-limit", "--limit-string-bytes", 0 },
    { "comments within a value", IN_SHEET, DATA "<row><c><v>1", "<!---->",
      300000, "2</v></c></row>" DATA_END, "", "", 1 },
    { "one long number", IN_SHEET, DATA "<row><c><v>", "1", 2000000,
      "</v></c></row>" DATA_END, "file-over-limit", "--limit-string-bytes",
      0 },
    { "references to characters", IN_SHEET, DATA "<row><c t=\"str\"><v>",
      "&#65;", 2000000, "</v></c></row>" DATA_END, "file-over-limit",
      "--limit-string-bytes", 0 },
    { "an attribute without an end", IN_SHEET, DATA "<row r=\"", "1111111111",
      400000, "", "file-over-limit", "--limit-string-bytes", 0 },
    { "one cell again and again", IN_SHEET, DATA "<row>",
      "<c r=\"A1\"><v>%zu</v></c>", 200000, "</row>" DATA_END, "", "", 1 },
    { "rows from below", IN_SHEET, DATA "<row r=\"1048576\"/>",
      "<row r=\"%zu\"><c><v>1</v></c></row><row r=\"1\"/>", 50000, DATA_END, "",
      "", 50000 },
    { "merges that nest", IN_SHEET, WORKSHEET "><mergeCells>",
      "<mergeCell ref=\"A1:XFD%zu\"/>", 90000, "</mergeCells></worksheet>",
      "", "", 0 },
    { "more merges than the limit", IN_SHEET, WORKSHEET "><mergeCells>",
      "<mergeCell ref=\"A%zu:B%zu\"/>", 100001, "</mergeCells></worksheet>",
      "file-over-limit", "--limit-merges", 0 },
    { "hidden columns", IN_SHEET, WORKSHEET "><cols>",
      "<col min=\"1\" max=\"16384\" hidden=\"1\"/>", 200000,
      "</cols></worksheet>", "", "", 0 },
    { "a million styles", IN_STYLES, "<styleSheet " NS_MAIN "><cellXfs>",
      "<xf numFmtId=\"14\"/>", 1000000, "</cellXfs></styleSheet>", "", "", 2 },
    { "a format for each style", IN_STYLES, "<styleSheet " NS_MAIN
      "><numFmts>", "<numFmt numFmtId=\"%zu\" formatCode=\"0.0%zu\"/>", 60000,
      "</numFmts></styleSheet>", "", "", 2 },
    { "a format without an end", IN_STYLES, "<styleSheet " NS_MAIN "><numFmts>"
      "<numFmt numFmtId=\"170\" formatCode=\"", "y[", 400000, "\"/></numFmts>"
      "<cellXfs><xf numFmtId=\"170\"/></cellXfs></styleSheet>", "", "", 2 },
    { "more sheets than the limit", IN_BOOK, "<workbook " NS_MAIN "><sheets>",
      "<sheet name=\"s\"/>", 1001, "</sheets></workbook>", "file-over-limit",
      "--limit-sheets", 0 },
    { "sheets of one name", IN_BOOK, "<workbook " NS_MAIN "><sheets>",
      "<sheet name=\"s\"/>", 1000, "</sheets></workbook>", "", "", 0 },
    { "a name without an end", IN_BOOK, "<workbook " NS_MAIN "><sheets><sheet "
      "name=\"s\"/></sheets><definedNames><definedName name=\"n\">", "&amp;",
      1100000, "</definedName></definedNames></workbook>", "file-over-limit",
      "--limit-string-bytes", 0 },
    { "a property without an end", IN_CORE, "<c:coreProperties xmlns:c=\"http:"
      "//schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:d=\"http://purl.org/dc/elements/1.1/\"><d:creator>", "&amp;",
      1100000, "</d:creator></c:coreProperties>", "file-over-limit",
      "--limit-string-bytes", 0 },
    { "more relations than the limit", IN_RELATIONS, "<Relationships xmlns="
      "\"http://schemas.openxmlformats.org/package/2006/relationships\">",
      "<Relationship Id=\"r%zu\" Type=\"t\" Target=\"t\"/>", 10001,
      "</Relationships>", "file-over-limit", "--limit-entries", 0 },
    { "more content types than the limit", IN_TYPES, "<Types xmlns=\"http://"
      "schemas.openxmlformats.org/package/2006/content-types\">",
      "<Override PartName=\"/p%zu\" ContentType=\"t\"/>", 10001, "</Types>",
      "file-over-limit", "--limit-entries", 0 },
    { "rows behind the last one", IN_SHEET, DATA "<row r=\"1048576\"/>",
      "<row/>", 2, DATA_END, "file-damaged", "1048576 rows", 0 },
    { "namespaces of elements in elements", IN_SHEET, WORKSHEET ">",
      "<a xmlns:a%zu=\"u\" xmlns:b=\"u\" xmlns:c=\"u\" xmlns:d=\"u\" "
      "xmlns:e=\"u\" xmlns:f=\"u\" xmlns:g=\"u\" xmlns:h=\"u\" xmlns:i=\"u\" "
      "xmlns:j=\"u\" xmlns:k=\"u\" xmlns:l=\"u\" xmlns:m=\"u\" xmlns:n=\"u\" "
      "xmlns:o=\"u\" xmlns:p=\"u\" xmlns:q=\"u\" xmlns:r=\"u\" xmlns:s=\"u\">",
      60, "", "file-over-limit", "--limit-attributes", 0 },
};

static void repeat(buf *part, const struct storm_case *c)
{
    buf_string(part, c->head);
    for (size_t i = 1; i <= c->times; i++) {
        for (const char *at = c->piece; *at != '\0'; at++) {
            if (strncmp(at, "%zu", 3) == 0) {
                buf_printf(part, "%zu", i);
                at += 2;
            } else {
                buf_char(part, *at);
            }
        }
    }
    buf_string(part, c->tail);
}

static void make(package *p, const struct storm_case *c)
{
    static const char *const names[] = {
        [IN_SHEET] = "xl/worksheets/sheet1.xml",
        [IN_STRINGS] = "xl/sharedStrings.xml", [IN_STYLES] = "xl/styles.xml",
        [IN_CORE] = "docProps/core.xml", [IN_BOOK] = "xl/workbook.xml",
        [IN_RELATIONS] = "xl/_rels/workbook.xml.rels",
        [IN_TYPES] = "[Content_Types].xml",
    };
    buf part;

    buf_init(&part);
    repeat(&part, c);
    package_init(p);
    p->stored = true; /* else the ratio would tell */
    if (c->part < IN_BOOK)
        package_book(p, c->part == IN_SHEET ? NULL : SHEET(
                         "<row><c><v>1</v></c><c s=\"9\"><v>2</v></c></row>"),
                     c->part == IN_STRINGS ? NULL : SST(""),
                     c->part == IN_STYLES ? NULL : STYLES(""), NULL);
    else if (c->part != IN_TYPES)
        package_frame(p);
    if (c->part > IN_BOOK)
        package_text(p, "xl/workbook.xml", "<workbook " NS_MAIN "><sheets>"
                     "<sheet name=\"s\"/></sheets></workbook>", 0);
    package_add(p, names[c->part], part.bytes, part.length, 0);
    buf_free(&part);
}

static void ends_soon(void **state)
{
    const struct storm_case *c = *state;
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    kpi_status status;
    size_t cells = 0;
    arena kept;
    package p;
    book *b;

    make(&p, c);
    source = package_source(&p);
    arena_init(&kept, 0);
    status = book_open(&b, &source, NULL, &err);
    for (size_t i = 0; status == KPI_OK && i < book_sheet_count(b); i++) {
        grid g;

        status = grid_read(&g, &kept, b, i, &err);
        cells += g.count;
    }
    assert_string_equal(err.rule, c->rule);
    assert_non_null(strstr(err.message, c->words));
    assert_int_equal(status == KPI_OK, c->rule[0] == '\0');
    if (status == KPI_OK)
        assert_int_equal(cells, c->cells);
    book_free(b);
    arena_free(&kept);
    package_free(&p);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, ends_soon, storms);
    return run_tests("hostile", tests, n);
}
