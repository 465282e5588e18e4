/*
 * test_plan_names.c - names in a plan that there are, and that there are not
 */
#include "support/rows.h"

#include <string.h>

#include "check/plan_names.h"
#include "plan/plan_file.h"

static const struct name_case {
    const char *label, *yaml;
    unsigned line;       /* of the error, 0 = none */
    const char *message;
} cases[] = {
    { "an_empty_plan", "{}", 0, "" },
    { "a_rule_that_there_is",
      "rules: [{rule: unit-differs, severity: off, reason: x}]", 0, "" },
    { "a_rule_that_there_is_not",
      "title: a\nrules:\n- {rule: unit-differs, severity: off, reason: x}\n"
      "- {rule: unit-difers, severity: off, reason: x}", 4,
      "rules.rule: there is no rule \"unit-difers\"; did you mean "
      "unit-differs?; all are listed by kpibook rules" },
    { "a_rule_far_from_any",
      "rules: [{rule: nonsense, severity: off, reason: x}]", 1,
      "there is no rule \"nonsense\"; all are listed by kpibook rules" },
    { "roles_that_there_are", "headers: {target: [めざす値], actual: 結果}\n"
      "pins: [{role: baseline, cell: E4}]", 0, "" },
    { "a_header_for_no_role", "headers:\n  target: [x]\n  actul: [結果]", 3,
      "headers: there is no role \"actul\"; did you mean actual?" },
    { "a_pin_of_no_role", "pins:\n- {role: goals, cell: E4}", 2,
      "pins.role: there is no role \"goals\"; did you mean goal?" },
};

static void knows_the_names_in_a_plan(void **state)
{
    const struct name_case *c = *state;
    kpi_source given = { "plan.yaml", c->yaml, strlen(c->yaml) };
    kpi_error err;
    plan *p;

    memset(&err, 0, sizeof(err));
    assert_int_equal(plan_file_read(&p, &given, &err), KPI_OK);
    assert_int_equal(plan_check_names(p, &err),
                     c->line == 0 ? KPI_OK : KPI_E_PLAN);
    assert_int_equal(err.line, c->line);
    if (c->line != 0)
        assert_string_equal(err.source, "plan.yaml");
    if (strstr(err.message, c->message) == NULL)
        fail_msg("\"%s\" in place of \"%s\"", err.message, c->message);
    plan_free(p);
}

static void examples_of_the_manual_are_known(void **state)
{
    static const char yaml[] =
        "rules: [{rule: hidden-data, severity: off, reason: x}]\n"
        "pins: [{role: target, cell: E4}]";
    kpi_source given = { "plan.yaml", yaml, sizeof(yaml) - 1 };
    plan *p;

    (void)state;
    assert_int_equal(plan_file_read(&p, &given, NULL), KPI_OK);
    assert_int_equal(plan_check_names(p, NULL), KPI_OK);
    plan_free(p);
}

int main(void)
{
    struct CMUnitTest tests[16];
    size_t n = 0;

    TEST_ROWS(tests, n, knows_the_names_in_a_plan, cases);
    TEST_ONE(tests, n, examples_of_the_manual_are_known);
    return run_tests("plan_names", tests, n);
}
