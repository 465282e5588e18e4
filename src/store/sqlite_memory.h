/*
 * sqlite_memory.h - a database that lies in memory, and how it fails
 */
#ifndef KPIBOOK_STORE_SQLITE_MEMORY_H
#define KPIBOOK_STORE_SQLITE_MEMORY_H

#include "base/error.h"

struct sqlite3;

/* Empty, or with a copy of the bytes of a file (existing may be NULL). A file
 * that was written by an earlier version gets the columns that it lacks. */
kpi_status sqlite_open_memory(struct sqlite3 **out,
                              const kpi_source *existing, kpi_error *err);
/* What SQLite says, as `status`; out of memory stays out of memory. */
kpi_status sqlite_fail(struct sqlite3 *db, const char *file, const char *rule,
                       kpi_status status, kpi_error *err);

#endif
