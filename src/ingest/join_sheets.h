/*
 * join_sheets.h - a sheet a year, whose targets are the year's
 *
 *     # R5  指標 | 目標値 | 実績値        # R6  指標 | 目標値 | 実績値
 *     来場者数   | 150    | 120           来場者数   | 200    | 180
 *
 * A target without a year may be the last one of all or the year's. Where
 * most indicators have another one on the sheet of another year, it is the
 * year's, that of the actual beside it; reported.
 */
#ifndef KPIBOOK_INGEST_JOIN_SHEETS_H
#define KPIBOOK_INGEST_JOIN_SHEETS_H

#include "ingest/reader/reader.h"

/* Before projects are joined by their names. */
void join_sheets(reader *r);

#endif
