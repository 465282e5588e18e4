/*
 * plan_draft.h - a first plan, with comments, drafted from submissions
 *
 * What the data says is written as keys: years, departments, layouts,
 * grants, goals, statuses. What only an officer can know is there as a
 * comment to fill in: the deadline, the scale of grades, the kinds of those
 * KPIs whose wording allows two readings, with their text. The draft is a
 * valid plan as it stands, and also with its `# kpis:` taken in.
 */
#ifndef KPIBOOK_PLAN_PLAN_DRAFT_H
#define KPIBOOK_PLAN_PLAN_DRAFT_H

#include "kpi/plan.h"

/* Appends the draft to `out`. The dataset is consolidated; it need not be
 * assessed. KPI_E_NOMEM only. */
kpi_status plan_draft(buf *out, const dataset *d, kpi_error *err);

#endif
