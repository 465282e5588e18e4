/*
 * read_report.h - how the tables of a workbook were understood, for `inspect`
 */
#ifndef KPIBOOK_INGEST_READ_REPORT_H
#define KPIBOOK_INGEST_READ_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "xlsx/workbook.h"

/* Lies in the report's arena. */
typedef struct ingest_column {
    uint32_t col;
    uint32_t row;         /* of a card: where its label stands */
    const char *role;     /* header_roles.h: project, kpi, target ... */
    int fiscal_year;      /* of a column of one year, else 0 */
    const char *header;   /* the words that decided */
    const char *why;      /* synonym | plan | position | content */
} ingest_column;

typedef struct ingest_table {
    const char *sheet;
    sheet_state state;
    uint32_t row, col, last_row, last_col;
    const char *layout;   /* strategy grant flat wide */
    uint32_t header_row, header_last_row;
    ingest_column *columns;
    size_t column_count;
    bool turned;          /* an indicator a column: columns' `col` are rows */
    bool card;            /* labels beside values: each column's row, col */
    unsigned confidence;  /* 0 to 100 */
    size_t projects, kpis;
} ingest_table;

typedef struct ingest_ignored {
    const char *sheet;
    uint32_t row, last_row;
    bool columns;         /* of a turned table: columns, not rows */
    const char *why, *text;
} ingest_ignored;

typedef struct ingest_report {
    ingest_table *tables;
    size_t table_count;
    ingest_ignored *ignored;
    size_t ignored_count;
} ingest_report;

#endif
