/*
 * form_titles_label.c - the lines that name forms, with a label in front
 */
#include "ingest/form_titles_parts.h"

#include <string.h>

#include "ingest/table/grid_turn.h"

static const char label_words[] = "事業名", colon[] = "：";

/* ■朝市の開催, 【施策名】朝市の開催 */
static text without_mark(reader *r, text t)
{
    const form look = { .reader = r };
    const header_word *w;
    text no, title;

    w = text_starts(t, "【") ? form_pair_in(&look, t, &no, &title) : NULL;
    if (w != NULL && role_is_level(w->role))
        return title;
    return heading_read(t, &no, &title) == STYLE_BULLET ? title : t;
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

/* May the name stand in the column of the values? */
static bool has_room(const sheet_view *v, const titled *t)
{
    merge_range m = view_range(v, t->row, t->col);

    return t->name == t->col && t->value > t->col && m.last_row == t->row &&
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
            gone = gone || (g->merges[i].row == all->items[n].row &&
                            g->merges[i].col == all->items[n].col &&
                            has_room(&r->view, &all->items[n]));
        if (!gone && !grid_push_merge(out, a, room, g->merges[i]))
            return false;
    }
    return true;
}

static cell *cell_of(const grid *g, grid *out, uint32_t row, uint32_t col)
{
    for (size_t n = g->row_start[row]; n < g->row_start[row + 1]; n++)
        if (g->cells[n].col == col)
            return &out->cells[n];
    return NULL;
}

/* 事業名 | No.1 朝市の開催 for No.1 | 朝市の開催 */
static bool label_number(const reader *r, arena *a, cell *first, cell *name)
{
    text no = view_text(&r->view, first->row, first->col);
    size_t size = no.length + 1 + name->value.length;
    char *words = arena_alloc(a, size + 1);

    if (words == NULL)
        return false;
    memcpy(words, no.bytes, no.length);
    words[no.length] = ' ';
    memcpy(words + no.length + 1, name->value.bytes, name->value.length);
    words[size] = '\0';
    name->value = (text){ words, size };
    first->value = text_of(label_words);
    first->type = CELL_STRING;
    return true;
}

static void note_moved(reader *r, struct moved_title *moved, const titled *t)
{
    moved[r->moved_count++] = (struct moved_title){
        t->row, t->value, view_place(&r->view, t->row, t->col) };
}

bool form_titles_label(grid *out, arena *a, reader *r, const titles *all)
{
    const grid *g = r->view.grid;
    struct moved_title *moved = arena_array(a, all->count, sizeof(*moved));
    size_t room = 0;

    *out = *g;
    out->cells = arena_array(a, g->count + all->count + 1,
                             sizeof(*out->cells));
    if (moved == NULL || out->cells == NULL ||
        !copy_merges(out, a, &room, r, all))
        return false;
    r->moved = moved;
    memcpy(out->cells, g->cells, g->count * sizeof(*out->cells));
    for (size_t i = 0; i < all->count; i++) {
        const titled *t = &all->items[i];
        cell *c = cell_of(g, out, t->row, t->col);
        cell *name = cell_of(g, out, t->row, t->name);
        merge_range m = view_range(&r->view, t->row, t->col);

        if (c == NULL || name == NULL)
            continue;
        if (name != c) {
            if (!label_number(r, a, c, name))
                return false;
            continue;
        }
        c->value = without_mark(r, c->value);
        if (has_room(&r->view, t))
            note_moved(r, moved, t);
        if (!(has_room(&r->view, t) ? part_cell(out, a, &room, c, t, &m)
                                    : label_cell(c, a)))
            return false;
    }
    grid_sort_cells(out);
    grid_sort_merges(out);
    return grid_index(out, a);
}
