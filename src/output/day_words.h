/*
 * day_words.h - days and moments as a book for readers prints them
 *
 * Files have 2017-06-01T00:35:00Z; people read 平成29年6月1日(2017-06-01) and
 * 2017-06-01 09:35 in the city's own zone.
 */
#ifndef KPIBOOK_OUTPUT_DAY_WORDS_H
#define KPIBOOK_OUTPUT_DAY_WORDS_H

#include "base/buf.h"
#include "kpi/plan.h"

/* YYYY-MM-DD with its era in Japanese; what is no such day as it stands. */
void day_put(buf *b, const char *day, plan_language language);
/* A local day, or day and hour (2017-06-30T17:15:00): the day as above, then
 * 17:15. */
void day_put_deadline(buf *b, const char *deadline, plan_language language);
/* 2017-06-01 09:35 in a zone; false, and nothing, for what is no moment. */
bool day_put_moment(buf *b, const char *moment, int zone_minutes);

#endif
