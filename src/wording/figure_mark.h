/*
 * figure_mark.h - what stands around a figure's digits: 約 累計 △ 以上 /年
 *
 * Marks in front are read backwards from the digits, unit and marks behind
 * (以上 /年 （累計）) forwards.
 */
#ifndef KPIBOOK_WORDING_FIGURE_MARK_H
#define KPIBOOK_WORDING_FIGURE_MARK_H

#include "wording/number_text.h"

/* A sign in front of the digits, '-', '+', U+00A5 for ￥, or 0; moves *at before
 * it. */
uint32_t figure_mark_sign(text t, size_t *at, size_t floor);
/*
 * Reads the marks backwards from *at, which moves in front of them. Returns
 * /月 /週 /日 (of 月2回) or NULL.
 */
const char *figure_mark_front(figure *out, text t, size_t *at, size_t floor);
/* Unit, qualifiers and marks; moves *at behind them. */
void figure_mark_back(figure *out, text t, size_t *at);
/* Bytes of a mark that may stand in front of a figure, 0 for none. */
size_t figure_mark_word(text t, size_t at);
/* △ ▲ ▽ ▼ */
bool figure_mark_is_triangle(uint32_t c);

#endif
