/*
 * table_groups.c - is a cell merged over several columns the head of a group?
 */
#include "ingest/table/table_find_parts.h"

#include "wording/glyph.h"

/* 現状値（R1） | 786人: a figure beside its label, over columns of another row
 * below. */
static bool is_value_beside(const finder *f, uint32_t row, uint32_t col)
{
    const header_word *w;

    if (col == 0 || !view_filled(f->view, row, col - 1) ||
        !finder_is_typed_figure(f, row, col))
        return false;
    w = finder_word(f, row, view_range(f->view, row, col - 1).col);
    return w->exact && role_is_figure(w->role);
}

/* 数値目標 | R4実績 | 達成率 side by side: the first is a figure like the others,
 * where none of them is the target. */
static bool is_aim(const finder *f, uint32_t row, uint32_t col, uint32_t last)
{
    bool measured = false;

    if (text_find(view_text(f->view, row, col), "数値目標", 0) == SIZE_MAX)
        return false;
    for (uint32_t c = view_next(f->view, row, col + 1); c <= last;
         c = view_next(f->view, row, c + 1)) {
        role r = finder_word(f, row, c)->role;

        if (r == ROLE_KPI || r == ROLE_TARGET || role_is_level(r))
            return false;
        measured = measured || r == ROLE_ACTUAL;
    }
    return measured;
}

/* 98%, ／: what a line of figures has, merged over columns of another table. */
static bool is_line_cell(const finder *f, uint32_t row, uint32_t col)
{
    text t = view_text(f->view, row, col);
    size_t next;

    switch (glyph_at(t, 0, &next)) {
    case GLYPH_DIGIT:
        return !finder_word(f, row, col)->year_only &&
               finder_is_typed_figure(f, row, col);
    case GLYPH_SLASH: case GLYPH_DASH:
        return next == t.length;
    default:
        return false;
    }
}

/* 体系 or 基本情報 over the columns of levels: it says what they are together. */
static bool names_levels(text t)
{
    static const char *const words[] = { "体系", "計画体系", "計画の体系",
                                         "基本情報" };

    return text_in(t, words, sizeof(words) / sizeof(*words));
}

/* A cell over several columns whose children are all roles or years, or names
 * of such. An indicator's name is above figures, never above 指標名 or 事業名. */
bool finder_is_group(const finder *f, uint32_t row, uint32_t col)
{
    merge_range m = view_range(f->view, row, col);
    const header_word *own;
    unsigned children = 0;
    bool name;

    if (m.last_col == m.col || m.last_row + 1 >= f->view->grid->rows ||
        text_ends(view_text(f->view, row, m.col), "。") ||
        is_value_beside(f, row, m.col) || is_line_cell(f, row, m.col))
        return false;
    own = finder_word(f, row, col);
    name = own->role == ROLE_NONE && !own->year_only &&
           !names_levels(view_text(f->view, row, m.col));
    for (uint32_t c = view_next(f->view, m.last_row + 1, m.col);
         c <= m.last_col; c = view_next(f->view, m.last_row + 1, c + 1)) {
        const header_word *w = finder_word(f, m.last_row + 1, c);

        if (name && finder_states_aim(f, m.last_row + 1, c)) {
            children++;
            continue;
        }
        if (w->role == ROLE_NONE && !w->year_only &&
            view_range(f->view, m.last_row + 1, c).last_col == c)
            return false;
        if (name && (role_is_level(w->role) ||
                     (w->role == ROLE_KPI &&
                      !is_aim(f, m.last_row + 1, c, m.last_col))))
            return false;
        children += w->role != ROLE_NONE || w->year_only ||
                    w->unit.length > 0 ||
                    (children == 0 && finder_is_group(f, m.last_row + 1, c));
        if (c == m.last_col)
            break;
    }
    return children > 0;
}

bool finder_heads_others(const finder *f, const table *t, uint32_t row)
{
    unsigned words = 0;

    for (uint32_t c = view_next(f->view, row, 0); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1))
        words += (c < t->col || c > t->last_col) &&
                 finder_word(f, row, c)->exact;
    return words > 1;
}
