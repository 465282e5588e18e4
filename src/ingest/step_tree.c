/*
 * step_tree.c - levels that step to the right, a line each, below one header
 */
#include "ingest/step_tree.h"

#include "ingest/header/banner.h"
#include "ingest/rows/row_words.h"
#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { STEPS_MIN = 2, STEPS_MOST = 5, HEAD_ROWS = 30, NAME_BYTES = 600,
       WORDS_MIN = 2 };

#define COUNT(items) (sizeof(items) / sizeof(*(items)))

typedef struct step_tree {
    reader *reader;
    arena *memory;
    uint32_t head, first, col;  /* the header, the row behind it, the column */
    unsigned steps;
    text words[STEPS_MOST];     /* of the columns */
    bool told;                  /* the header says them */
    bool indicators;            /* the last step's are indicators */
    uint32_t end;               /* the row behind the last line; notes follow */
    remake made;
    uint32_t out;               /* the next row of that */
    uint32_t *to;               /* of each row of the sheet: its new one */
    uint32_t open[STEPS_MOST];  /* row + 1 of the open line of a level; 0 */
    uint32_t since[STEPS_MOST]; /* its first row in what is made */
    bool fits;
} step_tree;

/* ---- Finding ---------------------------------------------------------- */

/* The step of a row's first cell; `steps` for a row without. Only a number's
 * column may stand in front. */
static unsigned step_of(const step_tree *s, uint32_t row)
{
    uint32_t c = view_next(&s->reader->view, row, s->col);

    return c == UINT32_MAX || c >= s->col + s->steps ? s->steps : c - s->col;
}

static const header_word *word_of(const step_tree *s, text t)
{
    return header_roles_find(s->reader->roles, t, s->reader->context_year);
}

/* Nothing stands beside a row's first cell, but whose it is. */
static bool is_alone(const step_tree *s, uint32_t row)
{
    const sheet_view *v = &s->reader->view;
    uint32_t c = view_next(v, row, 0);

    while ((c = view_next(v, row, view_range(v, row, c).last_col + 1)) !=
           UINT32_MAX) {
        role beside = word_of(s, view_text(v, s->head, c))->role;

        if (beside != ROLE_BUREAU && beside != ROLE_DIVISION)
            return false;
    }
    return true;
}

/* The words behind the steps' own: two at least, a figure's among them;
 * *named: one is an indicator's, and none a level's. */
static bool heads_figures(const step_tree *s, bool *named)
{
    const sheet_view *v = &s->reader->view;
    unsigned words = 0, figures = 0;

    *named = false;
    for (uint32_t c = view_next(v, s->head, s->col + s->steps);
         c != UINT32_MAX; c = view_next(v, s->head, c + 1)) {
        const header_word *w;

        if (!table_may_be_word(v, s->reader->roles, s->head, c,
                               s->reader->context_year))
            continue;
        w = table_word(v, s->reader->roles, s->head, c,
                       s->reader->context_year);
        if (w->exact && role_is_level(w->role))
            return false;
        *named = *named || w->role == ROLE_KPI;
        words += w->exact || w->year_only;
        figures += role_is_figure(w->role) || w->year_only;
    }
    return words >= WORDS_MIN && figures > 0;
}

/* The columns of a header's first cell, or of the one behind No.: those that it
 * is merged over, else up to the next one. */
static unsigned find_steps(step_tree *s, uint32_t row)
{
    const sheet_view *v = &s->reader->view;
    uint32_t next;

    s->col = view_next(v, row, 0);
    if (s->col == UINT32_MAX || view_cell(v, row, s->col)->type != CELL_STRING)
        return 0;
    next = view_next(v, row, s->col + 1);
    if (next == s->col + 1 &&
        table_may_be_word(v, s->reader->roles, row, s->col,
                          s->reader->context_year) &&
        word_of(s, view_text(v, row, s->col))->role == ROLE_NO) {
        s->col = next;
        next = view_next(v, row, s->col + 1);
    }
    return next == UINT32_MAX || next - s->col > STEPS_MOST ? 0
                                                            : next - s->col;
}

/* A header's cell over several columns, each a step of what is below. */
static bool find_head(step_tree *s)
{
    const sheet_view *v = &s->reader->view;

    for (uint32_t row = 0; row + 1 < v->grid->rows && row < HEAD_ROWS; row++) {
        s->steps = find_steps(s, row);
        if (s->steps < STEPS_MIN)
            continue;
        s->head = row;
        s->first = view_range(v, row, s->col).last_row + 1;
        if (s->first < v->grid->rows && step_of(s, s->first) == 0 &&
            heads_figures(s, &s->indicators)) {
            s->indicators = !s->indicators;
            return true;
        }
    }
    return false;
}

static uint32_t next_line(const sheet_view *v, uint32_t row)
{
    while (++row < v->grid->rows && view_next(v, row, 0) == UINT32_MAX)
        ;
    return row;
}

/* Does a row hold one step's cell at most, alone where what is below it is a
 * step further in? *open is the innermost one above it. */
static bool is_step(const step_tree *s, uint32_t row, unsigned *open)
{
    const sheet_view *v = &s->reader->view;
    unsigned n = step_of(s, row);
    uint32_t c = view_next(v, row, s->col);
    bool last = n + 1 == s->steps, holder = s->indicators && n + 2 == s->steps;
    const cell *at = view_cell(v, row, c);

    if (n == s->steps) /* more of the line above */
        return c >= s->col + s->steps && *open + 1 == s->steps;
    if (at->type != CELL_STRING || at->value.length > NAME_BYTES ||
        (!last && view_range(v, row, c).last_row > row) || n > *open + 1)
        return false;
    for (uint32_t i = c + 1; i < s->col + s->steps; i++)
        if (view_begins(v, row, i) && view_filled(v, row, i))
            return false;
    *open = n;
    return last || (c == view_next(v, row, 0) && (holder || is_alone(s, row)));
}

/* Each line steps in by one or comes back; all behind the last are notes. */
static bool find_lines(step_tree *s)
{
    const sheet_view *v = &s->reader->view;
    unsigned open = UINT32_MAX, outer = 0, inner = 0;

    for (uint32_t row = s->first, next; row < v->grid->rows; row = next) {
        unsigned n = step_of(s, row), below;

        next = next_line(v, row);
        below = next < v->grid->rows ? step_of(s, next) : s->steps;
        if (view_next(v, row, 0) == UINT32_MAX)
            continue;
        if (n + 1 < s->steps && below != n + 1) {
            /* nothing belongs to it: no line of a level */
            if (n > 0 || !is_alone(s, row))
                return false;
            s->end = s->end == 0 ? row : s->end;
            continue;
        }
        if (s->end != 0 || !is_step(s, row, &open))
            return false;
        outer += n == 0;
        inner += n + 1 == s->steps;
    }
    s->end = s->end == 0 ? v->grid->rows : s->end;
    return outer > 0 && inner > 1;
}

/* ---- The levels' words ------------------------------------------------- */

/* 基本目標／施策／事業: a word for each step. */
static bool split_words(step_tree *s, text t)
{
    unsigned n = 0;
    size_t begin = 0;

    for (size_t at = 0, next; at <= t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);
        const header_word *w;

        if (c != GLYPH_END && c != GLYPH_SLASH && c != GLYPH_COMMA &&
            c != GLYPH_ARROW && c != GLYPH_BREAK &&
            !text_starts(text_from(t, at), "＞") &&
            !text_starts(text_from(t, at), ">"))
            continue;
        if (n == s->steps)
            return false;
        s->words[n] = text_trim(text_cut(t, begin, at));
        w = word_of(s, s->words[n++]);
        if (s->words[n - 1].length == 0 || !w->exact ||
            !(role_is_level(w->role) ||
              (n == s->steps && w->role == ROLE_KPI)))
            return false;
        begin = next;
        if (c == GLYPH_END)
            break;
    }
    return n == s->steps &&
           s->indicators == (word_of(s, s->words[n - 1])->role == ROLE_KPI);
}

/* As many levels usually are these; 施策１ as the outermost says itself what it
 * is. */
static bool usual_words(step_tree *s)
{
    static const char *const usual[][4] = {
        { "事業名" },
        { "施策", "事業名" },
        { "基本目標", "施策", "事業名" },
        { "基本目標", "施策", "取組", "事業名" }
    };
    const sheet_view *v = &s->reader->view;
    unsigned levels = s->steps - s->indicators;
    text no, title;
    bool measures;

    if (levels > COUNT(usual))
        return false;
    for (unsigned n = 0; n < levels; n++)
        s->words[n] = text_of(usual[levels - 1][n]);
    measures = heading_read(view_text(v, s->first, s->col), &no, &title) ==
               STYLE_MEASURE_WORD;
    if (levels == 3 && measures) {
        s->words[0] = text_of("施策");
        s->words[1] = text_of("取組");
    }
    if (s->indicators)
        s->words[levels] = text_of("指標");
    return true;
}

static bool find_words(step_tree *s)
{
    s->told = split_words(s, view_text(&s->reader->view, s->head, s->col));
    return s->told || usual_words(s);
}

/* ---- A table of them --------------------------------------------------- */

static bool end_row(step_tree *s, uint32_t from)
{
    s->to[from] = s->out;
    s->made.rows[s->out++] = from;
    return true;
}

/* The cells of a row from a column on, in the row that is made; beside an
 * indicator its project's cells must find their places free. */
static bool put_cells(step_tree *s, uint32_t from, uint32_t col,
                      uint32_t beside)
{
    const sheet_view *v = &s->reader->view;
    bool ok = true;

    for (uint32_t c = view_next(v, from, col); c != UINT32_MAX && ok;
         c = view_next(v, from, c + 1)) {
        s->fits = s->fits &&
                  (beside == UINT32_MAX || !view_filled(v, beside, c));
        if (view_begins(v, from, c))
            ok = remake_put(&s->made, view_cell(v, from, c), text_of(""),
                            s->out, c);
    }
    return ok;
}

/* The row of the open project where its indicators are the last step; 0. */
static uint32_t holder_of(const step_tree *s)
{
    return s->indicators ? s->open[s->steps - 2] : 0;
}

/* The open lines, in front of the first row that belongs to them. */
static bool put_open(step_tree *s, uint32_t row)
{
    const sheet_view *v = &s->reader->view;

    for (unsigned n = 0; n + 1 < s->steps; n++) {
        uint32_t from = s->open[n] - 1;

        if (s->open[n] == 0 || s->since[n] != UINT32_MAX)
            continue;
        s->since[n] = s->out;
        if (!remake_put(&s->made, view_cell(v, from, s->col + n), text_of(""),
                        s->out, s->col + n) ||
            (s->open[n] == holder_of(s) &&
             !put_cells(s, from, view_range(v, from, s->col + n).last_col + 1,
                        row)))
            return false;
    }
    return true;
}

/* Lines of a level and of those below it end above. */
static bool close_levels(step_tree *s, unsigned level)
{
    const sheet_view *v = &s->reader->view;
    uint32_t holder = holder_of(s);

    if (holder != 0 && level + 2 <= s->steps &&
        s->since[s->steps - 2] != UINT32_MAX)
        for (uint32_t c = view_next(v, holder - 1, s->col + s->steps);
             c != UINT32_MAX; c = view_next(v, holder - 1, c + 1))
            if (view_begins(v, holder - 1, c) &&
                !remake_merge(&s->made, s->since[s->steps - 2], c, s->out - 1,
                              c))
                return false;
    for (unsigned n = level; n + 1 < s->steps; n++) {
        if (s->open[n] != 0 && s->since[n] != UINT32_MAX &&
            !remake_merge(&s->made, s->since[n], s->col + n, s->out - 1,
                          s->col + n))
            return false;
        s->open[n] = 0;
    }
    return true;
}

static bool put_row(step_tree *s, uint32_t row)
{
    unsigned n = step_of(s, row);
    uint32_t c = view_next(&s->reader->view, row, 0);

    if (c == UINT32_MAX)
        return row < s->end || end_row(s, row); /* the gap above notes */
    if (row >= s->end)
        return close_levels(s, 0) && put_cells(s, row, 0, UINT32_MAX) &&
               end_row(s, row);
    if (n + 1 < s->steps) {
        if (!close_levels(s, n))
            return false;
        s->open[n] = row + 1;
        s->since[n] = UINT32_MAX;
        return true;
    }
    return put_open(s, row) && put_cells(s, row, 0, UINT32_MAX) &&
           end_row(s, row);
}

/* Titles and the header, whose first cell is parted. */
static bool put_head(step_tree *s)
{
    const grid *g = s->reader->view.grid;
    bool ok = true;

    for (size_t i = 0; i < g->count && g->cells[i].row < s->first && ok; i++) {
        const cell *c = &g->cells[i];
        bool parted = c->row == s->head && c->col == s->col;

        for (unsigned n = 0; n < (parted ? s->steps : 1) && ok; n++)
            ok = remake_put(&s->made, c, parted ? s->words[n] : text_of(""),
                            c->row, c->col + n);
    }
    for (uint32_t row = 0; row < s->first && ok; row++) {
        s->out = row;
        ok = end_row(s, row);
    }
    return ok;
}

/* Merges stay, but for the header's first and those that widen a line. */
static bool put_merges(step_tree *s)
{
    const grid *g = s->reader->view.grid;
    bool ok = true;

    for (size_t i = 0; i < g->merge_count && ok; i++) {
        merge_range m = g->merges[i];

        if (m.row == s->head && m.col == s->col)
            for (unsigned n = 0; n < s->steps && ok; n++)
                ok = remake_merge(&s->made, m.row, m.col + n, m.last_row,
                                  m.col + n);
        else if (m.row < g->rows && m.last_row < g->rows &&
                 s->to[m.row] != UINT32_MAX && s->to[m.last_row] != UINT32_MAX)
            ok = remake_merge(&s->made, s->to[m.row], m.col,
                              s->to[m.last_row], m.last_col);
    }
    return ok;
}

static bool make(step_tree *s)
{
    const grid *g = s->reader->view.grid;

    s->fits = true;
    s->to = arena_array(s->memory, (size_t)g->rows + 1, sizeof(*s->to));
    if (s->to == NULL ||
        !remake_init_rows(&s->made, s->reader, s->memory, g->rows))
        return false;
    for (uint32_t row = 0; row < g->rows; row++)
        s->to[row] = UINT32_MAX;
    if (!put_head(s))
        return false;
    for (uint32_t row = s->first; row < g->rows; row++)
        if (!put_row(s, row))
            return false;
    if (!close_levels(s, 0) || !put_merges(s))
        return false;
    s->made.grid.rows = s->out;
    return true;
}

bool step_tree_read(reader *r, arena *scratch, size_t *tables,
                    near_miss *near, bool *read)
{
    step_tree s = { .reader = r, .memory = scratch };
    const grid *g = r->view.grid;

    *read = false;
    if (!grid_turn_fits(g) || !remake_fits(g->rows, g->cols) ||
        !find_head(&s) || !find_lines(&s) || !find_words(&s))
        return true;
    if (!make(&s))
        return false;
    if (!s.fits)
        return true;
    if (!remake_read(&s.made, tables, near, read))
        return false;
    if (*read && !s.told)
        reader_finding(r, "column-role-inferred", s.head, s.col,
                       view_text(&r->view, s.head, s.col), "事業名",
                       "the project", NULL);
    return true;
}
