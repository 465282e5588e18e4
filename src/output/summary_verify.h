/*
 * summary_verify.h - what was written, read again
 *
 * libxlsxwriter assembles each part in a temporary file of its own and does
 * not look whether that could be written: when the disk is full while it
 * does, the archive is whole, but a part of it stops in the middle. So the
 * file is read again: every entry with its CRC, the cells of every sheet as
 * a workbook's, every other part as XML to its end. What libxlsxwriter
 * itself notices when it closes a workbook it also prints to stderr; that
 * cannot be switched off without changing the process's stderr, which no
 * library may.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_VERIFY_H
#define KPIBOOK_OUTPUT_SUMMARY_VERIFY_H

#include <stdbool.h>

#include "base/error.h"

/*
 * Whether a workbook may be closed now: libxlsxwriter crashes where it gets no
 * memory, so there must be plenty before it is asked.
 */
bool summary_room(void);

/* KPI_E_OUTPUT when a part is damaged or the file cannot be read. */
kpi_status summary_verify(const char *path, kpi_error *err);

#endif
