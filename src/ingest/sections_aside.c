/*
 * sections_aside.c - words written downwards beside the parts of a form
 */
#include "ingest/sections_aside.h"

#include <string.h>

#include "ingest/table/grid_turn.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { WORD_BYTES = 30, PARTS_MIN = 3 };

/* The column of what stands right of all lines of a merged range; UINT32_MAX
 * where these begin in several. */
static uint32_t column_beside(const sheet_view *v, const merge_range *m)
{
    uint32_t col = view_next(v, m->row, m->last_col + 1);

    if (col != m->last_col + 1)
        return UINT32_MAX;
    for (uint32_t row = m->row + 1; row <= m->last_row; row++) {
        uint32_t next = view_next(v, row, 0);

        if (next != col && next != UINT32_MAX && next > m->last_col &&
            !view_hangs(v, row, col)) /* from 活動指標 over several lines */
            return UINT32_MAX;
    }
    return col;
}

/* Written downwards, first in its line. */
static inline bool is_part(const sheet_view *v, const merge_range *m)
{
    const grid *g = v->grid;
    const cell *c;
    text t;

    if (m->last_row == m->row || m->row >= g->rows ||
        g->row_start[m->row] == g->row_start[m->row + 1])
        return false;
    c = &g->cells[g->row_start[m->row]];
    if (c->col != m->col || c->type != CELL_STRING ||
        c->value.length > WORD_BYTES || c->value.length == 0 ||
        ascii_is_digit(c->value.bytes[c->value.length - 1]))
        return false;
    t = view_cell_text(v, c);
    return t.length > 0 && t.length <= WORD_BYTES && !glyph_has_digit(t);
}

/* PLAN¶（計画）, Do 実施, 評価（CHECK）: a part of the cycle that any form goes
 * through. */
static bool names_cycle(text key)
{
    static const char *const words[] = { "plan", "do", "check", "action",
                                         "act" };
    size_t next;

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        size_t n = strlen(words[i]);

        if (text_starts(key, words[i]) &&
            (key.length == n || glyph_at(key, n, &next) == GLYPH_OPEN ||
             glyph_at(key, n, &next) == GLYPH_KANJI))
            return true;
        if (key.length > n + 2 && text_ends(key, ")") &&
            text_is(text_cut(key, key.length - n - 1, key.length - 1),
                    words[i]) &&
            glyph_class_before(key, key.length - n - 1) == GLYPH_OPEN)
            return true;
    }
    return false;
}

static bool is_of_cycle(const reader *r, arena *a, const merge_range *m)
{
    text key, t = view_text(&r->view, m->row, m->col); /* kept by the view */
    arena_mark mark = arena_get_mark(a);
    bool named = fold_key(a, &key, t) && names_cycle(key);

    arena_rewind(a, mark);
    return named;
}

/* 年度 or 指標名 beside the first line: a table, and no figures of what the word
 * says (実績 | 年度 | R5); but ＫＰＩの推移 says how all of it went. */
static bool heads_table(const reader *r, const merge_range *m, uint32_t col)
{
    const header_word *w = reader_word(r, m->row, m->col), *first;
    bool years = false;

    if (w->exact && role_is_figure(w->role) && w->role != ROLE_COST &&
        !text_ends(view_text(&r->view, m->row, m->col), "推移"))
        return false;
    first = reader_word(r, m->row, col);
    if (!first->exact || first->has_year)
        return false;
    if (first->role == ROLE_YEAR)
        return true;
    for (uint32_t row = m->row + 1; row <= m->last_row && !years; row++)
        years = reader_word(r, row, col)->exact &&
                reader_word(r, row, col)->role == ROLE_YEAR &&
                !reader_word(r, row, col)->has_year;
    return years && (first->role == ROLE_KPI || first->role == ROLE_NAME);
}

/* The parts of a form stand in one column, the name of its project beside one
 * of them. */
static bool are_parts(const reader *r, const grid *g, uint32_t col,
                      uint32_t beside)
{
    const sheet_view *v = &r->view;
    unsigned parts = 0;
    bool named = false;

    for (size_t i = 0; i < g->merge_count; i++) {
        const merge_range *m = &g->merges[i];

        if (m->col != col || !is_part(v, m) || column_beside(v, m) != beside)
            continue;
        parts++;
        for (uint32_t row = m->row; row <= m->last_row && !named; row++)
            named = view_next(v, row, m->last_col + 1) == beside &&
                    reader_word(r, row, beside)->exact &&
                    reader_word(r, row, beside)->role == ROLE_PROJECT;
    }
    return named && parts >= PARTS_MIN;
}

static bool drop(grid *made, const merge_range *m)
{
    for (size_t i = made->row_start[m->row]; i < made->row_start[m->row + 1];
         i++)
        if (made->cells[i].col == m->col) {
            made->cells[i].type = CELL_EMPTY;
            made->cells[i].value = text_of("");
            return true;
        }
    return false;
}

bool sections_aside_take(const grid **out, reader *r, arena *a, const grid *g)
{
    uint32_t known = UINT32_MAX, with = UINT32_MAX;
    grid *made = NULL;

    *out = g;
    for (size_t i = 0; i < g->merge_count; i++) {
        const merge_range *m = &g->merges[i];
        uint32_t col;

        if (m->last_row == m->row)
            continue; /* as most */
        if (!is_part(&r->view, m) ||
            (col = column_beside(&r->view, m)) == UINT32_MAX ||
            (!heads_table(r, m, col) && !is_of_cycle(r, a, m)))
            continue;
        if ((m->col != known || col != with) &&
            !are_parts(r, g, m->col, col))
            continue;
        known = m->col;
        with = col;
        if (made == NULL && !grid_copy_cells(&made, a, g))
            return false;
        if (drop(made, m))
            reader_ignore(r, m->row, m->row, "form-words",
                          view_text(&r->view, m->row, m->col));
    }
    if (made == NULL)
        return true;
    *out = made;
    return grid_index(made, a);
}
