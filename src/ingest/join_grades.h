/*
 * join_grades.h - grades of cards that are one project
 *
 *     指標 | 参加者数 … 判定 | △          and another card of the same project
 *     指標 | 開催回数 … 判定 | ○
 */
#ifndef KPIBOOK_INGEST_JOIN_GRADES_H
#define KPIBOOK_INGEST_JOIN_GRADES_H

#include "kpi/dataset.h"

/* Two cards with an indicator each and other grades: these are the
 * indicators'. `a` holds those of the cards above. */
bool join_grades_apart(const project *a, const project *b);
/* Gives a grade to indicators without one. */
void join_grade_indicators(kpi *of, size_t count, const char *grade);

#endif
