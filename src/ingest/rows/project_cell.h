/*
 * project_cell.h - a project's cell as clerks type it
 *
 *     定住・移住促進事業（地方創生推進）
 *     【企画調整局】
 *     ※数値目標対象外            (or 【C】, 【－】, 【再掲】)
 *
 * or 空き家対策　〔建築都市局〕　評価：C on one line. Brackets behind the name, of
 * any of （）〔〕［］, are grants when the plan lists them or they begin
 * with 地方創生, or the department (産業経済局); else they stay part of the
 * name. A footnote's mark （※） is no part of it.
 */
#ifndef KPIBOOK_INGEST_PROJECT_CELL_H
#define KPIBOOK_INGEST_PROJECT_CELL_H

#include "ingest/reader/reader.h"

/* Fills name, number, grants, bureau, division, grade, status, relisted.
 * `offices`: the header says that departments stand in brackets there. */
void project_cell_read(reader *r, project *p, text typed, uint32_t row,
                       uint32_t col, bool offices);
/* Does a cell say nothing but what stands behind a name: 【産業経済局】【C】 on the
 * next row? *office: whose the project is, too. */
bool project_cell_goes_on(reader *r, text t, bool *office);
/* 事業名：空き家対策 or 【事業名】空き家対策 in one cell: *t is what stands behind. */
bool project_labelled(reader *r, text *t);
/* Both as one cell. */
text project_cell_joined(reader *r, text name, text below);
/* ○, 再掲, 有: a cell of a 再掲 column. */
bool project_relisted_mark(text t);
/* 再掲, ※再掲（1-2） and no more words: a remark that says nothing else. */
bool project_relisted_alone(text t);

#endif
