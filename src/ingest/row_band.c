/*
 * row_band.c - headings between a table's rows whose number is a cell of its
 * own
 */
#include "ingest/row_band.h"

#include <string.h>

#include "ingest/department.h"

enum { MARK_BYTES = 45, TITLE_BYTES = 240 };

static const table_column *column_at(const table *t, uint32_t col)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].col == col)
            return &t->columns[i];
    return NULL;
}

/* １, Ⅰ, ①, 基本目標１ or 第1章, and no more: how it is written. */
static heading_style mark_style(text t)
{
    text no, title;
    heading_style style = t.length <= MARK_BYTES
                              ? heading_read(t, &no, &title) : STYLE_NONE;

    return style != STYLE_NONE && title.length == 0 ? style : STYLE_NONE;
}

/* Numbers stand in the column, or nothing that is known. */
static bool may_number(const table_column *k)
{
    return k == NULL || k->role == ROLE_NO || k->role == ROLE_CODE ||
           k->role == ROLE_NONE || k->role == ROLE_IGNORED;
}

/* Has a row a figure of an indicator? */
static bool has_figure(const reader *r, const table *t, uint32_t row)
{
    for (size_t i = 0; i < t->count; i++)
        if (role_is_figure(t->columns[i].role) &&
            view_filled(&r->view, row, t->columns[i].col))
            return true;
    return false;
}

/* The title goes beyond its column, or the row below is an indicator with its
 * figures whose number is written otherwise. */
static bool stands_above(const reader *r, const table *t, uint32_t row,
                         uint32_t col, const table_column *k)
{
    const sheet_view *v = &r->view;
    merge_range m = view_range(v, row, k->col);
    text below;

    if (m.last_row > m.row)
        return false;
    if (m.last_col > view_range(v, t->bottom, k->col).last_col)
        return true;
    below = view_text(v, row + 1, col);
    return row + 1 < v->grid->rows && has_figure(r, t, row + 1) &&
           view_filled(v, row + 1, k->col) &&
           (below.length == 0 ||
            mark_style(below) != mark_style(view_text(v, row, col)) ||
            view_cell(v, row + 1, col)->type !=
                view_cell(v, row, col)->type);
}

bool row_band_read(const reader *r, const table *t, uint32_t row,
                   uint32_t col, uint32_t next, text *what)
{
    const sheet_view *v = &r->view;
    text mark = view_text(v, row, col), title = view_text(v, row, next);
    uint32_t third = view_next(v, row, next + 1);
    const table_column *k;
    char *both;

    if (next > t->last_col || mark.length > MARK_BYTES ||
        title.length == 0 || title.length > TITLE_BYTES ||
        (third <= t->last_col &&
         department_of_line(view_text(v, row, third)).length == 0) ||
        view_cell(v, row, next)->type != CELL_STRING ||
        view_range(v, row, col).last_row > row || !may_number(column_at(t, col)))
        return false;
    k = column_at(t, next);
    if (k == NULL || (k->role != ROLE_KPI && !role_is_level(k->role)) ||
        mark_style(mark) == STYLE_NONE || !stands_above(r, t, row, col, k))
        return false;
    both = arena_alloc(r->memory, mark.length + strlen("　") + title.length);
    if (both == NULL)
        return false;
    memcpy(both, mark.bytes, mark.length);
    memcpy(both + mark.length, "　", strlen("　"));
    memcpy(both + mark.length + strlen("　"), title.bytes, title.length);
    *what = (text){ both, mark.length + strlen("　") + title.length };
    return true;
}
