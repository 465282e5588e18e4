/*
 * cell_value.h - one cell of a value column: a figure, or why there is none
 *
 * Numbers come exact; a percent format gives percent (0.85 is 85 %). What
 * was understood by correction is reported as `corrected-number`; an Excel
 * error as `cell-error`; a formula without a cached value as
 * `formula-not-calculated`.
 */
#ifndef KPIBOOK_INGEST_CELL_VALUE_H
#define KPIBOOK_INGEST_CELL_VALUE_H

#include "ingest/reader/reader.h"
#include "wording/kpi_text.h"

typedef struct cell_value {
    bool present;         /* something stands there */
    bool has_value;
    number value;
    text unit;            /* its own: typed, of its format, or % */
    text qualifier;
    bool cumulative, per_year, preliminary, number_cell;
    year_span years;      /* typed beside it: 115人（H26年度） */
    figure_state state;
    const char *text;     /* as typed */
    bool has_baseline;    /* a target's cell that states both: 115⇒1,000人 */
    bool baseline_behind; /* 40者（R1：22者）, both with their years */
    figure baseline;
    year_span baseline_years;
    const kpi_step *steps; /* R3 300人、R4 400人、R5 500人 */
    size_t step_count;
} cell_value;

/* Needed figures: their errors are errors. */
typedef enum value_need { VALUE_NEEDED, VALUE_RATE } value_need;

/* A baseline, target or planned value at a cell. `unit` is the KPI's. */
void cell_value_read(reader *r, cell_value *out, uint32_t row, uint32_t col,
                     text unit, value_need need);
/* The same of 14,200人／20,000人 below 基準値／目標値. */
void cell_value_pair(reader *r, cell_value *out, uint32_t row, uint32_t col,
                     text unit, header_pair pair);
/* A cell that holds no text: false; else (a number, an error, a missing
 * result) *out is filled. */
bool cell_value_typed(reader *r, cell_value *out, uint32_t row, uint32_t col,
                      text unit, value_need need);
/* A dash or なし, which says that there is no figure; -500 is one. */
bool cell_says_none(const sheet_view *v, uint32_t row, uint32_t col);
/* 12校: a value as findings show it. */
text cell_number_text(reader *r, number x, text unit);
/* A rate: 172.4 %, 1.724 under a % format, 172.4 below a % header. */
void cell_rate_read(reader *r, quantity *rate, const char **typed,
                    uint32_t row, uint32_t col, text header_unit);

#endif
