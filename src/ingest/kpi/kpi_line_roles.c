/*
 * kpi_line_roles.c - what each line of an indicator holds: 目標, 実績
 */
#include "ingest/kpi/kpi_parts.h"
#include "wording/fold.h"

/* 指標1 down the side of the years and of what was reached in them, in front of
 * 最終目標 below: the header's. */
static bool hangs_from_header(const build *b, uint32_t row, uint32_t col)
{
    return view_range(&b->reader->view, row, col).row < b->table->first_row;
}

/* Indicators side by side have each a column of lines behind their names, or
 * share one. */
static bool is_line_of(const build *b, const table_column *k)
{
    const table_column *next = NULL;

    if (k->role != ROLE_LINE)
        return false;
    if (b->table->blocks < 2 || b->column == NULL)
        return true;
    for (size_t i = 0; i < b->table->count && next == NULL; i++)
        if (b->table->columns[i].role == ROLE_KPI &&
            b->table->columns[i].col > b->column->col)
            next = &b->table->columns[i];
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *one = &b->table->columns[i];

        if (one->role == ROLE_LINE && one->col > b->column->col &&
            (next == NULL || one->col < next->col))
            return k == one;
    }
    return true;
}

bool build_has_lines(const build *b)
{
    uint32_t row;

    if (b->table->line_count > 0)
        return true;
    if (!table_may_have(b->table, ROLE_LINE))
        return false;
    for (size_t i = 0; i < b->table->count; i++)
        if (is_line_of(b, &b->table->columns[i]) &&
            build_filled(b, b->table->columns[i].col, &row))
            return true;
    return false;
}

role build_line_role(const build *b, uint32_t row)
{
    if (b->table->line_count > 0 && row >= b->rows[b->first])
        return b->table->lines[(row - b->rows[b->first]) %
                               b->table->line_count];
    if (!table_may_have(b->table, ROLE_LINE))
        return ROLE_NONE;
    for (size_t i = 0; i < b->table->count; i++) {
        const table_column *k = &b->table->columns[i];
        text key;

        if (!is_line_of(b, k) ||
            !fold_key(b->reader->memory, &key,
                      view_text(&b->reader->view, row, k->col)))
            continue;
        if (key.length > 0) {
            role said = table_line_role(key);

            return said == ROLE_IGNORED && hangs_from_header(b, row, k->col)
                       ? ROLE_ACTUAL : said;
        }
    }
    return ROLE_NONE;
}
