/*
 * plan_keys.c - every key that a plan may hold: name, type, place, example
 */
#include "plan/plan_keys.h"

#include "plan/plan_read.h"

/* ---- Words ------------------------------------------------------------ */

#define COUNT(array) (sizeof(array) / sizeof(*(array)))
#define BIT(index) (1U << (unsigned)(index))

static const char *const languages[] = {
    [LANGUAGE_JA] = "ja", [LANGUAGE_EN] = "en" };
static const char *const project_rules[] = {
    [PROJECT_BEST] = "best", [PROJECT_WORST] = "worst",
    [PROJECT_MEAN] = "mean", [PROJECT_WEIGHTED_MEAN] = "weighted-mean",
    [PROJECT_FIRST] = "first", [PROJECT_COUNT_REACHED] = "count-reached",
    [PROJECT_NONE] = "none" };
static const char *const modes[] = {
    [NUMBER_HALF_UP] = "half-up", [NUMBER_FLOOR] = "floor" };
static const char *const grades_on[] = {
    [GRADE_ON_EXACT] = "exact", [GRADE_ON_SHOWN] = "shown" };
static const char *const choices[] = {
    [GRADE_DECLARED] = "declared", [GRADE_COMPUTED] = "computed",
    [GRADE_FINAL] = "final" };
static const char *const layouts[] = { "strategy", "grant", "flat", "wide" };
static const char *const severities[] = { "off", "notice", "warning",
                                          "error" };
static const char *const actuals_forms[] = {
    [ACTUALS_YEARLY] = "yearly", [ACTUALS_RUNNING] = "running" };
static const char *const papers[] = { "A4", "A3" };

static const char *kind_word(int index)
{
    return kpi_kind_id((kpi_kind)index);
}

static const char *direction_word(int index)
{
    return kpi_direction_id((kpi_direction)index);
}

static const char *formula_word(int index)
{
    return rate_formula_id((rate_formula)index);
}

#define WORDS(array) { array, NULL, (int)COUNT(array), 0 }

static const key_words language_words = WORDS(languages);
static const key_words project_rule_words = WORDS(project_rules);
static const key_words mode_words = WORDS(modes);
static const key_words grade_on_words = WORDS(grades_on);
static const key_words choice_words = WORDS(choices);
static const key_words layout_words = WORDS(layouts);
static const key_words severity_words = WORDS(severities);
static const key_words actuals_words = WORDS(actuals_forms);
static const key_words paper_words = WORDS(papers);
static const key_words kind_words = { NULL, kind_word, KIND_COUNT, 0 };
static const key_words direction_words = { NULL, direction_word,
                                           DIRECTION_COUNT, 0 };
static const key_words formula_words = { NULL, formula_word, FORMULA_COUNT,
                                         0 };
static const key_words down_words = { NULL, formula_word, FORMULA_COUNT,
                                      BIT(FORMULA_INVERSE) |
                                          BIT(FORMULA_MIRROR) };
static const key_words up_words = { NULL, formula_word, FORMULA_COUNT,
                                    BIT(FORMULA_RATIO) |
                                        BIT(FORMULA_PROGRESS) };

const char *key_word(const key_words *words, int index)
{
    if (index < 0 || index >= words->count)
        return NULL;
    if (words->allowed != 0 && (words->allowed & BIT(index)) == 0)
        return NULL;
    return words->names != NULL ? words->names[index] : words->name(index);
}

/* ---- Maps within a plan ----------------------------------------------- */

/* One line a key: name, type, field, a second field. */
#define KEY(name, type, of, field)                                          \
    name, type, offsetof(of, field), NO_FIELD, NULL, NULL
#define KEY2(name, type, of, field, also)                                   \
    name, type, offsetof(of, field), offsetof(of, also), NULL, NULL
#define KEYW(name, type, of, field, words)                                  \
    name, type, offsetof(of, field), NO_FIELD, &(words), NULL

static const plan_key period_keys[] = {
    { KEY("from", KEY_YEAR, plan, from), true, "H27" },
    { KEY("to", KEY_YEAR, plan, to), true, "H31" },
};
static const plan_key formula_keys[] = {
    { KEYW("down", KEY_WORD, plan, formula_down, down_words), false,
      "inverse" },
    { KEYW("up", KEY_WORD, plan, formula_up, up_words), false, "ratio" },
};
static const plan_key rounding_keys[] = {
    { KEY("digits", KEY_DIGITS, plan, digits), false, "1" },
    { KEYW("mode", KEY_WORD, plan, rounding, mode_words), false, "half-up" },
    { KEYW("grade_on", KEY_WORD, plan, grade_on, grade_on_words), false,
      "shown" },
};
static const plan_key averages_keys[] = {
    { KEY2("cap", KEY_PERCENT, plan, average_cap, has_averages), true,
      "200" },
};
static const plan_key department_keys[] = {
    { KEY("name", KEY_TEXT, plan_department, name), true, "環境局" },
    { KEY2("aliases", KEY_TEXTS, plan_department, aliases, alias_count),
      false, "[環境部, 環境]" },
    { KEY2("files", KEY_NAMES, plan_department, files, file_count), false,
      "[\"*環境*.xlsx\"]" },
    { KEY("contact", KEY_TEXT, plan_department, contact), false,
      "総務課 内線1234" },
};
static const plan_key goal_keys[] = {
    { KEY("no", KEY_TEXT, heading, no), true, "Ⅰ" },
    { KEY("title", KEY_TEXT, heading, title), false, "しごとをつくる" },
};
static const plan_key kpi_keys[] = {
    { KEY("match", KEY_NAME, plan_kpi_rule, match), false, "\"*件数\"" },
    { KEY("project", KEY_NAME, plan_kpi_rule, project), false,
      "\"*支援事業\"" },
    { KEY("code", KEY_TEXT, plan_kpi_rule, code), false, "1-2-03" },
    { KEYW("kind", KEY_WORD, plan_kpi_rule, kind, kind_words), false,
      "cumulative" },
    { KEYW("direction", KEY_WORD, plan_kpi_rule, direction, direction_words),
      false, "down" },
    { KEYW("formula", KEY_WORD, plan_kpi_rule, formula, formula_words),
      false, "progress" },
    { KEYW("actuals", KEY_WORD, plan_kpi_rule, actuals, actuals_words),
      false, "running" },
    { KEY("from", KEY_YEAR, plan_kpi_rule, from), false, "H28" },
    { KEY("to", KEY_YEAR, plan_kpi_rule, to), false, "H31" },
    { KEY2("tolerance", KEY_FRACTION, plan_kpi_rule, tolerance,
           has_tolerance), false, "5%" },
    { KEY2("weight", KEY_WEIGHT, plan_kpi_rule, weight, has_weight), false,
      "2" },
    { KEY("reason", KEY_TEXT, plan_kpi_rule, reason), false,
      "要綱第3条で累計と定めたため" },
};
static const plan_key band_keys[] = {
    { KEY("grade", KEY_TEXT, plan_band, grade), true, "A" },
    { KEY2("at_least", KEY_PERCENT, plan_band, at_least, has_bound), false,
      "120" },
    { KEY("label", KEY_TEXT, plan_band, label), false, "120%以上" },
    { KEY("color", KEY_COLOR, plan_band, color), false, "C6E0B4" },
};
static const plan_key category_keys[] = {
    { KEY("status", KEY_TEXT, plan_category, status), true,
      "数値目標対象外" },
    { KEY("label", KEY_TEXT, plan_category, label), false, "対象外" },
};
static const plan_key override_keys[] = {
    { KEY("project", KEY_NAME, plan_override, project), true,
      "インターンシップ事業" },
    { KEY("kpi", KEY_NAME, plan_override, kpi), false, "参加者数" },
    { KEY("grade", KEY_TEXT, plan_override, grade), true, "B" },
    { KEY("reason", KEY_TEXT, plan_override, reason), true,
      "台風による中止が2回あったため" },
    { KEY("by", KEY_TEXT, plan_override, by), false, "企画課長" },
    { KEY("date", KEY_DATE, plan_override, date), false, "2017-06-20" },
};
static const plan_key pin_keys[] = {
    { KEY("sheet", KEY_NAME, plan_pin, sheet), false, "\"Sheet*\"" },
    { KEY("role", KEY_ID, plan_pin, role), true, "target" },
    { KEY2("cell", KEY_CELL, plan_pin, row, col), true, "E4" },
    { KEY("year", KEY_YEAR, plan_pin, fiscal_year), false, "H28" },
};
static const plan_key rule_keys[] = {
    { KEY("rule", KEY_ID, plan_rule, rule), true, "hidden-data" },
    { KEYW("severity", KEY_CHOICE, plan_rule, severity, severity_words),
      true, "off" },
    { KEY("reason", KEY_TEXT, plan_rule, reason), true,
      "様式が行を隠しているため" },
};

static kpi_status department_name(plan_reader *r, void *item,
                                  const yaml_node *node)
{
    return plan_value(r, &department_keys[0], node, item);
}

static kpi_status category_status(plan_reader *r, void *item,
                                  const yaml_node *node)
{
    return plan_value(r, &category_keys[0], node, item);
}

#define GROUP(name, keys, size, line, brief, check)                         \
    { name, keys, COUNT(keys), size, line, brief, check }

static const key_group period_group = GROUP(
    "period", period_keys, 0, NO_FIELD, plan_period, plan_check_period);
static const key_group formula_group = GROUP(
    "formula", formula_keys, 0, NO_FIELD, NULL, NULL);
static const key_group rounding_group = GROUP(
    "rounding", rounding_keys, 0, NO_FIELD, NULL, NULL);
static const key_group averages_group = GROUP(
    "averages", averages_keys, 0, NO_FIELD, NULL, plan_check_averages);
static const key_group department_group = GROUP(
    "departments", department_keys, sizeof(plan_department), NO_FIELD,
    department_name, NULL);
static const key_group goal_group = GROUP(
    "goals", goal_keys, sizeof(heading), NO_FIELD, NULL, NULL);
static const key_group kpi_group = GROUP(
    "kpis", kpi_keys, sizeof(plan_kpi_rule), offsetof(plan_kpi_rule, line),
    NULL, plan_check_kpi_rule);
static const key_group band_group = GROUP(
    "bands", band_keys, sizeof(plan_band), NO_FIELD, NULL, NULL);
static const key_group category_group = GROUP(
    "categories", category_keys, sizeof(plan_category), NO_FIELD,
    category_status, plan_check_category);
static const key_group override_group = GROUP(
    "overrides", override_keys, sizeof(plan_override),
    offsetof(plan_override, line), NULL, NULL);
static const key_group pin_group = GROUP(
    "pins", pin_keys, sizeof(plan_pin), offsetof(plan_pin, line), NULL, NULL);
static const key_group rule_group = GROUP(
    "rules", rule_keys, sizeof(plan_rule), offsetof(plan_rule, line), NULL,
    NULL);

/* ---- The plan --------------------------------------------------------- */

#define MAP(name, group) name, KEY_MAP, 0, NO_FIELD, NULL, &(group)
#define MAPS(name, field, also, group)                                      \
    name, KEY_MAPS, offsetof(plan, field), offsetof(plan, also), NULL,      \
        &(group)

static const plan_key plan_keys[] = {
    { KEY("title", KEY_TEXT, plan, title), false,
      "総合戦略 KPI達成状況（平成28年度末時点）" },
    { KEY("municipality", KEY_TEXT, plan, municipality), false, "北九州市" },
    { KEYW("language", KEY_WORD, plan, language, language_words), false,
      "ja" },
    { MAP("period", period_group), false, "{from: H27, to: H31}" },
    { KEY("reported_year", KEY_YEAR, plan, reported_year), false, "H28" },
    { KEY("as_of", KEY_DATE, plan, as_of), false, "2017-06-30" },
    { KEY("deadline", KEY_TIME, plan, deadline), false, "2017-05-31 17:00" },
    { KEY("timezone", KEY_ZONE, plan, zone_minutes), false, "Asia/Tokyo" },
    { "layouts", KEY_CHOICES, offsetof(plan, layouts),
      offsetof(plan, layout_count), &layout_words, NULL, false,
      "[strategy]" },
    { MAPS("departments", departments, department_count, department_group),
      false, "[産業経済局, 環境局]" },
    { KEY2("grants", KEY_TEXTS, plan, grants, grant_count), false,
      "[地方創生先行型, 地方創生推進]" },
    { MAPS("goals", goals, goal_count, goal_group), false,
      "[{no: Ⅰ, title: しごとをつくる}]" },
    { MAPS("kpis", kpi_rules, kpi_rule_count, kpi_group), false,
      "[{match: \"*件数\", kind: cumulative}]" },
    { MAP("formula", formula_group), false, "{down: inverse, up: ratio}" },
    { KEYW("project_rule", KEY_WORD, plan, project_rule, project_rule_words),
      false, "best" },
    { MAP("rounding", rounding_group), false,
      "{digits: 0, mode: half-up, grade_on: shown}" },
    { KEY2("watch", KEY_PERCENT, plan, watch, has_watch), false, "5" },
    { MAP("averages", averages_group), false, "{cap: 200}" },
    { KEY("scheme", KEY_SCHEME, plan, scheme), false, "120-100-70" },
    { MAPS("bands", bands, band_count, band_group), false,
      "[{grade: A, at_least: 120}, {grade: B}]" },
    { KEY("suggest_only", KEY_BOOL, plan, suggest_only), false, "true" },
    { MAPS("categories", categories, category_count, category_group), false,
      "[{status: 数値目標対象外, label: 対象外}]" },
    { KEYW("count_grade", KEY_WORD, plan, count_grade, choice_words), false,
      "declared" },
    { MAPS("overrides", overrides, override_count, override_group), false,
      "[{project: P, grade: B, reason: \"...\"}]" },
    { KEY2("headers", KEY_HEADERS, plan, words, word_count), false,
      "{target: [目標, めざす値]}" },
    { MAPS("pins", pins, pin_count, pin_group), false,
      "[{role: target, cell: E4}]" },
    { MAPS("rules", rules, rule_count, rule_group), false,
      "[{rule: hidden-data, severity: off, reason: \"...\"}]" },
    { KEY2("use", KEY_TEXTS, plan, use, use_count), false,
      "[環境局_再提出.xlsx]" },
    { KEY2("notes", KEY_TEXTS, plan, notes, note_count), false,
      "[\"KPI：成果目標\"]" },
    { KEYW("paper", KEY_CHOICE, plan, paper, paper_words), false, "A4" },
    { KEY("font", KEY_TEXT, plan, font), false, "游ゴシック" },
    { KEY("cost_unit", KEY_TEXT, plan, cost_unit), false, "千円" },
};

const key_group plan_group = GROUP("", plan_keys, sizeof(plan), NO_FIELD,
                                   NULL, NULL);
