/*
 * kpi_spec.h - a KPI and a plan in one line, for tables of cases
 *
 * A KPI is a row of words, in any order:
 *
 *     U=人             its unit
 *     B2014=115        baseline of a year (B=115 without one); Bu=円 its unit
 *     T=1000           target; T2019 by a year, T2015-2019 in a period,
 *                      T2017- without an end; T2028=改定 a milestone
 *     per-year 増 累計  marks on the target; q=以内 any qualifier
 *     A2016=305        actual; A2016=c305 a total so far; A2016=-:調査中
 *                      why there is none; A2016=906億円 with its own unit
 *     P2016=250        value of the yearly plan
 *     kind=level direction=down   as the workbook states it
 *
 * A plan: Y2016 2015-2019, digits=0, floor, exact, rule=best,
 * up=progress down=mirror, kind= direction= formula= actuals=running
 * tolerance=0.05 from= to= (one rule for all KPIs), ungiven.
 */
#ifndef KPIBOOK_TESTS_KPI_SPEC_H
#define KPIBOOK_TESTS_KPI_SPEC_H

#include "kpi/plan.h"

/* Appends a KPI made of `words` to a project; false when they are wrong. */
bool spec_kpi(dataset *d, project *p, const char *words);
/* A plan with bands A 120, B 100, C 70, D; NULL when the words are wrong. */
plan *spec_plan(const char *words);
/* A dataset of one source and one project with one KPI, or NULL. */
dataset *spec_dataset(const char *kpi_words);

#endif
