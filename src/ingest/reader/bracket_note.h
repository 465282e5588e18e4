/*
 * bracket_note.h - notes that say what figures in brackets are
 *
 *     指標     | H27 | H28
 *     雇用者数 | 26  | (767)
 *     ※（　）は累計
 *
 * or 767（63.9％） and ※（　）内は目標値に対する達成率.
 */
#ifndef KPIBOOK_INGEST_BRACKET_NOTE_H
#define KPIBOOK_INGEST_BRACKET_NOTE_H

#include "ingest/reader/reader.h"

/* What the sheet's notes say of such figures; asked only where one stands,
 * and looked for once a sheet. */
typedef enum bracket_meaning {
    BRACKETS_UNASKED, BRACKETS_UNTOLD, BRACKETS_TOTAL, BRACKETS_RATE
} bracket_meaning;

/* Is (767) a running total, by a note? */
bool bracket_note_total(reader *r, text figure);
/* Do brackets behind figures hold their 達成率, by a note? */
bool bracket_note_rate(reader *r);

#endif
