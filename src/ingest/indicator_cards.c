/*
 * indicator_cards.c - small cards of one indicator each, abreast or stacked
 */
#include "ingest/indicator_cards.h"

#include "ingest/page/page.h"
#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"
#include "wording/glyph.h"

enum { LANES_MOST = 8, LABELS_MOST = 12, TITLES_MOST = 2, FIGURES_LEAST = 2,
       CARDS_LEAST = 2, NAME_BYTES = 240, NUMBER_BYTES = 12 };

/* A cell, and its part where it is both: 単位：人; else empty. */
typedef struct spot {
    uint32_t row, col;
    text own;
} spot;

enum { TITLE_NUMBER, TITLE_PROJECT, TITLE_NAME };
static const char *const title_words[][2] = {
    [TITLE_NUMBER] = { "番号", "the number" },
    [TITLE_PROJECT] = { "事業名", "the project" },
    [TITLE_NAME] = { "指標名", "the indicator" },
};

/* Its lines on top, and its labels with the places of their values. */
typedef struct small_card {
    spot titles[TITLES_MOST], labels[LABELS_MOST], values[LABELS_MOST];
    unsigned title_count, count;
    uint32_t end; /* behind its last row */
} small_card;

/* Where its columns begin, and the rows of all cards. */
typedef struct card_wall {
    uint32_t lanes[LANES_MOST + 1]; /* the last: behind all of them */
    unsigned lane_count;
    uint32_t top, end;
    small_card *cards;
    size_t count, capacity;
} card_wall;

/* No.1, ①: counts cards. */
static bool is_number(text t)
{
    return t.length <= NUMBER_BYTES && glyph_has_digit(t) &&
           (text_starts(t, "No") || text_starts(t, "Ｎｏ") ||
            heading_number_alone(t).length > 0);
}

/* A header's word, or a year: R5. No.1 is neither. */
static bool is_label(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = reader_word(r, row, col);

    return view_cell(&r->view, row, col)->type == CELL_STRING &&
           (w->year_only ||
            (w->exact && !is_number(view_text(&r->view, row, col))));
}

/* 単位：人, a label with its value in one cell. */
static bool is_pair(reader *r, uint32_t row, uint32_t col, page_pair *pair)
{
    return view_cell(&r->view, row, col)->type == CELL_STRING &&
           page_pair_read(pair, r, view_text(&r->view, row, col)) &&
           pair->word->exact && pair->value.length > 0;
}

/* The cell of a row from a column on, in front of `end`; UINT32_MAX. */
static uint32_t next_in(const reader *r, uint32_t row, uint32_t col,
                        uint32_t end)
{
    uint32_t c = row < r->view.grid->rows ? view_next(&r->view, row, col)
                                          : UINT32_MAX;

    return c < end ? c : UINT32_MAX;
}

static uint32_t behind(const reader *r, uint32_t row, uint32_t col,
                       uint32_t end)
{
    return next_in(r, row, view_range(&r->view, row, col).last_col + 1, end);
}

/* 食生活: a line alone in the lane's row, and no label. */
static bool is_title(reader *r, uint32_t row, uint32_t first,
                     uint32_t end)
{
    page_pair pair;

    return first != UINT32_MAX && behind(r, row, first, end) == UINT32_MAX &&
           view_begins(&r->view, row, first) &&
           view_cell(&r->view, row, first)->type == CELL_STRING &&
           view_text(&r->view, row, first).length <= NAME_BYTES &&
           !is_label(r, row, first) && !is_pair(r, row, first, &pair);
}

static bool add_label(small_card *c, spot label, spot value)
{
    if (c->count == LABELS_MOST)
        return false;
    c->labels[c->count] = label;
    c->values[c->count++] = value;
    return true;
}

/* 基準値 | 目標値 | 実績: two labels at least, and nothing else. */
static bool heads_values(const reader *r, uint32_t row, uint32_t from,
                         uint32_t end)
{
    unsigned n = 0;

    for (uint32_t c = next_in(r, row, from, end); c != UINT32_MAX;
         c = behind(r, row, c, end), n++)
        if (!is_label(r, row, c))
            return false;
    return n > 1;
}

/* Such a row, and the next one with values that each stand below a label. */
static bool take_below(const reader *r, small_card *s, uint32_t row,
                       uint32_t from, uint32_t end)
{
    const sheet_view *v = &r->view;

    for (uint32_t c = next_in(r, row + 1, from, end); c != UINT32_MAX;
         c = behind(r, row + 1, c, end))
        if (!view_begins(v, row, c) || !view_filled(v, row, c) ||
            is_label(r, row + 1, c))
            return false;
    for (uint32_t c = next_in(r, row, from, end); c != UINT32_MAX;
         c = behind(r, row, c, end))
        if (!add_label(s, (spot){ .row = row, .col = c },
                       (spot){ .row = row + 1, .col = c }))
            return false;
    return row + 1 < v->grid->rows;
}

/* 基準値 | H30 | 75: takes it as 基準値（H30） | 75; *c becomes the figure. */
static bool take_dated(reader *r, small_card *s, uint32_t row, uint32_t *c,
                       uint32_t end)
{
    const header_word *w = reader_word(r, row, *c);
    uint32_t year = behind(r, row, *c, end), value;
    text label, when;
    char *both;

    if (!w->exact || w->has_year || !role_is_figure(w->role) ||
        year == UINT32_MAX || !reader_word(r, row, year)->year_only)
        return false;
    value = behind(r, row, year, end);
    if (value == UINT32_MAX || is_label(r, row, value))
        return false;
    label = view_text(&r->view, row, *c);
    when = view_text(&r->view, row, year);
    both = arena_printf(r->memory, "%.*s（%.*s）", (int)label.length,
                        label.bytes, (int)when.length, when.bytes);
    if (both == NULL || !add_label(s, (spot){ row, *c, text_of(both) },
                                   (spot){ .row = row, .col = value }))
        return false;
    *c = value;
    return true;
}

/* 単位 | ％ | 判定 | B or 単位：％: each label with its value, which may be empty. */
static bool take_beside(reader *r, small_card *s, uint32_t row,
                        uint32_t from, uint32_t end)
{
    for (uint32_t c = next_in(r, row, from, end); c != UINT32_MAX;) {
        uint32_t value = view_range(&r->view, row, c).last_col + 1;
        uint32_t next = behind(r, row, c, end);
        bool filled = next != UINT32_MAX && !is_label(r, row, next);
        page_pair pair;

        if (take_dated(r, s, row, &c, end)) {
            c = behind(r, row, c, end);
            continue;
        }
        if (is_pair(r, row, c, &pair)) {
            if (!add_label(s, (spot){ row, c, pair.label },
                           (spot){ row, c, pair.value }))
                return false;
            c = next;
            continue;
        }
        if (!is_label(r, row, c) || (filled && next != value) ||
            value >= r->view.grid->cols ||
            !add_label(s, (spot){ .row = row, .col = c },
                       (spot){ .row = row, .col = value }))
            return false;
        c = filled ? behind(r, row, next, end) : next;
    }
    return true;
}

/* From its first line down to a blank one, or to the lines of the next. */
static bool read_card(reader *r, small_card *s, uint32_t row,
                      uint32_t from, uint32_t end)
{
    *s = (small_card){ .title_count = 0 };
    for (;;) {
        uint32_t first = next_in(r, row, from, end);

        if (first == UINT32_MAX)
            break;
        if (is_title(r, row, first, end)) {
            if (s->count > 0)
                break;
            if (s->title_count == TITLES_MOST)
                return false;
            s->titles[s->title_count++] = (spot){ .row = row++, .col = first };
        } else if (heads_values(r, row, from, end)) {
            if (!take_below(r, s, row, from, end))
                return false;
            row += 2;
        } else if (!take_beside(r, s, row++, from, end)) {
            return false;
        }
    }
    s->end = row;
    return s->title_count > 0 && s->count > 0;
}

static text label_of(const reader *r, const spot *s)
{
    return s->own.length > 0 ? s->own : view_text(&r->view, s->row, s->col);
}

/* The same lines and labels as the first has; a name or a level among them
 * makes it a card that other rooms know. */
static bool is_alike(reader *r, const small_card *s,
                     const small_card *first)
{
    unsigned figures = 0;

    if (s->count != first->count || s->title_count != first->title_count)
        return false;
    for (unsigned i = 0; i < s->count; i++) {
        text label = label_of(r, &s->labels[i]);
        const header_word *w = header_roles_find(r->roles, label,
                                                 r->context_year);

        if (w->role == ROLE_KPI || role_is_level(w->role) ||
            !text_equal(label, label_of(r, &first->labels[i])))
            return false;
        figures += role_is_figure(w->role) || w->year_only;
    }
    return figures >= FIGURES_LEAST;
}

/* Where a row's first label stands in it again: the lanes. */
static bool finds_lanes(const reader *r, card_wall *w, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);

    w->lane_count = 0;
    if (first == UINT32_MAX || !is_label(r, row, first))
        return false;
    for (uint32_t c = first; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        if (!view_begins(v, row, c) ||
            !text_equal(view_text(v, row, first), view_text(v, row, c)))
            continue;
        if (w->lane_count == LANES_MOST)
            return false;
        w->lanes[w->lane_count++] = c;
    }
    w->lanes[w->lane_count] = v->grid->cols;
    return true;
}

/* Does a row hold nothing but a cell at the beginning of each lane or of
 * fewer, and these lines on top of cards? */
static bool begins_lanes(reader *r, const card_wall *w, uint32_t row,
                         bool titles)
{
    const sheet_view *v = &r->view;
    unsigned lane = 0;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, view_range(v, row, c).last_col + 1), lane++) {
        while (lane < w->lane_count && w->lanes[lane] < c)
            lane++;
        if (lane == w->lane_count || w->lanes[lane] != c ||
            view_range(v, row, c).last_col >= w->lanes[lane + 1] ||
            (titles && !is_title(r, row, c, w->lanes[lane + 1])))
            return false;
    }
    return lane > 0;
}

/* The first line of the cards that have a label in a row: above it stand 単位：人,
 * perhaps, and the lines on top. */
static uint32_t top_of(reader *r, const card_wall *w, uint32_t row)
{
    uint32_t top = row, titles = 0;

    while (top > 0 && row - top < LABELS_MOST &&
           begins_lanes(r, w, top - 1, false) &&
           !begins_lanes(r, w, top - 1, true))
        top--;
    for (; top > 0 && titles < TITLES_MOST; titles++, top--)
        if (!begins_lanes(r, w, top - 1, true))
            break;
    return top;
}

/* Cards that begin in one row; their last row is known then. False: they are
 * not alike, or memory ran out. */
static bool read_band(reader *r, arena *a, card_wall *w, uint32_t row)
{
    uint32_t end = row;

    for (unsigned i = 0; i < w->lane_count; i++) {
        small_card *s;

        if (next_in(r, row, w->lanes[i], w->lanes[i + 1]) == UINT32_MAX)
            continue;
        s = arena_push(a, (void **)&w->cards, &w->count, &w->capacity,
                       sizeof(*s));
        if (s == NULL || !read_card(r, s, row, w->lanes[i], w->lanes[i + 1]) ||
            !is_alike(r, s, w->cards))
            return false;
        end = s->end > end ? s->end : end;
    }
    w->end = end;
    return true;
}

/* All cards, the first of which has its first label in a row. */
static bool reads_wall(reader *r, arena *a, card_wall *w, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t next;

    *w = (card_wall){ .top = row };
    if (!finds_lanes(r, w, row))
        return false;
    w->top = top_of(r, w, row);
    for (next = w->top;
         next < v->grid->rows && begins_lanes(r, w, next, true);) {
        if (!read_band(r, a, w, next))
            return false;
        for (next = w->end; next < v->grid->rows &&
                            view_next(v, next, 0) == UINT32_MAX;)
            next++;
    }
    return w->count >= CARDS_LEAST;
}

static bool put_spot(remake *m, const spot *from, text words,
                     uint32_t row, uint32_t col)
{
    const sheet_view *v = &m->reader->view;

    if (!view_begins(v, from->row, from->col) ||
        !view_filled(v, from->row, from->col))
        return remake_from(m, row, col, from->row, from->col);
    return remake_put(m, view_cell(v, from->row, from->col), words,
                      row, col);
}

/* What a card's line on top is, by the first card's: No.1 above a name counts
 * the cards. */
static unsigned title_is(const reader *r, const small_card *first, unsigned i)
{
    const spot *s = &first->titles[i];

    return i + 1 == first->title_count ? TITLE_NAME
           : is_number(view_text(&r->view, s->row, s->col)) ? TITLE_NUMBER
                                                             : TITLE_PROJECT;
}

/* A card's line of the list; `head`: the words above all lines. */
static bool put_card(remake *m, const small_card *s, uint32_t row, bool head)
{
    bool ok = true;

    m->rows[row] = s->titles[0].row;
    for (unsigned i = 0; i < s->title_count && ok; i++)
        ok = put_spot(m, &s->titles[i],
                      text_of(head ? title_words[title_is(m->reader, s, i)][0]
                                   : ""),
                      row, i);
    for (unsigned i = 0; i < s->count && ok; i++) {
        const spot *from = head ? &s->labels[i] : &s->values[i];

        ok = put_spot(m, from, from->own, row, s->title_count + i);
    }
    return ok && remake_empty(m, row, s->title_count + s->count, m->grid.cols,
                              s->titles[0].col);
}

/* What stands above the cards, the list and what stands below. */
static bool make(remake *m, reader *r, arena *a, const card_wall *w)
{
    const grid *g = r->view.grid;
    uint32_t least = w->cards[0].title_count + w->cards[0].count, out = 0;
    bool ok = remake_init(m, r, a, g->rows + (uint32_t)w->count + 2,
                          g->cols > least ? g->cols : least);

    for (uint32_t c = 0; ok && c < m->grid.cols; c++)
        m->cols[c] = c < g->cols ? c : g->cols - 1;
    while (ok && out < w->top) {
        ok = remake_cells(m, out, out, 0, UINT32_MAX, 0);
        out++;
    }
    ok = ok && put_card(m, &w->cards[0], out++, true);
    for (size_t i = 0; ok && i < w->count; i++)
        ok = put_card(m, &w->cards[i], out++, false);
    for (uint32_t row = w->end; ok && row < g->rows; row++)
        ok = remake_cells(m, out++, row, 0, UINT32_MAX, 0);
    m->grid.rows = out;
    return ok;
}

/* What the lines on top are is guessed. */
static void note(reader *r, const small_card *s)
{
    for (unsigned i = 0; i < s->title_count; i++) {
        const spot *at = &s->titles[i];
        const char *const *words = title_words[title_is(r, s, i)];

        reader_finding(r, "column-role-inferred", at->row, at->col,
                       view_text(&r->view, at->row, at->col), words[0],
                       words[1], NULL);
    }
}

bool indicator_cards_read(reader *r, arena *scratch, size_t *tables,
                          near_miss *near, bool *read)
{
    const grid *g = r->view.grid;
    uint32_t row = 0;
    card_wall w = { .count = 0 };
    remake made;

    *read = false;
    if (!grid_turn_fits(g) || g->rows == 0)
        return true;
    while (row < g->rows && !finds_lanes(r, &w, row))
        row++;
    if (row == g->rows || !reads_wall(r, scratch, &w, row))
        return !scratch->failed;
    if (!remake_fits((uint64_t)g->rows + w.count + 2,
                     g->cols + LABELS_MOST + TITLES_MOST))
        return true;
    if (!make(&made, r, scratch, &w) ||
        !remake_read(&made, tables, near, read))
        return false;
    if (*read)
        note(r, &w.cards[0]);
    return true;
}
