/*
 * table_schedule.c - is a row of years the head of a schedule?
 *
 *     年度計画 | 年度             | R4   | R5   | R6
 *     ^        | 実施スケジュール | 検討 | 実施 | →
 *
 * What is done when, and no figures: no header, though one may stand below.
 */
#include "ingest/table/table_find_parts.h"

#include "wording/fold.h"
#include "wording/glyph.h"
#include "wording/no_number.h"

enum { SCHEDULE_ROWS = 12 };

/* Texts below the years of a row, down to the end of its side title. A line of 目標
 * or 実績 may have them too, and is none of a schedule. */
static bool tells_acts(const finder *f, uint32_t row, merge_range side)
{
    unsigned acts = 0, cells = 0;

    for (uint32_t below = row + 1;
         below <= side.last_row && below < f->view->grid->rows; below++) {
        uint32_t c = view_next(f->view, below, side.last_col + 1);
        text key;

        if (c != UINT32_MAX &&
            fold_key(f->memory, &key, view_text(f->view, below, c)) &&
            content_is_line(key)) {
            if (!table_is_schedule_line(key))
                return false;
            cells++;
            acts++;
            continue;
        }
        for (; c != UINT32_MAX; c = view_next(f->view, below, c + 1)) {
            text t = view_text(f->view, below, c);

            if (!finder_word(f, row, c)->year_only)
                continue;
            if (view_cell(f->view, below, c)->type != CELL_STRING ||
                glyph_has_digit(t))
                return false;
            cells++;
            acts += no_number_state(t) == STATE_TEXT &&
                    finder_word(f, below, c)->role == ROLE_NONE;
        }
    }
    return acts * 2 > cells;
}

bool finder_heads_schedule(const finder *f, uint32_t row)
{
    merge_range side = view_range(f->view, row, view_next(f->view, row, 0));
    const header_word *w;

    if (side.last_row == row || side.last_row - row > SCHEDULE_ROWS)
        return false;
    w = finder_word(f, row, side.col);
    return w->role == ROLE_PLANNED && !w->has_year &&
           tells_acts(f, row, side);
}
