/*
 * header_repeats.h - indicators that stand below each fact in a header
 *
 *     成果指標           | 基準値             | 目標値
 *     指標① | 指標②     | 指標① | 指標②    | 指標① | 指標②
 */
#ifndef KPIBOOK_INGEST_HEADER_REPEATS_H
#define KPIBOOK_INGEST_HEADER_REPEATS_H

#include "ingest/table/table_find.h"

/*
 * Which of the indicators below a head that its words in header row `row`
 * name, from 1, where the same words stand below a head of names and below
 * one of a figure or year; 0 elsewhere.
 */
unsigned header_repeats_index(const sheet_view *v, header_roles *roles,
                              const table *t, uint32_t row, uint32_t col,
                              int context_year);

#endif
