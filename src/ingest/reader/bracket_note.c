/*
 * bracket_note.c - notes that say what figures in brackets are
 */
#include "ingest/reader/bracket_note.h"

#include <string.h>

#include "wording/fold.h"
#include "wording/glyph.h"

enum { NOTE_BYTES = 180, TOP_ROWS = 40, END_ROWS = 12 };

/* ※（　）は累計, カッコ内は累計値; not 累計目標, nor two meanings in one. */
static bool says_total(arena *a, text t)
{
    static const char *const brackets[] = { "()は", "()内", "()書", "括弧",
                                            "カッコ", "かっこ" };
    static const char *const others[] = { "目標", "単年", "率", "見込",
                                          "前年" };
    text key;

    if (t.length > NOTE_BYTES || text_find(t, "累", 0) == SIZE_MAX ||
        !fold_key(a, &key, t) ||
        (text_find(key, "累計", 0) == SIZE_MAX &&
         text_find(key, "累積", 0) == SIZE_MAX))
        return false;
    return !text_contains_one(key, others,
                              sizeof(others) / sizeof(*others)) &&
           text_contains_one(key, brackets,
                             sizeof(brackets) / sizeof(*brackets));
}

static bracket_meaning look(reader *r)
{
    const sheet_view *v = &r->view;
    uint32_t rows = v->grid->rows;

    for (uint32_t row = 0; row < rows; row++) {
        if (row == TOP_ROWS && rows > TOP_ROWS + END_ROWS)
            row = rows - END_ROWS;
        for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
             c = view_next(v, row, c + 1))
            if (view_cell(v, row, c)->type == CELL_STRING &&
                says_total(r->memory, view_text(v, row, c)))
                return BRACKETS_TOTAL;
    }
    return BRACKETS_UNTOLD;
}

bool bracket_note_total(reader *r, text figure)
{
    size_t next;

    if (glyph_at(figure, 0, &next) != GLYPH_OPEN)
        return false;
    if (r->brackets == BRACKETS_UNASKED)
        r->brackets = look(r);
    return r->brackets == BRACKETS_TOTAL;
}
