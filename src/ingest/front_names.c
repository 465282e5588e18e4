/*
 * front_names.c - an indicator's number and name in front of its own table
 */
#include "ingest/front_names.h"

#include <stdlib.h>

#include "ingest/form/grant_parts.h"
#include "ingest/moved_cells.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { NAME_BYTES = 200, NUMBER_BYTES = 36, HEADS_MIN = 3 };

/* The cell of the name, that of its number in front, and where the header
 * ends that stands beside them. */
typedef struct front {
    merge_range name, number; /* number.row UINT32_MAX: it has no cell */
    uint32_t head_last;
    text words;
} front;

/* Begins in its row, over more rows than one. */
static bool is_tall(const sheet_view *v, const merge_range *m)
{
    const cell *c = m->last_row == m->row ? NULL
                                          : view_cell(v, m->row, m->col);

    return c != NULL && c->type == CELL_STRING &&
           c->value.length <= NAME_BYTES;
}

/* 指標1, KPI②: a number, and no name behind it. Most cells are longer, or no
 * header's word at first sight. */
static bool is_number(const reader *r, const merge_range *m)
{
    const header_word *w;

    if (view_text(&r->view, m->row, m->col).length > NUMBER_BYTES ||
        !table_may_be_word(&r->view, r->roles, m->row, m->col,
                           r->context_year))
        return false;
    w = reader_word(r, m->row, m->col);
    return w->exact && w->role == ROLE_KPI && w->index != 0;
}

/* Which cell has the name: this one, behind the number, or the next one. */
static bool find_name(const reader *r, const merge_range *m, front *f)
{
    const sheet_view *v = &r->view;
    text t = view_text(v, m->row, m->col);

    *f = (front){ .name = *m, .number = { .row = UINT32_MAX } };
    f->words = form_caption_name(t);
    if (f->words.length > 0)
        return true;
    if (!is_number(r, m))
        return false;
    f->number = *m;
    f->name = view_range(v, m->row, m->last_col + 1);
    f->words = view_text(v, f->name.row, f->name.col);
    return f->name.row == m->row && f->name.last_row == m->last_row &&
           is_tall(v, &f->name) && f->words.length > 0 &&
           !reader_word(r, f->name.row, f->name.col)->exact;
}

/* Are all cells of a row, from a column on, words of a header? How many, and
 * whether one heads figures. */
static unsigned count_heads(const reader *r, uint32_t row, uint32_t col,
                            bool *figures)
{
    const sheet_view *v = &r->view;
    unsigned count = 0;

    *figures = false;
    for (uint32_t c = view_next(v, row, col); c != UINT32_MAX;
         c = view_next(v, row, view_range(v, row, c).last_col + 1)) {
        const header_word *w = reader_word(r, row, c);

        if (view_cell(v, row, c)->type != CELL_STRING ||
            (!w->exact && !w->has_year && !w->year_only))
            return 0;
        *figures = *figures || w->year_only || role_is_figure(w->role);
        count++;
    }
    return count;
}

/* 単位 | 基準値 | R4実績 beside the first row, in one line or two, and below it
 * what is no header: a number among it. */
static bool heads_table(const reader *r, front *f)
{
    const sheet_view *v = &r->view;
    uint32_t col = f->name.last_col + 1, row = f->name.row;
    const header_word *first;
    bool figures, more;

    if (view_next(v, row, col) != col ||
        count_heads(r, row, col, &figures) < HEADS_MIN || !figures)
        return false;
    first = reader_word(r, row, col);
    if (first->role == ROLE_KPI || first->role == ROLE_NAME)
        return false; /* the lines have names of their own */
    f->head_last = view_range(v, row, col).last_row;
    if (f->head_last == row && count_heads(r, row + 1, col, &more) > 1)
        f->head_last++;
    if (f->head_last >= f->name.last_row)
        return false;
    for (uint32_t c = view_next(v, f->head_last + 1, col); c != UINT32_MAX;
         c = view_next(v, f->head_last + 1, c + 1))
        if (view_cell(v, f->head_last + 1, c)->type == CELL_NUMBER ||
            glyph_has_digit(view_text(v, f->head_last + 1, c)))
            return true;
    return false;
}

static bool find_front(const reader *r, const merge_range *m, front *f)
{
    const sheet_view *v = &r->view;

    return is_tall(v, m) && view_next(v, m->row, 0) == m->col &&
           find_name(r, m, f) && heads_table(r, f);
}

/* ---- The cells ---------------------------------------------------------- */

typedef struct making {
    grid *out;
    size_t room, cells; /* of merges and cells */
} making;

static bool begin(making *m, arena *a, const grid *g)
{
    m->out = arena_alloc(a, sizeof(*m->out));
    if (m->out == NULL)
        return false;
    *m->out = *g;
    m->out->cells = NULL;
    m->out->merges = NULL;
    m->out->count = m->out->merge_count = m->room = m->cells = 0;
    return true;
}

static int by_row(const void *a, const void *b)
{
    uint32_t x = ((const front *)a)->name.row, y = ((const front *)b)->name.row;

    return x < y ? -1 : x > y;
}

/* The one that begins in a row, of which it is the first cell; NULL: none. */
static const front *front_in(const front *all, size_t count, uint32_t row)
{
    front key = { .name = { .row = row } };

    return bsearch(&key, all, count, sizeof(*all), by_row);
}

/* Is a cell the name of one, or its number? */
static const front *front_at(const front *all, size_t count, uint32_t row,
                             uint32_t col, bool *names)
{
    const front *f = front_in(all, count, row);

    if (f == NULL)
        return NULL;
    *names = f->name.col == col;
    return *names || (f->number.row == row && f->number.col == col) ? f : NULL;
}

static bool put(making *m, arena *a, const cell *c)
{
    cell *to = arena_push(a, (void **)&m->out->cells, &m->out->count,
                          &m->cells, sizeof(*to));

    if (to != NULL)
        *to = *c;
    return to != NULL;
}

/* 指標 in the header, and the name below it. */
static bool put_name(making *m, reader *r, arena *a, const front *f,
                     const cell *c)
{
    cell head = *c, name = *c;
    merge_range at = f->name;

    head.value = text_of("指標");
    name.row = f->head_last + 1;
    name.value = f->words;
    at.last_row = f->head_last;
    if (!put(m, a, &head) || !put(m, a, &name) ||
        !moved_cells_note(r, a, name.row, name.col, f->name.row, f->name.col) ||
        !grid_push_merge(m->out, a, &m->room, at))
        return false;
    at = f->name;
    at.row = f->head_last + 1;
    return grid_push_merge(m->out, a, &m->room, at);
}

/* 説明 | 道の駅に１基を新設した。 below the line, beside its name: what it says is
 * the indicator's, and not what the project is about. */
static bool explains(const reader *r, const front *all, size_t count,
                     const cell *c)
{
    merge_range beside;
    const front *f;

    if (c->col == 0)
        return false;
    beside = view_range(&r->view, c->row, c->col - 1);
    if (beside.row >= c->row)
        return false; /* as most */
    f = front_in(all, count, beside.row);
    return f != NULL && c->row > f->head_last + 1 &&
           c->row <= f->name.last_row && c->col == f->name.last_col + 1 &&
           reader_word(r, c->row, c->col)->role == ROLE_SUMMARY;
}

static bool make(const grid **out, reader *r, arena *a, const grid *g,
                 const front *all, size_t count)
{
    making m;
    bool names = false;

    if (!begin(&m, a, g))
        return false;
    for (size_t i = 0; i < g->count; i++) {
        const front *f = front_at(all, count, g->cells[i].row,
                                  g->cells[i].col, &names);
        cell c = g->cells[i];

        if (explains(r, all, count, &c))
            c.value = text_of("補足");
        if (f == NULL ? !put(&m, a, &c)
                      : names && !put_name(&m, r, a, f, &c))
            return false;
    }
    for (size_t i = 0; i < g->merge_count; i++)
        if (front_at(all, count, g->merges[i].row, g->merges[i].col,
                     &names) == NULL &&
            !grid_push_merge(m.out, a, &m.room, g->merges[i]))
            return false;
    grid_sort_cells(m.out);
    grid_sort_merges(m.out);
    *out = m.out;
    return grid_index(m.out, a);
}

bool front_names_take(const grid **out, reader *r, arena *a, const grid *g)
{
    front *all = NULL, found;
    size_t count = 0, room = 0;

    *out = g;
    for (size_t i = 0; i < g->merge_count; i++) {
        if (g->merges[i].last_row == g->merges[i].row ||
            !find_front(r, &g->merges[i], &found))
            continue;
        front *f = arena_push(a, (void **)&all, &count, &room, sizeof(*f));

        if (f == NULL)
            return false;
        *f = found;
    }
    if (count > 0)
        qsort(all, count, sizeof(*all), by_row);
    return count == 0 || make(out, r, a, g, all, count);
}
