/*
 * heading_passed_over.h - levels that stand on a form and are in no record
 *
 *     政策１　にぎわいのあるまち
 *     施策 | 1-2 観光の振興
 *     事業名 | 朝市の開催
 *
 * Where a project's goal, theme or measure is lost, nothing else would tell:
 * what says 政策１ or stands beside 施策, and is no part of what any project of the
 * file is called or belongs to, is said (heading-passed-over).
 */
#ifndef KPIBOOK_INGEST_HEADING_PASSED_OVER_H
#define KPIBOOK_INGEST_HEADING_PASSED_OVER_H

#include "ingest/reader/reader.h"

/* For the sheet `g`, whose projects were noted since `before`. */
void heading_passed_over_say(reader *r, arena *scratch, const grid *g,
                             const reader_state *before);

#endif
