/*
 * level_labels.c - a level's number in its label, of a form
 */
#include "ingest/level_labels.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/header/header_lookup.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { LINES_NEAR = 8 };

size_t level_labels_plan(text t)
{
    size_t next;

    for (size_t at = 0; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if ((glyph_is_space(c) || text_starts(text_from(t, at), "の")) &&
            header_plan_end(text_cut(t, 0, at)) > 0)
            return next;
    }
    return 0;
}

/* 施策 of まちづくり計画の施策, which is no header's word as it stands. */
static bool parse_plain(const reader *r, const cell *c, text t, text *word)
{
    const header_word *w;

    if (reader_word(r, c->row, c->col)->exact)
        return false;
    *word = text_trim(t);
    w = header_roles_find(r->roles, *word, r->context_year);
    return w->exact && role_is_level(w->role) && w->role != ROLE_PROJECT;
}

/* 施策 and 1-1 of 施策1-1, 【施策１】 and 施策1-1：; no number of 計画の施策. */
static bool parse(const reader *r, const cell *c, text *word, text *no)
{
    text t, title;
    const header_word *w;
    size_t next, front;

    if (!level_labels_may(c))
        return false;
    t = view_cell_text(&r->view, c);
    front = level_labels_plan(t);
    t = text_trim(text_from(t, front));
    if (!heading_has_word(heading_read(t, no, &title)) || no->length == 0 ||
        (title.length > 0 && !text_is(title, "】"))) {
        *no = text_of("");
        return front > 0 && parse_plain(r, c, t, word);
    }
    *word = text_trim(text_cut(t, 0, (size_t)(no->bytes - t.bytes)));
    if (glyph_at(*word, 0, &next) == GLYPH_OPEN)
        *word = text_from(*word, next);
    w = header_roles_find(r->roles, *word, r->context_year);
    return w->exact && role_is_level(w->role) && w->role != ROLE_PROJECT;
}

/* 担当課 | 健康課, or above it: a form's label, and no table's header. */
static bool is_form_label(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    const header_word *w, *beside;
    uint32_t next;

    if (!view_begins(v, row, col) || !view_filled(v, row, col) ||
        view_cell(v, row, col)->type != CELL_STRING)
        return false;
    w = reader_word(r, row, col);
    if (!w->exact || w->year_only || w->role == ROLE_NONE ||
        (role_is_level(w->role) && w->role != ROLE_PROJECT))
        return false;
    next = view_next(v, row, view_range(v, row, col).last_col + 1);
    if (next == UINT32_MAX)
        return true;
    beside = reader_word(r, row, next);
    return !beside->exact && !beside->year_only;
}

/* In the lines above and below, up to an empty one. */
static bool is_in_form(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;

    for (int way = -1; way <= 1; way += 2)
        for (uint32_t n = 1, at = row; n <= LINES_NEAR; n++) {
            at += (uint32_t)way;
            if (at >= v->grid->rows || view_next(v, at, 0) == UINT32_MAX)
                break;
            if (is_form_label(r, at, col))
                return true;
        }
    return false;
}

/* 施策1-1 | 母子保健の充実 | 評価 | A */
static bool is_told_beside(const reader *r, const cell *label,
                           const cell *title, text word)
{
    const sheet_view *v = &r->view;
    merge_range m = view_range(v, title->row, title->col);
    uint32_t next = view_next(v, title->row, m.last_col + 1);

    if (header_roles_find(r->roles, word, r->context_year)->role !=
        ROLE_MEASURE)
        return false;
    return title->row == label->row && next != UINT32_MAX &&
           is_form_label(r, title->row, next) &&
           view_next(v, title->row,
                     view_range(v, title->row, next).last_col + 1) !=
               UINT32_MAX;
}

/* Does a line begin with such a label? */
static bool begins_in_form(const reader *r, uint32_t row)
{
    uint32_t first = row < r->view.grid->rows ? view_next(&r->view, row, 0)
                                              : UINT32_MAX;
    const header_word *w = first == UINT32_MAX ? NULL
                                               : reader_word(r, row, first);

    return w != NULL && w->exact && !w->year_only &&
           (w->role == ROLE_PROJECT || !role_is_level(w->role));
}

/* 事業名 | 分野1 above 母子健診 | 子育て, and 事業期間 | … below those: labels above
 * their values. */
static bool is_above_value(const reader *r, const cell *label,
                           const cell *title)
{
    return title->row > label->row && begins_in_form(r, label->row) &&
           !begins_in_form(r, title->row) &&
           begins_in_form(r, title->row + 1);
}

/* Does the line above or below have its value there? */
static bool values_begin(const sheet_view *v, const cell *label, uint32_t col)
{
    for (uint32_t row = label->row - 1; row != label->row + 3; row += 2)
        if (row < v->grid->rows && view_begins(v, row, label->col) &&
            view_filled(v, row, label->col) &&
            view_next(v, row, view_range(v, row, label->col).last_col + 1) ==
                col)
            return true;
    return false;
}

/* The cell of the title: beside the label, else below it. NULL for none. */
static const cell *title_of(const reader *r, const cell *label)
{
    const sheet_view *v = &r->view;
    merge_range m = view_range(v, label->row, label->col);
    uint32_t next = view_next(v, label->row, m.last_col + 1);
    const cell *c = NULL;
    text word, no;

    if (next == m.last_col + 1 ||
        (next != UINT32_MAX && values_begin(v, label, next)))
        c = view_cell(v, label->row, next);
    if (c == NULL || parse(r, c, &word, &no)) {
        if (m.last_row + 1 >= v->grid->rows ||
            !view_begins(v, m.last_row + 1, label->col) ||
            !view_filled(v, m.last_row + 1, label->col))
            return NULL;
        c = view_cell(v, m.last_row + 1, label->col);
    }
    return c->type == CELL_STRING && !parse(r, c, &word, &no) &&
                   !reader_word(r, c->row, c->col)->exact
               ? c : NULL;
}

static cell *cell_at(grid *made, uint32_t row, uint32_t col)
{
    for (size_t i = made->row_start[row]; i < made->row_start[row + 1]; i++)
        if (made->cells[i].col == col)
            return &made->cells[i];
    return NULL;
}

bool level_labels_take(grid **made, reader *r, arena *a, const grid *g,
                       size_t index)
{
    const cell *c = &g->cells[index], *title;
    text word, no, said;
    char *joined;
    cell *to;

    if (!parse(r, c, &word, &no) || (title = title_of(r, c)) == NULL ||
        (!is_in_form(r, c->row, c->col) && !is_told_beside(r, c, title, word) &&
         !is_above_value(r, c, title)))
        return true;
    if (*made == NULL && !grid_copy_cells(made, a, g))
        return false;
    (*made)->cells[index].value = word;
    to = cell_at(*made, title->row, title->col);
    if (to == NULL || no.length == 0)
        return true;
    said = view_cell_text(&r->view, title);
    joined = arena_printf(a, "%.*s　%.*s", (int)no.length, no.bytes,
                          (int)said.length, said.bytes);
    if (joined == NULL)
        return false;
    to->value = text_of(joined);
    return true;
}
