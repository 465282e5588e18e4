/*
 * year_notes.h - 基準値は平成26年度、目標値は平成31年度: a note around a table, or the
 * bracket behind the title, dates its baselines and targets
 */
#ifndef KPIBOOK_INGEST_YEAR_NOTES_H
#define KPIBOOK_INGEST_YEAR_NOTES_H

#include "ingest/reader/reader.h"

/* Gives the columns of baselines and targets that name no year the one that
 * a note says; reported. Rows from `floor` on lie between this table and the
 * one before, or its data. `first`: what stands above it, or above the row
 * `head` of a list in front of it, holds for the tables below too. */
void year_notes_settle(reader *r, table *t, uint32_t floor, uint32_t head,
                       bool first);
/* What the lines from..to of the current sheet say (`to` is left out). */
struct noted_years year_notes_of(const reader *r, uint32_t from, uint32_t to);

#endif
