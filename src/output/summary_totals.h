/*
 * summary_totals.h - what the parts of 総括 share
 *
 * Tables of grades (summary_totals.c), their chart (summary_chart.c), the
 * figures of KPIs (summary_kpis.c), the projects needing attention
 * (summary_attention.c), one below the other. A part begins on a new page
 * where it would not fit on the rest of the old one.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_TOTALS_H
#define KPIBOOK_OUTPUT_SUMMARY_TOTALS_H

#include "kpi/calc.h"
#include "output/summary_book.h"

enum { COL_NAME, COL_ENTRIES, COL_GRADES, TOTALS_LEAST_COLUMNS = 13 };

typedef struct totals {
    summary *s;
    page pg;
    uint32_t row;            /* next free row */
    size_t bands, categories;
    uint32_t sum, shares, others, end, last; /* columns; last of the paper */
    bool computed;           /* count computed grades */
    bool bureaus;            /* a line a bureau, else a goal */
    unsigned used, page_height; /* tenths of a point */
    uint32_t breaks[LAYOUT_MAX_BREAKS + 1];
    size_t break_count;
} totals;

/* A part's title; `height` is what the part will take. */
void totals_section(totals *t, const char *title, unsigned height);
void totals_height(totals *t, uint32_t row, unsigned height);
/* The next `height` go to a new page where they do not fit on this one. */
bool totals_turn(totals *t, unsigned height);
/* The next line of a long table; on a new page its head stands again. */
void totals_line(totals *t, unsigned height, void (*head)(totals *t));
/* *('KPI一覧'!$X$4:$X$9="value") */
void totals_put_condition(buf *b, const summary *s, list_column c,
                          const char *value);
void totals_write_chart(totals *t, uint32_t first);
void totals_write_kpis(totals *t);
/* Without bands: the KPIs' rates by bureau, and each with its rate. */
void totals_write_rates(totals *t);
void totals_write_attention(totals *t);
/* 前年度との比較: grades of both years by goal, and the projects that fell.
 * `first` is the first row of this year's grades by goal. */
void totals_write_last(totals *t, uint32_t first);
void totals_write_fallen(totals *t);
/* Cells that a list of projects shares: name with link, bureau, grade. */
void totals_link_project(totals *t, const project_view *v);
void totals_grade(totals *t, const project_view *v, uint32_t col,
                  list_column column, const char *value);
void totals_rate(totals *t, const project_view *v, uint32_t col);
const char *totals_goal_name(const summary *s, size_t goal, arena *a);

#endif
