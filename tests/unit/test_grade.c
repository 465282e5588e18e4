/*
 * test_grade.c - rounding, bands of many scales, and counting
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "kpi/achievement.h"
#include "kpi/grade.h"
#include "support/kpi_spec.h"

/* ---- Rounding and bands --------------------------------------------------------- */

static const struct grade_case {
    const char *label, *rate, *plan, *shown, *grade;
} grade_rows[] = {
    { "half up at a half", "0.695", "", "70%", "C" },
    { "half up below a half", "0.6949999", "", "69%", "D" },
    { "floor", "0.699999", "floor", "69%", "D" },
    { "floor of a negative rate", "-0.001", "floor", "-1%", "D" },
    { "half up of a negative rate", "-0.005", "", "-1%", "D" },
    { "a fraction without an end", "137/150", "", "91%", "C" },
    { "one digit", "137/150", "digits=1", "91.3%", "C" },
    { "three digits", "137/150", "digits=3", "91.333%", "C" },
    { "digits stand where they are zero", "1", "digits=2", "100.00%", "B" },
    { "exact: one more digit at a band", "0.697", "exact", "69.7%", "D" },
    { "exact: no more digit elsewhere", "0.687", "exact", "69%", "D" },
    { "exact: floor never crosses", "0.697", "exact floor", "69%", "D" },
    { "exact: two more digits", "0.69995", "exact", "69.995%", "D" },
    { "exact: on the band", "0.7", "exact", "70%", "C" },
    { "shown: never one more digit", "1.1987", "", "120%", "A" },
    { "beyond every band", "25", "", "2500%", "A" },
};

static void grades_a_rate(void **state)
{
    const struct grade_case *c = *state;
    plan *p = spec_plan(c->plan);
    arena a;
    buf shown;
    const char *grade;
    number rate;

    arena_init(&a, 0);
    buf_init(&shown);
    assert_true(strchr(c->rate, '/') != NULL
                    ? number_from_fraction(&a, &rate, text_of(c->rate))
                    : number_from_decimal(&a, &rate, text_of(c->rate)));
    assert_int_equal(grade_rate(&a, &shown, &grade, rate, p), KPI_OK);
    assert_string_equal(buf_cstr(&shown), c->shown);
    assert_string_equal(grade, c->grade);
    buf_free(&shown);
    arena_free(&a);
    plan_free(p);
}

static const struct scale_case {
    const char *label;
    struct { const char *grade; int at_least; } bands[8]; /* -1: no bound */
    const char *rate, *grade;
} scale_rows[] = {
    { "110/80/50", { { "A", 110 }, { "B", 80 }, { "C", 50 }, { "D", -1 } },
      "0.8", "B" },
    { "80/60 in words", { { "順調", 80 }, { "やや遅れ", 60 }, { "遅れ", -1 } },
      "0.6", "やや遅れ" },
    { "seven points", { { "7", 130 }, { "6", 115 }, { "5", 100 }, { "4", 85 },
                        { "3", 70 }, { "2", 50 }, { "1", -1 } },
      "0.84", "3" },
    { "marks", { { "◎", 100 }, { "○", 80 }, { "△", 60 }, { "×", -1 } },
      "0.1", "×" },
    { "a last band with a bound", { { "S", 100 }, { "A", 50 } }, "0.4", "" },
    { "no bands", { { NULL, 0 } }, "0.4", "" },
};

static void grades_by_any_scale(void **state)
{
    const struct scale_case *c = *state;
    plan *p = spec_plan("");
    plan_band bands[8];
    buf shown;
    const char *grade;
    number rate;

    p->bands = bands;
    for (p->band_count = 0; c->bands[p->band_count].grade != NULL;
         p->band_count++) {
        plan_band *b = &bands[p->band_count];

        *b = (plan_band){ .grade = c->bands[p->band_count].grade };
        b->has_bound = c->bands[p->band_count].at_least >= 0;
        number_from_int(&p->memory, &b->at_least,
                        c->bands[p->band_count].at_least);
    }
    buf_init(&shown);
    assert_true(number_from_decimal(&p->memory, &rate, text_of(c->rate)));
    assert_int_equal(grade_rate(&p->memory, &shown, &grade, rate, p), KPI_OK);
    assert_string_equal(grade, c->grade);
    buf_free(&shown);
    plan_free(p);
}

/* ---- Counting ------------------------------------------------------------------- */

static plan_category categories[] = {
    { "数値目標対象外", "数値目標対象外" }, { "－", "調査中" },
};

/* One project a line; grade and status as declared, rate in percent. */
static const struct listed {
    const char *goal, *bureau, *grade, *status;
    int actual; /* of 100; -1: none */
    bool relisted;
} listed[] = {
    { "Ⅰ", "環境局", "A", "", 120, false },
    { "I", "環境局", "B", "", 70, false },
    { "1", "広報室", "Ｃ", "", -1, false },
    { "１", "広報室", "", "数値目標対象外", 50, false },
    { "Ⅰ", "環境局", "A", "", 120, true },
    { "Ⅱ", "広報室", "", "－", -1, false },
    { "Ⅱ", "環境局", "", "", 100, false },
};

static dataset *listing(void)
{
    dataset *d = dataset_new(0);

    dataset_add_source(d);
    for (size_t i = 0; i < sizeof(listed) / sizeof(*listed); i++) {
        project *p = dataset_add_project(d);
        char spec[64];

        p->name = arena_printf(&d->memory, "事業%zu", i);
        p->has_goal = true;
        p->goal.no = listed[i].goal;
        p->bureau = listed[i].bureau;
        p->declared_grade = listed[i].grade;
        p->declared_status = listed[i].status;
        p->relisted = listed[i].relisted;
        snprintf(spec, sizeof(spec), listed[i].actual < 0
                     ? "T2016=100 A2016=-:－" : "T2016=100 A2016=%d",
                 listed[i].actual);
        assert_true(spec_kpi(d, p, spec));
    }
    return d;
}

static const struct count_case {
    const char *label;
    grade_choice choice;
    size_t goal_one[4], goal_two[4], graded, ungraded;
} count_rows[] = {
    { "declared", GRADE_DECLARED, { 1, 1, 1, 0 }, { 0 }, 3, 1 },
    { "computed holds what declared holds", GRADE_COMPUTED, { 1, 0, 1, 0 },
      { 0 }, 2, 2 },
    { "final", GRADE_FINAL, { 1, 1, 1, 0 }, { 0, 1, 0, 0 }, 4, 0 },
};

static void counts_by_goal_and_bureau(void **state)
{
    const struct count_case *c = *state;
    dataset *d = listing();
    plan *p = spec_plan("Y2016 2015-2019");
    grade_table t;

    p->categories = categories;
    p->category_count = 2;
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(grade_count(&t, &d->memory, d, p, c->choice, NULL),
                     KPI_OK);
    assert_int_equal(t.count, 2);
    assert_string_equal(t.rows[0].goal.no, "Ⅰ");
    assert_string_equal(t.rows[1].goal.no, "Ⅱ");
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(t.rows[0].by_grade[i], c->goal_one[i]);
        assert_int_equal(t.rows[1].by_grade[i], c->goal_two[i]);
        assert_int_equal(t.total.by_grade[i],
                         c->goal_one[i] + c->goal_two[i]);
    }
    assert_int_equal(t.total.graded, c->graded);
    assert_int_equal(t.total.ungraded, c->ungraded);
    assert_int_equal(t.total.relisted, 1);
    assert_int_equal(t.total.by_category[0], 1);
    assert_int_equal(t.total.by_category[1], 1);
    assert_int_equal(t.total.projects, 7);
    assert_int_equal(t.total.compared, 2);
    assert_int_equal(t.total.agreed, 1);
    assert_int_equal(t.bureau_count, 2);
    assert_string_equal(t.bureaus[0].goal.title, "環境局");
    assert_int_equal(t.bureaus[0].projects, 4);
    assert_int_equal(t.bureaus[1].projects, 3);
    plan_free(p);
    dataset_free(d);
}

static void counts_computed_grades_where_none_is_declared(void **state)
{
    dataset *d = spec_dataset("T2016=100 A2016=110");
    plan *p = spec_plan("Y2016 2015-2019");
    grade_table t;

    (void)state;
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(grade_count(&t, &d->memory, d, p, GRADE_COMPUTED, NULL),
                     KPI_OK);
    assert_int_equal(t.total.by_grade[1], 1);
    plan_free(p);
    dataset_free(d);
}

static void leaves_superseded_projects_out(void **state)
{
    dataset *d = spec_dataset("T2016=100 A2016=110");
    plan *p = spec_plan("Y2016 2015-2019");
    grade_table t;

    (void)state;
    d->projects[0].superseded = true;
    assert_int_equal(grade_count(&t, &d->memory, d, p, GRADE_COMPUTED, NULL),
                     KPI_OK);
    assert_int_equal(t.total.projects, 0);
    assert_int_equal(t.count, 0);
    plan_free(p);
    dataset_free(d);
}

static void an_override_counts_an_uncounted_project_as_final(void **state)
{
    dataset *d = spec_dataset("T2016=100 A2016=-:調査中");
    plan *p = spec_plan("Y2016 2015-2019");
    grade_table t;

    (void)state;
    p->categories = categories;
    p->category_count = 2;
    d->projects[0].declared_status = "－";
    d->projects[0].override.grade = "B";
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(grade_count(&t, &d->memory, d, p, GRADE_FINAL, NULL),
                     KPI_OK);
    assert_int_equal(t.total.by_grade[1], 1);
    assert_int_equal(t.total.by_category[1], 0);
    assert_int_equal(grade_count(&t, &d->memory, d, p, GRADE_DECLARED, NULL),
                     KPI_OK);
    assert_int_equal(t.total.by_category[1], 1);
    plan_free(p);
    dataset_free(d);
}

static void finds_a_category_of_any_width(void **state)
{
    plan *p = spec_plan("");

    (void)state;
    p->categories = categories;
    p->category_count = 2;
    assert_int_equal(plan_category_of(p, "数値目標 対象外"), 0);
    assert_int_equal(plan_category_of(p, "—"), 1);
    assert_true(plan_category_of(p, "終了") == SIZE_MAX);
    assert_true(plan_category_of(p, "") == SIZE_MAX);
    plan_free(p);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, grades_a_rate, grade_rows);
    TEST_ROWS(tests, n, grades_by_any_scale, scale_rows);
    TEST_ROWS(tests, n, counts_by_goal_and_bureau, count_rows);
    TEST_ONE(tests, n, counts_computed_grades_where_none_is_declared);
    TEST_ONE(tests, n, leaves_superseded_projects_out);
    TEST_ONE(tests, n, an_override_counts_an_uncounted_project_as_final);
    TEST_ONE(tests, n, finds_a_category_of_any_width);
    return run_tests("grade", tests, n);
}
