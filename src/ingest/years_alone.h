/*
 * years_alone.h - a table of indicators that years alone head
 *
 *     年次計画 |          |      |      | R4   | R5   | R6
 *     取組内容 |          |      | 計画 | 試行 | 実施 | 検証
 *     数値目標 | 来場者数 | 人   | 目標 | 90   | 100  | 110
 *     ^        | ^        | ^    | 実績 | 60   | 80   |
 *     ^        | 出店数   | 店   | 目標 | 9    | 10   | 11
 *     ^        | ^        | ^    | 実績 | 6    | 8    |
 *
 * Nothing says what stands in front of the years, or a title does that stands
 * above all of it. The cells tell: lines of 目標 and 実績, units, also behind
 * the names (来場者数（人）) or behind those words (目標 | 人), and left of all the
 * names, of projects too where there are several. What is done in each year,
 * in words above all figures, and titles down the side of it (工程表) and of
 * the indicators are left out; the words that the header lacks are put in.
 */
#ifndef KPIBOOK_INGEST_YEARS_ALONE_H
#define KPIBOOK_INGEST_YEARS_ALONE_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it has such tables: *read. False when memory
 * ran out. */
bool years_alone_read(reader *r, arena *scratch, size_t *tables,
                      near_miss *near, bool *read);

#endif
