/*
 * fact_lines.h - each fact of an indicator on a line of its own
 *
 *     事業名     | 項目         | KPI①     | KPI②
 *     朝市の開催 | 指標名       | 来場者数 | 出店数
 *     ^          | 単位         | 人       | 店
 *     ^          | 基準値（R1） | 50       | 5
 *     ^          | R4実績       | 60       | 6
 *     ^          | 目標値（R6） | 90       | 9
 *     山道の手入れ | 指標名     | 延長     | ／
 *     ^          | …
 *
 * or 指標 | 区分 | 中央 | 東部 | 市全体, where the column of the whole counts and
 * those of its parts do not. Below each other stand 基準値（R1）, R4実績 and so
 * on, and over again for what is next; turned, each such block is a line for
 * each of its columns. What stands left of the labels, merged over them, or
 * at the right merged over all of a block, belongs to all.
 */
#ifndef KPIBOOK_INGEST_FACT_LINES_H
#define KPIBOOK_INGEST_FACT_LINES_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it is of that kind: *read. False when memory
 * ran out. */
bool fact_lines_read(reader *r, arena *scratch, size_t *tables,
                     near_miss *near, bool *read);

#endif
