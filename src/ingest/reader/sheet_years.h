/*
 * sheet_years.h - which era a sheet's bare years (２年度) belong to
 */
#ifndef KPIBOOK_INGEST_SHEET_YEARS_H
#define KPIBOOK_INGEST_SHEET_YEARS_H

#include "ingest/reader/reader.h"

/* The first year with an era in the sheet's upper rows, 0 for none. */
int sheet_context_year(const sheet_view *v);
/* None stands anywhere: the era is told by the number, and that is said. */
void sheet_infer_era(reader *r);
/* The year that a title or name begins with, ends with, or has in brackets:
 * R2　交付金事業KPI, KPI進捗（R2）, 交付金KPI_R2; no date, no range. 0 for none. */
int year_of_title(text t, int context_year);
/* The year of figures below headings that name none: what is said nearest to
 * them. 0 for none; the name of the sheet or file counts only where the plan
 * says nothing. */
int reported_year(const reader *r);

#endif
