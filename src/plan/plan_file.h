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

#endif
