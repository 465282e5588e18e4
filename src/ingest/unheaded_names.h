/*
 * unheaded_names.h - a form's table of years with no word above its names
 *
 *     事業名 | 子育ての支援
 *              |        |   | 単位 | R3年度（実績） | R4年度（目標）
 *     活動指標 | 通知数 | < | 通   | 24,100         | 25,000
 *     成果指標 | 受診率 | < | ％   | 65.2           | 70
 *     コスト   | 事業費 | < | 千円 | 900            | 950
 *     ^        | 人件費 | < | 千円 | 400            | 400
 *
 * Or one that says nothing: 区分, 項目. The names are what stands in front of the
 * units, or of the years: 指標名 is put above them, and 単位 where that is
 * missing. What is left of them (活動指標, ア) is left out; so are lines beside
 * another label, but for the costs. 目標 and 実績 on lines of their own are
 * years_alone.h's.
 */
#ifndef KPIBOOK_INGEST_UNHEADED_NAMES_H
#define KPIBOOK_INGEST_UNHEADED_NAMES_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it has such tables: *read. False when memory
 * ran out. */
bool unheaded_names_read(reader *r, arena *scratch, size_t *tables,
                         near_miss *near, bool *read);

#endif
