/*
 * test_check_previous.c - against last year's data: one case that breaks
 * each rule and one, as near as can be, that keeps it
 */
#include "support/rows.h"

#include <string.h>

#include "check/check.h"
#include "support/kpi_spec.h"

#define THEN "U=人 B2014=115 T2019=1000 A2015=142"
#define NOW "U=人 B2014=115 T2019=1000 A2015=142 A2016=305"

typedef struct previous_case {
    const char *label; /* the rule */
    const char *then, *now, *good; /* good: now, kept */
} previous_case;

static const previous_case cases[] = {
    { "previous-actual-changed", THEN,
      "U=人 B2014=115 T2019=1000 A2015=152 A2016=305", NOW },
    { "previous-baseline-changed", THEN,
      "U=人 B2015=115 T2019=1000 A2015=142 A2016=305", NOW },
    { "previous-jump", THEN,
      "U=人 B2014=115 T2019=1000 A2015=142 A2016=1500", NOW },
    { "previous-slip", THEN,
      "U=人 B2014=115 T2019=1000 A2015=1420 A2016=305", NOW },
    { "previous-target-changed", THEN,
      "U=人 B2014=115 T2019=500 A2015=142 A2016=305", NOW },
    { "previous-unit-changed", THEN,
      "U=社 B2014=115 T2019=1000 A2015=142 A2016=305", NOW },
    { "previous-slip", THEN,
      "U=人 B2014=115 T2019=1000 A2015=142 A2016=1420",
      "U=人 B2014=115 T2019=1000 A2015=142 A2016=c1420" },
    { "previous-target-changed", THEN,
      "U=人 B2014=115 T2018=1000 A2015=142 A2016=305", NOW },
    { "previous-baseline-changed", THEN, "U=人 T2019=1000 A2015=142", NOW },
    { "previous-actual-changed", THEN,
      "U=人 B2014=115 T2019=1000 A2015=-:－ A2016=305",
      "U=人 B2014=115 T2019=1000 A2016=305" },
};

static size_t count_of(const dataset *d, const char *id)
{
    size_t count = 0;

    for (size_t i = 0; i < d->findings.count; i++)
        if (id == NULL || strcmp(d->findings.items[i].rule, id) == 0)
            count++;
    return count;
}

static size_t run(const char *then, const char *now, const char *id,
                  size_t *all)
{
    dataset *previous = spec_dataset(then), *d = spec_dataset(now);
    plan *p = spec_plan("Y2016 2015-2019");
    size_t count;

    assert_non_null(previous);
    assert_non_null(d);
    assert_int_equal(check_against_previous(d, previous, p, NULL), KPI_OK);
    count = count_of(d, id);
    *all = count_of(d, NULL);
    dataset_free(previous);
    dataset_free(d);
    plan_free(p);
    return count;
}

static void says_what_changed(void **state)
{
    const previous_case *c = *state;
    size_t all;

    assert_int_equal(run(c->then, c->now, c->label, &all), 1);
    assert_int_equal(all, 1);
    assert_int_equal(run(c->then, c->good, c->label, &all), 0);
}

/* ---- What came and went -------------------------------------------------- */

typedef struct come_case {
    const char *label;
    const char *project, *kpi, *bureau; /* of this time */
    const char *expected;               /* rules, joined by spaces */
} come_case;

static const come_case come_rows[] = {
    { "all is there", "事業", "指標1", "総務局", "" },
    { "names are folded", "事　業", "指標１", "総務局", "" },
    { "a KPI was renamed", "事業", "新指標", "総務局",
      "previous-kpi-new previous-kpi-vanished" },
    { "a project was renamed", "新事業", "指標1", "総務局",
      "previous-project-new previous-project-vanished" },
    { "another bureau's projects are not missed", "新事業", "指標1",
      "環境局", "previous-project-new" },
};

static void says_what_came_and_went(void **state)
{
    const come_case *c = *state;
    dataset *previous = spec_dataset(THEN), *d = spec_dataset(NOW);
    plan *p = spec_plan("Y2016 2015-2019");
    buf said;

    buf_init(&said);
    previous->projects[0].bureau = "総務局";
    d->projects[0].name = c->project;
    d->projects[0].bureau = c->bureau;
    d->projects[0].kpis[0].name = c->kpi;
    assert_int_equal(check_against_previous(d, previous, p, NULL), KPI_OK);
    dataset_free(previous); /* what is said does not point into it */
    for (size_t i = 0; i < d->findings.count; i++)
        buf_printf(&said, "%s%s", i == 0 ? "" : " ",
                   d->findings.items[i].rule);
    assert_string_equal(buf_cstr(&said), c->expected);
    for (size_t i = 0; i < d->findings.count; i++)
        assert_true(strlen(d->findings.items[i].project) > 0);
    buf_free(&said);
    dataset_free(d);
    plan_free(p);
}

static void names_the_likely_slip(void **state)
{
    dataset *previous = spec_dataset(THEN);
    dataset *d = spec_dataset("U=人 B2014=115 T2019=100000 A2015=142");
    plan *p = spec_plan("Y2016 2015-2019");

    (void)state;
    assert_int_equal(check_against_previous(d, previous, p, NULL), KPI_OK);
    assert_int_equal(d->findings.count, 1);
    assert_string_equal(d->findings.items[0].rule, "previous-slip");
    assert_string_equal(d->findings.items[0].args[0], "1,000人（2019）");
    assert_string_equal(d->findings.items[0].args[1], "100,000人（2019）");
    assert_string_equal(d->findings.items[0].args[3], "100");
    dataset_free(previous);
    dataset_free(d);
    plan_free(p);
}

static void a_preliminary_figure_may_be_replaced(void **state)
{
    dataset *previous = spec_dataset(THEN), *d = spec_dataset(
        "U=人 B2014=115 T2019=1000 A2015=152 A2016=305");
    plan *p = spec_plan("Y2016 2015-2019");

    (void)state;
    previous->projects[0].kpis[0].actuals[0].state = STATE_PRELIMINARY;
    assert_int_equal(check_against_previous(d, previous, p, NULL), KPI_OK);
    assert_int_equal(d->findings.count, 0);
    dataset_free(previous);
    dataset_free(d);
    plan_free(p);
}

static void a_code_tells_a_renamed_kpi(void **state)
{
    dataset *previous = spec_dataset(THEN), *d = spec_dataset(NOW);
    plan *p = spec_plan("Y2016 2015-2019");

    (void)state;
    previous->projects[0].kpis[0].code = "K-1";
    d->projects[0].kpis[0].code = "K-1";
    d->projects[0].kpis[0].name = "新しい名前";
    assert_int_equal(check_against_previous(d, previous, p, NULL), KPI_OK);
    assert_int_equal(d->findings.count, 0);
    dataset_free(previous);
    dataset_free(d);
    plan_free(p);
}

static void every_rule_of_the_family_has_a_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count(); i++) {
        const rule *r = rule_at(i);
        bool found = strcmp(r->family, "previous") != 0;

        for (size_t n = 0; n < sizeof(cases) / sizeof(*cases); n++)
            found = found || strcmp(cases[n].label, r->id) == 0;
        for (size_t n = 0; n < sizeof(come_rows) / sizeof(*come_rows); n++)
            found = found || strstr(come_rows[n].expected, r->id) != NULL;
        assert_true(found);
    }
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, says_what_changed, cases);
    TEST_ROWS(tests, n, says_what_came_and_went, come_rows);
    TEST_ONE(tests, n, names_the_likely_slip);
    TEST_ONE(tests, n, a_preliminary_figure_may_be_replaced);
    TEST_ONE(tests, n, a_code_tells_a_renamed_kpi);
    TEST_ONE(tests, n, every_rule_of_the_family_has_a_case);
    return run_tests("check_previous", tests, n);
}
