/*
 * sheet_marks.h - the marks in the XML of a worksheet (ECMA-376 Part 1, 18.3)
 *
 * The same walk twice: first it only looks (where is what, which style has
 * each cell that gets a mark), then it collects the edits. Nothing but the
 * style of a cell, cells and rows that were blank, tabSelected and
 * <legacyDrawing> is ever touched.
 *
 * Not marked (`safe` is false): sheets whose rows or cells are not in order
 * or stand in mc:AlternateContent, and whatever else a careful reader could
 * see in another way than Excel does.
 */
#ifndef KPIBOOK_ANNOTATE_SHEET_MARKS_H
#define KPIBOOK_ANNOTATE_SHEET_MARKS_H

#include "annotate/marks.h"
#include "annotate/xml_edit.h"

typedef struct sheet_line {  /* a column range or a row */
    uint32_t first, last;
    uint32_t pixels;         /* 0 when hidden */
    uint32_t style;          /* of columns */
} sheet_line;

typedef struct sheet_layout {
    bool safe;
    bool selected;           /* a sheetView has tabSelected */
    uint32_t most_style;     /* the highest s that any cell has */
    text legacy;             /* r:id of <legacyDrawing>, "" */
    bool legacy_hidden;      /* it stands in mc:AlternateContent */
    sheet_line *columns, *rows; /* rows: only those with a height */
    size_t column_count, row_count;
    uint32_t column_pixels, row_pixels; /* of all others */
} sheet_layout;

/* Looks; sets `style` of the marks. Texts are slices of `part`. */
bool sheet_look(sheet_layout *out, arena *memory, text part, mark *marks,
                size_t count);
/*
 * Edits: marked styles and blank cells when `cells`, no tabSelected, and
 * with `drawing` (a relation's Id) a <legacyDrawing> that is not there yet.
 * False: the part is not safe, or memory.
 */
bool sheet_edit(xml_edit *e, text part, const mark *marks, size_t count,
                bool cells, const char *drawing);

/* Only takes tabSelected away, of a sheet of any kind. */
bool sheet_deselect(xml_edit *e, text part);

#endif
