/*
 * sheet_note.c - a note among the first or the last lines of a sheet
 */
#include "ingest/reader/sheet_note.h"

enum { TOP_ROWS = 40, END_ROWS = 12 };

bool sheet_note_find(const reader *r, bool (*says)(arena *a, text note))
{
    const sheet_view *v = &r->view;
    uint32_t rows = v->grid->rows;

    for (uint32_t row = 0; row < rows; row++) {
        if (row == TOP_ROWS && rows > TOP_ROWS + END_ROWS)
            row = rows - END_ROWS;
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1))
            if (view_cell(v, row, c)->type == CELL_STRING &&
                says(r->memory, view_text(v, row, c)))
                return true;
    }
    return false;
}
