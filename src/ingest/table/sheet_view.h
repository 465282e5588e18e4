/*
 * sheet_view.h - a sheet as a person sees it: texts at positions
 *
 * A merged range shows the value of its first cell at every position that it
 * covers. A number shows as its plain decimal, with the literal words of its
 * format around it (`#,##0"人"` shows 人). All texts lie in the view's arena
 * and are trimmed.
 */
#ifndef KPIBOOK_INGEST_SHEET_VIEW_H
#define KPIBOOK_INGEST_SHEET_VIEW_H

#include "base/finding.h"
#include "xlsx/grid.h"

/* Excel keeps 32,767 characters in a cell; no more of a longer one is seen
 * (`cell-text-cut`). */
enum { VIEW_TEXT_MAX = 3 * 32767 };

/* Where a cell of a grid that was put together stands on the sheet. */
typedef struct view_origin {
    uint32_t row, col; /* in the grid */
    merge_range at;    /* on the sheet */
} view_origin;

/* Of all positions of such a grid, since a cell without a value can be said
 * too: rows * cols, each with what `from` says. NULL: no memory. */
typedef merge_range (*view_source)(const void *making, uint32_t row,
                                   uint32_t col);
view_origin *view_origins(arena *a, const grid *made, view_source from,
                          const void *making);

/* What the words of a cell are as a header or a subtotal's label
 * (table_find.h), asked once. */
struct header_word;
typedef enum view_told { VIEW_UNASKED, VIEW_NO, VIEW_MAYBE } view_told;
typedef struct view_note {
    const struct header_word *word; /* NULL: not asked yet */
    int context_year;               /* that it was told for */
    unsigned char may, sums;        /* view_told */
} view_note;

/* Words that a number format prints before and behind the digits. */
typedef struct view_words {
    const char *format; /* NULL: of none yet */
    text before, behind;
} view_words;

typedef struct sheet_view {
    const grid *grid;
    const book *book;
    arena *memory;
    size_t *merge_rows; /* rows + 1 starts into merge_items */
    size_t *merge_items; /* merges that cover a row */
    bool turned;         /* the grid's rows are the sheet's columns */
    const view_origin *origins; /* by row and column, of a grid that was put
                                   together from cells; else NULL */
    size_t origin_count;
    text *shown;         /* of cells that were looked at; NULL for a sheet of
                            very many cells */
    view_note *notes;    /* beside `shown` */
    view_words *words;   /* of the format that was met last: most cells of a
                            column have one */
    struct view_spot *spots; /* of all positions, row by row; NULL for a sheet
                            of very many, or of few cells far apart */
    uint32_t spot_rows, spot_cols; /* of positions that have one */
} sheet_view;

/* What is at a position, found once: every layout asks for it again. */
typedef struct view_spot {
    const cell *cell; /* that is seen; NULL for none */
    uint32_t merge; /* index + 1 of the range that covers it, 0 for none */
    uint32_t next;  /* as view_next() */
} view_spot;

/* False when memory ran out. */
bool sheet_view_init(sheet_view *v, arena *a, const book *b, const grid *g);

/* Of a position without a spot. */
const cell *view_search_cell(const sheet_view *v, uint32_t row, uint32_t col);
uint32_t view_search_next(const sheet_view *v, uint32_t row, uint32_t col);
merge_range view_search_range(const sheet_view *v, uint32_t row,
                              uint32_t col);
/* Of a cell that was not looked at yet. */
text view_make_text(const sheet_view *v, const cell *c);

/* NULL for a sheet without spots, and outside of it. */
static inline const view_spot *view_spot_at(const sheet_view *v, uint32_t row,
                                            uint32_t col)
{
    return row >= v->spot_rows || col >= v->spot_cols
               ? NULL : &v->spots[(size_t)row * v->spot_cols + col];
}

/* The cell that is seen at a position; NULL when there is nothing. */
static inline const cell *view_cell(const sheet_view *v, uint32_t row,
                                    uint32_t col)
{
    const view_spot *spot = view_spot_at(v, row, col);

    return spot != NULL ? spot->cell : view_search_cell(v, row, col);
}

/* The text of a cell, empty of none. */
static inline text view_cell_text(const sheet_view *v, const cell *c)
{
    const text *kept;

    if (c == NULL)
        return text_of("");
    kept = v->shown == NULL ? NULL : &v->shown[c - v->grid->cells];
    return kept != NULL && kept->bytes != NULL ? *kept : view_make_text(v, c);
}

/* Of the cell that is seen at a position. */
static inline text view_text(const sheet_view *v, uint32_t row, uint32_t col)
{
    return view_cell_text(v, view_cell(v, row, col));
}

/* The range that a position belongs to: its merge, else the cell alone. */
static inline merge_range view_range(const sheet_view *v, uint32_t row,
                                     uint32_t col)
{
    const view_spot *spot = view_spot_at(v, row, col);

    if (spot == NULL)
        return view_search_range(v, row, col);
    return spot->merge == 0 ? (merge_range){ row, col, row, col }
                            : v->grid->merges[spot->merge - 1];
}

/* The note of a cell of text for a context; NULL where none are kept. */
static inline view_note *view_note_of(const sheet_view *v, const cell *c,
                                      int context_year)
{
    view_note *n = v->notes == NULL ? NULL : &v->notes[c - v->grid->cells];

    if (n != NULL && n->context_year != context_year)
        *n = (view_note){ .context_year = context_year };
    return n;
}

/* Is anything seen there? As view_text(...).length > 0, without the work. */
bool view_filled(const sheet_view *v, uint32_t row, uint32_t col);
/* True where a seen value begins: the first cell of a merge, or alone. */
static inline bool view_begins(const sheet_view *v, uint32_t row,
                               uint32_t col)
{
    merge_range m = view_range(v, row, col);

    return m.row == row && m.col == col;
}
/* True when a merge covers the position and begins in a row above. */
static inline bool view_hangs(const sheet_view *v, uint32_t row, uint32_t col)
{
    return view_range(v, row, col).row < row;
}
bool view_hidden(const sheet_view *v, uint32_t row, uint32_t col);
/* The words of a format; until those of another are asked for. */
const view_words *view_words_of(const sheet_view *v, const char *format);
/* Next column at or after `col` in `row` with something typed in it (not
 * seen through a merge from above), or UINT32_MAX. */
static inline uint32_t view_next(const sheet_view *v, uint32_t row,
                                 uint32_t col)
{
    const view_spot *spot = view_spot_at(v, row, col);

    return spot != NULL ? spot->next : view_search_next(v, row, col);
}
/* The cell, or its merge, as the sheet has it. */
place view_place(const sheet_view *v, uint32_t row, uint32_t col);
/* The view's row of such a place, and its column. */
uint32_t view_place_row(const sheet_view *v, const place *p);
uint32_t view_place_col(const sheet_view *v, const place *p);

#endif
