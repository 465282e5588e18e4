/*
 * names_again.c - a table's indicators, named again in the table beside it
 */
#include "ingest/names_again.h"

#include "ingest/table/grid_turn.h"

enum { CELLS_LEAST = 4 /* 指標 and a figure, twice */, CELLS_MOST = 40 };

/* A word for their header: groups may stand above it. */
static const char ignored[] = "指標区分";

/* Two tables of the same indicators: their rows, the columns of names. */
typedef struct twins {
    uint32_t head, last, first, second;
} twins;

static bool heads_names(const reader *r, const cell *c)
{
    const header_word *w;

    if (!table_may_be_word(&r->view, r->roles, c->row, c->col,
                           r->context_year))
        return false;
    w = reader_word(r, c->row, c->col);
    return w->exact && w->role == ROLE_KPI && !w->has_year;
}

static bool same_in_row(const sheet_view *v, uint32_t row, uint32_t a,
                        uint32_t b)
{
    return text_equal(view_text(v, row, a), view_text(v, row, b));
}

static bool is_figure(const header_word *w)
{
    return w->year_only ||
           (role_is_figure(w->role) && (w->exact || w->has_year));
}

/* Figures in both headers, and none in both: what stands twice in forms abreast
 * is of two projects. */
static bool have_figures(const reader *r, const twins *t)
{
    const sheet_view *v = &r->view;
    uint32_t shift = t->second - t->first;
    bool left = false, right = false;

    for (uint32_t c = view_next(v, t->head, t->first); c != UINT32_MAX;
         c = view_next(v, t->head, c + 1)) {
        if (!is_figure(reader_word(r, t->head, c)))
            continue;
        if (c > t->second && same_in_row(v, t->head, c, c - shift))
            return false;
        left = left || c < t->second;
        right = right || c > t->second;
    }
    return left && right;
}

/* The rows of names below the header, the same on both sides. */
static bool find_last(const sheet_view *v, twins *t)
{
    uint32_t row = view_range(v, t->head, t->first).last_row;

    t->last = row;
    if (view_range(v, t->head, t->second).last_row != row)
        return false;
    while (++row < v->grid->rows && view_filled(v, row, t->first) &&
           view_filled(v, row, t->second) &&
           view_begins(v, row, t->second)) {
        if (!same_in_row(v, row, t->first, t->second))
            return false;
        t->last = row;
    }
    return t->last > view_range(v, t->head, t->first).last_row;
}

/* Does a header begin both tables in a row? Most rows have no two cells with
 * one text. */
static bool begins(const reader *r, twins *t, const grid *g, uint32_t row)
{
    const cell *from = &g->cells[g->row_start[row]];
    const cell *end = &g->cells[g->row_start[row + 1]];

    if (end - from < CELLS_LEAST || end - from > CELLS_MOST)
        return false;
    for (const cell *c = from; c < end; c++) {
        for (const cell *again = c + 1; again < end; again++) {
            if (again->type != CELL_STRING || c->type != CELL_STRING ||
                !text_equal(c->value, again->value) || !heads_names(r, c))
                continue;
            *t = (twins){ row, 0, c->col, again->col };
            return find_last(&r->view, t) && have_figures(r, t);
        }
    }
    return false;
}

/* Does a column of the second table say in all rows what the first's does? */
static bool says_again(const sheet_view *v, const twins *t, uint32_t col)
{
    uint32_t shift = t->second - t->first;

    if (col < shift || col <= t->first)
        return false;
    for (uint32_t row = t->head; row <= t->last; row++)
        if (!same_in_row(v, row, col, col - shift))
            return false;
    return true;
}

bool names_again_take(const grid **out, reader *r, arena *a, const grid *g)
{
    const sheet_view *v = &r->view;
    grid *made = NULL;

    *out = g;
    if (!grid_turn_fits(g))
        return true;
    for (uint32_t row = 0; row < g->rows; row++) {
        twins t;

        if (!begins(r, &t, g, row))
            continue;
        if (made == NULL && !grid_copy_cells(&made, a, g))
            return false;
        for (size_t i = g->row_start[t.head]; i < g->row_start[t.last + 1];
             i++)
            if (says_again(v, &t, g->cells[i].col))
                made->cells[i].value =
                    text_of(g->cells[i].row == t.head ? ignored : "");
        row = t.last;
    }
    if (made == NULL)
        return true;
    made->count = 0;
    for (size_t i = 0; i < g->count; i++)
        if (made->cells[i].value.length > 0 || g->cells[i].value.length == 0)
            made->cells[made->count++] = made->cells[i];
    *out = made;
    return grid_index(made, a);
}
