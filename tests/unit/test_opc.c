/*
 * test_opc.c - a package: parts, their types and relations
 */
#include "support/rows.h"

#include <string.h>

#include "ooxml/opc.h"
#include "support/package.h"

static const struct target_case {
    const char *label, *part, *target, *resolved;
} targets[] = {
    { "relative", "xl/workbook.xml", "worksheets/a.xml",
      "xl/worksheets/a.xml" },
    { "absolute", "xl/workbook.xml", "/xl/a.xml", "xl/a.xml" },
    { "up", "xl/worksheets/a.xml", "../b.xml", "xl/b.xml" },
    { "up too far", "xl/a.xml", "../../../b.xml", "b.xml" },
    { "with a dot", "xl/a.xml", "./b.xml", "xl/b.xml" },
    { "backslash", "xl/a.xml", "c\\b.xml", "xl/c/b.xml" },
    { "absolute backslash", "xl/a.xml", "\\xl\\b.xml", "xl/b.xml" },
    { "from the package", "", "xl/workbook.xml", "xl/workbook.xml" },
    { "with a fragment", "xl/a.xml", "b.xml#x", "xl/b.xml" },
    { "empty", "xl/a.xml", "", "xl" },
};

static void resolves(void **state)
{
    const struct target_case *c = *state;
    arena memory;

    arena_init(&memory, 0);
    assert_string_equal(opc_resolve(&memory, c->part, text_of(c->target)),
                        c->resolved);
    arena_free(&memory);
}

#define CFB "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

static const struct file_case {
    const char *label;
    const char *start; /* the file's first bytes */
    size_t length;
    const char *entry; /* in a compound file */
    const char *rule;
} files[] = {
    { "an empty file", "", 0, NULL, "file-empty" },
    { "an HTML page", "<html><body>", 12, NULL, "file-not-xlsx" },
    { "a CSV file", "a,b\r\n1,2\r\n", 10, NULL, "file-not-xlsx" },
    { "text that begins with PK", "PK is the sign", 14, NULL,
      "file-not-xlsx" },
    { "an archive that is cut off", "PK\3\4xxxxxxxxxxxxxx", 18, NULL,
      "file-damaged" },
    { "an empty archive", "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22,
      NULL, "file-not-xlsx" },
    { "an encrypted package", CFB, 8, "EncryptedPackage",
      "file-encrypted" },
    { "an old workbook", CFB, 8, "Workbook", "file-legacy-xls" },
    { "a bare BIFF stream", "\x09\x08\x10\x00\x00\x06\x05\x00", 8, NULL,
      "file-legacy-xls" },
};

static kpi_status open_bytes(const void *bytes, size_t size, kpi_error *err)
{
    kpi_source source = { "x.xlsx", bytes, size };
    kpi_limits limits;
    kpi_status status;
    arena memory;
    opc *opened;

    arena_init(&memory, 0);
    limits_complete(&limits, NULL);
    status = opc_open(&opened, &source, &limits, &memory, err);
    assert_int_equal(status == KPI_OK, opened != NULL);
    opc_close(opened);
    arena_free(&memory);
    return status;
}

static void tells_what_a_file_is(void **state)
{
    const struct file_case *c = *state;
    char bytes[1024] = { 0 };
    size_t size = c->length;
    kpi_error err;

    memcpy(bytes, c->start, c->length);
    if (memcmp(bytes, CFB, 8) == 0) {
        size = sizeof(bytes);
        for (size_t i = 0; c->entry[i] != '\0'; i++)
            bytes[640 + 2 * i] = c->entry[i];
    }
    assert_int_equal(open_bytes(bytes, size, &err), KPI_E_INPUT);
    assert_string_equal(err.rule, c->rule);
}

#define TYPES(inner)                                                        \
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"       \
    "content-types\">" inner "</Types>"
#define XLSB "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
#define DOCX                                                                \
    "application/vnd.openxmlformats-officedocument.wordprocessingml."      \
    "document.main+xml"

static const struct archive_case {
    const char *label;
    const char *parts[6]; /* names and texts in turn */
    const char *rule;     /* "" = a workbook */
} archives[] = {
    { "an .ods",
      { "mimetype", "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml", "<x/>" }, "file-ods" },
    { "an .odt", { "mimetype", "application/vnd.oasis.opendocument.text" },
      "file-not-xlsx" },
    { "an archive of something", { "readme.txt", "x" }, "file-not-xlsx" },
    { "an .xlsb",
      { "[Content_Types].xml",
        TYPES("<Override PartName=\"/xl/workbook.bin\" ContentType=\"" XLSB
              "\"/>"), "xl/workbook.bin", "x" }, "file-xlsb" },
    { "an .xlsx that mentions xlsb",
      { "[Content_Types].xml",
        TYPES("<Default Extension=\"bin\" ContentType=\"" XLSB "\"/>"),
        "xl/workbook.xml", "<x/>" }, "" },
    { "a .docx",
      { "[Content_Types].xml",
        TYPES("<Override PartName=\"/word/document.xml\" ContentType=\"" DOCX
              "\"/>"), "word/document.xml", "<x/>" }, "file-not-xlsx" },
    { "a document that is called a workbook",
      { "[Content_Types].xml",
        TYPES("<Override PartName=\"/xl/workbook.xml\" ContentType=\"" DOCX
              "\"/>"), "xl/workbook.xml", "<x/>" }, "file-not-xlsx" },
    { "an archive with broken content types",
      { "[Content_Types].xml", "<Types", "readme.txt", "x" },
      "file-not-xlsx" },
    { "a workbook elsewhere, by its default type",
      { "[Content_Types].xml",
        TYPES("<Default Extension=\"xml\" ContentType=\"application/vnd."
              "openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"),
        "book.xml", "<x/>" }, "file-damaged" },
    { "a workbook without content types", { "xl/workbook.xml", "<x/>" }, "" },
    { "no workbook", { "xl/worksheets/sheet1.xml", "<x/>" },
      "file-damaged" },
    { "content types with a DOCTYPE",
      { "[Content_Types].xml", "<!DOCTYPE x>" TYPES(""), "xl/workbook.xml",
        "<x/>" }, "file-unsafe" },
};

static void tells_what_an_archive_is(void **state)
{
    const struct archive_case *c = *state;
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    package p;

    package_init(&p);
    for (size_t i = 0; i < 6 && c->parts[i] != NULL; i += 2)
        package_text(&p, c->parts[i], c->parts[i + 1], 0);
    source = package_source(&p);
    assert_int_equal(open_bytes(source.bytes, source.size, &err),
                     c->rule[0] == '\0' ? KPI_OK : KPI_E_INPUT);
    assert_string_equal(err.rule, c->rule);
    package_free(&p);
}

int main(void)
{
    struct CMUnitTest tests[48];
    size_t n = 0;

    TEST_ROWS(tests, n, resolves, targets);
    TEST_ROWS(tests, n, tells_what_a_file_is, files);
    TEST_ROWS(tests, n, tells_what_an_archive_is, archives);
    return run_tests("opc", tests, n);
}
