/*
 * cost_words.h - amounts of money and their years in one cell of words
 *
 *     67,055千円（令和２年度決算）
 *     R2決算額　67,055
 *     R2：67,055千円、R3：81,801千円
 */
#ifndef KPIBOOK_INGEST_COST_WORDS_H
#define KPIBOOK_INGEST_COST_WORDS_H

#include "ingest/reader/cell_value.h"

/* What a word of money says: 決算, 事業費 or 予算. */
typedef enum money { MONEY_NONE, MONEY_COST, MONEY_BUDGET } money;

/* 令和２年度決算: such a word with its year, and no amount. */
money cost_words_year(const reader *r, text t, int *fiscal_year);
/* The same of a year alone, too: R2, 令和２年度決算, R3予算額. */
money cost_words_said_year(const reader *r, text t, int *fiscal_year);

/* A walk over the amounts of a cell; `year` is at first that of an amount
 * alone, 0 for none. */
typedef struct cost_words {
    text rest;
    int year, of;
    money kind;
    cell_value amount; /* of the year `of` */
} cost_words;

void cost_words_init(cost_words *w, text t, int fiscal_year);
/* The next amount; false at the end, where `rest` is empty, or in front of
 * what is none. */
bool cost_words_next(reader *r, cost_words *w);

#endif
