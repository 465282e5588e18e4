/*
 * dated_piece.h - several years in one value: 60人（R4）、70人（R5）
 *
 *     R4：60人、R5：70人     令和４年度　60人 ／ 令和５年度　調査中
 *
 * Each piece has its year in front of the figure or behind it; 、 ／ a space or
 * a new line parts them.
 */
#ifndef KPIBOOK_WORDING_DATED_PIECE_H
#define KPIBOOK_WORDING_DATED_PIECE_H

#include "base/text.h"

/* 令和５年度　640人: a year, and its figure. */
bool dated_piece_is(text t, int context_year);
/* The next piece of *rest without its year; *fiscal_year 0: none is told. */
text dated_piece_next(text *rest, text *year, int *fiscal_year,
                      int context_year);

#endif
