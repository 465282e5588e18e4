/*
 * table_units.c - columns of units and kinds that their words do not tell
 */
#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/table/table_parts.h"

/* A column without a word of its own behind the names: t, 人, ％. */
static bool holds_units(const deciding *d, uint32_t col)
{
    unsigned cells = 0;

    for (uint32_t row = d->t->first_row;
         row <= d->t->last_row && row < d->view->grid->rows; row++) {
        text t = view_text(d->view, row, col);

        if (t.length > 0 && !unit_word(d->memory, t))
            return false;
        cells += t.length > 0;
    }
    return cells > 0;
}

void columns_units(deciding *d)
{
    if (columns_count(d, ROLE_UNIT) > 0)
        return;
    for (size_t i = 1; i < d->count; i++) {
        table_column *k = &d->columns[i];

        if ((k->role != ROLE_NONE && /* 指標（単位） above both */
             (k->role != ROLE_BREAKDOWN || strcmp(k->why, "content") != 0)) ||
            k[-1].role != ROLE_KPI || k->years.to != 0 ||
            !holds_units(d, k->col))
            continue;
        k->role = ROLE_UNIT;
        k->why = "content";
    }
}

void columns_kinds(deciding *d)
{
    if (columns_count(d, ROLE_PROJECT) > 0)
        return;
    for (size_t i = 0; i < d->count; i++) {
        table_column *k = &d->columns[i];
        content n;

        if (k->role == ROLE_KPI)
            return; /* behind the names it is the indicator's */
        if (k->role != ROLE_KIND)
            continue;
        n = column_sample(d, k->col);
        if (n.kinds + n.totals > 0 || n.cells == 0 ||
            n.names * 4 < n.cells * 3)
            continue;
        k->role = columns_count(d, ROLE_KPI) == 0 ? ROLE_KPI : ROLE_PROJECT;
        k->rank = 30;
        k->why = "content";
        return;
    }
}
