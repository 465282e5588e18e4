/*
 * test_check.c - every rule of src/check: one case that breaks it and one,
 * as near as can be, that keeps it
 *
 * A case is a plan and KPIs in the words of kpi_spec.h (several KPIs stand
 * behind |), and where those do not reach, a function that changes the data.
 * Checked is the whole line: part, assessment, dataset.
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "check/check.h"
#include "kpi/achievement.h"
#include "support/kpi_spec.h"

#define PLAIN "U=人 B2014=115 T2015-2019=1000 A2015=142 A2016=c305"
#define PLAN "Y2016 2015-2019"

typedef void (*change)(dataset *d, plan *p);

typedef struct rule_case {
    const char *label; /* the rule */
    const char *plan, *bad, *good;
    change spoil, keep; /* NULL: nothing */
} rule_case;

/* ---- Changes ------------------------------------------------------------- */

static project *second(dataset *d, const char *name, const char *words)
{
    project *p = dataset_add_project(d);

    p->name = name;
    p->has_goal = true;
    p->goal.no = "Ⅰ";
    p->where = place_cell("S", 9, 0);
    assert_true(spec_kpi(d, p, words));
    return p;
}

static void name_kpi(dataset *d, const char *name)
{
    d->projects[0].kpis[0].name = name;
}

#define NAMED(function, text)                                               \
    static void function(dataset *d, plan *p)                               \
    {                                                                       \
        (void)p;                                                            \
        name_kpi(d, text);                                                  \
    }

NAMED(unnamed, "　")
NAMED(named_cases, "仲介件数（中高年）")
NAMED(named_people, "仲介人数（中高年）")
NAMED(named_change, "転入者の増減")
NAMED(named_mean, "1日平均の利用者数")
NAMED(named_growth, "売上高の前年比")

#define PROJECT(function, statement)                                        \
    static void function(dataset *d, plan *p)                               \
    {                                                                       \
        project *first = &d->projects[0];                                   \
        (void)p;                                                            \
        statement;                                                          \
    }

PROJECT(baseline_lost, first->kpis[0].baseline.value.known = false)
PROJECT(preliminary, first->kpis[0].actuals[1].state = STATE_PRELIMINARY)
PROJECT(nameless, first->name = "")
PROJECT(without_kpi, first->kpi_count = 0)
PROJECT(without_kpi_excluded, first->kpi_count = 0;
        first->declared_status = "数値目標対象外")
PROJECT(goalless, (void)first; second(d, "別の事業", PLAIN);
        d->projects[0].has_goal = false)
PROJECT(two_projects, (void)first; second(d, "別の事業", PLAIN))
PROJECT(one_bureau, (void)first;
        second(d, "別の事業", PLAIN)->bureau = "総務局")
PROJECT(two_bureaus, (void)first;
        second(d, "別の事業", PLAIN)->bureau = "総務局";
        d->projects[0].bureau = "環境局")
PROJECT(one_division, (void)first;
        second(d, "別の事業", PLAIN)->division = "商工課")
PROJECT(two_divisions, (void)first;
        second(d, "別の事業", PLAIN)->division = "商工課";
        d->projects[0].division = "市民課")
PROJECT(one_grade, (void)first;
        second(d, "別の事業", PLAIN)->declared_grade = "C")
PROJECT(grade_and_status, (void)first;
        second(d, "別の事業", PLAIN)->declared_grade = "C";
        d->projects[0].declared_status = "数値目標対象外")
PROJECT(rate_only_once, first->kpis[0].declared_rate.known = true)
PROJECT(rate_twice, first->kpis[0].declared_rate.known = true;
        first->kpis[1].declared_rate.known = true)
/* 32,701 characters of three bytes each, and one fewer. */
static const char *characters(dataset *d, size_t count)
{
    char *t = arena_alloc(&d->memory, 3 * count + 1);

    assert_non_null(t);
    for (size_t i = 0; i < count; i++)
        memcpy(t + 3 * i, "概", 3);
    t[3 * count] = '\0';
    return t;
}
PROJECT(long_summary, first->summary = characters(d, 32701))
PROJECT(long_enough_summary, first->summary = characters(d, 32700))
PROJECT(long_kpi_name, first->kpis[0].name = characters(d, 32701))
PROJECT(long_enough_kpi_name, first->kpis[0].name = characters(d, 32700))
PROJECT(long_measure, first->measure = characters(d, 32701))
PROJECT(long_enough_measure, first->measure = characters(d, 32700))
PROJECT(grade_e, first->declared_grade = "E")
PROJECT(grade_c_wide, first->declared_grade = "Ｃ")
PROJECT(period_back, first->has_period = true; first->period_from = 2019;
        first->period_to = 2015)
PROJECT(period_on, first->has_period = true; first->period_from = 2015;
        first->period_to = 2019)
PROJECT(same_project, (void)first; second(d, "事 業", PLAIN))
PROJECT(same_project_again, (void)first;
        second(d, "事 業", PLAIN)->relisted = true)
PROJECT(lost_original, (void)first;
        second(d, "別名の事業", PLAIN)->relisted = true)
PROJECT(codes_twice, first->kpis[0].code = "K-1"; first->kpis[1].code = "K-1")
PROJECT(codes_once, first->kpis[0].code = "K-1"; first->kpis[1].code = "K-2")
PROJECT(codes_counted, first->kpis[0].code = "①";
        first->kpis[1].code = "②";
        second(d, "別の事業", PLAIN)->kpis[0].code = "①")
PROJECT(codes_labelled, first->kpis[0].code = "KPI①";
        first->kpis[1].code = "KPI②";
        second(d, "別の事業", PLAIN)->kpis[0].code = "KPI①")
PROJECT(kpis_twice, first->kpis[1].name = "指標1")
PROJECT(again_other_figure, (void)first;
        second(d, "事業", "U=人 B2014=115 T2015-2019=1000 A2015=142 "
                          "A2016=-:－")->relisted = true)
PROJECT(elsewhere_other_figure, (void)first;
        second(d, "別の事業", "U=人 B2014=115 T2015-2019=1000 A2015=142 "
                              "A2016=c407"))
PROJECT(elsewhere_other_history, (void)first;
        second(d, "別の事業", "U=人 B2014=115 T2015-2019=1000 A2015=143 "
                              "A2016=c407"))
PROJECT(total_of_two, first->kpis[0].name = "参加者数（合計）";
        first->kpis[1].name = "参加者数（小学校）";
        first->kpis[2].name = "参加者数（中学校）")
PROJECT(rate_wrong, first->kpis[0].declared_rate.known = true;
        number_from_decimal(&d->memory, &first->kpis[0].declared_rate.value,
                            text_of("0.867"));
        first->kpis[0].declared_rate_text = "86.7%")
PROJECT(rate_plain, first->kpis[0].declared_rate.known = true;
        number_from_decimal(&d->memory, &first->kpis[0].declared_rate.value,
                            text_of("0.867"));
        first->kpis[0].declared_rate_text = "86.7%")
PROJECT(rate_right, first->kpis[0].declared_rate.known = true;
        number_from_decimal(&d->memory, &first->kpis[0].declared_rate.value,
                            text_of("0.762"));
        first->kpis[0].declared_rate_text = "76.2%")
PROJECT(grade_b, first->declared_grade = "B")
PROJECT(grade_c, first->declared_grade = "C")

PROJECT(override_grade, first->override.grade = "B";
        first->override.reason = "台風で2回中止したため")

static void status_unknown(dataset *d, plan *p)
{
    static plan_category known[] = { { "数値目標対象外", "対象外" } };

    d->projects[0].declared_status = "目標なし";
    p->categories = known;
    p->category_count = 1;
}

static void status_known(dataset *d, plan *p)
{
    status_unknown(d, p);
    d->projects[0].declared_status = "数値目標対象外";
}

static void goal_nine(dataset *d, plan *p)
{
    static heading goals[] = { { "Ⅰ", "しごと" }, { "Ⅱ", "ひと" } };

    d->projects[0].goal.no = "Ⅸ";
    p->goals = goals;
    p->goal_count = 2;
}

static void goal_one(dataset *d, plan *p)
{
    goal_nine(d, p);
    d->projects[0].goal.no = "1";
}

static void roster(dataset *d, plan *p)
{
    static plan_department known[] = {
        { .name = "環境局", .contact = "" },
        { .name = "総務局", .contact = "" },
    };

    (void)d;
    p->departments = known;
    p->department_count = 2;
}

static void sent_by_one(dataset *d, plan *p)
{
    roster(d, p);
    d->sources[0].department = "環境局";
    d->projects[0].bureau = "環境局環境監視課";
}

static void sent_by_other(dataset *d, plan *p)
{
    sent_by_one(d, p);
    d->projects[0].bureau = "総務局";
}

/* ---- The cases ----------------------------------------------------------- */

static const rule_case cases[] = {
    /* missing */
    { "actual-blank", PLAN, "U=人 T2019=9 A2015=5 A2016=-:",
      "U=人 T2019=9 A2015=5 A2016=6 A2017=-:", NULL, NULL },
    { "actual-missing", PLAN, "U=人 T2019=9 A2015=5 A2016=-:－",
      "U=人 T2019=9 A2015=5 A2016=-:—（H30～）", NULL, NULL },
    { "actual-pending", PLAN, "U=人 T2019=9 A2015=5 A2016=-:調査中",
      "U=人 T2019=9 A2015=-:調査中 A2016=5", NULL, NULL },
    { "actual-preliminary", PLAN, PLAIN, PLAIN, preliminary, NULL },
    { "baseline-value-missing", PLAN, PLAIN, PLAIN, baseline_lost, NULL },
    { "baseline-year-missing", PLAN, "U=人 B=4 T2019=9 A2016=5",
      "U=人 B2014=4 T2019=9 A2016=5", NULL, NULL },
    { "bureau-missing", PLAN, PLAIN, PLAIN, one_bureau, two_bureaus },
    { "bureau-missing", PLAN, PLAIN, PLAIN, one_division, two_divisions },
    { "goal-missing", PLAN, PLAIN, PLAIN, goalless, two_projects },
    { "grade-missing", PLAN, PLAIN, PLAIN, one_grade, grade_and_status },
    { "kpi-name-missing", PLAN, PLAIN, PLAIN, unnamed, NULL },
    { "project-name-missing", PLAN, PLAIN, PLAIN, nameless, NULL },
    { "project-without-kpi", PLAN, PLAIN, PLAIN, without_kpi,
      without_kpi_excluded },
    { "rate-missing", PLAN, PLAIN "|" PLAIN, PLAIN "|" PLAIN, rate_only_once,
      rate_twice },
    { "reported-year-missing", PLAN, "U=人 T2019=9 A2015=5",
      "U=人 T2019=9 A2015=5 A2016=-:隔年調査", NULL, NULL },
    { "target-missing", PLAN, "U=% T2019=－ A2016=5",
      "U= T2019=計画改定 A2016=-:改定済", NULL, NULL },
    { "target-year-missing", PLAN, "U=校 T=131 A2016=131",
      "U=校 T=131 per-year A2016=131", NULL, NULL },
    { "unit-missing", PLAN, "U= T2019=9 A2016=5", "U=件 T2019=9 A2016=5",
      NULL, NULL },
    { "year-gap", "Y2017 2015-2019", "U=人 T2019=9 A2015=5 A2017=6",
      "U=人 T2019=9 A2015=5 A2016=-:－ A2017=6", NULL, NULL },
    /* value */
    { "actual-after-reported-year", PLAN,
      "U=人 T2019=9 A2016=5 A2017=6", "U=人 T2019=9 A2016=5 A2017=-:", NULL,
      NULL },
    { "actual-is-text", PLAN, "U=戸 T2019=40 A2015=-:制度の検討 A2016=35",
      "U= T2019=制度策定 A2015=-:制度の検討 A2016=-:策定済", NULL, NULL },
    { "actual-not-a-number", PLAN, "U=人 T2019=40 A2015=3 A2016=-:約三百",
      "U=人 T2019=40 A2015=3 A2016=-:追加項目のため回答なし", NULL, NULL },
    { "declared-grade-unknown", PLAN, PLAIN, PLAIN, grade_e, grade_c_wide },
    { "declared-status-unknown", PLAN, PLAIN, PLAIN, status_unknown,
      status_known },
    { "fraction-of-count", PLAN, "U=人 T2019=9 A2016=1.102",
      "U=人 T2019=9 A2016=1.102", NULL, named_mean },
    { "goal-unknown", PLAN, PLAIN, PLAIN, goal_nine, goal_one },
    { "negative-count", PLAN, "U=人 T2019=348 A2016=-198",
      "U=人 T2019=348 A2016=-198", NULL, named_change },
    { "percent-as-fraction", PLAN, "U=% T2019=85 A2016=0.85",
      "U=% T2019=3 A2016=0.85", NULL, NULL },
    { "percent-out-of-range", PLAN, "U=% T2019=90 A2016=850",
      "U=% T2019=90 A2016=104", NULL, named_growth },
    { "period-reversed", PLAN, PLAIN, PLAIN, period_back, period_on },
    { "target-equals-baseline", PLAN, "U=件 B2014=83 T2019=83 A2016=80",
      "U=件 B2014=83 T2019=83 direction=keep A2016=80", NULL, NULL },
    { "target-not-a-number", PLAN, "U=件 T=事業の継続 A2016=2",
      "U=件 T2019=40 A2016=2", NULL, NULL },
    { "target-zero", PLAN, "U=件 T2019=0 A2016=2",
      "U=件 T2019=0 q=以下 A2016=2", NULL, NULL },
    { "text-too-long", PLAN, PLAIN, PLAIN, long_summary,
      long_enough_summary },
    { "text-too-long", PLAN, PLAIN, PLAIN, long_kpi_name,
      long_enough_kpi_name },
    { "text-too-long", PLAN, PLAIN, PLAIN, long_measure,
      long_enough_measure },
    { "year-duplicate", PLAN, "U=件 T2019=9 A2016=2 A2016=3",
      "U=件 T2019=9 A2015=2 A2016=3", NULL, NULL },
    { "year-outside-plan", PLAN, "U=万人 B2014=126 T2020=200 A2016=140",
      "U=万人 B2014=126 T2019=200 A2016=140", NULL, NULL },
    /* logic */
    { "actual-before-period", PLAN, "U=台 T2017-2019=9 A2016=c11",
      "U=台 T2017-2019=9 A2016=0", NULL, NULL },
    { "actual-jump", PLAN, "U=人 T2019=1500 A2015=69 A2016=2446",
      "U=人 T2019=1500 A2015=2 A2016=44", NULL, NULL },
    { "actual-unchanged", PLAN, "U=人 T2019=1500 A2015=1953 A2016=1953",
      "U=校 T2019=131 A2015=131 A2016=131", NULL, NULL },
    { "baseline-differs-from-actual", PLAN,
      "U=人 B2015=6000 T2019=6500 A2015=6355 A2016=6485",
      "U=人 B2015=6355 T2019=6500 A2015=6355 A2016=6485", NULL, NULL },
    { "baseline-unit-differs", PLAN,
      "U=人 B2014=115 Bu=件 T2019=1000 A2016=305",
      "U=人 B2014=115 Bu=人 T2019=1000 A2016=305", NULL, NULL },
    { "baseline-unlike-actual", PLAN, "U=人 B2014=24 T2019=120 A2015=980",
      "U=人 B2014=2 T2019=120 A2015=98", NULL, NULL },
    { "cumulative-falls", PLAN, "U=人 T2015-2019=1000 A2015=c142 A2016=c105",
      "U=人 T2016-2019=1000 A2015=142 A2016=c105", NULL, NULL },
    { "digit-slip", PLAN, "U=人 T2019=1500 A2015=1070 A2016=10700",
      "U=人 T2015-2019=1500 A2015=1070 A2016=c10700", NULL, NULL },
    { "direction-contradicts", PLAN,
      "U=件 B2014=50 T2019=60 q=以下 A2016=55",
      "U=件 B2014=50 T2019=40 q=以下 A2016=45", NULL, NULL },
    { "name-unit-differs", PLAN, PLAIN, PLAIN, named_cases, named_people },
    { "total-differs", PLAN,
      "U=人 T2019=10 A2016=10|U=人 T2019=5 A2016=5|U=人 T2019=6 A2016=5",
      "U=人 T2019=11 A2016=10|U=人 T2019=5 A2016=5|U=人 T2019=6 A2016=5",
      total_of_two, total_of_two },
    { "unit-scale-differs", PLAN, "U=兆円 T2019=1 A2016=906億円",
      "U=億円 T2019=1 A2016=906億円", NULL, NULL },
    /* assessment */
    { "baseline-not-before-target", PLAN,
      "U=人 B2019=115 T2019=1000 A2016=305",
      "U=人 B2018=115 T2019=1000 A2016=305", NULL, NULL },
    { "cumulative-unmarked", PLAN,
      "U=人 T2015-2019=1000 A2015=142 A2016=305", PLAIN, NULL, NULL },
    { "grade-differs", PLAN, PLAIN, PLAIN, grade_b, grade_c },
    { "grade-not-computed", PLAN, "U=人 T2019=9 A2016=-:－", PLAIN, grade_b,
      grade_b },
    { "grade-overridden", PLAN, PLAIN, PLAIN, override_grade, NULL },
    { "kind-ambiguous", PLAN, "U=人 B2014=40 T2019=200 A2016=c94",
      "U=人 B2014=40 T2019=200 A2016=94", NULL, NULL },
    { "near-band", PLAN, "U=件 T2016=100 A2016=98",
      "U=件 T2016=100 A2016=90", NULL, NULL },
    { "near-band", PLAN, "U=件 T2016=100 A2016=102",
      "U=件 T2016=100 A2016=106", NULL, NULL },
    { "near-band", PLAN,
      "U=件 T2016=100 A2016=112|U=件 T2016=100 A2016=98",
      "U=件 T2016=100 A2016=102|U=件 T2016=100 A2016=106", NULL, NULL },
    { "rate-differs", PLAN, PLAIN, PLAIN, rate_wrong, rate_right },
    { "rate-not-computed", PLAN, "U=人 T2015-2019=9 A2015=-:－ A2016=5",
      "U=人 T2015-2019=9 A2015=-:－ A2016=c5", NULL, NULL },
    { "rate-of-final-target", PLAN, "U=人 B2014=0 T2019=1000 A2016=867",
      "U=人 B2014=0 T2019=1000 A2016=866", rate_plain, rate_plain },
    { "rate-without-figures", PLAN, "U=人 T2019=9 A2016=-:－",
      "U=人 T2019=9 A2016=-:", rate_plain, rate_plain },
    { "target-below-baseline", PLAN, "U=件 B2014=50 T2019=40 A2016=45",
      "U=件 B2014=50 T2019=40 q=以下 A2016=45", NULL, NULL },
    { "target-reached-early", PLAN, "U=件 B2014=83 T2019=100 A2016=264",
      "U=件 B2014=83 T2016=100 A2016=264", NULL, NULL },
    { "unit-differs", PLAN, "U=社 T2019=2 A2015=1件 A2016=1社",
      "U=社 T2019=2 A2015=1社 A2016=1社", NULL, NULL },
    { "unit-incompatible", PLAN, "U=円 T2019=50 A2016=12%",
      "U=円 T2019=50 A2016=12円", NULL, NULL },
    { "worse-than-baseline", PLAN, "U=人 B2014=21116 T2019=25000 A2016=18520",
      "U=人 B2014=21116 T2019=25000 A2016=21116", NULL, NULL },
    /* identity */
    { "code-duplicate", PLAN, PLAIN "|" PLAIN, PLAIN "|" PLAIN, codes_twice,
      codes_once },
    { "code-duplicate", PLAN, PLAIN "|" PLAIN, PLAIN "|" PLAIN, codes_twice,
      codes_counted },
    { "code-duplicate", PLAN, PLAIN "|" PLAIN, PLAIN "|" PLAIN, codes_twice,
      codes_labelled },
    { "kpi-duplicate", PLAN, PLAIN "|" PLAIN, PLAIN "|" PLAIN, kpis_twice,
      NULL },
    { "project-duplicate", PLAN, PLAIN, PLAIN, same_project,
      same_project_again },
    { "relisted-differs", PLAN, PLAIN, PLAIN, again_other_figure,
      same_project_again },
    { "relisted-without-original", PLAN, PLAIN, PLAIN, lost_original,
      same_project_again },
    { "same-kpi-different-figure", PLAN, PLAIN, PLAIN, elsewhere_other_figure,
      elsewhere_other_history },
    /* submission */
    { "bureau-not-of-file", PLAN, PLAIN, PLAIN, sent_by_other, sent_by_one },
    { "file-department-unknown", PLAN, PLAIN, PLAIN, roster, sent_by_one },
};

/* ---- Running ------------------------------------------------------------- */

static dataset *make(const char *words)
{
    char first[256];
    size_t length = strcspn(words, "|");
    dataset *d;

    snprintf(first, sizeof(first), "%.*s", (int)length, words);
    d = spec_dataset(first);
    assert_non_null(d);
    while (words[length] == '|') {
        words += length + 1;
        length = strcspn(words, "|");
        snprintf(first, sizeof(first), "%.*s", (int)length, words);
        assert_true(spec_kpi(d, &d->projects[0], first));
    }
    return d;
}

static size_t count_of(const dataset *d, const char *id)
{
    size_t count = 0;

    for (size_t i = 0; i < d->findings.count; i++) {
        assert_non_null(rule_find(d->findings.items[i].rule));
        if (strcmp(d->findings.items[i].rule, id) == 0)
            count++;
    }
    return count;
}

static size_t run(const rule_case *c, const char *words, change changes)
{
    dataset *d = make(words);
    plan *p = spec_plan(c->plan);
    size_t count;

    assert_non_null(p);
    if (changes != NULL)
        changes(d, p);
    assert_int_equal(check_part(d, p, NULL), KPI_OK);
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(check_dataset(d, p, NULL), KPI_OK);
    count = count_of(d, c->label);
    dataset_free(d);
    plan_free(p);
    return count;
}

static void breaks_and_keeps_the_rule(void **state)
{
    const rule_case *c = *state;

    assert_int_equal(run(c, c->bad, c->spoil), 1);
    assert_int_equal(run(c, c->good, c->keep), 0);
}

/* ---- What follows from another finding is not said too ------------------- */

static const struct silent_case {
    const char *label;
    const char *words, *said, *not_said;
    change changes;
} silent_cases[] = {
    { "no doubt of the rate when the actual is no number",
      "U=人 T2019=40 A2015=3 A2016=-:約三百", "actual-not-a-number",
      "rate-without-figures", rate_plain },
    { "no doubt of the rate when the target is missing",
      "U=人 T2019=－ A2016=5", "target-missing", "rate-without-figures",
      rate_plain },
    { "no doubt of the grade when the actual is blank",
      "U=人 T2019=9 A2015=5 A2016=-:", "actual-blank", "grade-not-computed",
      grade_b },
    { "a fraction is not also worse than its baseline",
      "U=% B2014=70 T2019=85 A2015=72 A2016=0.8", "percent-as-fraction",
      "worse-than-baseline", NULL },
    { "a slip does not also reach the target",
      "U=件 B2014=150 T2019=300 A2015=240 A2016=2400", "digit-slip",
      "target-reached-early", NULL },
};

static void does_not_say_what_follows(void **state)
{
    const struct silent_case *c = *state;
    const rule_case as_case = { c->said, PLAN, "", "", NULL, NULL };
    rule_case other = as_case;

    other.label = c->not_said;
    assert_int_equal(run(&as_case, c->words, c->changes), 1);
    assert_int_equal(run(&other, c->words, c->changes), 0);
}

/* ---- Names beside findings, names that are near -------------------------- */

static const finding *checked(dataset *d, plan *p, const char *id, place at,
                              const char *value)
{
    assert_non_null(finding_add(&d->findings, id, 0, at, value, NULL));
    assert_int_equal(check_part(d, p, NULL), KPI_OK);
    return &d->findings.items[0];
}

static void names_project_and_kpi_of_a_cell(void **state)
{
    dataset *d = make(PLAIN "|" PLAIN);
    plan *p = spec_plan(PLAN);
    kpi *k = &d->projects[0].kpis[1];
    const finding *f;

    (void)state;
    k->actuals[1].where = place_cell("S", 20, 7);
    f = checked(d, p, "cell-error", k->actuals[1].where, "#DIV/0!");
    assert_string_equal(f->project, d->projects[0].name);
    assert_string_equal(f->field, k->name);
    dataset_free(d);
    plan_free(p);
}

static void names_them_of_a_row_too(void **state)
{
    dataset *d = make(PLAIN "|" PLAIN);
    plan *p = spec_plan(PLAN);
    kpi *k = &d->projects[0].kpis[1];
    const finding *f;

    (void)state;
    k->actuals[1].where = place_cell("S", 20, 7);
    f = checked(d, p, "rate-not-calculated", place_cell("S", 20, 8), "");
    assert_string_equal(f->field, k->name);
    dataset_free(d);
    plan_free(p);
}

static void names_nothing_where_rows_hold_several(void **state)
{
    dataset *d = make(PLAIN "|" PLAIN);
    plan *p = spec_plan(PLAN);
    kpi *k = d->projects[0].kpis;
    const finding *f;

    (void)state;
    k[0].actuals[1].where = place_cell("S", 20, 7);
    k[1].actuals[1].where = place_cell("S", 20, 9);
    f = checked(d, p, "rate-not-calculated", place_cell("S", 20, 8), "");
    assert_string_equal(f->project, d->projects[0].name);
    assert_string_equal(f->field, "");
    dataset_free(d);
    plan_free(p);
}

static const struct near_case {
    const char *label, *typed, *named; /* NULL: none */
} near_cases[] = {
    { "one character wrong", "産業経在局", "産業経済局" },
    { "one character missing", "産業経局", "産業経済局" },
    { "one character too much", "産業経済課局", "産業経済局" },
    { "two wrong in a short name", "商業経在局", NULL },
    { "two wrong in a long name", "保建福祉長寿部", "保健福祉長寿局" },
    { "as near to two", "境局", NULL },
    { "nothing alike", "市議会事務局", NULL },
};

static void names_the_nearest_department(void **state)
{
    static plan_department known[] = {
        { .name = "産業経済局", .contact = "" },
        { .name = "環境局", .contact = "" },
        { .name = "国境局", .contact = "" },
        { .name = "保健福祉長寿局", .contact = "" },
    };
    const struct near_case *c = *state;
    dataset *d = make(PLAIN);
    plan *p = spec_plan(PLAN);
    const finding *f;

    p->departments = known;
    p->department_count = 4;
    f = checked(d, p, "department-unknown", place_cell("S", 1, 0), c->typed);
    if (c->named == NULL)
        assert_null(f->args[1]);
    else
        assert_string_equal(f->args[1], c->named);
    dataset_free(d);
    plan_free(p);
}

static void says_when_memory_runs_out(void **state)
{
    kpi_status status = KPI_E_NOMEM;

    (void)state;
    for (size_t room = 0; status != KPI_OK; room += 64) {
        dataset *d = make("U=人 T2019=9 A2015=5 A2016=-:");
        plan *p = spec_plan(PLAN);
        kpi_error err = { .status = KPI_OK };

        assert_true(room < 65536);
        d->memory.limit = d->memory.used + room + 1;
        status = check_part(d, p, &err);
        if (status == KPI_OK)
            status = check_dataset(d, p, &err);
        assert_true(status == KPI_OK || status == KPI_E_NOMEM);
        assert_int_equal(err.status, status);
        dataset_free(d);
        plan_free(p);
    }
}

/* Rules that other rooms or other files report and test. */
static bool is_reported_elsewhere(const rule *r)
{
    static const char *const families[] = {
        "missing", "value", "logic", "assessment", "identity", "submission",
    };
    static const char *const elsewhere[] = {
        "direction-inferred", "file-duplicate", "file-superseded",
        "heading-number-inferred", "project-only-in-older-file",
        "project-superseded",
        "submission-order-unclear", "template-changed",
        "template-department", "template-version",
    };
    bool here = false;

    for (size_t i = 0; i < sizeof(families) / sizeof(*families); i++)
        here = here || strcmp(r->family, families[i]) == 0;
    if (!here)
        return true;
    for (size_t i = 0; i < sizeof(elsewhere) / sizeof(*elsewhere); i++)
        if (strcmp(r->id, elsewhere[i]) == 0)
            return true;
    return false;
}

static void every_rule_has_a_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count(); i++) {
        const rule *r = rule_at(i);
        bool found = is_reported_elsewhere(r);

        for (size_t n = 0; n < sizeof(cases) / sizeof(*cases); n++)
            found = found || strcmp(cases[n].label, r->id) == 0;
        if (!found)
            print_error("no case for %s\n", r->id);
        assert_true(found);
    }
}

int main(void)
{
    struct CMUnitTest tests[128];
    size_t n = 0;

    TEST_ROWS(tests, n, breaks_and_keeps_the_rule, cases);
    TEST_ROWS(tests, n, does_not_say_what_follows, silent_cases);
    TEST_ROWS(tests, n, names_the_nearest_department, near_cases);
    TEST_ONE(tests, n, names_project_and_kpi_of_a_cell);
    TEST_ONE(tests, n, names_them_of_a_row_too);
    TEST_ONE(tests, n, names_nothing_where_rows_hold_several);
    TEST_ONE(tests, n, every_rule_has_a_case);
    TEST_ONE(tests, n, says_when_memory_runs_out);
    return run_tests("check", tests, n);
}
