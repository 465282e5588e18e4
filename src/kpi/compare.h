/*
 * compare.h - what changed between two submissions, years or datasets
 *
 * Projects and KPIs of both sides are paired, the surest way first:
 *
 *     code       the same KPI code, which stands once on each side
 *     name       folded names of goal, project and KPI; where several are
 *                alike they pair in their order
 *     moved      project and KPI name, the goal aside, where only one is left
 *                on each side
 *     suggested  a similar name beside the same unit and target (a project:
 *                beside the same bureau), and no other as similar
 *
 * Each pair says how it was made; a suggestion is never taken silently. What
 * has no partner is added or removed. Listed again (再掲) pairs only with
 * listed again; superseded projects are left out.
 *
 * compare(new, old) is the mirror of compare(old, new), and compare(d, d)
 * has no change. The work grows with the number of KPIs, not its square: of
 * more than COMPARE_ALIKE records on both sides that are alike but for their
 * names no suggestion is made. A blank actual and a year that is not shown
 * are the same.
 */
#ifndef KPIBOOK_KPI_COMPARE_H
#define KPIBOOK_KPI_COMPARE_H

#include "kpi/plan.h"

enum { COMPARE_ALIKE = 64 };

typedef enum compare_match {
    MATCH_NONE,      /* only on one side: added or removed */
    MATCH_CODE, MATCH_NAME, MATCH_MOVED, MATCH_SUGGESTED,
    MATCHES
} compare_match;

/* A field of a project or KPI. */
typedef enum compare_field {
    /* of a project */
    COMPARE_GOAL, COMPARE_THEME, COMPARE_PART, COMPARE_MEASURE, COMPARE_NO,
    COMPARE_PROJECT_NAME, COMPARE_BUREAU, COMPARE_DIVISION, COMPARE_LEAD,
    COMPARE_MUNICIPALITIES, COMPARE_GRANTS, COMPARE_PERIOD,
    COMPARE_COST,    /* of a year */
    COMPARE_SUMMARY, COMPARE_PURPOSE, COMPARE_ACTIVITIES, COMPARE_NOTES,
    COMPARE_PROJECT_GRADE, COMPARE_STATUS, COMPARE_PROJECT_OVERRIDE,
    /* of a KPI */
    COMPARE_PROJECT, /* it stands in another project */
    COMPARE_KPI_NAME, COMPARE_CODE, COMPARE_UNIT, COMPARE_KIND,
    COMPARE_DIRECTION, COMPARE_SHARED, COMPARE_BASELINE,
    COMPARE_BASELINE_YEAR, COMPARE_TARGET, COMPARE_TARGET_YEARS,
    COMPARE_PLANNED, /* of a year */
    COMPARE_ACTUAL,  /* of a year, with a figure on one side at least */
    COMPARE_STATE,   /* of a year, without a figure on either */
    COMPARE_RATE, COMPARE_KPI_GRADE, COMPARE_REMARK, COMPARE_KPI_OVERRIDE,
    COMPARE_FIELDS
} compare_field;

typedef struct compare_side {
    const char *text; /* as typed where that says it, "" for absent */
    quantity value;   /* of figures */
    place where;      /* the field's, else the record's own */
} compare_side;

typedef struct compare_change {
    compare_field field;
    int fiscal_year;  /* 0: of no year */
    bool minor;       /* alike when folded: width, spaces, dashes */
    compare_side old, now;
} compare_change;

typedef struct compare_changes {
    compare_change *items;
    size_t count, capacity;
    size_t minor;     /* how many of them */
} compare_changes;

/* Rate and grade on both sides; a side that is not there has "". */
typedef struct compare_effect {
    quantity old_rate, now_rate;
    const char *old_shown, *now_shown;
    const char *old_grade, *now_grade; /* as they count: final */
    bool rate_changed, grade_changed;
} compare_effect;

typedef struct compare_project {
    compare_match match;
    const project *old, *now; /* NULL: added, removed */
    compare_changes changes;
    compare_effect effect;
} compare_project;

typedef struct compare_kpi {
    compare_match match;
    const project *old_project, *now_project;
    const kpi *old, *now;     /* NULL: added, removed */
    compare_changes changes;
    compare_effect effect;
} compare_kpi;

typedef struct comparison {
    const plan *plan;
    const dataset *old, *now;
    compare_project *projects;  /* in the order of `now`, then the removed */
    size_t project_count;
    compare_kpi *kpis;          /* likewise */
    size_t kpi_count;
    size_t projects_added, projects_removed, projects_changed;
    size_t kpis_added, kpis_removed, kpis_changed;
    size_t suggested;           /* of projects and KPIs */
    size_t rates_changed, grades_changed; /* KPIs, projects */
    size_t minor;
} comparison;

/*
 * Compares; everything lies in the arena and points into both datasets.
 * Assess both before (compare_assess), else there are no effects. KPI_E_NOMEM.
 */
kpi_status compare_datasets(comparison *out, arena *a, const dataset *old,
                            const dataset *now, const plan *p,
                            kpi_error *err);

/*
 * Assesses both sides so that they can be compared: the new one by the plan;
 * the old one for the plan's year too where it has any entry of it, else for
 * its own newest year (then the two are two years of one plan).
 */
kpi_status compare_assess(dataset *old, dataset *now, const plan *p,
                          kpi_error *err);
/* The old side alone. */
kpi_status compare_assess_old(dataset *old, const plan *p, kpi_error *err);

/* True when nothing changed (minor changes aside, unless `minor`). */
bool compare_same(const comparison *c, bool minor);

/* "target-years"; 目標年度 / target years; "code"; コード / by code. */
const char *compare_field_id(compare_field field);
const char *compare_field_text(compare_field field, plan_language language);
const char *compare_match_id(compare_match match);
const char *compare_match_text(compare_match match, plan_language language);

#endif
