/*
 * test_sheet.c - the cells of a worksheet: each row is a workbook in small
 *
 * `expected` has a line for each cell with a value: its reference, a letter
 * for its type (n s b e, ? for a formula without a result), then its text.
 */
#include "support/rows.h"

#include <string.h>

#include "support/package.h"
#include "xlsx/cellref.h"
#include "xlsx/book.h"

#define STRINGS                                                             \
    SST("<si><t>甲</t></si><si/><si><r><t>一</t></r><r><rPr/><t>二</t></r>"  \
        "<rPh sb=\"0\" eb=\"1\"><t>イチ</t></rPh><phoneticPr/></si>"         \
        "<si><t>_x0041__x005F_x0041_</t></si>"                              \
        "<si xmlns:w=\"urn:w\"><w:p><t>no</t></w:p><t>yes</t></si>")
#define ROW(cells) SHEET("<row r=\"1\">" cells "</row>")
#define MC                                                                  \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/"   \
    "2006\""

static const struct sheet_case {
    const char *label, *sheet, *expected;
} cases[] = {
    { "numbers", ROW("<c r=\"A1\"><v>1</v></c><c r=\"C1\" t=\"n\">"
                     "<v>1.5E-3</v></c>"), "A1n1 C1n1.5E-3 " },
    { "numbers as others write them",
      ROW("<c><v>+1</v></c><c><v>.5</v></c><c><v>5.</v></c><c><v> 7 </v></c>"
          "<c><v>-.5E+1</v></c><c><v>1E-999</v></c>"),
      "A1n1 B1n0.5 C1n5 D1n7 E1n-0.5E+1 F1n0 " },
    { "what is no number is a string",
      ROW("<c t=\"n\"><v>abc</v></c><c><v>NaN</v></c><c><v>0x1F</v></c>"
          "<c><v>1E999</v></c>"), "A1sabc B1sNaN C1s0x1F D1s1E999 " },
    { "a comment within a number",
      ROW("<c><v>1<!-- c -->2</v></c>"), "A1n12 " },
    { "shared strings",
      ROW("<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v>"
          "</c><c t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c>"),
      "A1s甲 C1s一二 D1sA_x0041_ E1syes " },
    { "inline strings",
      ROW("<c t=\"inlineStr\"><is><t>a</t></is></c><c t=\"inlineStr\"><is><r>"
          "<t>b</t></r><rPh><t>x</t></rPh><r><t>c</t></r></is></c>"
          "<c t=\"inlineStr\"><v>d</v></c><c><is><t>e</t></is></c>"),
      "A1sa B1sbc C1sd D1se " },
    { "text results",
      ROW("<c t=\"str\"><f>x</f><v>a</v></c><c t=\"str\"><f>x</f><v></v></c>"
          "<c t=\"str\"><f>x</f></c>"), "A1sa C1? " },
    { "CDATA and entities",
      ROW("<c t=\"str\"><v><![CDATA[<a>]]>&amp;&#x3042;</v></c>"),
      "A1s<a>&あ " },
    { "booleans",
      ROW("<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c>"
          "<c t=\"b\"><v>true</v></c>"), "A1b1 B1b0 C1b1 " },
    { "errors", ROW("<c t=\"e\"><v>#DIV/0!</v></c>"), "A1e#DIV/0! " },
    { "dates",
      ROW("<c t=\"d\"><v>2020-04-01</v></c><c t=\"d\"><v>PT12H</v></c>"
          "<c t=\"d\"><v>no::date</v></c>"),
      "A1n43922 B1n0.5 C1sno::date " },
    { "formulas without a result",
      ROW("<c><f>1+1</f></c><c><f>1+1</f><v></v></c><c><f>1+1</f><v>2</v></c>"
          "<c><v/></c><c s=\"1\"/>"), "A1? B1? C1n2 " },
    { "no references",
      SHEET("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/>"
            "<row><c><v>3</v></c></row>"), "A1n1 C1n2 A3n3 " },
    { "references behind missing ones",
      SHEET("<row><c r=\"C5\"><v>1</v></c><c><v>2</v></c></row>"
            "<row><c><v>3</v></c></row>"), "C5n1 D5n2 A6n3 " },
    { "lower case", SHEET("<row r=\"2\"><c r=\"b2\"><v>1</v></c></row>"),
      "B2n1 " },
    { "rows out of order",
      SHEET("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"
            "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>"), "A2n1 A1n2 " },
    { "row zero", SHEET("<row r=\"0\"><c r=\"B0\"><v>1</v></c></row>"),
      "B1n1 " },
    { "strict, with a prefix and a BOM",
      "\xEF\xBB\xBF<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/"
      "spreadsheetml/main\"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c>"
      "</x:row></x:sheetData></x:worksheet>", "A1n1 " },
    { "no namespace",
      "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData>"
      "</worksheet>", "A1n1 " },
    { "UTF-8 that says it is UTF-16",
      "<?xml version=\"1.0\" encoding=\"utf-16\"?>"
      ROW("<c t=\"str\"><v>達成</v></c>"), "A1s達成 " },
    { "a choice that is understood",
      "<worksheet " NS_MAIN " " MC " xmlns:x14=\"http://schemas.microsoft."
      "com/office/spreadsheetml/2009/9/main\"><sheetData><row>"
      "<mc:AlternateContent><mc:Choice Requires=\"x14\"><c><v>1</v></c>"
      "</mc:Choice><mc:Fallback><c><v>2</v></c></mc:Fallback>"
      "</mc:AlternateContent></row></sheetData></worksheet>", "A1n1 " },
    { "a choice that is not",
      "<worksheet " NS_MAIN " " MC " xmlns:q=\"urn:q\"><sheetData><row>"
      "<mc:AlternateContent><mc:Choice Requires=\"q\"><c><v>1</v></c>"
      "</mc:Choice><mc:Fallback><c><v>2</v></c></mc:Fallback>"
      "</mc:AlternateContent></row></sheetData></worksheet>", "A1n2 " },
    { "foreign elements",
      "<worksheet " NS_MAIN " xmlns:q=\"urn:q\"><sheetData><row><q:c><v>9"
      "</v></q:c><c q:r=\"Z9\"><q:v>8</q:v><v>1</v></c></row></sheetData>"
      "</worksheet>", "A1n1 " },
    { "two values", ROW("<c><v>1</v><v>2</v></c><c t=\"inlineStr\"><is><t>a"
      "</t></is><is><t>b</t></is></c><c><v/><v>3</v></c>"), "A1n1 B1sa " },
    { "a dynamic array that spills",
      ROW("<c cm=\"1\" vm=\"2\"><f t=\"array\" ref=\"A1:B1\" aca=\"1\">"
          "_xlfn.SEQUENCE(1,2)</f><v>1</v></c><c vm=\"1\"><v>2</v></c>"),
      "A1n1 B1n2 " },
    { "shared formulas without si", ROW("<c><f t=\"shared\" ref=\"A1:B1\">x</f>"
      "<v>3</v></c><c><f t=\"shared\"/><v>4</v></c>"), "A1n3 B1n4 " },
    { "later errors", ROW("<c t=\"e\" vm=\"1\"><v>#SPILL!</v></c><c t=\"e\"><f>x"
      "</f><v>#GETTING_DATA</v></c><c t=\"str\"><f>x</f><v>#REF!</v></c>"),
      "A1e#SPILL! B1e#GETTING_DATA C1s#REF! " },
    { "dates with a zone, or none",
      ROW("<c t=\"d\"><v>2020-04-01T00:00:00+09:00</v></c><c t=\"d\"><v>"
          "2020-04-01T12:00:00Z</v></c><c t=\"d\"><v>2020-04-01 12:00:00</v>"
          "</c><c t=\"d\"><v>2020-13-01</v></c>"),
      "A1n43922 B1n43922.5 C1n43922.5 D1s2020-13-01 " },
    { "spaces that are kept", ROW("<c t=\"inlineStr\"><is><t xml:space=\""
      "preserve\"> a </t></is></c><c t=\"inlineStr\"><is><t> b</t></is></c>"
      "<c t=\"str\"><v xml:space=\"preserve\"> c </v></c>"),
      "A1s a  B1s b C1s c  " },
    { "line ends", ROW("<c t=\"str\"><v>a\r\nb</v></c><c t=\"str\"><v>a&#13;"
      "&#10;b</v></c>"), "A1sa\nb B1sa\r\nb " },
    { "empty runs and readings",
      ROW("<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>a</t></r><r><rPr/></r>"
          "<r><t/></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><r><t>b</t></r>"
          "<phoneticPr fontId=\"1\"/></is></c>"), "A1sab " },
    { "lists of extensions",
      ROW("<c><v>1</v><extLst><ext uri=\"u\"><v>9</v></ext></extLst></c>"
          "<c><v>2</v></c><extLst><c><v>8</v></c></extLst>"), "A1n1 B1n2 " },
    { "types that do not exist", ROW("<c t=\"z\"><v>5</v></c><c t=\"\"><v>6</v>"
      "</c><c t=\"z\"><v>x</v></c>"), "A1n5 B1n6 C1sx " },
    { "two lists of rows", "<worksheet " NS_MAIN "><sheetData><row r=\"1\"><c>"
      "<v>1</v></c></row></sheetData><sheetData><row r=\"2\"><c><v>2</v></c>"
      "</row></sheetData></worksheet>", "A1n1 A2n2 " },
    { "a place that its row denies", SHEET("<row r=\"1\"><c r=\"A5\"><v>1</v>"
      "</c></row>"), "A5n1 " },
    { "XML 1.1, instructions and white space around",
      "<?xml version='1.1' encoding='utf8' standalone='yes' ?>\r\n<?mso-application"
      " progid=\"Excel.Sheet\"?><!-- x -->" ROW("<c><v>1</v></c>") "\r\n\n",
      "A1n1 " },
    { "a chart sheet", "<chartsheet " NS_MAIN "/>", "" },
};

typedef struct shown {
    buf out;
} shown;

static bool show(void *context, const cell *c)
{
    static const char letters[] = { [CELL_NUMBER] = 'n', [CELL_STRING] = 's',
                                    [CELL_BOOLEAN] = 'b',
                                    [CELL_ERROR] = 'e' };
    shown *s = context;
    char ref[CELLREF_SIZE];

    if (c->type == CELL_EMPTY && !c->missing)
        return true;
    cellref_write(ref, c->row, c->col);
    buf_string(&s->out, ref);
    buf_char(&s->out, c->missing ? '?' : letters[c->type]);
    buf_text(&s->out, c->value);
    buf_char(&s->out, ' ');
    return true;
}

static kpi_status read_sheet(package *p, const kpi_limits *limits, shown *s,
                             kpi_error *err)
{
    kpi_source source = package_source(p);
    sheet_events events = { s, show, NULL, NULL, NULL };
    kpi_status status;
    book *b;

    buf_clear(&s->out);
    status = book_open(&b, &source, limits, err);
    if (status == KPI_OK)
        status = sheet_read(b, 0, &events, err);
    book_free(b);
    return status;
}

static void reads(void **state)
{
    const struct sheet_case *c = *state;

    for (int one = 0; one < 2; one++) {
        kpi_limits limits = { .one_parser = (uint64_t)one };
        kpi_error err = { .status = KPI_OK };
        package p;
        shown s;

        buf_init(&s.out);
        package_init(&p);
        package_book(&p, c->sheet, STRINGS, NULL, NULL);
        assert_int_equal(read_sheet(&p, &limits, &s, &err), KPI_OK);
        assert_string_equal(buf_cstr(&s.out), c->expected);
        package_free(&p);
        buf_free(&s.out);
    }
}

static void reads_utf16(void **state)
{
    static const char ascii[] = ROW("<c><v>12</v></c>");
    char wide[2 * sizeof(ascii)];
    package p;
    shown s;

    (void)state;
    for (int big = 0; big < 2; big++) {
        for (size_t i = 0; i < sizeof(ascii); i++) {
            /* The BOM stands where the first character would. */
            char c = i == 0 ? (char)0xFF : ascii[i - 1];
            char high = i == 0 ? (char)0xFE : 0;

            wide[2 * i + (size_t)big] = i == 0 && big ? (char)0xFF : c;
            wide[2 * i + 1 - (size_t)big] = high;
        }
        buf_init(&s.out);
        package_init(&p);
        package_book(&p, NULL, NULL, NULL, NULL);
        package_add(&p, "xl/worksheets/sheet1.xml", wide, sizeof(wide), 0);
        assert_int_equal(read_sheet(&p, NULL, &s, NULL), KPI_OK);
        assert_string_equal(buf_cstr(&s.out), "A1n12 ");
        package_free(&p);
        buf_free(&s.out);
    }
}

static const struct refusal_case {
    const char *label, *sheet, *rule, *message;
    unsigned line;
} refusals[] = {
    { "a string that is not there", SHEET("\n<row><c t=\"s\"><v>5</v></c>"
      "</row>"), "file-damaged", "cell A1 refers", 2 },
    { "a cell too far right", ROW("\n\n<c r=\"XFE1\"><v>1</v></c>"),
      "file-damaged", "no cell \"XFE1\"", 3 },
    { "a row too far down", SHEET("<row r=\"1048577\"/>"), "file-damaged",
      "no row \"1048577\"", 1 },
    { "malformed XML", SHEET("\n<row></c>"), "file-damaged", "malformed XML",
      2 },
    { "an unknown entity", ROW("<c><v>&a;</v></c>"), "file-damaged",
      "malformed XML", 1 },
    { "no UTF-8", ROW("<c t=\"str\"><v>\xFF</v></c>"), "file-damaged",
      "malformed XML", 1 },
    { "more behind the end", SHEET("") "<a/>", "file-damaged",
      "malformed XML", 1 },
    { "a DOCTYPE", "<!DOCTYPE a [<!ENTITY b \"c\">]>" SHEET(""),
      "file-unsafe", "DOCTYPE", 1 },
    { "a DOCTYPE behind an error", "<!DOCTYPE a\xEF [<!ENTITY b \"c\">]>"
      SHEET(""), "file-damaged", "UTF-8", 1 },
    { "what looks like EBCDIC", "Lo\xA7\x94" SHEET(""), "file-damaged",
      "neither in UTF-8", 1 },
    { "a mark of UTF-16 behind one of UTF-8", "\xEF\xBB\xBF\xFF\xFE" SHEET(""),
      "file-damaged", "neither in UTF-8", 1 },
    { "an outside DOCTYPE", "<!DOCTYPE a SYSTEM \"http://x/\">" SHEET(""),
      "file-unsafe", "DOCTYPE", 1 },
    { "another encoding",
      "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" SHEET(""),
      "file-damaged", "UTF-8", 0 },
    { "no worksheet", "<styleSheet " NS_MAIN "/>", "file-damaged",
      "no worksheet", 1 },
};

static void refuses(void **state)
{
    const struct refusal_case *c = *state;
    kpi_error err = { .status = KPI_OK };
    package p;
    shown s;

    buf_init(&s.out);
    package_init(&p);
    package_book(&p, c->sheet, NULL, NULL, NULL);
    assert_int_equal(read_sheet(&p, NULL, &s, &err), KPI_E_INPUT);
    assert_string_equal(err.rule, c->rule);
    assert_string_equal(err.source, "xl/worksheets/sheet1.xml");
    assert_non_null(strstr(err.message, c->message));
    assert_int_equal(err.line, c->line);
    package_free(&p);
    buf_free(&s.out);
}

/* libxml2 takes a NUL for the end, however much is behind it. */
static void refuses_what_follows_a_nul(void **state)
{
    static const char begin[] = SHEET("");
    static const char more[100000] = "";
    kpi_error err = { .status = KPI_OK };
    package p;
    shown s;
    buf part;

    (void)state;
    buf_init(&s.out);
    buf_init(&part);
    buf_add(&part, begin, sizeof(begin));
    buf_add(&part, more, sizeof(more));
    package_init(&p);
    package_book(&p, NULL, NULL, NULL, NULL);
    package_add(&p, "xl/worksheets/sheet1.xml", part.bytes, part.length, 0);
    assert_int_equal(read_sheet(&p, NULL, &s, &err), KPI_E_INPUT);
    assert_string_equal(err.rule, "file-damaged");
    package_free(&p);
    buf_free(&part);
    buf_free(&s.out);
}

static const struct limit_case {
    const char *label, *option, *sheet;
    kpi_limits limits;
} limit_rows[] = {
    { "limits cells", "--limit-cells", ROW("<c/><c/><c/>"), { .cells = 2 } },
    { "limits a string", "--limit-string-bytes",
      ROW("<c t=\"str\"><v>abcdef</v></c>"), { .string_bytes = 5 } },
    { "limits all text", "--limit-text-bytes",
      ROW("<c t=\"str\"><v>abc</v></c><c t=\"str\"><v>def</v></c>"),
      { .text_bytes = 5 + 60 } },
    { "limits nesting", "--limit-nesting", ROW("<c><v>1</v></c>"),
      { .nesting = 4 } },
    { "limits attributes", "--limit-attributes",
      ROW("<c a=\"\" b=\"\" d=\"\" e=\"\"/>"), { .attributes = 3 } },
    { "limits merges", "--limit-merges",
      "<worksheet " NS_MAIN "><mergeCells><mergeCell ref=\"A1:B2\"/>"
      "<mergeCell ref=\"A3:B4\"/></mergeCells></worksheet>",
      { .merges = 1 } },
    { "limits strings", "--limit-strings", SHEET(""), { .strings = 4 } },
    { "limits the file", "--limit-file-bytes", SHEET(""),
      { .file_bytes = 100 } },
};

static void names_the_limit(void **state)
{
    const struct limit_case *c = *state;
    kpi_error err = { .status = KPI_OK };
    package p;
    shown s;

    buf_init(&s.out);
    package_init(&p);
    package_book(&p, c->sheet, STRINGS, NULL, NULL);
    /* Within text_bytes: what the strings take, and a little more. */
    if (strcmp(c->option, "--limit-text-bytes") == 0) {
        kpi_limits limits = { .text_bytes = 25 };

        assert_int_equal(read_sheet(&p, &limits, &s, &err), KPI_E_LIMIT);
    } else {
        assert_int_equal(read_sheet(&p, &c->limits, &s, &err), KPI_E_LIMIT);
    }
    assert_string_equal(err.rule, "file-over-limit");
    assert_non_null(strstr(err.message, c->option));
    package_free(&p);
    buf_free(&s.out);
}

static void survives_every_memory_limit(void **state)
{
    kpi_status status = KPI_E_LIMIT;
    package p;
    shown s;

    (void)state;
    buf_init(&s.out);
    package_init(&p);
    package_book(&p, cases[4].sheet, STRINGS,
                 STYLES("<numFmts><numFmt numFmtId=\"170\" formatCode=\"0.0"
                        "\"/></numFmts><cellXfs><xf numFmtId=\"170\"/>"
                        "</cellXfs>"), NULL);
    for (uint64_t limit = 1; status != KPI_OK; limit += 16) {
        kpi_limits limits = { .memory_bytes = limit };
        kpi_error err = { .status = KPI_OK };

        status = read_sheet(&p, &limits, &s, &err);
        assert_true(status == KPI_OK || status == KPI_E_LIMIT);
        if (status == KPI_E_LIMIT)
            assert_non_null(strstr(err.message, "--limit-memory-bytes"));
    }
    package_free(&p);
    buf_free(&s.out);
}

static void refuses_every_cut_of_a_sheet(void **state)
{
    const char *sheet = cases[5].sheet;
    shown s;

    (void)state;
    buf_init(&s.out);
    for (size_t size = 0; size < strlen(sheet); size++) {
        package p;

        package_init(&p);
        package_book(&p, NULL, STRINGS, NULL, NULL);
        package_add(&p, "xl/worksheets/sheet1.xml", sheet, size, 0);
        assert_int_equal(read_sheet(&p, NULL, &s, NULL), KPI_E_INPUT);
        package_free(&p);
    }
    buf_free(&s.out);
}

static void counts_attributes_before_the_tag_ends(void **state)
{
    kpi_error err = { .status = KPI_OK };
    buf sheet;
    package p;
    shown s;

    (void)state;
    buf_init(&s.out);
    buf_init(&sheet);
    buf_string(&sheet, "<worksheet " NS_MAIN "><sheetData><row");
    for (unsigned i = 0; i < 300000; i++)
        buf_printf(&sheet, " a%u=\"\"", i);
    buf_string(&sheet, "/></sheetData></worksheet>");
    package_init(&p);
    package_book(&p, buf_cstr(&sheet), NULL, NULL, NULL);
    assert_int_equal(read_sheet(&p, NULL, &s, &err), KPI_E_LIMIT);
    assert_non_null(strstr(err.message, "--limit-attributes"));
    package_free(&p);
    buf_free(&sheet);
    buf_free(&s.out);
}

int main(void)
{
    struct CMUnitTest tests[96];
    size_t n = 0;

    TEST_ROWS(tests, n, reads, cases);
    TEST_ONE(tests, n, reads_utf16);
    TEST_ROWS(tests, n, refuses, refusals);
    TEST_ONE(tests, n, refuses_what_follows_a_nul);
    TEST_ROWS(tests, n, names_the_limit, limit_rows);
    TEST_ONE(tests, n, survives_every_memory_limit);
    TEST_ONE(tests, n, refuses_every_cut_of_a_sheet);
    TEST_ONE(tests, n, counts_attributes_before_the_tag_ends);
    return run_tests("sheet", tests, n);
}
