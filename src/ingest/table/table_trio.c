/*
 * table_trio.c - label, name and line of an indicator below one header cell
 *
 *     区分  | <              | <      | 事業開始前 | 1年目
 *     KPI①  | 出店件数（件） | 目標値 | 4          | 6
 *     ^     | ^              | 実績値 |            | 6
 *
 * 区分 is a word of the last of the three alone, and 年度 is one of none. Above
 * the indicators may stand what is done in which year (工程), and what it costs:
 * 事業費 | 総事業費, 国・県支出金.
 */
#include "ingest/table/table_parts.h"

#include "wording/fold.h"

enum { LEADING_ROWS = 12 };

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

/* 工程 or 事業費（千円） begins a row, or stands beside it from above. */
static bool leads_others(const deciding *d, uint32_t row, uint32_t col)
{
    merge_range m = view_range(d->view, row, col);
    const header_word *w = table_word(d->view, d->roles, m.row, m.col,
                                      d->context_year);
    text key;

    return (w->exact && w->role == ROLE_COST) ||
           (fold_key(d->memory, &key, view_text(d->view, m.row, m.col)) &&
            table_is_schedule_line(key));
}

/* The first row that neither a schedule nor costs begin. */
static uint32_t behind_others(const deciding *d, uint32_t col)
{
    uint32_t row = d->t->first_row, end = row + LEADING_ROWS;

    while (row < end && row <= d->t->last_row && leads_others(d, row, col))
        row++;
    return row;
}

bool columns_label_trio(deciding *d, size_t first, size_t last)
{
    table_column *k = &d->columns[first];
    const sheet_view *v = d->view;
    uint32_t row;
    const cell *name;

    if ((k->role != ROLE_LINE && k->role != ROLE_YEAR) || last != first + 2 ||
        columns_count(d, ROLE_KPI) > 0)
        return false;
    row = behind_others(d, k->col);
    if (row + 1 >= v->grid->rows)
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
