/*
 * test_whatif.c - whose grade another plan changes, and which step does it
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "kpi/achievement.h"
#include "kpi/whatif.h"
#include "output/whatif_report.h"
#include "support/kpi_spec.h"

static const struct step_case {
    const char *label, *before, *after, *kpi;
    const char *grades; /* "C>B rounding": the project's, and the step */
} steps[] = {
    { "nothing_changes", "Y2016", "Y2016", "U=件 T2016=200 A2016=199", "" },
    { "the_exact_value_is_graded", "Y2016", "Y2016 exact",
      "U=件 T2016=200 A2016=199", "B>C rounding" },
    { "digits_are_cut_off", "Y2016", "Y2016 floor",
      "U=件 T2016=200 A2016=199", "B>C rounding" },
    { "another_rounding_far_from_a_bound", "Y2016", "Y2016 floor",
      "U=件 T2016=200 A2016=190", "" },
    { "progress_in_place_of_a_ratio", "Y2016", "Y2016 up=progress",
      "U=件 B2014=100 T2016=200 A2016=160", "C>D formula" },
    { "a_mirror_in_place_of_the_inverse", "Y2016", "Y2016 down=mirror",
      "U=件 T2016=100 q=以下 A2016=140", "C>D formula" },
    { "a_rule_for_the_kpi", "Y2016", "Y2016 kind=annual",
      "U=件 T2015-2019=100 A2015=c10 A2016=c30", "C>D kpis" },
    { "another_year", "Y2016", "Y2015", "U=件 T2016=100 A2015=50 A2016=80",
      "C>D years" },
    { "another_period", "Y2016 2015-2019", "Y2016 2013-2019",
      "U=件 T=100 累計 A2015=c20 A2016=c30", "C>D years" },
    { "the_first_step_is_named", "Y2016", "Y2016 exact up=progress",
      "U=件 B2014=100 T2016=200 A2016=199", "B>C formula" },
};

static whatif compare(dataset *d, const plan *before, const plan *after)
{
    whatif w;

    assert_int_equal(whatif_compare(&w, &d->memory, d, before, after, NULL),
                     KPI_OK);
    return w;
}

static void names_the_step_that_changes_a_grade(void **state)
{
    const struct step_case *c = *state;
    dataset *d = spec_dataset(c->kpi);
    plan *before = spec_plan(c->before), *after = spec_plan(c->after);
    char got[64] = "";
    whatif w;

    assert_non_null(d);
    w = compare(d, before, after);
    for (size_t i = 0; i < w.count; i++)
        snprintf(got, sizeof(got), "%s>%s %s", w.items[i].before.grade,
                 w.items[i].after.grade, whatif_step_id(w.items[i].step));
    assert_string_equal(got, c->grades);
    assert_int_equal(w.count, got[0] == '\0' ? 0 : 2); /* project and KPI */
    assert_int_equal(w.projects_compared, 1);
    assert_int_equal(w.kpis_compared, 1);
    plan_free(before);
    plan_free(after);
    dataset_free(d);
}

/* ---- Projects --------------------------------------------------------- */

static void another_project_rule_changes_the_project_alone(void **state)
{
    dataset *d = spec_dataset("U=件 T2016=100 A2016=110");
    plan *before = spec_plan("Y2016"), *after = spec_plan("Y2016 rule=worst");
    whatif w;

    (void)state;
    assert_true(spec_kpi(d, &d->projects[0], "U=件 T2016=100 A2016=60"));
    w = compare(d, before, after);
    assert_int_equal(w.count, 1);
    assert_int_equal(w.projects, 1);
    assert_int_equal(w.kpis, 0);
    assert_null(w.items[0].kpi);
    assert_int_equal(w.items[0].step, WHATIF_RULE);
    assert_string_equal(w.items[0].before.shown, "110%");
    assert_string_equal(w.items[0].after.shown, "60%");
    assert_int_equal(w.project_steps[WHATIF_RULE], 1);
    assert_int_equal(w.totals_before.by_grade[1], 1);
    assert_int_equal(w.totals_after.by_grade[3], 1);
    plan_free(before);
    plan_free(after);
    dataset_free(d);
}

static void a_status_no_longer_graded_loses_its_grade(void **state)
{
    static plan_category ended[] = { { "終了", "終了" } };
    static plan_category other[] = { { "対象外", "対象外" } };
    dataset *d = spec_dataset("U=件 T2016=100 A2016=110");
    plan *before = spec_plan("Y2016"), *after = spec_plan("Y2016");
    whatif w;

    (void)state;
    d->projects[0].declared_status = "終了";
    before->categories = other;
    after->categories = ended;
    before->category_count = after->category_count = 1;
    w = compare(d, before, after);
    assert_int_equal(w.projects, 1);
    assert_int_equal(w.items[0].step, WHATIF_STATUS);
    assert_string_equal(w.items[0].before.grade, "B");
    assert_string_equal(w.items[0].after.grade, "");
    assert_string_equal(w.items[0].after.reason,
                        no_rate_reason_text(REASON_NOT_COUNTED, LANGUAGE_JA));
    plan_free(before);
    plan_free(after);
    dataset_free(d);
}

static void the_first_assessment_stays(void **state)
{
    dataset *d = spec_dataset("U=件 T2016=200 A2016=199");
    plan *before = spec_plan("Y2016"), *after = spec_plan("Y2015 exact");
    kpi_assessment kept;
    size_t findings;

    (void)state;
    assert_int_equal(achievement_assess(d, before, NULL), KPI_OK);
    kept = d->projects[0].kpis[0].assessment;
    findings = d->findings.count;
    compare(d, before, after);
    assert_ptr_equal(kept.grade, d->projects[0].kpis[0].assessment.grade);
    assert_ptr_equal(kept.explain,
                     d->projects[0].kpis[0].assessment.explain);
    assert_string_equal(kept.grade, "B");
    assert_string_equal(d->projects[0].assessment.grade, "B");
    assert_int_equal(d->fiscal_year, 2016);
    assert_int_equal(d->findings.count, findings);
    plan_free(before);
    plan_free(after);
    dataset_free(d);
}

static void shared_and_relisted_kpis_are_compared_once(void **state)
{
    static const char spec[] = "U=件 T2016=200 A2016=199";
    dataset *d = spec_dataset(spec);
    plan *before = spec_plan("Y2016"), *after = spec_plan("Y2016 exact");
    whatif w;

    (void)state;
    for (int i = 0; i < 3; i++) {
        project *more = dataset_add_project(d);

        more->name = "別の事業";
        assert_true(spec_kpi(d, more, spec));
        more->relisted = i == 1;
        more->superseded = i == 2;
    }
    d->projects[0].kpis[0].group = d->projects[1].kpis[0].group = 1;
    w = compare(d, before, after);
    assert_int_equal(w.projects_compared, 2);
    assert_int_equal(w.projects, 2);
    assert_int_equal(w.kpis_compared, 1);
    assert_int_equal(w.kpis, 1);
    plan_free(before);
    plan_free(after);
    dataset_free(d);
}

/* ---- Reports ---------------------------------------------------------- */

static const struct report_case {
    const char *label;
    bool json;
    plan_language language;
    const char *expected[4];
} reports[] = {
    { "text_in_japanese", false, LANGUAGE_JA,
      { "計画: a.yaml → b.yaml\n"
        "  端数処理: 小数0桁に四捨五入、表示の値で判定 → "
        "小数0桁に四捨五入、端数処理前の値で判定\n",
        "計算による判定:\n  前: A 0 B 1 C 0 D 0\n  後: A 0 B 0 C 1 D 0\n"
        "判定が変わる事業: 1/1 (端数処理 1)\n"
        "判定が変わるKPI: 1/1 (端数処理 1)\n",
        "事業: B → C [理由: 端数処理]\n    前: 最良のKPI",
        "  指標1: B → C [理由: 端数処理]\n"
        "      前: 199 ÷ 200 = 99.5% → 100% → B (100–119)\n"
        "      後: 199 ÷ 200 = 99.5% → C (70–<100)\n" } },
    { "text_in_english", false, LANGUAGE_EN,
      { "plan: a.yaml → b.yaml\n  rounding: 0 digits half up, graded on the "
        "shown value → 0 digits half up, graded on the exact value\n",
        "projects with another grade: 1/1 (rounding 1)\n",
        "事業: B → C [because of: rounding]", "      before: 199 ÷ 200" } },
    { "json", true, LANGUAGE_EN,
      { "{\"schema\":\"kpibook.whatif/1\",\"before\":{\"plan\":\"a.yaml\","
        "\"grades\":[{\"grade\":\"A\",\"projects\":0},{\"grade\":\"B\","
        "\"projects\":1}",
        "\"settings\":[{\"step\":\"rounding\",",
        "\"projects\":{\"compared\":1,\"changed\":1,\"steps\":{\"years\":0,",
        "{\"project\":\"事業\",\"bureau\":null,\"kpi\":null,\"step\":"
        "\"rounding\",\"before\":{\"rate\":0.995,\"rate_exact\":\"199/200\","
        "\"shown\":\"100%\",\"grade\":\"B\",\"reason\":null," } },
};

static void reports_what_changes(void **state)
{
    const struct report_case *c = *state;
    dataset *d = spec_dataset("U=件 T2016=200 A2016=199");
    plan *before = spec_plan("Y2016"), *after = spec_plan("Y2016 exact");
    whatif w;
    buf b;

    before->file = "a.yaml";
    after->file = "b.yaml";
    w = compare(d, before, after);
    buf_init(&b);
    if (c->json)
        whatif_put_json(&b, &w, d, c->language);
    else
        whatif_put_text(&b, &w, c->language);
    for (size_t i = 0; i < 4; i++)
        if (strstr(buf_cstr(&b), c->expected[i]) == NULL)
            fail_msg("no \"%s\" in\n%s", c->expected[i], buf_cstr(&b));
    buf_free(&b);
    plan_free(before);
    plan_free(after);
    dataset_free(d);
}

static void says_when_memory_runs_out(void **state)
{
    dataset *d = spec_dataset("U=件 T2016=200 A2016=199");
    plan *p = spec_plan("Y2016");
    plan *other = spec_plan("Y2016 exact");
    kpi_status status = KPI_E_NOMEM;
    whatif out;

    (void)state;
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    for (size_t room = 1; status != KPI_OK; room += 16) {
        arena memory;
        kpi_error err = { .status = KPI_OK };

        assert_true(room < 65536);
        arena_init(&memory, room);
        status = whatif_compare(&out, &memory, d, p, other, &err);
        assert_true(status == KPI_OK || status == KPI_E_NOMEM);
        assert_int_equal(err.status, status);
        arena_free(&memory);
    }
    plan_free(other);
    plan_free(p);
    dataset_free(d);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, names_the_step_that_changes_a_grade, steps);
    TEST_ROWS(tests, n, reports_what_changes, reports);
    TEST_ONE(tests, n, another_project_rule_changes_the_project_alone);
    TEST_ONE(tests, n, a_status_no_longer_graded_loses_its_grade);
    TEST_ONE(tests, n, the_first_assessment_stays);
    TEST_ONE(tests, n, shared_and_relisted_kpis_are_compared_once);
    TEST_ONE(tests, n, says_when_memory_runs_out);
    return run_tests("whatif", tests, n);
}
