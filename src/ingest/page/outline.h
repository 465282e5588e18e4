/*
 * outline.h - outlines: lines that say of each project, and its own tables
 *
 *     基本目標１　しごとをつくる
 *     【事業名】朝市の開催
 *     担当課：商工課
 *     指標     | 単位 | 基準値 | 目標値 | R4実績
 *     来場者数 | 人   | 50     | 90     | 60
 *     評価：B
 *
 *     【事業名】山道の手入れ
 *     …
 *
 * The lines are read as a page (page.h), without the tables: that gives the
 * projects. Then the tables of each project are read alone, below its name,
 * in any layout there is, and what they give is the project's. A line that
 * names an indicator (指標：来場者数　単位：人) heads the table below it; what else
 * it says, or lines between them do (単位：人), is the indicator's.
 */
#ifndef KPIBOOK_INGEST_OUTLINE_H
#define KPIBOOK_INGEST_OUTLINE_H

#include "ingest/walk/sheet_walk.h"

/* Reads a sheet's cells in any layout. */
typedef bool (*outline_cells)(reader *r, arena *scratch, const grid *g,
                              const book *b, size_t *tables, near_miss *near);

/* Reads the current sheet, if it is an outline: *read counts its projects.
 * False when memory ran out. */
bool outline_read(reader *r, arena *scratch, const book *b,
                  outline_cells cells, size_t *read);

#endif
