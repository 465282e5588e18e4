/*
 * grant_wrapped.c - years that go on below the figures of the first ones
 *
 *     指標1 | 利用者数 | 単位（人） | H28 | H29 | H30
 *     ^     | ^        | ^          | 520 | 604 | 632
 *     ^     | ^        | ^          | R元 | R2  | R3
 *     ^     | ^        | ^          | 640 | 655 | 671
 *
 * The label at the side is merged down over all of them.
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

bool form_wraps_years(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    merge_range side = view_range(v, row, f->table->col);
    unsigned years = 0;

    if (side.row > f->table->bottom || side.last_row <= row)
        return false;
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const table_column *k;

        if (!view_begins(v, row, c))
            continue;
        k = table_column_at(f->table, c);
        if (k == NULL || k->years.to == 0 || !form_label(f, row, c)->year_only)
            return false;
        years++;
    }
    return years > 0;
}

/* The table with the years of a line instead of its header's. False: no
 * memory. */
static bool with_years(const form *f, table *out, uint32_t row)
{
    const table *t = f->table;

    *out = *t;
    out->held = 0;
    out->columns = arena_array(f->reader->memory, t->count + 1,
                               sizeof(*out->columns));
    if (out->columns == NULL)
        return false;
    memcpy(out->columns, t->columns, t->count * sizeof(*out->columns));
    for (size_t i = 0; i < t->count; i++) {
        table_column *k = &out->columns[i];

        if (k->years.to != 0 && view_begins(&f->reader->view, row, k->col) &&
            view_filled(&f->reader->view, row, k->col))
            k->years = form_label(f, row, k->col)->years;
        else if (form_is_figure(k->role))
            k->role = ROLE_IGNORED;
    }
    return true;
}

static void add_actuals(reader *r, kpi *k, const kpi *more)
{
    actual *all = arena_array(r->memory, k->actual_count + more->actual_count +
                                             1, sizeof(*all));

    if (all == NULL) {
        r->failed = true;
        return;
    }
    if (k->actual_count > 0)
        memcpy(all, k->actuals, k->actual_count * sizeof(*all));
    if (more->actual_count > 0)
        memcpy(all + k->actual_count, more->actuals,
               more->actual_count * sizeof(*all));
    k->actuals = all;
    k->actual_count += more->actual_count;
}

void form_take_wrapped(form *f, kpi *k)
{
    uint32_t last = view_range(&f->reader->view, f->table->top,
                               f->table->col).last_row;

    for (uint32_t row = f->table->first_row; row < last; row++) {
        uint32_t below = row + 1;
        segment line = { .rows = &below, .count = 1 };
        table own;
        kpi_list one;

        if (!form_wraps_years(f, row))
            continue;
        if (!with_years(f, &own, row)) {
            f->reader->failed = true;
            return;
        }
        line.table = &own;
        if (kpi_build(f->reader, &one, &line, 1, 0, 0, NULL, k->name) &&
            one.count == 1)
            add_actuals(f->reader, k, &one.items[0]);
        row = below;
    }
}
