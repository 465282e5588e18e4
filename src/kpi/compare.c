/*
 * compare.c - what changed between two datasets: pairs, changes, effects
 */
#include "kpi/compare_parts.h"

#include <string.h>

#include "kpi/achievement.h"
#include "kpi/consolidate.h"
#include "wording/fold.h"

/* ---- Lists of what takes part ------------------------------------------ */

static text fold(comparing *c, const char *typed)
{
    text folded = text_of("");

    if (typed[0] != '\0' &&
        !fold_key(&c->work, &folded, text_of(typed)))
        c->failed = true;
    return folded;
}

/* Ⅰ, I and 1 are one goal; one without a number is known by its title. */
static text goal_key(comparing *c, const project *p)
{
    int no = p->has_goal ? heading_number(p->goal.no) : 0;
    const char *made;

    if (!p->has_goal)
        return text_of("");
    if (no == 0)
        return fold(c, p->goal.no[0] != '\0' ? p->goal.no : p->goal.title);
    made = calc_keep(&c->calc, arena_printf(&c->work, "#%d", no));
    return text_of(made);
}

static void add_kpis(comparing *c, compare_list *l, const project *p,
                     size_t entry)
{
    for (size_t i = 0; i < p->kpi_count; i++) {
        const kpi *k = &p->kpis[i];

        l->kpis[l->kpi_count++] = (kpi_entry){
            k, entry, fold(c, k->name), fold(c, k->code), fold(c, k->unit),
            { SIZE_MAX, MATCH_NONE } };
    }
}

static void make_list(comparing *c, compare_list *l, const dataset *d)
{
    size_t kpis = 0;

    for (size_t i = 0; i < d->project_count; i++)
        kpis += d->projects[i].kpi_count;
    l->projects = arena_array(&c->work, d->project_count + 1,
                              sizeof(*l->projects));
    l->kpis = arena_array(&c->work, kpis + 1, sizeof(*l->kpis));
    if (l->projects == NULL || l->kpis == NULL) {
        c->failed = true;
        return;
    }
    for (size_t i = 0; i < d->project_count && !c->failed; i++) {
        const project *p = &d->projects[i];

        if (p->superseded)
            continue;
        l->projects[l->project_count] = (project_entry){
            p, goal_key(c, p), fold(c, p->name), fold(c, p->bureau),
            { SIZE_MAX, MATCH_NONE } };
        add_kpis(c, l, p, l->project_count++);
    }
}

/* ---- Effects ------------------------------------------------------------ */

static compare_effect effect_of(quantity old_rate, const char *old_shown,
                                const char *old_grade, quantity now_rate,
                                const char *now_shown, const char *now_grade)
{
    compare_effect e = { old_rate, now_rate,
                         old_shown == NULL ? "" : old_shown,
                         now_shown == NULL ? "" : now_shown,
                         old_grade == NULL ? "" : old_grade,
                         now_grade == NULL ? "" : now_grade, false, false };

    e.rate_changed = old_rate.known != now_rate.known ||
                     (old_rate.known &&
                      number_compare(old_rate.value, now_rate.value) != 0);
    e.grade_changed = strcmp(e.old_grade, e.now_grade) != 0;
    return e;
}

static compare_effect kpi_effect(const kpi *old, const kpi *now)
{
    static const kpi_assessment none = { .done = false };
    const kpi_assessment *a = old != NULL ? &old->assessment : &none;
    const kpi_assessment *b = now != NULL ? &now->assessment : &none;

    return effect_of(a->rate, a->shown, a->final_grade, b->rate, b->shown,
                     b->final_grade);
}

static compare_effect project_effect(const project *old, const project *now)
{
    static const project_assessment none = { .done = false };
    const project_assessment *a = old != NULL ? &old->assessment : &none;
    const project_assessment *b = now != NULL ? &now->assessment : &none;

    return effect_of(a->rate, a->shown, a->final_grade, b->rate, b->shown,
                     b->final_grade);
}

/* ---- The result ----------------------------------------------------------- */

static void count_effect(comparison *out, const compare_effect *e)
{
    out->rates_changed += e->rate_changed;
    out->grades_changed += e->grade_changed;
}

static void count_changes(comparison *out, const compare_changes *changes,
                          size_t *changed)
{
    out->minor += changes->minor;
    *changed += changes->count > changes->minor;
}

static void put_project(comparing *c, comparison *out, const project *old,
                        const project *now, compare_match match)
{
    compare_project *p = &out->projects[out->project_count++];

    *p = (compare_project){ .match = match, .old = old, .now = now,
                            .effect = project_effect(old, now) };
    if (old != NULL && now != NULL)
        compare_project_fields(c, &p->changes, old, now);
    out->projects_added += old == NULL;
    out->projects_removed += now == NULL;
    out->suggested += match == MATCH_SUGGESTED;
    count_changes(out, &p->changes, &out->projects_changed);
    out->grades_changed += p->effect.grade_changed;
}

static void put_kpi(comparing *c, comparison *out, const kpi_entry *old,
                    const kpi_entry *now, compare_match match)
{
    compare_kpi *k = &out->kpis[out->kpi_count++];
    bool same = true;

    *k = (compare_kpi){ .match = match };
    if (old != NULL) {
        k->old = old->record;
        k->old_project = c->old.projects[old->project].record;
    }
    if (now != NULL) {
        k->now = now->record;
        k->now_project = c->now.projects[now->project].record;
    }
    k->effect = kpi_effect(k->old, k->now);
    if (old != NULL && now != NULL) {
        same = c->old.projects[old->project].pair.partner == now->project;
        compare_kpi_fields(c, &k->changes, k, same);
    }
    out->kpis_added += old == NULL;
    out->kpis_removed += now == NULL;
    out->suggested += match == MATCH_SUGGESTED;
    count_changes(out, &k->changes, &out->kpis_changed);
    count_effect(out, &k->effect);
}

static void put_all(comparing *c, comparison *out)
{
    const compare_list *old = &c->old, *now = &c->now;

    out->projects = arena_array(c->memory,
                                old->project_count + now->project_count + 1,
                                sizeof(*out->projects));
    out->kpis = arena_array(c->memory, old->kpi_count + now->kpi_count + 1,
                            sizeof(*out->kpis));
    if (out->projects == NULL || out->kpis == NULL) {
        c->failed = true;
        return;
    }
    for (size_t i = 0; i < now->project_count; i++) {
        const project_entry *e = &now->projects[i];

        put_project(c, out, e->pair.partner == SIZE_MAX
                                ? NULL
                                : old->projects[e->pair.partner].record,
                    e->record, e->pair.match);
    }
    for (size_t i = 0; i < old->project_count; i++)
        if (old->projects[i].pair.partner == SIZE_MAX)
            put_project(c, out, old->projects[i].record, NULL, MATCH_NONE);
    for (size_t i = 0; i < now->kpi_count; i++) {
        const kpi_entry *e = &now->kpis[i];

        put_kpi(c, out, e->pair.partner == SIZE_MAX
                            ? NULL : &old->kpis[e->pair.partner],
                e, e->pair.match);
    }
    for (size_t i = 0; i < old->kpi_count; i++)
        if (old->kpis[i].pair.partner == SIZE_MAX)
            put_kpi(c, out, &old->kpis[i], NULL, MATCH_NONE);
}

kpi_status compare_datasets(comparison *out, arena *a, const dataset *old,
                            const dataset *now, const plan *p,
                            kpi_error *err)
{
    comparing c = { .memory = a };

    *out = (comparison){ .plan = p, .old = old, .now = now };
    arena_init(&c.work, 0);
    c.calc.memory = &c.work;
    make_list(&c, &c.old, old);
    if (!c.failed)
        make_list(&c, &c.now, now);
    if (!c.failed)
        compare_pair_all(&c);
    if (!c.failed)
        put_all(&c, out);
    arena_free(&c.work);
    if (c.failed || c.calc.failed)
        return kpi_fail_nomem(err);
    return KPI_OK;
}

bool compare_same(const comparison *c, bool minor)
{
    return c->projects_added + c->projects_removed + c->projects_changed +
               c->kpis_added + c->kpis_removed + c->kpis_changed +
               c->rates_changed + c->grades_changed + c->suggested == 0 &&
           (!minor || c->minor == 0);
}

/* ---- Assessing both -------------------------------------------------------- */

static bool has_year(const dataset *d, int year)
{
    for (size_t i = 0; i < d->project_count; i++)
        for (size_t k = 0; k < d->projects[i].kpi_count; k++) {
            const actual *a = kpi_actual(&d->projects[i].kpis[k], year);

            if (a != NULL && a->state != STATE_BLANK)
                return true;
        }
    return false;
}

kpi_status compare_assess(dataset *old, dataset *now, const plan *p,
                          kpi_error *err)
{
    kpi_status status = achievement_assess(now, p, err);

    return status == KPI_OK ? compare_assess_old(old, p, err) : status;
}

kpi_status compare_assess_old(dataset *old, const plan *p, kpi_error *err)
{
    plan last_year = *p;

    if (p->reported_year != 0 && !has_year(old, p->reported_year))
        last_year.reported_year = 0; /* the newest that it has */
    return achievement_assess(old, &last_year, err);
}

/* ---- Words ------------------------------------------------------------------ */

static const struct compare_words {
    const char *id;
    const char *in[2]; /* by plan_language */
} fields[COMPARE_FIELDS] = {
    [COMPARE_GOAL] = { "goal", { "基本目標", "goal" } },
    [COMPARE_THEME] = { "theme", { "テーマ", "theme" } },
    [COMPARE_PART] = { "part", { "パート", "part" } },
    [COMPARE_MEASURE] = { "measure", { "施策", "measure" } },
    [COMPARE_NO] = { "no", { "番号", "number" } },
    [COMPARE_PROJECT_NAME] = { "name", { "事業名", "project name" } },
    [COMPARE_BUREAU] = { "bureau", { "担当局", "bureau" } },
    [COMPARE_DIVISION] = { "division", { "担当課", "division" } },
    [COMPARE_LEAD] = { "lead", { "代表", "lead" } },
    [COMPARE_MUNICIPALITIES] = { "municipalities",
                                 { "市町村", "municipalities" } },
    [COMPARE_GRANTS] = { "grants", { "交付金", "grants" } },
    [COMPARE_PERIOD] = { "period", { "事業期間", "period" } },
    [COMPARE_COST] = { "cost", { "経費", "cost" } },
    [COMPARE_SUMMARY] = { "summary", { "概要", "summary" } },
    [COMPARE_PURPOSE] = { "purpose", { "目的", "purpose" } },
    [COMPARE_ACTIVITIES] = { "activities", { "活動内容", "activities" } },
    [COMPARE_NOTES] = { "notes", { "補足", "notes" } },
    [COMPARE_PROJECT_GRADE] = { "declared-grade",
                                { "評価（申告）", "declared grade" } },
    [COMPARE_STATUS] = { "declared-status",
                         { "状態（申告）", "declared status" } },
    [COMPARE_PROJECT_OVERRIDE] = { "override", { "評価の修正",
                                                 "override" } },
    [COMPARE_PROJECT] = { "project", { "事業", "project" } },
    [COMPARE_KPI_NAME] = { "name", { "KPI名", "KPI name" } },
    [COMPARE_CODE] = { "code", { "コード", "code" } },
    [COMPARE_UNIT] = { "unit", { "単位", "unit" } },
    [COMPARE_KIND] = { "kind", { "種別", "kind" } },
    [COMPARE_DIRECTION] = { "direction", { "向き", "direction" } },
    [COMPARE_SHARED] = { "shared-with", { "共有する事業", "shared with" } },
    [COMPARE_BASELINE] = { "baseline", { "基準値", "baseline" } },
    [COMPARE_BASELINE_YEAR] = { "baseline-year",
                                { "基準年度", "year of the baseline" } },
    [COMPARE_TARGET] = { "target", { "目標値", "target" } },
    [COMPARE_TARGET_YEARS] = { "target-years",
                               { "目標年度", "years of the target" } },
    [COMPARE_PLANNED] = { "planned", { "計画値", "planned value" } },
    [COMPARE_ACTUAL] = { "actual", { "実績", "actual" } },
    [COMPARE_STATE] = { "state", { "数値がない理由",
                                   "why there is no figure" } },
    [COMPARE_RATE] = { "declared-rate", { "達成率（申告）",
                                          "declared rate" } },
    [COMPARE_KPI_GRADE] = { "declared-grade",
                            { "評価（申告）", "declared grade" } },
    [COMPARE_REMARK] = { "remark", { "備考", "remark" } },
    [COMPARE_KPI_OVERRIDE] = { "override", { "評価の修正", "override" } },
}, matches[MATCHES] = {
    [MATCH_NONE] = { "none", { "－", "-" } },
    [MATCH_CODE] = { "code", { "コードが同じ", "same code" } },
    [MATCH_NAME] = { "name", { "名前が同じ", "same name" } },
    [MATCH_MOVED] = { "moved", { "名前が同じ（場所が移動）",
                                 "same name, moved" } },
    [MATCH_SUGGESTED] = { "suggested", { "推定（要確認）",
                                         "suggested: to be confirmed" } },
};

const char *compare_field_id(compare_field field)
{
    return fields[field].id;
}

const char *compare_field_text(compare_field field, plan_language language)
{
    return fields[field].in[language];
}

const char *compare_match_id(compare_match match)
{
    return matches[match].id;
}

const char *compare_match_text(compare_match match, plan_language language)
{
    return matches[match].in[language];
}
