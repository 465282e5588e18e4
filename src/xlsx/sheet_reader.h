/*
 * sheet_reader.h - a worksheet while it is read
 *
 *     sheet.c        the part's elements: rows, columns, merges
 *     sheet_cell.c   one cell: its place, and its value by its type
 *     fast_cells.c   cells that are written plainly, straight from the bytes
 *     fast_rows.c    rows and merged ranges likewise
 */
#ifndef KPIBOOK_XLSX_SHEET_READER_H
#define KPIBOOK_XLSX_SHEET_READER_H

#include "base/buf.h"
#include "xlsx/book_parts.h"
#include "xlsx/serial_date.h"

typedef enum sheet_place {
    PLACE_NONE, PLACE_ROOT, PLACE_DATA, PLACE_ROW, PLACE_CELL, PLACE_VALUE,
    PLACE_INLINE, PLACE_COLUMNS, PLACE_MERGES
} sheet_place;

typedef enum stored_type {
    STORED_NUMBER, STORED_SHARED, STORED_TEXT, STORED_INLINE, STORED_BOOLEAN,
    STORED_ERROR, STORED_DATE
} stored_type;

typedef struct sheet_reader {
    book *book;
    const sheet_events *events;
    sheet_place place;
    rich_place rich;
    bool root;
    uint32_t next_row, next_col; /* where a row or cell without r stands */
    uint64_t cells, cells_left;  /* this sheet's, and what the limit leaves */
    uint64_t text_bytes, text_left;
    uint64_t merges;

    cell cell;                   /* the one that is open */
    stored_type type;
    bool has_value, has_inline;
    buf value, inlined, scratch;
    size_t inlined_from;         /* where the open <t> begins */
    char serial[SERIAL_TEXT_SIZE];
} sheet_reader;

/* ---- sheet_cell.c ---- */

/* By the attributes r, s and t; all others say nothing about the value. */
void sheet_cell_open(sheet_reader *r, xml_parser *p, const xml_attributes *a);
/* Sends the cell. */
void sheet_cell_close(sheet_reader *r, xml_parser *p);
/*
 * What a cell without a value is: a formula that was not computed, unless
 * an empty text is what it gave. `written` is the length of its <v>.
 */
bool sheet_cell_missing(const cell *c, stored_type type, bool has_value,
                        bool has_inline, size_t written);

/* ---- sheet.c ---- */

/* The range of a <mergeCell>; false when no more is wanted. */
bool sheet_merge(sheet_reader *r, text ref);

/* ---- fast_cells.c ---- */

/* Whether limits allow cells in a row that is so deep to be taken. */
bool fast_cells_may(const sheet_reader *r, size_t depth);
/* Cells from `s` on; returns what stands behind them. *wanted: go on. */
const unsigned char *fast_cells_take(sheet_reader *r, const unsigned char *s,
                                     bool *wanted);

/* ---- fast_rows.c ---- */

/* An xml_scan for the inside of <row> and of <mergeCells>. */
size_t fast_rows_scan(void *context, xml_parser *p, const char *bytes,
                      size_t length);

#endif
