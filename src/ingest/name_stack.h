/*
 * name_stack.h - one column with a project's name above its indicator's
 *
 *     事業名・指標   | 単位 |      | R4 | R5
 *     朝市の開催     | 人   | 計画 | 50 | 60
 *     来場者数       |      | 実績 | 48 | 63
 *
 * The lines that belong together are told by what they hold: 計画 and 実績,
 * and over again. Such a column is read as two that stand side by side; every
 * cell knows where it came from (view_origin).
 */
#ifndef KPIBOOK_INGEST_NAME_STACK_H
#define KPIBOOK_INGEST_NAME_STACK_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it is of that kind: *read. False when memory
 * ran out. */
bool name_stack_read(reader *r, arena *scratch, size_t *tables,
                     near_miss *near, bool *read);

#endif
