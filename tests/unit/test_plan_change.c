/*
 * test_plan_change.c - a plan with single keys changed
 */
#include "support/rows.h"

#include <string.h>

#include "plan/plan_file.h"

static const char base[] =
    "title: 報告\n"
    "period: {from: H27, to: H31}\n"
    "bands: [{grade: A, at_least: 120}, {grade: B}]\n"
    "rounding: {digits: 0, mode: half-up, grade_on: shown}\n"
    "project_rule: best\n"
    "overrides: [{project: x, grade: B, reason: y}]\n";

enum { MOST_CHANGES = 3 };

static kpi_status read_changed(plan **out, const char *const *changes,
                               kpi_error *err)
{
    kpi_source given = { "plan.yaml", base, sizeof(base) - 1 };
    size_t count = 0;

    while (count < MOST_CHANGES && changes[count] != NULL)
        count++;
    memset(err, 0, sizeof(*err));
    return plan_file_read_changed(out, &given, changes, count, err);
}

/* file | bands | digits mode on | rule | overrides | years | watch */
static void put_plan(buf *b, const plan *p)
{
    buf_printf(b, "%s |", p->file);
    for (size_t i = 0; i < p->band_count; i++)
        buf_printf(b, " %s", p->bands[i].grade);
    buf_printf(b, " | %d %d %d | %d | %zu | %d %d | %d", p->digits,
               (int)p->rounding, (int)p->grade_on, (int)p->project_rule,
               p->override_count, p->from, p->to, p->has_watch);
}

static const struct change_case {
    const char *label;
    const char *changes[MOST_CHANGES];
    const char *expected;
} cases[] = {
    { "nothing_changed_is_the_plan", { NULL },
      "plan.yaml | A B | 0 0 1 | 0 | 1 | 2015 2019 | 0" },
    { "a_scheme_takes_the_place_of_bands", { "scheme=80-60" },
      "plan.yaml + scheme=80-60 | 順調 やや遅れ 遅れ | 0 0 1 | 0 | 0 |" },
    { "bands_are_replaced_whole",
      { "bands=[{grade: ○, at_least: 90}, {grade: ×}]" }, "| ○ × |" },
    { "overrides_stay_where_they_are_changed_too",
      { "bands=[{grade: X}]",
        "overrides=[{project: x, grade: X, reason: y}]" },
      "| X | 0 0 1 | 0 | 1 |" },
    { "a_key_of_a_map_changes_alone", { "rounding.mode=floor" },
      "| A B | 0 1 1 | 0 | 1 |" },
    { "a_map_changes_the_keys_it_has",
      { "rounding={digits: 2, grade_on: exact}" }, "| 2 0 0 |" },
    { "spaces_around_do_not_matter", { " rounding.digits = 3 " },
      "| 3 0 1 |" },
    { "one_word_is_replaced", { "project_rule=worst" }, "| 1 | 1 |" },
    { "a_text_takes_the_place_of_a_map", { "period=H28-H30" },
      "| 2016 2018 |" },
    { "a_key_is_added", { "watch=10" }, "| 2015 2019 | 1" },
    { "changes_come_one_after_the_other",
      { "rounding.digits=1", "rounding.digits=2" },
      "rounding.digits=1 + rounding.digits=2 | A B | 2 0 1" },
};

static void reads_a_changed_plan(void **state)
{
    const struct change_case *c = *state;
    kpi_error err;
    plan *p;
    buf b;

    if (read_changed(&p, c->changes, &err) != KPI_OK)
        fail_msg("%s: %s", err.source, err.message);
    buf_init(&b);
    put_plan(&b, p);
    if (strstr(buf_cstr(&b), c->expected) == NULL)
        fail_msg("no \"%s\" in\n%s", c->expected, buf_cstr(&b));
    assert_string_equal(p->title, "報告");
    assert_int_equal(strlen(p->sha256), c->changes[0] == NULL ? 64 : 0);
    buf_free(&b);
    plan_free(p);
}

static const struct refused_case {
    const char *label;
    const char *change, *source, *message;
} refused[] = {
    { "no_equals_sign", "scheme", "scheme", "is written key=value" },
    { "an_unknown_key", "shceme=80-60", "shceme=80-60",
      "did you mean scheme?" },
    { "an_unknown_scheme", "scheme=80-61", "scheme=80-61", "is no preset" },
    { "an_unknown_key_of_a_map", "rounding.mod=floor", "rounding.mod=floor",
      "did you mean mode?" },
    { "a_value_that_is_no_yaml", "bands=[{grade: A", "bands=[{grade: A",
      "YAML" },
    { "nothing_behind_the_sign", "scheme=", "scheme=", "scheme: found" },
    { "what_contradicts_the_plan", "reported_year=H20", "plan.yaml",
      "lies before the period" },
};

static void refuses_a_change(void **state)
{
    const struct refused_case *c = *state;
    const char *changes[MOST_CHANGES] = { c->change };
    kpi_error err;
    plan *p;

    assert_int_equal(read_changed(&p, changes, &err), KPI_E_PLAN);
    assert_null(p);
    assert_string_equal(err.source, c->source);
    if (strstr(err.message, c->message) == NULL)
        fail_msg("\"%s\" in place of \"%s\"", err.message, c->message);
}

int main(void)
{
    struct CMUnitTest tests[32];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_a_changed_plan, cases);
    TEST_ROWS(tests, n, refuses_a_change, refused);
    return run_tests("plan_change", tests, n);
}
