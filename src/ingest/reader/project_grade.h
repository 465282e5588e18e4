/*
 * project_grade.h - grades and states of a project as clerks type them
 *
 * A grade stands alone (C, ◎, 順調), beside a word for what it is (評価：C,
 * Ｃ判定) or beside what it means (C：70～99%): it is the grade alone that is
 * kept, as the plan's bands name it.
 */
#ifndef KPIBOOK_INGEST_PROJECT_GRADE_H
#define KPIBOOK_INGEST_PROJECT_GRADE_H

#include "ingest/reader/reader.h"

/* A grade's or status' cell: C, ◎, 数値目標対象外, －; nothing where it is a year. */
void project_grade_set(reader *r, project *p, text typed);
/* What stands beside or below 評価: a grade in other words too (順調に進んでいる),
 * unless it is a status. */
void project_grade_said(reader *r, project *p, text typed);
/* C of C, 【C】, 評価：C, Ｃ判定, C：70～99% and C（70～99%）: ◎, 順調 and the plan's
 * own grades are grades too; empty for other words. */
text project_grade_alone(const reader *r, text typed);
/* Is there one? */
bool project_grade_like(const reader *r, text t);
/* 進捗　○, or ○ alone where no label stands: 1 may be anything. */
bool project_grade_mark(const reader *r, text t);
/* □A ■B □C, Ⓐ　B　C: what is ticked; all of it where more is, and nothing where
 * only boxes stand there. */
text project_grade_ticked(text t);
/* The grade alone, else all that is typed. */
const char *project_grade_text(reader *r, text typed);
/* 数値目標対象外, 調査中, － and the plan's categories. */
bool project_status_like(const reader *r, text t);
/* 二次評価, 外部評価（委員会）: is this label or header no word of the department's
 * own grade? */
bool project_grade_of_others(text label);
/* A dash, or the slash that stands for one. */
bool project_says_none(text t);
/* 成果は上がっているか, 目標を達成できたか？: what is asked, and no grade. */
bool project_grade_asks(text t);
/* 令和元年度, R5年度実績, 平成31年度（令和元年度）　農林課 behind 評価対象: the year that is
 * looked at, where nothing behind it says what happened then (R5終了). */
bool project_grade_is_year(const reader *r, text t);
/* What stands behind 評価： or 判定, and so may be a grade; else empty. */
text project_verdict(text t);
/* The same of 評価　B alone, without a colon. */
text project_verdict_behind(text t);
/* Takes 評価：C on a line of its own, or in brackets. */
bool project_verdict_take(reader *r, project *p, text line);
/* Takes 評価：C behind a gap at the end of the name's line; the name is cut. */
bool project_verdict_cut(reader *r, project *p, text *name);

#endif
