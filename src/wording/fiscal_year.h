/*
 * fiscal_year.h - 年度: Japanese and Western fiscal years, read and written
 *
 * A fiscal year is named by the Western year in which it starts (1 April):
 * H28 = 平成28年度 = 2016. 平成31年度 = 令和元年度 = 2019. Years that an era never
 * had (平成32年度 = 2020) are accepted: plans name them.
 */
#ifndef KPIBOOK_WORDING_FISCAL_YEAR_H
#define KPIBOOK_WORDING_FISCAL_YEAR_H

#include "base/buf.h"
#include "base/text.h"

/* 0 stands for "no year" everywhere. Years read lie in 1868..2199. */
typedef struct year_span {
    int from;      /* first year of a range, 0 when there is one year only */
    int to;        /* the year, or the last of a range; 0 when open (以降, ～) */
    bool calendar; /* 年 without 度: a calendar year (暦年) */
    bool open;     /* H29年度以降, H30～: no end */
    bool until;    /* H31年度まで(に) */
    bool mean;     /* 平均 of the range */
} year_span;

/*
 * Reads a year or a range that starts at byte `start` of `t` (any width):
 * H28 Ｈ28年度 平28 平成２８年度末 R2n 令和元年度 R元 2016年度 FY2016 ’16 H27～31年度
 * H27～H31年度 R2-R6 2015–2019 H21～H25の5ヵ年平均 R4.4 (a month: the fiscal
 * year that holds it) H29年度以降 H30～ H31年度まで. `context_year` (0 = none) is
 * a Western year whose era a bare `２年度` or `28` takes. The same year in the
 * other calendar or era may stand in brackets behind it: R5(2023)
 * 令和5（2023）年度 H31(R1), or apart: R5/2023 R5 FY2023. Returns the bytes read,
 * 0 when there is no year there. A bare number is read only as `<number>年度`
 * with a context.
 */
size_t fiscal_year_read(year_span *out, text t, size_t start,
                        int context_year);
/* As fiscal_year_read, but four bare digits (2016) are no year. */
size_t fiscal_year_read_marked(year_span *out, text t, size_t start,
                               int context_year);
/* May a year or range begin at byte `at`, by its character or, of digits, by
 * how many there are? In most places none may, behind the end neither. */
bool fiscal_year_may_begin(text t, size_t at);
/* The whole text, trimmed, is a year or range (a bare number too, when
 * `context_year` is given); brackets around it are taken off. */
bool fiscal_year_parse(year_span *out, text t, int context_year);
/* The first year or range anywhere in the text; *start, *end its bytes. */
bool fiscal_year_find(year_span *out, size_t *start, size_t *end, text t,
                      int context_year);
/* 令和2年度(2020) */
void fiscal_year_put(buf *b, int year);
/* R2, H28; 2019 is R1 */
void fiscal_year_put_short(buf *b, int year);
/* The fiscal year of a day: 2017-03-31 is in 2016. */
int fiscal_year_of_day(int year, int month);

#endif
