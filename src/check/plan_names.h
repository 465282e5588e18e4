/*
 * plan_names.h - the names in a plan that only rooms above the plan know
 */
#ifndef KPIBOOK_CHECK_PLAN_NAMES_H
#define KPIBOOK_CHECK_PLAN_NAMES_H

#include "kpi/plan.h"

/*
 * KPI_E_PLAN, with file, line and the nearest name that there is, when
 * `rules:` names a rule that no check has, or `headers:` and `pins:` a role
 * that no column has. Call it on every plan that was read.
 */
kpi_status plan_check_names(const plan *p, kpi_error *err);

#endif
