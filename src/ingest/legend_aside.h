/*
 * legend_aside.h - what the grades mean, beside a table
 *
 *     事業名 | 指標 | 実績 | 評価 |  | 評価区分
 *     就職   | 件数 | 12   | A    |  | A＝目標どおり
 *     研修   | 回数 | 5    | B    |  | B＝目標を下回る
 *
 * Behind an empty column a title at most, then the meaning of each grade, in
 * its cell or in the next one, one right below the other and nothing beside
 * them: no part of the table's header or rows, on which they stand by chance.
 */
#ifndef KPIBOOK_INGEST_LEGEND_ASIDE_H
#define KPIBOOK_INGEST_LEGEND_ASIDE_H

#include "ingest/reader/reader.h"

/* The sheet without such lists, `g` itself where there are none. False: no
 * memory. */
bool legend_aside_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
