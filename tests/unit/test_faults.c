/*
 * test_faults.c - bytes that are wrong, reads and writes that stop
 *
 * At every byte of a small workbook, and at every call of a reader or writer:
 * the right result or one failure with a rule, by both parsers alike.
 */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "ooxml/xml.h"
#include "support/both_ways.h"
#include "support/sheet_text.h"

/* ---- Bytes ------------------------------------------------------------- */

#define BOOK_SHEET                                                          \
    SHEET("<row r=\"1\" hidden=\"1\"><c t=\"s\"><v>0</v></c><c r=\"B1\" "    \
          "s=\"1\"><v>4.3922E4</v></c><c t=\"inlineStr\"><is><t>b&amp;</t>"  \
          "</is></c></row><row><c t=\"b\"><f>1</f><v>1</v></c></row>")
#define BOOK_STRINGS SST("<si><t>甲_x000A_</t></si>")
#define BOOK_STYLES                                                         \
    STYLES("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")

/* How it ended, without line and words, which the parsers word otherwise. */
static text without_words(const buf *dump)
{
    text t = buf_slice(dump);
    size_t words = text_find(t, BOTH_WAYS_WORDS, 0);

    return text_cut(t, 0, words == SIZE_MAX ? t.length : words);
}

static bool reads_alike(const kpi_source *from)
{
    buf fast, slow;
    bool alike;

    buf_init(&fast);
    buf_init(&slow);
    both_ways_dump(&fast, from, NULL, false);
    both_ways_dump(&slow, from, NULL, true);
    alike = text_equal(without_words(&fast), without_words(&slow));
    if (!alike)
        print_message("%s\n---\n%s\n", buf_cstr(&fast), buf_cstr(&slow));
    assert_null(strstr(buf_cstr(&fast), "failed 1"));
    buf_free(&fast);
    buf_free(&slow);
    return alike;
}

static const struct change_case {
    const char *label;
    unsigned char flip;
} changes[] = {
    { "reads on or refuses: one bit", 0x01 },
    { "reads on or refuses: upper or lower case", 0x20 },
    { "reads on or refuses: all bits", 0xFF },
};

static void survives_every_change(void **state)
{
    const struct change_case *c = *state;
    kpi_source from;
    char *bytes;
    package p;

    package_init(&p);
    package_book(&p, BOOK_SHEET, BOOK_STRINGS, BOOK_STYLES, NULL);
    from = package_source(&p);
    bytes = malloc(from.size); /* so that ASan sees the end */
    assert_non_null(bytes);
    memcpy(bytes, from.bytes, from.size);
    from.bytes = bytes;
    for (size_t i = 0; i < from.size; i++) {
        bytes[i] = (char)(bytes[i] ^ c->flip);
        if (!reads_alike(&from))
            fail_msg("at byte %zu", i);
        bytes[i] = (char)(bytes[i] ^ c->flip);
    }
    free(bytes);
    package_free(&p);
}

/* The archive is whole, so that the parsers see the byte. */
static void survives_every_change_of_a_part(void **state)
{
    const struct change_case *c = *state;

    for (size_t part = 0; part < 3; part++) {
        char parts[][512] = { BOOK_SHEET, BOOK_STRINGS, BOOK_STYLES };

        for (size_t i = 0; i < strlen(parts[part]); i++) {
            char kept = parts[part][i];
            kpi_source from;
            package p;

            parts[part][i] = (char)(kept ^ c->flip);
            package_init(&p);
            p.stored = true;
            package_book(&p, parts[0], parts[1], parts[2], NULL);
            from = package_source(&p);
            if (!reads_alike(&from))
                fail_msg("part %zu at byte %zu: %s", part, i, parts[part]);
            parts[part][i] = kept;
            package_free(&p);
        }
    }
}

/* ---- Reads ------------------------------------------------------------- */

#define PART                                                                \
    "<a xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' " \
    "b='1&amp;2'>x&lt;<!-- c --><d e='&#x7532;'/><![CDATA[y]]>甲</a>\n"

typedef struct faulty {
    text left;
    size_t step;
    bool fails; /* at the end; else it ends */
} faulty;

static kpi_status read_some(void *context, void *buffer, size_t size,
                            size_t *got, kpi_error *err)
{
    faulty *f = context;

    *got = f->left.length < f->step ? f->left.length : f->step;
    *got = *got < size ? *got : size;
    if (*got == 0 && f->fails)
        return kpi_fail(err, KPI_E_INPUT, "file-damaged", "a.xml", "told to");
    memcpy(buffer, f->left.bytes, *got);
    f->left = text_from(f->left, *got);
    return KPI_OK;
}

static bool on_start(void *context, xml_parser *p, xml_ns ns,
                     const char *name, const xml_attributes *a)
{
    text value;

    (void)p;
    (void)ns;
    buf_printf(context, "<%s ", name);
    if (xml_attribute(a, "b", &value) || xml_attribute(a, "e", &value))
        buf_text(context, value);
    return true;
}

static void on_end(void *context, xml_parser *p, const char *name)
{
    (void)p;
    buf_printf(context, "/%s>", name);
}

static void on_text(void *context, xml_parser *p, const char *bytes,
                    size_t length)
{
    (void)p;
    buf_add(context, bytes, length);
}

static kpi_status parse(buf *out, size_t length, size_t step, bool fails,
                        bool one_parser, kpi_error *err)
{
    faulty f = { text_cut(text_of(PART), 0, length), step, fails };
    xml_input input = { &f, read_some, "a.xml" };
    xml_handler handler = { out, on_start, on_end, on_text };
    kpi_limits limits;

    limits_complete(&limits, NULL);
    limits.one_parser = one_parser;
    return xml_parse(&input, &limits, XML_NS_MAIN, &handler, err);
}

static void tells_a_read_that_stopped(bool one_parser, size_t step)
{
    size_t whole = strlen(PART);

    for (size_t length = 0; length <= whole; length++) {
        for (int fails = 0; fails < 2; fails++) {
            kpi_error err = { .status = KPI_OK };
            kpi_status status;
            buf out;

            buf_init(&out);
            status = parse(&out, length, step, fails != 0, one_parser, &err);
            if (fails == 0 && length + 1 >= whole) {
                assert_int_equal(status, KPI_OK);
                assert_string_equal(buf_cstr(&out),
                                    "<a 1&2x<<d 甲/d>y甲/a>");
            } else {
                assert_int_equal(status, KPI_E_INPUT);
                assert_string_equal(err.rule, "file-damaged");
                if (fails != 0)
                    assert_string_equal(err.message, "told to");
            }
            buf_free(&out);
        }
    }
}

static void tells_a_read_that_stopped_at_any_byte(void **state)
{
    (void)state;
    for (int one = 0; one < 2; one++) {
        tells_a_read_that_stopped(one != 0, 1);
        tells_a_read_that_stopped(one != 0, 64);
    }
}

/* ---- Writes ------------------------------------------------------------ */

typedef struct pipe {
    size_t calls, bytes, stops; /* at that call, from 1; 0 = never */
} pipe;

static bool write_some(void *context, const void *bytes, size_t size)
{
    pipe *p = context;

    (void)bytes;
    p->calls++;
    p->bytes += size;
    return p->calls != p->stops;
}

static const struct write_case {
    const char *label;
    kpi_format format; /* NONE: the findings as text */
} writes[] = {
    { "stops writing findings", KPI_FORMAT_NONE },
    { "stops writing JSON", KPI_FORMAT_JSON },
    { "stops writing JSONL", KPI_FORMAT_JSONL },
    { "stops writing CSV", KPI_FORMAT_CSV },
    { "stops writing CSV in CP932", KPI_FORMAT_CSV_CP932 },
    { "stops writing SQLite", KPI_FORMAT_SQLITE },
};

static kpi_status write_all(const struct write_case *c, kpi_dataset *data,
                            const kpi_plan *by, pipe *to, kpi_error *err)
{
    kpi_options options = { .as_of = "2017-04-01" };
    kpi_findings_style style = { .format = KPI_FORMAT_TEXT };

    if (c->format == KPI_FORMAT_NONE)
        return kpi_findings(data, by, &options, &style, write_some, to, err);
    return kpi_export(data, by, c->format, write_some, to, err);
}

static void stops_when_a_write_stops(void **state)
{
    const struct write_case *c = *state;
    kpi_error err = { .status = KPI_OK };
    kpi_dataset *data = NULL;
    kpi_plan *by = NULL;
    pipe whole = { 0, 0, 0 };
    kpi_source from;
    package p;

    package_init(&p);
    sheet_text_package(&p, "事業名 | 指標 | 目標値 | R3実績\n"
                           "A事業 | 来場者数 | 100 | #DIV/0!\n");
    from = package_source(&p);
    assert_int_equal(kpi_plan_none(&by, &err), KPI_OK);
    assert_int_equal(kpi_read(&data, &from, by, NULL, &err), KPI_OK);
    assert_int_equal(write_all(c, data, by, &whole, &err), KPI_OK);
    assert_true(whole.calls > 0 && whole.bytes > 0);
    for (size_t stop = 1; stop <= whole.calls; stop++) {
        pipe to = { 0, 0, stop };

        assert_int_equal(write_all(c, data, by, &to, &err), KPI_E_OUTPUT);
        assert_int_equal(to.calls, stop);
        assert_int_equal(err.status, KPI_E_OUTPUT);
    }
    kpi_dataset_free(data);
    kpi_plan_free(by);
    package_free(&p);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, survives_every_change, changes);
    TEST_ROWS(tests, n, survives_every_change_of_a_part, changes);
    TEST_ONE(tests, n, tells_a_read_that_stopped_at_any_byte);
    TEST_ROWS(tests, n, stops_when_a_write_stops, writes);
    return run_tests("faults", tests, n);
}
