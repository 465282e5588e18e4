/*
 * submitter.h - whose the projects are, where none of their cells says so
 *
 * A line above the tables says it (提出：環境局), the title (進捗状況（環境局）), the
 * name of a sheet among several (環境局; 環境課 of the bureau that the title or
 * the file names), or the file's name.
 */
#ifndef KPIBOOK_INGEST_SUBMITTER_H
#define KPIBOOK_INGEST_SUBMITTER_H

#include "ingest/reader/reader.h"

/* Projects from `first` on are of the sheet with this name, one of `several`:
 * that it is from whom, whatever other sheets say. */
void submitter_of_sheet(reader *r, const char *name, bool several,
                        size_t first);
/* Those that name no department are the division's that a line above says. */
void submitter_own_division(reader *r, size_t first);
/* The file's department, and with it that of projects that have none. */
void submitter_of_file(reader *r);

#endif
