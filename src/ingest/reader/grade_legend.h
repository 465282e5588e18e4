/*
 * grade_legend.h - what several grades mean, all in one text
 *
 *     A：高い　B：概ね高い　C：低い      （判定基準）Ａ（達成）Ｂ（概ね達成）
 *     A 高い／B 概ね高い／C 低い         順調：100％以上　遅れ：80％未満
 *     A：高い　Ⓑ：概ね高い　C：低い      A：高い　○B：概ね高い　C：低い
 *
 * None of them is anybody's grade, but for the one that is ringed or marked.
 * Two letters or numbers with words behind them may be a list of anything:
 * what they stand for must speak of a verdict.
 */
#ifndef KPIBOOK_INGEST_GRADE_LEGEND_H
#define KPIBOOK_INGEST_GRADE_LEGEND_H

#include "base/text.h"

/* Is it such a text? *ticked: the marked grade; empty where there is none. */
bool grade_legend_read(text t, text *ticked);
/* A・B・C, （Ａ／Ｂ／Ｃ／Ｄ）, A～D: which grades there are, none of them marked. */
bool grade_legend_lists(text t);

#endif
