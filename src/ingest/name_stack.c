/*
 * name_stack.c - one column with a project's name above its indicator's
 */
#include "ingest/name_stack.h"

#include <string.h>

#include "ingest/table/grid_turn.h"
#include "wording/fold.h"

enum { HEAD_ROWS = 20, HEAD_BYTES = 90, POSITIONS = 40000, STACK_ROWS = 8 };

typedef struct name_stack {
    reader *reader;
    arena *memory;
    uint32_t col;         /* of the names */
    uint32_t line_col;    /* of 計画 and 実績; UINT32_MAX: merges tell */
    uint32_t head, first; /* the header's row, and the row behind it */
    text words[2];        /* of the header: 事業名, 指標 */
    uint32_t *ends;       /* of a row where a stack begins: behind it; or 0 */
    grid grid;            /* of two columns */
    view_origin *origins; /* of all positions */
} name_stack;

/* ---- Finding ---------------------------------------------------------- */

/* 上段：事業名 */
static text without_place(text t)
{
    static const char *const places[] = { "上段：", "上段:", "下段：", "下段:",
                                          "（上段）", "（下段）", "(上段)",
                                          "(下段)", "上段", "下段" };

    for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
        if (text_starts(t, places[i]))
            return text_trim(text_from(t, strlen(places[i])));
        if (text_ends(t, places[i]))
            return text_trim(text_cut(t, 0, t.length - strlen(places[i])));
    }
    return t;
}

/* （来場者数）: what is in the brackets, where they are around all of it. */
static text without_brackets(text t)
{
    static const char *const pairs[][2] = { { "（", "）" }, { "(", ")" } };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++)
        if (text_starts(t, pairs[i][0]) && text_ends(t, pairs[i][1]) &&
            text_find(t, pairs[i][1], 0) + strlen(pairs[i][1]) == t.length)
            return text_trim(text_cut(t, strlen(pairs[i][0]),
                                      t.length - strlen(pairs[i][1])));
    return t;
}

static bool is_word(name_stack *s, text t, bool indicator)
{
    header_roles *roles = s->reader->roles;
    int context_year = s->reader->context_year;
    const header_word *w;

    if (!header_roles_may_be(roles, t, context_year))
        return false;
    w = header_roles_find(roles, t, context_year);
    return w->exact && !w->has_year &&
           (indicator ? w->role == ROLE_KPI
                      : w->role == ROLE_PROJECT || w->role == ROLE_MEASURE);
}

static bool take_words(name_stack *s, text upper, text lower)
{
    s->words[0] = without_place(text_trim(upper));
    s->words[1] = without_place(without_brackets(text_trim(lower)));
    return is_word(s, s->words[0], false) && is_word(s, s->words[1], true);
}

/* By the first bytes of what may stand between two words. */
static bool may_part(text t)
{
    for (size_t i = 0; i < t.length; i++)
        switch ((unsigned char)t.bytes[i]) {
        case '\n': case '/': case '(': case 0xEF:
            return true;
        case 0xE3:
            if (text_starts(text_from(t, i), "・"))
                return true;
            break;
        default:
            break;
        }
    return false;
}

/* 事業名・指標, 取組／KPI, 事業名（指標）: a project's word and an indicator's. */
static bool names_both(name_stack *s, text t)
{
    static const char *const between[] = { "\n", "・", "／", "/", "（", "(" };

    if (t.length > HEAD_BYTES || !may_part(t))
        return false;
    for (size_t i = 0; i < sizeof(between) / sizeof(*between); i++) {
        size_t at = text_find(t, between[i], 0), behind;

        if (at == SIZE_MAX || at == 0)
            continue;
        behind = at + (i < 4 ? strlen(between[i]) : 0);
        if (take_words(s, text_cut(t, 0, at), text_from(t, behind)))
            return true;
    }
    return false;
}

/* 事業名 in a cell, 指標名 in the one below it, beside headers that are merged
 * over both rows: else they may be labels. */
static bool names_both_below(name_stack *s, uint32_t row, uint32_t col)
{
    const sheet_view *v = &s->reader->view;
    const cell *below = view_cell(v, row + 1, col);

    return below != NULL && below->type == CELL_STRING &&
           below->row == row + 1 && below->col == col &&
           below->value.length <= HEAD_BYTES &&
           view_range(v, row + 1, col).last_col == col &&
           view_next(v, row + 1, 0) == col &&
           view_next(v, row + 1, col + 1) == UINT32_MAX &&
           view_next(v, row, col + 1) != UINT32_MAX &&
           take_words(s, view_text(v, row, col), below->value);
}

static bool find_head(name_stack *s)
{
    const sheet_view *v = &s->reader->view;
    const grid *g = v->grid;

    for (size_t i = 0; i < g->count && g->cells[i].row < HEAD_ROWS; i++) {
        const cell *c = &g->cells[i];
        merge_range m;

        if (c->type != CELL_STRING || c->value.length > HEAD_BYTES ||
            !(table_may_be_word(v, s->reader->roles, c->row, c->col,
                                s->reader->context_year) ||
              text_starts(c->value, "上段")))
            continue;
        m = view_range(v, c->row, c->col);
        if (m.last_col > m.col)
            continue;
        s->head = c->row;
        s->col = c->col;
        if (names_both(s, view_cell_text(v, c))) {
            s->first = m.last_row + 1;
            return true;
        }
        if (m.last_row == m.row && names_both_below(s, c->row, c->col)) {
            s->first = view_range(v, c->row + 1, c->col).last_row + 1;
            return true;
        }
    }
    return false;
}

/* The folded words of a line's cell; false where it is none of a line. */
static bool line_words(name_stack *s, text *key, uint32_t row, uint32_t col)
{
    return fold_key(s->memory, key, view_text(&s->reader->view, row, col)) &&
           key->length > 0 && content_is_line(*key);
}

static void find_lines(name_stack *s)
{
    const sheet_view *v = &s->reader->view;
    text key;

    s->line_col = UINT32_MAX;
    for (uint32_t row = s->first;
         row < v->grid->rows && row < s->first + STACK_ROWS; row++)
        for (uint32_t c = view_next(v, row, s->col + 1); c != UINT32_MAX;
             c = view_next(v, row, c + 1))
            if (view_cell(v, row, c)->type == CELL_STRING &&
                line_words(s, &key, row, c)) {
                s->line_col = c;
                return;
            }
}

/* Something begins there in the column of names. */
static bool is_filled(const name_stack *s, uint32_t row)
{
    const sheet_view *v = &s->reader->view;

    return row < v->grid->rows && view_filled(v, row, s->col) &&
           view_begins(v, row, s->col);
}

static bool is_name(const name_stack *s, uint32_t row)
{
    return is_filled(s, row) &&
           view_cell(&s->reader->view, row, s->col)->type == CELL_STRING;
}

/* The row behind the lines of one indicator, by what they hold; `row` where
 * none begins. */
static uint32_t lines_end(name_stack *s, uint32_t row)
{
    text begins, key;
    uint32_t end = row;

    if (!line_words(s, &begins, row, s->line_col))
        return row;
    do
        end++;
    while (end < s->reader->view.grid->rows &&
           line_words(s, &key, end, s->line_col) &&
           !text_equal(key, begins));
    return end;
}

/* The same by a cell that is merged over them beside the names. */
static uint32_t merged_end(const name_stack *s, uint32_t row)
{
    const sheet_view *v = &s->reader->view;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        merge_range m = view_range(v, row, c);

        if (c != s->col && m.row == row && m.last_row > row)
            return m.last_row + 1;
    }
    return row;
}

/* Below a project's name its indicator's, and none else; a project may have
 * another indicator, with nothing above its name. */
static bool is_stack(const name_stack *s, uint32_t row, uint32_t end,
                     bool goes_on)
{
    if (end < row + 2 || end > row + STACK_ROWS || !is_name(s, row + 1) ||
        (is_filled(s, row)
             ? !is_name(s, row)
             : !goes_on || view_filled(&s->reader->view, row, s->col)))
        return false;
    for (uint32_t below = row + 2; below < end; below++)
        if (is_filled(s, below))
            return false;
    return true;
}

/* All lines below the header are of such stacks; between them may stand
 * headings and notes. */
static bool find_stacks(name_stack *s)
{
    uint32_t rows = s->reader->view.grid->rows;
    bool found = false;

    s->ends = arena_array(s->memory, (size_t)rows + 1, sizeof(*s->ends));
    if (s->ends == NULL) {
        s->reader->failed = true;
        return false;
    }
    for (uint32_t row = s->first; row < rows;) {
        uint32_t end = s->line_col == UINT32_MAX ? merged_end(s, row)
                                                 : lines_end(s, row);

        if (end == row) {
            row++;
            continue;
        }
        if (!is_stack(s, row, end, found))
            return false;
        found = true;
        s->ends[row] = end;
        row = end;
    }
    return found;
}

/* ---- Two columns of it ------------------------------------------------ */

static bool is_head(const name_stack *s, uint32_t row)
{
    const sheet_view *v = &s->reader->view;

    return row == s->head ||
           (row >= s->first && text_equal(view_text(v, row, s->col),
                                          view_text(v, s->head, s->col)));
}

static void put_cell(name_stack *s, const cell *c, uint32_t row, uint32_t col,
                     text value)
{
    cell *to = &s->grid.cells[s->grid.count++];

    *to = *c;
    to->row = row;
    to->col = col;
    to->value = value;
}

/* A cell of the names below the header; `stack` is the row where the last
 * stack above it begins. */
static void put_name(name_stack *s, const cell *c, uint32_t stack)
{
    if (is_head(s, c->row)) {
        put_cell(s, c, c->row, s->col, s->words[0]);
        put_cell(s, c, c->row, s->col + 1, s->words[1]);
    } else if (c->row > stack && c->row < s->ends[stack]) {
        if (is_name(s, c->row))
            put_cell(s, c, stack, s->col + 1,
                     without_brackets(view_cell_text(&s->reader->view, c)));
    } else if (c->row < s->head || c->row >= s->first) {
        put_cell(s, c, c->row, s->col, c->value);
    }
}

static bool make_cells(name_stack *s, const grid *g)
{
    uint32_t stack = 0;

    s->grid.cells = arena_array(s->memory, 2 * g->count,
                                sizeof(*s->grid.cells));
    if (s->grid.cells == NULL)
        return false;
    for (size_t i = 0; i < g->count; i++) {
        const cell *c = &g->cells[i];

        for (uint32_t row = stack + 1; row <= c->row; row++)
            stack = s->ends[row] != 0 ? row : stack;
        if (c->col == s->col)
            put_name(s, c, stack);
        else
            put_cell(s, c, c->row, c->col + (c->col > s->col), c->value);
    }
    grid_sort_cells(&s->grid);
    return true;
}

static bool put_merge(name_stack *s, size_t *capacity, uint32_t row,
                      uint32_t col, uint32_t last_row, uint32_t last_col)
{
    return grid_push_merge(&s->grid, s->memory, capacity,
                           (merge_range){ row, col, last_row, last_col });
}

/* Over the lines of a header and of a stack, in both columns. */
static bool put_both(name_stack *s, size_t *capacity, uint32_t row,
                     uint32_t last)
{
    return last <= row ||
           (put_merge(s, capacity, row, s->col, last, s->col) &&
            put_merge(s, capacity, row, s->col + 1, last, s->col + 1));
}

static bool make_merges(name_stack *s, const grid *g)
{
    size_t capacity = 0;
    uint32_t stack = 0;

    for (size_t i = 0; i < g->merge_count; i++) {
        const merge_range *m = &g->merges[i];
        bool names = m->col == s->col && m->last_col == s->col;
        bool wider = m->last_col > s->col ||
                     (m->last_col == s->col && m->col < s->col);

        for (uint32_t row = stack + 1; row <= m->row; row++)
            stack = s->ends[row] != 0 ? row : stack;
        if (names && (m->row < s->ends[stack] ||
                      (m->row >= s->head && m->row < s->first)))
            continue;
        if (names && is_head(s, m->row)
                ? !put_both(s, &capacity, m->row, m->last_row)
                : !put_merge(s, &capacity, m->row,
                             m->col + (m->col > s->col), m->last_row,
                             m->last_col + wider))
            return false;
    }
    if (!put_both(s, &capacity, s->head, s->first - 1))
        return false;
    for (uint32_t row = s->first; row < g->rows; row++)
        if (s->ends[row] != 0 &&
            ((is_filled(s, row) &&
              !put_merge(s, &capacity, row, s->col, s->ends[row] - 1,
                         s->col)) ||
             !put_merge(s, &capacity, row, s->col + 1, s->ends[row] - 1,
                        s->col + 1)))
            return false;
    grid_sort_merges(&s->grid);
    return true;
}

static merge_range origin_of(const void *making, uint32_t row, uint32_t col)
{
    const name_stack *s = making;

    return view_range(&s->reader->view,
                      row + (s->ends[row] != 0 && col == s->col + 1),
                      col - (col > s->col));
}

static bool make_hidden(name_stack *s, const grid *g)
{
    if (g->col_hidden == NULL)
        return true;
    s->grid.col_hidden = arena_array(s->memory, s->grid.cols,
                                     sizeof(*s->grid.col_hidden));
    for (uint32_t col = 0; s->grid.col_hidden != NULL && col < s->grid.cols;
         col++)
        s->grid.col_hidden[col] = g->col_hidden[col - (col > s->col)];
    return s->grid.col_hidden != NULL;
}

static bool make_grid(name_stack *s, const grid *g)
{
    s->grid = (grid){ .sheet = g->sheet, .state = g->state, .rows = g->rows,
                      .cols = g->cols + 1, .row_hidden = g->row_hidden };
    if (!make_cells(s, g) || !make_merges(s, g) || !make_hidden(s, g) ||
        !grid_index(&s->grid, s->memory))
        return false;
    s->origins = view_origins(s->memory, &s->grid, origin_of, s);
    return s->origins != NULL;
}

/* ---- Reading ---------------------------------------------------------- */

/* The report's columns as the sheet has them. */
static void put_back(const name_stack *s, ingest_table *t)
{
    for (size_t i = 0; i < t->column_count; i++)
        t->columns[i].col -= t->columns[i].col > s->col;
    t->col -= t->col > s->col;
    t->last_col -= t->last_col > s->col;
}

bool name_stack_read(reader *r, arena *scratch, size_t *tables,
                     near_miss *near, bool *read)
{
    name_stack s = { .reader = r, .memory = scratch };
    const grid *g = r->view.grid;
    sheet_view sheet = r->view;
    size_t first = r->table_count;

    *read = false;
    if (!grid_turn_fits(g) || (size_t)g->rows * g->cols > POSITIONS ||
        !find_head(&s))
        return true;
    find_lines(&s);
    if (!find_stacks(&s))
        return !r->failed;
    if (!make_grid(&s, g) ||
        !sheet_walk_made(r, scratch, &s.grid, s.origins,
                         (size_t)s.grid.rows * s.grid.cols, tables, near,
                         read))
        return false;
    for (size_t i = first; i < r->table_count; i++)
        put_back(&s, &r->tables[i]);
    r->view = sheet;
    return true;
}
