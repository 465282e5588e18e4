/*
 * header_marks.h - numbers and marks in a header's words
 *
 * All take a folded key (fold.h).
 */
#ifndef KPIBOOK_INGEST_HEADER_MARKS_H
#define KPIBOOK_INGEST_HEADER_MARKS_H

#include "base/arena.h"
#include "base/text.h"

/* What may count indicators in place of numbers: 指標A, 指標ア. Folded. */
enum { HEADER_INDEX_LETTERS = 5 };
extern const char *const header_index_letters[HEADER_INDEX_LETTERS][2];
/* 指標2, 実績③ (folded to 3), 1指標, 指標A: takes the number off. */
text header_take_index(text key, unsigned *index);
/* ① or (2) alone (folded to 1, (2)): the number, 0 for none. */
unsigned header_bare_index(text key);
/* 第9期計画: what stands behind the term of a plan; else empty. */
text header_cut_term(text key);
/* 本事業における重要業績評価指標: what stands behind whose it is; else the key. */
text header_cut_owner(text key);
/* 指標1_基準値, kpi2・実績: what stands behind the label of an indicator, and
 * its number; the key itself, and no number, where there is no label. */
text header_cut_label(text key, unsigned *index);
/* 現状:12基目標:30基: figures with their words, no header. */
bool header_holds_figures(text key);
/* 200件 of 200件（R6）, folded: a figure below a header, and none itself. */
bool header_is_count(arena *a, text key);
/* 180(累計) of 180（H29～R3累計）: a figure, of which the bracket tells more. */
bool header_is_figure(text key);
/* 4-6月, 第1四半期: a part of a year; `held` are the marks of the text. */
bool header_is_part_of_year(text key, text_marks held);
/* `t` without the bytes from start to end. */
text header_without(arena *a, text t, size_t start, size_t end);
/* What stands in front of ※1 or 注1, or of the formula that a word is followed by
 * (達成率=実績÷目標); `held` are the marks of the text. */
text header_cut_footnote(arena *a, text key, text_marks held);

/* 課名 of 課名を記入してください, a question of a web form. */
text header_cut_request(text key, text_marks held);
/* What stands behind 【問3】, （Q3-1）, 問３　 or Q3., as typed: the number of a
 * question of a form. The text itself where there is none. */
text header_cut_question(text typed);
/* 新たな事業創出数 in front of （事業）: what is counted, and no level. */
bool header_counts(text base);

/* 最終目標, 累計, 見込: what a header says beside its role. `words` are the
 * marks of the words that say it. */
enum { HEADER_HINTS = 12, HINT_FINAL = 1, HINT_TOTAL = 2, HINT_EARLY = 4 };
void header_hints_mark(text_marks words[HEADER_HINTS]);
unsigned header_hints(text key, text_marks held,
                      const text_marks words[HEADER_HINTS]);

/* 実績の分析, 目標未達の説明, 実績値の考察: words about figures, and no figure. */
bool header_tells_of_figure(text key);
/* 解決課題数: what a word of a remark, 課題, is counted of is none. */
bool header_counts_remark(text key, const char *word);

#endif
