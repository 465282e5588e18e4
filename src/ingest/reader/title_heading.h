/*
 * title_heading.h - headings in the lines above a table and a sheet's name
 *
 *     基本目標１ | しごとを創る             a level and its name in two cells
 *     総合戦略　基本目標Ⅱ　ひとの流れ      inside the title of the document
 *     目標２_ひとの流れ                    the sheet's name, if no line says it
 */
#ifndef KPIBOOK_INGEST_TITLE_HEADING_H
#define KPIBOOK_INGEST_TITLE_HEADING_H

#include "ingest/reader/reader.h"

/* Takes the heading that the name of the current sheet is, if it is one. */
void title_heading_of_sheet(reader *r);
/* Is a row a level and its name, and nothing else? */
bool title_heading_pairs(reader *r, uint32_t row);
/* The label behind such a pair: 施策 | 創業 | 担当課 | 商工課; UINT32_MAX for none. */
uint32_t title_heading_behind(reader *r, uint32_t row);
/* Takes such a pair, or the heading inside the row's title. */
void title_heading_take(reader *r, uint32_t row);
/* Takes しごとをつくる ＞ 林業の成長 alone in a row: see level_paths.h. */
bool title_heading_path(reader *r, uint32_t row);
/* 取組④ | 創業の促進, or in one cell, or in three: *no and *title of what may be
 * a level above projects. */
bool title_heading_act(reader *r, uint32_t row, text *no, text *title);
/* A banner's words without those of a document: 目標１　雇用　KPI進捗状況. */
text title_heading_alone(const reader *r, text banner);
/* 基本目標Ⅰ・Ⅱ関係, 基本目標１及び２: words about more than one. */
bool title_heading_several(text t);

#endif
