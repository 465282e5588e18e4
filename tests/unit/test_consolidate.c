/*
 * test_consolidate.c - parts of a submission become one dataset
 */
#include "support/rows.h"

#include <string.h>

#include "kpi/consolidate.h"
#include "support/kpi_spec.h"

/* ---- Parts ------------------------------------------------------------------- */

static dataset *part(const char *file, const char *department,
                     const char *modified)
{
    dataset *d = dataset_new(0);
    source *s = dataset_add_source(d);

    s->file = file;
    s->sha256 = file;
    s->department = department;
    s->modified = modified;
    return d;
}

static project *add(dataset *d, const char *goal, const char *theme,
                    const char *measure, const char *name)
{
    project *p = dataset_add_project(d);

    p->has_goal = p->has_theme = true;
    p->goal.no = goal;
    p->theme.no = theme;
    p->measure = measure;
    p->name = name;
    p->where = place_cell("S", (uint32_t)d->project_count, 0);
    assert_true(spec_kpi(d, p, "U=人 B2014=1 T2019=10 A2016=c2.5 P2016=3"));
    return p;
}

static dataset *merge(const dataset *const *parts, size_t count,
                      const plan *p)
{
    dataset *out;

    assert_int_equal(consolidate(&out, parts, count, p, NULL), KPI_OK);
    return out;
}

static size_t count_rule(const dataset *d, const char *rule)
{
    size_t n = 0;

    for (size_t i = 0; i < d->findings.count; i++)
        n += strcmp(d->findings.items[i].rule, rule) == 0;
    return n;
}

static const finding *find(const dataset *d, const char *rule)
{
    for (size_t i = 0; i < d->findings.count; i++)
        if (strcmp(d->findings.items[i].rule, rule) == 0)
            return &d->findings.items[i];
    return NULL;
}

/* Names of the projects that count, in order, joined by spaces. */
static const char *names(const dataset *d)
{
    static char all[512];

    all[0] = '\0';
    for (size_t i = 0; i < d->project_count; i++) {
        if (d->projects[i].superseded)
            continue;
        if (all[0] != '\0')
            strncat(all, " ", sizeof(all) - strlen(all) - 1);
        strncat(all, d->projects[i].name, sizeof(all) - strlen(all) - 1);
    }
    return all;
}

/* ---- Order ------------------------------------------------------------------- */

static void orders_by_goal_theme_and_measure(void **state)
{
    dataset *a = part("a.xlsx", "環境局", "2017-05-01T00:00:00Z");
    dataset *b = part("b.xlsx", "広報室", "2017-05-01T00:00:00Z");
    const dataset *parts[] = { a, b }, *turned[] = { b, a };
    plan *p = plan_default();
    dataset *one, *two;

    (void)state;
    add(a, "Ⅱ", "①", "x", "a1");
    add(a, "Ⅰ", "②", "x", "a2");
    add(a, "Ⅰ", "①", "y", "a3");
    add(a, "Ⅰ", "①", "x", "a4");
    add(b, "1", "１", "y", "b1");
    add(b, "Ⅰ", "②", "x", "b2");
    add(b, "Ⅱ", "①", "x", "b3")->has_goal = false;
    one = merge(parts, 2, p);
    two = merge(turned, 2, p);
    /* Measure x of goal Ⅰ was first seen with a2, before y. */
    assert_string_equal(names(one), "a4 a3 b1 a2 b2 a1 b3");
    assert_string_equal(names(two), "a4 a3 b1 a2 b2 a1 b3");
    assert_int_equal(one->projects[0].source, 0);
    assert_int_equal(two->projects[2].source, 1);
    assert_string_equal(two->sources[0].file, "a.xlsx");
    dataset_free(one);
    dataset_free(two);
    dataset_free(a);
    dataset_free(b);
    plan_free(p);
}

static void the_goals_of_the_plan_come_first(void **state)
{
    heading goals[] = { { "Ⅱ", "" }, { "", "暮らし" } };
    dataset *a = part("a.xlsx", "", "");
    const dataset *parts[] = { a };
    plan *p = plan_default();
    dataset *d;

    (void)state;
    p->goals = goals;
    p->goal_count = 2;
    add(a, "Ⅰ", "①", "", "one");
    add(a, "", "①", "", "life")->goal.title = "暮 らし";
    add(a, "2", "①", "", "two");
    d = merge(parts, 1, p);
    assert_string_equal(names(d), "two life one");
    dataset_free(d);
    dataset_free(a);
    plan_free(p);
}

/* ---- Copies ------------------------------------------------------------------- */

static void copies_all_that_it_keeps(void **state)
{
    dataset *a = part("a.xlsx", "環境局", "2017-05-01T00:00:00Z");
    const dataset *parts[] = { a };
    plan *p = plan_default();
    project *from = add(a, "Ⅰ", "①", "施策", "事業");
    const char *grants[] = { "推進交付金" };
    cost costs[] = { { .fiscal_year = 2016, .unit = "千円", .text = "7" } };
    activity activities[] = { { "①", "内容" } };
    dataset *d;
    const kpi *k;

    (void)state;
    from->grants = grants;
    from->grant_count = 1;
    from->costs = costs;
    from->cost_count = 1;
    from->activities = activities;
    from->activity_count = 1;
    from->override = (grade_override){ "B", "理由", "誰", "いつ" };
    from->measure_no = "1-1";
    from->declared_grade = "C";
    from->kpis[0].override.grade = "A";
    p->title = "題";
    d = merge(parts, 1, p);
    dataset_free(a);
    assert_string_equal(d->title, "題");
    assert_int_equal(d->fiscal_year, 2016);
    assert_string_equal(d->sources[0].department, "環境局");
    assert_string_equal(d->projects[0].measure, "施策");
    assert_string_equal(d->projects[0].measure_no, "1-1");
    assert_string_equal(d->projects[0].grants[0], "推進交付金");
    assert_string_equal(d->projects[0].costs[0].unit, "千円");
    assert_string_equal(d->projects[0].activities[0].text, "内容");
    assert_string_equal(d->projects[0].override.reason, "理由");
    assert_string_equal(d->projects[0].where.sheet, "S");
    k = &d->projects[0].kpis[0];
    assert_string_equal(k->unit, "人");
    assert_int_equal(k->baseline.fiscal_year, 2014);
    assert_true(k->actuals[0].cumulative);
    assert_string_equal(k->actuals[0].text, "c2.5");
    assert_int_equal(k->planned_count, 1);
    assert_string_equal(k->override.grade, "A");
    assert_false(k->assessment.done);
    assert_string_equal(k->assessment.explain, "");
    assert_false(number_is_integer(k->actuals[0].value.value));
    dataset_free(d);
    plan_free(p);
}

/* Twice the same, but that the parts' KPIs are not copied. */
static void given_parts_become_the_same_dataset(void **state)
{
    dataset *a = part("a.xlsx", "", ""), *b = part("b.xlsx", "", "");
    const dataset *parts[] = { b, a };
    plan *p = plan_default();
    dataset *copied, *given;
    const kpi *first;

    (void)state;
    add(a, "Ⅰ", "①", "", "a1")->kpis[0].group = 7;
    add(b, "Ⅰ", "①", "", "b1")->kpis[0].group = 7;
    first = a->projects[0].kpis;
    copied = merge(parts, 2, p);
    assert_int_equal(consolidate_by(&given, parts, 2, p, true, NULL, NULL,
                                    NULL), KPI_OK);
    dataset_free(a);
    dataset_free(b);
    assert_ptr_equal(given->projects[0].kpis, first);
    assert_ptr_not_equal(copied->projects[0].kpis, first);
    for (size_t i = 0; i < 2; i++) {
        const kpi *x = copied->projects[i].kpis, *y = given->projects[i].kpis;

        assert_int_equal(x->group, i + 1);
        assert_int_equal(y->group, i + 1);
        assert_ptr_equal(x->name, y->name);
        assert_false(y->assessment.done);
    }
    dataset_free(copied);
    dataset_free(given);
    plan_free(p);
}

static void keeps_groups_of_parts_apart(void **state)
{
    dataset *a = part("a.xlsx", "", ""), *b = part("b.xlsx", "", "");
    const dataset *parts[] = { b, a };
    plan *p = plan_default();
    dataset *d;

    (void)state;
    add(a, "Ⅰ", "①", "", "a1")->kpis[0].group = 7;
    add(a, "Ⅰ", "①", "", "a2")->kpis[0].group = 7;
    add(b, "Ⅰ", "①", "", "b1")->kpis[0].group = 7;
    add(b, "Ⅰ", "①", "", "b2");
    d = merge(parts, 2, p);
    assert_string_equal(names(d), "a1 a2 b1 b2");
    assert_int_equal(d->projects[0].kpis[0].group, 1);
    assert_int_equal(d->projects[1].kpis[0].group, 1);
    assert_int_equal(d->projects[2].kpis[0].group, 2);
    assert_int_equal(d->projects[3].kpis[0].group, 0);
    dataset_free(d);
    dataset_free(a);
    dataset_free(b);
    plan_free(p);
}

static void keeps_findings_with_their_new_source(void **state)
{
    dataset *a = part("a.xlsx", "", ""), *b = part("b.xlsx", "", "");
    const dataset *parts[] = { b, a };
    plan *p = plan_default();
    dataset *d;
    finding *f;

    (void)state;
    finding_add(&a->findings, "of-a", 0, place_cell("S", 1, 1), "v", "x",
                NULL);
    f = finding_add(&b->findings, "of-b", 0, place_none(), "", NULL);
    f->project = "事業";
    finding_add(&b->findings, "of-none", FINDING_NO_SOURCE, place_none(), "",
                NULL);
    d = merge(parts, 2, p);
    assert_int_equal(d->findings.count, 3);
    assert_string_equal(d->findings.items[0].rule, "of-a");
    assert_int_equal(d->findings.items[0].source, 0);
    assert_string_equal(d->findings.items[0].args[0], "x");
    assert_int_equal(d->findings.items[1].source, 1);
    assert_string_equal(d->findings.items[1].project, "事業");
    assert_true(d->findings.items[2].source == FINDING_NO_SOURCE);
    dataset_free(d);
    dataset_free(a);
    dataset_free(b);
    plan_free(p);
}

/* ---- Superseding ---------------------------------------------------------------- */

static const struct replace_case {
    const char *label;
    const char *departments[2], *modified[2], *stamps[2], *use;
    const char *shared; /* the name in the second file */
    const char *names;  /* what counts; one x shared in a.xlsx, y shared in b */
    size_t file, whole, only, unclear; /* findings of each rule */
} replace_rows[] = {
    { "the newer file replaces the project", { "環境局", "環境局" },
      { "2017-05-01T00:00:00Z", "2017-06-01T00:00:00Z" }, { "", "" }, "",
      "事 業", "other-a 事 業 other-b", 1, 0, 1, 0 },
    { "whatever their names are", { "環境局", "環境局" },
      { "2017-07-01T00:00:00Z", "2017-06-01T00:00:00Z" }, { "", "" }, "",
      "事業", "事業 other-a other-b", 1, 0, 1, 0 },
    { "not that of another department", { "環境局", "広報室" },
      { "2017-05-01T00:00:00Z", "2017-06-01T00:00:00Z" }, { "", "" }, "",
      "事業", "事業 other-a 事業 other-b", 0, 0, 0, 0 },
    { "not another project", { "環境局", "環境局" },
      { "2017-05-01T00:00:00Z", "2017-06-01T00:00:00Z" }, { "", "" }, "",
      "別", "事業 other-a 別 other-b", 0, 0, 0, 0 },
    { "equal times are unclear", { "環境局", "環境局" },
      { "2017-05-01T00:00:00Z", "2017-05-01T00:00:00Z" }, { "", "" }, "",
      "事業", "other-a 事業 other-b", 1, 0, 1, 1 },
    { "times of other zones are compared", { "環境局", "環境局" },
      { "2017-06-01T09:30:00+09:00", "2017-06-01T00:31:00Z" }, { "", "" }, "",
      "事業", "other-a 事業 other-b", 1, 0, 1, 0 },
    { "no time is older than any", { "環境局", "環境局" },
      { "2017-06-01T00:00:00Z", "" }, { "", "" }, "",
      "事業", "事業 other-a other-b", 1, 0, 1, 0 },
    { "missing times are unclear", { "環境局", "環境局" }, { "", "" },
      { "", "" }, "", "事業", "other-a 事業 other-b", 1, 0, 1, 1 },
    { "the plan decides", { "環境局", "環境局" }, { "", "" }, { "", "" },
      "a.xlsx", "事業", "事業 other-a other-b", 1, 0, 1, 0 },
    { "the same stamp, other projects", { "環境局", "環境局" },
      { "2017-05-01T00:00:00Z", "2017-06-01T00:00:00Z" }, { "t1", "t1" }, "",
      "別", "事業 other-a 別 other-b", 0, 0, 2, 0 },
};

static void the_newer_file_counts(void **state)
{
    const struct replace_case *c = *state;
    dataset *a = part("a.xlsx", c->departments[0], c->modified[0]);
    dataset *b = part("b.xlsx", c->departments[1], c->modified[1]);
    const dataset *parts[] = { b, a };
    plan *p = plan_default();
    const char *use[] = { c->use };
    dataset *d;

    a->sources[0].stamp = c->stamps[0];
    b->sources[0].stamp = c->stamps[1];
    p->use = use;
    p->use_count = c->use[0] != '\0';
    add(a, "Ⅰ", "①", "", "事業");
    add(a, "Ⅰ", "①", "", "other-a");
    add(b, "1", "①", "", c->shared);
    add(b, "Ⅰ", "①", "", "other-b");
    d = merge(parts, 2, p);
    assert_string_equal(names(d), c->names);
    assert_int_equal(count_rule(d, "project-superseded"), c->file);
    assert_int_equal(count_rule(d, "file-superseded"), c->whole);
    assert_int_equal(count_rule(d, "project-only-in-older-file"), c->only);
    assert_int_equal(count_rule(d, "submission-order-unclear"), c->unclear);
    dataset_free(d);
    dataset_free(a);
    dataset_free(b);
    plan_free(p);
}

static void a_file_without_a_project_left_is_superseded(void **state)
{
    dataset *a = part("old.xlsx", "環境局", "2017-05-01T00:00:00Z");
    dataset *b = part("new.xlsx", "環境局", "2017-06-01T00:00:00Z");
    const dataset *parts[] = { a, b };
    plan *p = plan_default();
    dataset *d;
    const finding *f;

    (void)state;
    add(a, "Ⅰ", "①", "", "事業");
    add(b, "Ⅰ", "①", "", "事業");
    add(b, "Ⅰ", "①", "", "新事業");
    d = merge(parts, 2, p);
    f = find(d, "file-superseded");
    assert_int_equal(d->findings.count, 1);
    assert_non_null(f);
    assert_string_equal(d->sources[f->source].file, "old.xlsx");
    assert_string_equal(f->args[0], "new.xlsx");
    assert_true(d->sources[f->source].superseded);
    assert_string_equal(names(d), "事業 新事業");
    assert_int_equal(d->project_count, 3);
    dataset_free(d);
    dataset_free(a);
    dataset_free(b);
    plan_free(p);
}

static void the_newest_of_three_counts(void **state)
{
    dataset *a = part("1.xlsx", "局", "2017-06-02T00:00:00Z");
    dataset *b = part("2.xlsx", "局", "2017-06-03T00:00:00Z");
    dataset *c = part("3.xlsx", "局", "2017-06-01T00:00:00Z");
    const dataset *parts[] = { a, b, c };
    plan *p = plan_default();
    dataset *d;

    (void)state;
    add(a, "Ⅰ", "①", "", "事業");
    add(b, "Ⅰ", "①", "", "事業");
    add(c, "Ⅰ", "①", "", "事業");
    d = merge(parts, 3, p);
    assert_string_equal(names(d), "事業");
    assert_int_equal(count_rule(d, "file-superseded"), 2);
    assert_string_equal(d->findings.items[0].args[0], "2.xlsx");
    assert_string_equal(d->findings.items[1].args[0], "2.xlsx");
    dataset_free(d);
    dataset_free(a);
    dataset_free(b);
    dataset_free(c);
    plan_free(p);
}

static void relisted_entries_replace_only_relisted_ones(void **state)
{
    dataset *a = part("a.xlsx", "局", "2017-05-01T00:00:00Z");
    dataset *b = part("b.xlsx", "局", "2017-06-01T00:00:00Z");
    const dataset *parts[] = { a, b };
    plan *p = plan_default();
    dataset *d;

    (void)state;
    add(a, "Ⅰ", "①", "", "事業");
    add(b, "Ⅰ", "②", "", "事業")->relisted = true;
    d = merge(parts, 2, p);
    assert_string_equal(names(d), "事業 事業");
    assert_int_equal(d->findings.count, 0);
    dataset_free(d);
    dataset_free(a);
    dataset_free(b);
    plan_free(p);
}

static void the_same_content_is_taken_once(void **state)
{
    dataset *a = part("a.xlsx", "局", ""), *b = part("b.xlsx", "局", "");
    const dataset *parts[] = { b, a };
    plan *p = plan_default();
    dataset *d;
    const finding *f;

    (void)state;
    a->sources[0].sha256 = b->sources[0].sha256 = "00ff";
    add(a, "Ⅰ", "①", "", "事業");
    add(b, "Ⅰ", "①", "", "事業");
    finding_add(&a->findings, "of-both", 0, place_none(), "", NULL);
    finding_add(&b->findings, "of-both", 0, place_none(), "", NULL);
    d = merge(parts, 2, p);
    f = find(d, "file-duplicate");
    assert_int_equal(d->project_count, 1);
    assert_int_equal(d->source_count, 2);
    assert_int_equal(count_rule(d, "of-both"), 1);
    assert_int_equal(count_rule(d, "submission-order-unclear"), 0);
    assert_non_null(f);
    assert_int_equal(f->source, 1);
    assert_string_equal(f->args[0], "a.xlsx");
    assert_true(d->sources[1].superseded);
    dataset_free(d);
    dataset_free(a);
    dataset_free(b);
    plan_free(p);
}

static void merges_nothing(void **state)
{
    plan *p = plan_default();
    dataset *d = merge(NULL, 0, p);

    (void)state;
    assert_int_equal(d->project_count, 0);
    assert_int_equal(d->source_count, 0);
    dataset_free(d);
    plan_free(p);
}

static void merging_what_was_merged_changes_nothing(void **state)
{
    dataset *a = part("a.xlsx", "局", "2017-05-01T00:00:00Z");
    dataset *b = part("b.xlsx", "局", "2017-06-01T00:00:00Z");
    const dataset *parts[] = { a, b }, *again[1];
    plan *p = plan_default();
    dataset *one, *two;

    (void)state;
    add(a, "Ⅰ", "①", "", "事業");
    add(a, "Ⅰ", "②", "", "他");
    add(b, "Ⅰ", "①", "", "事業");
    one = merge(parts, 2, p);
    again[0] = one;
    two = merge(again, 1, p);
    assert_int_equal(two->project_count, one->project_count);
    assert_int_equal(two->findings.count, one->findings.count);
    for (size_t i = 0; i < one->project_count; i++)
        assert_int_equal(two->projects[i].superseded,
                         one->projects[i].superseded);
    dataset_free(one);
    dataset_free(two);
    dataset_free(a);
    dataset_free(b);
    plan_free(p);
}

int main(void)
{
    struct CMUnitTest tests[64];
    size_t n = 0;

    TEST_ONE(tests, n, orders_by_goal_theme_and_measure);
    TEST_ONE(tests, n, the_goals_of_the_plan_come_first);
    TEST_ONE(tests, n, copies_all_that_it_keeps);
    TEST_ONE(tests, n, given_parts_become_the_same_dataset);
    TEST_ONE(tests, n, keeps_groups_of_parts_apart);
    TEST_ONE(tests, n, keeps_findings_with_their_new_source);
    TEST_ROWS(tests, n, the_newer_file_counts, replace_rows);
    TEST_ONE(tests, n, a_file_without_a_project_left_is_superseded);
    TEST_ONE(tests, n, the_newest_of_three_counts);
    TEST_ONE(tests, n, relisted_entries_replace_only_relisted_ones);
    TEST_ONE(tests, n, the_same_content_is_taken_once);
    TEST_ONE(tests, n, merges_nothing);
    TEST_ONE(tests, n, merging_what_was_merged_changes_nothing);
    return run_tests("consolidate", tests, n);
}
