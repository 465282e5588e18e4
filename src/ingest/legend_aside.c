/*
 * legend_aside.c - what the grades mean, beside a table
 */
#include "ingest/legend_aside.h"

#include "ingest/reader/note_words.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

/* A longer one would be a table; no sheet has more columns of them. */
enum { MOST_GRADES = 10, MOST_COLUMNS = 4, TITLE_BYTES = 36 };

/* Cells below each other, each alone in its row on the right. */
typedef struct run {
    size_t first, count; /* of all cells that end there */
    uint32_t last_row;
    bool titled;         /* the first one is a title */
} run;

static bool is_alone(const grid *g, size_t i)
{
    return i + 1 == g->count || g->cells[i + 1].row != g->cells[i].row ||
           g->cells[i + 1].col > g->cells[i].col + 1;
}

/* Two cells beside each other, and nothing behind them. */
static bool is_pair(const grid *g, size_t i)
{
    const cell *c = &g->cells[i];

    return i + 1 < g->count &&
           c[1].row == c->row && c[1].col == c->col + 1 &&
           c[1].type == CELL_STRING && is_alone(g, i + 1);
}

/* Ａ, 順調, or 4 of a scale of points. */
static bool is_grade(const cell *c)
{
    size_t next;

    if (c->type != CELL_STRING && c->type != CELL_NUMBER)
        return false;
    return (glyph_digit(c->value, 0, &next) >= 0 &&
            next == c->value.length) ||
           (c->type == CELL_STRING && note_names_grade(c->value));
}

/* Ａ | 達成率100％以上: the grade in a cell of its own. */
static bool pair_explains(const grid *g, size_t i)
{
    static const char *const said[] = { "達成", "目標", "計画", "順調", "遅れ",
                                        "以上", "未満", "％", "%" };

    return is_pair(g, i) && is_grade(&g->cells[i]) &&
           text_contains_one(g->cells[i + 1].value, said,
                             sizeof(said) / sizeof(*said));
}

/* Marks the cells of a run that explains two grades at least. */
static size_t drop_run(const grid *g, uint32_t col, const run *of, bool *drop)
{
    size_t meanings = of->count - of->titled, left = of->count;

    if (meanings < 2 || meanings > MOST_GRADES)
        return 0;
    for (size_t i = of->first; left > 0; i++)
        if (g->cells[i].col == col) {
            drop[i] = true;
            if (is_pair(g, i))
                drop[i + 1] = true;
            left--;
        }
    return of->count;
}

/* The legends in a column that stands behind an empty one. 基本政策, merged up to
 * ①：健康なまち, is the label of that. */
static size_t drop_column(const reader *r, const grid *g, uint32_t col,
                          bool *drop)
{
    run now = { .count = 0 };
    size_t dropped = 0;

    for (size_t i = 0; i < g->count; i++) {
        const cell *c = &g->cells[i];
        bool means, title;

        if (c->col != col)
            continue;
        means = ((c->type == CELL_STRING && is_alone(g, i) &&
                  note_explains_grade(c->value)) || pair_explains(g, i)) &&
                !view_filled(&r->view, c->row, col - 1);
        title = !means && c->type == CELL_STRING &&
                (is_alone(g, i) || is_pair(g, i)) &&
                c->value.length <= TITLE_BYTES;
        if (means && now.count > 0 && c->row == now.last_row + 1) {
            now.count++;
        } else {
            dropped += drop_run(g, col, &now, drop);
            now = (run){ .first = i, .count = means || title,
                         .titled = title };
        }
        now.last_row = c->row;
    }
    return dropped + drop_run(g, col, &now, drop);
}

/* Columns behind an empty one, from the second group on: at most so many. */
static unsigned find_columns(uint32_t *cols, const grid *g, const bool *filled)
{
    unsigned count = 0;
    bool group = false;

    for (uint32_t c = 1; c < g->cols && count < MOST_COLUMNS; c++) {
        group = group || filled[c - 1];
        if (group && filled[c] && !filled[c - 1])
            cols[count++] = c;
    }
    return count;
}

static bool copy_without(const grid **out, arena *a, const grid *g,
                         const bool *drop)
{
    grid *kept = arena_alloc(a, sizeof(*kept));
    cell *cells = arena_array(a, g->count + 1, sizeof(*cells));
    size_t count = 0;

    if (kept == NULL || cells == NULL)
        return false;
    for (size_t i = 0; i < g->count; i++)
        if (!drop[i])
            cells[count++] = g->cells[i];
    *kept = *g;
    kept->cells = cells;
    kept->count = count;
    *out = kept;
    return grid_index(kept, a);
}

/* What was left out of a column, for `inspect`. */
static void note_dropped(reader *r, const grid *g, uint32_t col,
                         const bool *drop)
{
    const cell *first = NULL, *last = NULL;

    for (size_t i = 0; i < g->count; i++) {
        if (!drop[i] || g->cells[i].col != col)
            continue;
        first = first == NULL ? &g->cells[i] : first;
        last = &g->cells[i];
    }
    if (first != NULL)
        reader_ignore(r, first->row, last->row, "beside-the-table",
                      first->value);
}

bool legend_aside_take(const grid **out, reader *r, arena *a, const grid *g)
{
    arena_mark mark = arena_get_mark(a);
    uint32_t cols[MOST_COLUMNS];
    bool *filled = grid_filled_columns(a, g), *drop;
    size_t dropped = 0;
    unsigned count;

    *out = g;
    if (filled == NULL)
        return false;
    count = find_columns(cols, g, filled);
    if (count == 0) { /* as in most sheets */
        arena_rewind(a, mark);
        return true;
    }
    drop = arena_array(a, g->count + 1, sizeof(*drop));
    if (drop == NULL)
        return false;
    for (unsigned i = 0; i < count; i++) {
        dropped += drop_column(r, g, cols[i], drop);
        note_dropped(r, g, cols[i], drop);
    }
    return dropped == 0 || copy_without(out, a, g, drop);
}
