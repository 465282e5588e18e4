/*
 * fuzz_annotate.c - a sheet, comments, a drawing and styles of any bytes
 *
 * The input is up to six parts, divided by a line "====". What opens before
 * must open after with the same cells on its sheets, and stripping must give
 * back the same parts.
 */
#include <stdlib.h>
#include <string.h>

#include "annotate/annotate.h"
#include "fuzz/check.h"
#include "support/annotated.h"
#include "support/package.h"

#define REL "http://schemas.openxmlformats.org/officeDocument/2006/"       \
            "relationships/"

static const char *const parts[] = {
    "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/comments9.xml",
    "xl/drawings/d.vml", "xl/workbook.xml", "[Content_Types].xml",
};
enum { PARTS = sizeof(parts) / sizeof(*parts), MOST = 1 << 16 };

static const char *const fixed[][2] = {
    { "_rels/.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
      "relationships\"><Relationship Id=\"a\" Type=\"" REL "officeDocument\" "
      "Target=\"xl/workbook.xml\"/></Relationships>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
      "relationships\"><Relationship Id=\"rId1\" Type=\"" REL "worksheet\" "
      "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
      REL "styles\" Target=\"styles.xml\"/></Relationships>" },
    { "xl/worksheets/_rels/sheet1.xml.rels",
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
      "relationships\"><Relationship Id=\"c\" Type=\"" REL "comments\" "
      "Target=\"/xl/comments9.xml\"/><Relationship Id=\"v\" Type=\"" REL
      "vmlDrawing\" Target=\"/xl/drawings/d.vml\"/></Relationships>" },
};

static void build(package *p, text input)
{
    bool workbook = false;

    package_init(p);
    for (size_t i = 0; i < sizeof(fixed) / sizeof(*fixed); i++)
        package_text(p, fixed[i][0], fixed[i][1], 0);
    for (size_t i = 0; i < PARTS; i++) {
        size_t end = text_find(input, "\n====\n", 0);
        text part = text_cut(input, 0, end == SIZE_MAX ? input.length : end);

        if (part.length > 0)
            package_add(p, parts[i], part.bytes, part.length, 0);
        workbook = workbook || (i == 4 && part.length > 0);
        input = text_from(input, end == SIZE_MAX ? input.length : end + 6);
    }
    if (!workbook)
        package_text(p, parts[4],
                     "<workbook " NS_MAIN " " NS_R "><sheets><sheet "
                     "name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
                     "</workbook>", 0);
}

static void check_copy(book *b, const kpi_source *input, const buf *out)
{
    kpi_source copy = { "copy.xlsx", out->bytes, out->length }, stripped;
    bool was = false;
    char name[256];
    buf back;
    book *c;

    check(book_open(&c, &copy, NULL, NULL) == KPI_OK);
    check(book_sheet_count(c) == book_sheet_count(b) + 1);
    for (size_t i = 0; i < book_sheet_count(b); i++)
        check(annotated_same_cells(b, i, c, i + 1));
    book_free(c);
    buf_init(&back);
    check(annotate_strip(&back, &copy, &was, NULL) == KPI_OK && was);
    stripped = (kpi_source){ "back.xlsx", back.bytes, back.length };
    check(*annotated_difference(input, &stripped, name) == '\0');
    buf_free(&back);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_source input;
    kpi_status status;
    package p;
    dataset *d;
    book *b;
    buf out;

    if (size > MOST)
        return 0;
    build(&p, text_slice((const char *)bytes, size));
    input = package_source(&p);
    if (book_open(&b, &input, NULL, NULL) == KPI_OK) {
        d = annotated_findings(b);
        if (d != NULL) {
            bool was = false;
            buf plain;

            /* what looks annotated already is stripped first: not compared */
            buf_init(&plain);
            status = annotate_strip(&plain, &input, &was, NULL);
            buf_init(&out);
            check(status != KPI_E_NOMEM);
            status = annotate_workbook(&out, &input, d, NULL, LANGUAGE_JA,
                                       "", NULL);
            check(status != KPI_E_NOMEM);
            if (status == KPI_OK && !was)
                check_copy(b, &input, &out);
            buf_free(&out);
            buf_free(&plain);
        }
        dataset_free(d);
        book_free(b);
    }
    package_free(&p);
    return 0;
}
