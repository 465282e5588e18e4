/*
 * table_repeats.c - lists of one line for each indicator and year: are the
 * targets there the years' own?
 *
 * The indicator's name stands on each line, below each other or, in a list
 * sorted by year, apart. Its target is a year's only where it ever changes.
 */
#include "ingest/table/table_parts.h"

enum { REPEAT_ROWS = 400, APART_ROWS = 8 };

typedef struct lines {
    const sheet_view *view;
    const table_column *project, *kpi, *year, *aim;
    uint32_t first, end; /* rows */
} lines;

static bool differ(const lines *l, const table_column *k, uint32_t a,
                   uint32_t b)
{
    return k != NULL && view_filled(l->view, a, k->col) &&
           view_filled(l->view, b, k->col) &&
           !text_equal(view_text(l->view, a, k->col),
                       view_text(l->view, b, k->col));
}

/* Two years of one indicator, whose name both lines have. */
static bool are_years(const lines *l, uint32_t a, uint32_t b)
{
    return view_begins(l->view, b, l->kpi->col) &&
           view_filled(l->view, b, l->kpi->col) &&
           text_equal(view_text(l->view, a, l->kpi->col),
                      view_text(l->view, b, l->kpi->col)) &&
           differ(l, l->year, a, b) && !differ(l, l->project, a, b);
}

static bool same_target(const lines *l, uint32_t a, uint32_t b)
{
    return text_equal(view_text(l->view, a, l->aim->col),
                      view_text(l->view, b, l->aim->col));
}

/* The lines that stand apart, of the first indicators. */
static bool repeats_apart(const lines *l)
{
    unsigned repeated = 0;

    for (uint32_t a = l->first; a < l->end && a - l->first < APART_ROWS; a++)
        for (uint32_t b = a + 1; b < l->end; b++) {
            if (!are_years(l, a, b))
                continue;
            if (!same_target(l, a, b))
                return false;
            repeated++;
        }
    return repeated > 0;
}

bool table_repeats_targets(const deciding *d)
{
    const table *t = d->t;
    lines l = { .view = d->view, .first = t->first_row,
                .project = table_column_any(t, ROLE_PROJECT),
                .kpi = table_column_any(t, ROLE_KPI),
                .year = table_column_any(t, ROLE_YEAR),
                .aim = table_column_any(t, ROLE_TARGET) };
    unsigned repeated = 0;

    if (l.kpi == NULL || l.aim == NULL || l.year == NULL ||
        t->last_row < t->first_row)
        return false;
    l.end = t->last_row + 1 < d->view->grid->rows ? t->last_row + 1
                                                  : d->view->grid->rows;
    if (l.end > l.first + REPEAT_ROWS)
        l.end = l.first + REPEAT_ROWS;
    for (uint32_t row = l.first + 1; row < l.end; row++) {
        if (!are_years(&l, row - 1, row))
            continue;
        if (!same_target(&l, row - 1, row))
            return false;
        repeated++;
    }
    return repeated > 0 || repeats_apart(&l);
}
