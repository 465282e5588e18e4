/*
 * header_repeats.h - indicators that stand below each fact in a header
 *
 *     成果指標           | 基準値             | 目標値
 *     指標① | 指標②     | 指標① | 指標②    | 指標① | 指標②
 *
 * or the names' columns have no head in common:
 *
 *     活動指標（単位） | 成果指標（単位） | R5                  | R6
 *                      |                  | 活動指標 | 成果指標 | 活動指標 …
 */
#ifndef KPIBOOK_INGEST_HEADER_REPEATS_H
#define KPIBOOK_INGEST_HEADER_REPEATS_H

#include "ingest/table/table_find.h"

/*
 * Which of the indicators below a head that its words in header row `row`
 * name, from 1, where the same words stand below a head of names or alone
 * above a column of them, and below a head of a figure or year; 0 elsewhere.
 */
unsigned header_repeats_index(const sheet_view *v, header_roles *roles,
                              const table *t, uint32_t row, uint32_t col,
                              int context_year);

#endif
