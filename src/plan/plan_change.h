/*
 * plan_change.h - single keys of a plan changed, before it is read
 */
#ifndef KPIBOOK_PLAN_PLAN_CHANGE_H
#define KPIBOOK_PLAN_PLAN_CHANGE_H

#include "plan/yaml_tree.h"

/*
 * `rounding.mode=floor` as YAML, `rounding: {mode: floor}`, in `a`; its name
 * is the change as typed. KPI_E_PLAN where no `=` stands, KPI_E_NOMEM.
 */
kpi_status plan_change_text(kpi_source *out, arena *a, const char *change,
                            kpi_error *err);
/*
 * A map with the keys of both; a key that both have holds the changed value,
 * or where both are maps, the keys of both. What contradicts a changed key is
 * left out. The nodes given stay as they are. KPI_E_NOMEM.
 */
kpi_status plan_change_merge(const yaml_node **out, arena *a,
                             const yaml_node *base, const yaml_node *changed,
                             kpi_error *err);

#endif
