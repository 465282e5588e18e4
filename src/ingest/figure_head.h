/*
 * figure_head.h - a header whose only names are in its first column
 *
 *     事業・指標 | 担当局 | 単位 | 現状値 | R4実績 | 目標値
 *
 * Whatever stands below its first word, projects, indicators or more, does so
 * in one column.
 */
#ifndef KPIBOOK_INGEST_FIGURE_HEAD_H
#define KPIBOOK_INGEST_FIGURE_HEAD_H

#include "ingest/reader/reader.h"

/* Two figures among the words of a row from `col` on, and behind `col` no name
 * of a project or of an indicator. */
bool figure_head_at(reader *r, uint32_t row, uint32_t col);
/* 事業・指標, 取組／KPI: does a header's word name projects? */
bool figure_head_names_projects(const reader *r, uint32_t row, uint32_t col);

#endif
