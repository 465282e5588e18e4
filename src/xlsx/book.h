/*
 * book.h - one workbook: its sheets, strings, styles, and the cells of each
 *
 * Reads a SpreadsheetML package (ECMA-376, transitional or strict; .xlsx or
 * .xlsm) that lies in memory. Opening reads the small parts: [Content_Types],
 * relationships, workbook, styles, shared strings, docProps. Cells are read
 * sheet by sheet, as events in row order (sheet_read), or into a grid
 * (grid.h) that can be looked up.
 */
#ifndef KPIBOOK_XLSX_BOOK_H
#define KPIBOOK_XLSX_BOOK_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

typedef struct book book;

typedef enum sheet_state {
    SHEET_VISIBLE, SHEET_HIDDEN, SHEET_VERY_HIDDEN
} sheet_state;

/* A worksheet, in workbook order. Chart, macro and dialog sheets are left out. */
typedef struct sheet_info {
    const char *name; /* UTF-8 */
    sheet_state state;
    bool missing;     /* listed without r:id: it has no part and no cells */
} sheet_info;

/* docProps; texts are "" when absent. */
typedef struct book_properties {
    const char *modified;    /* dcterms:modified as written (W3CDTF) */
    const char *creator, *last_modified_by;
    const char *application; /* docProps/app.xml */
    const char *custom_stamp; /* custom property "kpibook" (templates), or "" */
} book_properties;

/*
 * Opens `source`, whose bytes must outlive the book. `limits` may be NULL.
 * On failure *out is NULL and err->rule is one of file-empty, file-encrypted,
 * file-legacy-xls, file-xlsb, file-ods, file-not-xlsx, file-damaged,
 * file-unsafe, file-over-limit; err->source the part, err->line its line.
 */
kpi_status book_open(book **out, const kpi_source *source,
                     const kpi_limits *limits, kpi_error *err);
/* With parts that workbooks before held too (ooxml/part_memory.h). */
struct part_memory;
kpi_status book_open_known(book **out, const kpi_source *source,
                           struct part_memory *known,
                           const kpi_limits *limits, kpi_error *err);
/* The same of an archive whose bytes may lie elsewhere (ooxml/zip.h). */
struct zip_input;
kpi_status book_open_input(book **out, const struct zip_input *input,
                           const kpi_limits *limits, kpi_error *err);
void book_free(book *b);
/*
 * *found: whether a workbook has a sheet of that name; reads xl/workbook.xml
 * only. Not found also when it cannot be read: book_open() says why. Fails
 * with KPI_E_NOMEM alone.
 */
kpi_status book_lists_sheet(bool *found, const kpi_source *source,
                            const kpi_limits *limits, const char *name,
                            kpi_error *err);

size_t book_sheet_count(const book *b);
bool book_has_sheet(const book *b, const char *name);
const sheet_info *book_sheet(const book *b, size_t index);
bool book_date1904(const book *b);
bool book_has_macros(const book *b);
const book_properties *book_props(const book *b);
/* A workbook defined name's text ("Sheet1!$A$1:$B$2"), or NULL. */
const char *book_defined_name(const book *b, const char *name);

typedef enum cell_type {
    CELL_EMPTY,   /* no value: only styled, or a formula without a result */
    CELL_NUMBER,  /* text is the stored decimal */
    CELL_STRING,
    CELL_BOOLEAN, /* text is "0" or "1" */
    CELL_ERROR    /* text is "#DIV/0!" ... */
} cell_type;

typedef struct cell {
    uint32_t row, col; /* zero-based */
    cell_type type;
    bool formula;      /* has an <f> */
    bool missing;      /* a formula without a cached value; type is EMPTY */
    uint32_t format;   /* index for book_format(); 0 = General */
    text value;        /* valid as long as the book (strings), see sheet_read */
    text iso;          /* t="d": the ISO 8601 text as stored; else empty */
} cell;

/* The format code of a cell ("General", "0.0%"); never NULL. */
const char *book_format(const book *b, uint32_t format);

typedef enum format_kind {
    FORMAT_GENERAL, FORMAT_NUMBER, FORMAT_PERCENT, FORMAT_DATE,
    FORMAT_DURATION, FORMAT_TEXT
} format_kind;
format_kind book_format_kind(const book *b, uint32_t format);
/*
 * ISO text of a date, time or duration cell ("2020-04-01",
 * "2020-04-01T12:30:00"), appended to `out`; false when the cell is none.
 */
struct buf;
bool book_cell_date(const book *b, const cell *c, struct buf *out);

typedef struct merge_range {
    uint32_t row, col, last_row, last_col;
} merge_range;

/* Events of one sheet; any may be NULL. Return false to stop reading. */
typedef struct sheet_events {
    void *context;
    /*
     * Each cell that the sheet lists, also empty ones. Cells come as stored:
     * usually, not always, in order. Number and inline text is valid only
     * during the call; shared strings live as long as the book.
     */
    bool (*cell)(void *context, const cell *c);
    bool (*merge)(void *context, const merge_range *range);
    bool (*hidden_row)(void *context, uint32_t row);
    bool (*hidden_columns)(void *context, uint32_t first, uint32_t last);
} sheet_events;

kpi_status sheet_read(book *b, size_t index, const sheet_events *events,
                      kpi_error *err);

#endif
