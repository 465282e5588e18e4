/*
 * mark_tree.h - one column that holds all levels, each with a mark in front or
 * a word for it beside
 *
 *     凡例：◆基本目標 ＞ ●施策 ＞ ○事業 ＞ ・ＫＰＩ
 *     体系             | 所管局 | 単位 | 現状値 | R4実績 | 目標値
 *     ◆しごとをつくる
 *     ●商業の振興
 *     ○朝市の開催     | 経済局
 *     ・来場者数       |        | 人   | 50     | 60     | 90
 *     ・出店数         |        | 店   | 5      | 6      | 9
 *
 * The marks' order is that of their first lines; what each means a line
 * above says, else the last is an indicator's and the one before a project's
 * (column-role-inferred). Two marks alone are only such where the header says
 * so: 事業・指標. Such a column is read as one for each level, and a project's
 * cells stand beside all its indicators.
 *
 *     番号    | 階層     | 名称           | 担当局 | 単位 | 目標値
 *     1       | 基本目標 | しごとをつくる
 *     1.1     | 施策     | 商業の振興
 *     1.1.1   | 事業     | 朝市の開催     | 経済局
 *     1.1.1.1 | ＫＰＩ   | 来場者数       |        | 人   | 90
 *
 * The same with a column of words that tell the levels, three at least; the
 * numbers in front are not kept.
 */
#ifndef KPIBOOK_INGEST_MARK_TREE_H
#define KPIBOOK_INGEST_MARK_TREE_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it is of that kind: *read. False when memory
 * ran out. */
bool mark_tree_read(reader *r, arena *scratch, size_t *tables,
                    near_miss *near, bool *read);

#endif
