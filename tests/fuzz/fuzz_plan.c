/*
 * fuzz_plan.c - any bytes as a plan
 *
 * A plan that reads is well-formed: no string is NULL or broken, bands fall,
 * years and words are in range, what needs a reason has one. A plan that
 * does not says where and why, within the text.
 */
#include "base/calendar.h"
#include "fuzz/check.h"
#include "plan/plan_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { MOST_BYTES = 1 << 16, FIRST_YEAR = 1868, LAST_YEAR = 2199 };

static void check_text(const char *string)
{
    check(string != NULL && utf8_valid(text_of(string)));
}

static void check_filled(const char *string)
{
    check_text(string);
    check(string[0] != '\0');
}

static void check_texts(const char *const *strings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        check_filled(strings[i]);
}

static void check_year(int year)
{
    check(year == 0 || (year >= FIRST_YEAR && year <= LAST_YEAR));
}

static void check_bands(const plan *p)
{
    for (size_t i = 0; i < p->band_count; i++) {
        check_filled(p->bands[i].grade);
        check_filled(p->bands[i].label);
        check_text(p->bands[i].color);
        check(p->bands[i].has_bound || i + 1 == p->band_count);
        if (i > 0 && p->bands[i].has_bound)
            check(number_compare(p->bands[i].at_least,
                                 p->bands[i - 1].at_least) < 0);
    }
}

static void check_kpi_rules(const plan *p)
{
    for (size_t i = 0; i < p->kpi_rule_count; i++) {
        const plan_kpi_rule *k = &p->kpi_rules[i];

        check_text(k->match);
        check_text(k->project);
        check_text(k->code);
        check_text(k->reason);
        check(k->match[0] != '\0' || k->project[0] != '\0' ||
              k->code[0] != '\0');
        check(k->kind < KIND_COUNT && k->direction < DIRECTION_COUNT &&
              k->formula < FORMULA_COUNT);
        check_year(k->from);
        check_year(k->to);
        check(!k->has_weight || number_sign(k->weight) > 0);
        check(!k->has_tolerance || number_sign(k->tolerance) >= 0);
        check(k->line > 0);
    }
}

static void check_lists(const plan *p)
{
    check_texts(p->grants, p->grant_count);
    check_texts(p->layouts, p->layout_count);
    check_texts(p->notes, p->note_count);
    for (size_t i = 0; i < p->department_count; i++) {
        check_filled(p->departments[i].name);
        check_text(p->departments[i].contact);
        check_texts(p->departments[i].aliases, p->departments[i].alias_count);
        check_texts(p->departments[i].files, p->departments[i].file_count);
    }
    for (size_t i = 0; i < p->goal_count; i++) {
        check_filled(p->goals[i].no);
        check_text(p->goals[i].title);
    }
    for (size_t i = 0; i < p->category_count; i++) {
        check_filled(p->categories[i].status);
        check_filled(p->categories[i].label);
    }
    for (size_t i = 0; i < p->override_count; i++) {
        check_filled(p->overrides[i].project);
        check_filled(p->overrides[i].grade);
        check_filled(p->overrides[i].reason);
        check(p->overrides[i].date[0] == '\0' ||
              calendar_day_valid(p->overrides[i].date));
    }
    for (size_t i = 0; i < p->rule_count; i++) {
        check_filled(p->rules[i].rule);
        check_filled(p->rules[i].severity);
        check_filled(p->rules[i].reason);
    }
    for (size_t i = 0; i < p->word_count; i++) {
        check_filled(p->words[i].role);
        check_filled(p->words[i].word);
    }
    for (size_t i = 0; i < p->pin_count; i++) {
        check_filled(p->pins[i].role);
        check_year(p->pins[i].fiscal_year);
    }
}

static void check_plan(const plan *p)
{
    check(p->given && strlen(p->sha256) == 64);
    check_text(p->title);
    check_text(p->municipality);
    check_text(p->scheme);
    check_text(p->font);
    check_text(p->cost_unit);
    check_filled(p->paper);
    check_year(p->from);
    check_year(p->to);
    check_year(p->reported_year);
    check(p->from <= p->to);
    check(p->as_of[0] == '\0' || calendar_day_valid(p->as_of));
    check(p->deadline[0] == '\0' || strlen(p->deadline) == 19);
    check(p->zone_minutes >= -14 * 60 && p->zone_minutes <= 14 * 60);
    check(p->digits >= 0 && p->digits <= 6);
    check(p->project_rule <= PROJECT_NONE && p->rounding <= NUMBER_FLOOR);
    check_bands(p);
    check_kpi_rules(p);
    check_lists(p);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_source given = { "plan.yaml", bytes, size };
    kpi_error err;
    plan *p;

    if (size > MOST_BYTES)
        return 0;
    memset(&err, 0, sizeof(err));
    if (plan_file_read(&p, &given, &err) == KPI_OK) {
        check_plan(p);
        plan_free(p);
        return 0;
    }
    check(p == NULL && err.status == KPI_E_PLAN);
    check(strcmp(err.source, "plan.yaml") == 0);
    check_filled(err.message);
    check(err.line <= size + 2);
    return 0;
}
