/*
 * names_again.h - a table's indicators, named again in the table beside it
 *
 *          | 指標     | 単位 | R5現状 | R9目標 |  |      | 指標     | 単位 | R6目標 | R6実績
 *     KPI1 | 来場者数 | 人   | 60     | 90     |  | KPI1 | 来場者数 | 人   | 70     | 75
 *     KPI2 | 出店数   | 店   | 6      | 9      |  | KPI2 | 出店数   | 店   | 7      | 5
 *
 * Both have figures, and the same names in the same rows: what the second one
 * says again (KPI1, 指標, 単位) is ignored, and its figures are further columns
 * of the first. Tables that differ in a name stay as they are.
 */
#ifndef KPIBOOK_INGEST_NAMES_AGAIN_H
#define KPIBOOK_INGEST_NAMES_AGAIN_H

#include "ingest/reader/reader.h"

/* *out is `g`, the current sheet's, where there are none. False: no memory. */
bool names_again_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
