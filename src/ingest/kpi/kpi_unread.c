/*
 * kpi_unread.c - figures in an indicator's rows that no reading has taken
 *
 * A row below that has figures but no name of its own, a second line of 実績:
 * what stands there a second time is not silently passed over.
 */
#include <string.h>

#include "ingest/kpi/kpi_parts.h"
#include "wording/glyph.h"

/* What a row holds for a column: lines of one kind stand once. */
static role kind_of(const build *b, uint32_t row, bool lines)
{
    role line = lines ? build_line_role(b, row) : ROLE_NONE;

    return lines && line != ROLE_PLANNED && line != ROLE_ACTUAL &&
                   line != ROLE_BASELINE && line != ROLE_NONE
               ? ROLE_IGNORED
               : line;
}

/* R5：343 below R4：307: each is an actual of its own year. */
static bool is_actual(const build *b, const kpi *k, uint32_t row, uint32_t col)
{
    place at = view_place(&b->reader->view, row, col);

    for (size_t i = 0; i < k->actual_count; i++)
        if (k->actuals[i].where.row == at.row &&
            k->actuals[i].where.col == at.col)
            return true;
    return false;
}

static void note_column(build *b, const kpi *k, const table_column *c,
                        bool lines)
{
    reader *r = b->reader;
    text seen[ROLE_COUNT] = { { NULL, 0 } };
    bool read[ROLE_COUNT] = { false }; /* the one that was seen */

    for (size_t n = b->first; n <= b->last; n++) {
        uint32_t row = b->rows[n];
        text t = view_text(&r->view, row, c->col);
        role kind;

        if (t.length == 0 || !glyph_has_digit(t) ||
            !view_begins(&r->view, row, c->col))
            continue;
        kind = kind_of(b, row, lines);
        if (kind == ROLE_IGNORED)
            continue;
        if (seen[kind].bytes == NULL) {
            seen[kind] = t;
            read[kind] = is_actual(b, k, row, c->col);
        } else if (!table_same_figure(r->memory, seen[kind], t) &&
                   !(read[kind] && is_actual(b, k, row, c->col)))
            reader_finding(r, "figure-not-read", row, c->col, t, k->name,
                           NULL, NULL);
    }
}

void build_note_unread(build *b, const kpi_list *list)
{
    bool lines = build_has_lines(b);
    bool years = table_column_any(b->table, ROLE_YEAR) != NULL;

    if (b->first == b->last || list->count != 1 || (lines && years) ||
        (b->column != NULL && b->column->stacked_to != 0))
        return;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *c = &b->table->columns[i];

        /* a line a year: each is read */
        uint32_t row;
        year_span span;

        if (role_is_figure(c->role) && build_mine(b, c) &&
            !((c->role == ROLE_BASELINE || c->role == ROLE_TARGET) &&
              build_year_cell(b, c, &row, &span)) &&
            !(years && c->years.to == 0 && c->role != ROLE_BASELINE))
            note_column(b, &list->items[0], c, lines);
    }
}
