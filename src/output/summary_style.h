/*
 * summary_style.h - how cells of the official workbook look
 *
 * A style is a row of a table: size, weight, colours, borders, alignment. A
 * number format is chosen apart from it, so that each pair is made only once
 * and only when it is used. Negatives carry △ in front. Numbers keep off the
 * right border by a space in their format, not by an indent: LibreOffice does
 * not indent numbers with decimals.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_STYLE_H
#define KPIBOOK_OUTPUT_SUMMARY_STYLE_H

#include <xlsxwriter.h>

#include "kpi/plan.h"

typedef enum style_id {
    STYLE_PLAIN,
    STYLE_COVER_CITY, STYLE_COVER_TITLE, STYLE_COVER_SUB, STYLE_COVER_RULE,
    STYLE_TITLE, STYLE_LONG_TITLE, STYLE_NOTE, STYLE_BACK, STYLE_SECTION,
    STYLE_HEAD, STYLE_HEAD_LEFT,
    STYLE_THEME, STYLE_PART, STYLE_MEASURE,
    STYLE_TEXT, STYLE_NAME, STYLE_TEXT_BOLD, STYLE_TERM, STYLE_TEXT_SMALL,
    STYLE_CENTER,
    STYLE_CENTER_SMALL, STYLE_RIGHT, STYLE_ACTUAL, STYLE_LINK, STYLE_INPUT,
    STYLE_RATE, STYLE_GRADE, STYLE_GRADE_BIG,
    STYLE_TOTAL_TEXT, STYLE_TOTAL, STYLE_LIST_TEXT, STYLE_LIST_RIGHT,
    STYLE_LIST_CENTER, STYLE_LIST_LINK, STYLE_LIST_HELPER,
    STYLE_LIST_REPEAT,
    STYLE_FORM_LABEL, STYLE_FORM_TITLE, STYLE_FORM_TEXT,
    STYLE_OPEN_HEAD, STYLE_OPEN_TEXT,
    STYLE_COUNT
} style_id;

/* 0 to 6 decimals, then percents with 0 to 3 decimals. */
typedef enum number_format_id {
    FORMAT_NONE, FORMAT_DECIMALS_0, FORMAT_DECIMALS_6 = FORMAT_DECIMALS_0 + 6,
    FORMAT_PERCENT_0, FORMAT_PERCENT_3 = FORMAT_PERCENT_0 + 3,
    FORMAT_PERCENT_LONG, /* 0.0000% */
    FORMAT_COUNT_OR_DASH, /* 12, and － for none */
    FORMAT_PLAIN_INTEGER, /* a year, a row's number: no comma */
    FORMAT_NO_BOUND, /* the lowest band: words instead of its number */
    FORMAT_CHANGE, FORMAT_POINTS, /* +3 △2 0, and with one decimal */
    FORMAT_FULL,  /* all digits, no comma: for machines */
    FORMAT_IDS
} number_format_id;

enum { STYLE_BANDS = 12 };

typedef struct style_book {
    lxw_workbook *book;
    const char *font;
    bool failed;
    lxw_format *made[STYLE_COUNT][FORMAT_IDS];
    lxw_format *band[STYLE_BANDS]; /* conditional: fill and pattern */
} style_book;

void style_init(style_book *s, lxw_workbook *book, const char *font);
lxw_format *style_get(style_book *s, style_id id, number_format_id format);
/* Font size of a style in tenths of a point. */
unsigned style_size(style_id id);
/* Tenths of a pixel that its indent takes of a column's width. */
unsigned style_indent(style_id id);
/*
 * The fill of the band at a position (0 = best) among `count`: colours step
 * from light to dark, patterns differ, so that grey paper and every eye can
 * tell them apart. `color` RRGGBB replaces the colour.
 */
lxw_format *style_band(style_book *s, size_t position, size_t count,
                       const char *color);
/* The same band as fill of a chart's bar. */
lxw_chart_pattern style_band_pattern(size_t position, size_t count,
                                     const char *color);
/* FORMAT_DECIMALS_n for as many decimals as a number has. */
number_format_id style_decimals(number x);
number_format_id style_percent(int digits);

extern const char *const style_font_default;
/* The font, or the default for "", with the family that Japanese Gothic fonts
 * have: so one of them takes its place where it is missing. */
void style_set_font(lxw_format *f, const char *font);

#endif
