/*
 * test_watch.c - what is missing to another grade, and what may be lost
 *
 * Bands 120, 100, 70 of kpi_spec.h; what is expected was worked by hand. That
 * the figure is the nearest one is tried for each case by assessing anew.
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "kpi/achievement.h"
#include "kpi/watch.h"
#include "support/kpi_spec.h"

static const struct watch_case {
    const char *label, *plan, *kpi;
    const char *expected; /* in Japanese; "" = not watched */
} cases[] = {
    /* half up, graded on the shown value: 99.5 % is 100 % */
    { "one_more_for_b", "Y2016", "U=件 T2016=100 A2016=99",
      "あと 1 件で B（事業も B）" },
    { "one_more_of_200", "Y2016", "U=件 T2016=200 A2016=198",
      "あと 1 件で B（事業も B）" },
    { "the_exact_value_needs_the_whole_target", "Y2016 exact",
      "U=件 T2016=200 A2016=198", "あと 2 件で B（事業も B）" },
    { "cutting_off_needs_the_whole_target", "Y2016 floor",
      "U=件 T2016=200 A2016=198", "あと 2 件で B（事業も B）" },
    { "digits_move_the_bound", "Y2016 digits=1", "U=件 T2016=2000 A2016=1990",
      "あと 9 件で B（事業も B）" },
    { "exactly_at_the_distance", "Y2016 exact", "U=件 T2016=100 A2016=95",
      "あと 5 件で B（事業も B）" },
    { "a_little_beyond_the_distance", "Y2016 exact",
      "U=件 T2016=1000 A2016=949", "" },
    { "one_less_is_worse", "Y2016 exact", "U=件 T2016=100 A2016=100",
      "あと 1 件少ないと C（事業も C）" },
    { "five_points_above_a_bound", "Y2016 exact", "U=件 T2016=100 A2016=105",
      "あと 6 件少ないと C（事業も C）" },
    { "both_sides_of_a_narrow_band", "Y2016 watch=20",
      "U=件 T2016=100 A2016=110",
      "あと 10 件で A（事業も A）、あと 11 件少ないと C（事業も C）" },
    { "nothing_below_the_last_band", "Y2016 watch=20",
      "U=件 T2016=100 A2016=60", "あと 10 件で C（事業も C）" },
    { "nothing_above_the_best", "Y2016", "U=件 T2016=100 A2016=140", "" },
    { "figures_stay_as_fine_as_they_are", "Y2016 exact",
      "U=億円 T2016=10.5 A2016=10.2", "あと 0.3 億円で B（事業も B）" },
    { "a_finer_figure_of_another_year_counts", "Y2016 exact",
      "U=億円 T2016=10 A2015=9.75 A2016=9.9",
      "あと 0.1 億円で B（事業も B）" },
    { "lower_is_better", "Y2016 exact", "U=件 T2016=50 q=以下 A2016=52",
      "あと 2 件少なければ B（事業も B）" },
    { "lower_is_better_and_lost", "Y2016 exact",
      "U=件 T2016=50 q=以下 A2016=49", "あと 2 件多いと C（事業も C）" },
    { "mirrored", "Y2016 exact down=mirror", "U=件 T2016=50 q=以下 A2016=52",
      "あと 2 件少なければ B（事業も B）" },
    { "progress_from_the_baseline", "Y2016 exact up=progress",
      "U=件 B2014=100 T2016=200 A2016=196", "あと 4 件で B（事業も B）" },
    { "progress_downwards", "Y2016 exact formula=progress",
      "U=件 B2014=200 T2016=100 q=以下 A2016=103",
      "あと 3 件少なければ B（事業も B）" },
    { "cumulative_figures_of_a_part_of_the_period", "Y2016 2015-2019",
      "U=人 T2015-2019=1000 A2015=142 A2016=c396",
      "あと 2 人で B（事業も B）" },
    { "cumulative_years_added_up", "Y2016 2015-2019 exact",
      "U=人 T2015-2019=1000 A2015=196 A2016=196",
      "あと 8 人で B（事業も B）" },
    { "a_level_on_its_way", "Y2016 exact", "U=人 B2014=0 T2018=100 A2016=49",
      "あと 1 人で B（事業も B）" },
    { "a_yearly_plan", "Y2016 exact", "U=人 T2019=100 P2016=40 A2016=39",
      "あと 1 人で B（事業も B）" },
    { "another_unit_is_converted", "Y2016 exact",
      "U=億円 T2016=1000 A2016=9800百万円", "" },
    { "in_the_unit_of_the_target", "Y2016 exact",
      "U=億円 T2016=100 A2016=9800百万円", "あと 2 億円で B（事業も B）" },
    { "percentages_are_points", "Y2016 exact", "U=% T2016=50 A2016=49",
      "あと 1 ポイントで B（事業も B）" },
    { "no_percentage_over_100", "Y2016 exact watch=20",
      "U=% T2016=90 A2016=99", "あと 10 ポイント少ないと C（事業も C）" },
    { "no_count_below_0", "Y2016 exact down=mirror watch=100",
      "U=件 T2016=5 q=以下 A2016=5", "あと 1 件少なければ A（事業も A）、"
                                     "あと 1 件多いと C（事業も C）" },
    { "nothing_is_reached_by_0_inversely", "Y2016 exact watch=100",
      "U=件 T2016=1 q=以下 A2016=1", "あと 1 件多いと D（事業も D）" },
    { "a_rank_goes_up", "Y2016 exact watch=30",
      "U=位 B2014=10 T2016=5 A2016=6", "あと 1 位上がれば B（事業も B）、"
                                       "あと 1 位下がると D（事業も D）" },
    { "kept_values_have_nothing_between", "Y2016 direction=keep "
      "tolerance=0.05 watch=100", "U=人 T2016=100 A2016=80", "" },
    { "acts_have_nothing_between", "Y2016 watch=100",
      "U= T2016=計画改定 A2016=-:改定済", "" },
    { "no_rate_no_watch", "Y2016 watch=100", "U=人 T2016=100 A2016=-:－",
      "" },
    { "off", "Y2016 watch=0", "U=件 T2016=200 A2016=198", "" },
    { "without_a_plan", "Y2016 ungiven", "U=件 T2016=200 A2016=198", "" },
    { "without_a_project_rule", "Y2016 rule=none",
      "U=件 T2016=200 A2016=198", "あと 1 件で B" },
    { "below_zero_bounds_are_exact_too", "Y2016 rule=none mean0",
      "U=件 B2014=100 T2016=200 A2016=99", "あと 1 件で C" },
};

/* `watch=` is this test's own, and `mean0`: C begins above 0, by progress. */
static plan *plan_of(const char *label, const char *spec)
{
    char words[256] = "";
    const char *watch = strstr(spec, "watch="), *zero = strstr(spec, "mean0");
    size_t length = watch != NULL ? (size_t)(watch - spec)
                    : zero != NULL ? (size_t)(zero - spec) : strlen(spec);
    plan *p;

    snprintf(words, sizeof(words), "%.*s", (int)length, spec);
    p = spec_plan(words);
    if (p == NULL)
        fail_msg("%s: %s", label, words);
    if (watch != NULL) {
        p->has_watch = true;
        number_from_decimal(&p->memory, &p->watch,
                            text_of(watch + strlen("watch=")));
    }
    if (zero != NULL) {
        p->formula_up = FORMULA_PROGRESS;
        p->bands[2].at_least = NUMBER_ZERO;
    }
    return p;
}

static void tells_what_is_missing(void **state)
{
    const struct watch_case *c = *state;
    dataset *d = spec_dataset(c->kpi);
    plan *p = plan_of(c->label, c->plan);
    watch_list near;
    buf b;

    assert_non_null(d);
    buf_init(&b);
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(watch_find(&near, &d->memory, d, p, NULL), KPI_OK);
    for (size_t i = 0; i < near.count; i++)
        watch_put(&b, &near.items[i], LANGUAGE_JA);
    assert_string_equal(buf_cstr(&b), c->expected);
    buf_free(&b);
    plan_free(p);
    dataset_free(d);
}

/* ---- The figure is the nearest one ------------------------------------ */

static const char *grade_with(dataset *d, const plan *p, number figure)
{
    kpi *k = &d->projects[0].kpis[0];

    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].fiscal_year == p->reported_year)
            k->actuals[i].value.value = figure;
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    return k->assessment.grade;
}

/* Assessed anew, the figure has the grade told and the one before has not. */
static void is_nearest(dataset *d, const plan *p, const watch_side *side,
                       const char *grade)
{
    number step, before;

    assert_string_equal(grade_with(d, p, side->actual), side->grade);
    assert_true(number_from_int(&d->memory, &step, side->more ? -1 : 1));
    assert_true(number_add(&d->memory, &before, side->actual, step));
    assert_string_equal(grade_with(d, p, before), grade);
}

static void the_figure_is_the_nearest_with_the_grade(void **state)
{
    static const char *const plans[] = {
        "Y2016", "Y2016 exact", "Y2016 floor", "Y2016 digits=1",
        "Y2016 digits=2 floor", "Y2016 up=progress down=mirror",
        "Y2016 exact up=progress",
    };
    static const char *const kpis[] = {
        "U=件 B2014=20 T2016=137 A2016=%d",
        "U=件 B2014=400 T2016=137 q=以下 A2016=%d",
    };
    size_t tried = 0;

    (void)state;
    for (size_t i = 0; i < sizeof(plans) / sizeof(*plans); i++)
        for (int figure = 1; figure <= 400; figure += 1 + figure % 3)
            for (size_t k = 0; k < 2; k++) {
                char spec[96];
                plan *p = plan_of("nearest", plans[i]);
                dataset *d;
                watch_list near;
                char grade[8];

                snprintf(spec, sizeof(spec), kpis[k], figure);
                d = spec_dataset(spec);
                assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
                snprintf(grade, sizeof(grade), "%s",
                         d->projects[0].kpis[0].assessment.grade);
                assert_int_equal(watch_find(&near, &d->memory, d, p, NULL),
                                 KPI_OK);
                if (near.count > 0 && near.items[0].better.near)
                    is_nearest(d, p, &near.items[0].better, grade);
                if (near.count > 0 && near.items[0].worse.near)
                    is_nearest(d, p, &near.items[0].worse, grade);
                tried += near.count;
                plan_free(p);
                dataset_free(d);
            }
    assert_true(tried > 200);
}

/* ---- Projects of several KPIs ----------------------------------------- */

static const struct project_case {
    const char *label, *plan, *first, *second;
    const char *expected; /* of the first KPI, in English */
} projects[] = {
    { "the_best_kpi_decides", "Y2016 exact", "U=件 T2016=100 A2016=98",
      "U=件 T2016=100 A2016=60", "2 件 more for B (the project too: B)" },
    { "another_kpi_is_better", "Y2016 exact", "U=件 T2016=100 A2016=98",
      "U=件 T2016=100 A2016=110", "2 件 more for B" },
    { "another_kpi_keeps_the_project_up", "Y2016 exact",
      "U=件 T2016=100 A2016=104", "U=件 T2016=100 A2016=101",
      "5 件 fewer would be C" },
    { "the_worst_kpi_decides", "Y2016 exact rule=worst",
      "U=件 T2016=100 A2016=98", "U=件 T2016=100 A2016=110",
      "2 件 more for B (the project too: B)" },
    { "the_mean_goes_its_own_way", "Y2016 exact rule=mean",
      "U=件 T2016=100 A2016=70", "U=件 T2016=100 A2016=71",
      "1 件 fewer would be D" },
};

static void tells_what_becomes_of_the_project(void **state)
{
    const struct project_case *c = *state;
    dataset *d = spec_dataset(c->first);
    plan *p = spec_plan(c->plan);
    const watch_item *item;
    watch_list near;
    buf b;

    assert_true(spec_kpi(d, &d->projects[0], c->second));
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(watch_find(&near, &d->memory, d, p, NULL), KPI_OK);
    item = watch_of(&near, &d->projects[0], &d->projects[0].kpis[0]);
    assert_non_null(item);
    buf_init(&b);
    watch_put(&b, item, LANGUAGE_EN);
    assert_string_equal(buf_cstr(&b), c->expected);
    buf_free(&b);
    plan_free(p);
    dataset_free(d);
}

static void a_shared_kpi_is_marked_and_others_are_left_out(void **state)
{
    static const char spec[] = "U=件 T2016=200 A2016=198";
    dataset *d = spec_dataset(spec);
    plan *p = spec_plan("Y2016");
    watch_list near;

    (void)state;
    for (int i = 0; i < 3; i++) {
        project *more = dataset_add_project(d);

        more->name = "別の事業";
        assert_true(spec_kpi(d, more, spec));
        more->relisted = i == 1;
        more->superseded = i == 2;
    }
    d->projects[0].kpis[0].group = d->projects[1].kpis[0].group = 1;
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(watch_find(&near, &d->memory, d, p, NULL), KPI_OK);
    assert_int_equal(near.count, 2);
    assert_false(near.items[0].again);
    assert_true(near.items[1].again);
    assert_ptr_equal(near.items[1].project, &d->projects[1]);
    plan_free(p);
    dataset_free(d);
}

static void says_when_memory_runs_out(void **state)
{
    dataset *d = spec_dataset("U=件 T2016=200 A2016=198");
    plan *p = spec_plan("Y2016");
    kpi_status status = KPI_E_NOMEM;
    watch_list out;

    (void)state;
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    for (size_t room = 1; status != KPI_OK; room += 16) {
        arena memory;
        kpi_error err = { .status = KPI_OK };

        assert_true(room < 65536);
        arena_init(&memory, room);
        status = watch_find(&out, &memory, d, p, &err);
        assert_true(status == KPI_OK || status == KPI_E_LIMIT);
        assert_int_equal(err.status, status);
        arena_free(&memory);
    }
    plan_free(p);
    dataset_free(d);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ROWS(tests, n, tells_what_is_missing, cases);
    TEST_ROWS(tests, n, tells_what_becomes_of_the_project, projects);
    TEST_ONE(tests, n, the_figure_is_the_nearest_with_the_grade);
    TEST_ONE(tests, n, a_shared_kpi_is_marked_and_others_are_left_out);
    TEST_ONE(tests, n, says_when_memory_runs_out);
    return run_tests("watch", tests, n);
}
