/*
 * rollup.h - 集計: projects and KPIs counted by measure, theme, goal and all
 *
 *     all → goal → theme → part → measure
 *
 * Counts come first: projects by grade, as declared, computed and final; and
 * beside them KPIs, each once, however many projects share it or list it
 * again. A KPI that projects of two measures share counts once in either, and
 * once in what lies above both: so KPI counts need not add up, project counts
 * do. Averages only where the plan asks for them (`averages: {cap: 200}`),
 * with how many rates they are of, the cap, the median and who is left out.
 */
#ifndef KPIBOOK_KPI_ROLLUP_H
#define KPIBOOK_KPI_ROLLUP_H

#include "kpi/grade.h"

typedef enum rollup_level {
    ROLLUP_ALL, ROLLUP_GOAL, ROLLUP_THEME, ROLLUP_PART, ROLLUP_MEASURE,
    ROLLUP_LEVELS
} rollup_level;

enum { ROLLUP_CHOICES = GRADE_FINAL + 1, ROLLUP_BEST = 2 };

/* An average of rates; no rate counts with more than the plan's cap. */
typedef struct rollup_mean {
    size_t count;            /* n: how many rates */
    size_t capped;           /* of these, how many were over the cap */
    quantity mean, median;   /* the median is of the rates uncapped */
    size_t excluded[REASON_COUNT]; /* why the others have no rate */
} rollup_mean;

typedef struct rollup_node {
    rollup_level level;
    size_t parent;           /* SIZE_MAX for all */
    heading name;
    grade_row by[ROLLUP_CHOICES]; /* projects, by grade_choice */
    size_t kpis;             /* each once, of projects not listed again */
    size_t *kpis_by_grade;   /* computed; band_count counts */
    size_t kpis_rated;       /* with a rate; graded or not */
    size_t kpis_worse;       /* ▼ below the baseline */
    /* KPIs of the last band within projects of the best two (ROLLUP_BEST)
     * bands, of which neither is the last or next to it: by grade_choice. */
    size_t kpis_hidden[ROLLUP_CHOICES];
    rollup_mean kpi_mean, project_mean; /* has_averages only; else zero */
} rollup_node;

typedef struct rollup {
    const plan *plan;
    int fiscal_year;
    rollup_node *nodes;      /* a parent before its children; [0] is all */
    size_t count, capacity;
} rollup;

/* Of a consolidated, assessed dataset; lies in `a`. KPI_E_NOMEM. */
kpi_status rollup_count(rollup *out, arena *a, const dataset *d,
                        const plan *p, kpi_error *err);

/* "measure"; 施策 / measure. */
const char *rollup_level_id(rollup_level level);
const char *rollup_level_text(rollup_level level, plan_language language);

#endif
