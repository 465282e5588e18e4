/*
 * old_copies.h - 【旧】H27報告: a sheet that says it is last year's report, or a copy
 *
 * Departments leave the report that they handed in before, or a backup, in
 * the workbook. Where the sheet's name or title says so, and all that it
 * tells stands on the other sheets too (each project and indicator, with
 * figures of the same years, which may be newer ones), it is left out and
 * that is said. A sheet that tells anything of its own is read as any other.
 */
#ifndef KPIBOOK_INGEST_OLD_COPIES_H
#define KPIBOOK_INGEST_OLD_COPIES_H

#include "ingest/reader/reader.h"

/* Remembers the current sheet where it says so; before it is read. */
void old_copies_note(reader *r);
/* At the end of the file, before projects are joined. */
void old_copies_leave_out(reader *r);

#endif
