/*
 * csv_columns.h - what stands in which column of the CSV form
 */
#ifndef KPIBOOK_STORE_CSV_COLUMNS_H
#define KPIBOOK_STORE_CSV_COLUMNS_H

#include "store/record.h"

typedef enum csv_level {
    LEVEL_DATASET, LEVEL_SOURCE, LEVEL_PROJECT, LEVEL_KPI, LEVEL_PLANNED,
    LEVEL_ACTUAL, LEVEL_COUNT
} csv_level;

/*
 * `path` is a field of record.h; a NULL path is the number of the project,
 * or of the KPI in it: it holds the rows together.
 */
typedef struct csv_column {
    const char *name;
    csv_level level;
    const char *path;
    const char *ja, *en;
} csv_column;

extern const csv_column csv_columns[];
extern const size_t csv_column_count;

const record *csv_level_record(csv_level level);

#endif
