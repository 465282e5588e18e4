/*
 * dated_lines.c - years and figures below each other beside one label
 */
#include "ingest/dated_lines.h"

#include <string.h>

#include "ingest/table/grid_turn.h"
#include "ingest/table/table_find.h"
#include "wording/dated_piece.h"
#include "wording/glyph.h"

enum { PIECE_BYTES = 45 };

/* R4：8人, 12（R5）: the figure, and its year as it stands; false for others. */
static bool read_dated(const reader *r, const cell *c, text *year,
                       text *figure)
{
    text rest;
    int fiscal_year;

    if (c->type != CELL_STRING || c->value.length > PIECE_BYTES ||
        !glyph_has_digit(c->value))
        return false;
    rest = c->value;
    *figure = dated_piece_next(&rest, year, &fiscal_year, r->context_year);
    return fiscal_year != 0 && rest.length == 0 && glyph_has_digit(*figure);
}

/* A row's last cell that may be a further value of a label: alone, or behind
 * that label once more; else NULL. */
static const cell *further_cell(const grid *g, uint32_t row)
{
    const cell *c = g->cells + g->row_start[row],
               *end = g->cells + g->row_start[row + 1];

    return end == c + 1 || (end > c && end[-1].type == CELL_STRING &&
                            end[-2].type == CELL_STRING)
               ? end - 1 : NULL;
}

static size_t cells_of(const grid *g, uint32_t row)
{
    return g->row_start[row + 1] - g->row_start[row];
}

/* 実績値 in front of the last cell of a row, which stands in a column and is
 * dated; else NULL. */
static const cell *label_of(const reader *r, const grid *g, uint32_t row,
                            uint32_t col)
{
    const cell *last = g->cells + g->row_start[row + 1] - 1, *label = last - 1;
    const header_word *word;
    text year, figure;

    if (cells_of(g, row) < 2 || last->col != col ||
        label->type != CELL_STRING || !read_dated(r, last, &year, &figure))
        return NULL;
    word = table_word(&r->view, r->roles, row, label->col, r->context_year);
    return word->exact && !word->has_year &&
                   (word->role == ROLE_ACTUAL || word->role == ROLE_TARGET ||
                    word->role == ROLE_PLANNED)
               ? label : NULL;
}

static void drop_merge(grid *g, const cell *c)
{
    for (size_t i = 0; i < g->merge_count; i++)
        if (g->merges[i].row == c->row && g->merges[i].col == c->col) {
            memmove(&g->merges[i], &g->merges[i + 1],
                    (g->merge_count - i - 1) * sizeof(*g->merges));
            g->merge_count--;
            return;
        }
}

/* A copy of the sheet with room for a label in each row. */
static grid *copy(arena *a, const grid *g)
{
    grid *made = arena_alloc(a, sizeof(*made));

    if (made == NULL)
        return NULL;
    *made = *g;
    made->count = 0;
    made->cells = arena_array(a, g->count + g->rows + 1,
                              sizeof(*made->cells));
    made->merges = arena_array(a, g->merge_count + 1, sizeof(*made->merges));
    made->merge_reach = arena_array(a, g->merge_count + 1,
                                    sizeof(*made->merge_reach));
    if (made->cells == NULL || made->merges == NULL ||
        made->merge_reach == NULL)
        return NULL;
    if (g->merge_count > 0)
        memcpy(made->merges, g->merges,
               g->merge_count * sizeof(*made->merges));
    return made;
}

/* 実績値 | R4：8人 as R4実績値 | 8人, at the end of the row's cells. */
static bool put_line(grid *made, const reader *r, arena *a, const cell *label,
                     uint32_t row)
{
    cell *value = &made->cells[made->count - 1], moved = *value;
    text year, figure;
    char *words;

    if (!read_dated(r, value, &year, &figure) ||
        (words = arena_printf(a, "%.*s%.*s", (int)year.length, year.bytes,
                              (int)label->value.length,
                              label->value.bytes)) == NULL)
        return false;
    moved.value = figure;
    if (label->row != row)
        made->count++;
    made->cells[made->count - 2] = *label;
    made->cells[made->count - 2].row = row;
    made->cells[made->count - 2].value = text_of(words);
    made->cells[made->count - 1] = moved;
    return true;
}

/* labels[row]: the one that the row's value is said beside. */
static bool put_labels(const grid **out, reader *r, arena *a, const grid *g,
                       const cell *const *labels)
{
    grid *made = copy(a, g);

    if (made == NULL)
        return false;
    for (uint32_t row = 0; row < g->rows; row++) {
        size_t n = cells_of(g, row);

        if (n > 0)
            memcpy(made->cells + made->count, g->cells + g->row_start[row],
                   n * sizeof(*made->cells));
        made->count += n;
        if (labels[row] == NULL)
            continue;
        drop_merge(made, labels[row]);
        if (!put_line(made, r, a, labels[row], row))
            return false;
    }
    grid_set_reach(made);
    *out = made;
    return grid_index(made, a);
}

/* The label of a further value in a row, that of the row above being `above`:
 * NULL for none. */
static const cell *further_label(const reader *r, const grid *g,
                                 const cell *c, const cell *above)
{
    if (above == NULL)
        above = label_of(r, g, c->row - 1, c->col);
    else if (g->cells[g->row_start[c->row] - 1].col != c->col)
        above = NULL;
    if (above == NULL || cells_of(g, c->row) == 1)
        return above;
    return c[-1].col == above->col && text_equal(c[-1].value, above->value)
               ? c - 1 : NULL;
}

bool dated_lines_take(const grid **out, reader *r, arena *a, const grid *g)
{
    const cell **labels = NULL, *above = NULL;
    text year, figure;

    *out = g;
    for (uint32_t row = 1; row < g->rows; row++) {
        const cell *c = further_cell(g, row);

        above = c != NULL && c->col > 0 && read_dated(r, c, &year, &figure)
                    ? further_label(r, g, c, above) : NULL;
        if (above == NULL)
            continue;
        if (labels == NULL)
            labels = arena_array(a, (size_t)g->rows + 1, sizeof(*labels));
        if (labels == NULL)
            return false;
        if (labels[row - 1] == NULL)
            labels[row - 1] = label_of(r, g, row - 1, c->col);
        labels[row] = above;
    }
    return labels == NULL || put_labels(out, r, a, g, labels);
}
