/*
 * moved_cells.c - cells of a sheet that are read as if they stood elsewhere
 */
#include "ingest/moved_cells.h"

#include <string.h>

struct moved_cell {
    uint32_t row, col;
    place at;
};

bool moved_cells_note(reader *r, arena *a, uint32_t row, uint32_t col,
                      uint32_t from_row, uint32_t from_col)
{
    struct moved_cell *m = arena_push(a, (void **)&r->moved, &r->moved_count,
                                      &r->moved_capacity, sizeof(*m));

    if (m != NULL)
        *m = (struct moved_cell){ row, col,
                                  view_place(&r->view, from_row, from_col) };
    return m != NULL;
}

static void put_back(const reader *r, place *p)
{
    for (size_t i = 0; i < r->moved_count; i++)
        if (p->row == r->moved[i].row && p->col == r->moved[i].col &&
            p->has_cell && strcmp(p->sheet, r->moved[i].at.sheet) == 0)
            *p = r->moved[i].at;
}

void moved_cells_back(reader *r, const reader_state *before)
{
    dataset *d = r->data;

    if (r->moved_count == 0)
        return;
    for (size_t i = before->projects; i < d->project_count; i++) {
        put_back(r, &d->projects[i].where);
        for (size_t k = 0; k < d->projects[i].kpi_count; k++)
            put_back(r, &d->projects[i].kpis[k].where);
    }
    for (size_t i = before->findings; i < d->findings.count; i++)
        put_back(r, &d->findings.items[i].where);
    r->moved = NULL;
    r->moved_count = r->moved_capacity = 0;
}
