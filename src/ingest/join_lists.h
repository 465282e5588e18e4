/*
 * join_lists.h - a list of the projects of a file beside their forms
 *
 *     # 総括表  No. | 事業名 | 指標 | 目標 | 実績 | 評価      # 1, # 2, … a form each
 *
 * The list says again what the forms say, or a part of it: the project counts
 * once, and what only one of them tells (目標 of its heading, 事業期間) is its
 * own. Two forms, or two lines of a list, with one name may be a slip; they
 * are left to the rules about duplicates.
 */
#ifndef KPIBOOK_INGEST_JOIN_LISTS_H
#define KPIBOOK_INGEST_JOIN_LISTS_H

#include "ingest/reader/reader.h"

/* Stands one of the two in a list, and the other on another sheet by itself? */
bool join_lists_beside(const reader *r, const project *a, const project *b);
/* Do offices differ? 商工部 商業課 and 商業課 alone, as lists name it, do not. */
bool join_lists_same_office(const project *a, const project *b);
/* Is b's target what a plans for that year? A list tells the year's target,
 * a form all of them. */
bool join_lists_plans(const kpi *a, const kpi *b);
/* Gives a the number of b, its form: a list counts its own lines. */
void join_lists_number(const reader *r, project *a, const project *b);
/* Gives a the office, headings, period, grants, activities and notes that only
 * b has. */
void join_lists_fill(project *a, const project *b);

#endif
