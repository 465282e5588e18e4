/*
 * test_plan_errors.c - every way to get a plan wrong, and what it is told
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error_words.h"
#include "plan/plan_file.h"
#include "plan/plan_keys.h"

static kpi_status read_plan(plan **out, const char *yaml, kpi_error *err)
{
    kpi_source given = { "plan.yaml", yaml, strlen(yaml) };

    memset(err, 0, sizeof(*err));
    return plan_file_read(out, &given, err);
}

/* ---- Errors ----------------------------------------------------------- */

static const struct error_case {
    const char *label;
    const char *yaml;
    unsigned line, column;
    const char *message;
} errors[] = {
    { "refuses_an_unknown_key", "title: a\ntitel: b", 2, 1,
      "unknown key \"titel\"; did you mean title?" },
    { "suggests_a_key_typed_full_width", "ｔｉｔｌｅ: a", 1, 1,
      "did you mean title?" },
    { "suggests_a_key_behind_a_full_width_space", "　title: a", 1, 1,
      "did you mean title?" },
    { "suggests_nothing_that_is_far", "foo: a", 1, 1,
      "unknown key \"foo\"; see kpibook-plan(5)" },
    { "lists_the_keys_of_a_map", "bands: [{grad: A}]", 1, 10,
      "unknown key \"grad\" in bands; did you mean grade?; allowed: grade, "
      "at_least, label, color" },
    { "refuses_a_merge_key", "<<: {title: a}", 1, 1, "unknown key \"<<\"" },
    { "refuses_a_key_twice", "title: a\npaper: A4\ntitle: b", 3, 1,
      "the key title stands twice, first in line 1" },
    { "refuses_a_key_twice_in_a_map", "period: {from: H27, from: H28}", 1,
      21, "the key from stands twice" },
    { "refuses_a_list_as_plan", "- a\n- b", 1, 1, "the plan is a list" },
    { "refuses_a_text_as_plan", "title：北九州市", 1, 1,
      "it must be keys with values" },
    { "refuses_an_empty_value", "title: a\nfont:", 2, 1,
      "font: found nothing, expected a text" },
    { "refuses_a_list_as_text", "title: [a]", 1, 8,
      "title: found a list, expected a text" },
    { "refuses_a_map_as_text", "title: {a: b}", 1, 8, "found a map" },
    { "refuses_a_map_in_a_list_of_texts", "grants: [a, {b: c}]", 1, 13,
      "grants: found a map" },
    { "refuses_nothing_in_a_list_of_texts", "grants: [a, \"\"]", 1, 14,
      "grants: found nothing" },
    { "refuses_a_text_as_list_of_maps", "goals: Ⅰ", 1, 8,
      "goals: found \"Ⅰ\", expected a list, for example goals:" },
    { "refuses_a_text_as_map", "rounding: 1", 1, 11,
      "rounding: found \"1\", expected keys with values" },
    { "refuses_a_text_as_goal", "goals: [Ⅰ]", 1, 9,
      "expected keys with values" },
    { "refuses_a_year_that_is_none", "reported_year: H2X", 1, 16,
      "reported_year: found \"H2X\", expected a fiscal year (H28, R2, 2016), "
      "for example reported_year: H28" },
    { "refuses_a_bare_small_year", "reported_year: 28", 1, 16,
      "found \"28\"" },
    { "refuses_a_range_as_year", "reported_year: H27～H31", 1, 16,
      "expected a fiscal year" },
    { "refuses_a_calendar_year", "reported_year: 平成28年", 1, 16,
      "expected a fiscal year" },
    { "refuses_a_year_as_period", "period: H27", 1, 9,
      "expected two fiscal years" },
    { "refuses_a_period_without_end", "period: {from: H27}", 1, 9,
      "period: to is missing, for example to: H31" },
    { "refuses_a_period_backwards", "period: {from: H31, to: H27}", 1, 25,
      "period: from (2019) lies behind to (2015)" },
    { "refuses_a_reported_year_before_the_period",
      "period: H27～H31\nreported_year: H2", 2, 16,
      "1990 lies before the period, which begins in 2015" },
    { "refuses_a_day_that_does_not_exist", "as_of: 2017-02-29", 1, 8,
      "as_of: found \"2017-02-29\", expected a day that exists" },
    { "refuses_a_century_without_leap_day", "as_of: 2100-02-29", 1, 8,
      "day that exists" },
    { "refuses_the_month_13", "as_of: 2017-13-01", 1, 8, "day that exists" },
    { "refuses_the_day_0", "as_of: 2017-01-00", 1, 8, "day that exists" },
    { "refuses_words_behind_a_day", "as_of: 2017-06-30まで", 1, 8,
      "day that exists" },
    { "refuses_an_hour_in_as_of", "as_of: 2017-06-30 10:00", 1, 8,
      "day that exists" },
    { "refuses_the_hour_24", "deadline: 2017-06-30 24:00", 1, 11,
      "an hour to 23:59" },
    { "refuses_the_minute_60", "deadline: 2017-06-30 10:60", 1, 11,
      "an hour to 23:59" },
    { "refuses_an_unknown_zone", "timezone: Asia/Kyoto", 1, 11,
      "Asia/Tokyo, UTC or an offset" },
    { "refuses_an_offset_beyond_14_hours", "timezone: \"+15:00\"", 1, 12,
      "offset" },
    { "lists_the_words_that_are_allowed", "project_rule: beste", 1, 15,
      "project_rule: found \"beste\"; did you mean best?; allowed: best, "
      "worst, mean, weighted-mean, first, count-reached, none" },
    { "refuses_a_word_of_another_case", "language: JA", 1, 11,
      "did you mean ja?; allowed: ja, en" },
    { "refuses_an_unknown_layout", "layouts: [strategy, form]", 1, 21,
      "layouts: found \"form\"; allowed: strategy, grant, flat, wide" },
    { "refuses_a_formula_of_the_other_direction", "formula: {down: ratio}", 1,
      17, "formula.down: found \"ratio\"; allowed: inverse, mirror" },
    { "refuses_an_unknown_kind", "kpis: [{match: x, kind: sum}]", 1, 25,
      "allowed: annual, cumulative, level, milestone" },
    { "refuses_an_unknown_direction", "kpis: [{match: x, direction: left}]",
      1, 30, "allowed: up, down, keep" },
    { "refuses_an_unknown_severity",
      "rules: [{rule: a, severity: mute, reason: b}]", 1, 29,
      "allowed: off, notice, warning, error" },
    { "refuses_an_unknown_paper", "paper: B4", 1, 8, "allowed: A4, A3" },
    { "refuses_truncation", "rounding: {mode: truncate}", 1, 18,
      "allowed: half-up, floor" },
    { "refuses_too_many_digits", "rounding: {digits: 7}", 1, 20, "0 to 6" },
    { "refuses_negative_digits", "rounding: {digits: -1}", 1, 20, "0 to 6" },
    { "refuses_yes_as_truth", "suggest_only: yes", 1, 15, "true or false" },
    { "refuses_a_rule_for_no_kpi", "kpis:\n- kind: level", 2, 3,
      "say which KPIs are meant" },
    { "refuses_a_rule_that_sets_nothing", "kpis:\n- match: x\n  reason: y", 2,
      3, "this rule sets nothing" },
    { "refuses_a_target_period_backwards",
      "kpis: [{match: x, from: H31, to: H27}]", 1, 34,
      "kpis: from (2019) lies behind to (2015)" },
    { "refuses_unknown_actuals", "kpis: [{match: x, actuals: total}]", 1, 28,
      "kpis.actuals: found \"total\"; allowed: yearly, running" },
    { "refuses_a_watch_below_0", "title: a\nwatch: -1", 2, 8,
      "watch: found \"-1\", expected percentage points, 0 (off) to 100" },
    { "refuses_a_watch_over_100", "watch: 101", 1, 8, "watch: found" },
    { "refuses_averages_without_a_cap", "averages: {}", 1, 11,
      "averages: cap is missing, for example cap: 200" },
    { "refuses_a_cap_of_0", "averages: {cap: 0}", 1, 17,
      "averages.cap: found \"0\", expected a percentage over 0" },
    { "refuses_a_tolerance_of_5", "kpis: [{match: x, tolerance: 5}]", 1, 30,
      "kpis.tolerance: found \"5\", expected a percentage with %" },
    { "refuses_a_negative_tolerance", "kpis: [{match: x, tolerance: -5%}]", 1,
      30, "0% to under 100%" },
    { "refuses_no_weight", "kpis: [{match: x, weight: 0}]", 1, 27,
      "a number over 0" },
    { "refuses_a_weight_in_words", "kpis: [{match: x, weight: two}]", 1, 27,
      "a number over 0" },
    { "refuses_a_bound_in_words", "bands: [{grade: A, at_least: over 9}]", 1,
      30, "bands.at_least: found \"over 9\", expected a percentage" },
    { "refuses_an_exponent", "bands: [{grade: A, at_least: 1e2}]", 1, 30,
      "a percentage" },
    { "refuses_a_grade_without_name", "bands: [{at_least: 1}]", 1, 9,
      "bands: grade is missing" },
    { "refuses_a_grade_twice",
      "bands:\n- {grade: A, at_least: 2}\n- {grade: Ａ}", 3, 3,
      "bands: \"Ａ\" stands twice, first as no. 1" },
    { "refuses_bands_that_rise",
      "bands:\n- {grade: A, at_least: 70}\n- {grade: B, at_least: 100}", 3,
      24, "at_least must fall from band to band, but 100 follows 70" },
    { "refuses_bands_of_the_same_bound",
      "bands:\n- {grade: A, at_least: 70}\n- {grade: B, at_least: 70.0}", 3,
      24, "70 follows 70" },
    { "refuses_an_open_band_above_another",
      "bands:\n- {grade: A}\n- {grade: B, at_least: 1}", 2, 3,
      "only the last band may be without at_least" },
    { "refuses_bands_beside_a_scheme",
      "scheme: 80-60\nbands:\n- {grade: A}", 3, 1,
      "keep one of scheme and bands" },
    { "refuses_a_color_by_name",
      "bands: [{grade: A, at_least: 1, color: red}]", 1, 40,
      "a colour, RRGGBB" },
    { "refuses_a_color_that_is_not_hex",
      "bands: [{grade: A, at_least: 1, color: GGGGGG}]", 1, 40,
      "a colour, RRGGBB" },
    { "refuses_an_unknown_scheme", "scheme: 120-100-60", 1, 9,
      "did you mean 120-100-70?" },
    { "refuses_an_override_without_reason",
      "overrides: [{project: x, grade: A}]", 1, 13,
      "overrides: reason is missing" },
    { "refuses_an_empty_reason",
      "overrides: [{project: x, grade: A, reason: \"\"}]", 1, 45,
      "overrides.reason: found nothing" },
    { "refuses_an_override_to_no_grade",
      "scheme: 120-100-70\noverrides: [{project: x, grade: E, reason: y}]", 2,
      33, "neither a grade of the bands nor a category" },
    { "refuses_a_rule_without_reason", "rules: [{rule: a, severity: off}]", 1,
      9, "rules: reason is missing" },
    { "refuses_a_rule_twice",
      "rules:\n- {rule: a, severity: off, reason: b}\n"
      "- {rule: a, severity: error, reason: c}", 3, 3, "stands twice" },
    { "refuses_a_rule_in_capitals",
      "rules: [{rule: A-B, severity: off, reason: x}]", 1, 16, "a-z" },
    { "refuses_a_role_in_japanese", "headers: {目標: [x]}", 1, 11, "a-z" },
    { "refuses_a_role_twice", "headers:\n  a: [x]\n  a: [y]", 3, 3,
      "the role \"a\" stands twice, first in line 2" },
    { "refuses_headers_without_roles", "headers: [目標]", 1, 10,
      "roles with lists of words" },
    { "refuses_a_map_as_header", "headers: {a: {b: c}}", 1, 14,
      "found a map" },
    { "refuses_a_cell_that_is_none", "pins: [{role: a, cell: 4E}]", 1, 24,
      "pins.cell: found \"4E\", expected a cell, for example cell: E4" },
    { "refuses_a_pin_without_cell", "pins: [{role: a}]", 1, 8,
      "cell is missing" },
    { "refuses_a_department_twice", "departments: [環境局, 総務局, 環境局]", 1,
      25, "departments: \"環境局\" stands twice, first as no. 1" },
    { "refuses_an_alias_of_two_departments",
      "departments:\n- {name: a, aliases: [b]}\n- {name: c, aliases: [Ｂ]}",
      3, 3, "stands twice" },
    { "refuses_a_goal_twice", "goals: [{no: Ⅰ}, {no: I}]", 1, 18,
      "goals: \"I\" stands twice" },
    { "refuses_a_category_twice", "categories: [終了, 終了]", 1, 18,
      "categories: \"終了\" stands twice" },
    { "refuses_broken_yaml", "title: [a", 2, 1, "the YAML is wrong" },
    { "refuses_an_empty_plan", "# nothing\n", 1, 1, "empty" },
    { "cuts_a_long_value_at_a_character",
      "paper: ああああああああああああああああああああああああああ", 1, 8,
      "found \"ああああああああああああああああ...\"" },
};

/* Nothing of our English is left when the reader wants Japanese. */
static void assert_said_in_japanese(const kpi_error *err)
{
    static const char *const english[] = { "found", "expected", " the ",
                                           "the plan", "stands", "unknown",
                                           "allowed", "did you mean",
                                           "for example", " a " };
    buf said;

    buf_init(&said);
    error_words_put(&said, text_of(err->message));
    for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++)
        if (strstr(buf_cstr(&said), english[i]) != NULL &&
            strstr(buf_cstr(&said), "YAML") == NULL)
            fail_msg("\"%s\" of \"%s\"", buf_cstr(&said), err->message);
    buf_free(&said);
}

static void refuses(void **state)
{
    const struct error_case *c = *state;
    plan *p;
    kpi_error err;

    assert_int_equal(read_plan(&p, c->yaml, &err), KPI_E_PLAN);
    assert_null(p);
    assert_int_equal(err.status, KPI_E_PLAN);
    assert_string_equal(err.source, "plan.yaml");
    if (strstr(err.message, c->message) == NULL)
        fail_msg("no \"%s\" in \"%s\"", c->message, err.message);
    assert_said_in_japanese(&err);
    assert_int_equal(err.line, c->line);
    assert_int_equal(err.column, c->column);
}

/* ---- Every key -------------------------------------------------------- */

/* A map of its own where no key knows it: wrong for every key. */
static void every_key_refuses_a_wrong_type(void **state)
{
    buf b;
    plan *p;
    kpi_error err;

    (void)state;
    buf_init(&b);
    for (size_t i = 0; i < plan_group.count; i++) {
        const plan_key *key = &plan_group.keys[i];
        const key_group *group = key->group;

        for (size_t j = 0; j < (group != NULL ? group->count : 1); j++) {
            const char *name = group != NULL ? group->keys[j].name
                                             : key->name;

            buf_clear(&b);
            if (group != NULL)
                buf_printf(&b, "%s: %s{", key->name,
                           key->type == KEY_MAPS ? "[" : "");
            buf_printf(&b, "%s: {\"?\": {}}", name);
            if (group != NULL)
                buf_printf(&b, "}%s", key->type == KEY_MAPS ? "]" : "");
            assert_int_equal(read_plan(&p, buf_cstr(&b), &err), KPI_E_PLAN);
            assert_int_equal(err.line, 1);
            assert_true(err.column > 1);
            assert_said_in_japanese(&err);
        }
    }
    buf_free(&b);
}

/* ---- What must not happen ----------------------------------------------- */

/* libfyaml prints its errors to stderr unless it is kept from it. */
static void nothing_is_printed(void **state)
{
    FILE *file = tmpfile();
    int saved = dup(STDERR_FILENO);
    plan *p;
    kpi_error err;

    (void)state;
    assert_non_null(file);
    assert_true(saved >= 0);
    fflush(stderr);
    assert_true(dup2(fileno(file), STDERR_FILENO) >= 0);
    for (size_t i = 0; i < sizeof(errors) / sizeof(*errors); i++)
        assert_int_equal(read_plan(&p, errors[i].yaml, &err), KPI_E_PLAN);
    fflush(stderr);
    assert_true(dup2(saved, STDERR_FILENO) >= 0);
    close(saved);
    assert_int_equal(lseek(fileno(file), 0, SEEK_END), 0);
    fclose(file);
}

static void every_truncation_is_read_or_refused(void **state)
{
    static const char yaml[] =
        "title: 北九州市\nperiod: {from: H27, to: H31}\nkpis:\n"
        "  - match: \"*件数\"\n    kind: level\nnotes:\n  - a\n";

    (void)state;
    for (size_t size = 0; size < sizeof(yaml); size++) {
        kpi_source given = { "p", yaml, size };
        plan *p;
        kpi_error err;
        kpi_status status = plan_file_read(&p, &given, &err);

        assert_true(status == KPI_OK || status == KPI_E_PLAN);
        assert_true((p != NULL) == (status == KPI_OK));
        plan_free(p);
    }
}

static void an_error_may_go_unheard(void **state)
{
    kpi_source given = { "p", "titel: x", 8 };
    plan *p;

    (void)state;
    assert_int_equal(plan_file_read(&p, &given, NULL), KPI_E_PLAN);
    assert_null(p);
}

int main(void)
{
    struct CMUnitTest tests[128];
    size_t n = 0;

    TEST_ROWS(tests, n, refuses, errors);
    TEST_ONE(tests, n, every_key_refuses_a_wrong_type);
    TEST_ONE(tests, n, nothing_is_printed);
    TEST_ONE(tests, n, every_truncation_is_read_or_refused);
    TEST_ONE(tests, n, an_error_may_go_unheard);
    return run_tests("plan_errors", tests, n);
}
