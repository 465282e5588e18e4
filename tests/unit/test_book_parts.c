/*
 * test_book_parts.c - workbook, shared strings and properties of a package
 */
#include "support/rows.h"

#include <pthread.h>
#include <string.h>

#include "support/both_ways.h"
#include "support/package.h"
#include "xlsx/grid.h"

#define REL "<Relationship Id=\"%s\" Type=\"http://schemas.openxml"         \
    "formats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
#define ONE SHEET("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")

/* A package whose workbook part is `workbook`. */
static void put_package(package *p, const char *workbook)
{
    buf rels;

    buf_init(&rels);
    buf_string(&rels, "<Relationships xmlns=\"http://schemas.openxmlformats."
               "org/package/2006/relationships\">");
    buf_printf(&rels, REL, "rId1", "worksheet", "worksheets/sheet1.xml");
    buf_printf(&rels, REL, "rId2", "worksheet", "/xl/worksheets/sheet2.xml");
    buf_printf(&rels, REL, "rId3", "chartsheet", "chartsheets/sheet1.xml");
    buf_printf(&rels, REL, "rId4", "worksheet", "worksheets/none.xml");
    buf_string(&rels, "</Relationships>");
    package_init(p);
    package_frame(p);
    package_text(p, "xl/workbook.xml", workbook, 0);
    package_add(p, "xl/_rels/workbook.xml.rels", rels.bytes, rels.length, 0);
    package_text(p, "xl/worksheets/sheet1.xml", ONE, 0);
    package_text(p, "xl/worksheets/sheet2.xml", ONE, 0);
    package_text(p, "xl/chartsheets/sheet1.xml", "<chartsheet " NS_MAIN "/>",
                 0);
    buf_free(&rels);
}

#define BOOK(inner) "<workbook " NS_MAIN " " NS_R ">" inner "</workbook>"
#define S(name, id, more) "<sheet name=\"" name "\" sheetId=\"1\" r:id=\""  \
    id "\" " more "/>"

static const struct workbook_case {
    const char *label, *part, *sheets; /* NULL = refused */
    bool date1904;
} workbooks[] = {
    { "sheets in their order", BOOK("<sheets>" S("b", "rId2", "")
      S("a", "rId1", "") "</sheets>"), "b0 a0 ", false },
    { "hidden sheets", BOOK("<sheets>" S("a", "rId1", "state=\"hidden\"")
      S("b", "rId2", "state=\"veryHidden\"") "</sheets>"), "a1 b2 ", false },
    { "chart sheets are left out", BOOK("<sheets>" S("c", "rId3", "")
      S("a", "rId1", "") "</sheets>"), "a0 ", false },
    { "a sheet without a part", BOOK("<sheets><sheet name=\"p\" sheetId=\"1\""
      "/>" S("a", "rId1", "") "</sheets>"), "p0- a0 ", false },
    { "the 1904 system", BOOK("<workbookPr date1904=\"1\"/><sheets>"
      S("a", "rId1", "") "</sheets>"), "a0 ", true },
    { "an escaped name", BOOK("<sheets>" S("a_x0026_b&amp;c", "rId1", "")
      "</sheets>"), "a&b&c0 ", false },
    { "a part that is missing", BOOK("<sheets>" S("a", "rId4", "")
      "</sheets>"), NULL, false },
    { "a relation that is missing", BOOK("<sheets>" S("a", "rId9", "")
      "</sheets>"), NULL, false },
    { "no sheets", BOOK("<sheets/>"), NULL, false },
    { "no workbook", "<worksheet " NS_MAIN "/>", NULL, false },
};

static void reads_a_workbook(void **state)
{
    const struct workbook_case *c = *state;
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    package p;
    buf shown;
    book *b;

    put_package(&p, c->part);
    source = package_source(&p);
    buf_init(&shown);
    assert_int_equal(book_open(&b, &source, NULL, &err),
                     c->sheets == NULL ? KPI_E_INPUT : KPI_OK);
    assert_string_equal(err.rule, c->sheets == NULL ? "file-damaged" : "");
    for (size_t i = 0; b != NULL && i < book_sheet_count(b); i++)
        buf_printf(&shown, "%s%d%s ", book_sheet(b, i)->name,
                   (int)book_sheet(b, i)->state,
                   book_sheet(b, i)->missing ? "-" : "");
    assert_string_equal(buf_cstr(&shown), c->sheets == NULL ? "" : c->sheets);
    if (b != NULL)
        assert_int_equal(book_date1904(b), c->date1904);
    book_free(b);
    package_free(&p);
    buf_free(&shown);
}

static void reads_names(void **state)
{
    kpi_source source;
    package p;
    book *b;

    (void)state;
    put_package(&p, BOOK("<sheets>" S("a", "rId1", "") "</sheets>"
                         "<definedNames><definedName name=\"n\">a!$A$1"
                         "</definedName><definedName name=\"own\" "
                         "localSheetId=\"0\">x</definedName>"
                         "</definedNames>"));
    source = package_source(&p);
    assert_int_equal(book_open(&b, &source, NULL, NULL), KPI_OK);
    assert_string_equal(book_defined_name(b, "n"), "a!$A$1");
    assert_null(book_defined_name(b, "own"));
    assert_null(book_defined_name(b, "none"));
    book_free(b);
    package_free(&p);
}

static const struct properties_case {
    const char *label, *core, *app, *custom;
    const char *modified, *creator, *application, *stamp;
} properties[] = {
    { "none", NULL, NULL, NULL, "", "", "", "" },
    { "all",
      "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/"
      "package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/"
      "elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi="
      "\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator>企画 &amp; "
      "調整</dc:creator><dcterms:modified xsi:type=\"dcterms:W3CDTF\">"
      "2017-06-01T00:00:00Z</dcterms:modified></cp:coreProperties>",
      "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/"
      "2006/extended-properties\"><Application> Microsoft Excel "
      "</Application></Properties>",
      "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/"
      "2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/"
      "officeDocument/2006/docPropsVTypes\"><property name=\"other\">"
      "<vt:lpwstr>no</vt:lpwstr></property><property name=\"kpibook\">"
      "<vt:lpwstr>stamp</vt:lpwstr></property></Properties>",
      "2017-06-01T00:00:00Z", "企画 & 調整", "Microsoft Excel", "stamp" },
    { "broken ones are none", "<cp:core", "<Properties", "x", "", "", "",
      "" },
};

static void reads_properties(void **state)
{
    const struct properties_case *c = *state;
    kpi_source source;
    package p;
    book *b;

    put_package(&p, BOOK("<sheets>" S("a", "rId1", "") "</sheets>"));
    if (c->core != NULL) {
        package_text(&p, "docProps/core.xml", c->core, 0);
        package_text(&p, "docProps/app.xml", c->app, 0);
        package_text(&p, "docProps/custom.xml", c->custom, 0);
    }
    source = package_source(&p);
    assert_int_equal(book_open(&b, &source, NULL, NULL), KPI_OK);
    assert_string_equal(book_props(b)->modified, c->modified);
    assert_string_equal(book_props(b)->creator, c->creator);
    assert_string_equal(book_props(b)->application, c->application);
    assert_string_equal(book_props(b)->custom_stamp, c->stamp);
    book_free(b);
    package_free(&p);
}

static const struct string_case {
    const char *label, *part, *expected;
} strings[] = {
    { "plain", SST("<si><t>a</t></si><si><t>達成</t></si>"), "a|達成|" },
    { "runs without their reading", SST("<si><r><t>一</t></r><r><t>二</t></r>"
      "<rPh sb=\"0\" eb=\"1\"><t>イチ</t></rPh></si>"), "一二|" },
    { "empty ones hold their place", SST("<si/><si><t/></si><si><t>c</t>"
      "</si>"), "||c|" },
    { "counts are not believed", "<sst " NS_MAIN " count=\"9\" uniqueCount="
      "\"1\"><si><t>a</t></si><si><t>b</t></si></sst>", "a|b|" },
    { "other elements between", SST("<extLst/><si><t>a</t><phoneticPr/></si>"),
      "a|" },
};

/* Each string is seen in a cell of its own. */
static void reads_strings(void **state)
{
    const struct string_case *c = *state;
    size_t count = 0;
    buf sheet, shown;
    arena memory;
    grid g;
    kpi_source source;
    package p;
    book *b;

    for (const char *s = c->expected; *s != '\0'; s++)
        count += *s == '|';
    buf_init(&sheet);
    buf_init(&shown);
    arena_init(&memory, 0);
    buf_string(&sheet, "<worksheet " NS_MAIN "><sheetData><row>");
    for (size_t i = 0; i < count; i++)
        buf_printf(&sheet, "<c t=\"s\"><v>%zu</v></c>", i);
    buf_string(&sheet, "</row></sheetData></worksheet>");
    package_init(&p);
    package_book(&p, buf_cstr(&sheet), c->part, NULL, NULL);
    source = package_source(&p);
    assert_int_equal(book_open(&b, &source, NULL, NULL), KPI_OK);
    assert_int_equal(grid_read(&g, &memory, b, 0, NULL), KPI_OK);
    for (uint32_t col = 0; col < count; col++) {
        const cell *at = grid_cell(&g, 0, col);

        if (at != NULL)
            buf_text(&shown, at->value);
        buf_char(&shown, '|');
    }
    assert_string_equal(buf_cstr(&shown), c->expected);
    book_free(b);
    arena_free(&memory);
    package_free(&p);
    buf_free(&sheet);
    buf_free(&shown);
}

/* ---- Threads ---- */

typedef struct job {
    kpi_source source;
    bool one_parser;
    buf expected;
    bool same;
} job;

static void *read_often(void *context)
{
    job *j = context;
    buf out;

    buf_init(&out);
    j->same = true;
    for (unsigned i = 0; i < 50; i++) {
        both_ways_dump(&out, &j->source, NULL, j->one_parser);
        j->same = j->same && text_equal(buf_slice(&out),
                                        buf_slice(&j->expected));
    }
    buf_free(&out);
    return NULL;
}

/* To be run under -fsanitize=thread too. */
static void threads_read_books_of_their_own(void **state)
{
    enum { THREADS = 4 };
    pthread_t threads[THREADS];
    package packages[THREADS];
    job jobs[THREADS];

    (void)state;
    for (size_t i = 0; i < THREADS; i++) {
        package_init(&packages[i]);
        package_book(&packages[i],
                     i < 2 ? ONE : SHEET("<row><!-- c --><c t=\"s\"><v>0</v>"
                                         "</c></row>"),
                     SST("<si><t>甲</t></si>"), STYLES("<cellXfs/>"), NULL);
        jobs[i] = (job){ .source = package_source(&packages[i]),
                         .one_parser = i % 2 != 0 };
        buf_init(&jobs[i].expected);
        both_ways_dump(&jobs[i].expected, &jobs[i].source, NULL, false);
    }
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, read_often,
                                        &jobs[i]), 0);
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(threads[i], NULL), 0);
        assert_true(jobs[i].same);
        buf_free(&jobs[i].expected);
        package_free(&packages[i]);
    }
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_a_workbook, workbooks);
    TEST_ONE(tests, n, reads_names);
    TEST_ROWS(tests, n, reads_properties, properties);
    TEST_ROWS(tests, n, reads_strings, strings);
    TEST_ONE(tests, n, threads_read_books_of_their_own);
    return run_tests("book_parts", tests, n);
}
