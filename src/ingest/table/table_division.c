/*
 * table_division.c - what a project's figures are divided into in front of them
 *
 *     事業名   | 区分       |      | R4  | R5     Below an indicator of the
 *     延長保育 | 量の見込み | 計画 | 820 | 840    project each has its lines,
 *     ^        | ^          | 実績 | 542 | 824    or 計画 and 実績 columns.
 *     ^        | 確保の内容 | 計画 | 850 | 870
 *     ^        | ^          | 実績 | 851 | 826
 */
#include "ingest/table/table_parts.h"

#include "wording/fold.h"

/* The row behind the last that a column's first cell holds for, be it merged or
 * blank below. */
static uint32_t first_end(const deciding *d, const table_column *k)
{
    uint32_t row = view_range(d->view, d->t->first_row, k->col).last_row + 1;

    while (row <= d->t->last_row && !view_filled(d->view, row, k->col))
        row++;
    return row;
}

/* 計画 and 実績 within the first cell of the column in front of them, each line
 * of its own. */
static bool repeats_lines(const deciding *d, uint32_t end,
                          const table_column *lines)
{
    bool aims = false, results = false;

    for (uint32_t row = d->t->first_row; row < end; row++) {
        text key;
        role r;

        if (!view_begins(d->view, row, lines->col) ||
            !fold_key(d->memory, &key, view_text(d->view, row, lines->col)))
            continue;
        r = key.length > 0 ? table_line_role(key) : ROLE_NONE;
        aims = aims || r == ROLE_PLANNED;
        results = results || r == ROLE_ACTUAL;
    }
    return aims && results;
}

/* 推移 or 数値 over lines of 目標 and 実績 says nothing; 量の見込み and 確保の内容 over
 * such lines are indicators, where no other column names them. */
void columns_side_lines(deciding *d)
{
    for (size_t i = 0; i + 1 < d->count; i++) {
        table_column *k = &d->columns[i], *lines = k + 1;
        uint32_t end;
        text key;

        while (lines + 1 < d->columns + d->count && lines->role == ROLE_UNIT)
            lines++;
        if ((k->role != ROLE_LINE && k->role != ROLE_BREAKDOWN) ||
            lines->role != ROLE_LINE ||
            !fold_key(d->memory, &key,
                      view_text(d->view, d->t->first_row, k->col)) ||
            (k->role == ROLE_BREAKDOWN && !content_is_line(key)))
            continue;
        end = first_end(d, k);
        if (table_is_value_line(key)) {
            if (end > first_end(d, lines))
                k->role = ROLE_IGNORED;
        } else if (end <= d->t->last_row &&
                   columns_count(d, ROLE_KPI) +
                           columns_count(d, ROLE_NAME) == 0 &&
                   repeats_lines(d, end, lines)) {
            k->role = ROLE_KPI;
            k->why = "content";
        }
    }
}

/* 事業名 | 区分 above 量の見込み and 確保方策, with 計画 and 実績 for each: what a
 * project is divided into in front of its figures is the indicator. */
void columns_division(deciding *d)
{
    size_t level = SIZE_MAX, figures = SIZE_MAX;

    if (columns_count(d, ROLE_ACTUAL) == 0 ||
        columns_count(d, ROLE_PLANNED) + columns_count(d, ROLE_TARGET) == 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        role r = d->columns[i].role;

        if (role_is_level(r) && figures == SIZE_MAX)
            level = i;
        if ((r == ROLE_ACTUAL || r == ROLE_PLANNED || r == ROLE_TARGET) &&
            figures == SIZE_MAX)
            figures = i;
    }
    for (size_t i = level + 1; level != SIZE_MAX && i < figures; i++) {
        table_column *k = &d->columns[i];
        content n = column_sample(d, k->col);

        if (k->role != ROLE_BREAKDOWN || n.cells < 2 ||
            !content_mostly(n.names, &n) ||
            n.cells <= column_sample(d, d->columns[level].col).cells)
            continue;
        k->role = ROLE_KPI;
        k->why = "content";
        return;
    }
}
