/*
 * project_list.h - projects in a list of their own, indicators in another
 *
 *     番号 | 事業名 | 担当局 | 評価          and below, or on another sheet,
 *     番号 | 指標名 | 基準値 | H28実績 | 目標値     or 管理番号 in both
 *
 * The list's projects are read as a table's without indicators. Indicators
 * that name a project's number are given to it; a project that another table
 * names again takes from the list what that table does not say. A list that
 * no table refers to holds no data: it is `table-not-read`.
 */
#ifndef KPIBOOK_INGEST_PROJECT_LIST_H
#define KPIBOOK_INGEST_PROJECT_LIST_H

#include "ingest/reader/reader.h"

/* What a list tells: whose its projects are; grades or costs alone, which an
 * earlier list's projects take from it, by number, code and name; such below
 * numbers without names. */
typedef enum list_kind {
    LIST_OF_PROJECTS, LIST_OF_VERDICTS, LIST_OF_COSTS, LIST_OF_CODES
} list_kind;

/* The project at `index` of the dataset was read from a list, with a code
 * below `header`. No project comes of costs or codes alone. */
void project_list_add(reader *r, size_t index, text no, text code,
                      const char *header, list_kind kind);
/* What a list holds below that header is no project: others belong to it. */
void project_list_give_up(reader *r, const char *header);
/* The bytes of a mark between two numbers or names at `at`; 0 for none. */
size_t project_list_mark(text t, size_t at);
/* The listed projects that a cell names by number or code, one or several:
 * P01、P03; at most `most`. 0 unless all of it does. */
size_t project_list_refs(reader *r, text typed, size_t *indexes, size_t most);
/* A listed project has indicators: it stays. */
void project_list_keep(reader *r, size_t index);
/* Gives p the headings, grants and period that only `from` has; a measure goes
 * with its number. */
void project_list_place(project *p, const project *from);
/* Completes a project from the listed one of its name, which goes. */
void project_list_complete(reader *r, project *p);
/* Do indicators name projects of a list that stands behind them? They were
 * read as what they say alone. */
bool project_list_is_late(reader *r);
/* At the end of the file: what no table refers to goes. */
void project_list_end(reader *r);

#endif
