/*
 * inspect.h - how a workbook was understood, as text or JSON
 */
#ifndef KPIBOOK_OUTPUT_INSPECT_H
#define KPIBOOK_OUTPUT_INSPECT_H

#include "check/check.h"
#include "ingest/ingest.h"

/* Appends the report of one workbook. A workbook that cannot be read gives
 * KPI_E_INPUT or KPI_E_LIMIT with its rule. */
kpi_status inspect_put(buf *out, const kpi_source *input, const plan *p,
                       const kpi_limits *limits, plan_language language,
                       bool json, kpi_error *err);

#endif
