/*
 * step_tree.h - levels that step to the right, a line each, below one header
 *
 *     体系       | <              | <          | 担当課 | 指標     | R4 | R6目標
 *     １　しごと |                |            |        |          |    |
 *                | (1) 商業の振興 |            |        |          |    |
 *                |                | 朝市の開催 | 商工課 | 来場者数 | 60 | 90
 *                |                |            |        | 出店数   | 6  | 9
 *                |                | 空き店舗   | 商工課 | 活用件数 | 3  | 10
 *
 * What stands in a column belongs to what stands above it, one column further
 * left. Each line but the innermost stands alone, but a project may have its
 * own cells beside it where the indicators below it are the last step. The
 * header names the levels (基本目標／施策／事業), else their number tells what they
 * are (column-role-inferred). Read as a table with a word above each level,
 * whose lines stand in front of what belongs to them.
 */
#ifndef KPIBOOK_INGEST_STEP_TREE_H
#define KPIBOOK_INGEST_STEP_TREE_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it is of that kind: *read. False when memory
 * ran out. */
bool step_tree_read(reader *r, arena *scratch, size_t *tables,
                    near_miss *near, bool *read);

#endif
