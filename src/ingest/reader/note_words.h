/*
 * note_words.h - words below a table that explain it
 */
#ifndef KPIBOOK_INGEST_NOTE_WORDS_H
#define KPIBOOK_INGEST_NOTE_WORDS_H

#include "ingest/reader/reader.h"

/* 評価：○…順調　△…やや遅れ, 見通し　①達成　②可能, 担当課評価：Ａ（十分）Ｂ（概ね）: what marks
 * mean. */
bool note_is_legend(text t);
/* ◎ 目標を超えた／○ 順調／△ もう少し: marks, each with what it means behind it. */
bool note_lists_marks(text t);
/* 【評価区分】Ａ：100％以上、Ｂ：80％以上, its word in brackets. */
bool note_is_headed_legend(text t);
/* …：未公表, ◎：達成, －は評価できない: what one mark means. */
bool note_explains_mark(text t);
/* The bytes of ：, ＝ or … that joins a grade to what it means; 0 for others. */
size_t note_mark(text t, size_t at);
/* Ａ：目標を達成, S＝目標を上回る, ◎…目標達成, やや遅れ：60%以上 */
bool note_explains_grade(text t);
/* Ａ：目標を達成　Ｂ：目標を下回る, Ａ（達成）Ｂ（下回る）, Ａ 達成 Ｂ 下回る: of more than one. */
bool note_explains_grades(text t);
/* 3:順調　2:やや遅れ, beside 2: what that means, among others. */
bool note_explains_value(text t, text value);
/* Ａ, ◎, やや遅れ, and no more. */
bool note_names_grade(text t);
/* （Ａ～Ｄ）, (1-5の5段階): which grades there are, beside one. */
bool note_is_scale(text t);
/* ←漏れがないか確認, 【記入要領】黄色のみ入力, ※期限厳守, 「順調／遅れ」から選択, （A～Dを記入）,
 * ４段階で記載→: to who fills in a form. */
bool note_to_clerk(text t);
/* The same or a scale between a label and its value: 達成状況 | （A～D） | B,
 * 評価 | ４段階評価 | B. */
bool note_in_front(text t);
/* 目標値・実績値はいずれも令和2年度: of what words of a header are. */
bool note_on_figures(const reader *r, text t);

#endif
