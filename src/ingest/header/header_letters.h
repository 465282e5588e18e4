/*
 * header_letters.h - may a text be a header, as far as its letters tell?
 *
 * A header is a synonym, with a year, a number, brackets, a footnote or a
 * few words around it (header_roles.h). So all kanji and kana in front of its
 * first bracket, footnote or line end are letters of those words. Most cells
 * of a table's body have others, and need not be taken apart to know that
 * they head nothing.
 *
 * The letters of years are listed in header_letters.c: what fiscal_year_find
 * takes for a year has no others (test_header_roles.c holds that).
 */
#ifndef KPIBOOK_INGEST_HEADER_LETTERS_H
#define KPIBOOK_INGEST_HEADER_LETTERS_H

#include "ingest/header/letter_set.h"

/* Those of years, of all words, and of words that may stand behind an arrow
 * (現状→目標), which are of targets. */
typedef struct header_letters {
    letter_set years, all, behind;
} header_letters;

/* Those of years; then those of each word that a header may have. */
void header_letters_init(header_letters *l);
void header_letters_add(header_letters *l, text word, bool behind_arrow);
/* Kanji and kana of which no year has any. */
bool header_letters_no_year(const header_letters *l, text word);
/*
 * False: header_roles_find() gives nothing exact for the text, and no year.
 * True says nothing. `context_year` as there.
 */
bool header_letters_may(const header_letters *l, text typed,
                        int context_year);

#endif
