/*
 * table_notes.h - a row of notes below a header: （実数） | （千円） | （最終）
 *
 *     事業名 | 指標 | R4実績   | 目標（R7） | 達成率 | 決算額
 *            |      | （実数） | （最終）   | （％） | （千円）
 *
 * It says how the figures below are counted, and is neither a project nor a
 * level of the header: a note gives its column the unit, whether it is a
 * total or provisional, and a year or role only where the header has none.
 */
#ifndef KPIBOOK_INGEST_TABLE_NOTES_H
#define KPIBOOK_INGEST_TABLE_NOTES_H

#include "ingest/table/table_find_parts.h"

/* Is the row right below the header such a row? */
bool finder_is_note_row(const finder *f, const table *t, uint32_t row);
/* (1) | (2) | (3) | (4) below a header: does a row but count its columns? */
bool table_counts_columns(const sheet_view *v, uint32_t row);
/* What a note says: its words without their brackets, and in *unit the unit
 * among them (対目標、％), else empty. */
const header_word *table_note_word(arena *a, header_roles *roles, text note,
                                   int context_year, text *unit);

#endif
