/*
 * rollup_report.h - counts by measure, theme and goal, as text and as JSON
 */
#ifndef KPIBOOK_OUTPUT_ROLLUP_REPORT_H
#define KPIBOOK_OUTPUT_ROLLUP_REPORT_H

#include "kpi/rollup.h"

/*
 * A line a goal, theme, part and measure, then all: projects by the grade
 * that `choice` names, and KPIs by their computed grade beside them.
 */
void rollup_put_text(buf *out, const rollup *r, grade_choice choice,
                     plan_language language);
/* kpibook.rollup/1: all three choices; `choice` is said to be counted. */
void rollup_put_json(buf *out, const rollup *r, grade_choice choice);

#endif
