/*
 * upright_grid.c - a sheet's grid with its tables on their side stood up
 */
#include "ingest/upright_grid.h"

#include "ingest/table/grid_turn.h"

enum { POSITIONS = 20000 };

typedef upright_block block;

/* The pair at a place of the sheet; NULL: none is parted there. */
static const pair_beside *beside_at(const upright *u, uint32_t row,
                                    uint32_t col)
{
    for (size_t i = 0; i < u->beside_count; i++)
        if (u->beside[i].row == row && u->beside[i].col == col)
            return &u->beside[i];
    return NULL;
}

static bool has_cells(const upright *u, const block *b, uint32_t col)
{
    const sheet_view *v = &u->reader->view;

    for (uint32_t row = b->first; row < b->end; row++)
        if (view_cell(v, row, col) != NULL &&
            view_range(v, row, col).col == col &&
            beside_at(u, row, col) == NULL)
            return true;
    return false;
}

bool upright_plan_rows(upright *u)
{
    const grid *g = u->from;
    uint32_t rows = 0, cols = g->cols;
    size_t n = 0, most = g->rows;

    for (size_t i = 0; i < u->count; i++)
        most += u->blocks[i].last_col + 1;
    u->row_of = arena_array(u->memory, (size_t)g->rows + 1,
                            sizeof(*u->row_of));
    u->col_row = arena_array(u->memory, u->count * g->cols + 1,
                             sizeof(*u->col_row));
    u->source = arena_array(u->memory, most + 1, sizeof(*u->source));
    u->source_block = arena_array(u->memory, most + 1,
                                  sizeof(*u->source_block));
    if (u->row_of == NULL || u->col_row == NULL || u->source == NULL ||
        u->source_block == NULL)
        return false;
    for (uint32_t row = 0; row < g->rows; row++) {
        const block *b = n < u->count ? &u->blocks[n] : NULL;

        if (b == NULL || row < b->top) {
            u->row_of[row] = rows;
            u->source[rows++] = row;
            continue;
        }
        for (uint32_t c = b->col; c <= b->last_col && c < g->cols; c++) {
            if (!has_cells(u, b, c))
                continue;
            u->col_row[n * g->cols + c] = rows + 1;
            u->source_block[rows] = n + 1;
            u->source[rows++] = c;
        }
        if (b->col + (b->end - b->first) > cols)
            cols = b->col + (b->end - b->first);
        row = b->end - 1;
        n++;
    }
    for (size_t i = 0; i < u->beside_count; i++)
        if (u->beside[i].to >= cols)
            cols = u->beside[i].to + 1;
    u->grid = (grid){ .sheet = g->sheet, .state = g->state, .rows = rows,
                      .cols = cols };
    return (size_t)rows * cols <= POSITIONS;
}

/* The block of a row of the sheet, SIZE_MAX: none. */
static size_t block_of(const upright *u, uint32_t row)
{
    for (size_t i = 0; i < u->count && u->blocks[i].top <= row; i++)
        if (row < u->blocks[i].end)
            return i;
    return SIZE_MAX;
}

/* Where a position of the sheet is in the grid; false: nowhere. */
static bool place_in(const upright *u, uint32_t *row, uint32_t *col)
{
    size_t n = block_of(u, *row);
    uint32_t at;

    if (n == SIZE_MAX) {
        *row = u->row_of[*row];
        return true;
    }
    at = *col < u->from->cols ? u->col_row[n * u->from->cols + *col] : 0;
    if (at == 0 || *row < u->blocks[n].first)
        return false;
    *col = u->blocks[n].col + (*row - u->blocks[n].first);
    *row = at - 1;
    return true;
}

/* Its label in the header, its value beside the name. */
static void part_pair(upright *u, const pair_beside *p, cell c)
{
    const uint32_t *rows = &u->col_row[p->block * u->from->cols];

    c.col = p->to;
    c.value = p->label;
    c.row = rows[p->head] - 1;
    u->grid.cells[u->grid.count++] = c;
    c.value = p->value;
    c.row = rows[p->name] - 1;
    u->grid.cells[u->grid.count++] = c;
}

static bool make_cells(upright *u)
{
    const grid *g = u->from;

    u->grid.cells = arena_array(u->memory, g->count + u->beside_count + 1,
                                sizeof(*u->grid.cells));
    if (u->grid.cells == NULL)
        return false;
    for (size_t i = 0; i < g->count; i++) {
        cell c = g->cells[i];
        const pair_beside *p = u->beside_count == 0
                                   ? NULL : beside_at(u, c.row, c.col);
        size_t n = block_of(u, c.row);

        if (n != SIZE_MAX && u->blocks[n].corner &&
            c.row == u->blocks[n].first && c.col == u->blocks[n].col)
            c.value = text_of("指標名");
        if (p != NULL)
            part_pair(u, p, c);
        else if (place_in(u, &c.row, &c.col))
            u->grid.cells[u->grid.count++] = c;
    }
    grid_sort_cells(&u->grid);
    return true;
}

static bool make_merges(upright *u)
{
    const grid *g = u->from;

    u->grid.merges = arena_array(u->memory, g->merge_count + 1,
                                 sizeof(*u->grid.merges));
    if (u->grid.merges == NULL)
        return false;
    for (size_t i = 0; i < g->merge_count; i++) {
        merge_range m = g->merges[i], to;
        size_t n = block_of(u, m.row);

        if (m.last_row >= g->rows || block_of(u, m.last_row) != n ||
            beside_at(u, m.row, m.col) != NULL)
            continue;
        /* columns of a block without cells of their own fall away */
        while (n != SIZE_MAX && m.last_col > m.col &&
               (m.last_col >= g->cols ||
                u->col_row[n * g->cols + m.last_col] == 0))
            m.last_col--;
        to = m;
        if (!place_in(u, &to.row, &to.col) ||
            !place_in(u, &m.last_row, &m.last_col))
            continue;
        to.last_row = m.last_row;
        to.last_col = m.last_col;
        if (to.last_row > to.row || to.last_col > to.col)
            u->grid.merges[u->grid.merge_count++] = to;
    }
    grid_sort_merges(&u->grid);
    return true;
}

static bool make_hidden(upright *u)
{
    const grid *g = u->from;
    bool *rows = arena_array(u->memory, (size_t)u->grid.rows + 1,
                             sizeof(*rows));
    bool *cols = arena_array(u->memory, (size_t)u->grid.cols + 1,
                             sizeof(*cols));

    if (rows == NULL || cols == NULL)
        return false;
    for (uint32_t row = 0; row < u->grid.rows; row++) {
        const bool *hidden = u->source_block[row] == 0 ? g->row_hidden
                                                       : g->col_hidden;

        rows[row] = hidden != NULL && hidden[u->source[row]];
    }
    for (uint32_t col = 0; col < u->grid.cols && col < g->cols; col++)
        cols[col] = g->col_hidden != NULL && g->col_hidden[col];
    u->grid.row_hidden = rows;
    u->grid.col_hidden = cols;
    return true;
}

bool upright_make(upright *u)
{
    return make_cells(u) && make_merges(u) && make_hidden(u) &&
           grid_index(&u->grid, u->memory);
}

const pair_beside *upright_pair_of(const upright *u, size_t n, uint32_t col)
{
    for (size_t i = 0; i < u->beside_count; i++)
        if (u->beside[i].to == col && u->beside[i].block + 1 == n)
            return &u->beside[i];
    return NULL;
}

merge_range upright_origin(const void *making, uint32_t row, uint32_t col)
{
    const upright *u = making;
    const sheet_view *v = &u->reader->view;
    const pair_beside *p;
    const block *b;
    uint32_t at;

    if (u->source_block[row] == 0)
        return view_range(v, u->source[row], col);
    p = upright_pair_of(u, u->source_block[row], col);
    if (p != NULL)
        return view_range(v, p->row, p->col);
    b = &u->blocks[u->source_block[row] - 1];
    at = col < b->col ? b->first : b->first + (col - b->col);
    return view_range(v, at < b->end ? at : b->end - 1, u->source[row]);
}
