/*
 * table_aims.c - where an indicator began and what it aims at, in a header
 *
 *     年度 | 出店数（店）              | 来場者数（人）
 *          | R5基準値 4　R9目標 22     | 60人（R5）→90人（R9）
 *          | 計画        | 実績        | 計画     | 実績
 *
 * or on the line below the name, in its cell.
 */
#include "ingest/table/table_find_parts.h"

#include "wording/glyph.h"
#include "wording/kpi_text.h"

enum { AIM_BYTES = 200 };

bool table_states_aim(arena *a, text t, int context_year)
{
    kpi_text *items;
    size_t count;

    return t.length <= AIM_BYTES && glyph_has_digit(t) &&
           (text_find(t, "目標", 0) != SIZE_MAX ||
            glyph_arrow(t) != SIZE_MAX) &&
           kpi_text_parse(a, &items, &count, t, context_year) && count == 1 &&
           items[0].has_target && items[0].name.length == 0 &&
           (items[0].has_baseline || items[0].target_years.to != 0);
}

bool table_aim_below(arena *a, text t, int context_year, text *name, text *aim)
{
    size_t line = text_find(t, "\n", 0);

    if (line == SIZE_MAX)
        return false;
    *name = text_trim(text_cut(t, 0, line));
    *aim = text_trim(text_from(t, line));
    return name->length > 0 && table_states_aim(a, *aim, context_year);
}

bool finder_states_aim(const finder *f, uint32_t row, uint32_t col)
{
    text t, name, aim;

    if (view_range(f->view, row, col).last_col == col)
        return false;
    t = view_text(f->view, row, col);
    return table_states_aim(f->memory, t, f->context_year) ||
           table_aim_below(f->memory, t, f->context_year, &name, &aim);
}
