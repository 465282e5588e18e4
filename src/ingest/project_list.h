/*
 * project_list.h - projects in a list of their own, indicators in another
 *
 *     番号 | 事業名 | 担当局 | 評価          and below, or on another sheet,
 *     番号 | 指標名 | 基準値 | H28実績 | 目標値
 *
 * The list's projects are read as a table's without indicators. Indicators
 * that name a project's number are given to it; a project that another table
 * names again takes from the list what that table does not say. A list that
 * no table refers to holds no data: it is `table-not-read`.
 */
#ifndef KPIBOOK_INGEST_PROJECT_LIST_H
#define KPIBOOK_INGEST_PROJECT_LIST_H

#include "ingest/reader.h"

/* Is a table that was not accepted such a list? */
bool project_list_is(const table *t);
/* The project at `index` of the dataset was read from a list. */
void project_list_add(reader *r, size_t index);
/* Index of the listed project of a number, SIZE_MAX for none; it is kept. */
size_t project_list_find(reader *r, text no);
/* Completes a project from the listed one of its name, which goes. */
void project_list_complete(reader *r, project *p);
/* At the end of the file: what no table refers to goes. */
void project_list_end(reader *r);

#endif
