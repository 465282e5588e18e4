/*
 * sheet_titles.h - lines above tables: who submits, which year is reported
 */
#ifndef KPIBOOK_INGEST_SHEET_TITLES_H
#define KPIBOOK_INGEST_SHEET_TITLES_H

#include "ingest/walk/sheet_walk.h"

/* Takes department and year from a row above a table. */
void sheet_titles_take(reader *r, uint32_t row);
/* The year that such words report, where none was stated yet. */
void sheet_titles_years(reader *r, text t);
/* Takes a department that stands in such a row without a label, alone or in a
 * title; above a further table it is that table's. */
void sheet_titles_office(reader *r, uint32_t row, bool first);
/* The same of a form's title: what stands alone at the left is that form's. */
void sheet_titles_cover(reader *r, uint32_t row);
/* Remembers the row that has the most header words, for no-kpi-table. */
void sheet_titles_come_near(reader *r, uint32_t row, near_miss *near);

#endif
