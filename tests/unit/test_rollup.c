/*
 * test_rollup.c - counts by measure, theme, goal and all, and averages
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "kpi/achievement.h"
#include "kpi/rollup.h"
#include "output/rollup_report.h"
#include "support/kpi_spec.h"

static plan_category categories[] = { { "対象外", "対象外" } };

/*
 * Two goals; KPI 1 is shared by the first two projects, of two measures, and
 * listed again with the third. Rates in percent.
 */
static const struct entry {
    const char *goal, *theme, *measure_no, *measure, *grade, *status;
    int rates[2];     /* -1 = none */
    size_t shared;    /* group of the first KPI */
    bool relisted;
} entries[] = {
    { "Ⅰ", "①", "1-1", "しごと", "B", "", { 110, 50 }, 7, false },
    { "Ⅰ", "①", "1-1", "くらし", "B", "", { 110, -1 }, 7, false },
    { "Ⅰ", "②", "", "くらし", "B", "", { 110, 300 }, 7, true },
    { "I", "②", "", "", "", "対象外", { 60, 0 }, 0, false },
    { "Ⅱ", "", "", "ひと", "A", "", { 300, 60 }, 0, false },
};

static dataset *listing(void)
{
    dataset *d = dataset_new(0);

    dataset_add_source(d)->file = "a.xlsx";
    for (size_t i = 0; i < sizeof(entries) / sizeof(*entries); i++) {
        const struct entry *e = &entries[i];
        project *p = dataset_add_project(d);

        p->name = arena_printf(&d->memory, "事業%zu", i);
        p->has_goal = true;
        p->goal = (heading){ e->goal, "" };
        p->has_theme = e->theme[0] != '\0';
        p->theme = (heading){ e->theme, "" };
        p->measure_no = e->measure_no;
        p->measure = e->measure;
        p->declared_grade = e->grade;
        p->declared_status = e->status;
        p->relisted = e->relisted;
        for (size_t k = 0; k < 2; k++) {
            char spec[64];

            if (e->rates[k] == 0)
                continue;
            snprintf(spec, sizeof(spec), e->rates[k] < 0
                         ? "T2016=100 A2016=-:－"
                         : "B2015=60 T2016=100 A2016=%d", e->rates[k]);
            assert_true(spec_kpi(d, p, spec));
        }
        p->kpis[0].group = e->shared;
    }
    return d;
}

static plan *plan_with(bool averages)
{
    plan *p = spec_plan("Y2016");

    p->categories = categories;
    p->category_count = 1;
    p->has_averages = averages;
    number_from_int(&p->memory, &p->average_cap, 200);
    return p;
}

static const rollup_node *node_named(const rollup *r, const char *path)
{
    const rollup_node *found = NULL;

    for (size_t i = 0; i < r->count; i++) {
        const rollup_node *n = &r->nodes[i];
        const rollup_node *above = n->parent == SIZE_MAX
                                       ? NULL : &r->nodes[n->parent];
        char name[64];

        snprintf(name, sizeof(name), "%s%s%s%s",
                 above != NULL ? above->name.no : "",
                 above != NULL && above->name.no[0] != '\0' ? "/" : "",
                 n->name.no, n->name.title);
        if (strcmp(name, path) == 0)
            found = n;
    }
    return found;
}

static const struct node_case {
    const char *label;
    const char *path;      /* the number above, the own one or the title */
    rollup_level level;
    size_t projects, declared[4], computed[4]; /* A B C D */
    size_t category, ungraded, relisted;
    size_t kpis, of_kpis[4], rated, worse;
    size_t hidden;         /* D in A and B, declared */
} nodes[] = {
    { "all", "", ROLLUP_ALL, 5, { 1, 2, 0, 0 }, { 1, 2, 0, 0 }, 1, 0, 1,
      6, { 1, 1, 0, 2 }, 5, 1, 2 },
    { "the_first_goal_by_either_number", "Ⅰ", ROLLUP_GOAL, 4, { 0, 2, 0, 0 },
      { 0, 2, 0, 0 }, 1, 0, 1, 4, { 0, 1, 0, 1 }, 3, 1, 1 },
    { "the_second_goal", "Ⅱ", ROLLUP_GOAL, 1, { 1, 0, 0, 0 },
      { 1, 0, 0, 0 }, 0, 0, 0, 2, { 1, 0, 0, 1 }, 2, 0, 1 },
    { "a_theme_counts_a_shared_kpi_once", "Ⅰ/①", ROLLUP_THEME, 2,
      { 0, 2, 0, 0 }, { 0, 2, 0, 0 }, 0, 0, 0, 3, { 0, 1, 0, 1 }, 2, 1, 1 },
    { "a_theme_of_a_relisted_and_an_uncounted_project", "Ⅰ/②", ROLLUP_THEME,
      2, { 0 }, { 0 }, 1, 0, 1, 1, { 0 }, 1, 0, 0 },
    { "a_measure", "①/1-1しごと", ROLLUP_MEASURE, 1, { 0, 1, 0, 0 },
      { 0, 1, 0, 0 }, 0, 0, 0, 2, { 0, 1, 0, 1 }, 2, 1, 1 },
    { "a_measure_counts_the_shared_kpi_too", "①/1-1くらし", ROLLUP_MEASURE, 1,
      { 0, 1, 0, 0 }, { 0, 1, 0, 0 }, 0, 0, 0, 2, { 0, 1, 0, 0 }, 1, 0, 0 },
    { "a_measure_of_the_same_name_elsewhere", "②/くらし", ROLLUP_MEASURE, 1,
      { 0 }, { 0 }, 0, 0, 1, 0, { 0 }, 0, 0, 0 },
    { "a_measure_below_a_goal_without_themes", "Ⅱ/ひと", ROLLUP_MEASURE, 1,
      { 1, 0, 0, 0 }, { 1, 0, 0, 0 }, 0, 0, 0, 2, { 1, 0, 0, 1 }, 2, 0, 1 },
};

static void counts_projects_and_kpis(void **state)
{
    const struct node_case *c = *state;
    dataset *d = listing();
    plan *p = plan_with(false);
    const rollup_node *n;
    rollup r;

    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(rollup_count(&r, &d->memory, d, p, NULL), KPI_OK);
    assert_int_equal(r.count, 9);
    n = node_named(&r, c->path);
    assert_non_null(n);
    assert_int_equal(n->level, c->level);
    assert_int_equal(n->by[GRADE_DECLARED].projects, c->projects);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(n->by[GRADE_DECLARED].by_grade[i], c->declared[i]);
        assert_int_equal(n->by[GRADE_COMPUTED].by_grade[i], c->computed[i]);
        assert_int_equal(n->kpis_by_grade[i], c->of_kpis[i]);
    }
    assert_int_equal(n->by[GRADE_FINAL].by_category[0], c->category);
    assert_int_equal(n->by[GRADE_FINAL].ungraded, c->ungraded);
    assert_int_equal(n->by[GRADE_FINAL].relisted, c->relisted);
    assert_int_equal(n->kpis, c->kpis);
    assert_int_equal(n->kpis_rated, c->rated);
    assert_int_equal(n->kpis_worse, c->worse);
    assert_int_equal(n->kpis_hidden[GRADE_DECLARED], c->hidden);
    assert_int_equal(n->kpi_mean.count, 0);
    plan_free(p);
    dataset_free(d);
}

static void puts_number(buf *b, quantity q)
{
    if (q.known)
        number_put_fraction(b, q.value);
}

/* Rates of all: 110, 50, 300 (200), 60; the uncounted 60 is for reference. */
static void averages_say_what_they_are_of(void **state)
{
    dataset *d = listing();
    plan *p = plan_with(true);
    const rollup_node *all;
    rollup r;
    buf b;

    (void)state;
    buf_init(&b);
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(rollup_count(&r, &d->memory, d, p, NULL), KPI_OK);
    all = &r.nodes[0];
    assert_int_equal(all->kpi_mean.count, 4);
    assert_int_equal(all->kpi_mean.capped, 1);
    assert_int_equal(all->kpi_mean.excluded[REASON_NO_ACTUAL], 1);
    assert_int_equal(all->kpi_mean.excluded[REASON_NOT_COUNTED], 1);
    puts_number(&b, all->kpi_mean.mean);   /* 4.2 / 4 */
    buf_char(&b, ' ');
    puts_number(&b, all->kpi_mean.median); /* (0.6 + 1.1) / 2 */
    assert_string_equal(buf_cstr(&b), "21/20 17/20");
    buf_clear(&b);
    assert_int_equal(all->project_mean.count, 3);
    assert_int_equal(all->project_mean.excluded[REASON_NOT_COUNTED], 1);
    puts_number(&b, all->project_mean.mean);   /* (1.1 + 1.1 + 2) / 3 */
    buf_char(&b, ' ');
    puts_number(&b, all->project_mean.median);
    assert_string_equal(buf_cstr(&b), "7/5 11/10");
    buf_free(&b);
    plan_free(p);
    dataset_free(d);
}

static void superseded_projects_are_left_out(void **state)
{
    dataset *d = listing();
    plan *p = plan_with(false);
    rollup r;

    (void)state;
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    for (size_t i = 0; i < d->project_count; i++)
        d->projects[i].superseded = true;
    assert_int_equal(rollup_count(&r, &d->memory, d, p, NULL), KPI_OK);
    assert_int_equal(r.count, 1);
    assert_int_equal(r.nodes[0].kpis, 0);
    plan_free(p);
    dataset_free(d);
}

/* ---- Reports ---------------------------------------------------------- */

static const struct report_case {
    const char *label;
    bool json, averages;
    plan_language language;
    const char *expected[3];
} reports[] = {
    { "text_in_japanese", false, true, LANGUAGE_JA,
      { "Ⅱ                                            1     0     0     0"
        "     1 |     1     0     0     1     2     0  A・B内のDのKPI 1\n",
        "  ひと", "    KPIの平均 105.0%（n=4、上限200%で1件、中央値85.0%、"
                  "除外 実績値なし 1・評価の対象外（達成率は参考） 1）\n" } },
    { "text_in_english", false, true, LANGUAGE_EN,
      { "    1-1 しごと", "within A and B, KPIs of D: 2",
        "    mean of KPIs 105.0% (n=4, cap 200% on 1, median 85.0%, left "
        "out: " } },
    { "a_measure_in_json", true, false, LANGUAGE_JA,
      { "{\"level\":\"measure\",\"parent\":2,\"no\":\"1-1\",\"title\":"
        "\"しごと\",", "\"no\":\"1-1\",\"title\":\"くらし\",",
        "\"no\":null,\"title\":\"くらし\"," } },
    { "no_averages_unless_asked_for", true, false, LANGUAGE_JA,
      { "\"averages\":null}]}", "{\"schema\":\"kpibook.rollup/1\"",
        "\"count_grade\":\"declared\",\"bands\":[\"A\",\"B\",\"C\",\"D\"]" } },
    { "json", true, true, LANGUAGE_JA,
      { "{\"level\":\"all\",\"parent\":null,\"no\":null,\"title\":null,"
        "\"projects\":{\"declared\":{\"grades\":[1,2,0,0],\"graded\":3,"
        "\"uncounted\":[{\"status\":\"対象外\",\"count\":1}],\"ungraded\":0,"
        "\"relisted\":1,\"entries\":5,\"compared\":3,\"agreed\":3,"
        "\"last_grade_kpis_in_best_two\":2}",
        "\"kpis\":{\"count\":6,\"grades\":[1,1,0,2],\"rated\":5,"
        "\"worse_than_baseline\":1}",
        "\"averages\":{\"cap\":200,\"kpis\":{\"n\":4,\"capped\":1,"
        "\"mean\":1.05,\"mean_exact\":\"21/20\",\"median\":0.85,"
        "\"excluded\":{\"no-actual\":1,\"not-counted\":1}}" } },
};

static void reports_counts(void **state)
{
    const struct report_case *c = *state;
    dataset *d = listing();
    plan *p = plan_with(c->averages);
    rollup r;
    buf b;

    buf_init(&b);
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    assert_int_equal(rollup_count(&r, &d->memory, d, p, NULL), KPI_OK);
    if (c->json)
        rollup_put_json(&b, &r, GRADE_DECLARED);
    else
        rollup_put_text(&b, &r, GRADE_DECLARED, c->language);
    for (size_t i = 0; i < 3; i++)
        if (strstr(buf_cstr(&b), c->expected[i]) == NULL)
            fail_msg("no \"%s\" in\n%s", c->expected[i], buf_cstr(&b));
    buf_free(&b);
    plan_free(p);
    dataset_free(d);
}

static void says_when_memory_runs_out(void **state)
{
    dataset *d = listing();
    plan *p = plan_with(true);
    kpi_status status = KPI_E_NOMEM;
    rollup out;

    (void)state;
    assert_int_equal(achievement_assess(d, p, NULL), KPI_OK);
    for (size_t room = 1; status != KPI_OK; room += 16) {
        arena memory;
        kpi_error err = { .status = KPI_OK };

        assert_true(room < 65536);
        arena_init(&memory, room);
        status = rollup_count(&out, &memory, d, p, &err);
        assert_true(status == KPI_OK || status == KPI_E_NOMEM);
        assert_int_equal(err.status, status);
        arena_free(&memory);
    }
    plan_free(p);
    dataset_free(d);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, counts_projects_and_kpis, nodes);
    TEST_ROWS(tests, n, reports_counts, reports);
    TEST_ONE(tests, n, averages_say_what_they_are_of);
    TEST_ONE(tests, n, superseded_projects_are_left_out);
    TEST_ONE(tests, n, says_when_memory_runs_out);
    return run_tests("rollup", tests, n);
}
