/*
 * grid_cut.c - tables side by side: a sheet cut into left and right
 */
#include "ingest/table/grid_cut.h"

#include <string.h>

#include "ingest/header/banner.h"
#include "ingest/header/unit_words.h"
#include "wording/glyph.h"

enum { SAME_HEADERS = 3, HEADER_REACH = 200 };

/* ---- Where ------------------------------------------------------------ */

typedef struct finder {
    const table *table;
    const sheet_view *view;
    header_roles *roles;
    int context_year;
    bool *used; /* columns with a cell from a row down */
} finder;

static bool is_level(const header_word *w)
{
    return w->exact && role_is_level(w->role) && w->rank >= 30;
}

/* The header of a column, by the words of its lowest cell. */
static const header_word *head_of(const finder *f, const table_column *k)
{
    return table_word(f->view, f->roles, k->head_row, k->head_col,
                      f->context_year);
}

/* A merge that is alone in its row is a heading over both tables. */
static bool is_alone(const finder *f, const merge_range *m)
{
    return view_next(f->view, m->row, 0) == m->col &&
           view_next(f->view, m->row, m->last_col + 1) == UINT32_MAX;
}

/* Columns with a cell from a row down. */
static bool mark_used(finder *f, arena *a, uint32_t top)
{
    const grid *g = f->view->grid;

    f->used = arena_array(a, (size_t)g->cols + 1, sizeof(*f->used));
    if (f->used == NULL)
        return false;
    for (size_t i = g->row_start[top]; i < g->count; i++)
        f->used[g->cells[i].col] = true;
    for (size_t i = 0; i < g->merge_count; i++) {
        const merge_range *m = &g->merges[i];

        if (m->last_row < top || m->last_col == m->col ||
            is_alone(f, m))
            continue;
        for (uint32_t c = m->col; c <= m->last_col && c < g->cols; c++)
            f->used[c] = true;
    }
    return true;
}

/* The same words again: 事業名 | 指標 | 実績 | 事業名 | 指標 | 実績. */
static uint32_t by_repetition(const finder *f, arena *a)
{
    const table *t = f->table;
    const table_column **own = arena_array(a, t->count + 1, sizeof(*own));
    size_t count = 0;
    bool levels = false;

    /* columns that begin a header cell of their own */
    for (size_t i = 0; i < t->count && own != NULL; i++)
        if (t->columns[i].header[0] != '\0' &&
            t->columns[i].head_col == t->columns[i].col) {
            own[count++] = &t->columns[i];
            levels = levels || is_level(head_of(f, &t->columns[i]));
        }
    for (size_t i = SAME_HEADERS; i + SAME_HEADERS <= count; i++) {
        size_t same = 0;
        bool level = false, indicator = false;

        while (i + same < count && same < i &&
               strcmp(own[i + same]->header, own[same]->header) == 0) {
            const header_word *w = head_of(f, own[i + same]);

            level = level || is_level(w);
            indicator = indicator || w->role == ROLE_KPI ||
                        (same == 0 && w->role == ROLE_YEAR);
            same++;
        }
        if (same >= SAME_HEADERS && (level || (indicator && !levels)))
            return own[i]->col;
    }
    return 0;
}

/* Does a row right of a column hold the words of a header? */
static bool holds_header(const finder *f, uint32_t row, uint32_t from,
                         bool levels)
{
    unsigned words = 0;
    bool what = false, figure = false;

    for (uint32_t c = view_next(f->view, row, from); c != UINT32_MAX;
         c = view_next(f->view, row, c + 1)) {
        const cell *at = view_cell(f->view, row, c);
        const header_word *w;

        if (at == NULL || at->type == CELL_ERROR)
            return false;
        w = table_word(f->view, f->roles, row, c, f->context_year);
        if (at->type == CELL_NUMBER && !w->year_only)
            return false;
        words += w->exact || w->has_year;
        what = what || is_level(w) || (!levels && w->role == ROLE_KPI);
        figure = figure || w->role == ROLE_KPI || w->role == ROLE_TARGET ||
                 w->role == ROLE_ACTUAL || w->role == ROLE_BASELINE;
    }
    return words >= SAME_HEADERS && what && figure;
}

/* Is what stands left of a column a table by itself? */
static bool stands_alone(const finder *f, uint32_t col)
{
    bool what = false, figure = false;

    for (size_t i = 0; i < f->table->count; i++) {
        role r = f->table->columns[i].role;

        if (f->table->columns[i].col >= col)
            break;
        what = what || role_is_level(r) || r == ROLE_KPI;
        figure = figure || r == ROLE_TARGET || r == ROLE_ACTUAL ||
                 r == ROLE_BASELINE || r == ROLE_PLANNED;
    }
    return what && figure;
}

/* 検診 | R3 | R4 | 目標, and 教室 | R3 | R4 | 目標 behind a gap: but for its first
 * word the header is that of what stands in front. */
static bool repeats_figures(const finder *f, uint32_t gap, uint32_t from)
{
    const table *t = f->table;
    size_t left = 0, right = 0, same = 0;

    while (left < t->count && t->columns[left].header[0] == '\0')
        left++;
    while (right < t->count && t->columns[right].col < from)
        right++;
    if (right == t->count || t->columns[right].col != from ||
        t->columns[right].header[0] == '\0' ||
        view_cell(f->view, t->first_row, from) == NULL ||
        view_cell(f->view, t->first_row, from)->type != CELL_STRING)
        return false;
    for (left++, right++;
         right < t->count && t->columns[left].col < gap &&
         t->columns[left].header[0] != '\0' &&
         strcmp(t->columns[left].header, t->columns[right].header) == 0;
         left++, right++)
        same++;
    return same >= SAME_HEADERS && t->columns[left].col >= gap;
}

/* An empty column, and a header of its own behind it. */
static uint32_t by_gap(const finder *f)
{
    const table *t = f->table;
    const grid *g = f->view->grid;
    uint32_t last = t->top + HEADER_REACH < g->rows ? t->top + HEADER_REACH
                                                    : g->rows;
    bool levels = false;

    for (size_t i = 0; i < t->count; i++)
        levels = levels || (t->columns[i].header[0] != '\0' &&
                            is_level(head_of(f, &t->columns[i])));
    for (uint32_t c = t->col + 1; c + 2 < g->cols; c++) {
        uint32_t from = c + 1;

        if (f->used[c] || !f->used[c - 1])
            continue;
        while (from < g->cols && !f->used[from])
            from++;
        if (repeats_figures(f, c, from))
            return from;
        if (!stands_alone(f, c))
            continue;
        for (uint32_t row = t->top; row < last; row++)
            if (view_next(f->view, row, from) != UINT32_MAX &&
                holds_header(f, row, from, levels))
                return from;
    }
    return 0;
}

/* ---- A list of projects beside its indicators --------------------------- */

static bool names_reference(const header_word *w)
{
    return w->exact && (w->role == ROLE_NO || w->role == ROLE_CODE ||
                        w->role == ROLE_PROJECT);
}

/* 番号 | 事業名 | 担当課, and no figures, in front of a column. */
static bool is_list_head(const finder *f, uint32_t row, uint32_t col,
                         uint32_t *key, role r)
{
    bool named = false;

    *key = UINT32_MAX;
    for (uint32_t c = view_next(f->view, row, f->table->col); c < col;
         c = view_next(f->view, row, c + 1)) {
        const header_word *w = table_word(f->view, f->roles, row, c,
                                          f->context_year);

        if (role_is_figure(w->role) || w->role == ROLE_KPI || w->year_only)
            return false;
        named = named || (w->exact && w->role == ROLE_PROJECT);
        if (w->exact && w->role == r && *key == UINT32_MAX)
            *key = c;
    }
    return named && *key != UINT32_MAX;
}

/* Does a row below the header hold the words in a column? */
static bool lists(const finder *f, uint32_t row, uint32_t key, text words)
{
    for (uint32_t at = row + 1;
         at < f->view->grid->rows && at < row + HEADER_REACH; at++)
        if (view_begins(f->view, at, key) &&
            text_equal(view_text(f->view, at, key), words))
            return true;
    return false;
}

/* The cells of the second table name projects of the list, and not those of
 * their own rows: else it is one table with a gap. */
static bool refers(const finder *f, uint32_t row, uint32_t key, uint32_t col)
{
    const sheet_view *v = f->view;
    size_t said = 0, found = 0, other = 0;

    for (uint32_t at = row + 1;
         at < v->grid->rows && at < row + HEADER_REACH; at++) {
        text words = view_text(v, at, col);

        if (words.length == 0 || !view_begins(v, at, col))
            continue;
        said++;
        found += lists(f, row, key, words);
        other += !text_equal(words, view_text(v, at, key));
    }
    return found * 2 >= said && found > 0 && other > 0;
}

/* 番号 | 事業名 | 担当課 |  | 番号 | 指標 | 実績: an empty column, and behind it
 * indicators that name the list's projects again. */
static uint32_t by_list(finder *f, arena *a)
{
    const table *t = f->table;
    const sheet_view *v = f->view;

    for (uint32_t row = t->top; row <= t->bottom; row++)
        for (uint32_t c = view_next(v, row, t->col + 2); c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const header_word *w;
            uint32_t key;

            if (view_filled(v, row, c - 1) || !view_begins(v, row, c))
                continue;
            w = table_word(v, f->roles, row, c, f->context_year);
            if (!names_reference(w) ||
                !is_list_head(f, row, c, &key, w->role) ||
                !holds_header(f, row, c, false))
                continue;
            if (f->used == NULL && !mark_used(f, a, t->top))
                return 0;
            if (!f->used[c - 1] && refers(f, row, key, c))
                return c;
        }
    return 0;
}

/* ---- Captions side by side --------------------------------------------- */

/* (1) X | （単位：%） | (2) Y | （単位：人）, and no more: where (2) begins. */
static uint32_t second_caption(const finder *f, uint32_t row)
{
    uint32_t second = 0, c = view_next(f->view, row, f->table->col);
    unsigned names = 0;

    while (c != UINT32_MAX) {
        uint32_t unit = view_next(f->view, row, c + 1);

        if (unit == UINT32_MAX || view_cell(f->view, row, c) == NULL ||
            view_cell(f->view, row, c)->type != CELL_STRING ||
            unit_is_line(view_text(f->view, row, c)) ||
            !unit_is_line(view_text(f->view, row, unit)) ||
            table_word(f->view, f->roles, row, c, f->context_year)->exact)
            return 0;
        if (++names == 2)
            second = c;
        c = view_next(f->view, row, unit + 1);
    }
    return second;
}

/* Each caption has a header of its own below: it begins with the same word. */
static bool begins_again(const finder *f, uint32_t row, uint32_t col)
{
    text first = view_text(f->view, row, f->table->col);

    return first.length > 0 && view_begins(f->view, row, col) &&
           text_equal(first, view_text(f->view, row, col));
}

static uint32_t by_captions(const finder *f, uint32_t *top)
{
    uint32_t row = f->table->top > 0 ? f->table->top - 1 : 0;

    for (; row <= f->table->top && row + 1 < f->view->grid->rows; row++) {
        uint32_t col = second_caption(f, row);

        if (col == 0 || !begins_again(f, row + 1, col))
            continue;
        *top = row;
        return col;
    }
    return 0;
}

/* ---- Forms side by side ------------------------------------------------ */

/* 取組名 of 取組名：職場実習 too. */
static text label_of(text words)
{
    size_t colon = text_find(words, "：", 0);

    return colon == SIZE_MAX ? words : text_cut(words, 0, colon);
}

/* Where the first label of a row stands in it again; 0 for most rows. */
static uint32_t again_in(const finder *f, uint32_t row, uint32_t *first)
{
    const sheet_view *v = f->view;
    text words;

    *first = view_next(v, row, 0);
    if (*first == UINT32_MAX)
        return 0;
    words = label_of(view_text(v, row, *first));
    for (uint32_t c = view_next(v, row, *first + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1))
        if (text_equal(words, label_of(view_text(v, row, c))))
            return c;
    return 0;
}

/* 01　職場実習 | 02　移住相談 and 雇用課 | 企画課 right above 指標 | … | 指標 | …: words of
 * both parts, and no label. */
static bool has_titles_above(const finder *f, uint32_t row, uint32_t first,
                             uint32_t col)
{
    return row > 0 && view_next(f->view, row - 1, 0) == first &&
           view_next(f->view, row - 1, col) == col &&
           view_begins(f->view, row - 1, col) &&
           !table_word(f->view, f->roles, row - 1, first,
                       f->context_year)->exact;
}

/* 事業名 | 職場実習 |  | 事業名 | 移住相談, an empty column down to the last row,
 * and another row of the same words in these columns: where the second form
 * begins. Their tables need not stand on the same rows. 指標 | 実習者数 begins a
 * form so below a title of its own. */
static uint32_t by_forms(finder *f, arena *a, uint32_t *top)
{
    uint32_t first, same;

    for (uint32_t row = 0; row < f->table->top; row++) {
        uint32_t col = again_in(f, row, &first), from = row;
        const header_word *w;
        text words, label;

        if (col < first + 2)
            continue;
        words = view_text(f->view, row, first);
        label = label_of(words);
        if (label.length == words.length &&
            (!view_filled(f->view, row, first + 1) ||
             view_next(f->view, row, col + 1) == UINT32_MAX))
            continue; /* no value beside it */
        w = header_roles_find(f->roles, label, f->context_year);
        if (!w->exact ||
            (w->role != ROLE_PROJECT &&
             (w->role != ROLE_KPI ||
              !has_titles_above(f, row, first, col))))
            continue;
        if (!mark_used(f, a, row) || f->used[col - 1])
            return 0;
        while (from > 0 && again_in(f, from - 1, &same) == col &&
               same == first)
            from--;
        if (from == row &&
            (again_in(f, row + 1, &same) != col || same != first))
            return 0;
        *top = from;
        return col;
    }
    return 0;
}

uint32_t grid_cut_find(const table_list *tables, arena *a,
                       const sheet_view *v, header_roles *roles,
                       int context_year, uint32_t *top)
{
    for (size_t i = 0; i < tables->count; i++) {
        finder f = { &tables->items[i], v, roles, context_year, NULL };
        uint32_t col;

        col = i == 0 ? by_forms(&f, a, top) : 0;
        if (col == 0)
            col = by_captions(&f, top);
        if (col != 0)
            return col;
        *top = f.table->top;
        col = by_list(&f, a);
        if (col != 0)
            return col;
        if (!f.table->accepted)
            continue;
        col = by_repetition(&f, a);
        if (col == 0 && mark_used(&f, a, f.table->top))
            col = by_gap(&f);
        return col;
    }
    return 0;
}

/* ---- Cutting ---------------------------------------------------------- */

static bool is_heading(const cell *c)
{
    text no, title;

    return c->type == CELL_STRING &&
           heading_has_word(heading_read(c->value, &no, &title)) &&
           title.length > 0;
}

/* 【柱1　行政運営】 | 達成度：◎上回る　○目標どおり above both: the only cell on the left,
 * and no other heading on the right, but words with a colon. */
static bool heads_both(const grid *g, const cell *c, uint32_t col)
{
    text behind;

    for (size_t i = g->row_start[c->row]; i < g->row_start[c->row + 1]; i++) {
        const cell *at = &g->cells[i];

        if (at == c ? !is_heading(c)
                    : at->col < col || at->type != CELL_STRING ||
                          is_heading(at) ||
                          glyph_colon(at->value, &behind) == SIZE_MAX)
            return false;
    }
    return true;
}

/* Does the right part have headings of its own, each alone among its cells? */
static bool has_headings(const grid *g, uint32_t top, uint32_t col)
{
    for (size_t i = g->row_start[top]; i < g->count; i++)
        if (g->cells[i].col >= col && is_heading(&g->cells[i]))
            return true;
    return false;
}

/* 【施策１－２】雇用の場 alone in its row, and right below it both parts go on. */
static bool heads_rows(const grid *g, const cell *c, uint32_t col)
{
    uint32_t below = c->row + 1;

    return below < g->rows &&
           g->row_start[below] - g->row_start[c->row] == 1 &&
           g->row_start[below + 1] - g->row_start[below] > 1 &&
           g->cells[g->row_start[below]].col < col &&
           g->cells[g->row_start[below + 1] - 1].col >= col &&
           is_heading(c);
}

/* Where a cell stands in a part; false when it belongs to the other. */
static bool belongs(const grid *g, const cell *c, uint32_t top, uint32_t col,
                    bool right, bool shared, uint32_t *at)
{
    const merge_range *m;

    *at = c->col;
    if (!right)
        return c->col < col;
    if (c->col >= col)
        return true;
    if (c->row < top) /* a line of its own above the right table counts */
        return g->cells[g->row_start[c->row + 1] - 1].col < col ||
               heads_both(g, c, col);
    m = grid_merge(g, c->row, c->col);
    *at = col;
    if (shared && heads_rows(g, c, col))
        return true;
    return m != NULL && m->row == c->row && m->col == c->col &&
           m->last_col >= col;
}

static void cut_merges(grid *out, const grid *g, uint32_t top, uint32_t col,
                       bool right)
{
    for (size_t i = 0; i < g->merge_count; i++) {
        merge_range m = g->merges[i];

        if (right && m.row >= top) {
            if (m.last_col < col)
                continue;
            m.col = m.col < col ? col : m.col;
        } else if (!right) {
            if (m.col >= col)
                continue;
            m.last_col = m.last_col >= col ? col - 1 : m.last_col;
        }
        out->merges[out->merge_count++] = m;
    }
}

bool grid_cut(grid *out, arena *a, const grid *g, uint32_t top, uint32_t col,
              bool right)
{
    bool shared = right && top < g->rows && !has_headings(g, top, col);

    *out = *g;
    out->count = out->merge_count = 0;
    out->cells = arena_array(a, g->count + 1, sizeof(*out->cells));
    out->row_start = arena_array(a, (size_t)g->rows + 1,
                                 sizeof(*out->row_start));
    out->merges = arena_array(a, g->merge_count + 1, sizeof(*out->merges));
    out->merge_reach = arena_array(a, g->merge_count + 1,
                                   sizeof(*out->merge_reach));
    if (out->cells == NULL || out->row_start == NULL || out->merges == NULL ||
        out->merge_reach == NULL)
        return false;
    if (!right)
        out->cols = col;
    for (uint32_t row = 0; row < g->rows; row++) {
        out->row_start[row] = out->count;
        for (size_t i = g->row_start[row]; i < g->row_start[row + 1]; i++) {
            cell *to = &out->cells[out->count];
            uint32_t at;

            if (!belongs(g, &g->cells[i], top, col, right, shared, &at))
                continue;
            *to = g->cells[i];
            to->col = at;
            out->count++;
        }
    }
    out->row_start[g->rows] = out->count;
    cut_merges(out, g, top, col, right);
    grid_set_reach(out);
    return true;
}
