/*
 * lanes_abreast.c - indicators abreast in a form, each with labels of its own
 */
#include "ingest/lanes_abreast.h"

#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"

enum { CELLS_LEAST = 4 /* a label and a name for two */, LANES_MOST = 4,
       FIGURES_LEAST = 2,
       MOST_TIMES = 6 /* rows of as many lanes and gaps, of those of two */ };

/* Rows that hold an indicator from each of the columns on. */
typedef struct lanes {
    uint32_t top, last, at[LANES_MOST];
    unsigned count;
} lanes;

/* 指標名 | 来場者数 | 指標名 | 出店数: a label and a name for each lane. */
static bool names_lanes(const reader *r, uint32_t row, lanes *l)
{
    const sheet_view *v = &r->view;

    l->count = 0;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;) {
        uint32_t name = view_next(v, row, c + 1);
        const header_word *w = reader_word(r, row, c);

        if (l->count == LANES_MOST || name == UINT32_MAX || !w->exact ||
            w->role != ROLE_KPI || w->index != 0 ||
            view_range(v, row, c).last_row > row ||
            view_cell(v, row, name)->type != CELL_STRING ||
            reader_word(r, row, name)->exact)
            return false;
        l->at[l->count++] = c;
        c = view_next(v, row, name + 1);
    }
    return l->count > 1;
}

/* A cell in front of each further lane that reaches into it? */
static bool is_crossed(const sheet_view *v, const lanes *l, uint32_t row)
{
    for (unsigned i = 1; i < l->count; i++)
        if (view_range(v, row, l->at[i]).col < l->at[i])
            return true;
    return false;
}

/* Does each lane begin with the same label in this row, or with the same year
 * behind an empty corner? */
static bool repeats(const reader *r, const lanes *l, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0), behind = first - l->at[0];

    if (first < l->at[0] || first >= l->at[1] || is_crossed(v, l, row) ||
        (behind > 0 && !reader_word(r, row, first)->year_only))
        return false;
    for (unsigned i = 1; i < l->count; i++)
        if (view_next(v, row, l->at[i]) != l->at[i] + behind ||
            !text_equal(view_text(v, row, first),
                        view_text(v, row, l->at[i] + behind)))
            return false;
    return true;
}

/* 指標① | 指標② right above the names. */
static bool numbers_lanes(const reader *r, const lanes *l, uint32_t row)
{
    const sheet_view *v = &r->view;
    unsigned n = 0;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1), n++)
        if (n == l->count || c != l->at[n] ||
            view_range(v, row, c).last_row > row)
            return false;
    return n == l->count && !is_crossed(v, l, row);
}

/* Lanes that are named in this row? In most rows no word is looked at. */
static bool begins(const reader *r, lanes *l, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);
    unsigned figures = 0;
    bool years = false;

    if (v->grid->row_start[row + 1] - v->grid->row_start[row] < CELLS_LEAST ||
        first == UINT32_MAX || view_cell(v, row, first)->type != CELL_STRING ||
        !table_may_be_word(v, r->roles, row, first, r->context_year) ||
        !names_lanes(r, row, l) || is_crossed(v, l, row))
        return false;
    l->top = l->last = row;
    while (l->last + 1 < v->grid->rows && repeats(r, l, l->last + 1)) {
        uint32_t label = view_next(v, ++l->last, 0);
        const header_word *w = reader_word(r, l->last, label);

        years = years || label > first || (w->exact && w->role == ROLE_YEAR);
        figures += w->year_only || role_is_figure(w->role);
    }
    if (row > 0 && numbers_lanes(r, l, row - 1))
        l->top--;
    return years && figures >= FIGURES_LEAST;
}

/* A row of one lane; what it leaves empty is its label's. */
static bool put_lane(remake *m, uint32_t out, uint32_t row, const lanes *l,
                     unsigned i)
{
    uint32_t shift = l->at[i] - l->at[0];
    uint32_t end = i + 1 < l->count ? l->at[i + 1] : m->grid.cols;
    bool ok = remake_cells(m, out, row, i > 0 ? l->at[i] : 0, end, shift);

    for (uint32_t c = i > 0 ? 0 : l->at[0]; c < m->grid.cols && ok; c++) {
        bool inside = c >= l->at[0] && c + shift < end;

        ok = remake_from(m, out, c, row, inside ? c + shift : l->at[0]);
    }
    return ok;
}

/* Each lane, and a gap behind it. */
static bool put_lanes(remake *m, uint32_t *out, const lanes *l)
{
    bool ok = true;

    for (unsigned i = 0; i < l->count && ok; i++) {
        for (uint32_t row = l->top; row <= l->last && ok; row++)
            ok = put_lane(m, (*out)++, row, l, i);
        m->rows[*out] = l->last;
        ok = ok && remake_empty(m, (*out)++, 0, m->grid.cols, l->at[0]);
    }
    return ok;
}

/* From the first lanes on, which are known. */
static bool make(remake *m, reader *r, arena *a, const lanes *first)
{
    const grid *g = r->view.grid;
    uint32_t out = 0, row = 0;
    lanes l = *first;
    bool ok = remake_init_rows(m, r, a, g->rows * MOST_TIMES);

    while (ok && row < g->rows) {
        bool named = row > first->last && row + 1 < g->rows &&
                     begins(r, &l, row + 1) && l.top == row;

        if (row == first->top || named ||
            (row > first->last && begins(r, &l, row))) {
            ok = put_lanes(m, &out, &l);
            row = l.last + 1;
        } else {
            ok = remake_cells(m, out++, row++, 0, UINT32_MAX, 0);
        }
    }
    m->grid.rows = out;
    return ok;
}

bool lanes_abreast_read(reader *r, arena *scratch, size_t *tables,
                        near_miss *near, bool *read)
{
    const grid *g = r->view.grid;
    lanes first;
    remake made;

    *read = false;
    if (!grid_turn_fits(g) ||
        !remake_fits((uint64_t)g->rows * MOST_TIMES, g->cols))
        return true;
    for (uint32_t row = 0; row < g->rows; row++)
        if (begins(r, &first, row))
            return make(&made, r, scratch, &first) &&
                   remake_read(&made, tables, near, read);
    return true;
}
