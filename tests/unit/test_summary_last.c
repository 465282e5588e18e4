/* 前年度との比較: last year's data beside this year's. */
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#include "kpi/achievement.h"
#include "support/sample_dataset.h"
#include "support/written.h"

/* Rows of the sample's projects. */
enum { JOBS, STARTUP, LOANS, LONG, PENDING, MOVING };
/* Columns of the table: counts behind the year, moves behind the shares. */
enum { YEAR = 1, FIRST_BAND = 2, SUM = 6, ROSE = 11, SAME, FELL, NO_PAIR };

typedef struct fixture {
    plan *plan, *last_plan;
    dataset *now, *then;
    written book;
} fixture;

/*
 * A year before: one project better than now, one worse, one that counts
 * now was not counted, and one that is gone.
 */
static void change_last_year(dataset *d)
{
    d->projects[JOBS].declared_grade = "Ｂ";  /* C now: fell */
    d->projects[LONG].declared_grade = "D";   /* B now: rose */
    d->projects[LOANS].declared_grade = "";
    d->projects[LOANS].declared_status = "調査中"; /* A now: no pair */
    d->projects[MOVING].name = "廃止された事業"; /* D: gone; D now: new */
}

static int setup(void **state)
{
    fixture *f = calloc(1, sizeof(*f));
    summary_options o = { .created = NULL };

    assert_non_null(f);
    f->plan = sample_plan();
    f->last_plan = sample_plan();
    assert_non_null(f->plan);
    assert_non_null(f->last_plan);
    f->last_plan->reported_year = 2015;
    f->now = sample_dataset(f->plan, 1);
    f->then = sample_dataset(f->last_plan, 1);
    assert_non_null(f->now);
    assert_non_null(f->then);
    change_last_year(f->then);
    o.previous = f->then;
    written_open(&f->book, f->now, f->plan, &o);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    fixture *f = *state;

    written_close(&f->book);
    dataset_free(f->now);
    dataset_free(f->then);
    plan_free(f->plan);
    plan_free(f->last_plan);
    free(f);
    return 0;
}

static uint32_t table_row(fixture *f, const grid *g)
{
    const cell *c = written_find(g, "前年度との比較");

    (void)f;
    assert_non_null(c);
    return c->row + 2; /* the title, the header */
}

static void numbers(fixture *f, const grid *g, uint32_t row, uint32_t col,
                    const int *wanted, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *shown = written_at(&f->book, g, row, col + (uint32_t)i);

        assert_string_not_equal(shown, "");
        assert_int_equal(strtol(shown, NULL, 10), wanted[i]);
    }
}

static void counts_of_both_years_and_the_change_stand_in_three_lines(void **state)
{
    fixture *f = *state;
    grid g = written_sheet(&f->book, "総括");
    uint32_t row = table_row(f, &g);
    /* goal I: A B C D and the sum */
    static const int then[] = { 1, 1, 0, 1, 3 }, now[] = { 2, 1, 1, 0, 4 },
                     change[] = { 1, 0, 1, -1, 1 };

    assert_string_equal(written_at(&f->book, &g, row, YEAR), "H27");
    assert_string_equal(written_at(&f->book, &g, row + 1, YEAR), "H28");
    numbers(f, &g, row, FIRST_BAND, then, 5);
    numbers(f, &g, row + 1, FIRST_BAND, now, 5);
    numbers(f, &g, row + 2, FIRST_BAND, change, 5);
}

static void how_many_rose_and_fell_is_counted_by_formulas(void **state)
{
    fixture *f = *state;
    grid g = written_sheet(&f->book, "総括");
    uint32_t row = table_row(f, &g);
    static const int goal[] = { 1, 1, 1, 1 }, /* rose same fell no pair */
                     total[] = { 1, 1, 1, 2 };

    numbers(f, &g, row, ROSE, goal, 4);
    numbers(f, &g, row + 9, ROSE, total, 4); /* after II and no goal */
    for (uint32_t c = ROSE; c <= NO_PAIR; c++)
        assert_true(grid_cell(&g, row, c)->formula);
    for (uint32_t c = FIRST_BAND; c <= SUM; c++) {
        assert_true(grid_cell(&g, row + 1, c)->formula);
        assert_true(grid_cell(&g, row + 2, c)->formula);
    }
}

static void a_project_that_fell_is_listed_with_both_grades(void **state)
{
    fixture *f = *state;
    grid g = written_sheet(&f->book, "総括");
    const cell *title = written_find(&g, "前年度から判定が下がった事業");
    uint32_t row;

    assert_non_null(title);
    row = title->row + 2;
    assert_string_equal(written_at(&f->book, &g, row, 0), "就職支援事業");
    assert_string_equal(written_at(&f->book, &g, row, 4), "B");
    assert_string_equal(written_at(&f->book, &g, row, 5), "C");
    assert_string_equal(written_at(&f->book, &g, row + 1, 0), "");
}

static void a_project_that_is_gone_is_named(void **state)
{
    fixture *f = *state;
    grid g = written_sheet(&f->book, "総括");

    assert_non_null(written_find(
        &g, "前年度に判定があり、今年度にない事業：1件（廃止された事業）"));
}

static void each_row_of_the_list_has_its_change(void **state)
{
    static const struct { uint32_t row; const char *then, *move; } rows[] = {
        { 3, "B", "下降" }, { 4, "B", "下降" }, { 5, "A", "同じ" },
        { 6, "", "" }, { 7, "D", "上昇" },
    };
    fixture *f = *state;
    grid g = written_sheet(&f->book, "KPI一覧");
    const cell *head = written_find(&g, "前年度比");

    assert_non_null(head);
    for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
        assert_string_equal(written_at(&f->book, &g, rows[i].row,
                                       head->col - 1), rows[i].then);
        assert_string_equal(written_at(&f->book, &g, rows[i].row, head->col),
                            rows[i].move);
    }
}

static void without_last_year_nothing_of_it_is_shown(void **state)
{
    fixture *f = *state;
    written plain;
    grid g;

    written_open(&plain, f->now, f->plan, NULL);
    g = written_sheet(&plain, "総括");
    assert_null(written_find(&g, "前年度との比較"));
    assert_null(written_find(&g, "前年度から判定が下がった事業"));
    g = written_sheet(&plain, "KPI一覧");
    assert_null(written_find(&g, "前年度比"));
    written_close(&plain);
}

static void without_bands_the_rates_of_both_years_stand_side_by_side(void **state)
{
    fixture *f = *state;
    summary_options o = { .previous = f->then };
    size_t bands = f->plan->band_count;
    written rates;
    const cell *title;
    grid g;

    f->plan->band_count = 0;
    written_open(&rates, f->now, f->plan, &o);
    f->plan->band_count = bands;
    g = written_sheet(&rates, "総括");
    title = written_find(&g, "指標別の達成率");
    assert_non_null(title);
    assert_string_equal(written_at(&rates, &g, title->row + 1, 6),
                        "H27達成率");
    /* 142 of 200 then, 305 of 400 now */
    assert_string_equal(written_at(&rates, &g, title->row + 2, 6), "0.71");
    assert_string_equal(written_at(&rates, &g, title->row + 2, 8), "0.76");
    assert_string_equal(written_at(&rates, &g, title->row + 2, 10), "5");
    written_close(&rates);
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    TEST_ONE(tests, n,
             counts_of_both_years_and_the_change_stand_in_three_lines);
    TEST_ONE(tests, n, how_many_rose_and_fell_is_counted_by_formulas);
    TEST_ONE(tests, n, a_project_that_fell_is_listed_with_both_grades);
    TEST_ONE(tests, n, a_project_that_is_gone_is_named);
    TEST_ONE(tests, n, each_row_of_the_list_has_its_change);
    TEST_ONE(tests, n, without_last_year_nothing_of_it_is_shown);
    TEST_ONE(tests, n,
             without_bands_the_rates_of_both_years_stand_side_by_side);
    for (size_t i = 0; i < n; i++) {
        tests[i].setup_func = setup;
        tests[i].teardown_func = teardown;
    }
    return run_tests("summary_last", tests, n);
}
