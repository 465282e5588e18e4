/*
 * lettered_names.c - indicators that a list names by letters, and a table of
 * figures by these letters alone
 */
#include "ingest/lettered_names.h"

#include "ingest/lettered_parts.h"
#include "ingest/sheet_remake.h"

enum { UNIT_BYTES = 24 };

/* The header of a line is copied in front of it, below what stands between:
 * so many rows. */
typedef struct copied {
    uint32_t header, last; /* its rows */
    uint32_t row;          /* of the first line */
    uint32_t rows;         /* 0: the line is right below it */
    const cell *letter;    /* of the first line */
} copied;

typedef struct making {
    const letters *of;
    remake sheet;
    copied heads[LETTERS_MOST];
    size_t head_count;
} making;

/* The last row of a header: 目標 | 実績 below the years goes with it. */
static uint32_t header_end(const letters *l, const lettered *line)
{
    const sheet_view *v = &l->reader->view;
    uint32_t row = line->header;

    for (uint32_t c, next = row + 1; next < line->at->row; row = next++) {
        for (c = lettered_behind(v, line->at, next); c != UINT32_MAX;
             c = view_next(v, next, c + 1)) {
            const header_word *w = lettered_word(l, next, c);

            if (w == NULL || !w->exact ||
                !(role_is_figure(w->role) || w->role == ROLE_LINE))
                return row;
        }
        if (lettered_behind(v, line->at, next) == UINT32_MAX)
            return row;
    }
    return row;
}

static void find_headers(making *m)
{
    for (size_t i = 0; i < m->of->line_count; i++) {
        const lettered *line = &m->of->lines[i];
        copied *h = &m->heads[m->head_count];

        if (m->head_count > 0 && h[-1].header == line->header)
            continue;
        *h = (copied){ .header = line->header, .row = line->at->row,
                       .last = header_end(m->of, line), .letter = line->at };
        h->rows = h->last + 1 < h->row ? h->last - h->header + 1 : 0;
        m->head_count++;
    }
}

/* A row of the sheet in the new one. */
static uint32_t moved_row(const making *m, uint32_t row)
{
    uint32_t more = 0;

    for (size_t i = 0; i < m->head_count; i++)
        if (m->heads[i].row <= row)
            more += m->heads[i].rows;
    return row + more;
}

static const lettered *line_at(const letters *l, const cell *c)
{
    for (size_t i = 0; i < l->line_count; i++)
        if (l->lines[i].at == c)
            return &l->lines[i];
    return NULL;
}

/* The list, and the labels beside the lines. */
static bool is_gone(const letters *l, const cell *c)
{
    for (size_t i = 0; i < l->line_count; i++)
        if (l->lines[i].head == c)
            return true;
    for (size_t i = 0; i < l->list_count; i++) {
        const lettered *one = &l->lists[i];

        if (one->at == c || one->head == c || one->name == c ||
            one->unit == c || one->unit_word == c ||
            (one->header > 0 && one->header == c->row) ||
            lettered_unit_head(l, one->head) == c)
            return true;
    }
    return false;
}

/* 開催回数, or 開催回数（回） where the table has no units. */
static bool put_name(making *m, const lettered *line)
{
    const sheet_view *v = &m->of->reader->view;
    const lettered *one = &m->of->lists[line->named_by];
    text words = view_cell_text(v, one->name),
         unit = view_cell_text(v, one->unit);
    bool told = false;

    for (uint32_t c = lettered_behind(v, line->at, line->header); c != UINT32_MAX;
         c = view_next(v, line->header, c + 1)) {
        const header_word *w = lettered_word(m->of, line->header, c);

        told = told || (w != NULL && w->exact && w->role == ROLE_UNIT);
    }
    if (!told && unit.length > 0 && unit.length <= UNIT_BYTES) {
        char *both = arena_printf(m->sheet.memory, "%.*s（%.*s）",
                                  (int)words.length, words.bytes,
                                  (int)unit.length, unit.bytes);

        if (both == NULL)
            return false;
        words = text_of(both);
    }
    return remake_put(&m->sheet, one->name, words,
                      moved_row(m, line->at->row), line->at->col);
}

static const copied *header_of(const making *m, uint32_t row)
{
    for (size_t i = 0; i < m->head_count; i++)
        if (row >= m->heads[i].header && row <= m->heads[i].last)
            return &m->heads[i];
    return NULL;
}

/* What stands above the letters in a header whose lines follow it. */
static bool is_corner(const making *m, const cell *c)
{
    const copied *h = header_of(m, c->row);

    return h != NULL && h->rows == 0 && c->row == h->header &&
           view_cell(&m->of->reader->view, h->header, h->letter->col) == c;
}

/* 年度 above the labels of costs: they are no names. */
static bool is_left_out(const making *m, const cell *c)
{
    const copied *h = header_of(m, c->row);

    return is_gone(m->of, c) ||
           (h != NULL && h->rows > 0 && c->col <= h->letter->col);
}

static bool put_cell(making *m, const cell *c)
{
    const copied *h = header_of(m, c->row);
    const lettered *line = line_at(m->of, c);

    if (line != NULL)
        return line->named_by == SIZE_MAX || put_name(m, line);
    if (is_left_out(m, c) || is_corner(m, c))
        return true;
    if (h != NULL && h->rows > 0 && c->col > h->letter->col &&
        !remake_put(&m->sheet, c, text_of(""),
                    moved_row(m, h->row) - h->rows + (c->row - h->header),
                    c->col))
        return false;
    return remake_put(&m->sheet, c, text_of(""), moved_row(m, c->row),
                      c->col);
}

/* 指標名 above the letters, also where a word stands over more columns. */
static bool put_corner(making *m, const copied *h)
{
    uint32_t first = h->rows > 0 ? moved_row(m, h->row) - h->rows
                                 : moved_row(m, h->header);

    return remake_put(&m->sheet, h->letter, text_of("指標名"), first,
                      h->letter->col) &&
           remake_merge(&m->sheet, first, h->letter->col,
                        first + h->last - h->header, h->letter->col);
}

static bool put_merge(making *m, const merge_range *at)
{
    const copied *h = header_of(m, at->row);
    const cell *c = view_cell(&m->of->reader->view, at->row, at->col);
    uint32_t row;

    if (c != NULL && (is_left_out(m, c) || is_corner(m, c)))
        return true;
    if (h != NULL && h->rows > 0 && at->col > h->letter->col &&
        at->last_row <= h->last) {
        row = moved_row(m, h->row) - h->rows + (at->row - h->header);
        if (!remake_merge(&m->sheet, row, at->col,
                          row + at->last_row - at->row, at->last_col))
            return false;
    }
    return remake_merge(&m->sheet, moved_row(m, at->row), at->col,
                        moved_row(m, at->last_row), at->last_col);
}

/* Of which row of the sheet each of the new one is. */
static void set_rows(making *m, uint32_t rows)
{
    for (uint32_t row = 0; row < rows; row++)
        m->sheet.rows[moved_row(m, row)] = row;
    for (size_t i = 0; i < m->head_count; i++) {
        const copied *h = &m->heads[i];

        for (uint32_t n = 0; n < h->rows; n++)
            m->sheet.rows[moved_row(m, h->row) - h->rows + n] =
                h->header + n;
    }
}

static bool make(making *m, arena *scratch)
{
    reader *r = m->of->reader;
    const grid *g = r->view.grid;
    bool ok;

    find_headers(m);
    if (!remake_init_rows(&m->sheet, r, scratch,
                          moved_row(m, g->rows - 1) + 1))
        return false;
    set_rows(m, g->rows);
    ok = true;
    for (size_t i = 0; i < g->count && ok; i++)
        ok = put_cell(m, &g->cells[i]);
    for (size_t i = 0; i < g->merge_count && ok; i++)
        ok = put_merge(m, &g->merges[i]);
    for (size_t i = 0; i < m->head_count && ok; i++)
        ok = put_corner(m, &m->heads[i]);
    return ok;
}

bool lettered_names_read(reader *r, arena *scratch, size_t *tables,
                         near_miss *near, bool *read)
{
    letters *l;
    making *m;

    *read = false;
    if (!lettered_any(r) ||
        !remake_fits((uint64_t)r->view.grid->rows + LETTERS_MOST,
                     r->view.grid->cols))
        return true;
    l = arena_alloc(scratch, sizeof(*l));
    if (l == NULL)
        return false;
    l->reader = r;
    if (!lettered_find(l))
        return true; /* nothing is given back: the view keeps texts there */
    m = arena_alloc(scratch, sizeof(*m));
    if (m == NULL)
        return false;
    m->of = l;
    return make(m, scratch) && remake_read(&m->sheet, tables, near, read);
}
