/*
 * header_repeats.c - indicators that stand below each fact in a header
 */
#include "ingest/table/header_repeats.h"

#include "wording/glyph.h"

/* No clerk's header is wider; to look through one costs its square. */
enum { MOST_COLUMNS = 400 };

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

/* 活動指標名 or 活動指標（単位）: 活動, as below a year where it is but 活動. */
static text stem(text t)
{
    static const text ends[] = { TEXT_WORD("名"), TEXT_WORD("指標") };

    for (size_t at = 0, next; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_OPEN)
            t = text_trim(text_cut(t, 0, at));
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (t.length > ends[i].length && text_ends(t, ends[i].bytes))
            t = text_cut(t, 0, t.length - ends[i].length);
    return t;
}

/* A column of names alone: its cell goes down the whole header. */
static bool is_own_column(const sheet_view *v, header_roles *roles,
                          const table *t, uint32_t row, uint32_t col,
                          int context_year)
{
    merge_range m = view_range(v, row, col);

    return row == t->top && m.col == m.last_col &&
           view_filled(v, row, col) &&
           (m.last_row >= t->bottom ||
            view_next(v, m.last_row + 1, col) != col) &&
           table_word(v, roles, row, col, context_year)->role == ROLE_KPI;
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

/* The place of an indicator among those below a head, from 1; 0: it stands
 * alone, or other things stand there too. */
static unsigned place_below(const sheet_view *v, header_roles *roles,
                            merge_range head, uint32_t row, uint32_t col,
                            int context_year)
{
    unsigned index = 0, count = 0;

    for (uint32_t c = head.col; c <= head.last_col;
         c = view_range(v, row, c).last_col + 1) {
        if (!is_indicator(v, roles, row, c, context_year))
            return 0;
        count++;
        if (c == view_range(v, row, col).col)
            index = count;
    }
    return count > 1 ? index : 0;
}

/* Where the words of an indicator stand in the header. */
typedef struct stands {
    bool names;      /* below a head of names, or above a column of them */
    unsigned figures; /* their place below a head of figures, from 1 */
} stands;

static stands find_stands(const sheet_view *v, header_roles *roles,
                          const table *t, text words, int context_year)
{
    stands found = { false, 0 };

    for (uint32_t row = t->top; row <= t->bottom; row++)
        for (uint32_t c = view_next(v, row, t->col);
             c <= t->last_col && !(found.names && found.figures != 0);
             c = view_next(v, row, c + 1)) {
            const header_word *head;
            merge_range m;

            if (!text_equal(stem(view_text(v, row, c)), words))
                continue;
            head = head_above(v, roles, t, row, c, context_year, &m);
            if (head == NULL)
                found.names = found.names ||
                              is_own_column(v, roles, t, row, c,
                                            context_year);
            else if (head->role == ROLE_KPI || head->role == ROLE_NAME)
                found.names = true;
            else if (found.figures == 0 &&
                     (role_is_figure(head->role) || head->has_year))
                found.figures = place_below(v, roles, m, row, c,
                                            context_year);
        }
    return found;
}

unsigned header_repeats_index(const sheet_view *v, header_roles *roles,
                              const table *t, uint32_t row, uint32_t col,
                              int context_year)
{
    merge_range m;
    unsigned below = 0;
    bool own = false;
    stands found;

    if (t->last_col - t->col >= MOST_COLUMNS ||
        !is_indicator(v, roles, row, col, context_year))
        return 0;
    if (head_above(v, roles, t, row, col, context_year, &m) != NULL)
        below = place_below(v, roles, m, row, col, context_year);
    else
        own = t->bottom > t->top &&
              is_own_column(v, roles, t, row, col, context_year);
    if (below == 0 && !own)
        return 0;
    found = find_stands(v, roles, t, stem(view_text(v, row, col)),
                        context_year);
    return !found.names || found.figures == 0 ? 0
           : own                              ? found.figures
                                              : below;
}
