/*
 * test_plan_file.c - every key of a plan, what it gives, and the samples
 */
#include "support/rows.h"

#include <stdio.h>
#include <string.h>

#include "plan/plan_file.h"
#include "plan/plan_keys.h"
#include "xlsx/cellref.h"

static kpi_status read_plan(plan **out, const char *yaml, kpi_error *err)
{
    kpi_source given = { "plan.yaml", yaml, strlen(yaml) };

    memset(err, 0, sizeof(*err));
    return plan_file_read(out, &given, err);
}

/* ---- A plan as text, one thing a line, so that a case names what it wants */

static void put_texts(buf *b, const char *name, const char *const *texts,
                      size_t count)
{
    buf_printf(b, "%s:", name);
    for (size_t i = 0; i < count; i++)
        buf_printf(b, " [%s]", texts[i]);
    buf_char(b, '\n');
}

static const char *or_none(const char *word)
{
    return word != NULL ? word : "-";
}

static void put_number(buf *b, bool has, number x)
{
    buf_char(b, ' ');
    if (has)
        number_put_fraction(b, x);
    else
        buf_char(b, '-');
}

static void put_head(buf *b, const plan *p)
{
    buf_printf(b, "file %s given %d sha %zu\n", p->file, p->given,
               strlen(p->sha256));
    buf_printf(b, "title [%s]\nmunicipality [%s]\nlanguage %d\n", p->title,
               p->municipality, (int)p->language);
    buf_printf(b, "years %d %d %d\n", p->from, p->to, p->reported_year);
    buf_printf(b, "as_of %s\ndeadline %s\nzone %d\n", p->as_of, p->deadline,
               p->zone_minutes);
    put_texts(b, "layouts", p->layouts, p->layout_count);
    put_texts(b, "grants", p->grants, p->grant_count);
    put_texts(b, "use", p->use, p->use_count);
    put_texts(b, "notes", p->notes, p->note_count);
    buf_string(b, "watch");
    put_number(b, p->has_watch, p->watch);
    buf_string(b, " averages");
    put_number(b, p->has_averages, p->average_cap);
    buf_char(b, '\n');
    buf_printf(b, "formula %s %s\nproject_rule %d\n",
               rate_formula_id(p->formula_down), rate_formula_id(p->formula_up),
               (int)p->project_rule);
    buf_printf(b, "rounding %d %d %d\n", p->digits, (int)p->rounding,
               (int)p->grade_on);
    buf_printf(b, "scheme [%s] suggest %d count %d\n", p->scheme,
               p->suggest_only, (int)p->count_grade);
    buf_printf(b, "paper %s font [%s] cost_unit [%s]\n", p->paper, p->font,
               p->cost_unit);
}

static void put_kpi_rule(buf *b, const plan_kpi_rule *k)
{
    buf_printf(b, "kpi [%s][%s][%s] %s %s %s %d %d", k->match, k->project,
               k->code, or_none(kpi_kind_id(k->kind)),
               or_none(kpi_direction_id(k->direction)),
               or_none(rate_formula_id(k->formula)), k->from, k->to);
    put_number(b, k->has_tolerance, k->tolerance);
    put_number(b, k->has_weight, k->weight);
    if (k->actuals != ACTUALS_UNKNOWN)
        buf_printf(b, " actuals %d", (int)k->actuals);
    buf_printf(b, " [%s] line %u\n", k->reason, k->line);
}

static void put_lists(buf *b, const plan *p)
{
    for (size_t i = 0; i < p->department_count; i++) {
        const plan_department *d = &p->departments[i];

        buf_printf(b, "department [%s] contact [%s]\n", d->name, d->contact);
        put_texts(b, " aliases", d->aliases, d->alias_count);
        put_texts(b, " files", d->files, d->file_count);
    }
    for (size_t i = 0; i < p->goal_count; i++)
        buf_printf(b, "goal [%s] [%s]\n", p->goals[i].no, p->goals[i].title);
    for (size_t i = 0; i < p->kpi_rule_count; i++)
        put_kpi_rule(b, &p->kpi_rules[i]);
    for (size_t i = 0; i < p->band_count; i++) {
        buf_printf(b, "band [%s]", p->bands[i].grade);
        put_number(b, p->bands[i].has_bound, p->bands[i].at_least);
        buf_printf(b, " [%s] [%s]\n", p->bands[i].label, p->bands[i].color);
    }
    for (size_t i = 0; i < p->category_count; i++)
        buf_printf(b, "category [%s] [%s]\n", p->categories[i].status,
                   p->categories[i].label);
    for (size_t i = 0; i < p->override_count; i++) {
        const plan_override *o = &p->overrides[i];

        buf_printf(b, "override [%s][%s] %s [%s] [%s] [%s] line %u\n",
                   o->project, o->kpi, o->grade, o->reason, o->by, o->date,
                   o->line);
    }
}

static void put_headers(buf *b, const plan *p)
{
    for (size_t i = 0; i < p->word_count; i++)
        buf_printf(b, "word %s [%s] line %u\n", p->words[i].role,
                   p->words[i].word, p->words[i].line);
    for (size_t i = 0; i < p->pin_count; i++) {
        char cell[CELLREF_SIZE];

        cellref_write(cell, p->pins[i].row, p->pins[i].col);
        buf_printf(b, "pin [%s] %s %s %d line %u\n", p->pins[i].sheet,
                   p->pins[i].role, cell, p->pins[i].fiscal_year,
                   p->pins[i].line);
    }
    for (size_t i = 0; i < p->rule_count; i++)
        buf_printf(b, "rule %s %s [%s] line %u\n", p->rules[i].rule,
                   p->rules[i].severity, p->rules[i].reason,
                   p->rules[i].line);
}

/* ---- Values ----------------------------------------------------------- */

#define BANDS "bands: [{grade: A, at_least: 120}, {grade: B, at_least: 100}, "

static const struct value_case {
    const char *label;
    const char *yaml;
    const char *expected; /* stands in the plan as text */
} values[] = {
    { "names_file_and_hash", "{}", "file plan.yaml given 1 sha 64\n" },
    { "defaults_to_no_grades", "{}",
      "formula inverse ratio\nproject_rule 6\nrounding 1 0 0\n" },
    { "defaults_to_tokyo_and_japanese", "{}", "language 0\n" },
    { "reads_title", "title: 総合戦略 KPI達成状況", "title [総合戦略 KPI達成状況]" },
    { "reads_a_number_as_text", "title: 2020", "title [2020]" },
    { "trims_full_width_spaces", "title: \"　北九州　\"", "title [北九州]" },
    { "allows_an_empty_text_in_quotes", "title: \"\"", "title []" },
    { "reads_municipality", "municipality: 北九州市", "municipality [北九州市]" },
    { "reads_language", "language: en", "language 1" },
    { "reads_period", "period: {from: H27, to: H31}", "years 2015 2019 0" },
    { "reads_a_period_in_one_text", "period: H27～H31",
      "years 2015 2019 0" },
    { "reads_a_period_of_western_years", "period: {from: 2015, to: 2019}",
      "years 2015 2019 0" },
    { "reads_reported_year", "reported_year: H28", "years 0 0 2016" },
    { "reads_a_year_in_words", "reported_year: 令和２年度",
      "years 0 0 2020" },
    { "reads_a_western_year", "reported_year: 2016", "years 0 0 2016" },
    { "reads_full_width_years", "reported_year: ２０１６",
      "years 0 0 2016" },
    { "reads_the_first_year_of_an_era", "reported_year: R元",
      "years 0 0 2019" },
    { "reads_as_of", "as_of: 2017-06-30", "as_of 2017-06-30" },
    { "reads_a_day_with_slashes", "as_of: 2017/6/3", "as_of 2017-06-03" },
    { "reads_a_leap_day", "as_of: 2020-02-29", "as_of 2020-02-29" },
    { "reads_deadline", "deadline: 2017-05-31 17:00",
      "deadline 2017-05-31T17:00:00" },
    { "reads_deadline_with_t_and_seconds", "deadline: 2017-05-31T17:00:30",
      "deadline 2017-05-31T17:00:30" },
    { "lets_a_day_last_to_its_end", "deadline: 2017-05-31",
      "deadline 2017-05-31T23:59:59" },
    { "reads_timezone_by_name", "timezone: UTC", "zone 0" },
    { "reads_timezone_by_offset", "timezone: \"-03:30\"", "zone -210" },
    { "reads_tokyo", "timezone: Asia/Tokyo", "zone 540" },
    { "reads_layouts", "layouts: [grant, strategy]",
      "layouts: [grant] [strategy]" },
    { "reads_one_layout_without_brackets", "layouts: flat",
      "layouts: [flat]" },
    { "reads_departments_by_name", "departments: [環境局, 総務局]",
      "department [環境局] contact []\n aliases:\n files:\n"
      "department [総務局]" },
    { "reads_departments_in_full",
      "departments: [{name: 環境局, aliases: [環境部, 環境], "
      "files: \"*環境*.XLSX\", contact: 内線 12}]",
      "department [環境局] contact [内線 12]\n aliases: [環境部] [環境]\n"
      " files: [*環境*.xlsx]\n" },
    { "reads_grants", "grants: [先行型, 推進]", "grants: [先行型] [推進]" },
    { "reads_goals", "goals: [{no: Ⅰ, title: しごと}, {no: 2}]",
      "goal [Ⅰ] [しごと]\ngoal [2] []" },
    { "folds_patterns_and_keeps_codes",
      "kpis:\n- match: \"*ＫＰＩ 件数\"\n  project: Ａ？\n  code: 1-Ａ\n"
      "  kind: cumulative",
      "kpi [*kpi件数][a?][1-Ａ] cumulative - - 0 0 - - [] line 2" },
    { "reads_kpis_in_full",
      "kpis: [{match: x, kind: level, direction: down, formula: progress, "
      "from: H28, to: H31, tolerance: 5%, weight: 2.5, reason: 理由}]",
      "kpi [x][][] level down progress 2016 2019 1/20 5/2 [理由] line 1" },
    { "reads_a_tolerance_as_fraction",
      "kpis: [{match: x, direction: keep, tolerance: 0.05}]",
      "keep - 0 0 1/20" },
    { "reads_actuals_as_totals",
      "kpis: [{match: x, kind: cumulative, actuals: running}]",
      "cumulative - - 0 0 - - actuals 2 [] line 1" },
    { "reads_actuals_alone", "kpis: [{match: x, actuals: yearly}]",
      "actuals 1 " },
    { "reads_use", "use: [環境局_再提出.xlsx, \"a/b.xlsx\"]",
      "use: [環境局_再提出.xlsx] [a/b.xlsx]" },
    { "watches_by_default", "{}", "watch - averages -" },
    { "reads_watch", "watch: 2.5", "watch 5/2 " },
    { "reads_watch_that_is_off", "watch: 0", "watch 0 " },
    { "reads_averages", "averages: {cap: 200%}", "averages 200\n" },
    { "reads_formula", "formula: {down: mirror, up: progress}",
      "formula mirror progress" },
    { "reads_half_a_formula", "formula: {up: progress}",
      "formula inverse progress" },
    { "reads_project_rule", "project_rule: weighted-mean", "project_rule 3" },
    { "reads_rounding", "rounding: {digits: 0, mode: floor, grade_on: shown}",
      "rounding 0 1 1" },
    { "reads_scheme", "scheme: 80-60", "scheme [80-60]" },
    { "gives_the_bands_of_a_scheme", "scheme: 80-60",
      "band [順調] 80 [80%以上] [9DC3E6]\n"
      "band [やや遅れ] 60 [60%以上80%未満]" },
    { "keeps_suggestions_of_a_scheme", "scheme: naikakufu-4", "suggest 1" },
    { "reads_suggest_only", "suggest_only: true", "suggest 1" },
    { "reads_bands_exactly", BANDS "{grade: C, at_least: 99.5%}, {grade: D}]",
      "band [C] 199/2 " },
    { "labels_bands_by_shown_values",
      "rounding: {digits: 0, grade_on: shown}\n" BANDS "{grade: C}]",
      "band [A] 120 [120%以上] []\nband [B] 100 [100～119%] []\n"
      "band [C] - [99%以下] []" },
    { "labels_bands_by_exact_values", BANDS "{grade: C}]",
      "band [B] 100 [100%以上120%未満] []\nband [C] - [100%未満] []" },
    { "labels_bands_that_are_finer_than_shown",
      "rounding: {digits: 0, grade_on: shown}\nbands: [{grade: A, "
      "at_least: 99.5}, {grade: B}]", "band [B] - [99.5%未満]" },
    { "labels_bands_in_english", "language: en\n" BANDS "{grade: C}]",
      "band [B] 100 [100% to under 120%] []" },
    { "keeps_a_label_and_color_of_its_own",
      "bands: [{grade: ◎, at_least: 100, label: 達成, color: \"#c6e0b4\"}]",
      "band [◎] 100 [達成] [C6E0B4]" },
    { "reads_categories", "categories: [終了, {status: －, label: 調査中}]",
      "category [終了] [終了]\ncategory [－] [調査中]" },
    { "reads_count_grade", "count_grade: final", "count 2" },
    { "reads_overrides",
      "overrides:\n\n- {project: Ａ事業, kpi: 件数, grade: B, reason: 中止, "
      "by: 課長, date: 2017-06-20}",
      "override [a事業][件数] B [中止] [課長] [2017-06-20] line 3" },
    { "allows_an_override_to_a_category",
      "scheme: 80-60\ncategories: [{status: －, label: 評価なし}]\n"
      "overrides: [{project: x, grade: 評価なし, reason: y}]",
      "override [x][] 評価なし" },
    { "reads_headers", "headers:\n  target: [目標, めざす値]\n  actual: 実績値",
      "word target [目標] line 2\nword target [めざす値] line 2\n"
      "word actual [実績値] line 3" },
    { "reads_pins", "pins: [{sheet: Sheet*, role: actual, cell: e4, "
      "year: H28}]", "pin [sheet*] actual E4 2016 line 1" },
    { "reads_rules", "rules: [{rule: unit-differs, severity: off, "
      "reason: 様式}]", "rule unit-differs off [様式] line 1" },
    { "reads_notes", "notes:\n  - KPI：指標\n  - >-\n    二行の\n    文",
      "notes: [KPI：指標] [二行の 文]" },
    { "reads_paper", "paper: A3", "paper A3" },
    { "reads_font", "font: 游ゴシック", "font [游ゴシック]" },
    { "reads_cost_unit", "cost_unit: 千円", "cost_unit [千円]" },
    { "reads_empty_lists", "departments: []\nnotes: []", "notes:\n" },
    { "reads_crlf_and_a_byte_order_mark",
      "\xEF\xBB\xBFtitle: x\r\npaper: A3\r\n", "paper A3" },
};

static void reads_a_value(void **state)
{
    const struct value_case *c = *state;
    plan *p;
    kpi_error err;
    buf b;

    buf_init(&b);
    if (read_plan(&p, c->yaml, &err) != KPI_OK)
        fail_msg("%u:%u: %s", err.line, err.column, err.message);
    put_head(&b, p);
    put_lists(&b, p);
    put_headers(&b, p);
    assert_true(buf_ok(&b));
    if (strstr(buf_cstr(&b), c->expected) == NULL)
        fail_msg("no \"%s\" in\n%s", c->expected, buf_cstr(&b));
    buf_free(&b);
    plan_free(p);
}

/* ---- The table of keys ------------------------------------------------ */

static void put_examples(buf *b, const key_group *group)
{
    for (size_t i = 0; i < group->count; i++)
        buf_printf(b, "%s%s: %s", i > 0 ? ", " : "", group->keys[i].name,
                   group->keys[i].example);
}

static void read_or_fail(const char *yaml)
{
    plan *p;
    kpi_error err;

    if (read_plan(&p, yaml, &err) != KPI_OK)
        fail_msg("%s: %s", yaml, err.message);
    plan_free(p);
}

static void every_example_of_the_table_can_be_read(void **state)
{
    buf b;

    (void)state;
    buf_init(&b);
    for (size_t i = 0; i < plan_group.count; i++) {
        const plan_key *key = &plan_group.keys[i];

        buf_clear(&b);
        buf_printf(&b, "%s: %s\n", key->name, key->example);
        read_or_fail(buf_cstr(&b));
        if (key->group == NULL)
            continue;
        buf_clear(&b);
        buf_printf(&b, "%s: %s{", key->name, key->type == KEY_MAPS ? "[" : "");
        put_examples(&b, key->group);
        buf_printf(&b, "}%s\n", key->type == KEY_MAPS ? "]" : "");
        read_or_fail(buf_cstr(&b));
    }
    buf_free(&b);
}

static void every_key_stands_in_a_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < plan_group.count; i++) {
        const key_group *group = plan_group.keys[i].group;

        for (size_t j = 0; j <= (group != NULL ? group->count : 0); j++) {
            const char *name = j == 0 ? plan_group.keys[i].name
                                      : group->keys[j - 1].name;
            bool found = false;
            char needle[64];

            snprintf(needle, sizeof(needle), "%s:", name);
            for (size_t k = 0; k < sizeof(values) / sizeof(*values); k++)
                found = found || strstr(values[k].yaml, needle) != NULL;
            if (!found)
                fail_msg("no case reads %s", name);
        }
    }
}

/* ---- The samples -------------------------------------------------------- */

static plan *read_file(const char *name)
{
    static char bytes[1 << 16];
    FILE *file = fopen(name, "rb");
    kpi_source given = { name, bytes, 0 };
    plan *p = NULL;
    kpi_error err;

    if (file == NULL)
        fail_msg("%s cannot be opened", name);
    given.size = fread(bytes, 1, sizeof(bytes), file);
    fclose(file);
    if (plan_file_read(&p, &given, &err) != KPI_OK)
        fail_msg("%s:%u:%u: %s", name, err.line, err.column, err.message);
    return p;
}

static void reads_the_plan_of_the_strategy_report(void **state)
{
    plan *p = read_file("samples/kitakyushu/plan.yaml");

    (void)state;
    assert_string_equal(p->municipality, "北九州市");
    assert_int_equal(p->from, 2015);
    assert_int_equal(p->to, 2019);
    assert_int_equal(p->reported_year, 2016);
    assert_int_equal(p->department_count, 11);
    assert_int_equal(p->band_count, 4);
    assert_string_equal(p->bands[1].label, "100～119%");
    assert_int_equal(p->digits, 0);
    assert_int_equal(p->grade_on, GRADE_ON_SHOWN);
    assert_int_equal(p->project_rule, PROJECT_BEST);
    assert_int_equal(p->category_count, 3);
    assert_int_equal(p->note_count, 10);
    assert_int_equal(p->kpi_rule_count, 0);
    assert_int_equal(p->override_count, 0);
    plan_free(p);
}

static void reads_the_plan_of_the_grant_forms(void **state)
{
    plan *p = read_file("samples/fukuoka/plan.yaml");

    (void)state;
    assert_string_equal(p->municipality, "福岡市");
    assert_int_equal(p->reported_year, 2020);
    assert_int_equal(p->digits, 1);
    assert_int_equal(p->project_rule, PROJECT_NONE);
    assert_int_equal(p->band_count, 0);
    assert_string_equal(p->cost_unit, "千円");
    assert_string_equal(p->layouts[0], "grant");
    plan_free(p);
}

int main(void)
{
    struct CMUnitTest tests[128];
    size_t n = 0;

    TEST_ROWS(tests, n, reads_a_value, values);
    TEST_ONE(tests, n, every_example_of_the_table_can_be_read);
    TEST_ONE(tests, n, every_key_stands_in_a_case);
    TEST_ONE(tests, n, reads_the_plan_of_the_strategy_report);
    TEST_ONE(tests, n, reads_the_plan_of_the_grant_forms);
    return run_tests("plan_file", tests, n);
}
