/*
 * test_zip_plain.c - headers read where they lie, and by minizip: the same
 *
 * An archive that has to be asked for its bytes is always minizip's.
 */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "ooxml/zip_plain.h"
#include "support/package.h"

static bool ask(void *context, uint64_t at, void *buffer, size_t size)
{
    memcpy(buffer, (const char *)context + at, size);
    return true;
}

static void same_error(kpi_status a, const kpi_error *x, kpi_status b,
                       const kpi_error *y)
{
    assert_int_equal(a, b);
    assert_string_equal(x->rule, y->rule);
    assert_string_equal(x->source, y->source);
    assert_string_equal(x->message, y->message);
}

static void same_entry(zip *a, zip *b, size_t i, arena *memory)
{
    kpi_error x = { .status = KPI_OK }, y = x;
    kpi_status s, t;
    text left, right;

    assert_string_equal(zip_at(a, i)->name, zip_at(b, i)->name);
    assert_true(zip_at(a, i)->size == zip_at(b, i)->size);
    assert_true(zip_at(a, i)->packed == zip_at(b, i)->packed);
    assert_true(zip_at(a, i)->folder == zip_at(b, i)->folder);
    s = zip_read_all(a, i, memory, &left, &x);
    t = zip_read_all(b, i, memory, &right, &y);
    same_error(s, &x, t, &y);
    assert_true(text_equal(left, right));
}

/* Both ways over `bytes`; was the directory plain? */
static bool same_archive(const char *bytes, size_t size)
{
    const zip_input asked = { .size = size, .ask = ask,
                              .context = (void *)(uintptr_t)bytes };
    const kpi_limits given = { .part_bytes = 1 << 20 };
    kpi_error x = { .status = KPI_OK }, y = x;
    kpi_limits limits;
    kpi_status s, t;
    arena memory;
    bool plain;
    zip *a, *b;

    limits_complete(&limits, &given);
    arena_init(&memory, 0);
    s = zip_open(&a, bytes, size, &limits, &memory, &x);
    t = zip_open_input(&b, &asked, &limits, &memory, &y);
    same_error(s, &x, t, &y);
    plain = a != NULL && a->plain;
    if (a != NULL) {
        assert_false(b->plain);
        assert_int_equal(zip_count(a), zip_count(b));
        for (size_t i = 0; i < zip_count(a); i++)
            same_entry(a, b, i, &memory);
    }
    zip_close(a);
    zip_close(b);
    arena_free(&memory);
    return plain;
}

/* How entries are written, and what stands behind the directory. */
static const struct archive_case {
    const char *label, *behind;
    unsigned options, comment;
    bool plain;
} archives[] = {
    { "reads stored entries", "", 0, 0, true },
    { "reads deflated entries", "", PACKAGE_DEFLATE, 0, true },
    { "reads data descriptors", "", PACKAGE_DEFLATE | PACKAGE_DESCRIPTOR, 0,
      true },
    { "reads what is encrypted", "", PACKAGE_ENCRYPTED, 0, true },
    { "reads a wrong size", "", PACKAGE_WRONG_SIZE, 0, true },
    { "reads a huge claim", "", PACKAGE_HUGE_CLAIM, 0, true },
    { "reads another name", "", PACKAGE_OTHER_NAME, 0, true },
    { "leaves zip64 to minizip", "", PACKAGE_ZIP64, 0, false },
    { "leaves a comment to minizip", "abc", 0, 3, false },
    { "leaves what stands behind to minizip", "abc", 0, 0, false },
};

static void make(package *p, const struct archive_case *c, char **out,
                 size_t *size)
{
    kpi_source source;

    package_init(p);
    package_text(p, "xl/a.xml", "<a>達成達成達成達成達成</a>", c->options);
    package_text(p, "xl\\b.xml", "<b/>", 0);
    package_text(p, "/c/", "", 0);
    source = package_source(p);
    *size = source.size + strlen(c->behind);
    *out = malloc(*size);
    memcpy(*out, source.bytes, source.size);
    memcpy(*out + source.size, c->behind, strlen(c->behind));
    (*out)[source.size - 2] = (char)c->comment;
}

static void reads_as_minizip(void **state)
{
    const struct archive_case *c = *state;
    package p;
    char *bytes;
    size_t size;

    make(&p, c, &bytes, &size);
    assert_true(same_archive(bytes, size) == c->plain);
    free(bytes);
    package_free(&p);
}

/* Whatever byte is another: of headers, data and directory. */
static void damaged_as_minizip(void **state)
{
    static const unsigned char changes[] = { 1, 2, 8, 0x20, 0x80, 0xFF };
    const struct archive_case *c = *state;
    package p;
    char *bytes;
    size_t size;

    make(&p, c, &bytes, &size);
    for (size_t i = 0; i < size; i++)
        for (size_t n = 0; n < sizeof(changes); n++) {
            bytes[i] = (char)(bytes[i] ^ changes[n]);
            (void)same_archive(bytes, size);
            bytes[i] = (char)(bytes[i] ^ changes[n]);
        }
    for (size_t cut = 0; cut < size; cut++)
        (void)same_archive(bytes + cut, size - cut);
    free(bytes);
    package_free(&p);
}

/* The end of a directory of no entries, and nothing before it. */
static void empty_as_minizip(void **state)
{
    const char end[22] = "PK\5\6";

    (void)state;
    assert_false(same_archive(end, sizeof(end)));
}

int main(void)
{
    struct CMUnitTest tests[32] = { cmocka_unit_test(empty_as_minizip) };
    size_t n = 1;

    TEST_ROWS(tests, n, reads_as_minizip, archives);
    TEST_ROWS(tests, n, damaged_as_minizip, archives);
    return run_tests("zip_plain", tests, n);
}
