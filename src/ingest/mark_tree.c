/*
 * mark_tree.c - one column that holds all levels, each with a mark in front or
 * a word for it beside
 */
#include "ingest/mark_tree.h"

#include "ingest/figure_head.h"
#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { LEVELS_MIN = 2, LEVELS_MOST = 5, HEAD_ROWS = 30,
       LEGEND_BYTES = 300, NAME_BYTES = 600, SIDES_BEHIND = 3 };

#define COUNT(items) (sizeof(items) / sizeof(*(items)))

typedef struct mark_tree {
    reader *reader;
    arena *memory;
    uint32_t head, first, col; /* the header, the row behind it, the column */
    uint32_t side;             /* whose words say the levels; or UINT32_MAX */
    text said[LEVELS_MOST];    /* those words */
    uint32_t marks[LEVELS_MOST];
    text words[LEVELS_MOST];   /* of the columns that are made */
    unsigned levels;
    remake made;
    uint32_t out;              /* the next row of that */
    uint32_t open[LEVELS_MOST]; /* row + 1 of the open line of a level; 0 */
    uint32_t since[LEVELS_MOST]; /* its first row in what is made */
    bool fits, told;           /* a legend says what the marks mean */
} mark_tree;

/* ---- Finding ---------------------------------------------------------- */

/* ◆, ・, － or └ in front of a text; 0: none. */
static uint32_t mark_of(text t, text *behind)
{
    size_t next = 0;
    uint32_t mark = t.length == 0 ? 0 : glyph_next(t, &next);
    glyph_class c = t.length == 0 ? GLYPH_END : glyph_at(t, 0, &next);

    if (c != GLYPH_BULLET && c != GLYPH_DASH && mark != 0x30FB /* ・ */ &&
        mark != 0xFF65 && mark != 0x2514 /* └ */ && mark != 0x251C)
        return 0;
    *behind = text_trim(text_from(t, next));
    return behind->length > 0 ? mark : 0;
}

/* The level of a row's line; `levels` for none. */
static unsigned level_of(const mark_tree *m, uint32_t row, text *name)
{
    const sheet_view *v = &m->reader->view;
    const cell *c = view_cell(v, row, m->col);
    uint32_t mark;
    unsigned n = 0;

    if (m->side != UINT32_MAX) {
        text word = view_text(v, row, m->side);

        *name = view_text(v, row, m->col);
        while (n < m->levels && !text_equal(word, m->said[n]))
            n++;
        return n;
    }
    if (c == NULL || c->type != CELL_STRING || c->row != row ||
        c->value.length > NAME_BYTES)
        return m->levels;
    mark = mark_of(view_cell_text(v, c), name);
    while (n < m->levels && m->marks[n] != mark)
        n++;
    return mark == 0 ? m->levels : n;
}

/* Nothing stands beside a row's first cell. */
static bool is_alone(const sheet_view *v, uint32_t row, uint32_t col)
{
    return view_next(v, row, view_range(v, row, col).last_col + 1) ==
           UINT32_MAX;
}

static bool find_head(mark_tree *m)
{
    const sheet_view *v = &m->reader->view;
    text name;

    for (uint32_t row = 0; row + 1 < v->grid->rows && row < HEAD_ROWS; row++) {
        const cell *c;

        m->col = view_next(v, row, 0);
        if (m->col == UINT32_MAX)
            continue;
        m->head = row;
        m->first = view_range(v, row, m->col).last_row + 1;
        c = view_cell(v, m->first, m->col);
        if (c != NULL && c->type == CELL_STRING &&
            mark_of(view_cell_text(v, c), &name) != 0 &&
            figure_head_at(m->reader, row, m->col))
            return true;
    }
    return false;
}

/* The marks by their first lines; all below the header but notes have one,
 * and those of the outer levels stand alone. */
static bool find_levels(mark_tree *m)
{
    const sheet_view *v = &m->reader->view;
    unsigned deepest = 0;
    text name;

    for (uint32_t row = m->first; row < v->grid->rows; row++) {
        uint32_t c = view_next(v, row, 0);
        unsigned n;

        if (c == UINT32_MAX)
            continue;
        if (c != m->col || view_range(v, row, c).last_row > row)
            return false;
        n = level_of(m, row, &name);
        if (n < m->levels) {
            deepest = n;
            continue;
        }
        if (mark_of(view_text(v, row, c), &name) == 0) {
            if (!is_alone(v, row, c))
                return false;
            continue; /* a note */
        }
        if (m->levels == LEVELS_MOST ||
            (m->levels > 0 && deepest + 1 != m->levels))
            return false;
        m->marks[m->levels++] = mark_of(view_text(v, row, c), &name);
        deepest = n;
    }
    if (m->levels < LEVELS_MIN)
        return false;
    for (uint32_t row = m->first; row < v->grid->rows; row++)
        if (level_of(m, row, &name) + 2 < m->levels &&
            !is_alone(v, row, m->col))
            return false;
    return true;
}

static bool is_level_word(mark_tree *m, unsigned n, text t)
{
    const header_word *w;

    if (t.length == 0)
        return false;
    w = header_roles_find(m->reader->roles, t, m->reader->context_year);
    return w->exact && (n + 1 == m->levels   ? w->role == ROLE_KPI
                        : n + 2 == m->levels ? w->role == ROLE_PROJECT
                                             : role_is_level(w->role));
}

/* 番号 | 階層 | 名称 in front of a header: where the levels' words and the names
 * stand. */
static bool find_sides(mark_tree *m, uint32_t row)
{
    static const char *const sides[] = { "階層", "区分", "レベル", "種別" };
    static const char *const names[] = { "名称", "名前", "項目", "内容" };
    const sheet_view *v = &m->reader->view;
    uint32_t c = view_next(v, row, 0);

    for (unsigned n = 0; n < SIDES_BEHIND && c != UINT32_MAX; n++) {
        uint32_t next = view_next(v, row, c + 1);

        if (next != UINT32_MAX &&
            text_in(view_text(v, row, c), sides, COUNT(sides)) &&
            text_in(view_text(v, row, next), names, COUNT(names))) {
            m->side = c;
            m->col = next;
            m->head = row;
            m->first = row + 1;
            return figure_head_at(m->reader, row, m->col);
        }
        c = next;
    }
    return false;
}

/* 取組 outside 施策: the order of the lines tells which holds the other, and the
 * words of the columns follow that. */
static void order_words(mark_tree *m)
{
    for (unsigned n = 0; n + 3 < m->levels; n++) {
        const header_word *w =
            header_roles_find(m->reader->roles, m->words[n],
                              m->reader->context_year);
        role outer = w->role;
        text word = m->words[n];

        w = header_roles_find(m->reader->roles, m->words[n + 1],
                              m->reader->context_year);
        if ((outer == ROLE_PROJECT &&
             (w->role == ROLE_THEME || w->role == ROLE_MEASURE)) ||
            (outer == ROLE_MEASURE && w->role == ROLE_THEME)) {
            m->words[n] = m->words[n + 1];
            m->words[n + 1] = word;
        }
    }
}

/* The words by their first lines, each a level's, the last an indicator's and
 * the one before a project's; all rows have one and a name. */
static bool find_said(mark_tree *m)
{
    const sheet_view *v = &m->reader->view;
    unsigned deepest = 0;
    text name;

    for (uint32_t row = m->first; row < v->grid->rows; row++) {
        text word = view_text(v, row, m->side);
        unsigned n = level_of(m, row, &name);

        if (view_next(v, row, 0) == UINT32_MAX)
            continue;
        if (word.length == 0 && is_alone(v, row, view_next(v, row, 0)))
            continue; /* a note */
        if (word.length == 0 || name.length == 0 ||
            name.length > NAME_BYTES || !view_begins(v, row, m->side) ||
            !view_begins(v, row, m->col))
            return false;
        if (n == m->levels) {
            if (m->levels == LEVELS_MOST ||
                (m->levels > 0 && deepest + 1 != m->levels))
                return false;
            m->said[m->levels++] = word;
        }
        deepest = n;
    }
    for (unsigned n = 0; n < m->levels; n++) {
        m->words[n] = m->said[n];
        if (!is_level_word(m, n, m->words[n]))
            return false;
    }
    if (m->levels < LEVELS_MIN + 1)
        return false;
    order_words(m);
    for (uint32_t row = m->first; row < v->grid->rows; row++)
        if (level_of(m, row, &name) + 2 < m->levels &&
            !is_alone(v, row, m->col))
            return false;
    m->told = true;
    return true;
}

static bool find_sided(mark_tree *m)
{
    const sheet_view *v = &m->reader->view;

    for (uint32_t row = 0; row + 1 < v->grid->rows && row < HEAD_ROWS; row++)
        if (find_sides(m, row))
            return find_said(m);
    m->side = UINT32_MAX;
    return false;
}

/* The word behind a mark in 凡例：◆基本目標 ＞ ●施策. */
static text legend_word(text t, uint32_t mark)
{
    for (size_t at = 0; at < t.length;) {
        size_t begin, next;

        if (glyph_next(t, &at) != mark)
            continue;
        begin = at = glyph_skip(t, at, false);
        while (at < t.length) {
            glyph_class c = glyph_at(t, at, &next);

            if (!glyph_is_letter(c))
                break;
            at = next;
        }
        return text_cut(t, begin, at);
    }
    return text_of("");
}

/* What a line above, or the header's own cell, says of all marks. */
static bool take_legend(mark_tree *m)
{
    const sheet_view *v = &m->reader->view;

    for (uint32_t row = 0; row <= m->head; row++) {
        uint32_t c = view_next(v, row, 0);
        text t = c == UINT32_MAX ? text_of("") : view_text(v, row, c);
        unsigned n = 0;

        if (t.length > LEGEND_BYTES)
            continue;
        while (n < m->levels) {
            m->words[n] = legend_word(t, m->marks[n]);
            if (!is_level_word(m, n, m->words[n]))
                break;
            n++;
        }
        if (n == m->levels)
            return true;
    }
    return false;
}

/* 施策１ …: the level above the indicators' is no project's. */
static bool is_no_project(const mark_tree *m)
{
    static const char *const words[] = { "基本目標", "基本施策", "施策", "政策",
                                         "基本方針", "目標" };
    const sheet_view *v = &m->reader->view;
    uint32_t row = m->first;
    text name = text_of("");

    while (row < v->grid->rows && level_of(m, row, &name) + 2 != m->levels)
        row++;
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_starts(name, words[i]))
            return true;
    return false;
}

static bool find_words(mark_tree *m)
{
    static const char *const usual[] = { "基本目標", "施策", "事業名",
                                         "指標" };
    enum { USUAL = sizeof(usual) / sizeof(*usual) };
    text top = text_of("");

    m->told = take_legend(m);
    if (m->told)
        return true;
    if (m->levels > USUAL || is_no_project(m) ||
        (m->levels == LEVELS_MIN &&
         !figure_head_names_projects(m->reader, m->head, m->col)))
        return false;
    for (unsigned n = 0; n < m->levels; n++)
        m->words[n] = text_of(usual[USUAL - m->levels + n]);
    level_of(m, m->first, &top);
    if (text_starts(top, usual[0]))
        m->words[0] = text_of(usual[0]);
    return true;
}

/* ---- A column for each level ------------------------------------------ */

static uint32_t new_col(const mark_tree *m, uint32_t col)
{
    return col > m->col ? col + m->levels - 1 : col;
}

/* What stands beside the line of a project, in a row that is made. */
static bool put_beside(mark_tree *m, uint32_t from)
{
    const sheet_view *v = &m->reader->view;
    bool ok = true;

    for (uint32_t c = view_next(v, from, m->col + 1);
         c != UINT32_MAX && ok; c = view_next(v, from, c + 1))
        if (view_begins(v, from, c))
            ok = remake_put(&m->made, view_cell(v, from, c), text_of(""),
                            m->out, new_col(m, c));
    return ok;
}

/* The open lines in the row that is made, as far as it is their first. */
static bool put_open(mark_tree *m)
{
    const sheet_view *v = &m->reader->view;

    for (unsigned n = 0; n + 1 < m->levels; n++) {
        text name = text_of("");

        if (m->open[n] == 0 || m->since[n] != UINT32_MAX)
            continue;
        m->since[n] = m->out;
        level_of(m, m->open[n] - 1, &name);
        if (!remake_put(&m->made, view_cell(v, m->open[n] - 1, m->col), name,
                        m->out, m->col + n) ||
            (n + 2 == m->levels && !put_beside(m, m->open[n] - 1)))
            return false;
    }
    return true;
}

static bool end_row(mark_tree *m, uint32_t from)
{
    m->made.rows[m->out++] = from;
    return true;
}

/* Lines of a level and all below it end above; a project without indicators
 * has a row of its own. */
static bool close_levels(mark_tree *m, unsigned level)
{
    const sheet_view *v = &m->reader->view;
    unsigned last = m->levels - 2;
    uint32_t row = m->open[last];

    if (level <= last && row != 0) {
        if (m->since[last] == UINT32_MAX &&
            (!put_open(m) || !end_row(m, row - 1)))
            return false;
        for (uint32_t c = view_next(v, row - 1, m->col + 1);
             c != UINT32_MAX; c = view_next(v, row - 1, c + 1))
            if (!remake_merge(&m->made, m->since[last], new_col(m, c),
                              m->out - 1, new_col(m, c)))
                return false;
    }
    for (unsigned n = level; n < m->levels; n++) {
        if (m->open[n] != 0 && m->since[n] != UINT32_MAX &&
            !remake_merge(&m->made, m->since[n], m->col + n, m->out - 1,
                          m->col + n))
            return false;
        m->open[n] = 0;
    }
    return true;
}

/* An indicator has no cell where its project has one. */
static bool beside_project(const mark_tree *m, uint32_t row)
{
    const sheet_view *v = &m->reader->view;
    uint32_t from = m->open[m->levels - 2];

    if (from == 0)
        return false;
    for (uint32_t c = view_next(v, from - 1, m->col + 1); c != UINT32_MAX;
         c = view_next(v, from - 1, c + 1))
        if (view_filled(v, row, c))
            return false;
    return true;
}

static bool put_row(mark_tree *m, uint32_t row)
{
    const sheet_view *v = &m->reader->view;
    uint32_t c = view_next(v, row, 0);
    text name = text_of("");
    unsigned n;

    if (c == UINT32_MAX)
        return true;
    n = level_of(m, row, &name);
    if (n == m->levels) /* a note */
        return close_levels(m, 0) &&
               remake_put(&m->made, view_cell(v, row, c), text_of(""), m->out,
                          c) &&
               end_row(m, row);
    if (n + 1 < m->levels) {
        if (!close_levels(m, n))
            return false;
        m->open[n] = row + 1;
        m->since[n] = UINT32_MAX;
        return true;
    }
    m->fits = m->fits && beside_project(m, row);
    return put_open(m) &&
           remake_put(&m->made, view_cell(v, row, m->col), name, m->out,
                      m->col + n) &&
           put_beside(m, row) && end_row(m, row);
}

/* Titles and the header. */
static bool put_head(mark_tree *m)
{
    const grid *g = m->reader->view.grid;
    bool ok = true;

    for (size_t i = 0; i < g->count && g->cells[i].row < m->first && ok; i++) {
        const cell *c = &g->cells[i];

        if (c->row == m->head && c->col < m->col)
            continue; /* of the levels' words and numbers */
        if (c->row == m->head && c->col == m->col)
            for (unsigned n = 0; n < m->levels && ok; n++)
                ok = remake_put(&m->made, c, m->words[n], c->row, c->col + n);
        else
            ok = remake_put(&m->made, c, text_of(""), c->row,
                            new_col(m, c->col));
    }
    for (size_t i = 0; i < g->merge_count && g->merges[i].row < m->first && ok;
         i++) {
        const merge_range *at = &g->merges[i];

        if (at->row == m->head && at->col == m->col)
            for (unsigned n = 0; n < m->levels && ok; n++)
                ok = remake_merge(&m->made, at->row, at->col + n,
                                  at->last_row, at->col + n);
        else if (at->last_row < m->first)
            ok = remake_merge(&m->made, at->row, new_col(m, at->col),
                              at->last_row, new_col(m, at->last_col));
    }
    for (uint32_t row = 0; row < m->first; row++)
        m->made.rows[row] = row;
    m->out = m->first;
    return ok;
}

static bool make(mark_tree *m)
{
    const grid *g = m->reader->view.grid;
    uint32_t cols = g->cols + m->levels - 1;

    m->fits = true;
    if (!remake_init(&m->made, m->reader, m->memory, g->rows, cols))
        return false;
    for (uint32_t c = 0; c < cols; c++)
        m->made.cols[c] = c <= m->col                ? c
                          : c < m->col + m->levels   ? m->col
                                                     : c - m->levels + 1;
    if (!put_head(m))
        return false;
    for (uint32_t row = m->first; row < g->rows; row++)
        if (!put_row(m, row))
            return false;
    if (!close_levels(m, 0))
        return false;
    m->made.grid.rows = m->out;
    return true;
}

bool mark_tree_read(reader *r, arena *scratch, size_t *tables,
                    near_miss *near, bool *read)
{
    mark_tree m = { .reader = r, .memory = scratch, .side = UINT32_MAX };
    const grid *g = r->view.grid;

    *read = false;
    if (!grid_turn_fits(g) ||
        !remake_fits(g->rows, (uint64_t)g->cols + LEVELS_MOST) ||
        (!find_sided(&m) &&
         (m.side != UINT32_MAX || !find_head(&m) || !find_levels(&m) ||
          !find_words(&m))))
        return true;
    if (!make(&m))
        return false;
    if (!m.fits)
        return true;
    if (!remake_read(&m.made, tables, near, read))
        return false;
    if (*read && !m.told)
        reader_finding(r, "column-role-inferred", m.head, m.col,
                       view_text(&r->view, m.head, m.col), "事業名",
                       "the project", NULL);
    return true;
}
