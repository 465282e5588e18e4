/*
 * summary_value.h - texts and numbers as they may stand in a cell
 *
 * Texts are made fit: malformed UTF-8 and characters that XML does not know
 * are replaced, CR LF becomes LF, what would be read as an escape (_x0041_)
 * is escaped, and a text over 32,767 characters is cut with a note.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_VALUE_H
#define KPIBOOK_OUTPUT_SUMMARY_VALUE_H

#include "base/number.h"

/* Lies in the arena; NULL: memory. *cut, which may be NULL: was too long. */
const char *page_clean(arena *a, const char *t, bool *cut);
/* The nearest double of an exact number rounded to 17 digits. */
double page_double(number value);
/* As above, of the number rounded to `digits` significant ones, half up. */
double page_double_of(number value, int digits);

#endif
