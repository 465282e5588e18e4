/*
 * year_rows.h - rows that end with a year, as headers do that years alone head
 *
 * Several rooms look for such headers on every sheet: in most rows the last
 * cell is no word of a header, nor a number that may be a year.
 */
#ifndef KPIBOOK_INGEST_YEAR_ROWS_H
#define KPIBOOK_INGEST_YEAR_ROWS_H

#include "ingest/reader/reader.h"

/* Two cells at least, and the last may be a header's word or a year. */
bool year_row_may_head(const reader *r, uint32_t row);
/* The same, and the last is a year: R5, 令和5年度. */
bool year_row_ends(const reader *r, uint32_t row);
/* Does any row of the sheet end so? */
bool year_rows_any(const reader *r);

#endif
