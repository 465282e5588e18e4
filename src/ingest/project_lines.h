/*
 * project_lines.h - lines of projects among those of indicators, in one column
 *
 *     事業・指標           | 単位 | R1基準 | R4実績 | R6目標 | 備考
 *     1-1　朝市の開催      | <    | <      | 商工課 | 評価：B | <
 *     　来場者数           | 人   | 50     | 60     | 90     |
 *     　出店数             | 店   | 5      | 6      | 9      |
 *     1-2　山道の手入れ    | <    | <      | 林務課 | 評価：C | <
 *     　延長               | km   | 12     | 13     | 20     |
 *
 * A project's line has whose it is, its grade or its state beside it, in
 * whatever columns, and no figure. A letter or a dash alone may be an
 * indicator's, unless the name is merged over the columns of figures. Headings
 * stand alone in their rows. The projects get a column of their own in front of
 * their indicators, and what stands beside a name goes behind it in its cell
 * (project_cell.h).
 */
#ifndef KPIBOOK_INGEST_PROJECT_LINES_H
#define KPIBOOK_INGEST_PROJECT_LINES_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it is of that kind: *read. False when memory
 * ran out. */
bool project_lines_read(reader *r, arena *scratch, size_t *tables,
                        near_miss *near, bool *read);

#endif
