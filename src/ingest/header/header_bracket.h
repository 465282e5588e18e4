/*
 * header_bracket.h - what the bracket in a header says: 5年目【目標】
 */
#ifndef KPIBOOK_INGEST_HEADER_BRACKET_H
#define KPIBOOK_INGEST_HEADER_BRACKET_H

#include "ingest/header/header_lookup.h"

/* 5年目【目標】（R8）, 中間（R8・目標）, folded and without the year: which figure
 * its first bracket names; NULL for none, and for figures: 100組（目標）. */
const header_synonym *header_bracket_figure(const header_words *h, text key);

/* 達成率（第1指標）, 指標（A）, folded: which of several indicators its bracket names;
 * 0 for none, and for the letter of a formula: 実績値（B）. */
unsigned header_bracket_index(role r, text key);

/* 目標（指標）, folded and without the year: the bracket says that it is the
 * name of what is aimed at. */
const header_synonym *header_bracket_indicator(const header_words *h, text key);

/* 位置付け（施策）, 指標値（R2目標）, 所属（課）, folded and without the year: the
 * bracket says which level, figure or part of a department is meant. */
void header_by_bracket(const header_words *h, header_word *w, text key);

#endif
