/*
 * scan.h - the state of a scan, between kpi_scan.c and scan_value.c
 *
 * Each take function looks at byte `at` of the cell, pushes a token when it
 * finds its own, and returns the bytes taken, 0 for none.
 */
#ifndef KPIBOOK_WORDING_SCAN_H
#define KPIBOOK_WORDING_SCAN_H

#include "wording/kpi_scan.h"

/* More than any real cell has; a longer one is not understood. */
enum { LONGEST_CELL = 16384, MOST_TOKENS = 1024, MOST_DEPTH = 16 };

typedef struct scan {
    arena *memory;
    text cell;
    int context;
    token *items;
    size_t count, capacity;
    size_t open[MOST_DEPTH];
    uint32_t close[MOST_DEPTH];
    size_t depth;
    size_t floor;     /* end of the last token that is no word */
    size_t tried;     /* digit runs looked at */
    bool failed, bad_number, joined, split;
} scan;

/* NULL, and failed set, when memory ran out. */
token *scan_push(scan *s, token_kind kind, size_t start, size_t end);
/* NULL for none. */
const token *scan_last(const scan *s);
bool scan_last_is(const scan *s, token_kind kind);
/* Extends the word that ends at `start`, or begins one. */
void scan_add_word(scan *s, size_t start, size_t end);

/* H28 令和元年度 where it dates data, not in a name. */
size_t scan_take_year(scan *s, size_t at);
/* `5年間で` `5か年` before 累計, a bracket or で. */
size_t scan_take_period(scan *s, size_t at);
/* Digits: a figure, else part of a word. Always takes something. */
size_t scan_take_figure(scan *s, size_t at);
/* ゼロ as a figure: 待機児童数ゼロを維持. ゼロカーボン is a word. */
size_t scan_take_zero(scan *s, size_t at);
size_t scan_take_none(scan *s, size_t at);
/* 基準値 現状 目標値 */
size_t scan_take_role(scan *s, size_t at);

#endif
