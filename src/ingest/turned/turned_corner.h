/*
 * turned_corner.h - a table on its side whose header has no labels
 *
 *     年度       | 朝市の開催   | <          | 山道の手入れ
 *     ^          | 商工課       | <          | 林務課
 *     ^          | 来場者数     | 出店数     | 延長
 *     ^          | （人）       | （店）     | （km）
 *     R3（基準） | 50           | 5          | 2
 *     R7（目標） | 90           | 9          | 6
 *
 * One word stands left of several lines of names, above the years. What each
 * line holds is told by its cells: units, offices, and of the two that are
 * left the upper one names the projects, the lower one the indicators; that
 * is said (column-role-inferred). Without offices it needs no labels.
 */
#ifndef KPIBOOK_INGEST_TURNED_CORNER_H
#define KPIBOOK_INGEST_TURNED_CORNER_H

#include "ingest/reader/reader.h"

/* Puts labels into the corner of `g`, rows of the current view, where it is
 * such a table. False when memory ran out. */
bool turned_corner_name(grid *g, arena *a, reader *r);

#endif
