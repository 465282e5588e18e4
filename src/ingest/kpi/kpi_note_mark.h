/*
 * kpi_note_mark.h - the mark of a footnote behind an indicator's name
 *
 *     指標               | 基準値 | 目標値
 *     受診率（※1）      | 38.7%  | 60%
 *     ※1　県の統計による。
 *
 * 受診率※1, 受診率（注1） and 受診率*1 are the same. The mark is no part of the
 * name where a line below, one of the last of the sheet, begins with it; that
 * is said (footnote-mark-cut).
 */
#ifndef KPIBOOK_INGEST_KPI_NOTE_MARK_H
#define KPIBOOK_INGEST_KPI_NOTE_MARK_H

#include "ingest/reader/reader.h"

/* The name without such a mark; the name itself where it has none. It stands
 * in the cell at row and col. */
text kpi_note_mark_cut(reader *r, text name, uint32_t row, uint32_t col);

#endif
