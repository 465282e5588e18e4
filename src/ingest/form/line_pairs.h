/*
 * line_pairs.h - labels with their values in a line above a table
 *
 *     担当：港湾局　　評価：C
 *     担当：港湾局 |  | 評価：C
 *     （１）航路の誘致 |  | 担当：港湾局 | 評価 | C
 */
#ifndef KPIBOOK_INGEST_LINE_PAIRS_H
#define KPIBOOK_INGEST_LINE_PAIRS_H

#include "ingest/reader/reader.h"

typedef struct line_pairs {
    text name, grade;       /* 事業名：…, 評価：… */
    const char *department; /* 担当：… */
    unsigned count;
    bool bare;              /* some without a label: ◎, 商工課 */
} line_pairs;

/* What pairs of label and value, in one cell each or several in one, and
 * nothing else in the row, say of a project. False for other rows. */
bool line_pairs_read(line_pairs *out, reader *r, uint32_t row);
/* The same from a column on, beside a name; also 評価 | A in two cells, ◎ and 商工課
 * alone. */
bool line_pairs_beside(line_pairs *out, reader *r, uint32_t row, uint32_t col);
/* The same at the end of a name: 企業の誘致　担当：商工課　評価：A. *name is then
 * without them. */
bool line_pairs_behind(line_pairs *out, reader *r, text *name);

#endif
