/*
 * item_rows.h - a dump of a form: each row has one item of one project
 *
 *     整理番号 | 項目番号 | 項目            | 内容
 *     001      | 1        | 事業名          | 朝市の開催
 *     001      | 2        | 指標1 名称      | 来場者数
 *     001      | 3        | 指標1 目標値（R7） | 90
 *     001      | 4        | 指標2 名称      | 出店数
 *     002      | 1        | 事業名          | …
 *
 * Put together as a table: a column for each item, a line for each indicator
 * of a number, beside which the project's own cells stand.
 */
#ifndef KPIBOOK_INGEST_ITEM_ROWS_H
#define KPIBOOK_INGEST_ITEM_ROWS_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it is of that kind: *read. False when memory
 * ran out. */
bool item_rows_read(reader *r, arena *scratch, size_t *tables,
                    near_miss *near, bool *read);

#endif
