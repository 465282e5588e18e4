/*
 * number_text.h - a figure as a clerk types it: 約1,102人以上, △198人, 15千t
 */
#ifndef KPIBOOK_WORDING_NUMBER_TEXT_H
#define KPIBOOK_WORDING_NUMBER_TEXT_H

#include "base/number.h"
#include "base/text.h"

/* One figure. Offsets are bytes of the text that was read. */
typedef struct figure {
    number value;     /* in its own unit, magnitude kept in the unit */
    text unit;        /* as typed, e.g. 千t, 億円, ％; empty when none;
                         of 月2回 it is 回/月 */
    bool unit_known;  /* the table has all of the unit; false: not told */
    text qualifier;   /* 以上 以下 以内 未満 程度 規模 増 減 超 or empty, as typed;
                         向上 上昇 アップ are 増, 低下 ダウン 減, ≦ and ≤ in
                         front 以下, ≧ and ≥ 以上, を下回る 未満 */
    bool cumulative;  /* 累計 延べ in front or behind: 累計305人, 59人（累計） */
    bool per_year;    /* /年 /年度 毎年 年間 年1回 人／年 */
    bool about;       /* 約 およそ */
    bool preliminary; /* 速報値 見込 */
    bool corrected;   /* full-width digits, △ or stray spaces were folded */
    int span_years;   /* 10件／5年: a total of so many years, else 0 */
    size_t start, end; /* of all that belongs to the figure */
    size_t digits;     /* where its first digit (or sign) stands */
} figure;

/* The table of units has all of the unit; an empty one is none. */
bool figure_unit_is_known(const figure *f);
/*
 * Reads the figure whose sign, 約, 累計, 年間 ... or digits start at `start`.
 * False when there is none: a digit inside a name (13大学等, ①, F1, CO2,
 * H28.12, 24時間対応) or a year is no figure. See kpi_text.h for finding figures.
 */
bool number_text_read(arena *a, figure *out, text t, size_t start);
/* What stands right behind a figure: what tells a figure from a name. */
typedef enum figure_follow {
    FOLLOW_STOP,     /* nothing, space, bracket, arrow, comma */
    FOLLOW_FROM,     /* から より: an arrow in words */
    FOLLOW_PARTICLE, /* を に へ まで ... */
    FOLLOW_OF,       /* の: 4,000人の雇用創出 */
    FOLLOW_TAIL,     /* 開催 設置 誘致 ...: words of doing */
    FOLLOW_COLON,    /* the figure ends a name: 売上高1億円超：5件 */
    FOLLOW_RANGE,    /* 10～20件 4校に1人 300部×4回: two figures, none of
                        them alone */
    FOLLOW_WORD      /* the figure is part of a word: 13大学等における */
} figure_follow;

/*
 * Reads the digits at `digits` (a sign in front counts as theirs) with their
 * unit and all marks behind them, and the marks in front of them back to
 * byte `floor`. Returns the bytes up to the end of the digit run when it is
 * no figure at all (*follow is FOLLOW_WORD), else up to its end; 0 and
 * *failed when memory ran out.
 */
size_t number_text_scan(arena *a, figure *out, figure_follow *follow,
                        bool *failed, text t, size_t digits, size_t floor);
/*
 * The whole text is one figure (with unit and marks), any width: a cell of a
 * value column. Nothing else may stand in it but spaces and brackets with
 * 累計 or an increase.
 */
bool number_text_parse(arena *a, figure *out, text t);
/* ※2　987, 812人²⁾: such a cell with the mark of a note in front, or raised
 * behind; what it holds is but a figure where number_text_parse() says so. */
bool number_text_is_noted(text t);

#endif
