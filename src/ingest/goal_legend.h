/*
 * goal_legend.h - what the numbers of goals stand for, said once on a sheet
 *
 *     目標 | 事業名 | 指標   | R5目標 | R5実績
 *     Ⅰ    | 朝市   | 来場者 | 200    | 120
 *     Ⅱ    | 移住   | 相談   | 50     | 40
 *
 *     《目標の番号》
 *     Ⅰ：しごとをつくる            or in two cells: Ⅰ | しごとをつくる
 *     Ⅱ：ひとを呼ぶ
 *
 * Lines right below each other, and a line above that says goals, or 基本目標 in
 * front of each number. All numbers without a title stand there once, or none
 * is given one.
 */
#ifndef KPIBOOK_INGEST_GOAL_LEGEND_H
#define KPIBOOK_INGEST_GOAL_LEGEND_H

#include "ingest/reader/reader.h"

/* Gives them to the projects of a sheet, those from `first` on. */
void goal_legend_take(reader *r, const grid *g, size_t first);

#endif
