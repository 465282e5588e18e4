/*
 * year_lines.c - each indicator on two lines, its years above its figures,
 * becomes one of the table
 */
#include "ingest/reader/year_lines.h"

#include "base/buf.h"
#include "ingest/reader/year_pairs.h"
#include "ingest/table/grid_turn.h"

typedef struct taking {
    reader *reader;
    arena *memory;
    const grid *from;
    year_pairs pairs;
    const year_pair **heads; /* the first pair below each header */
    size_t head_count;
    grid *out;
    size_t cell_capacity, merge_capacity;
} taking;

/* ---- Headers ---------------------------------------------------------- */

static const header_word *head_word(const taking *t, uint32_t row,
                                    uint32_t col)
{
    return table_word(&t->reader->view, t->reader->roles, row, col,
                      t->reader->context_year);
}

/* 推移, or 実績 over several years: the first pair's years tell apart what
 * stands below. */
static bool is_open(const taking *t, const year_pair *p, size_t i)
{
    const sheet_view *v = &t->reader->view;
    merge_range m = view_range(v, p->head_row, p->cells[i].col);
    const header_word *w = head_word(t, p->head_row, p->cells[i].col);

    if (!role_is_figure(w->role) && w->role != ROLE_BASELINE_YEAR &&
        w->role != ROLE_TARGET_YEAR)
        return true;
    return (i > 0 && p->cells[i - 1].col >= m.col) ||
           (i + 1 < p->count && p->cells[i + 1].col <= m.last_col);
}

/* A header that takes its words from the first pair holds for the others
 * only if 基準 and 目標 stand in the same columns. */
static bool agrees(const taking *t, const year_pair *first,
                   const year_pair *p)
{
    for (size_t i = 0; i < p->count; i++) {
        size_t n = 0;

        while (n < first->count && first->cells[n].col != p->cells[i].col)
            n++;
        if (n == first->count || (first->cells[n].role != p->cells[i].role &&
                                  is_open(t, first, n)))
            return false;
    }
    return true;
}

/* Of the pairs below a header all are taken, or none. */
static bool settle_heads(taking *t)
{
    year_pair *items = t->pairs.items;
    size_t kept = 0;

    t->heads = arena_array(t->memory, t->pairs.count + 1, sizeof(*t->heads));
    if (t->heads == NULL)
        return false;
    for (size_t from = 0, to; from < t->pairs.count; from = to) {
        bool good = true;

        for (to = from; to < t->pairs.count &&
                        items[to].head_row == items[from].head_row; to++)
            good = good && agrees(t, &items[from], &items[to]);
        if (good)
            t->heads[t->head_count++] = &items[kept];
        for (size_t i = from; good && i < to; i++)
            items[kept++] = items[i];
    }
    t->pairs.count = kept;
    return true;
}

/* ---- Cells ------------------------------------------------------------ */

static bool put_cell(taking *t, const cell *c)
{
    cell *slot = arena_push(t->memory, (void **)&t->out->cells,
                            &t->out->count, &t->cell_capacity,
                            sizeof(*slot));

    if (slot != NULL)
        *slot = *c;
    return slot != NULL;
}

/* 実績（R3年度） below 実績; the year alone below 推移, or where it says
 * itself what it is of. */
static bool put_head(taking *t, const year_pair *p, size_t i)
{
    const sheet_view *v = &t->reader->view;
    const header_word *w = head_word(t, p->head_row, p->cells[i].col);
    cell c = { .row = p->head_row, .col = p->cells[i].col,
               .type = CELL_STRING };
    bool both = role_is_figure(w->role) && p->cells[i].role == ROLE_NONE;
    const char *words;
    buf b;

    buf_init(&b);
    if (both) {
        buf_text(&b, view_text(v, p->head_row, c.col));
        buf_string(&b, "（");
    }
    buf_text(&b, view_text(v, p->years_row, c.col));
    if (both)
        buf_string(&b, "）");
    words = arena_strndup(t->memory, buf_cstr(&b), b.length);
    buf_free(&b);
    if (words == NULL)
        return false;
    c.value = text_of(words);
    return put_cell(t, &c);
}

/* Is a cell of a header replaced by the years below it? */
static bool is_replaced(const taking *t, uint32_t row, uint32_t col)
{
    for (size_t n = 0; n < t->head_count; n++) {
        const year_pair *p = t->heads[n];

        for (size_t i = 0; i < p->count && row <= p->head_row; i++) {
            merge_range m = view_range(&t->reader->view, p->head_row,
                                       p->cells[i].col);

            if (m.row == row && m.col == col && is_open(t, p, i))
                return true;
        }
    }
    return false;
}

static bool put_cells(taking *t)
{
    for (size_t i = 0; i < t->from->count; i++) {
        const cell *c = &t->from->cells[i];
        const year_pair *p = year_pairs_at(&t->pairs, c->row);

        if ((p != NULL && year_pair_takes(p, c->row, c->col)) ||
            is_replaced(t, c->row, c->col))
            continue;
        if (!put_cell(t, c))
            return false;
    }
    for (size_t n = 0; n < t->head_count; n++)
        for (size_t i = 0; i < t->heads[n]->count; i++)
            if (is_open(t, t->heads[n], i) && !put_head(t, t->heads[n], i))
                return false;
    grid_sort_cells(t->out);
    return true;
}

/* ---- Merges ----------------------------------------------------------- */

static bool put_merge(taking *t, merge_range m)
{
    merge_range *slot = arena_push(t->memory, (void **)&t->out->merges,
                                   &t->out->merge_count, &t->merge_capacity,
                                   sizeof(*slot));

    if (slot != NULL)
        *slot = m;
    return slot != NULL;
}

/* Names and rates on the first line of a pair alone are of both. */
static bool put_tall(taking *t, const year_pair *p)
{
    const sheet_view *v = &t->reader->view;

    for (uint32_t c = view_next(v, p->top, 0); c != UINT32_MAX;
         c = view_next(v, p->top, c + 1)) {
        merge_range m = view_range(v, p->top, c);

        if (m.last_row > p->top || view_filled(v, p->top + 1, c))
            continue;
        m.last_row = p->top + 1;
        if (!year_pair_takes(p, p->top, c) && !put_merge(t, m))
            return false;
    }
    return true;
}

static bool put_merges(taking *t)
{
    const sheet_view *v = &t->reader->view;

    for (size_t i = 0; i < t->from->merge_count; i++) {
        merge_range m = t->from->merges[i];
        const year_pair *p = year_pairs_at(&t->pairs, m.row);
        bool line = p != NULL && m.last_row == m.row &&
                    (year_pair_takes(p, m.row, m.col) ||
                     (m.row == p->top &&
                      !view_filled(v, p->top + 1, m.col)));

        if (!line && !is_replaced(t, m.row, m.col) && !put_merge(t, m))
            return false;
    }
    for (size_t n = 0; n < t->pairs.count; n++)
        if (!put_tall(t, &t->pairs.items[n]))
            return false;
    grid_sort_merges(t->out);
    return true;
}

/* ---- The sheet -------------------------------------------------------- */

static bool note_years(taking *t)
{
    reader *r = t->reader;
    struct year_beside *all;
    size_t count = 0;

    for (size_t n = 0; n < t->pairs.count; n++)
        count += t->pairs.items[n].count;
    all = arena_array(t->memory, count + 1, sizeof(*all));
    if (all == NULL)
        return false;
    count = 0;
    for (size_t n = 0; n < t->pairs.count; n++) {
        const year_pair *p = &t->pairs.items[n];

        for (size_t i = 0; i < p->count; i++) {
            const year_cell *y = &p->cells[i];

            if (y->value_col != UINT32_MAX)
                all[count++] = (struct year_beside){
                    .row = p->values_row, .col = y->value_col,
                    .years = y->years,
                    .unit = y->unit_col == UINT32_MAX
                                ? text_of("")
                                : view_text(&r->view, p->values_row,
                                            y->unit_col)
                };
        }
    }
    r->besides = all;
    r->beside_count = count;
    return true;
}

bool year_lines_take(const grid **out, reader *r, arena *a, const grid *g)
{
    taking t = { .reader = r, .memory = a, .from = g };

    *out = g;
    r->besides = NULL;
    r->beside_count = 0;
    if (!year_pairs_find(&t.pairs, r, a))
        return false;
    if (t.pairs.count == 0)
        return true;
    if (!settle_heads(&t))
        return false;
    if (t.pairs.count == 0)
        return true;
    t.out = arena_alloc(a, sizeof(*t.out));
    if (t.out == NULL)
        return false;
    *t.out = *g;
    t.out->cells = NULL;
    t.out->merges = NULL;
    t.out->count = t.out->merge_count = 0;
    *out = t.out;
    return put_cells(&t) && put_merges(&t) && grid_index(t.out, a) &&
           note_years(&t);
}

const struct year_beside *year_lines_beside(const reader *r, uint32_t row,
                                            uint32_t col)
{
    size_t low = 0, high = r->beside_count;
    place p;

    if (high == 0)
        return NULL;
    p = view_place(&r->view, row, col);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct year_beside *b = &r->besides[middle];

        if (b->row < p.row || (b->row == p.row && b->col < p.col))
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->beside_count && r->besides[low].row == p.row &&
                   r->besides[low].col == p.col
               ? &r->besides[low] : NULL;
}
