/*
 * sniff.h - what a file that is called .xlsx really is, by its first bytes
 *
 * Compound files (MS-CFB) hold an old .xls workbook, or the encrypted
 * package of a password-protected .xlsx (MS-OFFCRYPTO 2.3.4.4).
 */
#ifndef KPIBOOK_OOXML_SNIFF_H
#define KPIBOOK_OOXML_SNIFF_H

#include "base/error.h"

/* KPI_OK for what may be a ZIP archive; else fails with the rule. */
kpi_status sniff(const void *bytes, size_t size, kpi_error *err);
/* True when the file begins as a ZIP archive with an entry does. */
bool sniff_is_zip(const void *bytes, size_t size);

#endif
