/*
 * ingest.h - a workbook becomes records: the way from cells to a dataset
 */
#ifndef KPIBOOK_INGEST_INGEST_H
#define KPIBOOK_INGEST_INGEST_H

#include "ingest/reader/read_report.h"
#include "kpi/plan.h"
#include "xlsx/open_book.h"

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
