/*
 * test_other_writers.c - packages as other programs put them together
 *
 * Part names, targets and content types that Excel would write otherwise. Each
 * package has one sheet with 1 in A1.
 */
#include "support/rows.h"

#include "support/package.h"
#include "xlsx/grid.h"

#define OFFICE                                                              \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELS(inner)                                                         \
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/" \
    "relationships\">" inner "</Relationships>"
#define REL(id, type, target)                                               \
    "<Relationship Id=\"" id "\" Type=\"" OFFICE type "\" Target=\"" target \
    "\"/>"
#define TYPES(inner)                                                        \
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"        \
    "content-types\">" inner "</Types>"
#define MAIN_TYPE(part, kind)                                               \
    "<Override PartName=\"" part "\" ContentType=\"application/vnd."        \
    "openxmlformats-officedocument.spreadsheetml." kind ".main+xml\"/>"
#define BOOK(sheet)                                                         \
    "<workbook " NS_MAIN " " NS_R "><sheets>" sheet "</sheets></workbook>"
#define USUAL_BOOK BOOK("<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>")
#define USUAL_SHEET "xl/worksheets/sheet1.xml"

/* NULL: as usual; "" for a part: there is none. */
static const struct package_case {
    const char *label, *target, *sheet; /* the sheet's target and part */
    const char *types, *root, *book;
} packages[] = {
    { "as usual", NULL, NULL, NULL, NULL, NULL },
    { "a target with a leading slash", "/xl/worksheets/sheet1.xml", NULL,
      NULL, NULL, NULL },
    { "a target from the root without a slash", "xl/worksheets/sheet1.xml",
      NULL, NULL, NULL, NULL },
    { "a target with backslashes", "worksheets\\sheet1.xml", NULL, NULL, NULL,
      NULL },
    { "a target with white space", " worksheets/sheet1.xml ", NULL, NULL,
      NULL, NULL },
    { "a target with needless steps", "/xl/./theme/..//worksheets/sheet1.xml",
      NULL, NULL, NULL, NULL },
    { "a target with a fragment", "worksheets/sheet1.xml#A1", NULL, NULL,
      NULL, NULL },
    { "a target in other case", "Worksheets/Sheet1.XML", NULL, NULL, NULL,
      NULL },
    { "a part in Japanese", "worksheets/表.xml", "xl/worksheets/表.xml", NULL,
      NULL, NULL },
    { "a part in Japanese, its target escaped", "worksheets/%E8%A1%A8.xml",
      "xl/worksheets/表.xml", NULL, NULL, NULL },
    { "a part whose name is escaped", "worksheets/a%20b.xml",
      "xl/worksheets/a%20b.xml", NULL, NULL, NULL },
    { "content types by Override alone", NULL, NULL,
      TYPES(MAIN_TYPE("/xl/workbook.xml", "sheet")), NULL, NULL },
    { "content types that list nothing", NULL, NULL, TYPES(""), NULL, NULL },
    { "no content types", NULL, NULL, "", NULL, NULL },
    { "a template by its type", NULL, NULL,
      TYPES(MAIN_TYPE("/xl/workbook.xml", "template")), NULL, NULL },
    { "no relations of the package", NULL, NULL, NULL, "", NULL },
    { "a target of the package with a slash", NULL, NULL, NULL,
      RELS(REL("r1", "officeDocument", "/xl/workbook.xml")), NULL },
    { "two workbooks: the first counts", NULL, NULL, NULL,
      RELS(REL("r1", "officeDocument", "xl/workbook.xml")
           REL("r2", "officeDocument", "xl/other.xml")), NULL },
    { "another prefix of the relation", NULL, NULL, NULL, NULL,
      "<workbook " NS_MAIN "><sheets><sheet xmlns:q=\"http://schemas."
      "openxmlformats.org/officeDocument/2006/relationships\" name=\"S\" "
      "q:id=\"r1\"/></sheets></workbook>" },
    { "a relation in strict within transitional", NULL, NULL, NULL, NULL,
      "<workbook " NS_MAIN " xmlns:r=\"http://purl.oclc.org/ooxml/"
      "officeDocument/relationships\"><sheets><sheet name=\"S\" r:id=\"r1\"/>"
      "</sheets></workbook>" },
    { "a relation without a prefix", NULL, NULL, NULL, NULL,
      BOOK("<sheet name=\"S\" sheetId=\"1\" id=\"r1\"/>") },
};

static void add(package *p, const char *name, const char *given,
                const char *usual)
{
    const char *part = given == NULL ? usual : given;

    if (part[0] != '\0')
        package_text(p, name, part, PACKAGE_DEFLATE);
}

static void make(package *p, const struct package_case *c)
{
    buf rels;

    buf_init(&rels);
    buf_printf(&rels, RELS(REL("r1", "worksheet", "%s")),
               c->target == NULL ? "worksheets/sheet1.xml" : c->target);
    package_init(p);
    add(p, "[Content_Types].xml", c->types,
        TYPES("<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
              MAIN_TYPE("/xl/workbook.xml", "sheet")));
    add(p, "_rels/.rels", c->root,
        RELS(REL("r1", "officeDocument", "xl/workbook.xml")));
    add(p, "xl/workbook.xml", c->book, USUAL_BOOK);
    add(p, "xl/_rels/workbook.xml.rels", buf_cstr(&rels), NULL);
    add(p, c->sheet == NULL ? USUAL_SHEET : c->sheet, NULL,
        SHEET("<row><c><v>1</v></c></row>"));
    buf_free(&rels);
}

static void reads(void **state)
{
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    arena kept;
    package p;
    book *b;
    grid g;

    make(&p, *state);
    source = package_source(&p);
    arena_init(&kept, 0);
    if (book_open(&b, &source, NULL, &err) != KPI_OK)
        fail_msg("%s", err.message);
    assert_int_equal(book_sheet_count(b), 1);
    assert_int_equal(grid_read(&g, &kept, b, 0, &err), KPI_OK);
    assert_int_equal(g.count, 1);
    assert_true(text_is(g.cells[0].value, "1"));
    book_free(b);
    arena_free(&kept);
    package_free(&p);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, reads, packages);
    return run_tests("other_writers", tests, n);
}
