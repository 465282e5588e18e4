/*
 * join.h - what stands in several tables of a file and belongs together
 *
 * A table a year, targets on one sheet and actuals on another, 活動指標 and
 * 成果指標 one below the other: projects of one name, under one heading, and
 * indicators of one name (or code) are joined where their facts complete each
 * other; units may differ where one converts to the other (億円, 百万円). Where
 * they contradict each other, or say the same twice, they are left as they
 * are, for the rules about duplicates. Cards of one project with an indicator
 * each and other grades: these are the indicators' grades.
 */
#ifndef KPIBOOK_INGEST_JOIN_H
#define KPIBOOK_INGEST_JOIN_H

#include "ingest/reader/reader.h"

/* Are two texts the same, or is one of them "" (not told)? */
bool join_agrees(const char *a, const char *b);
/* May b's figures go to a? They contradict none of its own. */
bool join_fits(arena *memory, const kpi *a, const kpi *b);
/* Gives a what only b says. */
void join_kpi(reader *r, kpi *a, const kpi *b);
/* Joins the projects of a file that has been read. */
void join_projects(reader *r);

#endif
