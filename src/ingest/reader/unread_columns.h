/*
 * unread_columns.h - columns of figures that a table's reading leaves out
 *
 * A column of numbers whose header says nothing that is known, or one that
 * stands twice (目標値 | 目標値) without years to tell them apart, is not
 * silently passed over: it is `column-not-read` at its header.
 */
#ifndef KPIBOOK_INGEST_UNREAD_COLUMNS_H
#define KPIBOOK_INGEST_UNREAD_COLUMNS_H

#include "ingest/reader/reader.h"

void unread_columns_note(reader *r, const table *t);

#endif
