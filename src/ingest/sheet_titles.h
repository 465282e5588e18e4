/*
 * sheet_titles.h - lines above tables: who submits, which year is reported
 */
#ifndef KPIBOOK_INGEST_SHEET_TITLES_H
#define KPIBOOK_INGEST_SHEET_TITLES_H

#include "ingest/sheet_walk.h"

/* Takes department and year from a row above a table. */
void sheet_titles_take(reader *r, uint32_t row);
/* The same of a title's department alone: 進捗報告（環境部 環境課）, or a line
 * 環境部 環境課. */
void sheet_titles_take_department(reader *r, text t);
/* Remembers the row that has the most header words, for no-kpi-table. */
void sheet_titles_come_near(reader *r, uint32_t row, near_miss *near);

#endif
