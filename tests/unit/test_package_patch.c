/*
 * test_package_patch.c - a package with some parts changed
 */
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotate/package_patch.h"
#include "support/annotated.h"
#include "support/package.h"

typedef struct fixture {
    package package;
    kpi_source input;
    arena memory;
    kpi_limits limits;
    opc *opc;
    package_patch *patch;
    kpi_error err;
} fixture;

static void open_fixture(fixture *f)
{
    f->input = package_source(&f->package);
    arena_init(&f->memory, 0);
    limits_complete(&f->limits, NULL);
    assert_int_equal(opc_open(&f->opc, &f->input, &f->limits, &f->memory,
                              NULL), KPI_OK);
    assert_int_equal(package_patch_new(&f->patch, f->opc, &f->input, NULL),
                     KPI_OK);
}

static void close_fixture(fixture *f)
{
    package_patch_free(f->patch);
    opc_close(f->opc);
    arena_free(&f->memory);
    package_free(&f->package);
}

static void begin(fixture *f)
{
    memset(f, 0, sizeof(*f));
    package_init(&f->package);
    package_book(&f->package, SHEET(""), NULL, NULL, NULL);
}

static void assert_part(const buf *out, const char *name,
                        const char *expected)
{
    kpi_source s = { "out", out->bytes, out->length };
    char *part = annotated_part(&s, name);

    if (expected == NULL) {
        assert_null(part);
    } else {
        assert_non_null(part);
        assert_string_equal(part, expected);
    }
    free(part);
}

static const struct kind_case {
    const char *label;
    unsigned options;
} kinds[] = {
    { "copies a stored part", 0 },
    { "copies a deflated part", PACKAGE_DEFLATE },
    { "copies a part with a data descriptor",
      PACKAGE_DEFLATE | PACKAGE_DESCRIPTOR },
    { "copies a part with zip64 sizes", PACKAGE_DEFLATE | PACKAGE_ZIP64 },
};

static void copies(void **state)
{
    const struct kind_case *c = *state;
    fixture f;
    buf out;
    kpi_source copy;
    char name[256];

    begin(&f);
    package_text(&f.package, "xl/vbaProject.bin",
                 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabbbbbbbbbbbbbb",
                 c->options);
    package_text(&f.package, "xl/empty", "", c->options);
    open_fixture(&f);
    buf_init(&out);
    assert_int_equal(package_patch_write(&out, f.patch, NULL), KPI_OK);
    copy = (kpi_source){ "copy", out.bytes, out.length };
    assert_string_equal(annotated_difference(&f.input, &copy, name), "");
    buf_free(&out);
    close_fixture(&f);
}

static bool holds(const buf *b, const char *bytes, size_t length)
{
    for (size_t i = 0; i + length <= b->length; i++) {
        if (memcmp(b->bytes + i, bytes, length) == 0)
            return true;
    }
    return false;
}

/* The builder packs with level 9 and the patch with the default level: the
 * packed bytes of this text differ, so those of the copy were not made anew. */
static void copies_packed_bytes_as_they_are(void **state)
{
    fixture f;
    uint32_t seed = 7;
    size_t start;
    buf body, out, anew;

    (void)state;
    begin(&f);
    buf_init(&body);
    for (size_t i = 0; i < 60000; i++) {
        seed = seed * 1103515245u + 12345u;
        buf_char(&body, (char)('a' + (seed >> 16) % 5));
    }
    start = f.package.bytes.length;
    package_add(&f.package, "a.bin", body.bytes, body.length,
                PACKAGE_DEFLATE);
    open_fixture(&f);
    buf_init(&out);
    assert_int_equal(package_patch_write(&out, f.patch, NULL), KPI_OK);
    assert_true(holds(&out, f.package.bytes.bytes + start + 100, 2000));
    buf_init(&anew);
    assert_true(package_patch_put(f.patch, "a.bin", buf_slice(&body)));
    assert_int_equal(package_patch_write(&anew, f.patch, NULL), KPI_OK);
    assert_false(holds(&anew, f.package.bytes.bytes + start + 100, 2000));
    buf_free(&body);
    buf_free(&out);
    buf_free(&anew);
    close_fixture(&f);
}

static void changes_adds_and_removes_parts(void **state)
{
    fixture f;
    bool found;
    text t;
    buf out;

    (void)state;
    begin(&f);
    package_text(&f.package, "xl/a.xml", "old", PACKAGE_DEFLATE);
    package_text(&f.package, "xl/b.xml", "gone", 0);
    open_fixture(&f);
    assert_true(package_patch_has(f.patch, "XL/A.xml"));
    assert_false(package_patch_has(f.patch, "xl/c.xml"));
    assert_true(package_patch_put(f.patch, "xl/A.xml", text_of("new")));
    assert_true(package_patch_put(f.patch, "xl/a.xml", text_of("newer")));
    assert_true(package_patch_put(f.patch, "xl/c.xml", text_of("more")));
    assert_true(package_patch_put(f.patch, "xl/d.xml", text_of("")));
    assert_true(package_patch_remove(f.patch, "xl/b.xml"));
    assert_true(package_patch_remove(f.patch, "xl/d.xml"));
    assert_false(package_patch_has(f.patch, "xl/b.xml"));
    assert_int_equal(package_patch_count(f.patch), 4);
    assert_false(package_patch_at(f.patch, 0).added);
    assert_true(package_patch_at(f.patch, 1).added);
    assert_true(package_patch_at(f.patch, 3).removed);
    assert_int_equal(package_patch_read(f.patch, "xl/a.xml", &f.memory, &t,
                                        &found, NULL), KPI_OK);
    assert_true(found && text_is(t, "newer"));
    assert_int_equal(package_patch_read(f.patch, "xl/b.xml", &f.memory, &t,
                                        &found, NULL), KPI_OK);
    assert_false(found);
    buf_init(&out);
    buf_string(&out, "in front ");
    assert_int_equal(package_patch_write(&out, f.patch, NULL), KPI_OK);
    assert_memory_equal(out.bytes, "in front PK", 11);
    memmove(out.bytes, out.bytes + 9, out.length - 9);
    out.length -= 9;
    assert_part(&out, "xl/a.xml", "newer");
    assert_part(&out, "xl/b.xml", NULL);
    assert_part(&out, "xl/c.xml", "more");
    assert_part(&out, "xl/d.xml", NULL);
    assert_part(&out, "xl/worksheets/sheet1.xml", SHEET(""));
    buf_free(&out);
    close_fixture(&f);
}

static void keeps_odd_names(void **state)
{
    fixture f;
    buf out;

    (void)state;
    begin(&f);
    package_text(&f.package, "xl\\media\\画像 1.png", "picture", 0);
    package_text(&f.package, "xl/folder/", "", 0);
    package_text(&f.package, "/docProps/x.xml", "x", PACKAGE_DEFLATE);
    open_fixture(&f);
    assert_true(package_patch_put(f.patch, "docProps/x.xml", text_of("y")));
    buf_init(&out);
    assert_int_equal(package_patch_write(&out, f.patch, NULL), KPI_OK);
    assert_part(&out, "xl/media/画像 1.png", "picture");
    assert_part(&out, "docProps/x.xml", "y");
    assert_true(holds(&out, "xl\\media\\", 9));
    assert_true(holds(&out, "xl/folder/", 10));
    buf_free(&out);
    close_fixture(&f);
}

static const struct refusal_case {
    const char *label;
    unsigned options;
} refusals[] = {
    { "refuses to copy an encrypted entry", PACKAGE_ENCRYPTED },
    { "refuses to copy an unknown method", PACKAGE_METHOD_99 },
};

static void refuses(void **state)
{
    const struct refusal_case *c = *state;
    fixture f;
    buf out;

    begin(&f);
    package_text(&f.package, "xl/odd.bin", "odd", c->options);
    open_fixture(&f);
    buf_init(&out);
    assert_int_equal(package_patch_write(&out, f.patch, &f.err),
                     KPI_E_INPUT);
    assert_string_equal(f.err.rule, "file-damaged");
    assert_string_equal(f.err.source, "xl/odd.bin");
    buf_free(&out);
    close_fixture(&f);
}

static void finds_many_changes_quickly(void **state)
{
    fixture f;
    char name[32];
    buf out;

    (void)state;
    begin(&f);
    open_fixture(&f);
    for (int i = 0; i < 10000; i++) {
        snprintf(name, sizeof(name), "xl/p%d.xml", i % 5000);
        assert_true(package_patch_put(f.patch, name, text_of("x")));
    }
    assert_int_equal(package_patch_count(f.patch), 5000);
    buf_init(&out);
    assert_int_equal(package_patch_write(&out, f.patch, NULL), KPI_OK);
    assert_part(&out, "xl/p4999.xml", "x");
    buf_free(&out);
    close_fixture(&f);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, copies, kinds);
    TEST_ONE(tests, n, copies_packed_bytes_as_they_are);
    TEST_ONE(tests, n, changes_adds_and_removes_parts);
    TEST_ONE(tests, n, keeps_odd_names);
    TEST_ROWS(tests, n, refuses, refusals);
    TEST_ONE(tests, n, finds_many_changes_quickly);
    return run_tests("package_patch", tests, n);
}
