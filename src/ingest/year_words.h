/*
 * year_words.h - a cell that names the year of each of its figures
 *
 *     H27　142人／H28　累計305人
 *     H27：－ (line break) H28：35戸
 */
#ifndef KPIBOOK_INGEST_YEAR_WORDS_H
#define KPIBOOK_INGEST_YEAR_WORDS_H

#include "wording/fiscal_year.h"

/*
 * Takes the words of one year from byte *at on, which becomes where the next
 * year's begin: `rest` is what stands behind the year. False where no year is
 * named, or nothing behind it.
 */
bool year_words_next(year_span *years, text *rest, text t, size_t *at,
                     int context_year);

#endif
