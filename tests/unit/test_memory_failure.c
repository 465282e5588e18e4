/*
 * test_memory_failure.c - every allocation of the reader fails once
 *
 * Reading workbooks, by our scanners and by libxml2.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "support/each_fails.h"

#include "support/package.h"
#include "xlsx/grid.h"

/* A part in UTF-16, so that it is decoded on the way. */
static void add_utf16(package *p, const char *name, const char *string)
{
    buf wide;

    buf_init(&wide);
    buf_add(&wide, "\xFF\xFE", 2);
    for (size_t i = 0; string[i] != '\0'; i++)
        buf_add(&wide, (char[2]){ string[i], '\0' }, 2);
    package_add(p, name, wide.bytes, wide.length, PACKAGE_DEFLATE);
    buf_free(&wide);
}

#define ROWS                                                                \
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"                         \
    "<c r=\"B1\" s=\"1\"><v>43922</v></c>"                                  \
    "<c r=\"C1\" t=\"inlineStr\"><is><r><t>a_x000A_</t></r><r>"             \
    "<t>b&amp;</t></r></is></c><c r=\"D1\" t=\"d\"><v>2020-04-01</v></c>"   \
    "<c r=\"E1\"><f>1+1</f></c></row>"                                      \
    "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"str\"><f>A1</f><v>x"         \
    "<!-- -->y</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row>"
#define TAIL "<mergeCells><mergeCell ref=\"A3:B4\"/></mergeCells>"
#define STRINGS                                                             \
    "<si><t>甲</t><rPh sb=\"0\" eb=\"1\"><t>コウ</t></rPh></si>"            \
    "<si><r><t>b</t></r><r><t xml:space=\"preserve\"> c</t></r></si>"

static void make_small(package *p)
{
    package_book(p, "<worksheet " NS_MAIN "><cols><col min=\"2\" max=\"3\" "
                 "hidden=\"1\"/></cols><sheetData>" ROWS "</sheetData>" TAIL
                 "</worksheet>", SST(STRINGS),
                 STYLES("<numFmts><numFmt numFmtId=\"170\" formatCode="
                        "\"yyyy/m/d\"/></numFmts><cellXfs><xf numFmtId=\"0\""
                        "/><xf numFmtId=\"170\"/></cellXfs>"), "");
}

#define STRICT "xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\""

static void make_strict(package *p)
{
    package_book(p, NULL, NULL, NULL, "date1904=\"1\"");
    add_utf16(p, "xl/worksheets/sheet1.xml",
              "<x:worksheet " STRICT "><x:sheetData><x:row><x:c t=\"s\"><x:v>"
              "0</x:v></x:c><x:c t=\"inlineStr\"><x:is><x:t>a<![CDATA[b]]>"
              "</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>");
    package_text(p, "xl/sharedStrings.xml",
                 "<x:sst " STRICT "><x:si><x:t>a<?b c?>d</x:t></x:si>"
                 "</x:sst>", PACKAGE_DEFLATE | PACKAGE_DESCRIPTOR);
    package_text(p, "docProps/core.xml",
                 "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats"
                 ".org/package/2006/metadata/core-properties\" xmlns:dc="
                 "\"http://purl.org/dc/elements/1.1/\"><dc:creator>x</dc:"
                 "creator></cp:coreProperties>", 0);
}

static void make_broken(package *p)
{
    package_book(p, "<worksheet " NS_MAIN "><sheetData><row><c><v>1</w>",
                 NULL, NULL, "");
}

/* ---- Reading ----------------------------------------------------------- */

static void put_cell(buf *out, const cell *c)
{
    buf_printf(out, "%u %u %d %u ", (unsigned)c->row, (unsigned)c->col,
               (int)c->type, (unsigned)c->format);
    buf_text(out, c->value);
    buf_char(out, '\n');
}

static kpi_status read_all(const kpi_source *source, bool one_parser,
                           buf *out, kpi_error *err)
{
    kpi_limits limits = { .one_parser = one_parser };
    kpi_status status;
    arena kept;
    book *b;

    arena_init(&kept, 0);
    status = book_open(&b, source, &limits, err);
    for (size_t i = 0; status == KPI_OK && i < book_sheet_count(b); i++) {
        grid g;

        status = grid_read(&g, &kept, b, i, err);
        for (size_t k = 0; status == KPI_OK && k < g.count; k++) {
            buf date;

            put_cell(out, &g.cells[k]);
            buf_init(&date);
            if (book_cell_date(b, &g.cells[k], &date) && buf_ok(&date))
                buf_text(out, buf_slice(&date));
            else if (!buf_ok(&date))
                status = kpi_fail_nomem(err);
            buf_free(&date);
        }
        if (status == KPI_OK)
            buf_printf(out, "merges %zu\n", g.merge_count);
    }
    book_free(b);
    arena_free(&kept);
    if (status == KPI_OK && !buf_ok(out))
        status = kpi_fail_nomem(err);
    return status;
}

typedef struct reading {
    const char *label;
    void (*make)(package *p);
    bool one_parser;
    kpi_status expected;
    kpi_source source;
} reading;

static const reading readings[] = {
    { "a small workbook by our scanner", make_small, false, KPI_OK, { 0 } },
    { "a small workbook by libxml2", make_small, true, KPI_OK, { 0 } },
    { "a strict workbook in UTF-16", make_strict, false, KPI_OK, { 0 } },
    { "a strict workbook by libxml2", make_strict, true, KPI_OK, { 0 } },
    { "a broken workbook", make_broken, false, KPI_E_INPUT, { 0 } },
    { "a broken workbook by libxml2", make_broken, true, KPI_E_INPUT, { 0 } },
};

static void run_reading(outcome *o, const void *what)
{
    const reading *r = what;

    o->status = read_all(&r->source, r->one_parser, &o->shown, &o->err);
}

static void reads_or_runs_out(void **state)
{
    reading r = *(const reading *)*state;
    package p;

    package_init(&p);
    r.make(&p);
    r.source = package_source(&p);
    each_fails_once(run_reading, &r, r.expected);
    package_free(&p);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    memory_init();
    TEST_ROWS(tests, n, reads_or_runs_out, readings);
    return run_tests("memory_failure", tests, n);
}
