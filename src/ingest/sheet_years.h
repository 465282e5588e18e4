/*
 * sheet_years.h - which era a sheet's bare years (２年度) belong to
 */
#ifndef KPIBOOK_INGEST_SHEET_YEARS_H
#define KPIBOOK_INGEST_SHEET_YEARS_H

#include "ingest/reader.h"

/* The first year with an era in the sheet's upper rows, 0 for none. */
int sheet_context_year(const sheet_view *v);
/* None stands anywhere: the era is told by the number, and that is said. */
void sheet_infer_era(reader *r);

#endif
