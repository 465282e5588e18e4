/*
 * card_grid.c - a card as a table of one line, and a sheet without its cards
 */
#include "ingest/card/card.h"

#include <stdlib.h>

#include "base/buf.h"
#include "ingest/table/grid_turn.h"

enum { HEADS_MAX = 40, DEPTH_MAX = 4 };

/* A column of the table: a pair and the groups over it, outermost first. */
typedef struct column {
    const card_pair *pair;
    size_t groups[DEPTH_MAX];
    unsigned depth;
    size_t order[3]; /* lane, outermost group's first pair, inner group's */
    size_t index;
} column;

typedef struct making {
    card_grid *out;
    arena *memory;
    const sheet_view *view;
    const card *card;
    column *columns;
    size_t count;
    unsigned depth; /* header rows of groups */
    size_t cell_capacity, merge_capacity, origin_capacity;
} making;

/* ---- Columns ---------------------------------------------------------- */

/* Words of their own name an indicator only where no label does. */
static bool counts(const making *m, const card_group *g)
{
    if (g->role != ROLE_NONE)
        return true;
    for (size_t i = 0; i < m->card->pair_count; i++)
        if (m->card->pairs[i].role == ROLE_KPI)
            return false;
    return true;
}

static void set_groups(const making *m, column *k)
{
    size_t chain[DEPTH_MAX];
    unsigned n = 0;

    for (size_t g = k->pair->group; g != SIZE_MAX && n < DEPTH_MAX;
         g = m->card->groups[g].parent)
        if (counts(m, &m->card->groups[g]))
            chain[n++] = g;
    k->depth = n;
    for (unsigned i = 0; i < n; i++)
        k->groups[i] = chain[n - 1 - i];
}

static int by_order(const void *left, const void *right)
{
    const column *a = left, *b = right;

    for (size_t i = 0; i < 3; i++)
        if (a->order[i] != b->order[i])
            return a->order[i] < b->order[i] ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* The first column below a group, from `levels` down. */
static size_t first_of(const making *m, const column *k, unsigned level)
{
    if (k->depth <= level)
        return k->index;
    for (size_t i = 0; i < m->count; i++)
        if (m->columns[i].depth > level &&
            m->columns[i].groups[level] == k->groups[level])
            return i;
    return k->index;
}

static bool make_columns(making *m)
{
    m->columns = arena_array(m->memory, m->card->pair_count + 1,
                             sizeof(*m->columns));
    if (m->columns == NULL)
        return false;
    for (size_t i = 0; i < m->card->pair_count; i++) {
        column *k = &m->columns[m->count];

        if (m->card->pairs[i].role == ROLE_NONE)
            continue; /* what stands there must not decide it */
        k->pair = &m->card->pairs[i];
        k->index = m->count++;
        set_groups(m, k);
        if (k->depth > m->depth)
            m->depth = k->depth;
    }
    for (size_t i = 0; i < m->count; i++) {
        column *k = &m->columns[i];

        k->order[0] = k->pair->lane;
        k->order[1] = first_of(m, k, 0);
        k->order[2] = first_of(m, k, 1);
    }
    qsort(m->columns, m->count, sizeof(*m->columns), by_order);
    return true;
}

/* ---- Cells ------------------------------------------------------------ */

static bool put_origin(making *m, uint32_t row, uint32_t col, merge_range at)
{
    view_origin *o =
        arena_push(m->memory, (void **)&m->out->origins,
                   &m->out->origin_count, &m->origin_capacity, sizeof(*o));

    if (o != NULL)
        *o = (view_origin){ row, col, at };
    return o != NULL;
}

static bool put_cell(making *m, uint32_t row, uint32_t col, merge_range at,
                     const cell *c)
{
    grid *g = &m->out->grid;
    cell *slot;

    if (!put_origin(m, row, col, at))
        return false;
    if (c == NULL)
        return true;
    slot = arena_push(m->memory, (void **)&g->cells, &g->count,
                      &m->cell_capacity, sizeof(*slot));
    if (slot == NULL)
        return false;
    *slot = *c;
    slot->row = row;
    slot->col = col;
    return true;
}

static bool put_copy(making *m, uint32_t row, uint32_t col, merge_range at)
{
    return put_cell(m, row, col, at, view_cell(m->view, at.row, at.col));
}

static bool put_text(making *m, uint32_t row, uint32_t col, merge_range at,
                     text t)
{
    cell c = { .type = CELL_STRING, .value = t };

    return put_cell(m, row, col, at, &c);
}

static bool put_merge(making *m, uint32_t row, uint32_t col,
                      uint32_t last_row, uint32_t last_col)
{
    return grid_push_merge(&m->out->grid, m->memory, &m->merge_capacity,
                           (merge_range){ row, col, last_row, last_col });
}

/* ---- Rows ------------------------------------------------------------- */

static bool inside(const card_list *list, uint32_t row, uint32_t col)
{
    for (size_t i = 0; i < list->count; i++) {
        const card *c = &list->items[i];

        if (row >= c->top && row <= c->bottom && col >= c->left &&
            col <= c->right)
            return true;
    }
    return false;
}

/* Cells that cards took, their titles too. */
static bool taken(const card_list *list, uint32_t row, uint32_t col)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].has_title && list->items[i].title.row == row &&
            list->items[i].title.col == col)
            return true;
    return inside(list, row, col);
}

/* What stands alone on lines above: titles and headings of the sheet. */
static bool put_heads(making *m, const card_list *list, uint32_t *row)
{
    for (size_t i = 0; i < list->line_count && *row < HEADS_MAX; i++) {
        const card_line *l = &list->lines[i];

        if (l->row >= m->card->top)
            break;
        if (l->title || l->section || inside(list, l->row, l->col))
            continue;
        if (!put_copy(m, (*row)++, 0, view_range(m->view, l->row, l->col)))
            return false;
    }
    *row += *row > 0;
    return true;
}

static bool same_group(const column *a, const column *b, unsigned level)
{
    return a->depth > level && b->depth > level &&
           a->groups[level] == b->groups[level];
}

static bool put_label(making *m, uint32_t row, uint32_t col, uint32_t bottom)
{
    const card_pair *p = m->columns[col].pair;

    return (p->label_own.length > 0
                ? put_text(m, row, col, p->label, p->label_own)
                : put_copy(m, row, col, p->label)) &&
           put_merge(m, row, col, bottom, col);
}

static bool put_group(making *m, uint32_t row, uint32_t col,
                      const card_group *g)
{
    return g->words.length > 0 ? put_text(m, row, col, g->label, g->words)
                               : put_copy(m, row, col, g->label);
}

/* A project without an indicator is one all the same: it gets the label of
 * one, with nothing beside it. */
static bool lacks_indicator(const card *c)
{
    bool named = c->has_title && !c->office;

    for (size_t i = 0; i < c->pair_count; i++) {
        if (c->pairs[i].role == ROLE_KPI)
            return false;
        named = named ||
                (c->pairs[i].role == ROLE_PROJECT && c->pairs[i].filled);
    }
    return named && !c->holds;
}

/* What no label of the card heads stands behind its columns: the title. */
static bool put_added(making *m, uint32_t row, bool head)
{
    uint32_t col = (uint32_t)m->count, last = row + m->depth;
    const card *c = m->card;

    if (c->has_title && !head)
        return put_text(m, row, col, c->title, c->title_words);
    if (c->has_title &&
        (!put_text(m, row, col, c->title,
                   text_of(c->office ? "担当局" : "事業名")) ||
         !put_merge(m, row, col, last, col)))
        return false;
    col += c->has_title;
    return !head || !lacks_indicator(c) ||
           (put_text(m, row, col, c->pairs[0].label, text_of("指標")) &&
            put_merge(m, row, col, last, col));
}

static bool put_header(making *m, uint32_t top)
{
    for (unsigned level = 0; level <= m->depth; level++) {
        for (size_t i = 0; i < m->count; i++) {
            const column *k = &m->columns[i];
            uint32_t row = top + level, col = (uint32_t)i;
            size_t last = i;

            if (level == k->depth) {
                if (!put_label(m, row, col, top + m->depth))
                    return false;
                continue;
            }
            if (level > k->depth || (i > 0 && same_group(k, k - 1, level)))
                continue;
            while (last + 1 < m->count &&
                   same_group(k, &m->columns[last + 1], level))
                last++;
            if (!put_group(m, row, col,
                           &m->card->groups[k->groups[level]]) ||
                !put_merge(m, row, col, row, (uint32_t)last))
                return false;
        }
        if (level == 0 && !put_added(m, top, true))
            return false;
    }
    return true;
}

/* 100 and 人 beside it. */
static bool put_with_unit(making *m, uint32_t row, uint32_t col,
                          const card_pair *p)
{
    text figure = view_text(m->view, p->value.row, p->value.col);
    text unit = view_text(m->view, p->unit.row, p->unit.col);
    char *both = arena_alloc(m->memory, figure.length + unit.length + 1);
    merge_range at = p->value;
    buf b;

    if (both == NULL)
        return false;
    buf_init(&b);
    buf_text(&b, figure);
    buf_text(&b, unit);
    if (buf_ok(&b))
        memcpy(both, buf_cstr(&b), b.length);
    buf_free(&b);
    at.last_col = p->unit.last_col;
    return put_text(m, row, col, at,
                    text_slice(both, figure.length + unit.length));
}

static bool put_values(making *m, uint32_t row)
{
    for (size_t i = 0; i < m->count; i++) {
        const card_pair *p = m->columns[i].pair;
        uint32_t col = (uint32_t)i;
        bool ok;

        if (p->own.length > 0)
            ok = put_text(m, row, col, p->value, p->own);
        else if (p->filled && p->unit.row != UINT32_MAX)
            ok = put_with_unit(m, row, col, p);
        else if (p->filled)
            ok = put_copy(m, row, col, p->value);
        else
            ok = put_origin(m, row, col, p->value);
        if (!ok)
            return false;
    }
    return put_added(m, row, false);
}

/* A label or value on a hidden row or column hides its column here. */
static bool hide_columns(making *m)
{
    grid *g = &m->out->grid;
    const grid *from = m->view->grid;

    if (from->row_hidden == NULL && from->col_hidden == NULL)
        return true;
    g->col_hidden = arena_array(m->memory, (size_t)g->cols + 1,
                                sizeof(*g->col_hidden));
    for (size_t i = 0; g->col_hidden != NULL && i < m->count; i++) {
        const card_pair *p = m->columns[i].pair;

        g->col_hidden[i] =
            view_hidden(m->view, p->value.row, p->value.col) ||
            view_hidden(m->view, p->label.row, p->label.col);
    }
    return g->col_hidden != NULL;
}

bool card_grid_make(card_grid *out, arena *a, const sheet_view *v,
                    const card_list *list, const card *c)
{
    making m = { .out = out, .memory = a, .view = v, .card = c };
    uint32_t row = 0;

    *out = (card_grid){ .grid = { .sheet = v->grid->sheet,
                                  .state = v->grid->state } };
    out->added = (unsigned)c->has_title + lacks_indicator(c);
    if (!make_columns(&m) || !put_heads(&m, list, &row) ||
        !put_header(&m, row) || !put_values(&m, row + m.depth + 1))
        return false;
    out->grid.rows = row + m.depth + 2;
    out->grid.cols = (uint32_t)m.count + out->added;
    return hide_columns(&m) && grid_index(&out->grid, a);
}

bool card_grid_rest(grid *out, arena *a, const grid *g,
                    const card_list *list)
{
    *out = *g;
    out->cells = arena_array(a, g->count + 1, sizeof(*out->cells));
    out->merges = arena_array(a, g->merge_count + 1, sizeof(*out->merges));
    if (out->cells == NULL || out->merges == NULL)
        return false;
    out->count = out->merge_count = 0;
    for (size_t i = 0; i < g->count; i++)
        if (!taken(list, g->cells[i].row, g->cells[i].col))
            out->cells[out->count++] = g->cells[i];
    for (size_t i = 0; i < g->merge_count; i++)
        if (!taken(list, g->merges[i].row, g->merges[i].col))
            out->merges[out->merge_count++] = g->merges[i];
    return grid_index(out, a);
}
