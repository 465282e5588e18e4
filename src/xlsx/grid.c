/*
 * grid.c - one sheet in memory: its cells in order, merges, hidden lines
 */
#include "xlsx/grid.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "xlsx/book_parts.h"
#include "xlsx/cellref.h"

enum { MERGE_REACH = 256 };

/* ---- Collecting ------------------------------------------------------- */

/* A growing block outside the arena, because it moves as it grows. */
typedef struct block {
    void *items;
    size_t count, room;
} block;

typedef struct span {
    uint32_t first, last;
} span;

typedef struct builder {
    const book *book;
    arena *memory;
    grid_wanted wanted; /* NULL: all */
    void *context;
    block cells, merges, rows, columns; /* the last two: hidden spans */
    bool failed, over, unordered;
} builder;

static void *push(builder *b, block *to, size_t size)
{
    if (to->count == to->room) {
        size_t wanted = to->room == 0 ? 64 : to->room * 2;
        void *grown = NULL;

        b->over = wanted > b->book->limits.memory_bytes / size;
        if (!b->over)
            grown = realloc(to->items, wanted * size);
        if (grown == NULL) {
            b->failed = true;
            return NULL;
        }
        to->items = grown;
        to->room = wanted;
    }
    return (char *)to->items + size * to->count++;
}

/* Shared strings live as long as the book; all else only during the event. */
static bool keep_text(builder *b, text *t)
{
    const shared_strings *s = &b->book->strings;
    uintptr_t at = (uintptr_t)t->bytes, first = (uintptr_t)s->bytes;
    char *copy;

    if (t->length == 0 || (s->bytes != NULL && at >= first &&
                           at - first < s->length))
        return true;
    copy = arena_strndup(b->memory, t->bytes, t->length);
    if (copy == NULL) {
        b->failed = true;
        b->over = b->memory->full;
        return false;
    }
    t->bytes = copy;
    return true;
}

static bool on_cell(void *context, const cell *c)
{
    builder *b = context;
    cell *kept;

    if ((c->type == CELL_EMPTY && !c->missing) ||
        (b->wanted != NULL && !b->wanted(b->context, c->row, c->col)))
        return true;
    kept = push(b, &b->cells, sizeof(*kept));
    if (kept == NULL)
        return false;
    *kept = *c;
    if (b->cells.count > 1 &&
        (kept[-1].row > c->row ||
         (kept[-1].row == c->row && kept[-1].col >= c->col)))
        b->unordered = true;
    return keep_text(b, &kept->value) && keep_text(b, &kept->iso);
}

static bool on_merge(void *context, const merge_range *range)
{
    builder *b = context;
    merge_range *kept = push(b, &b->merges, sizeof(*kept));

    if (kept != NULL)
        *kept = *range;
    return kept != NULL;
}

static bool add_span(builder *b, block *to, uint32_t first, uint32_t last)
{
    span *kept = push(b, to, sizeof(*kept));

    if (kept != NULL)
        *kept = (span){ first, last };
    return kept != NULL;
}

static bool on_hidden_row(void *context, uint32_t row)
{
    builder *b = context;

    return add_span(b, &b->rows, row, row);
}

static bool on_hidden_columns(void *context, uint32_t first, uint32_t last)
{
    builder *b = context;

    /* No sheet needs more; a hostile one would repeat the whole width. */
    return b->columns.count >= CELLREF_MAX_COLS ||
           add_span(b, &b->columns, first, last);
}

/* ---- Cells ------------------------------------------------------------ */

typedef struct ranked {
    const cell *cell;
    size_t position;
} ranked;

static int compare_places(const cell *a, const cell *b)
{
    if (a->row != b->row)
        return (a->row > b->row) - (a->row < b->row);
    return (a->col > b->col) - (a->col < b->col);
}

static int compare_ranked(const void *left, const void *right)
{
    const ranked *a = left, *b = right;
    int order = compare_places(a->cell, b->cell);

    if (order != 0)
        return order;
    return (a->position > b->position) - (a->position < b->position);
}

/* Of equal references only the last is copied. */
static bool sort_cells(grid *g, const builder *b)
{
    const cell *cells = b->cells.items;
    size_t count = b->cells.count;
    ranked *order = malloc(count * sizeof(*order));

    if (order == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        order[i] = (ranked){ &cells[i], i };
    qsort(order, count, sizeof(*order), compare_ranked);
    for (size_t i = 0; i < count; i++) {
        if (i + 1 == count ||
            compare_places(order[i].cell, order[i + 1].cell) != 0)
            g->cells[g->count++] = *order[i].cell;
    }
    free(order);
    return true;
}

static kpi_status take_cells(grid *g, const builder *b, kpi_error *err)
{
    g->cells = arena_items(b->memory, b->cells.count, sizeof(*g->cells));
    if (g->cells == NULL)
        return limits_fail_memory(err, b->memory);
    if (b->unordered)
        return sort_cells(g, b) ? KPI_OK : kpi_fail_nomem(err);
    g->count = b->cells.count;
    if (g->count != 0)
        memcpy(g->cells, b->cells.items, g->count * sizeof(*g->cells));
    return KPI_OK;
}

/* ---- Merged ranges ---------------------------------------------------- */

static int compare_merges(const void *left, const void *right)
{
    const merge_range *a = left, *b = right;

    if (a->row != b->row)
        return (a->row > b->row) - (a->row < b->row);
    if (a->col != b->col)
        return (a->col > b->col) - (a->col < b->col);
    if (a->last_row != b->last_row)
        return (a->last_row > b->last_row) - (a->last_row < b->last_row);
    return (a->last_col > b->last_col) - (a->last_col < b->last_col);
}

/* free_from[c] is the first row in which column c is not taken yet. */
static bool claim(uint32_t *free_from, const merge_range *m)
{
    for (uint32_t c = m->col; c <= m->last_col; c++) {
        if (free_from[c] > m->row)
            return false;
    }
    for (uint32_t c = m->col; c <= m->last_col; c++)
        free_from[c] = m->last_row + 1;
    return true;
}

/*
 * The sorted ranges are a balanced tree, each half around its middle; a node
 * knows the last row that any range below it reaches.
 */
static uint32_t set_reach(grid *g, size_t low, size_t high)
{
    size_t middle = low + (high - low) / 2;
    uint32_t reach, other;

    if (low >= high)
        return 0;
    reach = g->merges[middle].last_row;
    other = set_reach(g, low, middle);
    reach = other > reach ? other : reach;
    other = set_reach(g, middle + 1, high);
    reach = other > reach ? other : reach;
    g->merge_reach[middle] = reach;
    return reach;
}

void grid_set_reach(grid *g)
{
    (void)set_reach(g, 0, g->merge_count);
}

/* Columns up to the last one that any range covers. */
static size_t covered_columns(const merge_range *merges, size_t count)
{
    size_t columns = 0;

    for (size_t i = 0; i < count; i++)
        if (merges[i].last_col >= columns)
            columns = (size_t)merges[i].last_col + 1;
    return columns;
}

static kpi_status take_merges(grid *g, builder *b, kpi_error *err)
{
    const merge_range *merges = b->merges.items;
    uint32_t *free_from;

    if (b->merges.count == 0)
        return KPI_OK;
    qsort(b->merges.items, b->merges.count, sizeof(*merges), compare_merges);
    g->merges = arena_items(b->memory, b->merges.count, sizeof(*g->merges));
    g->merge_reach = arena_items(b->memory, b->merges.count,
                                 sizeof(*g->merge_reach));
    if (g->merges == NULL || g->merge_reach == NULL)
        return limits_fail_memory(err, b->memory);
    free_from = calloc(covered_columns(merges, b->merges.count),
                       sizeof(*free_from));
    if (free_from == NULL)
        return kpi_fail_nomem(err);
    for (size_t i = 0; i < b->merges.count; i++) {
        if (claim(free_from, &merges[i]))
            g->merges[g->merge_count++] = merges[i];
    }
    free(free_from);
    grid_set_reach(g);
    return KPI_OK;
}

static const merge_range *find_merge(const grid *g, size_t low, size_t high,
                                     uint32_t row, uint32_t col)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const merge_range *m = &g->merges[middle], *found;

        if (g->merge_reach[middle] < row)
            return NULL;
        found = find_merge(g, low, middle, row, col);
        if (found != NULL)
            return found;
        if (m->row > row)
            return NULL;
        if (row <= m->last_row && col >= m->col && col <= m->last_col)
            return m;
        low = middle + 1;
        if (m->row == row && m->col > col)
            return NULL;
    }
    return NULL;
}

/* ---- Extent and hidden lines ------------------------------------------ */

static void set_extent(grid *g)
{
    uint32_t rows = 0, cols = 0, most_rows, most_cols;

    for (size_t i = 0; i < g->count; i++) {
        if (g->cells[i].col >= cols)
            cols = g->cells[i].col + 1;
    }
    if (g->count != 0)
        rows = g->cells[g->count - 1].row + 1;
    most_rows = rows + MERGE_REACH;
    most_cols = cols + MERGE_REACH;
    for (size_t i = 0; i < g->merge_count; i++) {
        const merge_range *m = &g->merges[i];

        if (m->last_row >= rows)
            rows = m->last_row < most_rows ? m->last_row + 1 : most_rows;
        if (m->last_col >= cols)
            cols = m->last_col < most_cols ? m->last_col + 1 : most_cols;
    }
    g->rows = rows < CELLREF_MAX_ROWS ? rows : CELLREF_MAX_ROWS;
    g->cols = cols < CELLREF_MAX_COLS ? cols : CELLREF_MAX_COLS;
}

static bool take_hidden(bool **out, const block *from, uint32_t count,
                        arena *memory)
{
    const span *spans = from->items;

    for (size_t i = 0; i < from->count; i++) {
        if (spans[i].first >= count)
            continue;
        if (*out == NULL)
            *out = arena_array(memory, count, sizeof(**out));
        if (*out == NULL)
            return false;
        for (uint32_t at = spans[i].first;
             at <= spans[i].last && at < count; at++)
            (*out)[at] = true;
    }
    return true;
}

static bool index_rows(grid *g, arena *memory)
{
    size_t at = 0;

    g->row_start = arena_items(memory, (size_t)g->rows + 1,
                               sizeof(*g->row_start));
    if (g->row_start == NULL)
        return false;
    for (uint32_t row = 0; row < g->rows; row++) {
        g->row_start[row] = at;
        while (at < g->count && g->cells[at].row == row)
            at++;
    }
    g->row_start[g->rows] = g->count;
    return true;
}

static kpi_status take_all(grid *g, builder *b, kpi_error *err)
{
    kpi_status status = take_cells(g, b, err);

    if (status == KPI_OK)
        status = take_merges(g, b, err);
    if (status != KPI_OK)
        return status;
    set_extent(g);
    if (!take_hidden(&g->row_hidden, &b->rows, g->rows, b->memory) ||
        !take_hidden(&g->col_hidden, &b->columns, g->cols, b->memory) ||
        !index_rows(g, b->memory))
        return limits_fail_memory(err, b->memory);
    return KPI_OK;
}

/* ---- Face ------------------------------------------------------------- */

kpi_status grid_read(grid *out, arena *a, book *b, size_t index,
                     kpi_error *err)
{
    return grid_read_some(out, a, b, index, NULL, NULL, err);
}

kpi_status grid_read_some(grid *out, arena *a, book *b, size_t index,
                          grid_wanted wanted, void *context, kpi_error *err)
{
    builder build = { .book = b, .memory = a, .wanted = wanted,
                      .context = context };
    sheet_events events = { &build, on_cell, on_merge, on_hidden_row,
                            on_hidden_columns };
    kpi_status status = sheet_read(b, index, &events, err);
    grid g = { .sheet = book_sheet(b, index)->name,
               .state = book_sheet(b, index)->state };

    *out = (grid){ .sheet = "" };
    if (status == KPI_OK && build.failed)
        status = build.over
                     ? limits_fail(err, g.sheet, "the sheet needs more memory",
                                   "memory-bytes", b->limits.memory_bytes)
                     : kpi_fail_nomem(err);
    if (status == KPI_OK)
        status = take_all(&g, &build, err);
    if (status == KPI_OK)
        *out = g;
    free(build.cells.items);
    free(build.merges.items);
    free(build.rows.items);
    free(build.columns.items);
    return status;
}

const cell *grid_cell(const grid *g, uint32_t row, uint32_t col)
{
    size_t low, high;

    if (row >= g->rows)
        return NULL;
    low = g->row_start[row];
    high = g->row_start[row + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (g->cells[middle].col == col)
            return &g->cells[middle];
        if (g->cells[middle].col < col)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const merge_range *grid_merge(const grid *g, uint32_t row, uint32_t col)
{
    return find_merge(g, 0, g->merge_count, row, col);
}

const cell *grid_shown(const grid *g, uint32_t row, uint32_t col)
{
    const merge_range *m = grid_merge(g, row, col);

    return m == NULL ? grid_cell(g, row, col) : grid_cell(g, m->row, m->col);
}
