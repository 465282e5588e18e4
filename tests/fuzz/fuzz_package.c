/*
 * fuzz_package.c - any bytes as a part that holds a package together
 *
 * The first byte chooses the part: content types, relations of the package
 * or of the workbook, or properties. Our scanners and libxml2 alone then read
 * the same workbook out of it, or fail alike.
 */
#include "fuzz/check.h"
#include "support/both_ways.h"
#include "support/package.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#define OPC "http://schemas.openxmlformats.org/package/2006/"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define RELATION(id, type, target)                                          \
    "<Relationship Id=\"" id "\" Type=\"" OFFICE "relationships/" type      \
    "\" Target=\"" target "\"/>"

static const struct part {
    const char *name, *usual;
} parts[] = {
    { "[Content_Types].xml",
      "<Types xmlns=\"" OPC "content-types\"><Override PartName=\"/xl/"
      "workbook.xml\" ContentType=\"application/vnd.openxmlformats-"
      "officedocument.spreadsheetml.sheet.main+xml\"/></Types>" },
    { "_rels/.rels",
      "<Relationships xmlns=\"" OPC "relationships\">"
      RELATION("r1", "officeDocument", "xl/workbook.xml")
      "</Relationships>" },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" OPC "relationships\">"
      RELATION("r1", "worksheet", "worksheets/sheet1.xml")
      RELATION("r2", "chartsheet", "worksheets/sheet2.xml")
      RELATION("r3", "sharedStrings", "strings.xml") "</Relationships>" },
    { "docProps/core.xml", "" },
    { "docProps/app.xml", "" },
    { "docProps/custom.xml", "" },
};

enum { PARTS = sizeof(parts) / sizeof(*parts) };

static void add_contents(package *p)
{
    package_text(p, "xl/workbook.xml", "<workbook " NS_MAIN " " NS_R
                 "><sheets><sheet name=\"a\" r:id=\"r1\"/><sheet name=\"b\" "
                 "r:id=\"r2\"/></sheets></workbook>", 0);
    package_text(p, "xl/worksheets/sheet1.xml",
                 SHEET("<row><c t=\"s\"><v>0</v></c></row>"), 0);
    package_text(p, "xl/worksheets/sheet2.xml",
                 SHEET("<row><c><v>1</v></c></row>"), 0);
    package_text(p, "xl/strings.xml", SST("<si><t>a</t></si>"), 0);
    package_text(p, "xl/sharedStrings.xml", SST("<si><t>b</t></si>"), 0);
}

static text without_words(const buf *dump)
{
    text t = buf_slice(dump);
    size_t words = text_find(t, BOTH_WAYS_WORDS, 0);

    return text_cut(t, 0, words == SIZE_MAX ? t.length : words);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_limits limits = small_limits();
    kpi_source source;
    buf fast, slow;
    package p;

    if (size == 0)
        return 0;
    package_init(&p);
    for (size_t i = 0; i < PARTS; i++) {
        if (i == bytes[0] % PARTS)
            package_add(&p, parts[i].name, bytes + 1, size - 1, 0);
        else if (parts[i].usual[0] != '\0')
            package_text(&p, parts[i].name, parts[i].usual, 0);
    }
    add_contents(&p);
    source = package_source(&p);
    buf_init(&fast);
    buf_init(&slow);
    both_ways_dump(&fast, &source, &limits, false);
    both_ways_dump(&slow, &source, &limits, true);
    check(buf_ok(&fast) && buf_ok(&slow));
    check(text_equal(without_words(&fast), without_words(&slow)));
    buf_free(&fast);
    buf_free(&slow);
    package_free(&p);
    return 0;
}
