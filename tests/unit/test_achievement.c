/*
 * test_achievement.c - projects, explanations, findings and overrides
 *
 * What a single KPI's rate is stands in test_achievement_cases.c.
 */
#include "support/rows.h"

#include <string.h>

#include "kpi/achievement.h"
#include "kpi/grade.h"
#include "support/kpi_spec.h"

#define PLAN "Y2016 2015-2019 "

/* A dataset of one project whose KPIs are parted by '|'. */
static dataset *several(const char *specs)
{
    dataset *d = NULL;

    while (specs != NULL) {
        const char *end = strchr(specs, '|');
        char one[512] = "";
        size_t length = end == NULL ? strlen(specs) : (size_t)(end - specs);

        assert_true(length < sizeof(one));
        memcpy(one, specs, length);
        if (d == NULL)
            d = spec_dataset(one);
        else
            assert_true(spec_kpi(d, &d->projects[0], one));
        assert_non_null(d);
        specs = end == NULL ? NULL : end + 1;
    }
    return d;
}

static void assess(dataset *d, const plan *p)
{
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
}

static const finding *find(const dataset *d, const char *rule)
{
    for (size_t i = 0; i < d->findings.count; i++)
        if (strcmp(d->findings.items[i].rule, rule) == 0)
            return &d->findings.items[i];
    return NULL;
}

static size_t count_rule(const dataset *d, const char *rule)
{
    size_t n = 0;

    for (size_t i = 0; i < d->findings.count; i++)
        n += strcmp(d->findings.items[i].rule, rule) == 0;
    return n;
}

/* ---- Explanations ----------------------------------------------------------- */

static const struct explain_case {
    const char *label, *kpi, *plan, *explain;
} explain_rows[] = {
    { "explains a total", "T2015-2019=1000 A2016=c305", PLAN,
      "305 ÷ (1,000 × 2/5) = 76.25% → 76% → C (70–99)" },
    { "explains years added up", "T2015-2019=1000 A2015=142 A2016=163", PLAN,
      "(142 + 163) ÷ (1,000 × 2/5) = 76.25% → 76% → C (70–99)" },
    { "explains a level", "B2014=137 T2019=330 A2016=223", PLAN,
      "223 ÷ (137 + (330 − 137) × 2/5) ≈ 104.11% → 104% → B (100–119)" },
    { "does not repeat a percentage", "T2016=25 A2016=20", PLAN,
      "20 ÷ 25 = 80% → C (70–99)" },
    { "explains a conversion", "U=兆円 T2016=1 A2016=906億円", PLAN,
      "0.0906（906億円） ÷ 1 = 9.06% → 9% → D (–69)" },
    { "names the inverse", "T2016=80 q=以下 A2016=90", PLAN,
      "80 ÷ 90 ≈ 88.89% → 89% → C (70–99)（逆比 inverse）" },
    { "names the mirror", "T2016=80 q=以下 A2016=90", PLAN "down=mirror",
      "2 − 90 ÷ 80 = 87.5% → 88% → C (70–99)（鏡像 mirror）" },
    { "explains progress", "U=位 B2014=4 T2019=1 A2016=3", PLAN,
      "(3 − 4) ÷ ((4 + (1 − 4) × 2/5) − 4) ≈ 83.33% → 83% → C (70–99)"
      "（進捗 progress）" },
    { "explains keeping", "T2019=100 direction=keep A2016=96",
      PLAN "tolerance=0.05",
      "|96 − 100| ≤ 100 × 5% = 100% → B (100–119)（維持 keep）" },
    { "explains a milestone", "T2016=改定 A2016=-:改定済", PLAN,
      "「改定済」 達成 = 100% → B (100–119)" },
    { "explains a reason", "B2016=0 T2019=348 A2016=-198", PLAN,
      "(-198) ÷ 348：実績値と期待値の符号が異なる（▼基準値より悪化）" },
    { "explains what is missing", "T2015-2019=9 A2015=-:－ A2016=3", PLAN,
      "平成27年度(2015)の実績値がないため累計を計算できない" },
    { "marks the final target", "T2019=80 A2016=26.3", PLAN,
      "26.3 ÷ 80 = 32.875% → 33% → D (–69)（最終目標比）" },
    { "marks what is ahead", "T2017-2019=9 A2016=c11", PLAN,
      "11 ÷ 9 ≈ 122.22% → 122% → A (120–)（先行）" },
    { "names exact bands", "T2016=200 A2016=143", PLAN "exact",
      "143 ÷ 200 = 71.5% → 72% → C (70–<100)" },
    { "speaks English", "T2019=80 A2016=26.3", PLAN "english",
      "26.3 ÷ 80 = 32.875% → 33% → D (–69) (against the final target)" },
    { "says in English what is missing", "T2019=80 A2016=-:調査中",
      PLAN "english", "the actual is pending" },
};

static void explains(void **state)
{
    const struct explain_case *c = *state;
    dataset *d = spec_dataset(c->kpi);
    plan *p = spec_plan(c->plan);

    assess(d, p);
    assert_string_equal(d->projects[0].kpis[0].assessment.explain,
                        c->explain);
    plan_free(p);
    dataset_free(d);
}

/* ---- Project rules ------------------------------------------------------------ */

#define THREE "T2016=100 A2016=50|T2016=100 A2016=-:－|T2016=100 A2016=110|" \
              "T2016=100 A2016=80"

static const struct rule_case {
    const char *label, *kpis, *plan, *shown, *grade;
    no_rate_reason reason;
} rule_rows[] = {
    { "takes the best", THREE, PLAN "rule=best", "110%", "B", REASON_NONE },
    { "takes the worst", THREE, PLAN "rule=worst", "50%", "D", REASON_NONE },
    { "takes the mean of those with a rate", THREE, PLAN "rule=mean", "80%",
      "C", REASON_NONE },
    { "weighs all alike without weights", THREE, PLAN "rule=weighted", "80%",
      "C", REASON_NONE },
    { "takes the first", THREE, PLAN "rule=first", "50%", "D", REASON_NONE },
    { "passes over a first one without a rate",
      "T2016=9 A2016=-:－|T2016=100 A2016=77", PLAN "rule=first", "77%", "C",
      REASON_NONE },
    { "counts those that were reached", THREE, PLAN "rule=reached", "33%",
      "D", REASON_NONE },
    { "grades no project", THREE, PLAN "rule=none", "", "",
      REASON_NO_PROJECT_GRADE },
    { "has no grade without a rate", "T2016=9 A2016=-:調査中", PLAN, "", "",
      REASON_PENDING },
    { "has no one reason when there are several",
      "T2016=9 A2016=-:調査中|T2016=9 A2016=-:－", PLAN, "", "",
      REASON_NO_KPI },
    { "grades nothing without a plan", THREE, "Y2016 ungiven", "", "",
      REASON_NO_PLAN },
};

static void combines(void **state)
{
    const struct rule_case *c = *state;
    dataset *d = several(c->kpis);
    plan *p = spec_plan(c->plan);
    const project_assessment *a = &d->projects[0].assessment;

    assess(d, p);
    assert_string_equal(a->shown, c->shown);
    assert_string_equal(a->grade, c->grade);
    assert_int_equal(a->reason, c->reason);
    assert_string_equal(a->reason_text,
                        no_rate_reason_text(c->reason, LANGUAGE_JA));
    plan_free(p);
    dataset_free(d);
}

static void names_the_rule_and_the_rates_of_a_project(void **state)
{
    dataset *d = several("T2015-2019=1000 A2016=c305|"
                         "T2015-2019=6000 A2016=c2192");
    plan *p = spec_plan(PLAN);

    (void)state;
    assess(d, p);
    assert_string_equal(d->projects[0].assessment.explain,
                        "最良のKPI（指標1 76%、指標2 91%） ≈ 91.33% → 91% → "
                        "C (70–99)");
    plan_free(p);
    dataset_free(d);
}

static void weighs_by_the_rules_of_the_plan(void **state)
{
    dataset *d = several("T2016=100 A2016=50|T2016=100 A2016=110");
    plan *p = spec_plan(PLAN "rule=weighted");

    (void)state;
    p->kpi_rules[0].match = "指標２";
    p->kpi_rules[0].has_weight = true;
    p->kpi_rule_count = 1;
    assert_true(number_from_int(&p->memory, &p->kpi_rules[0].weight, 3));
    assess(d, p);
    assert_string_equal(d->projects[0].assessment.shown, "95%");
    plan_free(p);
    dataset_free(d);
}

static void the_first_matching_rule_that_sets_a_thing_decides(void **state)
{
    dataset *d = spec_dataset("U=件 B2014=10 T2019=20 A2016=18");
    plan *p = spec_plan(PLAN);
    plan_kpi_rule rules[] = {
        { .match = "他*", .project = "", .code = "", .kind = KIND_LEVEL },
        { .match = "", .project = "事*", .code = "", .from = 2016 },
        { .match = "指標?", .project = "", .code = "",
          .kind = KIND_CUMULATIVE, .from = 2015, .to = 2017 },
        { .match = "", .project = "", .code = "", .kind = KIND_ANNUAL },
    };

    (void)state;
    p->kpi_rules = rules;
    p->kpi_rule_count = sizeof(rules) / sizeof(*rules);
    assess(d, p);
    assert_string_equal(d->projects[0].kpis[0].assessment.explain,
                        "18 ÷ (20 × 1/2) = 180% → A (120–)");
    plan_free(p);
    dataset_free(d);
}

/* ---- Statuses, overrides, final grades ---------------------------------------- */

static void never_grades_what_is_not_counted(void **state)
{
    static plan_category categories[] = { { "数値目標対象外", "対象外" } };
    dataset *d = spec_dataset("T2016=100 A2016=110");
    plan *p = spec_plan(PLAN);
    project *item = &d->projects[0];

    (void)state;
    item->declared_status = "数値目標 対象外";
    p->categories = categories;
    p->category_count = 1;
    assess(d, p);
    assert_int_equal(item->assessment.reason, REASON_NOT_COUNTED);
    assert_string_equal(item->assessment.grade, "");
    assert_string_equal(item->assessment.final_grade, "");
    assert_string_equal(item->kpis[0].assessment.shown, "110%");
    assert_string_equal(item->kpis[0].assessment.grade, "");
    assert_string_equal(item->assessment.explain,
                        "数値目標 対象外：評価の対象外（達成率は参考）"
                        "（指標1 110%）");
    item->declared_status = "一部調査中";
    assess(d, p);
    assert_string_equal(item->assessment.grade, "B");
    p->category_count = 0;
    assess(d, p);
    assert_int_equal(item->assessment.reason, REASON_NOT_COUNTED);
    plan_free(p);
    dataset_free(d);
}

static void applies_overrides(void **state)
{
    static plan_override overrides[] = {
        { "事 業", "", "B", "審議会の意見", "企画課", "2017-06-01", 3 },
        { "事業", "指標１", "A", "別集計", "", "", 4 },
    };
    dataset *d = spec_dataset("T2016=100 A2016=50");
    plan *p = spec_plan(PLAN);
    project *item = &d->projects[0];

    (void)state;
    p->overrides = overrides;
    p->override_count = 2;
    item->declared_grade = "C";
    assess(d, p);
    assert_string_equal(item->assessment.grade, "D");
    assert_string_equal(item->override.grade, "B");
    assert_string_equal(item->override.reason, "審議会の意見");
    assert_string_equal(item->assessment.final_grade, "B");
    assert_non_null(strstr(item->assessment.explain,
                           "；判定を変更：B [審議会の意見, 企画課, "
                           "2017-06-01]"));
    assert_string_equal(item->kpis[0].assessment.grade, "D");
    assert_string_equal(item->kpis[0].assessment.final_grade, "A");
    assert_string_equal(item->kpis[0].override.reason, "別集計");
    plan_free(p);
    dataset_free(d);
}

static const struct final_case {
    const char *label, *kpi, *declared;
    grade_choice choice;
    bool suggest;
    const char *final;
} final_rows[] = {
    { "declared is final", "T2016=9 A2016=9", "C", GRADE_DECLARED, false,
      "C" },
    { "declared is final before computed", "T2016=9 A2016=9", "C",
      GRADE_FINAL, false, "C" },
    { "computed is final when the plan counts it", "T2016=9 A2016=9", "C",
      GRADE_COMPUTED, false, "B" },
    { "computed is final when none is declared", "T2016=9 A2016=9", "",
      GRADE_DECLARED, false, "B" },
    { "declared is final when none is computed", "T2016=9 A2016=-:－", "C",
      GRADE_COMPUTED, false, "C" },
    { "a suggestion is never final", "T2016=9 A2016=9", "", GRADE_COMPUTED,
      true, "" },
};

static void chooses_the_final_grade(void **state)
{
    const struct final_case *c = *state;
    dataset *d = spec_dataset(c->kpi);
    plan *p = spec_plan(PLAN);

    p->count_grade = c->choice;
    p->suggest_only = c->suggest;
    d->projects[0].declared_grade = c->declared;
    assess(d, p);
    assert_string_equal(d->projects[0].assessment.final_grade, c->final);
    assert_int_equal(d->projects[0].assessment.suggestion, c->suggest);
    if (c->suggest)
        assert_non_null(strstr(d->projects[0].assessment.explain,
                               "（目安）"));
    plan_free(p);
    dataset_free(d);
}

/* ---- Findings ------------------------------------------------------------------ */

static const struct finding_case {
    const char *label, *kpi, *plan, *rule; /* rule NULL: no finding at all */
    const char *args[2];
} finding_rows[] = {
    { "a total or a level, another grade",
      "B2014=40 T2019=200 A2015=52 A2016=c94", PLAN, "kind-ambiguous",
      { "118% (B)", "90% (C)" } },
    { "a total or a level, expected below the baseline",
      "B2014=35 T2019=50 A2015=48 A2016=c59", PLAN, "kind-ambiguous",
      { "295% (A)", "144% (A)" } },
    { "a total or a level, the same grade", "B2014=2 T2019=300 A2016=c22",
      PLAN, NULL, { NULL, NULL } },
    { "a total that the plan pins", "B2014=40 T2019=200 A2016=c94",
      PLAN "kind=cumulative", NULL, { NULL, NULL } },
    { "a total of a period", "B2014=115 T2015-2019=1000 A2016=c305", PLAN,
      NULL, { NULL, NULL } },
    { "a yearly target and a total so far",
      "T=100 per-year A2015=90 A2016=c180", PLAN, "kind-ambiguous",
      { "180% (A)", "450% (A)" } },
    { "an unmarked figure that could be a total",
      "T2015-2019=1000 A2015=142 A2016=305", PLAN, "cumulative-unmarked",
      { "112% (B)", "76% (C)" } },
    { "an unmarked figure that falls", "T2015-2019=1000 A2015=142 A2016=141",
      PLAN, NULL, { NULL, NULL } },
    { "an unmarked figure of the first year", "T2016-2019=40 A2016=35", PLAN,
      NULL, { NULL, NULL } },
    { "an unmarked figure that the plan explains",
      "T2015-2019=1000 A2015=142 A2016=305", PLAN "actuals=running", NULL,
      { NULL, NULL } },
    { "an unmarked figure after a missing year",
      "T2019=3000 累計 A2015=-:－ A2016=774", PLAN, "cumulative-unmarked",
      { "平成27年度(2015)の実績値がないため累計を計算できない",
        "65% (D)" } },
    { "counters that differ", "U=社 T2016=2 A2016=1件", PLAN, "unit-differs",
      { "件", "社" } },
    { "units that do not go together", "U=％ T2016=2 A2016=1円", PLAN,
      "unit-incompatible", { "円", "％" } },
    { "a target below its baseline", "B2014=100 T2019=80 A2016=90", PLAN,
      "target-below-baseline", { "100", "80" } },
    { "a target below its baseline, lower is better",
      "B2014=100 T2019=80 q=以下 A2016=90", PLAN, NULL, { NULL, NULL } },
    { "a rank below its baseline", "U=位 B2014=4 T2019=1 A2016=3", PLAN,
      NULL, { NULL, NULL } },
    { "a baseline in the target year", "B2019=1 T2019=2 A2016=1", PLAN,
      "baseline-not-before-target", { "2019", "2019" } },
};

static void reports(void **state)
{
    const struct finding_case *c = *state;
    dataset *d = spec_dataset(c->kpi);
    plan *p = spec_plan(c->plan);
    const finding *f;

    assess(d, p);
    if (c->rule == NULL) {
        assert_int_equal(d->findings.count, 0);
    } else {
        f = find(d, c->rule);
        assert_non_null(f);
        assert_int_equal(d->findings.count, 1);
        assert_string_equal(f->args[0], c->args[0]);
        assert_string_equal(f->args[1], c->args[1]);
        assert_string_equal(f->project, "事業");
        assert_string_equal(f->field, "指標1");
        assert_true(f->where.has_cell);
    }
    plan_free(p);
    dataset_free(d);
}

static const struct differs_case {
    const char *label, *kpis, *plan, *declared, *computed, *others;
} differs_rows[] = {
    { "taken as a running total", "B2014=400 T2019=1000 A2015=75 A2016=345",
      PLAN, "C", "D", "累計とみなせば86%でC" },
    { "no other reading", "B2014=137 T2019=330 A2015=217 A2016=223", PLAN,
      "C", "B", "他のどの読み方でもCにはならない" },
    { "another rounding", "T2016=1000 A2016=1196", PLAN, "B", "A",
      "切り捨てた値で判定すれば119%でB、端数処理前の値で判定すれば119.6%でB" },
    { "another project rule", "T2016=10 A2016=5|T2016=10 A2016=12", PLAN, "C",
      "A", "KPIの平均で判定すれば85%でC" },
    { "the years added up", "T2015-2019=5 A2015=1 A2016=c1", PLAN, "B", "D",
      "各年度の値の合計とみなせば100%でB" },
    { "taken as a level", "B2014=6 T2015-2019=25 A2015=9 A2016=c14", PLAN,
      "B", "A", "水準とみなせば103%でB" },
    { "another formula", "T2016=100 q=以下 A2016=400", PLAN "down=mirror",
      "Z", "D", "他のどの読み方でもZにはならない" },
    { "progress", "B2014=100 T2016=200 A2016=150", PLAN, "D", "C",
      "基準値からの進捗とみなせば50%でD" },
    { "names the KPI among several",
      "B2014=400 T2019=1000 A2015=75 A2016=345|T2016=10 A2016=1", PLAN, "C",
      "D", "「指標1」を累計とみなせば86%でC" },
    { "in English", "B2014=400 T2019=1000 A2015=75 A2016=345",
      PLAN "english", "C", "D", "taken as a running total: 86% (C)" },
};

static void says_what_else_would_give_the_declared_grade(void **state)
{
    const struct differs_case *c = *state;
    dataset *d = several(c->kpis);
    plan *p = spec_plan(c->plan);
    const finding *f;

    d->projects[0].declared_grade = c->declared;
    assess(d, p);
    f = find(d, "grade-differs");
    assert_non_null(f);
    assert_string_equal(f->args[0], c->declared);
    assert_string_equal(f->args[1], c->computed);
    assert_string_equal(f->args[2], d->projects[0].assessment.explain);
    assert_string_equal(f->args[3], c->others);
    assert_true(d->projects[0].assessment.compared);
    assert_false(d->projects[0].assessment.agrees);
    plan_free(p);
    dataset_free(d);
}

static void compares_grades_of_any_width(void **state)
{
    dataset *d = spec_dataset("T2016=10 A2016=10");
    plan *p = spec_plan(PLAN);

    (void)state;
    d->projects[0].declared_grade = "Ｂ";
    assess(d, p);
    assert_true(d->projects[0].assessment.agrees);
    assert_int_equal(d->findings.count, 0);
    plan_free(p);
    dataset_free(d);
}

static void reports_nothing_of_a_relisted_project(void **state)
{
    dataset *d = spec_dataset("U=社 T2016=10 A2016=1件");
    plan *p = spec_plan(PLAN);

    (void)state;
    d->projects[0].declared_grade = "A";
    d->projects[0].relisted = true;
    assess(d, p);
    assert_string_equal(d->projects[0].assessment.grade, "D");
    assert_false(d->projects[0].assessment.agrees);
    assert_int_equal(d->findings.count, 0);
    plan_free(p);
    dataset_free(d);
}

static void reports_a_shared_kpi_once(void **state)
{
    dataset *d = spec_dataset("U=社 T2016=10 A2016=1件");
    project *second = dataset_add_project(d);
    plan *p = spec_plan(PLAN);

    (void)state;
    second->name = "別の事業";
    assert_true(spec_kpi(d, second, "U=社 T2016=10 A2016=1件"));
    assess(d, p);
    assert_int_equal(count_rule(d, "unit-differs"), 2);
    d->findings.count = 0;
    d->projects[0].kpis[0].group = second->kpis[0].group = 1;
    assess(d, p);
    assert_int_equal(count_rule(d, "unit-differs"), 1);
    plan_free(p);
    dataset_free(d);
}

/* ---- The year and the memory ------------------------------------------------- */

static void takes_the_newest_year_with_an_actual(void **state)
{
    dataset *d = spec_dataset("T2019=10 A2016=5 A2017=-:調査中");
    plan *p = spec_plan("2015-2019");

    (void)state;
    assess(d, p);
    assert_int_equal(d->fiscal_year, 2016);
    assert_int_equal(d->projects[0].kpis[0].assessment.fiscal_year, 2016);
    plan_free(p);
    dataset_free(d);
}

static void assesses_again_with_another_plan(void **state)
{
    dataset *d = spec_dataset("T2016=100 q=以下 A2016=50");
    plan *first = spec_plan(PLAN), *second = spec_plan(PLAN "down=mirror");

    (void)state;
    assess(d, first);
    assert_string_equal(d->projects[0].assessment.shown, "200%");
    assess(d, second);
    assert_string_equal(d->projects[0].assessment.shown, "150%");
    plan_free(first);
    plan_free(second);
    dataset_free(d);
}

static void every_allocation_may_fail(void **state)
{
    plan *p = spec_plan(PLAN);
    kpi_status status = KPI_E_NOMEM;

    (void)state;
    for (size_t more = 0; status != KPI_OK; more += 16) {
        dataset *d = several("U=社 B2014=40 T2019=200 A2016=c94件|"
                             "T2016=10 A2016=5");
        kpi_error err;

        d->projects[0].declared_grade = "C";
        d->memory.limit = d->memory.used + more;
        status = achievement_assess(d, p, &err);
        assert_true(status == KPI_OK || status == KPI_E_LIMIT);
        assert_true(more < 1 << 16);
        dataset_free(d);
    }
    plan_free(p);
}

static void every_reason_has_words_and_an_id_of_its_own(void **state)
{
    (void)state;
    for (int i = REASON_NONE + 1; i < REASON_COUNT; i++) {
        no_rate_reason r = (no_rate_reason)i;

        assert_true(no_rate_reason_text(r, LANGUAGE_JA)[0] != '\0');
        assert_true(no_rate_reason_text(r, LANGUAGE_EN)[0] != '\0');
        for (int j = 0; j < i; j++)
            assert_string_not_equal(no_rate_reason_id(r),
                                    no_rate_reason_id((no_rate_reason)j));
    }
}

int main(void)
{
    struct CMUnitTest tests[160];
    size_t n = 0;

    TEST_ROWS(tests, n, explains, explain_rows);
    TEST_ROWS(tests, n, combines, rule_rows);
    TEST_ONE(tests, n, names_the_rule_and_the_rates_of_a_project);
    TEST_ONE(tests, n, weighs_by_the_rules_of_the_plan);
    TEST_ONE(tests, n, the_first_matching_rule_that_sets_a_thing_decides);
    TEST_ONE(tests, n, never_grades_what_is_not_counted);
    TEST_ONE(tests, n, applies_overrides);
    TEST_ROWS(tests, n, chooses_the_final_grade, final_rows);
    TEST_ROWS(tests, n, reports, finding_rows);
    TEST_ROWS(tests, n, says_what_else_would_give_the_declared_grade,
              differs_rows);
    TEST_ONE(tests, n, compares_grades_of_any_width);
    TEST_ONE(tests, n, reports_nothing_of_a_relisted_project);
    TEST_ONE(tests, n, reports_a_shared_kpi_once);
    TEST_ONE(tests, n, takes_the_newest_year_with_an_actual);
    TEST_ONE(tests, n, assesses_again_with_another_plan);
    TEST_ONE(tests, n, every_allocation_may_fail);
    TEST_ONE(tests, n, every_reason_has_words_and_an_id_of_its_own);
    return run_tests("achievement", tests, n);
}
