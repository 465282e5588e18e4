/*
 * form_title_cells.c - the titles of forms with a label in front of them
 */
#include "ingest/form_title_cells.h"

#include <string.h>

#include "ingest/form/grant_parts.h"
#include "ingest/form_title_number.h"
#include "ingest/form_titles.h"
#include "ingest/header/department_words.h"
#include "ingest/reader/department.h"
#include "ingest/reader/project_grade.h"
#include "ingest/moved_cells.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { OFFICE_BYTES = 90, VERDICT_BYTES = 30 };

static const char label_words[] = "事業名", colon[] = "：";

/* ■朝市の開催, ■ 【1】 朝市の開催, 【施策名】朝市の開催 */
static text without_mark(reader *r, text t)
{
    const form look = { .reader = r };
    const header_word *w;
    text no, title;

    w = form_in_brackets(t) ? form_pair_in(&look, t, &no, &title) : NULL;
    if (w != NULL && role_is_level(w->role))
        return title;
    return heading_unmarked(t);
}

/* 事業名：朝市の開催 */
static bool label_cell(cell *c, arena *a)
{
    size_t size = strlen(label_words) + strlen(colon);
    char *words = arena_alloc(a, size + c->value.length + 1);

    if (words == NULL)
        return false;
    memcpy(words, label_words, strlen(label_words));
    memcpy(words + strlen(label_words), colon, strlen(colon));
    memcpy(words + size, c->value.bytes, c->value.length);
    words[size + c->value.length] = '\0';
    c->value = (text){ words, size + c->value.length };
    return true;
}

/* 1 | 朝市の開催: the number has a cell of its own, */
static bool is_numbered(const titled *t)
{
    return t->left < t->col;
}

/* beside a name of several lines. */
static bool is_tall(const reader *r, const titled *t)
{
    return is_numbered(t) &&
           view_range(&r->view, t->row, t->col).last_row > t->row;
}

/* May the name stand in the column of the values? */
static bool has_room(const sheet_view *v, const titled *t)
{
    merge_range m = view_range(v, t->row, t->col);

    return !is_numbered(t) && t->value > t->col && m.last_row == t->row &&
           (m.last_col == t->col || m.last_col >= t->value) &&
           view_range(v, t->row, t->value).last_row == t->row;
}

/* 事業名 | 朝市の開催, in the columns of the labels and values below. */
static bool part_cell(grid *out, arena *a, size_t *room, cell *c,
                      const titled *t, const merge_range *m)
{
    cell *value = &out->cells[out->count++];

    *value = *c;
    value->col = t->value;
    c->value = text_of(label_words);
    return m->last_col == m->col ||
           (grid_push_merge(out, a, room, (merge_range){ m->row, m->col,
                                                         m->row,
                                                         t->value - 1 }) &&
            grid_push_merge(out, a, room, (merge_range){ m->row, t->value,
                                                         m->row,
                                                         m->last_col }));
}

bool form_title_office(reader *r, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(&r->view, row, col);
    text behind;

    return c != NULL && c->type == CELL_STRING &&
           c->value.length <= OFFICE_BYTES && department_like(c->value) &&
           glyph_colon(c->value, &behind) == SIZE_MAX &&
           !header_roles_find(r->roles, c->value, r->context_year)->exact;
}

bool form_title_verdict(const reader *r, uint32_t row, uint32_t col)
{
    const cell *c = view_cell(&r->view, row, col);

    return c != NULL && c->type == CELL_STRING &&
           c->value.length <= VERDICT_BYTES && !glyph_has_digit(c->value) &&
           view_next(&r->view, row, col + 1) == UINT32_MAX &&
           (project_grade_like(r, c->value) ||
            project_status_like(r, c->value)) &&
           !header_roles_find(r->roles, c->value, r->context_year)->exact;
}

/* 担当局：建設局, 評価：Ｃ for what stands behind a title without a label. */
static bool label_fact(reader *r, arena *a, cell *c, uint32_t row)
{
    text said = c->value;
    const char *label, *words;

    if (form_title_office(r, row, c->col)) {
        label = department_is_division(said) ? "担当課" : "担当局";
    } else if (form_title_verdict(r, row, c->col)) {
        label = "評価";
        if (project_grade_like(r, said))
            said = project_grade_alone(r, said);
    } else {
        return true;
    }
    words = arena_printf(a, "%s：%.*s", label, (int)said.length, said.bytes);
    if (words == NULL)
        return false;
    c->value = text_of(words);
    return true;
}

/* 担当局：建設局 and 担当課：住宅課 for 建設局 | 住宅課 behind a title. */
static bool label_behind(grid *out, arena *a, reader *r, const titled *t)
{
    const grid *g = r->view.grid;
    bool labelled = false;

    for (size_t n = g->row_start[t->row]; n < g->row_start[t->row + 1]; n++) {
        cell *c = &out->cells[n];
        bool behind = labelled; /* 担当課 | 商工課 */

        labelled = header_roles_find(r->roles, c->value,
                                     r->context_year)->exact;
        if (!behind && c->col > t->col && c->col < t->end &&
            !label_fact(r, a, c, t->row))
            return false;
    }
    return true;
}

/* Is a title's cell, or that of its number, put in other cells than before? */
static bool is_changed(const reader *r, const titled *t, const merge_range *m)
{
    return m->row == t->row &&
           (is_tall(r, t) ? m->col == t->left || m->col == t->col
                          : m->col == t->col && has_room(&r->view, t));
}

/* The merges of a sheet without those of titles that are parted. */
static bool copy_merges(grid *out, arena *a, size_t *room, const reader *r,
                        const titles *all)
{
    const grid *g = r->view.grid;

    out->merges = NULL;
    out->merge_count = 0;
    for (size_t i = 0; i < g->merge_count; i++) {
        bool gone = false;

        for (size_t n = 0; n < all->count; n++)
            gone = gone || is_changed(r, &all->items[n], &g->merges[i]);
        if (!gone && !grid_push_merge(out, a, room, g->merges[i]))
            return false;
    }
    return true;
}

static cell *cell_of(const grid *g, grid *out, const titled *t, uint32_t col)
{
    for (size_t n = g->row_start[t->row]; n < g->row_start[t->row + 1]; n++)
        if (g->cells[n].col == col)
            return &out->cells[n];
    return NULL;
}

/* 1 | 朝市の開催 as 事業名：1 朝市の開催, in the cells of both. */
static bool join_number(grid *out, arena *a, size_t *room, reader *r,
                        const titled *t, cell *name)
{
    cell *front = cell_of(r->view.grid, out, t, t->left);
    merge_range m = view_range(&r->view, t->row, t->col);
    uint32_t col = t->left;

    name->value = form_number_joined(r, t->row, &col);
    if (front != NULL) {
        uint32_t left = front->col;

        *front = *name;
        front->col = left;
        name->row = UINT32_MAX; /* gone */
        name = front;
    }
    m.col = t->left;
    return label_cell(name, a) && grid_push_merge(out, a, room, m);
}

/* 事業名 | No.1 朝市の開催 for No.1 | 朝市の開催 */
static bool label_number(const reader *r, arena *a, cell *no, cell *name)
{
    text typed = view_text(&r->view, no->row, no->col),
         digits = form_title_number(typed);
    char *words;

    typed = digits.length > 0 ? digits : typed;
    words = arena_printf(a, "%.*s %.*s", (int)typed.length, typed.bytes,
                         (int)name->value.length, name->value.bytes);
    if (words == NULL)
        return false;
    name->value = text_of(words);
    no->value = text_of(label_words);
    no->type = CELL_STRING;
    return true;
}

static void drop_gone(grid *out)
{
    size_t kept = 0;

    for (size_t i = 0; i < out->count; i++)
        if (out->cells[i].row != UINT32_MAX)
            out->cells[kept++] = out->cells[i];
    out->count = kept;
}

bool form_title_cells(grid *out, arena *a, reader *r, const titles *all)
{
    const grid *g = r->view.grid;
    size_t room = 0;

    *out = *g;
    out->cells = arena_array(a, g->count + all->count + 1,
                             sizeof(*out->cells));
    if (out->cells == NULL || !copy_merges(out, a, &room, r, all))
        return false;
    memcpy(out->cells, g->cells, g->count * sizeof(*out->cells));
    for (size_t i = 0; i < all->count; i++) {
        const titled *t = &all->items[i];
        cell *c = cell_of(g, out, t, t->col);
        merge_range m = view_range(&r->view, t->row, t->col);

        if (c == NULL)
            continue;
        if (!label_behind(out, a, r, t))
            return false;
        if (is_numbered(t) && !is_tall(r, t)) {
            cell *no = cell_of(g, out, t, t->left);

            if (no != NULL && !label_number(r, a, no, c))
                return false;
            continue;
        }
        if (is_tall(r, t)) {
            if (!moved_cells_note(r, a, t->row, t->left, t->row, t->col) ||
                !join_number(out, a, &room, r, t, c))
                return false;
            continue;
        }
        c->value = without_mark(r, c->value);
        if (has_room(&r->view, t) &&
            !moved_cells_note(r, a, t->row, t->value, t->row, t->col))
            return false;
        if (!(has_room(&r->view, t) ? part_cell(out, a, &room, c, t, &m)
                                    : label_cell(c, a)))
            return false;
    }
    drop_gone(out);
    grid_sort_cells(out);
    grid_sort_merges(out);
    return grid_index(out, a);
}
