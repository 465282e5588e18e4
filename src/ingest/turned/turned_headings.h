/*
 * turned_headings.h - headings above tables on their side
 *
 *     基本目標Ⅰ　しごとをつくる
 *     ①　若者の就職
 *     事業名 | 職場実習の促進 | インターンシップ事業
 *     ①　若者の就職（つづき）
 *     事業名 | 技能伝承の推進 | …
 *
 * The line above a table may be its project's name (①　若者の就職); where the
 * projects have names of their own it is a heading, and holds for the tables
 * below until the next one.
 */
#ifndef KPIBOOK_INGEST_TURNED_HEADINGS_H
#define KPIBOOK_INGEST_TURNED_HEADINGS_H

#include "ingest/reader/reader.h"

/* A line above a table: a heading where it is marked as one; numbers are
 * those of headings below a goal only. */
void turned_headings_take(reader *r, text t);
/* Projects from the index `first` on, but those named by the line `title`. */
void turned_headings_give(reader *r, const char *title, size_t first);

#endif
