/*
 * achievement.h - 達成率: how far a KPI has come, exactly and explained
 *
 *     rate = actual / expected        expected: by the KPI's kind (DOMAIN 3)
 *
 *     annual      T
 *     cumulative  T x (min(Y,E) - S + 1) / (E - S + 1)
 *     level       B + (T - B) x (min(Y,E) - yearB) / (E - yearB)
 *     milestone   reached or not
 *
 * Exact quotients; rounding is the plan's and happens once, in grade.h. The
 * explanation is written by the code that computes, step by step.
 */
#ifndef KPIBOOK_KPI_ACHIEVEMENT_H
#define KPIBOOK_KPI_ACHIEVEMENT_H

#include "base/workers.h"
#include "kpi/plan.h"

/*
 * Assesses every KPI and project of a dataset for the reported year (the
 * plan's, else the newest with an actual): fills their `assessment`, sets
 * d->fiscal_year, applies overrides. Adds the findings that assessing gives
 * (kind-ambiguous, cumulative-unmarked, grade-differs, unit-differs ...).
 * May be called again with another plan: earlier assessments are replaced
 * (their memory is not given back), earlier findings of it are the caller's
 * to drop. KPI_E_NOMEM, or KPI_E_LIMIT where the dataset's memory has one.
 *
 * Findings, with project and field (the KPI) set:
 *     unit-differs               {0} the figure's unit {1} the KPI's: counters
 *     unit-incompatible          {0} {1} likewise: no conversion, no rate
 *     baseline-not-before-target {0} year of the baseline {1} of the target
 *     target-below-baseline      {0} baseline {1} target, no direction stated
 *     kind-ambiguous             {0} the rate taken {1} the other reading's
 *     cumulative-unmarked        {0} the years added up {1} as a total so far
 *     grade-differs              {0} declared {1} computed {2} explanation
 *                                {3} the readings that give the declared one
 * Relisted and superseded projects give none; a shared KPI gives them once.
 *
 * A project whose status is one of the plan's categories (any status where
 * the plan has none) gets no grade, and neither do its KPIs: their rates are
 * for reference. A suggestion (suggest_only) is marked, is never final and
 * is not compared. An override already in the data stays unless the plan has
 * one for the same project or KPI; it changes `final_grade`, nothing else.
 */
kpi_status achievement_assess(dataset *d, const plan *p, kpi_error *err);
/*
 * The same by workers (which may be NULL). `brief`: without what only readers
 * of the assessment want; `explain` is "" but where the workbook prints a
 * rate or grade, which findings set it beside, and so is `shown` where the
 * plan has no bands.
 */
kpi_status achievement_assess_by(dataset *d, const plan *p, bool brief,
                                 const workers *w, kpi_error *err);

/*
 * Which direction the printed rate tells of: DOWN when only target / actual
 * of `fiscal_year` gives it, rounded as printed (half up or cut off), UP
 * when only actual / target does; UNKNOWN when both or neither, or when a
 * figure is missing. `a` is for working in. False: memory.
 */
bool kpi_direction_from_declared(arena *a, kpi_direction *out, const kpi *k,
                                 int fiscal_year);

/* Whole texts of a reason, by language. Never NULL. */
const char *no_rate_reason_text(no_rate_reason reason, plan_language language);
const char *no_rate_reason_id(no_rate_reason reason);

#endif
