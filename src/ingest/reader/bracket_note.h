/*
 * bracket_note.h - notes that say what figures in brackets are
 *
 *     指標     | H27 | H28
 *     雇用者数 | 26  | (767)
 *     ※（　）は累計
 */
#ifndef KPIBOOK_INGEST_BRACKET_NOTE_H
#define KPIBOOK_INGEST_BRACKET_NOTE_H

#include "ingest/reader/reader.h"

/* What the sheet's notes say of such figures; asked only where one stands,
 * and looked for once a sheet. */
typedef enum bracket_meaning {
    BRACKETS_UNASKED, BRACKETS_UNTOLD, BRACKETS_TOTAL
} bracket_meaning;

/* Is (767) a running total, by a note? */
bool bracket_note_total(reader *r, text figure);

#endif
