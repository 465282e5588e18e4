/*
 * submissions.h - 提出状況 as a table on a terminal, JSON or CSV
 */
#ifndef KPIBOOK_OUTPUT_SUBMISSIONS_H
#define KPIBOOK_OUTPUT_SUBMISSIONS_H

#include "check/submission.h"

kpi_status submissions_put_text(buf *out, const dataset *d, const plan *p,
                                const char *as_of, plan_language language,
                                kpi_error *err);
/* kpibook.status/1 */
kpi_status submissions_put_json(buf *out, const dataset *d, const plan *p,
                                const char *as_of, kpi_error *err);
/* One row a file, and one a department without any; RFC 4180, with BOM. */
kpi_status submissions_put_csv(buf *out, const dataset *d, const plan *p,
                               const char *as_of, plan_language language,
                               kpi_error *err);

#endif
