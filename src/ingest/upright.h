/*
 * upright.h - tables on their side among others: each is stood up in its place
 *
 *     ■ しごとをつくる
 *     事業名 | 担当課 | 指標     | R5目標 | R5実績
 *     朝の市 | 港課   | 来場者数 | 200    | 120
 *
 *     ■ ひとを呼ぶ
 *     事業名 | 移住の相談 | 空き家の活用
 *     担当課 | 移住課     | 住宅課
 *     指標   | 相談件数   | 成約件数
 *     R5目標 | 50         | 10
 *     R5実績 | 40         | 4
 *
 * The lower one has its labels down its left side, a project's and an
 * indicator's among them, and a project or an indicator a column. Stood up it
 * is a table like the first, and the sheet is read as it stands: headings,
 * notes and what follows keep their places. Every cell knows where it came
 * from (view_origin).
 */
#ifndef KPIBOOK_INGEST_UPRIGHT_H
#define KPIBOOK_INGEST_UPRIGHT_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if such tables stand in it, of several columns one
 * at least: *read. With `names` also those below 指標名 and the names alone, which
 * other ways read as well unless a table of years (区分 | R4 | R5 above 予算額)
 * stands beside them. False when memory ran out. */
bool upright_read(reader *r, arena *scratch, bool names, size_t *tables,
                  near_miss *near, bool *read);

#endif
