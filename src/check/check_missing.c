/*
 * check_missing.c - what should stand there and does not
 */
#include "check/check_parts.h"

#include <string.h>

/* ---- Of a KPI ------------------------------------------------------------ */

static bool has_figure(const kpi *k)
{
    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].value.known)
            return true;
    return false;
}

/* － alone, in any of its forms. */
static bool is_bare_dash(const char *typed)
{
    text t = text_trim(text_of(typed));
    size_t at = 0;

    if (t.length == 0)
        return false;
    utf8_next(t, &at);
    return at == t.length;
}

/* An act instead of a figure: 計画策定（H28年度） */
static bool is_act(const kpi *k)
{
    return k->kind == KIND_MILESTONE ||
           (k->unit[0] == '\0' && k->target.text[0] != '\0' &&
            !is_bare_dash(k->target.text));
}

static void target_missing(checker *c, const project *p, const kpi *k)
{
    const target *t = &k->target;

    if (t->value.known || check_excluded(p))
        return;
    if (t->state == STATE_TEXT && has_figure(k))
        check_report(c, p, k, &(report){ "target-not-a-number", t->where,
                                         t->text, { NULL } });
    else if (t->state != STATE_TEXT && t->state != STATE_ERROR &&
             (!is_act(k) || has_figure(k)))
        check_report(c, p, k, &(report){ "target-missing", t->where, t->text,
                                         { NULL } });
}

static void target_year_missing(checker *c, const project *p, const kpi *k)
{
    const target *t = &k->target;

    if (t->value.known && t->to == 0 && t->from == 0 && !t->per_year &&
        k->kind != KIND_ANNUAL && k->planned_count == 0 &&
        !check_excluded(p))
        check_report(c, p, k, &(report){ "target-year-missing", t->where,
                                         "", { NULL } });
}

static void unit_missing(checker *c, const project *p, const kpi *k)
{
    if (k->unit[0] == '\0' && (k->target.value.known || has_figure(k)))
        check_report(c, p, k, &(report){ "unit-missing", k->target.where,
                                         "", { NULL } });
}

static void baseline_incomplete(checker *c, const project *p, const kpi *k)
{
    const baseline *b = &k->baseline;

    if (b->present && b->value.known && b->fiscal_year == 0)
        check_report(c, p, k, &(report){
            "baseline-year-missing", b->where,
            check_figure(c, b->value.value,
                         b->unit[0] != '\0' ? b->unit : k->unit), { NULL } });
    if (b->present && !b->value.known && b->fiscal_year != 0)
        check_report(c, p, k, &(report){ "baseline-value-missing", b->where,
                                         b->text, { NULL } });
}

static void kpi_name_missing(checker *c, const project *p, const kpi *k)
{
    if (text_trim(text_of(k->name)).length == 0)
        check_report(c, p, k, &(report){ "kpi-name-missing", k->where,
                                         k->target.text, { NULL } });
}

/* Which rule an actual without a final figure gives, or NULL. */
static const char *actual_rule(const checker *c, const project *p,
                               const kpi *k, const actual *a)
{
    bool reported = a->fiscal_year == c->year;
    bool begun = k->target.from == 0 || k->target.from <= a->fiscal_year;

    if (a->state == STATE_BLANK && a->fiscal_year != 0 &&
        a->fiscal_year <= c->year)
        return "actual-blank";
    if (!reported)
        return NULL;
    if (a->state == STATE_PENDING)
        return "actual-pending";
    if (a->state == STATE_PRELIMINARY)
        return "actual-preliminary";
    if (a->state == STATE_MISSING && begun && p->note_count == 0 &&
        k->remark[0] == '\0' && is_bare_dash(a->text))
        return "actual-missing";
    return NULL;
}

static void actual_open(checker *c, const project *p, const kpi *k)
{
    if (check_excluded(p))
        return;
    for (size_t i = 0; i < k->actual_count; i++) {
        const actual *a = &k->actuals[i];
        const char *id = actual_rule(c, p, k, a);

        if (id != NULL)
            check_report(c, p, k, &(report){
                id, a->where, a->text,
                { check_int(c, a->fiscal_year) } });
    }
}

static void reported_year_missing(checker *c, const project *p, const kpi *k)
{
    if (c->year == 0 || check_excluded(p) || k->target.from > c->year ||
        kpi_actual(k, c->year) != NULL)
        return;
    check_report(c, p, k, &(report){ "reported-year-missing", k->where, "",
                                     { check_int(c, c->year) } });
}

static void year_gap(checker *c, const project *p, const kpi *k)
{
    for (size_t i = 1; i < k->actual_count; i++) {
        int before = k->actuals[i - 1].fiscal_year;
        int after = k->actuals[i].fiscal_year;

        if (before == 0 || after <= before + 1 ||
            kpi_actual(k, before + 1) != NULL)
            continue;
        check_report(c, p, k, &(report){ "year-gap", k->actuals[i].where, "",
                                         { check_int(c, before + 1) } });
        return;
    }
}

/* ---- Of a project -------------------------------------------------------- */

static void project_incomplete(checker *c, const project *p)
{
    if (text_trim(text_of(p->name)).length == 0)
        check_report(c, p, NULL, &(report){ "project-name-missing", p->where,
                                            "", { NULL } });
    if (p->kpi_count == 0 && p->declared_status[0] == '\0')
        check_report(c, p, NULL, &(report){ "project-without-kpi", p->where,
                                            "", { NULL } });
}

/* What other projects of the file have, and so every one should. */
typedef struct habits {
    bool bureau, division, goal, grade, rate;
} habits;

static bool has_rate(const project *p)
{
    for (size_t i = 0; i < p->kpi_count; i++)
        if (p->kpis[i].declared_rate.known)
            return true;
    return false;
}

static bool has_grade(const project *p)
{
    for (size_t i = 0; i < p->kpi_count; i++)
        if (p->kpis[i].declared_grade[0] != '\0')
            return true;
    return p->declared_grade[0] != '\0';
}

static habits habits_of(const dataset *d)
{
    habits h = { 0 };

    for (size_t i = 0; i < d->project_count; i++) {
        const project *p = &d->projects[i];

        h.bureau = h.bureau || p->bureau[0] != '\0';
        h.division = h.division || p->division[0] != '\0';
        h.goal = h.goal || p->has_goal;
        h.grade = h.grade || has_grade(p);
        h.rate = h.rate || has_rate(p);
    }
    return h;
}

static void rates_missing(checker *c, const project *p)
{
    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];
        const actual *a = kpi_actual(k, c->year);

        if (k->target.value.known && a != NULL && a->value.known &&
            !k->declared_rate.known && k->declared_rate_text[0] == '\0')
            check_report(c, p, k, &(report){ "rate-missing", k->where, "",
                                             { NULL } });
    }
}

static void unlike_others(checker *c, const project *p, const habits *h)
{
    const report bureau = { "bureau-missing", p->where, "", { NULL } };
    const report goal = { "goal-missing", p->where, "", { NULL } };
    const report grade = { "grade-missing", p->where, "", { NULL } };

    /* a town may have divisions alone: 課 without 部 */
    if (p->bureau[0] == '\0' &&
        (h->bureau || (h->division && p->division[0] == '\0')))
        check_report(c, p, NULL, &bureau);
    if (h->goal && !p->has_goal)
        check_report(c, p, NULL, &goal);
    if (h->grade && !has_grade(p) && p->declared_status[0] == '\0')
        check_report(c, p, NULL, &grade);
    if (h->rate && !check_excluded(p))
        rates_missing(c, p);
}

void check_missing(checker *c)
{
    static const kpi_check of_kpi[] = {
        target_missing, target_year_missing, unit_missing,
        baseline_incomplete, kpi_name_missing, actual_open,
        reported_year_missing, year_gap,
    };
    static const project_check of_project[] = { project_incomplete };
    habits h = habits_of(c->data);

    check_kpis(c, of_kpi, sizeof(of_kpi) / sizeof(*of_kpi));
    check_projects(c, of_project, sizeof(of_project) / sizeof(*of_project));
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];

        if (!p->relisted && !p->superseded)
            unlike_others(c, p, &h);
    }
}
