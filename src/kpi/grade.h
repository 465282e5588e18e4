/*
 * grade.h - 判定: rounding, bands, a project's grade, and how many have each
 */
#ifndef KPIBOOK_KPI_GRADE_H
#define KPIBOOK_KPI_GRADE_H

#include "kpi/plan.h"

/*
 * The rate as shown ("76%", "172.4%") appended to `out`, and the grade ("")
 * when the plan has no bands. One more digit is shown only where the grade
 * is taken on the exact value and the shown one would seem to cross a band.
 */
kpi_status grade_rate(arena *a, buf *out, const char **grade, number rate,
                      const plan *p);

/* Counts of projects: one row a goal, and the total. */
typedef struct grade_row {
    heading goal;
    size_t *by_grade;      /* band_count counts */
    size_t graded;
    size_t *by_category;   /* category_count counts: uncounted by reason */
    size_t relisted;       /* 再掲, not counted above */
    size_t ungraded;       /* no grade and no category: no rate, other status */
    size_t projects;       /* all entries */
    size_t compared, agreed; /* declared against computed */
} grade_row;

typedef struct grade_table {
    grade_row *rows;       /* goals in order of appearance */
    size_t count;
    grade_row total;
    grade_row *bureaus;    /* goal.title holds the bureau's name */
    size_t bureau_count;
} grade_table;

/* Counts the grades that `choice` names (declared, computed or final). */
kpi_status grade_count(grade_table *out, arena *a, const dataset *d,
                       const plan *p, grade_choice choice, kpi_error *err);
/* The grade of a project that `choice` names, "" when none. */
const char *project_grade(const project *p, grade_choice choice);
/* Which category a declared status belongs to, or SIZE_MAX. */
size_t plan_category_of(const plan *p, const char *status);

#endif
