/*
 * whatif.c - the same figures under another plan: whose grade changes, and why
 */
#include "kpi/whatif.h"

#include "kpi/achievement.h"
#include "kpi/achievement_parts.h"
#include "kpi/shared_kpis.h"

/* ---- Steps ------------------------------------------------------------ */

static void take_years(plan *p, const plan *from)
{
    p->from = from->from;
    p->to = from->to;
    p->reported_year = from->reported_year;
}

static void take_kpis(plan *p, const plan *from)
{
    p->kpi_rules = from->kpi_rules;
    p->kpi_rule_count = from->kpi_rule_count;
}

static void take_formula(plan *p, const plan *from)
{
    p->formula_down = from->formula_down;
    p->formula_up = from->formula_up;
}

static void take_status(plan *p, const plan *from)
{
    p->categories = from->categories;
    p->category_count = from->category_count;
}

static void take_rule(plan *p, const plan *from)
{
    p->project_rule = from->project_rule;
    p->given = from->given;
}

static void take_rounding(plan *p, const plan *from)
{
    p->digits = from->digits;
    p->rounding = from->rounding;
    p->grade_on = from->grade_on;
}

static void take_bands(plan *p, const plan *from)
{
    p->bands = from->bands;
    p->band_count = from->band_count;
    p->scheme = from->scheme;
    p->suggest_only = from->suggest_only;
}

/* ---- What a step says ------------------------------------------------- */

static void put_years(buf *out, const plan *p, plan_language language)
{
    if (p->from != 0)
        buf_printf(out, "%d–%d, ", p->from, p->to);
    if (p->reported_year != 0)
        buf_printf(out, "%d", p->reported_year);
    else
        buf_string(out, language == LANGUAGE_JA ? "最新の年度"
                                                : "the newest year");
}

static void put_kpi_rules(buf *out, const plan *p, plan_language language)
{
    buf_printf(out, language == LANGUAGE_JA ? "個別の指定 %zu件"
                                            : "%zu rules",
               p->kpi_rule_count);
}

static void put_formula(buf *out, const plan *p, plan_language language)
{
    (void)language;
    buf_printf(out, "down %s, up %s", rate_formula_id(p->formula_down),
               rate_formula_id(p->formula_up));
}

static void put_statuses(buf *out, const plan *p, plan_language language)
{
    bool ja = language == LANGUAGE_JA;

    for (size_t i = 0; i < p->category_count; i++)
        buf_printf(out, "%s%s", i == 0 ? "" : ja ? "、" : ", ",
                   p->categories[i].status);
    if (p->category_count == 0)
        buf_string(out, ja ? "なし" : "none");
}

static void put_rule(buf *out, const plan *p, plan_language language)
{
    buf_string(out, project_rule_name(p->project_rule, language));
}

static void put_rounding(buf *out, const plan *p, plan_language language)
{
    static const words modes[] = {
        [NUMBER_HALF_UP] = {{ "四捨五入", "half up" }},
        [NUMBER_FLOOR] = {{ "切り捨て", "floor" }},
        [NUMBER_TRUNCATE] = {{ "0に向けて切り捨て", "towards zero" }},
    };
    static const words on[] = {
        [GRADE_ON_EXACT] = {{ "端数処理前の値で判定",
                              "graded on the exact value" }},
        [GRADE_ON_SHOWN] = {{ "表示の値で判定",
                              "graded on the shown value" }},
    };

    if (language == LANGUAGE_JA)
        buf_printf(out, "小数%d桁に%s、%s", p->digits,
                   modes[p->rounding].in[language],
                   on[p->grade_on].in[language]);
    else
        buf_printf(out, "%d digits %s, %s", p->digits,
                   modes[p->rounding].in[language],
                   on[p->grade_on].in[language]);
}

static void put_bands(buf *out, const plan *p, plan_language language)
{
    for (size_t i = 0; i < p->band_count; i++) {
        buf_printf(out, "%s%s", i == 0 ? "" : " / ", p->bands[i].grade);
        if (p->bands[i].has_bound) {
            buf_char(out, ' ');
            number_put(out, p->bands[i].at_least, 0);
        }
    }
    if (p->band_count == 0)
        buf_string(out, language == LANGUAGE_JA ? "なし" : "none");
    if (p->suggest_only)
        buf_string(out, language == LANGUAGE_JA ? "（目安）"
                                                : " (suggestions)");
}

static const struct step {
    const char *id;
    words name;
    void (*take)(plan *p, const plan *from);
    void (*put)(buf *out, const plan *p, plan_language language);
} steps[WHATIF_STEPS] = {
    [WHATIF_YEARS] = { "years", {{ "年度", "years" }}, take_years,
                       put_years },
    [WHATIF_KPIS] = { "kpis", {{ "KPIごとの指定", "rules for KPIs" }},
                      take_kpis, put_kpi_rules },
    [WHATIF_FORMULA] = { "formula", {{ "計算式", "formula" }}, take_formula,
                         put_formula },
    [WHATIF_STATUS] = { "status", {{ "判定しない区分",
                                     "statuses not graded" }},
                        take_status, put_statuses },
    [WHATIF_RULE] = { "rule", {{ "事業の判定方法", "project rule" }},
                      take_rule, put_rule },
    [WHATIF_ROUNDING] = { "rounding", {{ "端数処理", "rounding" }},
                          take_rounding, put_rounding },
    [WHATIF_BANDS] = { "bands", {{ "判定の区分", "bands" }}, take_bands,
                       put_bands },
};

const char *whatif_step_id(whatif_step step)
{
    return steps[step].id;
}

const char *whatif_step_text(whatif_step step, plan_language language)
{
    return steps[step].name.in[language];
}

void whatif_put_setting(buf *out, const plan *p, whatif_step step,
                        plan_language language)
{
    steps[step].put(out, p, language);
}

/* ---- Copies that are assessed ----------------------------------------- */

/*
 * Projects and KPIs are copied, for their assessments; all else is shared
 * with the original. Texts of the assessment lie in `memory`.
 */
static bool copy_of(dataset *copy, const dataset *d, arena *memory)
{
    *copy = *d;
    arena_init(&copy->memory, 0);
    finding_list_init(&copy->findings, &copy->memory);
    copy->next = NULL;
    copy->projects = arena_array(memory, d->project_count,
                                 sizeof(*copy->projects));
    for (size_t i = 0; copy->projects != NULL && i < d->project_count; i++) {
        const project *from = &d->projects[i];
        project *to = &copy->projects[i];

        *to = *from;
        to->kpis = arena_array(memory, from->kpi_count, sizeof(*to->kpis));
        if (to->kpis == NULL)
            return false;
        for (size_t k = 0; k < from->kpi_count; k++)
            to->kpis[k] = from->kpis[k];
    }
    return copy->projects != NULL;
}

typedef struct comparing {
    whatif *out;
    arena *memory;       /* of what is given out */
    arena lasting;       /* of the call */
    const dataset *data;
    dataset copies[WHATIF_STEPS + 1]; /* before, then after each step */
    shared_kpis shared;
    bool failed;
} comparing;

static kpi_status assess_steps(comparing *c, kpi_error *err)
{
    plan p = *c->out->before;
    kpi_status status = KPI_OK;

    for (size_t i = 0; i <= WHATIF_STEPS && status == KPI_OK; i++) {
        if (i > 0)
            steps[i - 1].take(&p, c->out->after);
        if (!copy_of(&c->copies[i], c->data, &c->lasting))
            return kpi_fail_nomem(err);
        status = achievement_assess(&c->copies[i], &p, err);
    }
    return status;
}

/* ---- Changes ---------------------------------------------------------- */

static const char *keep_text(comparing *c, const char *string)
{
    const char *kept = arena_strdup(c->memory, string);

    c->failed = c->failed || kept == NULL;
    return kept == NULL ? "" : kept;
}

static whatif_side side_of(comparing *c, const kpi_assessment *a)
{
    whatif_side s = { .rate.known = a->rate.known };

    if (a->rate.known && !number_copy(c->memory, &s.rate.value,
                                      a->rate.value))
        c->failed = true;
    s.shown = keep_text(c, a->shown);
    s.grade = keep_text(c, a->grade);
    s.reason = keep_text(c, a->rate.known ? "" : a->reason_text);
    s.explain = keep_text(c, a->explain);
    return s;
}

/* What a KPI's assessment and a project's have in common. */
static kpi_assessment of_project(const project_assessment *a)
{
    return (kpi_assessment){ .rate = a->rate, .shown = a->shown,
                             .grade = a->grade, .explain = a->explain,
                             .reason_text = a->reason_text };
}

/* The assessment behind step `at`; kpi SIZE_MAX = of the project. */
static kpi_assessment standing(const comparing *c, size_t at, size_t index,
                               size_t kpi_index)
{
    const project *p = &c->copies[at].projects[index];

    return kpi_index == SIZE_MAX ? of_project(&p->assessment)
                                 : p->kpis[kpi_index].assessment;
}

static bool same_grade(const comparing *c, size_t a, size_t b, size_t index,
                       size_t kpi_index)
{
    kpi_assessment x = standing(c, a, index, kpi_index);
    kpi_assessment y = standing(c, b, index, kpi_index);

    return text_is(text_of(x.grade), y.grade);
}

static void compare(comparing *c, size_t index, size_t kpi_index)
{
    whatif *w = c->out;
    const project *p = &c->data->projects[index];
    bool of_kpi = kpi_index != SIZE_MAX;
    kpi_assessment before = standing(c, 0, index, kpi_index);
    kpi_assessment after = standing(c, WHATIF_STEPS, index, kpi_index);
    void *items = w->items;
    whatif_change *made;
    size_t step = 0;

    *(of_kpi ? &w->kpis_compared : &w->projects_compared) += 1;
    if (same_grade(c, 0, WHATIF_STEPS, index, kpi_index))
        return;
    while (same_grade(c, 0, step + 1, index, kpi_index))
        step++;
    made = arena_push(c->memory, &items, &w->count, &w->capacity,
                      sizeof(*made));
    if (made == NULL) {
        c->failed = true;
        return;
    }
    w->items = items;
    *made = (whatif_change){ .project = p, .step = (whatif_step)step };
    made->kpi = of_kpi ? &p->kpis[kpi_index] : NULL;
    made->before = side_of(c, &before);
    made->after = side_of(c, &after);
    *(of_kpi ? &w->kpis : &w->projects) += 1;
    (of_kpi ? w->kpi_steps : w->project_steps)[step]++;
}

static void compare_all(comparing *c)
{
    for (size_t i = 0; i < c->data->project_count && !c->failed; i++) {
        const project *p = &c->data->projects[i];

        if (p->relisted || p->superseded)
            continue;
        compare(c, i, SIZE_MAX);
        for (size_t k = 0; k < p->kpi_count; k++)
            if (!shared_kpis_again(&c->shared, i, k))
                compare(c, i, k);
    }
}

static kpi_status count_totals(comparing *c, kpi_error *err)
{
    whatif *w = c->out;
    grade_table t;
    kpi_status status = grade_count(&t, c->memory, &c->copies[0], w->before,
                                    GRADE_COMPUTED, err);

    w->totals_before = t.total;
    if (status == KPI_OK)
        status = grade_count(&t, c->memory, &c->copies[WHATIF_STEPS],
                             w->after, GRADE_COMPUTED, err);
    w->totals_after = t.total;
    return status;
}

kpi_status whatif_compare(whatif *out, arena *a, const dataset *d,
                          const plan *before, const plan *after,
                          kpi_error *err)
{
    comparing c = { .out = out, .memory = a, .data = d };
    kpi_status status;

    *out = (whatif){ .before = before, .after = after };
    arena_init(&c.lasting, 0);
    for (size_t i = 0; i <= WHATIF_STEPS; i++)
        arena_init(&c.copies[i].memory, 0);
    status = shared_kpis_find(&c.shared, &c.lasting, d)
                 ? assess_steps(&c, err) : kpi_fail_nomem(err);
    if (status == KPI_OK)
        status = count_totals(&c, err);
    if (status == KPI_OK)
        compare_all(&c);
    if (status == KPI_OK && c.failed)
        status = kpi_fail_nomem(err);
    for (size_t i = 0; i <= WHATIF_STEPS; i++)
        arena_free(&c.copies[i].memory);
    arena_free(&c.lasting);
    return status;
}
