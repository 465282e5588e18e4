/*
 * line_pairs.h - labels with their values in one line above a table
 *
 *     担当：港湾局　　評価：C
 *     担当：港湾局 |  | 評価：C
 */
#ifndef KPIBOOK_INGEST_LINE_PAIRS_H
#define KPIBOOK_INGEST_LINE_PAIRS_H

#include "ingest/reader/reader.h"

typedef struct line_pairs {
    text name, grade;       /* 事業名：…, 評価：… */
    const char *department; /* 担当：… */
    unsigned count;
} line_pairs;

/* What pairs of label and value, in one cell each or several in one, and
 * nothing else in the row, say of a project. False for other rows. */
bool line_pairs_read(line_pairs *out, reader *r, uint32_t row);

#endif
