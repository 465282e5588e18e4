/*
 * table_trio.c - label, name and line of an indicator below one header cell
 *
 *     区分  | <              | <      | 事業開始前 | 1年目
 *     KPI①  | 出店件数（件） | 目標値 | 4          | 6
 *     ^     | ^              | 実績値 |            | 6
 *
 * 区分 is a word of the last of the three alone.
 */
#include "ingest/table/table_parts.h"

#include "wording/fold.h"

/* KPI①, 指標2 in a row: an indicator's word with its number perhaps. */
static bool is_label(const deciding *d, uint32_t row, uint32_t col)
{
    const header_word *w = table_word(d->view, d->roles, row, col,
                                      d->context_year);

    return w->exact && w->role == ROLE_KPI;
}

static bool is_line(const deciding *d, uint32_t row, uint32_t col)
{
    text key;

    return fold_key(d->memory, &key, view_text(d->view, row, col)) &&
           content_is_line(key) && !table_is_schedule_line(key);
}

bool columns_label_trio(deciding *d, size_t first, size_t last)
{
    table_column *k = &d->columns[first];
    const sheet_view *v = d->view;
    uint32_t row = d->t->first_row;
    const cell *name;

    if (k->role != ROLE_LINE || last != first + 2 ||
        row + 1 >= v->grid->rows || columns_count(d, ROLE_KPI) > 0)
        return false;
    name = view_cell(v, row, k[1].col);
    if (name == NULL || name->type != CELL_STRING ||
        !view_begins(v, row, k->col) || !view_begins(v, row, k[1].col) ||
        !view_begins(v, row, k[2].col) || !is_label(d, row, k->col) ||
        is_line(d, row, k[1].col) || !is_line(d, row, k[2].col) ||
        !is_line(d, row + 1, k[2].col))
        return false;
    k[0].role = ROLE_IGNORED;
    k[1].role = ROLE_KPI;
    k[2].role = ROLE_LINE;
    for (size_t i = 0; i < 3; i++)
        k[i].why = "content";
    return true;
}
