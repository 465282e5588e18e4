#include "support/kpi_spec.h"
#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "output/compare_report.h"
#include "xlsx/grid.h"

typedef struct fixture {
    dataset *old, *now;
    plan *plan;
    arena memory;
    comparison c;
} fixture;

static dataset *side_of(const char *file, const char *words,
                        const char *project_name)
{
    dataset *d = spec_dataset(words);

    assert_non_null(d);
    d->sources[0].file = file;
    d->projects[0].name = project_name;
    d->projects[0].kpis[0].name = "件数";
    d->projects[0].kpis[0].where = place_cell("表", 4, 2);
    for (size_t i = 0; i < d->projects[0].kpis[0].actual_count; i++)
        d->projects[0].kpis[0].actuals[i].where = place_cell("表", 4, 5);
    return d;
}

static void set_up(fixture *f, const char *then, const char *now)
{
    f->old = side_of("旧.xlsx", then, "創業支援");
    f->now = side_of("新.xlsx", now, "創業支援");
    f->plan = spec_plan("Y2016 2015-2019 digits=0 rule=best");
    arena_init(&f->memory, 0);
    assert_int_equal(compare_assess(f->old, f->now, f->plan, NULL), KPI_OK);
    assert_int_equal(compare_datasets(&f->c, &f->memory, f->old, f->now,
                                      f->plan, NULL), KPI_OK);
}

static void tear_down(fixture *f)
{
    arena_free(&f->memory);
    plan_free(f->plan);
    dataset_free(f->old);
    dataset_free(f->now);
}

static const char then[] = "U=件 T2019=10 A2016=13";
static const char now[] = "U=件 T2019=10 A2016=6";

static const struct text_case {
    const char *label;
    plan_language language;
    const char *now, *text;
} texts[] = {
    { "a change in Japanese", LANGUAGE_JA, now,
      "  事業 創業支援\n"
      "    = 達成率 130% → 60%  評価 A → D\n"
      "    KPI 件数\n"
      "        ~ 実績（平成28年度(2016)）: 13件 → 6件  "
      "[旧.xlsx:表!F5 → 新.xlsx:表!F5]\n"
      "        = 達成率 130% → 60%  評価 A → D\n"
      "事業: 追加 0、削除 0、変更 0　KPI: 追加 0、削除 0、変更 1　"
      "達成率の変化 1、評価の変化 2\n" },
    { "a change in English", LANGUAGE_EN, now,
      "  project 創業支援\n"
      "    = rate 130% → 60%  grade A → D\n"
      "    KPI 件数\n"
      "        ~ actual (FY2016): 13件 → 6件  "
      "[旧.xlsx:表!F5 → 新.xlsx:表!F5]\n"
      "        = rate 130% → 60%  grade A → D\n"
      "projects: 0 added, 0 removed, 0 changed; KPIs: 0 added, 0 removed, "
      "1 changed; rates changed 1, grades changed 2\n" },
    { "no change", LANGUAGE_JA, then, "違いはありません\n" },
};

static void writes_text(void **state)
{
    const struct text_case *row = *state;
    compare_style style = { .language = row->language };
    fixture f;
    buf b;

    set_up(&f, then, row->now);
    buf_init(&b);
    assert_int_equal(compare_put_text(&b, &f.c, &style, NULL), KPI_OK);
    assert_string_equal(buf_cstr(&b), row->text);
    buf_free(&b);
    tear_down(&f);
}

static const struct json_case {
    const char *label, *holds;
} keys[] = {
    { "the schema is named", "\"schema\": \"kpibook.diff/1\"" },
    { "a change names its field", "\"field\": \"actual\"" },
    { "and its year", "\"fiscal_year\": 2016" },
    { "values are numbers", "\"value\": 13" },
    { "places are cells", "\"cell\": \"F5\"" },
    { "and files", "\"file\": \"旧.xlsx\"" },
    { "the pair says how it was made", "\"match\": \"name\"" },
    { "the effect on the grade", "\"grade_changed\": true" },
    { "counts at the end", "\"kpis_changed\": 1" },
};

static void json_holds(void **state)
{
    const struct json_case *row = *state;
    fixture f;
    buf b;

    set_up(&f, then, now);
    buf_init(&b);
    assert_int_equal(compare_put_json(&b, &f.c, NULL), KPI_OK);
    if (text_find(buf_slice(&b), row->holds, 0) == SIZE_MAX)
        fail_msg("no %s in %s", row->holds, buf_cstr(&b));
    buf_free(&b);
    tear_down(&f);
}

static void load(buf *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    char chunk[4096];
    size_t n;

    assert_non_null(file);
    buf_init(out);
    while ((n = fread(chunk, 1, sizeof(chunk), file)) > 0)
        buf_add(out, chunk, n);
    fclose(file);
    unlink(path);
}

static void write_book(fixture *f, buf *out)
{
    char path[] = "/tmp/kpibook_diff_XXXXXX";
    int fd = mkstemp(path);

    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(compare_write_book(path, &f->c, "2018-04-01T00:00:00Z",
                                        NULL), KPI_OK);
    load(out, path);
}

static void the_book_shows_both_sides(void **state)
{
    fixture f;
    buf bytes, again;
    kpi_source s;
    book *b;
    grid g;
    arena a;
    const cell *c;

    (void)state;
    set_up(&f, then, now);
    write_book(&f, &bytes);
    write_book(&f, &again);
    assert_int_equal(bytes.length, again.length);
    assert_memory_equal(bytes.bytes, again.bytes, bytes.length);
    s = (kpi_source){ "diff.xlsx", bytes.bytes, bytes.length };
    assert_int_equal(book_open(&b, &s, NULL, NULL), KPI_OK);
    arena_init(&a, 0);
    assert_int_equal(grid_read(&g, &a, b, 0, NULL), KPI_OK);
    c = grid_cell(&g, 5, 6);
    assert_true(c != NULL && text_is(c->value, "13件"));
    c = grid_cell(&g, 5, 7);
    assert_true(c != NULL && text_is(c->value, "6件"));
    c = grid_cell(&g, 5, 10);
    assert_true(c != NULL && text_is(c->value, "A"));
    c = grid_cell(&g, 5, 12);
    assert_true(c != NULL && text_is(c->value, "旧.xlsx:表!F5"));
    arena_free(&a);
    book_free(b);
    buf_free(&bytes);
    buf_free(&again);
    tear_down(&f);
}

static void a_book_that_cannot_be_written_is_said(void **state)
{
    fixture f;
    kpi_error err = { KPI_OK, "", "", "", 0, 0 };

    (void)state;
    set_up(&f, then, now);
    assert_int_equal(compare_write_book("/nonexistent/d.xlsx", &f.c, "",
                                        &err), KPI_E_OUTPUT);
    assert_string_equal(err.source, "/nonexistent/d.xlsx");
    tear_down(&f);
}

int main(void)
{
    static struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, writes_text, texts);
    TEST_ROWS(tests, n, json_holds, keys);
    TEST_ONE(tests, n, the_book_shows_both_sides);
    TEST_ONE(tests, n, a_book_that_cannot_be_written_is_said);
    return run_tests("compare_report", tests, n);
}
