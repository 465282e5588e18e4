/*
 * table_tally.c - a count of grades beside a table: no part of its lines
 *
 *     事業名 | 担当局 | KPI | 目標 | 実績 | 評価 | | 評価 | 区分     | 事業数
 *     就職   | 産業局 | …   |      |      | C    | | A    | 120%以上 | 1
 *     研修   | 産業局 | …   |      |      | A    | | B    | 100%以上 | 2
 *
 * It begins behind a column that holds nothing, with a word that the table
 * has as well (評価, 担当局), names each once and has a number beside it.
 */
#include "ingest/table/table_parts.h"

enum { TALLY_ROWS = 16 };

/* Nothing stands in a column, in the header or below it. */
static bool is_gap(const deciding *d, const table_column *k)
{
    for (uint32_t row = d->t->top;
         row <= d->t->last_row && row < d->view->grid->rows; row++)
        if (view_filled(d->view, row, k->col))
            return false;
    return true;
}

/* Each of its words stands once. */
static bool names_each_once(const deciding *d, uint32_t col)
{
    text seen[TALLY_ROWS];
    size_t count = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_text(d->view, row, col);

        if (t.length == 0)
            continue;
        if (count == TALLY_ROWS)
            return false;
        for (size_t i = 0; i < count; i++)
            if (text_equal(seen[i], t))
                return false;
        seen[count++] = t;
    }
    return count > 1;
}

/* From here on: such a word, no names or figures of indicators, and a
 * number. */
static bool counts_from(const deciding *d, size_t first)
{
    const table_column *head = &d->columns[first];
    bool again = false, counted = false;

    for (size_t i = 0; i < first; i++)
        again = again || (d->columns[i].exact &&
                          d->columns[i].role == head->role);
    if (!again || !head->exact || role_is_level(head->role))
        return false;
    for (size_t i = first; i < d->count; i++) {
        const table_column *k = &d->columns[i];
        content n = column_sample(d, k->col);

        if ((k->exact && (role_is_level(k->role) || k->role == ROLE_KPI)) ||
            role_is_figure(k->role) || k->years.to != 0)
            return false; /* 事業数 only looks like a project */
        counted = counted || (i > first && n.numbers > 1 &&
                              content_mostly(n.numbers, &n));
    }
    return counted && names_each_once(d, head->col);
}

void columns_drop_tally(deciding *d)
{
    for (size_t i = 1; i + 2 < d->count; i++)
        if (d->columns[i].header[0] == '\0' && counts_from(d, i + 1) &&
            is_gap(d, &d->columns[i])) {
            d->count = i;
            d->t->last_col = d->columns[i].col - 1;
            return;
        }
}
