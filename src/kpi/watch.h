/*
 * watch.h - 境界の監視: how little more, or less, would be another grade
 *
 * A KPI is watched when its exact rate lies within the plan's `watch`
 * percentage points of a band's bound. What is missing is told as a figure:
 * the least change of the reported year's actual that gives another grade
 * under the plan's rounding, found by the code that computes rates. Figures
 * stay as fine as the KPI's own: whole where all of them are whole.
 *
 *     80 of 100, C, band B at 100, watch 20:   あと 20 件で B
 *
 * Not watched: what has no grade, a suggestion, kept and done-or-not KPIs
 * (no figure lies between), figures that cannot be (negative ones, over 100
 * percent) unless the KPI has such.
 */
#ifndef KPIBOOK_KPI_WATCH_H
#define KPIBOOK_KPI_WATCH_H

#include "kpi/plan.h"

typedef struct watch_side {
    bool near;          /* all below only then */
    number distance;    /* from the exact rate to the bound, in points */
    number actual;      /* the nearest one with the other grade */
    number change;      /* how far that is, in the KPI's unit; over 0 */
    bool more;          /* so much more, else so much less */
    const char *grade;  /* the KPI's there */
    const char *project_grade; /* the project's then; "" when it stays, and
                           under `weighted-mean`, which is not tried */
} watch_side;

typedef struct watch_item {
    const project *project;
    const kpi *kpi;
    bool again;         /* a shared KPI that stands under an earlier project */
    watch_side better, worse;
} watch_item;

typedef struct watch_list {
    watch_item *items;  /* in the dataset's order; near on a side or both */
    size_t count, capacity;
} watch_list;

/*
 * All KPIs near a band, but for relisted and superseded projects; of an
 * assessed dataset, by the same plan. Lies in `a` and points into both.
 * KPI_E_NOMEM.
 */
kpi_status watch_find(watch_list *out, arena *a, const dataset *d,
                      const plan *p, kpi_error *err);
/* The item of a KPI of a project of that dataset, or NULL. */
const watch_item *watch_of(const watch_list *list, const project *p,
                           const kpi *k);

/*
 * `あと 1 件で A（事業も A）、あと 2 件少ないと C` / `1 件 more for A (the
 * project too), 2 件 fewer would be C`: one side, or both.
 */
void watch_put_side(buf *out, const watch_item *item, bool better,
                    plan_language language);
void watch_put(buf *out, const watch_item *item, plan_language language);

#endif
