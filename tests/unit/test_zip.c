/*
 * test_zip.c - a ZIP archive, read entry by entry
 */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "ooxml/zip.h"
#include "support/package.h"

static kpi_status read_first(package *p, text *out, arena *memory,
                             const kpi_limits *given, kpi_error *err)
{
    kpi_source source = package_source(p);
    kpi_limits limits;
    kpi_status status;
    zip *z;

    limits_complete(&limits, given);
    *out = text_of("");
    status = zip_open(&z, source.bytes, source.size, &limits, memory, err);
    if (status == KPI_OK)
        status = zip_read_all(z, 0, memory, out, err);
    zip_close(z);
    return status;
}

/* The archive's bytes, of which no more can be had than `left`. */
typedef struct asked {
    kpi_source source;
    size_t left;
} asked;

static bool ask(void *context, uint64_t at, void *buffer, size_t size)
{
    asked *a = context;

    assert_true(size <= a->source.size && at <= a->source.size - size);
    if (size > a->left)
        return false;
    a->left -= size;
    memcpy(buffer, (const char *)a->source.bytes + at, size);
    return true;
}

static kpi_status read_asked(package *p, text *out, arena *memory,
                             size_t left, kpi_error *err)
{
    asked a = { package_source(p), left };
    const zip_input input = { .size = a.source.size, .ask = ask,
                              .context = &a };
    kpi_limits limits;
    kpi_status status;
    zip *z;

    limits_complete(&limits, NULL);
    *out = text_of("");
    status = zip_open_input(&z, &input, &limits, memory, err);
    if (status == KPI_OK)
        status = zip_read_all(z, 0, memory, out, err);
    zip_close(z);
    return status;
}

static const struct entry_case {
    const char *label;
    unsigned options;
    kpi_status status;
    const char *rule;
} entries[] = {
    { "reads a stored entry", 0, KPI_OK, "" },
    { "reads a deflated entry", PACKAGE_DEFLATE, KPI_OK, "" },
    { "reads a data descriptor", PACKAGE_DEFLATE | PACKAGE_DESCRIPTOR, KPI_OK,
      "" },
    { "reads zip64", PACKAGE_DEFLATE | PACKAGE_ZIP64, KPI_OK, "" },
    { "reads stored zip64", PACKAGE_ZIP64, KPI_OK, "" },
    { "refuses a wrong CRC of zip64", PACKAGE_ZIP64 | PACKAGE_WRONG_CRC,
      KPI_E_INPUT, "file-damaged" },
    { "refuses a wrong CRC", PACKAGE_WRONG_CRC, KPI_E_INPUT,
      "file-damaged" },
    { "refuses a wrong CRC of a deflated entry",
      PACKAGE_DEFLATE | PACKAGE_WRONG_CRC, KPI_E_INPUT, "file-damaged" },
    { "refuses a claim of too many bytes",
      PACKAGE_DEFLATE | PACKAGE_WRONG_SIZE | PACKAGE_DESCRIPTOR, KPI_E_INPUT,
      "file-damaged" },
    { "refuses an encrypted entry", PACKAGE_ENCRYPTED, KPI_E_INPUT,
      "file-encrypted" },
    { "refuses an unknown method", PACKAGE_METHOD_99, KPI_E_INPUT,
      "file-damaged" },
    { "refuses an entry with two names", PACKAGE_OTHER_NAME, KPI_E_INPUT,
      "file-damaged" },
    { "refuses a claim over the limit",
      PACKAGE_DEFLATE | PACKAGE_HUGE_CLAIM | PACKAGE_DESCRIPTOR, KPI_E_LIMIT,
      "file-over-limit" },
};

static void reads_entry(void **state)
{
    const struct entry_case *c = *state;
    kpi_error err = { .status = KPI_OK };
    arena memory;
    package p;
    text out;

    arena_init(&memory, 0);
    package_init(&p);
    package_text(&p, "a.xml", "<a>達成達成達成達成達成</a>", c->options);
    assert_int_equal(read_first(&p, &out, &memory, NULL, &err), c->status);
    assert_string_equal(err.rule, c->rule);
    if (c->status == KPI_OK)
        assert_true(text_is(out, "<a>達成達成達成達成達成</a>"));
    else
        assert_string_equal(err.source, (c->options & PACKAGE_OTHER_NAME) != 0
                                            ? "a.xmY" : "a.xml");
    err.rule[0] = '\0';
    assert_int_equal(read_asked(&p, &out, &memory, SIZE_MAX, &err), c->status);
    assert_string_equal(err.rule, c->rule);
    if (c->status == KPI_OK)
        assert_true(text_is(out, "<a>達成達成達成達成達成</a>"));
    package_free(&p);
    arena_free(&memory);
}

/* Longer than what is asked for at once; damaged where nothing comes. */
static void reads_what_it_has_to_ask_for(void **state)
{
    enum { SIZE = 300000 };
    static const unsigned ways[] = { 0, PACKAGE_DEFLATE };
    char *bytes = malloc(SIZE);
    uint32_t seed = 1;

    (void)state;
    for (size_t i = 0; i < SIZE; i++) {
        seed = seed * 1664525 + 1013904223;
        bytes[i] = (char)(seed >> 24);
    }
    for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
        kpi_error err = { .status = KPI_OK };
        arena memory;
        package p;
        text out;

        arena_init(&memory, 0);
        package_init(&p);
        package_add(&p, "a.bin", bytes, SIZE, ways[i]);
        assert_int_equal(read_asked(&p, &out, &memory, SIZE_MAX, &err),
                         KPI_OK);
        assert_int_equal(out.length, SIZE);
        assert_memory_equal(out.bytes, bytes, SIZE);
        for (size_t left = 0; left < SIZE; left = left * 2 + 1)
            assert_int_equal(read_asked(&p, &out, &memory, left, &err),
                             KPI_E_INPUT);
        package_free(&p);
        arena_free(&memory);
    }
    free(bytes);
}

static void gives_normal_names(void **state)
{
    kpi_limits limits;
    kpi_source source;
    arena memory;
    package p;
    size_t index;
    zip *z;

    (void)state;
    arena_init(&memory, 0);
    limits_complete(&limits, NULL);
    package_init(&p);
    package_text(&p, "xl\\worksheets\\sheet1.xml", "1", 0);
    package_text(&p, "/a.xml", "2", 0);
    package_text(&p, "xl/", "", 0);
    package_text(&p, "xl/", "", 0);
    source = package_source(&p);
    assert_int_equal(zip_open(&z, source.bytes, source.size, &limits,
                              &memory, NULL), KPI_OK);
    assert_int_equal(zip_count(z), 4);
    assert_true(zip_find(z, "xl/worksheets/sheet1.xml", &index));
    assert_int_equal(index, 0);
    assert_true(zip_find(z, "XL/Worksheets/Sheet1.XML", &index));
    assert_int_equal(index, 0);
    assert_true(zip_find(z, "a.xml", &index));
    assert_false(zip_find(z, "b.xml", &index));
    assert_false(zip_find(z, "xl/", &index));
    zip_close(z);
    package_free(&p);
    arena_free(&memory);
}

static void refuses_two_entries_with_one_name(void **state)
{
    kpi_error err;
    arena memory;
    package p;
    text out;

    (void)state;
    arena_init(&memory, 0);
    package_init(&p);
    package_text(&p, "xl/a.xml", "1", 0);
    package_text(&p, "xl\\a.xml", "2", 0);
    assert_int_equal(read_first(&p, &out, &memory, NULL, &err), KPI_E_INPUT);
    assert_string_equal(err.rule, "file-damaged");
    assert_string_equal(err.source, "xl/a.xml");
    package_free(&p);
    arena_free(&memory);
}

static const struct limit_case {
    const char *label, *option;
    kpi_limits limits;
} limit_rows[] = {
    { "limits entries", "--limit-entries", { .entries = 1 } },
    { "limits a part", "--limit-part-bytes", { .part_bytes = 1 << 20 } },
    { "limits all parts", "--limit-total-bytes", { .total_bytes = 1000, .ratio = 5000 } },
    { "limits the ratio", "--limit-ratio", { .ratio = 100 } },
};

static void names_the_limit(void **state)
{
    const struct limit_case *c = *state;
    char *zeros = calloc(1, 3 << 20);
    kpi_error err;
    arena memory;
    package p;
    text out;

    arena_init(&memory, 0);
    package_init(&p);
    package_add(&p, "a.xml", zeros, 3 << 20, PACKAGE_DEFLATE);
    package_text(&p, "b.xml", "x", 0);
    assert_int_equal(read_first(&p, &out, &memory, &c->limits, &err),
                     KPI_E_LIMIT);
    assert_string_equal(err.rule, "file-over-limit");
    assert_non_null(strstr(err.message, c->option));
    package_free(&p);
    arena_free(&memory);
    free(zeros);
}

static void refuses_every_truncation(void **state)
{
    kpi_limits limits;
    kpi_source source;
    arena memory;
    package p;
    text out;
    zip *z;

    (void)state;
    limits_complete(&limits, NULL);
    package_init(&p);
    package_text(&p, "a.xml", "<a/>", PACKAGE_DEFLATE);
    package_text(&p, "b.xml", "<b>abcabcabc</b>", PACKAGE_DESCRIPTOR);
    source = package_source(&p);
    for (size_t size = 0; size < source.size; size++) {
        char *cut = malloc(size + 1); /* so that ASan sees the end */
        kpi_status status;

        memcpy(cut, source.bytes, size);
        arena_init(&memory, 0);
        status = zip_open(&z, cut, size, &limits, &memory, NULL);
        for (size_t i = 0; status == KPI_OK && i < zip_count(z); i++)
            status = zip_read_all(z, i, &memory, &out, NULL);
        assert_int_equal(status, KPI_E_INPUT);
        zip_close(z);
        arena_free(&memory);
        free(cut);
    }
    package_free(&p);
}

static void survives_every_arena_limit(void **state)
{
    kpi_status status = KPI_E_LIMIT;
    package p;
    text out;

    (void)state;
    package_init(&p);
    package_text(&p, "a.xml", "<a>abc</a>", PACKAGE_DEFLATE);
    for (size_t limit = 1; status != KPI_OK; limit++) {
        arena memory;

        arena_init(&memory, limit);
        status = read_first(&p, &out, &memory, NULL, NULL);
        assert_true(status == KPI_OK || status == KPI_E_LIMIT);
        arena_free(&memory);
    }
    package_free(&p);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_entry, entries);
    TEST_ONE(tests, n, reads_what_it_has_to_ask_for);
    TEST_ONE(tests, n, gives_normal_names);
    TEST_ONE(tests, n, refuses_two_entries_with_one_name);
    TEST_ROWS(tests, n, names_the_limit, limit_rows);
    TEST_ONE(tests, n, refuses_every_truncation);
    TEST_ONE(tests, n, survives_every_arena_limit);
    return run_tests("zip", tests, n);
}
