/*
 * store.h - records in files: kpibook.dataset/1 and its kin, both ways
 *
 * Writing appends to a buffer that the caller sends where it wants; reading
 * takes memory. What was written and read again is written the same.
 */
#ifndef KPIBOOK_STORE_STORE_H
#define KPIBOOK_STORE_STORE_H

#include "kpi/plan.h"

typedef enum store_format {
    STORE_JSON, STORE_JSONL, STORE_CSV, STORE_SQLITE, STORE_XLSX, STORE_NONE
} store_format;

/* By the ending of a file name (any case), or by a word: "json". */
store_format store_format_of(const char *name_or_word);

/* kpibook.dataset/1, indented by one space a level; a line feed at the end. */
kpi_status store_write_json(buf *out, const dataset *d, const plan *p,
                            kpi_error *err);
/* The same a piece at a time, for what is too long to be held: each project
 * ends a piece. False from `sink` ends it (KPI_E_NOMEM). */
typedef bool (*store_sink)(void *context, text piece);
kpi_status store_send_json(store_sink sink, void *context, const dataset *d,
                           const plan *p, kpi_error *err);
/* And all on one line. */
kpi_status store_write_json_pieces(store_sink sink, void *context,
                                   const dataset *d, const plan *p,
                                   kpi_error *err);
/*
 * Reads kpibook.dataset/1 (further keys are ignored). Wrong JSON or a wrong
 * type is KPI_E_INPUT with rule file-damaged, naming line or path.
 */
kpi_status store_read_json(dataset **out, const kpi_source *source,
                           kpi_error *err);

/* kpibook.part/1: one source's line, then a project a line, unassessed. */
kpi_status store_write_jsonl(buf *out, const dataset *part, kpi_error *err);
/* A file may hold several parts one behind the other: *count datasets. */
kpi_status store_read_jsonl(dataset ***out, size_t *count, arena *list,
                            const kpi_source *source, kpi_error *err);

/* One row a KPI and year; RFC 4180, UTF-8 with BOM or cp932. */
typedef struct csv_options {
    bool cp932;
} csv_options;
kpi_status store_write_csv(buf *out, const dataset *d, const plan *p,
                           const csv_options *options, size_t *unmappable,
                           kpi_error *err);
/* The columns: name, Japanese and English, tab between; a line each. */
void store_csv_columns(buf *out);
kpi_status store_read_csv(dataset **out, const kpi_source *source,
                          kpi_error *err);

/* Writes to / reads from the bytes of an SQLite database file in memory. */
kpi_status store_write_sqlite(buf *out, const dataset *d, const plan *p,
                              kpi_error *err);
/*
 * As store_write_sqlite, but beside the years that `existing` (a database
 * that was written before; NULL: none) holds already. The same year of the
 * same plan and municipality is replaced, so adding twice is safe.
 */
kpi_status store_add_sqlite(buf *out, const kpi_source *existing,
                            const dataset *d, const plan *p, kpi_error *err);
/* Of several years the newest is read. */
kpi_status store_read_sqlite(dataset **out, const kpi_source *source,
                             kpi_error *err);

/* Schemas: JSON Schema (draft 2020-12) of dataset/1, and SQL. Made from the
 * same tables that read and write. */
void store_schema_json(buf *out);
void store_schema_sql(buf *out);

#endif
