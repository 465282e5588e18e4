/*
 * plan_file.h - a plan in YAML (the only room of libfyaml)
 *
 * Unknown keys, wrong types and impossible values are errors that name file,
 * line and column (err->line, err->column) and what was expected.
 */
#ifndef KPIBOOK_PLAN_PLAN_FILE_H
#define KPIBOOK_PLAN_PLAN_FILE_H

#include "kpi/plan.h"

/* KPI_E_PLAN, KPI_E_NOMEM. The source's bytes are not kept. */
kpi_status plan_file_read(plan **out, const kpi_source *source,
                          kpi_error *err);

/*
 * The plan with single keys changed: `scheme=80-60`, `rounding.mode=floor`,
 * `project_rule=worst`, `kpis=[{match: "*件数", kind: level}]`. The value is
 * YAML. A key of a map (period, formula, rounding, averages) changes alone,
 * `rounding={digits: 1}` too; any other value is replaced whole. `scheme`
 * takes the place of `bands` and the other way round, and then `overrides`,
 * which name grades of the old scale, are left out unless changed too.
 *
 * An error in a change names the change in place of the file. plan->file says
 * what was changed, plan->sha256 is "" then. KPI_E_PLAN, KPI_E_NOMEM.
 */
kpi_status plan_file_read_changed(plan **out, const kpi_source *base,
                                  const char *const *changes, size_t count,
                                  kpi_error *err);

#endif
