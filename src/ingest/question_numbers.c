/*
 * question_numbers.c - numbers in front of a form's labels
 */
#include "ingest/question_numbers.h"

#include <string.h>

#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

/* A number is short; so many labels at least, of as many kinds, and after so
 * many numbers one. */
enum { NUMBER_BYTES = 12, LABELS_MIN = 3, PATIENCE = 4, FRONT_COLS = 3 };

/* What stands behind the numbers of a column. */
typedef struct numbered {
    unsigned numbers, labels, levels, tall;
    uint64_t roles;
} numbered;

/* 1, 6-1, (2), 問3 */
static bool is_number(const cell *c)
{
    static const char *const asks[] = { "問", "設問", "質問", "Q", "Ｑ", "No.",
                                        "№" };
    text t = text_trim(c->value);
    size_t next;

    if ((c->type != CELL_STRING && c->type != CELL_NUMBER) || t.length == 0 ||
        t.length > NUMBER_BYTES || !glyph_has_digit(t))
        return false;
    for (size_t i = 0; i < sizeof(asks) / sizeof(*asks); i++)
        if (text_starts(t, asks[i])) {
            t = text_from(t, strlen(asks[i]));
            break;
        }
    for (size_t at = 0; at < t.length; at = next)
        if (glyph_is_letter(glyph_at(t, at, &next)))
            return false;
    return true;
}

/* The word that a label with something behind it is; NULL for none. */
static const header_word *label_at(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    const header_word *w;

    if (!view_filled(v, row, col) ||
        !table_may_be_word(v, r->roles, row, col, r->context_year))
        return NULL;
    w = table_word(v, r->roles, row, col, r->context_year);
    return w->exact && !w->year_only &&
                   view_next(v, row, view_range(v, row, col).last_col + 1) !=
                       UINT32_MAX ? w : NULL;
}

/* False: it is a list. */
static bool count(numbered *n, const reader *r, const cell *c)
{
    const sheet_view *v = &r->view;
    merge_range at = view_range(v, c->row, c->col);
    const header_word *w = label_at(r, at.row, at.last_col + 1);

    n->numbers++;
    n->tall += at.last_row > at.row ||
               (w != NULL && at.row + 1 < v->grid->rows &&
                !view_filled(v, at.row + 1, at.col) &&
                label_at(r, at.row + 1, at.last_col + 1) != NULL);
    if (w != NULL) {
        n->labels++;
        n->roles |= (uint64_t)1 << w->role;
        n->levels += role_is_level(w->role);
    }
    return n->labels > 0 || n->numbers < PATIENCE;
}

static unsigned kinds_of(uint64_t roles)
{
    unsigned n = 0;

    for (; roles != 0; roles &= roles - 1)
        n++;
    return n;
}

/* Only where one of them stands beside several labels: beside one each the
 * layouts know them. */
static bool asks(const reader *r, const grid *g, uint32_t col)
{
    numbered n = { .numbers = 0 };

    for (size_t i = 0; i < g->count; i++)
        if (g->cells[i].col == col && is_number(&g->cells[i]) &&
            !count(&n, r, &g->cells[i]))
            return false;
    return n.tall > 0 && n.levels > 0 && n.labels * 2 >= n.numbers &&
           kinds_of(n.roles) >= LABELS_MIN;
}

static uint32_t first_column(const grid *g)
{
    uint32_t col = UINT32_MAX;

    for (size_t i = 0; i < g->count && col > 0; i++)
        if (g->cells[i].col < FRONT_COLS && g->cells[i].col < col &&
            is_number(&g->cells[i]))
            col = g->cells[i].col;
    return col;
}

bool question_numbers_take(const grid **out, reader *r, arena *a,
                           const grid *g)
{
    uint32_t col = first_column(g);
    grid *made;

    *out = g;
    if (col == UINT32_MAX || !asks(r, g, col))
        return true;
    if (!grid_copy_cells(&made, a, g))
        return false;
    made->count = 0;
    for (size_t i = 0; i < g->count; i++)
        if (g->cells[i].col != col || !is_number(&g->cells[i]))
            made->cells[made->count++] = g->cells[i];
    *out = made;
    return grid_index(made, a);
}
