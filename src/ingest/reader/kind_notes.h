/*
 * kind_notes.h - 種別が累計の指標は実績も累計: a note above a table, or below it, says
 * that the figures of such indicators are totals
 */
#ifndef KPIBOOK_INGEST_KIND_NOTES_H
#define KPIBOOK_INGEST_KIND_NOTES_H

#include "ingest/reader/reader.h"

/* Notes it in the table, and in its parts. */
void kind_notes_settle(const reader *r, table *t);
/* Does a note say so? 「種別」が累計のＫＰＩは、計画・実績とも…累計で記載している。 */
bool kind_note_read(text t);

#endif
