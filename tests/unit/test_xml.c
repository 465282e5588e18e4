/*
 * test_xml.c - one XML part as events, by our scanner and by libxml2
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "ooxml/xml.h"

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/" \
    "main'"

/* Gives `step` bytes at a time. */
typedef struct slices {
    text left;
    size_t step;
} slices;

static kpi_status read_slice(void *context, void *buffer, size_t size,
                             size_t *got, kpi_error *err)
{
    slices *s = context;

    (void)err;
    *got = s->left.length < s->step ? s->left.length : s->step;
    *got = *got < size ? *got : size;
    memcpy(buffer, s->left.bytes, *got);
    s->left = text_from(s->left, *got);
    return KPI_OK;
}

/* "stop" ends the parse, "skip" is not entered, "fail" fails. */
static bool on_start(void *context, xml_parser *p, xml_ns ns,
                     const char *name, const xml_attributes *a)
{
    buf *out = context;

    buf_printf(out, "<%s%s", ns == XML_NS_MAIN ? "" : "?", name);
    for (size_t i = 0; i < a->count; i++) {
        buf_printf(out, " %s%s=", xml_attribute_plain(a, i) ? "" : ":",
                   xml_attribute_name(a, i));
        buf_text(out, xml_attribute_value(a, i));
    }
    buf_char(out, '>');
    if (strcmp(name, "stop") == 0)
        xml_stop(p);
    if (strcmp(name, "fail") == 0)
        xml_fail(p, KPI_E_INPUT, "file-damaged", "told to");
    return strcmp(name, "skip") != 0;
}

static void on_end(void *context, xml_parser *p, const char *name)
{
    (void)p;
    buf_printf(context, "</%s>", name);
}

static void on_text(void *context, xml_parser *p, const char *bytes,
                    size_t length)
{
    (void)p;
    buf_add(context, bytes, length);
}

static const struct xml_case {
    const char *label, *part, *events;
    unsigned line; /* of the failure; 0 = none */
} cases[] = {
    { "elements and text", "<a " MAIN "><b>x</b><c/>y</a>",
      "<a><b>x</b><c></c>y</a>", 0 },
    { "attributes", "<a " MAIN " b='1' c=\"'&amp;&#x41;\"/>",
      "<a b=1 c='&A></a>", 0 },
    { "a prefix", "<q:a xmlns:q='http://purl.oclc.org/ooxml/spreadsheetml/"
      "main' q:b='1' c='2'><q:d/></q:a>", "<a :b=1 c=2><d></d></a>", 0 },
    { "what is not known is left out", "<a " MAIN " xmlns:q='urn:q'><q:b>x"
      "<c/></q:b><d/></a>", "<a><d></d></a>", 0 },
    { "what was not entered is left out", "<a " MAIN "><skip>x<b/></skip>y"
      "</a>", "<a><skip>y</a>", 0 },
    { "no namespace at all", "<a><b/></a>", "<a><b></b></a>", 0 },
    { "stopped", "<a " MAIN "><b/><stop/><c></a>", "<a><b></b><stop>", 0 },
    { "failed by the handler", "<a " MAIN ">\n<b/>\n<fail/><c/></a>",
      "<a>\n<b></b>\n<fail>", 3 },
    { "failed behind a comment", "<a " MAIN ">\n<!--\n-->\n<fail/></a>",
      "<a>\n\n<fail>", 4 },
    { "malformed", "<a " MAIN ">\n\n</b>", "<a>\n\n", 3 },
    { "a DOCTYPE", "\n<!DOCTYPE a><a/>", "", 2 },
};

static kpi_status parse(buf *out, const char *part, size_t step, bool one,
                        kpi_error *err)
{
    slices s = { text_of(part), step };
    xml_input input = { &s, read_slice, "part.xml" };
    xml_handler handler = { out, on_start, on_end, on_text };
    kpi_limits limits;

    limits_complete(&limits, NULL);
    limits.one_parser = one;
    return xml_parse(&input, &limits, XML_NS_MAIN, &handler, err);
}

static void gives_events(void **state)
{
    static const size_t steps[] = { 1, 7, 100000 };
    const struct xml_case *c = *state;

    for (size_t i = 0; i < 2 * sizeof(steps) / sizeof(*steps); i++) {
        kpi_error err = { .status = KPI_OK };
        buf out;

        buf_init(&out);
        assert_int_equal(parse(&out, c->part, steps[i / 2], i % 2 != 0, &err),
                         c->line == 0 ? KPI_OK : KPI_E_INPUT);
        assert_string_equal(buf_cstr(&out), c->events);
        assert_int_equal(err.line, c->line);
        assert_string_equal(err.source, c->line == 0 ? "" : "part.xml");
        buf_free(&out);
    }
}

static kpi_status fail_late(void *context, void *buffer, size_t size,
                            size_t *got, kpi_error *err)
{
    kpi_status status = read_slice(context, buffer, size, got, err);

    return *got == 0 ? kpi_fail(err, KPI_E_INPUT, "file-damaged", "zip",
                                "the CRC is wrong") : status;
}

static void passes_on_what_the_source_failed_of(void **state)
{
    (void)state;
    for (int one = 0; one < 2; one++) {
        slices s = { text_of("<a " MAIN "><b/></a>"), 5 };
        xml_input input = { &s, fail_late, "part.xml" };
        kpi_error err = { .status = KPI_OK };
        kpi_limits limits;
        buf out;
        xml_handler handler = { &out, on_start, on_end, on_text };

        buf_init(&out);
        limits_complete(&limits, NULL);
        limits.one_parser = (uint64_t)one;
        assert_int_equal(xml_parse(&input, &limits, XML_NS_MAIN, &handler,
                                   &err), KPI_E_INPUT);
        assert_string_equal(err.message, "the CRC is wrong");
        buf_free(&out);
    }
}

/* libxml2 alone stops at 256. */
static void goes_as_deep_as_the_limit_says(void **state)
{
    kpi_error err = { .status = KPI_OK };
    buf part, out;

    (void)state;
    buf_init(&part);
    buf_init(&out);
    buf_string(&part, "<a " MAIN ">");
    for (int i = 0; i < 400; i++)
        buf_string(&part, "<b>");
    for (int i = 0; i < 400; i++)
        buf_string(&part, "</b>");
    buf_string(&part, "</a>");
    for (int one = 0; one < 2; one++) {
        for (uint64_t most = 400; most < 402; most++) {
            slices s = { buf_slice(&part), 1000 };
            xml_input input = { &s, read_slice, "part.xml" };
            xml_handler handler = { &out, on_start, on_end, on_text };
            kpi_limits limits;

            limits_complete(&limits, NULL);
            limits.one_parser = (uint64_t)one;
            limits.nesting = most;
            assert_int_equal(xml_parse(&input, &limits, XML_NS_MAIN, &handler,
                                       &err), most == 400 ? KPI_E_LIMIT
                                                          : KPI_OK);
        }
    }
    buf_free(&part);
    buf_free(&out);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, gives_events, cases);
    TEST_ONE(tests, n, passes_on_what_the_source_failed_of);
    TEST_ONE(tests, n, goes_as_deep_as_the_limit_says);
    return run_tests("xml", tests, n);
}
