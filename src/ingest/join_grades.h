/*
 * join_grades.h - grades of cards that are one project
 *
 *     指標 | 参加者数 … 判定 | △          and another card of the same project
 *     指標 | 開催回数 … 判定 | ○
 */
#ifndef KPIBOOK_INGEST_JOIN_GRADES_H
#define KPIBOOK_INGEST_JOIN_GRADES_H

#include "ingest/reader/reader.h"

/* Two cards with an indicator each and other grades, or a grade and a dash:
 * these are the indicators'. `a` holds those of the cards above. */
bool join_grades_apart(const project *a, const project *b);
/* Two cards with an indicator each and one grade: whose it is the other cards
 * of the file tell. */
bool join_grades_alike(const project *a, const project *b);
/* Gives a grade to indicators without one. */
void join_grade_indicators(kpi *of, size_t count, const char *grade);
/* Projects of a file whose indicators were graded one by one have no grade of
 * their own, and so has none whose indicators happen to have the same. `alike`
 * marks what join_grades_alike() found, for each project. */
void join_settle_grades(dataset *d, const bool *alike);
/* － beside an indicator says that it has no grade, and is none, unless the
 * plan has such a band. */
void join_drop_dashes(reader *r);

#endif
