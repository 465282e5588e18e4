/*
 * kpi_build.h - the rows of one indicator become KPIs of the dataset
 *
 * An indicator takes one row or more of a table: its name, or a free text
 * that states baseline and target too; then figures in columns, or a line a
 * fiscal year, or a line each for 目標 and 実績. A cell may hold several
 * KPIs; then its actuals are paired with them.
 */
#ifndef KPIBOOK_INGEST_KPI_BUILD_H
#define KPIBOOK_INGEST_KPI_BUILD_H

#include "ingest/reader/reader.h"
#include "wording/kpi_text.h"

/* Rows of one table, in order; blank and ignored rows are left out. */
typedef struct segment {
    const table *table;
    uint32_t *rows;
    size_t count, capacity;
} segment;

typedef struct kpi_list {
    kpi *items;
    size_t count;
} kpi_list;

/* 減少, ↓, 以上: which way is better; UNKNOWN for other words. */
kpi_direction kpi_direction_said(reader *r, text t);
/* 算出方法 | 漏水の件数（減少が望ましい）, 低いほどよい */
bool kpi_wants_less(text t);
/* 毎年度（H31年度まで）, H28～31（毎年度）: the year that a target is due. */
bool kpi_due_each_year(text due);
/*
 * Reads the indicator of `block` in rows[first..last] of a segment. `column`
 * is its KPI column, or NULL when the header names it, or `fallback` does.
 */
bool kpi_build(reader *r, kpi_list *out, const segment *s, unsigned block,
               size_t first, size_t last, const table_column *column,
               const char *fallback);

/* Baseline, target and planned values of an indicator from words elsewhere
 * that name it too, at a place of the sheet. */
void kpi_take_text(reader *r, kpi *k, const kpi_text *item, text typed,
                   uint32_t row, uint32_t col);

#endif
