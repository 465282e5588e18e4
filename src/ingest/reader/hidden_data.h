/*
 * hidden_data.h - hidden rows and columns that were read are said
 */
#ifndef KPIBOOK_INGEST_HIDDEN_DATA_H
#define KPIBOOK_INGEST_HIDDEN_DATA_H

#include "ingest/reader/reader.h"

/* Of rows that hold data, those that are hidden: a range for each run. */
void hidden_rows_note(reader *r, const uint32_t *rows, size_t count,
                      uint32_t col);
/* Columns of a table that say something and are hidden. */
void hidden_columns_note(reader *r, const table *t);

#endif
