/*
 * names_over_lines.h - a form's indicators above their lines in one column
 *
 *     事業名         | 朝市の開催              事業名         | 朝市の開催
 *     指標名         | R4  | R5                来場者数（人） | R4  | R5
 *     来場者数（人） |     |            or     目標           | 100 | 120
 *     目標           | 100 | 120               実績           | 90  | 110
 *     実績           | 90  | 110
 *     出店数（店）   |     |
 *     目標           | 10  | 12
 *
 *     1 | 朝市の開催 | 担当：商工課 | 評価：A
 *     来場者数（人）      | R4  | R5         below the line that names a project
 *     計画値              | 100 | 120        (see block_title.h), one or several
 *     実績値              | 90  | 110
 *     実績値／計画値      | 90% | 92%
 *
 *     単位：人             | R4  | R5
 *     来場者数（計画値）    | 100 | 120        the name in each of its lines; in none,
 *     来場者数（実績値）    | 90  | 110        the unit alone in the corner, it is the form's
 *
 * A name stands alone in its row, or in the corner of the years, and lines of
 * 目標 or 実績 follow it. Each is read as a table of its own, whose label names
 * the indicator: 指標名 | 来場者数（人） above 年度 | R4 | R5 and its lines.
 */
#ifndef KPIBOOK_INGEST_NAMES_OVER_LINES_H
#define KPIBOOK_INGEST_NAMES_OVER_LINES_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it has such tables: *read. False when memory
 * ran out. */
bool names_over_lines_read(reader *r, arena *scratch, size_t *tables,
                           near_miss *near, bool *read);

#endif
