/*
 * moved_cells.c - cells of a sheet that are read as if they stood elsewhere
 */
#include "ingest/moved_cells.h"

#include <stdlib.h>
#include <string.h>

struct moved_cell {
    uint32_t row, col;
    size_t index; /* in the order that they were noted in */
    place at;
};

bool moved_cells_note(reader *r, arena *a, uint32_t row, uint32_t col,
                      uint32_t from_row, uint32_t from_col)
{
    struct moved_cell *m = arena_push(a, (void **)&r->moved, &r->moved_count,
                                      &r->moved_capacity, sizeof(*m));

    if (m != NULL)
        *m = (struct moved_cell){ row, col, r->moved_count - 1,
                                  view_place(&r->view, from_row, from_col) };
    return m != NULL;
}

/* By place, and the first that was noted in front. */
static int by_place(const void *left, const void *right)
{
    const struct moved_cell *a = left, *b = right;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    if (a->col != b->col)
        return a->col < b->col ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* Thousands of places are looked for among thousands of cells. */
static void put_back(const reader *r, place *p)
{
    size_t low = 0, high = r->moved_count;

    if (!p->has_cell)
        return;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct moved_cell *m = &r->moved[middle];

        if (m->row < p->row || (m->row == p->row && m->col < p->col))
            low = middle + 1;
        else
            high = middle;
    }
    if (low < r->moved_count && r->moved[low].row == p->row &&
        r->moved[low].col == p->col &&
        strcmp(p->sheet, r->moved[low].at.sheet) == 0)
        *p = r->moved[low].at;
}

void moved_cells_back(reader *r, const reader_state *before)
{
    dataset *d = r->data;

    if (r->moved_count == 0)
        return;
    qsort(r->moved, r->moved_count, sizeof(*r->moved), by_place);
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
