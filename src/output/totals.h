/*
 * totals.h - grades per goal and rates, as text for a terminal
 */
#ifndef KPIBOOK_OUTPUT_TOTALS_H
#define KPIBOOK_OUTPUT_TOTALS_H

#include "kpi/grade.h"

/* With bands: a table of grades per goal. Without: the rate of each KPI. */
kpi_status totals_put(buf *out, const dataset *d, const plan *p,
                      grade_choice choice, plan_language language,
                      kpi_error *err);

/*
 * The derivation of each project whose name holds `name` (folded), with the
 * cells of its numbers. *found is how many there were.
 */
kpi_status explain_put(buf *out, size_t *found, const dataset *d,
                       const plan *p, const char *name,
                       plan_language language, kpi_error *err);

/* 集計する判定: 自己評価 計算 最終 / declared computed final */
const char *grade_choice_text(grade_choice choice, plan_language language);

#endif
