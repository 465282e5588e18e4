/*
 * error.h - how an operation fails: a status, and one description of the cause
 *
 * An error says that an operation cannot go on. It is described once, by
 * kpi_fail(), where the cause is known; callers only pass the status on.
 * That the data is wrong is no error but a finding: see finding.h.
 */
#ifndef KPIBOOK_BASE_ERROR_H
#define KPIBOOK_BASE_ERROR_H

#include "kpibook.h"

/*
 * Describes a failure and returns `status`, so that a caller can write
 * `return kpi_fail(err, ...)`. `err` may be NULL. `source` names the file,
 * part or key that is to blame and may be NULL. A text that is too long is
 * cut at a character boundary. `rule` is the finding that the failure
 * becomes when a workbook is the cause ("file-damaged"), or NULL.
 */
#if defined(__GNUC__)
__attribute__((format(printf, 5, 6)))
#endif
kpi_status kpi_fail(kpi_error *err, kpi_status status, const char *rule,
                    const char *source, const char *format, ...);

/* kpi_fail() for KPI_E_NOMEM; never allocates. */
kpi_status kpi_fail_nomem(kpi_error *err);

#endif
