/*
 * yaml_text.h - lines of a YAML text, and what no plan may hold
 */
#ifndef KPIBOOK_PLAN_YAML_TEXT_H
#define KPIBOOK_PLAN_YAML_TEXT_H

#include "base/error.h"
#include "base/text.h"

/* KPI_E_PLAN at a place of a file. */
#if defined(__GNUC__)
__attribute__((format(printf, 5, 6)))
#endif
kpi_status yaml_fail(kpi_error *err, const char *file, unsigned line,
                     unsigned column, const char *format, ...);

/* Refuses what is too long, is no UTF-8 or holds NUL. */
kpi_status yaml_check_text(text t, const char *file, kpi_error *err);

/* The number of the line, from 1, that holds a byte; LF, CR and CRLF end it. */
unsigned yaml_line(text t, size_t place);

/*
 * What Japanese input or an editor may have left in a line that libfyaml
 * refused (a tab, a full-width colon ...), as a hint; or NULL.
 */
const char *yaml_slip(text t, unsigned number_of_line);

#endif
