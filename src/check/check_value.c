/*
 * check_value.c - single figures, years and words that cannot be
 */
#include "check/check_parts.h"

#include <stdio.h>
#include <string.h>

#include "kpi/consolidate.h"
#include "kpi/grade.h"
#include "wording/fold.h"
#include "wording/kpi_text.h"
#include "wording/units.h"

static text folded(checker *c, const char *typed)
{
    return text_of(check_key(c, typed));
}

static const char *unit_of(const kpi *k, const actual *a)
{
    return a->unit[0] != '\0' ? a->unit : k->unit;
}

/* ---- Actuals that are words ---------------------------------------------- */

/* Words that say why there is no figure. */
static const char *const reason_words[] = {
    "なし", "ため", "予定", "以降", "開始", "検討", "対象外", "調整", "準備",
    "次回", "中止", "延期", NULL,
};

static void actual_words(checker *c, const project *p, const kpi *k)
{
    if (!k->target.value.known)
        return;
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];
        bool needed;

        if (a->state != STATE_TEXT)
            continue;
        needed = a->fiscal_year == c->year && !check_excluded(p) &&
                 !milestone_reached(text_of(a->text)) &&
                 !check_holds(folded(c, a->text), reason_words);
        check_report(c, p, k, &(report){
            needed ? "actual-not-a-number" : "actual-is-text", a->where,
            a->text, { check_int(c, a->fiscal_year) } });
    }
}

/* ---- Percentages --------------------------------------------------------- */

/* Rates of growth and ratios may well exceed 100 %. */
static const char *const ratio_words[] = {
    "比", "倍", "伸び", "増", "減", "収支", "達成", "稼働", "利用率", NULL,
};

static bool above(checker *c, number x, int limit)
{
    return number_compare(x, calc_int(&c->calc, limit)) > 0;
}

static bool known_above(checker *c, const quantity *q, int limit)
{
    return q->known && above(c, q->value, limit);
}

static void percent_range(checker *c, const project *p, const kpi *k,
                          const actual *a)
{
    bool negative = number_sign(a->value.value) < 0;
    const kpi *of = k;

    if (!negative && !above(c, a->value.value, 100))
        return;
    if (known_above(c, &of->target.value, 100) ||
        known_above(c, &of->baseline.value, 100) ||
        (of->target.value.known && number_sign(of->target.value.value) < 0) ||
        check_holds(folded(c, k->name), ratio_words))
        return;
    check_report(c, p, k, &(report){
        "percent-out-of-range", a->where,
        check_figure(c, a->value.value, ""), { NULL } });
}

/* Most units are none: look for a byte of %, of ％ and ﾊ, of パ before they
 * are compared in earnest. */
static bool is_percent(const char *unit)
{
    for (const char *at = unit; *at != '\0'; at++)
        if (*at == '%' || *at == '\xEF' || *at == '\xE3')
            return units_is_percent(text_of(unit));
    return false;
}

/* 0 < x <= 1 */
static bool is_fraction(checker *c, number x)
{
    return number_sign(x) > 0 && !above(c, x, 1);
}

static void percent_fraction(checker *c, const project *p, const kpi *k,
                             number x, place where)
{
    check_report(c, p, k, &(report){
        "percent-as-fraction", where, check_figure(c, x, ""),
        { check_figure(c, calc_percent(&c->calc, x), "") } });
}

static void percents(checker *c, const project *p, const kpi *k)
{
    bool large = known_above(c, &k->target.value, 9) ||
                 known_above(c, &k->baseline.value, 9);

    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (!a->value.known || !is_percent(unit_of(k, a)))
            continue;
        percent_range(c, p, k, a);
        if (large && is_fraction(c, a->value.value))
            percent_fraction(c, p, k, a->value.value, a->where);
    }
    if (!is_percent(k->unit) || !k->target.value.known ||
        !is_fraction(c, k->target.value.value))
        return;
    for (size_t i = 0; i < k->actual_count; i++)
        if (known_above(c, &k->actuals[i].value, 9)) {
            percent_fraction(c, p, k, k->target.value.value,
                             k->target.where);
            return;
        }
}

/* ---- Counts -------------------------------------------------------------- */

static bool is_counter(checker *c, const char *unit)
{
    static const char *const counters[] = {
        "人", "名", "件", "社", "回", "世帯", "戸", "台", "校", "か所", "箇所",
        "ヶ所", "団体", "店", "店舗", "事業", "企業", "施設", "組",
    };
    text key = folded(c, unit);

    for (size_t i = 0; i < sizeof(counters) / sizeof(*counters); i++)
        if (text_is(key, counters[i]))
            return true;
    return false;
}

static void negative_count(checker *c, const project *p, const kpi *k,
                           const actual *a)
{
    static const char *const changes[] = {
        "増減", "増加", "減少", "純増", "収支", "差", "超過", "動態", NULL,
    };

    if (number_sign(a->value.value) >= 0 || check_holds(folded(c, k->name),
                                                        changes))
        return;
    if ((k->target.value.known && number_sign(k->target.value.value) < 0) ||
        (k->baseline.value.known && number_sign(k->baseline.value.value) < 0))
        return;
    check_report(c, p, k, &(report){ "negative-count", a->where,
                                     check_actual_text(c, a), { NULL } });
}

static void fraction_of_count(checker *c, const project *p, const kpi *k,
                              const actual *a)
{
    static const char *const means[] = {
        "平均", "当たり", "あたり", "率", "指数", "換算", NULL,
    };

    if (number_is_integer(a->value.value) ||
        (k->target.value.known && !number_is_integer(k->target.value.value)) ||
        check_holds(folded(c, k->name), means))
        return;
    check_report(c, p, k, &(report){ "fraction-of-count", a->where,
                                     check_actual_text(c, a), { NULL } });
}

static void counts(checker *c, const project *p, const kpi *k)
{
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];

        if (!a->value.known || (number_sign(a->value.value) >= 0 &&
                                number_is_integer(a->value.value)) ||
            !is_counter(c, unit_of(k, a)))
            continue;
        negative_count(c, p, k, a);
        fraction_of_count(c, p, k, a);
    }
}

/* ---- Targets ------------------------------------------------------------- */

static bool is_baseline(checker *c, const kpi *k)
{
    const target *t = &k->target;
    const char *unit = k->baseline.unit[0] != '\0' ? k->baseline.unit
                                                   : k->unit;
    number start;

    return k->baseline.value.known && t->from == 0 && !t->per_year &&
           !t->cumulative &&
           check_comparable(c, &start, k->baseline.value.value, unit,
                            k->unit) &&
           number_compare(start, t->value.value) == 0;
}

/* Fewer is better, or the level is to be kept. */
static bool may_be_low(checker *c, const kpi *k)
{
    static const char *const at_most[] = { "以下", "以内", "未満", "維持",
                                           NULL };

    return k->direction == DIRECTION_KEEP ||
           check_holds(folded(c, k->target.text), at_most) ||
           check_holds(folded(c, k->target.qualifier), at_most);
}

static void target_figure(checker *c, const project *p, const kpi *k)
{
    const target *t = &k->target;
    bool zero = t->value.known && number_sign(t->value.value) == 0 &&
                k->direction != DIRECTION_DOWN;
    bool same = t->value.known && is_baseline(c, k);

    if ((!zero && !same) || may_be_low(c, k))
        return;
    if (zero)
        check_report(c, p, k, &(report){ "target-zero", t->where, t->text,
                                         { NULL } });
    if (same)
        check_report(c, p, k, &(report){ "target-equals-baseline", t->where,
                                         t->text, { NULL } });
}

/* ---- Years --------------------------------------------------------------- */

static void target_years(checker *c, const project *p, const kpi *k)
{
    const target *t = &k->target;
    const plan *of = c->plan;

    if (t->from != 0 && t->to != 0 && t->from > t->to)
        check_report(c, p, k, &(report){
            "period-reversed", t->where, t->text,
            { check_int(c, t->from), check_int(c, t->to) } });
    if (of->from != 0 && of->to != 0 && t->to != 0 &&
        (t->to < of->from || t->to > of->to))
        check_report(c, p, k, &(report){
            "year-outside-plan", t->where, t->text,
            { check_int(c, t->to), check_int(c, of->from),
              check_int(c, of->to) } });
}

static void actual_years(checker *c, const project *p, const kpi *k)
{
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];
        const actual *first = kpi_actual(k, a->fiscal_year);

        if (a->fiscal_year != 0 && first != NULL && first < a)
            check_report(c, p, k, &(report){
                "year-duplicate", a->where, a->text,
                { check_int(c, a->fiscal_year) } });
        if (c->plan->reported_year != 0 && a->value.known &&
            a->fiscal_year > c->plan->reported_year)
            check_report(c, p, k, &(report){
                "actual-after-reported-year", a->where,
                check_actual_text(c, a),
                { check_int(c, a->fiscal_year),
                  check_int(c, c->plan->reported_year) } });
    }
}

static void project_period(checker *c, const project *p)
{
    if (p->has_period && p->period_from != 0 && p->period_to != 0 &&
        p->period_from > p->period_to)
        check_report(c, p, NULL, &(report){
            "period-reversed", p->where, "",
            { check_int(c, p->period_from), check_int(c, p->period_to) } });
}

/* ---- Words of the plan --------------------------------------------------- */

static bool is_grade(checker *c, const char *typed)
{
    text key = folded(c, typed);

    for (size_t i = 0; i < c->plan->band_count; i++)
        if (text_equal(key, folded(c, c->plan->bands[i].grade)))
            return true;
    return false;
}

static const char *all_grades(checker *c)
{
    buf b;

    buf_init(&b);
    for (size_t i = 0; i < c->plan->band_count; i++)
        buf_printf(&b, "%s%s", i == 0 ? "" : " ", c->plan->bands[i].grade);
    return calc_keep_buf(&c->calc, &b);
}

static void grade_words(checker *c, const project *p)
{
    if (c->plan->band_count == 0)
        return;
    if (p->declared_grade[0] != '\0' && !is_grade(c, p->declared_grade))
        check_report(c, p, NULL, &(report){
            "declared-grade-unknown", p->where, p->declared_grade,
            { all_grades(c) } });
    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];

        if (k->declared_grade[0] != '\0' && !is_grade(c, k->declared_grade))
            check_report(c, p, k, &(report){
                "declared-grade-unknown", k->where, k->declared_grade,
                { all_grades(c) } });
    }
}

static void status_words(checker *c, const project *p)
{
    if (c->plan->category_count > 0 && p->declared_status[0] != '\0' &&
        plan_category_of(c->plan, p->declared_status) == SIZE_MAX)
        check_report(c, p, NULL, &(report){
            "declared-status-unknown", p->where, p->declared_status,
            { NULL } });
}

static void goal_words(checker *c, const project *p)
{
    int no;

    if (c->plan->goal_count == 0 || !p->has_goal || p->goal.no[0] == '\0')
        return;
    no = heading_number(p->goal.no);
    for (size_t i = 0; i < c->plan->goal_count; i++) {
        const char *known = c->plan->goals[i].no;

        if ((no != 0 && heading_number(known) == no) ||
            text_equal(folded(c, p->goal.no), folded(c, known)))
            return;
    }
    check_report(c, p, NULL, &(report){ "goal-unknown", p->where,
                                        p->goal.title, { p->goal.no } });
}

/* Excel counts a cell's text in UTF-16; what stands over it is cut in the
 * official workbook. */
static void long_text(checker *c, const project *p, const kpi *k,
                      const char *t)
{
    enum { CELL_HOLDS = 32700 };
    text whole;
    size_t units = 0;
    char count[24];

    if (t[0] == '\0')
        return;
    whole = text_of(t);
    if (whole.length <= CELL_HOLDS)
        return;
    for (size_t at = 0; at < whole.length;)
        units += utf8_next(whole, &at) > 0xFFFF ? 2 : 1;
    if (units <= CELL_HOLDS)
        return;
    snprintf(count, sizeof(count), "%zu", units);
    check_report(c, p, k, &(report){ "text-too-long",
                                     k != NULL ? k->where : p->where, "",
                                     { count } });
}

static void long_texts(checker *c, const project *p)
{
    const char *const texts[] = {
        p->name, p->summary, p->purpose, p->measure, p->goal.title,
        p->theme.title, p->part.title, p->bureau, p->division,
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
        long_text(c, p, NULL, texts[i]);
    for (size_t i = 0; i < p->note_count; i++)
        long_text(c, p, NULL, p->notes[i]);
    for (size_t i = 0; i < p->activity_count; i++) {
        long_text(c, p, NULL, p->activities[i].title);
        long_text(c, p, NULL, p->activities[i].text);
    }
}

/* The KPI's sentence holds its name and both figures: said once. */
static void long_kpi_texts(checker *c, const project *p, const kpi *k)
{
    bool whole = strlen(k->target.text) > strlen(k->name);

    long_text(c, p, k, whole ? k->target.text : k->name);
    long_text(c, p, k, k->unit);
    long_text(c, p, k, k->remark);
    for (size_t i = 0; i < k->actual_count; i++)
        long_text(c, p, k, k->actuals[i].text);
}

void check_value(checker *c)
{
    static const kpi_check of_kpi[] = {
        actual_words, percents, counts, target_figure, target_years,
        actual_years, long_kpi_texts,
    };
    static const project_check of_project[] = {
        project_period, grade_words, status_words, goal_words, long_texts,
    };

    check_kpis(c, of_kpi, sizeof(of_kpi) / sizeof(*of_kpi));
    check_projects(c, of_project, sizeof(of_project) / sizeof(*of_project));
}
