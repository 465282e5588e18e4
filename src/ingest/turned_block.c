/*
 * turned_block.c - indicators side by side above years, among other tables
 */
#include "ingest/turned_block.h"

enum { NAMES_MIN = 2, YEARS_MIN = 2 };

static const header_word *word_at(reader *r, uint32_t row, uint32_t col)
{
    return table_word(&r->view, r->roles, row, col, r->context_year);
}

/* 年度 or 指標名, and beside it names alone. *names counts them. */
static bool heads_names(reader *r, uint32_t row, uint32_t first,
                        unsigned *names)
{
    const sheet_view *v = &r->view;
    const header_word *w;

    *names = 0;
    for (uint32_t c = view_next(v, row, first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        if (view_cell(v, row, c)->type != CELL_STRING ||
            view_range(v, row, c).last_row > row)
            return false;
        w = word_at(r, row, c);
        if (w->role != ROLE_NONE || w->year_only || w->year_named)
            return false;
        ++*names;
    }
    if (*names < NAMES_MIN)
        return false;
    w = word_at(r, row, first);
    return w->exact && (w->role == ROLE_YEAR || w->role == ROLE_KPI ||
                        w->role == ROLE_LINE || w->role == ROLE_NAME ||
                        w->role == ROLE_IGNORED);
}

/* A year or what its figures are, each with a cell below two names. */
static bool is_line(reader *r, uint32_t row, uint32_t first, bool *year)
{
    const sheet_view *v = &r->view;
    const header_word *w;
    unsigned cells = 0;

    if (view_next(v, row, 0) != first)
        return false;
    w = word_at(r, row, first);
    *year = w->year_only || (w->has_year && w->role != ROLE_NONE);
    for (uint32_t c = view_next(v, row, first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        cells++;
    return cells >= NAMES_MIN &&
           (*year || (w->exact && (role_is_figure(w->role) ||
                                   w->role == ROLE_UNIT ||
                                   w->role == ROLE_RATE ||
                                   w->role == ROLE_GRADE ||
                                   w->role == ROLE_DIVISION ||
                                   w->role == ROLE_REMARK ||
                                   w->role == ROLE_IGNORED)));
}

bool turned_block_at(reader *r, uint32_t row, uint32_t *end)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);
    unsigned names, years = 0;
    bool year;

    *end = row;
    if (first == UINT32_MAX || view_cell(v, row, first)->type != CELL_STRING ||
        view_next(v, row, first + 1) == UINT32_MAX ||
        !heads_names(r, row, first, &names))
        return false;
    for (row++; row < v->grid->rows &&
                view_next(v, row, 0) != UINT32_MAX; row++) {
        if (!is_line(r, row, first, &year))
            return false;
        years += year;
    }
    *end = row;
    return years >= YEARS_MIN;
}
