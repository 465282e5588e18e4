/*
 * header_repeats.c - indicators that stand below each fact in a header
 */
#include "ingest/table/header_repeats.h"

/* A head above several columns: what its words are. */
static const header_word *head_above(const sheet_view *v, header_roles *roles,
                                     const table *t, uint32_t row,
                                     uint32_t col, int context_year,
                                     merge_range *m)
{
    if (row <= t->top)
        return NULL;
    *m = view_range(v, row - 1, col);
    if (m->last_col == m->col || m->last_row != row - 1)
        return NULL;
    return table_word(v, roles, row - 1, m->col, context_year);
}

static bool is_indicator(const sheet_view *v, header_roles *roles,
                         uint32_t row, uint32_t col, int context_year)
{
    static const char *const kinds[] = { "活動", "成果", "アウトプット",
                                         "アウトカム", "主", "副", "主要",
                                         "その他" };

    return view_filled(v, row, col) &&
           (table_word(v, roles, row, col, context_year)->role == ROLE_KPI ||
            text_in(view_text(v, row, col), kinds,
                    sizeof(kinds) / sizeof(*kinds)));
}

/* Do the same words stand below a head of names as well as below one of
 * figures? */
static bool stands_below_both(const sheet_view *v, header_roles *roles,
                              const table *t, text words, int context_year)
{
    bool names = false, figures = false;
    merge_range m;

    for (uint32_t row = t->top + 1; row <= t->bottom; row++)
        for (uint32_t c = view_next(v, row, t->col);
             c <= t->last_col && !(names && figures);
             c = view_next(v, row, c + 1)) {
            const header_word *head;

            if (!text_equal(view_text(v, row, c), words))
                continue;
            head = head_above(v, roles, t, row, c, context_year, &m);
            if (head == NULL)
                continue;
            names = names || head->role == ROLE_KPI ||
                    head->role == ROLE_NAME;
            figures = figures || role_is_figure(head->role) ||
                      head->has_year;
        }
    return names && figures;
}

unsigned header_repeats_index(const sheet_view *v, header_roles *roles,
                              const table *t, uint32_t row, uint32_t col,
                              int context_year)
{
    merge_range m;
    text words = view_text(v, row, col);
    unsigned index = 0, count = 0;

    if (row <= t->top || !is_indicator(v, roles, row, col, context_year) ||
        head_above(v, roles, t, row, col, context_year, &m) == NULL)
        return 0;
    for (uint32_t c = m.col; c <= m.last_col;
         c = view_range(v, row, c).last_col + 1) {
        if (!is_indicator(v, roles, row, c, context_year))
            return 0;
        count++;
        if (c == view_range(v, row, col).col)
            index = count;
    }
    return count > 1 &&
                   stands_below_both(v, roles, t, words, context_year)
               ? index : 0;
}
