/*
 * test_part_memory.c - parts that many packages hold byte for byte
 */
#include "support/rows.h"

#include <string.h>

#include "base/buf.h"
#include "ooxml/part_memory.h"
#include "support/package.h"
#include "xlsx/book.h"

#define FORMATS(code)                                                       \
    STYLES("\n<numFmts>\n<numFmt numFmtId=\"164\" formatCode=\"" code       \
           "\"/></numFmts>\n<cellXfs><xf numFmtId=\"0\"/>"                  \
           "<xf numFmtId=\"164\"/></cellXfs>")
#define CORE                                                                \
    "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/"      \
    "package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/"   \
    "dc/elements/1.1/\">\n<dc:creator>環境局 &amp; 係</dc:creator>"         \
    "</cp:coreProperties>"

/* Books that are read behind others of the usual kind. */
static const struct book_case {
    const char *label;
    const char *styles, *core;
    unsigned options; /* of styles.xml */
    kpi_limits limits;
} cases[] = {
    { "reads the same book", FORMATS("0.0"), CORE, PACKAGE_DEFLATE, { 0 } },
    { "reads other styles", FORMATS("0%"), CORE, PACKAGE_DEFLATE, { 0 } },
    { "reads stored styles", FORMATS("0.0"), CORE, 0, { 0 } },
    { "refuses a wrong CRC of known bytes", FORMATS("0.0"), CORE,
      PACKAGE_DEFLATE | PACKAGE_WRONG_CRC, { 0 } },
    { "refuses damaged styles", "<styleSheet " NS_MAIN "><a></styleSheet>",
      CORE, PACKAGE_DEFLATE, { 0 } },
    { "refuses a DOCTYPE", "<!DOCTYPE a>" FORMATS("0.0"), CORE,
      PACKAGE_DEFLATE, { 0 } },
    { "watches the limit of relations", FORMATS("0.0"), CORE,
      PACKAGE_DEFLATE, { .entries = 2 } },
    { "watches the limit of strings", FORMATS("0.0"), CORE, PACKAGE_DEFLATE,
      { .string_bytes = 12 } },
    { "watches the limit of nesting", FORMATS("0.0"), CORE, PACKAGE_DEFLATE,
      { .nesting = 2 } },
    { "watches the limit of attributes", FORMATS("0.0"), CORE,
      PACKAGE_DEFLATE, { .attributes = 2 } },
    { "watches the limit of all parts", FORMATS("0.0"), CORE,
      PACKAGE_DEFLATE, { .total_bytes = 1200 } },
    { "watches the limit of memory", FORMATS("0.0"), CORE, PACKAGE_DEFLATE,
      { .memory_bytes = 2000 } },
    { "reads all by one parser", FORMATS("0.0"), CORE, PACKAGE_DEFLATE,
      { .one_parser = 1 } },
};

static void make_book(package *p, const struct book_case *c)
{
    package_init(p);
    package_book(p, SHEET(""), NULL, NULL, NULL);
    package_text(p, "xl/styles.xml", c->styles, c->options);
    package_text(p, "docProps/core.xml", c->core, PACKAGE_DEFLATE);
}

/* All that is known of a book, or why it is not. */
static void show_book(buf *out, const struct book_case *c, part_memory *known)
{
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    package p;
    book *b;

    make_book(&p, c);
    source = package_source(&p);
    if (book_open_known(&b, &source, known, &c->limits, &err) == KPI_OK)
        buf_printf(out, "%s, %s, %s, %s", book_sheet(b, 0)->name,
                   book_format(b, 0), book_format(b, 1),
                   book_props(b)->creator);
    else
        buf_printf(out, "%s, %s:%u:%u, %s", err.rule, err.source, err.line,
                   err.column, err.message);
    book_free(b);
    package_free(&p);
}

static void reads_as_without(void **state)
{
    const struct book_case *c = *state;
    part_memory *known = part_memory_new();
    buf expected, got;

    buf_init(&expected);
    buf_init(&got);
    show_book(&expected, c, NULL);
    assert_int_not_equal(expected.length, 0);
    for (int i = 0; i < 3; i++)
        show_book(&got, &cases[0], known);
    for (int i = 0; i < 4; i++) {
        buf_clear(&got);
        show_book(&got, c, known);
        assert_string_equal(buf_cstr(&got), buf_cstr(&expected));
        buf_clear(&got);
        show_book(&got, &cases[0], known);
        assert_string_equal(buf_cstr(&got),
                            "表1, General, 0.0, 環境局 & 係");
    }
    buf_free(&got);
    buf_free(&expected);
    part_memory_free(known);
}

/* ---- What is kept ------------------------------------------------------ */

static bool enter(void *context, xml_parser *p, xml_ns ns, const char *name,
                  const xml_attributes *a)
{
    (void)context;
    (void)p;
    (void)ns;
    (void)name;
    (void)a;
    return false;
}

static void keeps_what_comes_again_and_again(void **state)
{
    enum { MANY = 500 };
    part_memory *m = part_memory_new();
    const xml_handler handler = { NULL, enter, NULL, NULL };
    const kpi_limits limits = { .nesting = 1 }, others = { .nesting = 2 };
    const part_reading how = { XML_NS_MAIN, &limits, &handler };
    const part_reading other = { XML_NS_MAIN, &others, &handler };
    zip_packed part = { text_of("one"), 3, 1, 0 };
    xml_record record;

    (void)state;
    assert_null(part_memory_find(NULL, &part, &how));
    assert_false(part_memory_wants(NULL, &part));
    assert_false(part_memory_wants(m, &part));
    assert_true(part_memory_wants(m, &part));
    for (uint32_t i = 1; i < MANY; i++) {
        part.crc = i;
        xml_record_init(&record);
        part_memory_keep(m, &part, &how, &record);
        part.crc = 1; /* asked for each time: it stays */
        assert_non_null(part_memory_find(m, &part, &how));
    }
    assert_null(part_memory_find(m, &part, &other));
    part.crc = MANY - 1;
    assert_non_null(part_memory_find(m, &part, &how));
    part.crc = 2;
    assert_null(part_memory_find(m, &part, &how));
    part.bytes = text_of("two");
    part.crc = 1;
    assert_null(part_memory_find(m, &part, &how));
    part_memory_free(m);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_as_without, cases);
    TEST_ONE(tests, n, keeps_what_comes_again_and_again);
    return run_tests("part_memory", tests, n);
}
