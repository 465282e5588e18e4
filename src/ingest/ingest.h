/*
 * ingest.h - a workbook becomes records: the way from cells to a dataset
 */
#ifndef KPIBOOK_INGEST_INGEST_H
#define KPIBOOK_INGEST_INGEST_H

#include "kpi/plan.h"
#include "xlsx/open_book.h"

/* How a table was understood, for `inspect`. Lies in the report's arena. */
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

/*
 * Reads one workbook into a dataset of one source. Whatever is wrong with
 * the data is a finding in it; also a workbook that cannot be read gives a
 * dataset, with source.unreadable and one file-* finding. `report` may be
 * NULL; else it is filled from the dataset's arena. KPI_E_NOMEM only.
 */
kpi_status ingest_workbook(dataset **out, ingest_report *report,
                           const kpi_source *source, const plan *p,
                           const kpi_limits *limits, kpi_error *err);
/*
 * What is understood of words whatever file they stand in, kept by one who
 * reads many: what a header says is decided once for all files. It only
 * saves work; it is dropped when it grows beyond INGEST_WORDS_BYTES. NULL
 * when memory ran out; `p` must outlive it, and one thread at a time may use
 * it.
 */
enum { INGEST_WORDS_BYTES = 1 << 20 };
typedef struct ingest_words ingest_words;
ingest_words *ingest_words_new(const plan *p);
void ingest_words_free(ingest_words *words);
/* Datasets are read into memory that comes from `spare` and goes back there
 * (arena_borrow): it must outlive them. */
void ingest_words_lend(ingest_words *words, arena *spare);

/* ingest_workbook() of a workbook that others look into as well. */
kpi_status ingest_book(dataset **out, ingest_report *report, open_book *o,
                       ingest_words *words, const kpi_limits *limits,
                       kpi_error *err);

#endif
