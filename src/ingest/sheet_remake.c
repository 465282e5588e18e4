/*
 * sheet_remake.c - a sheet of a rare layout put together anew as a table
 */
#include "ingest/sheet_remake.h"

#include "ingest/table/grid_turn.h"

enum { POSITIONS = 1 << 16 };

bool remake_fits(uint64_t rows, uint64_t cols)
{
    return rows < POSITIONS && cols < POSITIONS && rows * cols <= POSITIONS;
}

bool remake_init(remake *m, reader *r, arena *a, uint32_t rows, uint32_t cols)
{
    const grid *g = r->view.grid;

    *m = (remake){ .reader = r, .memory = a };
    m->grid = (grid){ .sheet = g->sheet, .state = g->state, .rows = rows,
                      .cols = cols };
    m->rows = arena_array(a, (size_t)rows + 1, sizeof(*m->rows));
    m->cols = arena_array(a, (size_t)cols + 1, sizeof(*m->cols));
    return m->rows != NULL && m->cols != NULL;
}

bool remake_init_rows(remake *m, reader *r, arena *a, uint32_t rows)
{
    uint32_t cols = r->view.grid->cols;

    if (!remake_init(m, r, a, rows, cols))
        return false;
    for (uint32_t c = 0; c < cols; c++)
        m->cols[c] = c;
    return true;
}

bool remake_from(remake *m, uint32_t row, uint32_t col, uint32_t old_row,
                 uint32_t old_col)
{
    view_origin *from;

    if (m->rows[row] == old_row && m->cols[col] == old_col)
        return true;
    from = arena_push(m->memory, (void **)&m->moved, &m->moved_count,
                      &m->moved_capacity, sizeof(*from));
    if (from != NULL)
        *from = (view_origin){ row, col, view_range(&m->reader->view, old_row,
                                                    old_col) };
    return from != NULL;
}

bool remake_put(remake *m, const cell *c, text words, uint32_t row,
                uint32_t col)
{
    cell *to = arena_push(m->memory, (void **)&m->grid.cells, &m->grid.count,
                          &m->cell_capacity, sizeof(*to));

    if (to == NULL)
        return false;
    *to = *c;
    to->row = row;
    to->col = col;
    if (words.length > 0) {
        to->value = words;
        to->type = CELL_STRING;
    }
    return remake_from(m, row, col, c->row, c->col);
}

bool remake_empty(remake *m, uint32_t row, uint32_t from, uint32_t end,
                  uint32_t old_col)
{
    bool ok = true;

    for (uint32_t c = from; c < end && ok; c++)
        ok = remake_from(m, row, c, m->rows[row], old_col);
    return ok;
}

bool remake_word(remake *m, uint32_t row, uint32_t old_row, uint32_t col,
                 const char *word)
{
    const cell made = { .row = old_row, .col = col, .type = CELL_STRING };

    return remake_put(m, &made, text_of(word), row, col);
}

bool remake_merge(remake *m, uint32_t row, uint32_t col, uint32_t last_row,
                  uint32_t last_col)
{
    return grid_push_merge(&m->grid, m->memory, &m->merge_capacity,
                           (merge_range){ row, col, last_row, last_col });
}

bool remake_cells(remake *m, uint32_t out, uint32_t row, uint32_t from,
                  uint32_t end, uint32_t shift)
{
    const sheet_view *v = &m->reader->view;
    bool ok = true;

    m->rows[out] = row;
    for (uint32_t c = view_next(v, row, from); c < end && ok;
         c = view_next(v, row, c + 1)) {
        merge_range at = view_range(v, row, c);

        if (at.row == row && at.col == c)
            ok = remake_put(m, view_cell(v, row, c), text_of(""), out,
                            c - shift) &&
                 remake_merge(m, out, c - shift, out + at.last_row - row,
                              at.last_col - shift);
    }
    return ok;
}

static merge_range origin_of(const void *making, uint32_t row, uint32_t col)
{
    const remake *m = making;

    return view_range(&m->reader->view, m->rows[row], m->cols[col]);
}

static view_origin *make_origins(const remake *m)
{
    view_origin *all = view_origins(m->memory, &m->grid, origin_of, m);

    for (size_t i = 0; all != NULL && i < m->moved_count; i++)
        all[(size_t)m->moved[i].row * m->grid.cols + m->moved[i].col] =
            m->moved[i];
    return all;
}

static bool *make_hidden(const remake *m, const bool *hidden,
                         const uint32_t *from, uint32_t count)
{
    bool *made = hidden == NULL ? NULL
                                : arena_array(m->memory, (size_t)count + 1,
                                              sizeof(*made));

    for (uint32_t i = 0; made != NULL && i < count; i++)
        made[i] = hidden[from[i]];
    return made;
}

static bool make_grid(remake *m)
{
    const grid *g = m->reader->view.grid;

    m->grid.row_hidden = make_hidden(m, g->row_hidden, m->rows, m->grid.rows);
    m->grid.col_hidden = make_hidden(m, g->col_hidden, m->cols, m->grid.cols);
    if (m->grid.count > 0)
        grid_sort_cells(&m->grid);
    if (m->grid.merge_count > 0)
        grid_sort_merges(&m->grid);
    return (g->row_hidden == NULL || m->grid.row_hidden != NULL) &&
           (g->col_hidden == NULL || m->grid.col_hidden != NULL) &&
           grid_index(&m->grid, m->memory);
}

/* Rows or columns from *first to *last as the sheet has them: their order may
 * be another one there. */
static void put_range(const uint32_t *at, uint32_t *first, uint32_t *last)
{
    uint32_t least = at[*first], most = at[*first];

    for (uint32_t i = *first + 1; i <= *last; i++) {
        least = at[i] < least ? at[i] : least;
        most = at[i] > most ? at[i] : most;
    }
    *first = least;
    *last = most;
}

/* The report's tables and lines as the sheet has them. */
static void put_back(const remake *m, const reader_state *before)
{
    reader *r = m->reader;

    for (size_t i = before->tables; i < r->table_count; i++) {
        ingest_table *t = &r->tables[i];

        put_range(m->rows, &t->row, &t->last_row);
        put_range(m->rows, &t->header_row, &t->header_last_row);
        put_range(m->cols, &t->col, &t->last_col);
        for (size_t k = 0; k < t->column_count; k++)
            t->columns[k].col = m->cols[t->columns[k].col];
    }
    for (size_t i = before->ignored; i < r->ignored_count; i++) {
        put_range(m->rows, &r->ignored[i].row, &r->ignored[i].last_row);
    }
}

bool remake_read(remake *m, size_t *tables, near_miss *near, bool *read)
{
    reader *r = m->reader;
    reader_state before = reader_state_of(r);
    sheet_view sheet = r->view;
    near_miss seen = *near;
    size_t known = *tables;
    view_origin *origins = make_origins(m);
    bool whole;

    *read = false;
    if (origins == NULL || !make_grid(m) ||
        !sheet_walk_made(r, m->memory, &m->grid, origins,
                         (size_t)m->grid.rows * m->grid.cols, tables, near,
                         &whole))
        return false;
    *read = whole && r->data->project_count > before.projects;
    r->view = sheet;
    if (*read) {
        put_back(m, &before);
    } else {
        reader_go_back(r, &before);
        *tables = known;
        *near = seen;
    }
    return true;
}
