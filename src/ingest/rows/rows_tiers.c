/*
 * rows_tiers.c - rows of a table with all levels in one column
 */
#include "ingest/rows/rows_parts.h"
#include "ingest/table/table_tiers.h"

static role tier_of(const rows_reader *w, uint32_t row)
{
    return w->project == NULL
               ? ROLE_NONE
               : table_tier(w->table, &w->reader->view, w->reader->roles, row,
                            w->reader->context_year);
}

/* What a row names is in force down to the next one that is no further in. */
bool rows_take_tier(rows_reader *w, uint32_t row)
{
    static const table_column level = { .header = "" };
    role tier = tier_of(w, row);
    size_t at = 0;

    while (at < LEVELS && rows_level_roles[at] != tier)
        at++;
    for (size_t i = at; i < LEVELS; i++) {
        w->levels[i] = &level;
        w->labels[i] = text_of("");
    }
    if (at < LEVELS)
        w->labels[at] = text_trim(view_text(&w->reader->view, row,
                                            w->project->col));
    return tier != ROLE_NONE;
}

bool rows_tier_alone(const rows_reader *w, uint32_t row)
{
    const sheet_view *v = &w->reader->view;
    role tier = tier_of(w, row);

    if (tier == ROLE_NONE || tier == ROLE_PROJECT)
        return false;
    for (size_t i = 0; i < w->table->count; i++) {
        const table_column *k = &w->table->columns[i];

        if ((k->role == ROLE_KPI || role_is_figure(k->role)) &&
            view_begins(v, row, k->col) && view_filled(v, row, k->col))
            return false;
    }
    return true;
}

/* Of a goal it is its own name. */
void rows_leave_tier(const rows_reader *w, project_span *span)
{
    role tier = w->table->tier_count > 0 ? tier_of(w, span->row) : ROLE_NONE;

    for (size_t i = 1; i < LEVELS && tier != ROLE_NONE; i++)
        if (rows_level_roles[i] == tier)
            span->labels[i] = text_of("");
}
