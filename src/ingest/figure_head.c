/*
 * figure_head.c - a header whose only names are in its first column
 */
#include "ingest/figure_head.h"

enum { FIGURES_MIN = 2 };

bool figure_head_at(reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    unsigned figures = 0;

    for (uint32_t c = col; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        const header_word *w;

        if (view_cell(v, row, c)->type != CELL_STRING)
            return false;
        if (!table_may_be_word(v, r->roles, row, c, r->context_year))
            continue;
        w = table_word(v, r->roles, row, c, r->context_year);
        if (c > col && w->exact &&
            (w->role == ROLE_KPI || role_is_level(w->role)))
            return false;
        figures += c > col && (w->exact || w->year_only) &&
                   (role_is_figure(w->role) || w->year_only);
    }
    return figures >= FIGURES_MIN;
}

bool figure_head_names_projects(const reader *r, uint32_t row, uint32_t col)
{
    text t = view_text(&r->view, row, col);

    return text_find(t, "事業", 0) != SIZE_MAX ||
           text_find(t, "取組", 0) != SIZE_MAX;
}
