/*
 * header_round.h - 前回進捗評価, 今年度の評価: a grade of the last time or of this
 */
#ifndef KPIBOOK_INGEST_HEADER_ROUND_H
#define KPIBOOK_INGEST_HEADER_ROUND_H

#include "ingest/header/header_lookup.h"

/* The grade's word behind 前回 or 今回; NULL for other keys. */
const header_synonym *header_round_grade(const header_words *h, text key,
                                         bool *earlier);
/* Makes such a header that of a grade: only the later one counts. */
bool header_by_round(const header_words *h, header_word *w, text key);

#endif
