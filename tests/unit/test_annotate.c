/*
 * test_annotate.c - the clerk's own workbook with every finding marked in it
 */
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotate/annotate.h"
#include "base/limits.h"
#include "ooxml/zip.h"
#include "support/annotated.h"
#include "support/package.h"
#include "unit/annotate_cases.h"

typedef struct fixture {
    package package;
    kpi_source input, copy;
    buf out;
    book *book;
    dataset *findings;
} fixture;

static const char *part_of(const struct annotate_case *c, const char *name,
                           const char *otherwise)
{
    for (size_t i = 0; c != NULL && i < PARTS && c->parts[i][0]; i++) {
        if (strcmp(c->parts[i][0], name) == 0)
            return c->parts[i][1];
    }
    return otherwise;
}

static bool is_usual(const char *name)
{
    for (size_t i = 0; i < USUAL; i++) {
        if (strcmp(usual[i][0], name) == 0)
            return true;
    }
    return false;
}

static void build(fixture *f, const struct annotate_case *c)
{
    package_init(&f->package);
    for (size_t i = 0; i < USUAL; i++) {
        const char *part = part_of(c, usual[i][0], usual[i][1]);

        if (part != NULL)
            package_text(&f->package, usual[i][0], part, PACKAGE_DEFLATE);
    }
    for (size_t i = 0; c != NULL && i < PARTS && c->parts[i][0]; i++) {
        if (!is_usual(c->parts[i][0]))
            package_text(&f->package, c->parts[i][0], c->parts[i][1],
                         PACKAGE_DEFLATE);
    }
    f->input = package_source(&f->package);
}

static void annotate(fixture *f)
{
    kpi_error err = { .status = KPI_OK };

    buf_init(&f->out);
    assert_int_equal(book_open(&f->book, &f->input, NULL, &err), KPI_OK);
    f->findings = annotated_findings(f->book);
    assert_non_null(f->findings);
    assert_int_equal(annotate_workbook(&f->out, &f->input, f->findings, NULL,
                                       LANGUAGE_JA, "", &err), KPI_OK);
    f->copy = (kpi_source){ "copy.xlsx", f->out.bytes, f->out.length };
}

static void clean(fixture *f)
{
    dataset_free(f->findings);
    book_free(f->book);
    buf_free(&f->out);
    package_free(&f->package);
}

static bool holds(const kpi_source *s, const char *name, const char *wanted)
{
    char *part = annotated_part(s, name);
    bool found = part != NULL && strstr(part, wanted) != NULL;

    free(part);
    return found;
}

static void assert_same_cells(book *b, const kpi_source *copy, size_t shift)
{
    book *c;

    assert_int_equal(book_open(&c, copy, NULL, NULL), KPI_OK);
    assert_int_equal(book_sheet_count(c), book_sheet_count(b) + shift);
    for (size_t i = 0; i < book_sheet_count(b); i++)
        assert_true(annotated_same_cells(b, i, c, i + shift));
    book_free(c);
}

static void assert_strips_to(const kpi_source *copy, const kpi_source *input)
{
    bool was = false;
    kpi_source stripped;
    char name[256];
    buf out;

    buf_init(&out);
    assert_int_equal(annotate_strip(&out, copy, &was, NULL), KPI_OK);
    assert_true(was);
    stripped = (kpi_source){ "stripped", out.bytes, out.length };
    assert_string_equal(annotated_difference(input, &stripped, name), "");
    buf_free(&out);
}

static void assert_again_the_same(fixture *f, const kpi_source *input)
{
    kpi_source second;
    char name[256];
    buf out;

    buf_init(&out);
    assert_int_equal(annotate_workbook(&out, input, f->findings, NULL,
                                       LANGUAGE_JA, "", NULL), KPI_OK);
    second = (kpi_source){ "second", out.bytes, out.length };
    assert_string_equal(annotated_difference(&f->copy, &second, name), "");
    if (input == &f->input) {
        assert_int_equal(out.length, f->out.length);
        assert_memory_equal(out.bytes, f->out.bytes, out.length);
    }
    buf_free(&out);
}

static void annotates(void **state)
{
    const struct annotate_case *c = *state;
    fixture f = { .book = NULL };

    build(&f, c);
    annotate(&f);
    for (size_t i = 0; i < WANTED && c->wanted[i][0] != NULL; i++) {
        if (!holds(&f.copy, c->wanted[i][0], c->wanted[i][1]))
            fail_msg("%s does not hold %s", c->wanted[i][0],
                     c->wanted[i][1]);
    }
    for (size_t i = 0; i < 3 && c->unwanted[i][0] != NULL; i++) {
        if (holds(&f.copy, c->unwanted[i][0], c->unwanted[i][1]))
            fail_msg("%s holds %s", c->unwanted[i][0], c->unwanted[i][1]);
    }
    assert_true(holds(&f.copy, "docProps/app.xml", "<odd>kept</odd>"));
    assert_same_cells(f.book, &f.copy, 1);
    assert_strips_to(&f.copy, &f.input);
    assert_again_the_same(&f, &f.input);
    assert_again_the_same(&f, &f.copy);
    clean(&f);
}

/* ---- Saved by another program since ----------------------------------- */

/* Copies a package without our folder, as programs leave unknown parts out,
 * and with a part replaced. */
static void save_again(package *out, const kpi_source *s, const char *name,
                       const char *from, const char *to)
{
    kpi_limits limits;
    arena memory;
    zip *z;

    limits_complete(&limits, NULL);
    arena_init(&memory, 0);
    package_init(out);
    assert_int_equal(zip_open(&z, s->bytes, s->size, &limits, &memory, NULL),
                     KPI_OK);
    for (size_t i = 0; i < zip_count(z); i++) {
        const char *part = zip_at(z, i)->name;
        buf changed;
        size_t at;
        text t;

        if (strncmp(part, "kpibook/", 8) == 0)
            continue;
        assert_int_equal(zip_read_all(z, i, &memory, &t, NULL), KPI_OK);
        buf_init(&changed);
        at = name != NULL && strcmp(part, name) == 0 ? text_find(t, from, 0)
                                                     : SIZE_MAX;
        if (at != SIZE_MAX) {
            buf_text(&changed, text_cut(t, 0, at));
            buf_string(&changed, to);
            buf_text(&changed, text_from(t, at + strlen(from)));
        } else {
            buf_text(&changed, t);
        }
        package_add(out, part, buf_cstr(&changed), changed.length,
                    PACKAGE_DEFLATE);
        buf_free(&changed);
    }
    zip_close(z);
    arena_free(&memory);
}

static void takes_marks_out_of_what_another_program_saved(void **state)
{
    const struct annotate_case *c = NULL;
    fixture f = { .book = NULL };
    kpi_source saved, stripped;
    bool was = false;
    package again;
    book *b;
    buf out;

    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        if (strcmp(cases[i].label,
                   "adds to the comments and shapes that are there") == 0)
            c = &cases[i];
    }
    (void)state;
    build(&f, c);
    annotate(&f);
    /* the clerk mended B4 */
    save_again(&again, &f.copy, SHEET1, "<v>x</v>", "<v>mended</v>");
    saved = package_source(&again);
    buf_init(&out);
    assert_int_equal(annotate_strip(&out, &saved, &was, NULL), KPI_OK);
    assert_true(was);
    stripped = (kpi_source){ "stripped", out.bytes, out.length };
    assert_true(holds(&stripped, "xl/workbook.xml", SHEETS));
    assert_false(holds(&stripped, "xl/workbook.xml", "definedName"));
    assert_false(holds(&stripped, "xl/workbook.xml", "指摘一覧"));
    assert_null(annotated_part(&stripped, "xl/worksheets/sheet2.xml"));
    assert_false(holds(&stripped, "[Content_Types].xml", "sheet2.xml"));
    assert_true(holds(&stripped, SHEET1, "<v>mended</v>"));
    assert_true(holds(&stripped, SHEET1, "<c r=\"C1\" s=\"1\"><v>0.5</v>"));
    assert_true(holds(&stripped, SHEET1, "<c s=\"0\" r=\"A1\"><v>1</v>"));
    assert_true(holds(&stripped, SHEET1, "<legacyDrawing r:id=\"v\"/>"));
    assert_true(holds(&stripped, "xl/c.xml",
                      COMMENTS("<author>係</author>",
                               "<comment ref=\"A1\" authorId=\"0\"><text><r>"
                               "<t>前から</t></r></text></comment><comment "
                               "ref=\"Z9\" authorId=\"0\"><text><t>他</t>"
                               "</text></comment>")));
    assert_true(holds(&stripped, "xl/drawings/a.vml", "_x0000_s2049"));
    assert_false(holds(&stripped, "xl/drawings/a.vml", "_x0000_s2050"));
    assert_int_equal(book_open(&b, &stripped, NULL, NULL), KPI_OK);
    assert_int_equal(book_sheet_count(b), 1);
    book_free(b);
    buf_free(&out);
    package_free(&again);
    clean(&f);
}

static void takes_out_parts_that_were_only_ours(void **state)
{
    fixture f = { .book = NULL };
    kpi_source saved, stripped;
    bool was = false;
    package again;
    buf out;

    (void)state;
    build(&f, NULL);
    annotate(&f);
    save_again(&again, &f.copy, NULL, "", "");
    saved = package_source(&again);
    buf_init(&out);
    assert_int_equal(annotate_strip(&out, &saved, &was, NULL), KPI_OK);
    stripped = (kpi_source){ "stripped", out.bytes, out.length };
    assert_true(was);
    assert_null(annotated_part(&stripped, "xl/comments1.xml"));
    assert_null(annotated_part(&stripped, "xl/drawings/vmlDrawing1.vml"));
    assert_null(annotated_part(&stripped, SHEET1_RELS));
    assert_false(holds(&stripped, SHEET1, "legacyDrawing"));
    assert_false(holds(&stripped, "_rels/.rels", "kpibook"));
    assert_same_cells(f.book, &stripped, 0);
    buf_free(&out);
    package_free(&again);
    clean(&f);
}

/* Without 指摘一覧 nothing tells what a cell had: the colour goes, the number
 * format stays. */
static void takes_colours_out_without_the_list(void **state)
{
    fixture f = { .book = NULL };
    kpi_source saved, stripped;
    bool was = false;
    package again;
    buf out;

    (void)state;
    build(&f, NULL);
    annotate(&f);
    save_again(&again, &f.copy, "xl/workbook.xml", "name=\"指摘一覧\"",
               "name=\"メモ\"");
    saved = package_source(&again);
    buf_init(&out);
    assert_int_equal(annotate_strip(&out, &saved, &was, NULL), KPI_OK);
    stripped = (kpi_source){ "stripped", out.bytes, out.length };
    assert_true(was);
    assert_true(holds(&stripped, "xl/styles.xml",
                      "<xf numFmtId=\"10\" fontId=\"0\" fillId=\"0\" "
                      "borderId=\"0\"><alignment horizontal=\"right\"/></xf>"
                      "<xf"));
    assert_same_cells(f.book, &f.copy, 1);
    buf_free(&out);
    package_free(&again);
    clean(&f);
}

/* What the clerk changed is never put back, even if our folder survived. */
static void keeps_changes_when_the_originals_are_out_of_date(void **state)
{
    fixture f = { .book = NULL };
    kpi_source saved, stripped;
    bool was = false, found = false;
    package again;
    kpi_limits limits;
    arena memory;
    text t;
    buf out;
    zip *z;

    (void)state;
    build(&f, NULL);
    annotate(&f);
    limits_complete(&limits, NULL);
    arena_init(&memory, 0);
    package_init(&again);
    assert_int_equal(zip_open(&z, f.copy.bytes, f.copy.size, &limits, &memory,
                              NULL), KPI_OK);
    for (size_t i = 0; i < zip_count(z); i++) {
        assert_int_equal(zip_read_all(z, i, &memory, &t, NULL), KPI_OK);
        if (strcmp(zip_at(z, i)->name, SHEET1) == 0) {
            char *at = strstr((char *)(uintptr_t)t.bytes, "<v>x</v>");

            assert_non_null(at);
            at[3] = 'y';
        }
        found = found || strncmp(zip_at(z, i)->name, "kpibook/", 8) == 0;
        package_add(&again, zip_at(z, i)->name, t.bytes, t.length, 0);
    }
    zip_close(z);
    assert_true(found);
    saved = package_source(&again);
    buf_init(&out);
    assert_int_equal(annotate_strip(&out, &saved, &was, NULL), KPI_OK);
    stripped = (kpi_source){ "stripped", out.bytes, out.length };
    assert_true(was);
    assert_true(holds(&stripped, SHEET1, "<v>y</v>"));
    assert_null(annotated_part(&stripped, "kpibook/manifest.kpibook"));
    buf_free(&out);
    arena_free(&memory);
    package_free(&again);
    clean(&f);
}

static void gives_back_what_was_not_annotated(void **state)
{
    fixture f = { .book = NULL };
    bool was = true;
    buf out;

    (void)state;
    build(&f, NULL);
    buf_init(&out);
    assert_int_equal(annotate_strip(&out, &f.input, &was, NULL), KPI_OK);
    assert_false(was);
    assert_int_equal(out.length, f.input.size);
    assert_memory_equal(out.bytes, f.input.bytes, out.length);
    buf_free(&out);
    package_free(&f.package);
}

/* ---- Many, odd, refused ----------------------------------------------- */

static void puts_findings_over_the_cap_on_the_list_only(void **state)
{
    fixture f = { .book = NULL };
    dataset *d = dataset_new(0);
    char *part;
    size_t count = 0;

    (void)state;
    build(&f, NULL);
    assert_non_null(dataset_add_source(d));
    for (uint32_t i = 0; i < 10000; i++)
        assert_non_null(finding_add(&d->findings, "target-missing", 0,
                                    place_cell("表1", i / 3, i % 3 * 2), "",
                                    NULL));
    buf_init(&f.out);
    assert_int_equal(annotate_workbook(&f.out, &f.input, d, NULL, LANGUAGE_EN,
                                       "", NULL), KPI_OK);
    f.copy = (kpi_source){ "copy", f.out.bytes, f.out.length };
    part = annotated_part(&f.copy, "xl/comments1.xml");
    assert_non_null(part);
    for (char *at = part; (at = strstr(at, "<comment ")) != NULL; at++)
        count++;
    assert_int_equal(count, ANNOTATE_COMMENTS);
    free(part);
    assert_true(holds(&f.copy, "xl/worksheets/sheet2.xml",
                      "A sheet gets at most 2000 comments; 8000 more cells"));
    assert_true(holds(&f.copy, "xl/worksheets/sheet2.xml", "'!A3334\""));
    assert_strips_to(&f.copy, &f.input);
    dataset_free(d);
    clean(&f);
}

static void leaves_out_what_the_plan_turned_off(void **state)
{
    plan_rule off = { .rule = "target-missing", .severity = "off",
                      .reason = "r" };
    plan *p = plan_default();
    fixture f = { .book = NULL };
    kpi_source copy;
    buf out;

    (void)state;
    build(&f, NULL);
    annotate(&f);
    p->rules = &off;
    p->rule_count = 1;
    buf_init(&out);
    assert_int_equal(annotate_workbook(&out, &f.input, f.findings, p,
                                       LANGUAGE_JA, "", NULL), KPI_OK);
    copy = (kpi_source){ "copy", out.bytes, out.length };
    assert_true(holds(&f.copy, "xl/comments1.xml", "[target-missing]"));
    assert_false(holds(&copy, "xl/comments1.xml", "[target-missing]"));
    assert_true(holds(&copy, "xl/comments1.xml", "[actual-not-a-number]"));
    buf_free(&out);
    plan_free(p);
    clean(&f);
}

static void marks_parts_in_utf16(void **state)
{
    static const char sheet[] =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" SHEET(CELLS);
    fixture f = { .book = NULL };
    buf wide;

    (void)state;
    buf_init(&wide);
    buf_add(&wide, "\xFF\xFE", 2);
    for (const char *c = sheet; *c != '\0'; c++) {
        buf_char(&wide, *c);
        buf_char(&wide, '\0');
    }
    package_init(&f.package);
    for (size_t i = 0; i < USUAL; i++) {
        if (strcmp(usual[i][0], SHEET1) == 0)
            package_add(&f.package, SHEET1, wide.bytes, wide.length, 0);
        else
            package_text(&f.package, usual[i][0], usual[i][1], 0);
    }
    f.input = package_source(&f.package);
    annotate(&f);
    assert_true(holds(&f.copy, SHEET1, "encoding=\"UTF-8\""));
    assert_true(holds(&f.copy, SHEET1, "<c r=\"D1\" s=\""));
    assert_same_cells(f.book, &f.copy, 1);
    assert_strips_to(&f.copy, &f.input);
    buf_free(&wide);
    clean(&f);
}

static void refuses_what_the_reader_refuses(void **state)
{
    kpi_source input = { "bad.xlsx", "PK\3\4 no archive", 16 };
    dataset *d = dataset_new(0);
    bool was;
    kpi_error err;
    buf out;

    (void)state;
    buf_init(&out);
    assert_int_equal(annotate_workbook(&out, &input, d, NULL, LANGUAGE_JA, "",
                                       &err), KPI_E_INPUT);
    assert_string_equal(err.rule, "file-damaged");
    assert_int_equal(annotate_strip(&out, &input, &was, &err), KPI_E_INPUT);
    assert_int_equal(out.length, 0);
    dataset_free(d);
    buf_free(&out);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, annotates, cases);
    TEST_ONE(tests, n, takes_marks_out_of_what_another_program_saved);
    TEST_ONE(tests, n, takes_out_parts_that_were_only_ours);
    TEST_ONE(tests, n, takes_colours_out_without_the_list);
    TEST_ONE(tests, n, keeps_changes_when_the_originals_are_out_of_date);
    TEST_ONE(tests, n, gives_back_what_was_not_annotated);
    TEST_ONE(tests, n, puts_findings_over_the_cap_on_the_list_only);
    TEST_ONE(tests, n, leaves_out_what_the_plan_turned_off);
    TEST_ONE(tests, n, marks_parts_in_utf16);
    TEST_ONE(tests, n, refuses_what_the_reader_refuses);
    return run_tests("annotate", tests, n);
}
