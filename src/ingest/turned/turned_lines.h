/*
 * turned_lines.h - years and what their figures are, in two columns
 *
 *     年度       | 区分 | 貸出冊数 | 登録者数
 *     平成30年度 | 基準 | 612      | 48
 *     令和3年度  | 実績 | 505      | 60
 *
 * In a table that is turned both are words of its header; in one cell
 * (平成30年度（基準）) they are one header's.
 */
#ifndef KPIBOOK_INGEST_TURNED_LINES_H
#define KPIBOOK_INGEST_TURNED_LINES_H

#include "ingest/reader/reader.h"

/* Joins such cells of `g`, rows of the current view; the others stay where
 * they are. False when memory ran out. */
bool turned_lines_join(grid *g, arena *a, reader *r);

#endif
