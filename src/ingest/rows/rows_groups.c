/*
 * rows_groups.c - projects that the header names above their indicators
 *
 *     年度 | 里山の保全                     | 夜の催し
 *          | 参加者数（人） | 植樹本数（本） | 来場者数（人）
 *          | 目標 | 実績    | 目標 | 実績    | 目標 | 実績
 *     R3   | 40   | 38      | 200  | 210     | 400  | 380
 */
#include <string.h>

#include "ingest/rows/rows_parts.h"

/* The header's first column of a block that names its project. */
static const table_column *group_of(const table *t, unsigned block)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->columns[i].block == block &&
            t->columns[i].kpi_group.length > 0)
            return &t->columns[i];
    return NULL;
}

/* Lines are years, and the header has a name more than the indicators'. */
static bool is_grouped(const rows_reader *w)
{
    const table *t = w->table;
    const table_column *first = group_of(t, 1);
    bool others = false;

    if (t->blocks < 2 || first == NULL || w->project != NULL ||
        w->span_count != 1 || table_column_any(t, ROLE_YEAR) == NULL ||
        table_column_any(t, ROLE_KPI) != NULL)
        return false;
    for (unsigned block = 2; block <= t->blocks; block++) {
        const table_column *k = group_of(t, block);

        others = others || (k != NULL &&
                            !text_equal(k->kpi_group, first->kpi_group));
    }
    return others;
}

bool rows_groups(rows_reader *w)
{
    project_span all;

    if (!is_grouped(w))
        return true;
    all = w->spans[0];
    w->span_count = 0;
    w->group_of = arena_array(w->reader->memory, (size_t)w->table->blocks + 1,
                              sizeof(*w->group_of));
    if (w->group_of == NULL)
        return false;
    for (unsigned block = 1; block <= w->table->blocks; block++) {
        const table_column *k = group_of(w->table, block);
        size_t n = 0;

        if (k == NULL) { /* its cell was left empty: as the one in front */
            w->group_of[block] = w->group_of[block - 1];
            continue;
        }
        while (n < w->span_count &&
               !text_equal(w->spans[n].name, k->kpi_group))
            n++;
        if (n == w->span_count) {
            project_span *span = arena_push(w->reader->memory,
                                            (void **)&w->spans,
                                            &w->span_count,
                                            &w->span_capacity, sizeof(*span));

            if (span == NULL)
                return false;
            *span = all;
            span->name = k->kpi_group;
            span->head_row = w->table->top;
            span->head_col = k->col + 1;
        }
        w->group_of[block] = n;
    }
    return true;
}
