/*
 * rows_outer.h - indicators of a level in front of those of its projects
 *
 *     基本方針 | ＫＧＩ                        | 事業名   | ＫＰＩ
 *              | 指標 | 単位 | R6実績 | R9目標 |          | 指標 | 単位 | …
 *     稼ぐ観光 | 観光消費額 | 億円 | 912 | 1100 | 夜の催し | 参加者数 | …
 *     ^        | ^          | ^    | ^   | ^    | 湯めぐり | 利用者数 | …
 *
 * The level tracks its own: it is a project as those below it are. Such a
 * table is read as two.
 */
#ifndef KPIBOOK_INGEST_ROWS_OUTER_H
#define KPIBOOK_INGEST_ROWS_OUTER_H

#include "ingest/rows/layout_rows.h"

typedef struct rows_levels {
    table *outer; /* whose projects are the level; NULL for other tables */
    table *inner; /* the table without the level's indicators */
} rows_levels;

/* Parts the table of a segment. False when memory ran out. */
bool rows_outer(arena *a, const sheet_view *v, const segment *s,
                rows_levels *out);

#endif
