/*
 * summary_totals.h - what the parts of 総括 share
 *
 * Tables of grades (summary_totals.c), their chart (summary_chart.c), both
 * years (summary_change.c), the figures of KPIs (summary_kpis.c), the projects
 * that fell, that need attention (summary_attention.c) and the KPIs near
 * another grade (summary_watch.c), one below the other; without bands the
 * rates (summary_rates.c). Pages are summary_pages.c.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_TOTALS_H
#define KPIBOOK_OUTPUT_SUMMARY_TOTALS_H

#include "kpi/calc.h"
#include "kpi/watch.h"
#include "output/summary_book.h"

enum { COL_NAME, COL_ENTRIES, COL_GRADES, TOTALS_LEAST_COLUMNS = 13 };

/* Of all KPIs, each once; the rates are exact. */
typedef struct kpi_sums {
    size_t kpis, rated, below, hidden;
    number mean, capped, median;
} kpi_sums;

typedef struct totals {
    summary *s;
    page pg;
    const kpi_sums *kpis;    /* NULL until they are asked for: a sheet that */
    const watch_list *near;  /* is rehearsed asks for them more than once; */
    arena found;             /* they lie here */
    uint32_t row;            /* next free row */
    size_t bands, categories;
    uint32_t sum, shares, others, end, last; /* columns; last of the paper */
    bool computed;           /* count computed grades */
    bool bureaus;            /* a line a bureau, else a goal */
    unsigned used, page_height; /* tenths of a point */
    unsigned chart_row;      /* height of the rows below the chart */
    uint32_t breaks[LAYOUT_MAX_BREAKS + 1];
    size_t break_count;
} totals;

/* ---- Pages (summary_pages.c) ---- */
/* A part's title, on a new page where it and `height` do not fit. */
void totals_section(totals *t, const char *title, unsigned height);
/* Every row says its height, so that pages can be planned. */
void totals_height(totals *t, uint32_t row, unsigned height);
/* The empty row behind a part. */
void totals_gap(totals *t);
/* The next `height` go to a new page where they do not fit on this one. */
bool totals_turn(totals *t, unsigned height);

/*
 * A list over as many pages as it takes; its head stands on each. Its rows'
 * heights come first, so that no page holds a row or two alone:
 *
 *     init, add a row's height each; begin; row before each row; end
 */
typedef void (*totals_head)(totals *t);
typedef struct totals_list {
    totals *t;
    arena memory;
    unsigned *heights, head_height;
    bool *turns;            /* a page begins at the row */
    size_t count, at;
    totals_head head;
} totals_list;
/* Room for `most` rows; false when memory ran out. */
bool totals_list_init(totals_list *l, totals *t, size_t most,
                      totals_head head, unsigned head_height);
void totals_list_add(totals_list *l, unsigned height);
void totals_list_begin(totals_list *l, const char *title);
void totals_list_row(totals_list *l);
/* With a line that says how many were left out, if any ("and %zu more"). */
void totals_list_end(totals_list *l, size_t left_out, const char *words);

/* ---- Parts ---- */
/* ◎ and below it what its rates are, for the head of a narrow column. */
const char *totals_band_head(totals *t, size_t band);
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
/* Instead of a list: there is none. */
void totals_none(totals *t);
/* Below the projects: the KPIs near another grade. */
void totals_write_watch(totals *t);
/* Cells of lists over KPI一覧, each of one of its rows: the project's name
 * with a link there, a grade, a rate. */
void totals_link_project(totals *t, const project_view *v, uint32_t row);
void totals_grade(totals *t, uint32_t row, uint32_t col, list_column column,
                  const char *value);
/* What a grade needs there: some are words. */
unsigned totals_grade_need(const totals *t, uint32_t col, const char *grade);
void totals_rate(totals *t, uint32_t row, uint32_t col, list_column column,
                 quantity rate);
const char *totals_goal_name(const summary *s, size_t goal, arena *a);

#endif
