/*
 * header_years.h - the year in a header's words: R4実績, 令和4年度末の値
 */
#ifndef KPIBOOK_INGEST_HEADER_YEARS_H
#define KPIBOOK_INGEST_HEADER_YEARS_H

#include "ingest/header/header_roles.h"

/* What hangs on a year in a header; ends with NULL. */
extern const char *const header_year_tails[];
/* Takes the first year out of a folded key, with the words that hang on, into
 * w->years and w->has_year; what is left lies in `a`. */
text header_take_year(arena *a, text key, header_word *w, int context_year);

/* The arrow in a header, as bytes from *start to *end. */
bool header_find_arrow(text t, size_t *start, size_t *end);
/* 現状値⇒目標値（R1⇒R6）: the years of both, behind the words of a target. */
void header_take_both_years(header_word *w, text behind, int context_year);

#endif
