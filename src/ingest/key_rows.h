/*
 * key_rows.h - tables of one sheet whose rows belong together by their numbers
 *
 *     番号 | 事業名 | 指標 | 基準値        A wide table that goes on below,
 *     1-1  | 朝市   | 来場 | 80            with the same numbers in front:
 *     表１（続き）
 *     番号 | R5実績 | R6目標
 *     1-1  | 95     | 120
 *
 *     事業番号 | 事業名 | 事業費 | 評価    Projects, and below their
 *     ①        | 朝市   | 1,072  | A       indicators that name their numbers,
 *     対応事業 | 指標名 | R5 | 目標値       on a sheet about one measure (else
 *     ①        | 来場者 | 95 | 120          see project_list.h):
 *
 *     番号 | 種別 | 指標名   | 単位        Indicators of a form by name, and below
 *     ①    | 活動 | 開催回数 | 回          their figures by number, which 指標
 *     ②    | 成果 | 来場者数 | 人          or nothing may head; ③ without any
 *     番号 | R4目標 | R4実績               is left out. 目標 and 実績 may be
 *     ①    | 10     | 9                    lines below each other, too.
 *     ②    | 800    | 642
 *
 * Names may stand in front of the first kind, too. The list may be the second,
 * 対応事業 the last column, and name several: ①②. They are put together as one
 * table, a line for each indicator of each project, and read so; every cell
 * knows where it came from (view_origin). What stands between them may be but
 * lines of one cell: a title, a section's number. Where lines are left over,
 * or the first table has its figures already and no line says （続き）, they
 * are read as they stand.
 */
#ifndef KPIBOOK_INGEST_KEY_ROWS_H
#define KPIBOOK_INGEST_KEY_ROWS_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it is of that kind: *read. False when memory
 * ran out. */
bool key_rows_read(reader *r, arena *scratch, size_t *tables, near_miss *near,
                   bool *read);

#endif
