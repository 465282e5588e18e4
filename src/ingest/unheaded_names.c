/*
 * unheaded_names.c - a form's table of years with no word above its names
 */
#include "ingest/unheaded_names.h"

#include "ingest/header/unit_words.h"
#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"
#include "ingest/unheaded_parts.h"
#include "ingest/table/table_parts.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { NAME_BYTES = 240, HEAD_ROWS = 3, LINE_BYTES = 90, LETTER_BYTES = 6 };

/* 目標 | 実績 below the years: more of the header. */
static bool goes_on(const reader *r, const unheaded *u, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t c = view_next(v, row, 0);

    while (c != UINT32_MAX && c < u->years && view_hangs(v, row, c))
        c = view_next(v, row, c + 1); /* 単位 over both rows */
    if (c == UINT32_MAX || c < u->years)
        return false;
    for (; c != UINT32_MAX; c = view_next(v, row, c + 1)) {
        const header_word *w = reader_word(r, row, c);

        if (!view_hangs(v, row, c) &&
            (!w->exact || !(role_is_figure(w->role) || w->role == ROLE_RATE)))
            return false;
    }
    return true;
}

/* The first cell of a line, but for the title down its side. */
static uint32_t first_in(const sheet_view *v, const unheaded *u, uint32_t row)
{
    uint32_t c = view_next(v, row, 0);

    return c == u->title && view_hangs(v, row, c) ? view_next(v, row, c + 1)
                                                  : c;
}

/* The last cell in front of the units, or of the years; UINT32_MAX. */
static uint32_t name_in(const sheet_view *v, const unheaded *u, uint32_t row)
{
    uint32_t name = UINT32_MAX,
             end = u->unit != UINT32_MAX ? u->unit : u->years;

    for (uint32_t c = first_in(v, u, row); c < end;
         c = view_next(v, row, view_range(v, row, c).last_col + 1))
        name = view_range(v, row, c).col;
    return name;
}

static bool is_line_word(arena *a, text t)
{
    text key;

    return t.length <= LINE_BYTES && fold_key(a, &key, t) &&
           content_is_line(key);
}

/* Figures, or why there are none, below the years alone. */
static bool has_figures(const reader *r, const unheaded *u, uint32_t row)
{
    const sheet_view *v = &r->view;
    bool any = false;

    for (uint32_t c = view_next(v, row, u->years); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        if (!view_filled(v, u->head, c))
            return false;
        any = any || view_cell(v, row, c)->type == CELL_NUMBER ||
              glyph_has_digit(view_text(v, row, c));
    }
    return any;
}

/* 現状値（R5） | 18: what a label says of the indicator above. */
static bool states_figure(const reader *r, const unheaded *u, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t first = first_in(v, u, row);
    const header_word *w = reader_word(r, row, first);

    return w->exact && (w->role == ROLE_BASELINE || w->role == ROLE_TARGET) &&
           view_next(v, row, view_next(v, row, u->years) + 1) == UINT32_MAX;
}

static bool is_cost_word(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = reader_word(r, row, col);

    return w->exact && w->role == ROLE_COST;
}

/* （千円） in the place of a name, right behind 事業費. */
static bool is_cost_unit(const reader *r, uint32_t row, uint32_t col)
{
    const sheet_view *v = &r->view;
    uint32_t first = view_next(v, row, 0);
    text inner;

    return first < col && is_cost_word(r, row, first) &&
           view_range(v, row, first).last_col + 1 >= col &&
           glyph_bracketed(view_text(v, row, col), 0, &inner) &&
           text_ends(inner, "円");
}

/* 事業費 for the names or left of them: what it cost. */
static bool is_cost(const reader *r, uint32_t row, uint32_t col)
{
    return is_cost_word(r, row, col) || is_cost_unit(r, row, col);
}

/* Units in front of the years without a word for them. */
static uint32_t unit_in(const reader *r, arena *a, const unheaded *u,
                        uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t name = name_in(v, u, row);

    return u->unit == UINT32_MAX && name != UINT32_MAX && name > 0 &&
                   first_in(v, u, row) < name &&
                   !is_cost_unit(r, row, name) &&
                   unit_word(a, view_text(v, row, name))
               ? name : u->unit;
}

/* 活動指標 left of a line, over its lines or in the first of them: does it hold
 * here? `before`: it did above. */
static bool holds_side(const reader *r, const unheaded *u, uint32_t row,
                       bool before)
{
    const header_word *w;

    if (u->side == UINT32_MAX || !view_filled(&r->view, row, u->side) ||
        view_hangs(&r->view, row, u->side))
        return before;
    w = reader_word(r, row, u->side);
    return w->exact && w->role == ROLE_KPI;
}

/* 人件費 beside コスト, 一般財源 below 事業費: no indicator, and not what it cost. */
static bool is_left_out(const reader *r, const unheaded *u, uint32_t row,
                        bool side)
{
    static const char *const parts[] = { "人件費", "合計", "計", "職員人件費",
                                         "総コスト", "トータルコスト" };
    uint32_t name = name_in(&r->view, u, row);
    text t;

    if (name == UINT32_MAX || is_cost(r, row, name))
        return false;
    if (u->side != UINT32_MAX)
        return !side;
    t = view_text(&r->view, row, name);
    if (text_ends(t, "費計") || text_ends(t, "費額"))
        t = text_cut(t, 0, glyph_back(t, t.length));
    return u->costs && (text_in(t, parts, sizeof(parts) / sizeof(*parts)) ||
                        table_cost_part(t));
}

/* 来場者数（目標） above 来場者数（実績）: each is but a line of an indicator. */
static bool names_line(text t)
{
    static const text ends[] = {
        TEXT_WORD("目標"), TEXT_WORD("目標値"), TEXT_WORD("実績"),
        TEXT_WORD("実績値"), TEXT_WORD("計画"), TEXT_WORD("計画値"),
        TEXT_WORD("見込"), TEXT_WORD("達成率")
    };

    t = glyph_before(t, t.length) == 0xFF09 || text_ends(t, ")")
            ? text_cut(t, 0, glyph_back(t, t.length)) : t;
    return text_ending(t, ends, sizeof(ends) / sizeof(*ends)) > 0;
}

/* A name, no letter, that stands where the others do; a cost may begin further
 * left. */
static bool fits(const reader *r, arena *a, const unheaded *u, uint32_t row)
{
    const sheet_view *v = &r->view;
    uint32_t name = name_in(v, u, row);
    text t;

    if (name == UINT32_MAX || !view_begins(v, row, name))
        return false;
    t = view_text(v, row, name);
    if (is_cost(r, row, name))
        return name <= u->name;
    return name == u->name && view_cell(v, row, name)->type == CELL_STRING &&
           t.length > LETTER_BYTES && t.length <= NAME_BYTES &&
           !reader_word(r, row, name)->exact &&
           !is_line_word(a, t) && !names_line(t) &&
           !reader_word(r, row, name)->has_year &&
           !reader_word(r, row, name)->year_only;
}

/* The lines below the years, with their units, labels and costs. */
static void find_lines(const reader *r, arena *a, unheaded *u)
{
    const sheet_view *v = &r->view;
    uint32_t row = u->head + 1;

    while (row < v->grid->rows && row - u->head < HEAD_ROWS &&
           goes_on(r, u, row))
        u->head_last = row++;
    u->last = u->head_last;
    for (; row < v->grid->rows && first_in(v, u, row) < u->years &&
           has_figures(r, u, row);
         row++) {
        uint32_t first = first_in(v, u, row), name;

        if (states_figure(r, u, row))
            continue;
        u->last = row;
        u->unit = unit_in(r, a, u, row);
        name = name_in(v, u, row);
        if (name == UINT32_MAX)
            continue;
        u->costs = u->costs || is_cost(r, row, name);
        if (u->side == UINT32_MAX && first < name &&
            reader_word(r, row, first)->exact &&
            reader_word(r, row, first)->role == ROLE_KPI)
            u->side = first;
    }
}

/* コスト left of a line, where no line has such a label of indicators: who
 * knows what they are? But ア. */
static bool has_other_side(const sheet_view *v, const unheaded *u,
                           uint32_t row)
{
    uint32_t first = first_in(v, u, row);

    return u->side == UINT32_MAX && first < name_in(v, u, row) &&
           view_text(v, row, first).length > LETTER_BYTES;
}

/* All lines below the years, at least one of them an indicator's. */
static bool reads_rows(const reader *r, arena *a, unheaded *u)
{
    const sheet_view *v = &r->view;
    bool side = false;

    find_lines(r, a, u);
    for (uint32_t row = u->head_last + 1; row <= u->last; row++) {
        uint32_t name = name_in(v, u, row);

        side = holds_side(r, u, row, side);
        if (states_figure(r, u, row) || is_left_out(r, u, row, side) || name == UINT32_MAX ||
            is_cost(r, row, name))
            continue;
        if (u->name == UINT32_MAX)
            u->name = name;
        if (has_other_side(v, u, row))
            return false;
    }
    side = false;
    for (uint32_t row = u->head_last + 1;
         row <= u->last && u->name != UINT32_MAX; row++) {
        side = holds_side(r, u, row, side);
        if (!states_figure(r, u, row) && !is_left_out(r, u, row, side) &&
            !fits(r, a, u, row))
            return false;
    }
    return u->name != UINT32_MAX;
}

static bool begins(const reader *r, arena *a, unheaded *u, uint32_t row)
{
    return unheaded_heads(r, u, row) && reads_rows(r, a, u);
}

static bool put_word(remake *m, const unheaded *u, uint32_t col,
                     const char *word)
{
    return remake_word(m, u->head, u->head, col, word) &&
           remake_merge(m, u->head, col, u->head_last, col);
}

static bool put_at(remake *m, uint32_t row, uint32_t col, uint32_t from)
{
    const sheet_view *v = &m->reader->view;
    merge_range at = view_range(v, row, col);

    return remake_put(m, view_cell(v, row, at.col), text_of(""), row, from) &&
           remake_merge(m, row, from, at.last_row, at.last_col);
}

/* The cells of a row from a column on, where they stand; one that reaches
 * over it begins there. */
static bool put_row(remake *m, uint32_t row, uint32_t from)
{
    const sheet_view *v = &m->reader->view;
    bool ok = view_begins(v, row, from) || !view_filled(v, row, from) ||
              view_range(v, row, from).row < row ||
              put_at(m, row, from, from);

    for (uint32_t c = view_next(v, row, from); c != UINT32_MAX && ok;
         c = view_next(v, row, c + 1))
        if (view_begins(v, row, c))
            ok = put_at(m, row, c, c);
    return ok;
}

static text joined(arena *a, text left, text right)
{
    char *both = arena_printf(a, "%.*s%.*s", (int)left.length, left.bytes,
                              (int)right.length, right.bytes);

    return both != NULL ? text_of(both) : text_of("");
}

/* R7 below 年次計画: R7計画値. */
static bool put_planned(remake *m, const unheaded *u)
{
    const sheet_view *v = &m->reader->view;
    bool ok = true;

    for (uint32_t c = u->years; c != UINT32_MAX && ok;
         c = view_next(v, u->head, c + 1)) {
        text words = text_of("");

        if (!view_begins(v, u->head, c))
            continue;
        if (reader_word(m->reader, u->head, c)->year_only)
            words = joined(m->memory, view_text(v, u->head, c),
                           text_of("計画値"));
        ok = remake_put(m, view_cell(v, u->head, c), words, u->head, c) &&
             remake_merge(m, u->head, c, u->head,
                          view_range(v, u->head, c).last_col);
    }
    return ok;
}

/* 事業費 further left than the names, perhaps with （千円） in their place. */
static bool put_cost(remake *m, const unheaded *u, uint32_t row)
{
    const sheet_view *v = &m->reader->view;
    uint32_t name = name_in(v, u, row), first = first_in(v, u, row);
    text words = text_of("");

    if (name != first)
        words = joined(m->memory, view_text(v, row, first),
                       view_text(v, row, name));
    return remake_put(m, view_cell(v, row, first), words, row, u->name) &&
           put_row(m, row, u->unit != UINT32_MAX ? u->unit : u->years);
}

static bool put_line(remake *m, const unheaded *u, uint32_t row)
{
    const reader *r = m->reader;
    uint32_t name = name_in(&r->view, u, row);

    return is_cost_unit(r, row, name) ||
                   view_range(&r->view, row, name).last_col < u->name
               ? put_cost(m, u, row) : put_row(m, row, u->name);
}

/* The header with its words, then the lines without what is left of them. */
static bool put_table(remake *m, const unheaded *u)
{
    reader *r = m->reader;
    bool side = false;
    bool ok = put_word(m, u, u->name, "指標名") &&
              (u->unit == UINT32_MAX || put_word(m, u, u->unit, "単位")) &&
              (u->planned && u->head_last == u->head
                   ? put_planned(m, u) : put_row(m, u->head, u->years));

    for (uint32_t row = u->head + 1; row <= u->head_last && ok; row++)
        ok = put_row(m, row, u->years);
    for (uint32_t row = u->head_last + 1; row <= u->last && ok; row++) {
        side = holds_side(r, u, row, side);
        if (states_figure(r, u, row))
            ok = put_row(m, row, 0);
        else if (!is_left_out(r, u, row, side))
            ok = put_line(m, u, row);
    }
    return ok;
}

static bool make(remake *m, reader *r, arena *memory)
{
    const grid *g = r->view.grid;
    bool ok = remake_init_rows(m, r, memory, g->rows);
    unheaded u;

    for (uint32_t n = 0; ok && n < g->rows; n++)
        m->rows[n] = n;
    for (uint32_t row = 0; ok && row < g->rows; row++) {
        if (!begins(r, memory, &u, row)) {
            ok = put_row(m, row, 0);
            continue;
        }
        ok = put_table(m, &u);
        row = u.last;
    }
    return ok;
}

/* What was guessed, and what was left out. */
static void note(reader *r, const unheaded *u)
{
    const sheet_view *v = &r->view;
    bool side = false, guessed = u->corner;

    for (uint32_t row = u->head_last + 1; row <= u->last; row++) {
        side = holds_side(r, u, row, side);
        if (states_figure(r, u, row))
            continue;
        if (is_left_out(r, u, row, side)) {
            reader_ignore(r, row, row, "form-words",
                          view_text(v, row, name_in(v, u, row)));
        } else if (!guessed && !is_cost(r, row, name_in(v, u, row))) {
            reader_finding(r, "column-role-inferred", row, u->name,
                           view_text(v, row, u->name), "指標名",
                           "the indicator", NULL);
            guessed = true;
        }
    }
}

bool unheaded_names_read(reader *r, arena *scratch, size_t *tables,
                         near_miss *near, bool *read)
{
    const grid *g = r->view.grid;
    remake made;
    uint32_t row = 0;
    unheaded u;

    *read = false;
    if (!grid_turn_fits(g) || !remake_fits(g->rows, g->cols))
        return true;
    while (row < g->rows && !begins(r, scratch, &u, row))
        row++;
    if (row == g->rows)
        return true;
    if (!make(&made, r, scratch) || !remake_read(&made, tables, near, read))
        return false;
    for (; *read && row < g->rows; row++)
        if (begins(r, scratch, &u, row)) {
            note(r, &u);
            row = u.last;
        }
    return true;
}
