/*
 * year_word.h - one year as typed, before it becomes part of a span
 *
 * Only for fiscal_year.c: an era or a Western year, its marks (年度 n 年3月
 * .4), and the same year in the other calendar in brackets behind it.
 */
#ifndef KPIBOOK_WORDING_YEAR_WORD_H
#define KPIBOOK_WORDING_YEAR_WORD_H

#include "base/text.h"

/* Year n of an era is n more. */
enum { HEISEI = 1988, REIWA = 2018 };

/* One year as typed, before it becomes part of a span. */
typedef struct year_word {
    int year;
    int zero;      /* of its era, 0 for a Western year */
    bool calendar; /* 年 without 度 and without a month */
    bool fiscal;   /* 年度, n */
    bool marked;   /* 年, 年度, an era, FY: more than bare digits */
    bool bare;     /* digits alone: 28, 2016 */
    bool month;
} year_word;

/*
 * The year at `start`; bytes read, 0 for none. `context`: see fiscal_year.h;
 * `whole`: nothing else stands in the text, so that `28` and `R 5` are years.
 */
size_t year_word_read(year_word *y, text t, size_t start, int context,
                      bool whole);

/* The end of a range: `31年度` takes the era of the first, 2015-19 too. */
size_t year_word_read_end(year_word *y, text t, size_t start,
                          const year_word *first);

/* Digits that may be a year where other words stand too: four, or at most two
 * with n, 年 or 度 behind. */
bool year_word_may_count(text t, size_t at);

/* Decimal digits of any width; 0 when there are none or more than `most`. */
size_t year_word_digits(text t, size_t at, size_t most, int *value,
                        size_t *count);

#endif
