/*
 * summary_page.h - one sheet being written: cells, merges, heights, links
 *
 * Cells are put in any order and written by page_flush() row by row, because
 * a large book (constant memory) takes rows only in order and can merge only
 * within a row: there the other cells of a range stay empty. Failing is
 * remembered in the page; page_finish() reports it.
 *
 * No text ever becomes a formula.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_PAGE_H
#define KPIBOOK_OUTPUT_SUMMARY_PAGE_H

#include "output/summary_layout.h"
#include "output/summary_style.h"
#include "output/summary_value.h"

typedef struct page_area {
    uint32_t row, col, last_row, last_col;
} page_area;

typedef struct page_item page_item;

typedef struct page {
    lxw_worksheet *sheet;
    style_book *styles;
    bool in_order;         /* constant memory */
    bool rehearsal;        /* nothing is written: only pages are counted */
    bool failed;
    lxw_error error;       /* the first of the writer's */
    arena scratch;         /* texts of pending cells */
    arena spare;           /* where it takes its memory from */
    page_item *items;
    size_t count, capacity;
    size_t room;           /* memory that was seen to be left */
    unsigned spacing;      /* of lines, by the font */
    unsigned width[128];    /* tenths of a character, as set */
    size_t links;
    size_t cut;            /* texts that were too long */
} page;

/* In order when the sheet was added so: its rows go out as they come. */
void page_init(page *pg, lxw_worksheet *sheet, style_book *styles);
kpi_status page_finish(page *pg, kpi_error *err);

/* Figures as they were typed are texts here, and formulas follow their row,
 * not their neighbours: Excel marks neither with its green corners. */
void page_intended(lxw_worksheet *sheet);

page_area page_cell(uint32_t row, uint32_t col);
page_area page_row(uint32_t row, uint32_t col, uint32_t last_col);

void page_text(page *pg, page_area at, style_id style, const char *t);
void page_number(page *pg, page_area at, style_id style,
                 number_format_id format, number value);
void page_size(page *pg, page_area at, style_id style, size_t value);
/* A formula ("=A1") with its exact result; `value` is rounded to 15 digits. */
void page_formula(page *pg, page_area at, style_id style,
                  number_format_id format, const char *formula, number value);
void page_formula_text(page *pg, page_area at, style_id style,
                       number_format_id format, const char *formula,
                       const char *value);
/* As one of the two: a number when known, else "". */
void page_formula_quantity(page *pg, page_area at, style_id style,
                           number_format_id format, const char *formula,
                           quantity value);
/* A link to a cell of this book: sheet and "A1". */
void page_link(page *pg, page_area at, style_id style, const char *sheet,
               uint32_t row, uint32_t col, const char *t);
/* The same for a longer text that another cell holds: the cell shows it by a
 * formula, which every reader wraps (some cut a link's own text). */
void page_link_formula(page *pg, page_area at, style_id style,
                       const char *sheet, uint32_t row, uint32_t col,
                       const char *formula, const char *t);
void page_blank(page *pg, page_area at, style_id style);
/* Tenths of a point. */
void page_height(page *pg, uint32_t row, unsigned height);
/* Tenths of a character. */
void page_width(page *pg, uint32_t col, unsigned tenths);
/* Tenths of a pixel of columns `col` to `last_col`. */
unsigned page_pixels(const page *pg, uint32_t col, uint32_t last_col);
/* The column is there for formulas and programs; readers do not see it. */
void page_hide(page *pg, uint32_t col);
/* The i-th of n parts of a row's columns, about equally wide. */
page_area page_share(const page *pg, uint32_t row, uint32_t col,
                     uint32_t last_col, size_t i, size_t n);
/* Height that a text needs in a style between two columns. */
unsigned page_need(const page *pg, uint32_t col, uint32_t last_col,
                   style_id style, const char *t);
void page_flush(page *pg);
/* Forgets what is pending: it was put only to be measured. */
void page_drop(page *pg);

#endif
