/*
 * table_captions.h - small tables below each other, each with a line above
 * that says what its indicators are of
 *
 *     交流の促進（観光課）
 *     指標       | R4実績 | 目標値（R6）
 *     来館者数   | 120人  | 150人
 *
 *     子育ての支援（こども課）
 *     指標       | R4実績 | 目標値（R6）
 *
 * One such line may be anything. Where all tables of a sheet have the same
 * columns, none names a project, and above each stands another line that is
 * no word of documents, these lines name what is tracked; it is said
 * (heading-uncertain).
 */
#ifndef KPIBOOK_INGEST_TABLE_CAPTIONS_H
#define KPIBOOK_INGEST_TABLE_CAPTIONS_H

#include "ingest/table/table_find.h"

bool table_captions_name(const table_list *tables);
/* What the line above a table is about, a department in brackets behind it
 * taken off; empty where it says something else. */
text table_caption_subject(const table *t);
/* 【しごと創生】: the words in the brackets of such a line. */
text table_caption_bracketed(const table *t);

#endif
