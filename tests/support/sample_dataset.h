/*
 * sample_dataset.h - a small city with everything that a workbook must show
 *
 * Two goals with themes and measures, a KPI shared by two projects, a project
 * listed again, one that is not counted, one without KPIs, one whose grade is
 * declared otherwise than computed, a grant form, lower-is-better and
 * negative figures, missing ones, names that look like formulas, a text that
 * is too long for a cell. Assessed for 2016.
 */
#ifndef KPIBOOK_TESTS_SAMPLE_DATASET_H
#define KPIBOOK_TESTS_SAMPLE_DATASET_H

#include "kpi/plan.h"

/* NULL when memory ran out; release with plan_free() and dataset_free(). */
plan *sample_plan(void);
/* `copies` of the projects, one behind the other, assessed by the plan. */
dataset *sample_dataset(const plan *p, size_t copies);

/* Its summary (in the first copy) is longer than a cell takes. */
#define SAMPLE_LONG_PROJECT "=長い概要の事業"
/* The second goal's title holds characters that no sheet's name may have. */
#define SAMPLE_SECOND_GOAL "新しい[ひと]の流れ/まち:*?をつくる"

#endif
