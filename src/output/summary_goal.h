/*
 * summary_goal.h - what the parts of a goal's sheet share
 *
 * Layout and pages are summary_goal.c, single cells summary_goal_cells.c.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_GOAL_H
#define KPIBOOK_OUTPUT_SUMMARY_GOAL_H

#include "output/summary_book.h"

/* Columns of the sheet. */
enum { COL_PROJECT, COL_OUTLINE, COL_KPI, COL_YEAR, COL_ACTUAL, COL_RATE,
       COL_GRADE, COL_DECLARED, COL_COMPUTED, COL_NOTE, COLS };

typedef struct goal_sheet {
    summary *s;
    page pg;
    size_t goal;
    uint32_t row;          /* next free row */
    unsigned page_height, used, head; /* tenths of a point */
    uint32_t breaks[LAYOUT_MAX_BREAKS + 1];
    size_t break_count;
    unsigned pending;      /* height of bands above the next block */
    uint32_t pending_row;
} goal_sheet;

/* Texts live until the page is flushed. */
const char *goal_project_text(goal_sheet *g, const project *p);
const char *goal_outline_text(goal_sheet *g, const project *p);
const char *goal_kpi_text(goal_sheet *g, const kpi *k);
const char *goal_note_text(goal_sheet *g, const kpi *k);
const char *goal_declared_text(goal_sheet *g, const project_view *v);
/* Cells that follow the row `list_row` of KPI一覧: rate and grade of a KPI, */
void goal_write_rate(goal_sheet *g, page_area at, uint32_t list_row,
                     const kpi *k);
/* ="累計"&TEXT('KPI一覧'!W5,"#,##0")&"人": what put_actual() writes, */
void goal_write_actual(goal_sheet *g, page_area at, uint32_t list_row,
                       const kpi *k, const actual *a, size_t year);
/* a project's computed grade with its rate. */
void goal_write_computed(goal_sheet *g, page_area at, const project_view *v);

#endif
