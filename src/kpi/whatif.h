/*
 * whatif.h - the same figures under another plan: whose grade changes, and why
 *
 * The dataset is assessed anew, in a copy, by the plan as it is; then what
 * the other plan says is taken over step by step, in the order in which an
 * assessment goes, and assessed each time. The first step under which a
 * grade is another one is the reason that is named.
 *
 *     years → kpi rules → formula → statuses → project rule → rounding → bands
 *
 * Compared are computed grades (suggestions too): declared ones and
 * overrides stay whatever a plan says. Relisted and superseded projects are
 * left out, and a shared KPI is listed once.
 */
#ifndef KPIBOOK_KPI_WHATIF_H
#define KPIBOOK_KPI_WHATIF_H

#include "kpi/grade.h"

typedef enum whatif_step {
    WHATIF_YEARS,     /* period, reported_year */
    WHATIF_KPIS,      /* kpis: kind, direction, formula ... of single KPIs */
    WHATIF_FORMULA,   /* formula */
    WHATIF_STATUS,    /* categories: which projects are graded */
    WHATIF_RULE,      /* project_rule */
    WHATIF_ROUNDING,  /* rounding */
    WHATIF_BANDS,     /* scheme, bands */
    WHATIF_STEPS
} whatif_step;

typedef struct whatif_side {
    quantity rate;
    const char *shown, *grade; /* "" for none */
    const char *reason;        /* why there is no rate, "" */
    const char *explain;
} whatif_side;

typedef struct whatif_change {
    const project *project;
    const kpi *kpi;         /* NULL: the project's grade */
    whatif_side before, after;
    whatif_step step;
} whatif_change;

typedef struct whatif {
    const plan *before, *after;
    whatif_change *items;   /* by project: its own, then its KPIs' */
    size_t count, capacity;
    size_t projects, kpis;  /* how many of them are changed */
    size_t projects_compared, kpis_compared;
    size_t project_steps[WHATIF_STEPS], kpi_steps[WHATIF_STEPS];
    /* How many projects have each computed grade, by each plan's bands. */
    grade_row totals_before, totals_after;
} whatif;

/*
 * `d` is consolidated; it need not be assessed and is left as it is. All lies
 * in `a` and points into d and both plans. KPI_E_NOMEM.
 */
kpi_status whatif_compare(whatif *out, arena *a, const dataset *d,
                          const plan *before, const plan *after,
                          kpi_error *err);

/* "rounding"; 端数処理 / rounding. */
const char *whatif_step_id(whatif_step step);
const char *whatif_step_text(whatif_step step, plan_language language);
/*
 * What a plan says about a step, in words: `四捨五入 0桁、表示値で判定`;
 * `A 120 / B 100 / C 70 / D`.
 */
void whatif_put_setting(buf *out, const plan *p, whatif_step step,
                        plan_language language);

#endif
