/*
 * labels_beside.c - a form's labels beside the table of its indicators
 */
#include "ingest/labels_beside.h"

#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"

enum { NAME_ROWS = 4 /* above the table's header */,
       CELLS_LEAST = 4 /* a label, its value, and two words of a header */,
       MOST_TIMES = 3 /* rows of two parts and a gap, of those of a block */ };

/* Rows of labels in front of a column, and of a table from there on. */
typedef struct beside {
    uint32_t top, last, label, edge;
} beside;

/* A label that says of the project what no table of indicators does. */
static bool is_label(const header_word *w)
{
    switch (w->role) {
    case ROLE_GOAL: case ROLE_THEME: case ROLE_PART: case ROLE_MEASURE:
    case ROLE_PROJECT: case ROLE_BUREAU: case ROLE_DIVISION:
    case ROLE_SUMMARY: case ROLE_PURPOSE: case ROLE_GRANT: case ROLE_COST:
    case ROLE_PERIOD: case ROLE_ACTIVITY: case ROLE_MUNICIPALITY:
        return w->exact;
    default:
        return false;
    }
}

static bool is_name(const header_word *w)
{
    return w->exact && (w->role == ROLE_PROJECT || w->role == ROLE_MEASURE ||
                        w->rank == RANK_GRANT);
}

/* 指標, or 業務指標（PI）, which only ends with the word. */
static bool heads_names(const header_word *w)
{
    return w->role == ROLE_KPI && !w->has_year;
}

/* Words of a header alone from a column on, an indicator's and a figure's
 * among them. */
static bool heads_table(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    bool name = false, figure = false;

    for (uint32_t c = col; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        const header_word *w = reader_word(r, row, c);

        if (!w->exact && !w->has_year && !w->year_only && !w->year_named &&
            !heads_names(w))
            return false;
        name = name || heads_names(w);
        figure = figure || w->year_only || w->year_named ||
                 role_is_figure(w->role);
    }
    return name && figure;
}

/* 事業名 | 朝市の開催 | KPI | 基準値: where the table begins; UINT32_MAX. */
static uint32_t table_edge(const reader *r, uint32_t row, uint32_t label)
{
    const sheet_view *v = &r->view;

    for (uint32_t c = label;;) {
        uint32_t value = view_next(v, row, c + 1);

        if (value == UINT32_MAX || reader_word(r, row, value)->exact ||
            view_cell(v, row, value)->type != CELL_STRING)
            return UINT32_MAX;
        c = view_next(v, row, value + 1);
        if (c == UINT32_MAX || (!reader_word(r, row, c)->exact &&
                                !heads_names(reader_word(r, row, c))))
            return UINT32_MAX;
        if (!is_label(reader_word(r, row, c)))
            return heads_table(r, row, c) ? c : UINT32_MAX;
    }
}

/* A cell that lies over both, or none at all: both end above. Else the block
 * goes as far down as the row's cells do. */
static bool goes_on(const sheet_view *v, beside *b, uint32_t row)
{
    if (row > b->last && (view_next(v, row, 0) == UINT32_MAX ||
                          (view_filled(v, row, b->edge) &&
                           view_range(v, row, b->edge).col < b->edge)))
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        merge_range m = view_range(v, row, c);

        if (m.last_row > b->last)
            b->last = m.last_row < v->grid->rows ? m.last_row
                                                 : v->grid->rows - 1;
    }
    return true;
}

static bool is_office(const header_word *w)
{
    return w->exact && (w->role == ROLE_BUREAU || w->role == ROLE_DIVISION);
}

/* Labels with values below the first one, more that are known than not, or
 * 担当課 among such as only that form has (建築年 | 昭和53年); none of them is the
 * project of an indicator beside it. */
static bool find_last(const reader *r, beside *b)
{
    const sheet_view *v = &r->view;
    unsigned known = 0, unknown = 0, lines = 0, offices = 0, bare = 0;

    b->last = b->top;
    goes_on(v, b, b->top);
    for (uint32_t row = b->top + 1; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);
        const header_word *w;

        if ((c == b->label && text_equal(view_text(v, row, c),
                                         view_text(v, b->top, c))) ||
            !goes_on(v, b, row))
            break;
        lines += view_next(v, row, b->edge) != UINT32_MAX;
        if (c >= b->edge || !view_begins(v, row, c))
            continue;
        w = reader_word(r, row, c);
        if (c != b->label || (w->exact && w->role == ROLE_KPI))
            return false;
        if (view_next(v, row, c + 1) >= b->edge)
            bare++;
        else if (is_label(w))
            known++;
        else
            unknown++;
        offices += is_office(w);
    }
    return lines > 0 &&
           (known > unknown + bare || (offices > 0 && bare == 0));
}

/* Is the project named, right above the table's header or below it? */
static bool is_named(const reader *r, const beside *b)
{
    const sheet_view *v = &r->view;
    uint32_t row = b->top;

    while (row > 0 && b->top - row < NAME_ROWS &&
           view_next(v, row - 1, 0) == b->label)
        row--;
    for (; row <= b->last; row++)
        if (view_begins(v, row, b->label) &&
            is_name(reader_word(r, row, b->label)))
            return true;
    return false;
}

/* Does a block begin in this row? Most rows begin with no word at all. */
static bool begins(const reader *r, beside *b, uint32_t row)
{
    const sheet_view *v = &r->view;

    if (v->grid->row_start[row + 1] - v->grid->row_start[row] < CELLS_LEAST)
        return false;
    *b = (beside){ .top = row, .label = view_next(v, row, 0) };
    if (b->label == UINT32_MAX || !view_begins(v, row, b->label) ||
        !table_may_be_word(v, r->roles, row, b->label, r->context_year) ||
        !is_label(reader_word(r, row, b->label)))
        return false;
    b->edge = table_edge(r, row, b->label);
    return b->edge != UINT32_MAX && find_last(r, b) && is_named(r, b);
}

/* The labels, then a gap and the table. Columns that stayed behind with the other
 * part are the label's. */
static bool put_block(remake *m, uint32_t *out, const beside *b)
{
    bool ok = true;

    for (uint32_t row = b->top; row <= b->last && ok; row++)
        ok = remake_cells(m, (*out)++, row, 0, b->edge, 0) &&
             remake_empty(m, *out - 1, b->edge, m->grid.cols, b->label);
    m->rows[*out] = b->top;
    ok = ok && remake_empty(m, (*out)++, 0, m->grid.cols, b->label);
    for (uint32_t row = b->top; row <= b->last && ok; row++)
        ok = remake_cells(m, (*out)++, row, b->edge, UINT32_MAX, 0) &&
             remake_empty(m, *out - 1, 0, b->edge, b->label);
    return ok;
}

/* From the first block on, which is known. */
static bool make(remake *m, reader *r, arena *a, const beside *first)
{
    const grid *g = r->view.grid;
    uint32_t out = 0, row = 0;
    beside b = *first;
    bool ok = remake_init_rows(m, r, a, g->rows * MOST_TIMES);

    while (ok && row < g->rows) {
        if (row == first->top || (row > first->top && begins(r, &b, row))) {
            ok = put_block(m, &out, &b);
            row = b.last + 1;
        } else {
            ok = remake_cells(m, out++, row++, 0, UINT32_MAX, 0);
        }
    }
    m->grid.rows = out;
    return ok;
}

bool labels_beside_read(reader *r, arena *scratch, size_t *tables,
                        near_miss *near, bool *read)
{
    const grid *g = r->view.grid;
    beside first;
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
