/*
 * key_grid.c - tables that belong together, put together as one
 */
#include "ingest/key_grid.h"

#include "ingest/table/grid_turn.h"

typedef struct making {
    key_grid *out;
    arena *memory;
    const sheet_view *view;
    const key_block *blocks;
    size_t count;
    const key_lines *lines;
    uint32_t drop, end;    /* rows of the sheet in whose place it stands */
    uint32_t depth;        /* of the header */
    uint32_t first;        /* row of the first line */
    uint32_t behind;       /* row behind the last one */
    uint32_t cols[KEY_BLOCKS]; /* where each table's columns begin */
    size_t cell_capacity, merge_capacity;
} making;

static bool put(making *m, uint32_t row, uint32_t col, uint32_t last_row,
                uint32_t last_col, const cell *from)
{
    grid *g = &m->out->grid;
    cell *c;

    c = arena_push(m->memory, (void **)&g->cells, &g->count,
                   &m->cell_capacity, sizeof(*c));
    if (c == NULL)
        return false;
    *c = *from;
    c->row = row;
    c->col = col;
    return grid_push_merge(g, m->memory, &m->merge_capacity,
                           (merge_range){ row, col, last_row, last_col });
}

/* The first column of a table that is taken: keys in front of a further one
 * are not. */
static uint32_t first_col(const making *m, size_t block)
{
    const key_block *b = &m->blocks[block];

    return block > 0 && b->col == b->from
               ? view_range(m->view, b->head, b->col).last_col + 1 : b->from;
}

static uint32_t width(const making *m, size_t block)
{
    return m->blocks[block].last_col + 1 - first_col(m, block);
}

/* ---- Rows outside of the tables ---------------------------------------- */

static bool put_row(making *m, uint32_t from, uint32_t row, uint32_t limit)
{
    const sheet_view *v = m->view;
    const grid *g = v->grid;

    for (size_t i = g->row_start[from]; i < g->row_start[from + 1]; i++) {
        const cell *c = &g->cells[i];
        merge_range r = view_range(v, from, c->col);

        if (r.row != from || r.col != c->col)
            continue; /* below a merge nothing is seen */
        if (r.last_row >= limit)
            r.last_row = limit - 1;
        if (!put(m, row, c->col, row + (r.last_row - from), r.last_col, c))
            return false;
    }
    return true;
}

static bool put_outside(making *m)
{
    const grid *g = m->view->grid;
    for (uint32_t row = 0; row < m->drop; row++)
        if (!put_row(m, row, row, m->drop))
            return false;
    for (uint32_t row = m->end; row < g->rows; row++)
        if (!put_row(m, row, m->behind + (row - m->end), g->rows))
            return false;
    return true;
}

/* ---- The table --------------------------------------------------------- */

/* A header that is lower than another's reaches down to the lines. */
static bool put_head(making *m, size_t block)
{
    const sheet_view *v = m->view;
    const key_block *b = &m->blocks[block];
    uint32_t from = first_col(m, block);

    for (uint32_t row = b->head; row <= b->head_last; row++)
        for (uint32_t c = from; c <= b->last_col; c++) {
            merge_range r = view_range(v, row, c);
            const cell *at = view_cell(v, row, c);
            uint32_t last;

            if (r.row != row || r.col != c || at == NULL)
                continue;
            last = r.last_row >= b->head_last ? m->depth - 1
                                              : r.last_row - b->head;
            if (!put(m, m->drop + (row - b->head), m->cols[block] + (c - from),
                     m->drop + last, m->cols[block] + (r.last_col - from),
                     at))
                return false;
        }
    return true;
}

/* The row of a table that a line has; UINT32_MAX for none. */
static uint32_t row_of(const making *m, size_t block, size_t line)
{
    const key_line *l = &m->lines->items[line];

    if (block == 0)
        return l->row;
    return l->beside == UINT32_MAX
               ? UINT32_MAX : m->blocks[block].head_last + 1 + l->beside;
}

/* The last line, from one on, that a range of a table's rows reaches: its
 * rows may stand on several lines each. */
static size_t last_line(const making *m, size_t block, size_t line,
                        uint32_t last_row)
{
    uint32_t row = row_of(m, block, line);

    while (line + 1 < m->lines->count) {
        uint32_t next = row_of(m, block, line + 1);

        if (next == UINT32_MAX || next > last_row || next < row)
            break;
        row = next;
        line++;
    }
    return line;
}

static bool put_line(making *m, size_t block, size_t line)
{
    const sheet_view *v = m->view;
    const key_block *b = &m->blocks[block];
    uint32_t row = row_of(m, block, line), from = first_col(m, block), above;

    if (row == UINT32_MAX ||
        (line > 0 && row_of(m, block, line - 1) == row))
        return true; /* it stands above already */
    above = line > 0 ? row_of(m, block, line - 1) : UINT32_MAX;
    for (uint32_t c = from; c <= b->last_col; c++) {
        merge_range r = view_range(v, row, c);
        const cell *at = view_cell(v, row, c);
        size_t last;

        /* what is merged over rows that are torn apart stands twice */
        if (at == NULL || r.col != c ||
            (above != UINT32_MAX && r.row <= above && above < row))
            continue;
        last = last_line(m, block, line, r.last_row);
        if (!put(m, m->first + (uint32_t)line, m->cols[block] + (c - from),
                 m->first + (uint32_t)last,
                 m->cols[block] + (r.last_col > b->last_col
                                       ? b->last_col : r.last_col) - from,
                 at))
            return false;
    }
    return true;
}

/* ---- Origins ----------------------------------------------------------- */

static merge_range origin_of(const void *of, uint32_t row, uint32_t col)
{
    const making *m = of;
    const sheet_view *v = m->view;
    size_t block = 0;
    uint32_t from;

    if (row < m->drop)
        return view_range(v, row, col);
    if (row >= m->behind)
        return view_range(v, m->end + row - m->behind, col);
    while (block + 1 < m->count && col >= m->cols[block + 1])
        block++;
    from = col < m->cols[block] ? col
                                : first_col(m, block) + (col - m->cols[block]);
    if (row < m->first) {
        uint32_t at = m->blocks[block].head + (row - m->drop);

        return view_range(v, at > m->blocks[block].head_last
                                 ? m->blocks[block].head_last : at, from);
    }
    row = row_of(m, block, row - m->first);
    if (row == UINT32_MAX) /* no indicator: below the header */
        row = m->blocks[block].head_last;
    return view_range(v, row, from);
}

/* A hidden column hides where it went, a hidden row of the first table too. */
static bool make_hidden(making *m)
{
    grid *g = &m->out->grid;
    const grid *from = m->view->grid;

    if (from->col_hidden != NULL) {
        g->col_hidden = arena_array(m->memory, (size_t)g->cols + 1,
                                    sizeof(*g->col_hidden));
        if (g->col_hidden == NULL)
            return false;
        for (size_t b = 0; b < m->count; b++)
            for (uint32_t c = 0; c < width(m, b); c++)
                g->col_hidden[m->cols[b] + c] =
                    from->col_hidden[first_col(m, b) + c];
    }
    if (from->row_hidden != NULL) {
        g->row_hidden = arena_array(m->memory, (size_t)g->rows + 1,
                                    sizeof(*g->row_hidden));
        if (g->row_hidden == NULL)
            return false;
        for (size_t n = 0; n < m->lines->count; n++)
            for (size_t b = 0; b < m->count; b++)
                g->row_hidden[m->first + n] =
                    g->row_hidden[m->first + n] ||
                    (row_of(m, b, n) != UINT32_MAX &&
                     from->row_hidden[row_of(m, b, n)]);
    }
    return true;
}

bool key_grid_make(key_grid *out, arena *a, const sheet_view *v,
                   const key_block *blocks, size_t count,
                   const key_lines *lines, uint32_t drop, uint32_t end)
{
    making m = { .out = out, .memory = a, .view = v, .blocks = blocks,
                 .count = count, .lines = lines, .drop = drop,
                 .end = end };
    const grid *g = v->grid;

    *out = (key_grid){ .grid = { .sheet = g->sheet, .state = g->state } };
    m.cols[0] = blocks[0].from;
    for (size_t b = 0; b < count; b++) {
        uint32_t depth = blocks[b].head_last - blocks[b].head + 1;

        m.depth = depth > m.depth ? depth : m.depth;
        if (b > 0)
            m.cols[b] = m.cols[b - 1] + width(&m, b - 1);
    }
    m.first = drop + m.depth;
    m.behind = m.first + (uint32_t)lines->count;
    out->grid.rows = m.behind + (g->rows - end);
    out->grid.cols = m.cols[count - 1] + width(&m, count - 1);
    if (out->grid.cols < g->cols)
        out->grid.cols = g->cols;
    if (!put_outside(&m))
        return false;
    for (size_t b = 0; b < count; b++) {
        if (!put_head(&m, b))
            return false;
        for (size_t n = 0; n < lines->count; n++)
            if (!put_line(&m, b, n))
                return false;
    }
    grid_sort_cells(&out->grid);
    grid_sort_merges(&out->grid);
    if (!grid_index(&out->grid, a) || !make_hidden(&m))
        return false;
    out->origins = view_origins(a, &out->grid, origin_of, &m);
    return out->origins != NULL;
}
