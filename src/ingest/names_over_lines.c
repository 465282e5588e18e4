/*
 * names_over_lines.c - a form's indicators above their lines in one column
 */
#include "ingest/names_over_lines.h"

#include "ingest/form/block_title.h"
#include "ingest/header/unit_words.h"
#include "ingest/sheet_remake.h"
#include "ingest/table/grid_turn.h"
#include "ingest/year_rows.h"
#include "wording/fold.h"
#include "wording/glyph.h"

enum { YEARS_LEAST = 2, NAME_BYTES = 240, LINE_BYTES = 90, LABEL_ROWS = 60,
       NAMES_MOST = 64 };

/* A header of years, its last line, and the columns of names and of the first
 * year. */
typedef struct over_lines {
    uint32_t head, last, col, years;
    bool corner; /* the name stands in the header, */
    bool unit;   /* or 単位：人 does, and the form's name is the indicator's, */
    uint32_t form_row, form_col; /* where that stands; UINT32_MAX: no label */
    bool inside; /* or in each of its lines: 来場者数（実績） */
} over_lines;

/* 指標名, 項目 or nothing; the corner may be a name, too. */
static bool heads_names(const reader *r, uint32_t row, uint32_t col)
{
    static const char *const words[] = { "項目", "区分", "年度" };
    const header_word *w = reader_word(r, row, col);

    return !view_filled(&r->view, row, col) ||
           (w->exact && !w->has_year &&
            (w->role == ROLE_KPI || w->role == ROLE_NAME)) ||
           text_in(view_text(&r->view, row, col), words,
                   sizeof(words) / sizeof(*words));
}

/* A cell that is a name as far as its letters tell. */
static bool may_name(const reader *r, uint32_t row, uint32_t col)
{
    const header_word *w = reader_word(r, row, col);
    text t = view_text(&r->view, row, col);

    return view_filled(&r->view, row, col) &&
           view_cell(&r->view, row, col)->type == CELL_STRING &&
           view_begins(&r->view, row, col) && t.length <= NAME_BYTES &&
           !w->exact && !w->has_year && !w->year_only &&
           !unit_is_line(t) && !role_is_figure(w->role) && !text_ends(t, "。");
}

/* Years, and nothing else but a corner. */
static bool heads_years(const reader *r, over_lines *o, uint32_t row)
{
    const sheet_view *v = &r->view;
    unsigned years = 0;

    *o = (over_lines){ .head = row, .last = row };
    if (row + 1 >= v->grid->rows || !year_row_ends(r, row))
        return false;
    o->col = view_next(v, row + 1, 0);
    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        if (years == 0 && c == o->col)
            continue;
        if (!reader_word(r, row, c)->year_only || !view_begins(v, row, c) ||
            view_range(v, row, c).last_col > c)
            return false;
        o->years = years++ == 0 ? c : o->years;
    }
    return years >= YEARS_LEAST && o->col < o->years &&
           view_cell(v, row, o->years)->type == CELL_STRING &&
           !view_hangs(v, row, o->col);
}

/* Figures, all of them below the years. */
static bool has_figures(const reader *r, const over_lines *o, uint32_t row)
{
    const sheet_view *v = &r->view;
    bool figure = false;

    for (uint32_t c = view_next(v, row, o->col + 1); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        if (!view_filled(v, o->head, c) || view_range(v, row, c).last_col > c)
            return false;
        figure = figure || view_cell(v, row, c)->type == CELL_NUMBER ||
                 glyph_has_digit(view_text(v, row, c));
    }
    return figure;
}

static bool is_line_word(arena *a, text t)
{
    text key;

    return t.length <= LINE_BYTES && fold_key(a, &key, t) &&
           content_is_line(key);
}

/* 目標 | 100 | 120 */
static bool is_line(const reader *r, arena *a, const over_lines *o,
                    uint32_t row)
{
    return view_next(&r->view, row, 0) == o->col &&
           is_line_word(a, view_text(&r->view, row, o->col)) &&
           has_figures(r, o, row);
}

/* 来場者数（実績値） | 90 | 110: its name, and what is in the bracket. */
static bool is_named_line(const reader *r, arena *a, const over_lines *o,
                          uint32_t row, text *name, text *word)
{
    size_t at = 0, open = SIZE_MAX;
    text t;

    if (row >= r->view.grid->rows || view_next(&r->view, row, 0) != o->col)
        return false;
    t = view_text(&r->view, row, o->col);
    if (t.length > NAME_BYTES || !glyph_may_close(t))
        return false;
    for (size_t next = 0; at < t.length; at = next)
        if (glyph_at(t, at, &next) == GLYPH_OPEN)
            open = at;
    if (open == SIZE_MAX || open == 0 ||
        !glyph_bracketed(text_from(t, open), 0, word) ||
        !is_line_word(a, *word))
        return false;
    *name = text_trim(text_cut(t, 0, open));
    return has_figures(r, o, row);
}

/* Such lines right below the years, two at least of the first name. */
static bool finds_named_lines(const reader *r, arena *a, over_lines *o)
{
    text first, name, word;
    uint32_t row = o->head + 1;

    if ((!heads_names(r, o->head, o->col) &&
         !unit_is_line(view_text(&r->view, o->head, o->col))) ||
        !is_named_line(r, a, o, row, &first, &word) ||
        !is_named_line(r, a, o, row + 1, &name, &word) ||
        !text_equal(first, name))
        return false;
    while (is_named_line(r, a, o, row, &name, &word))
        o->last = row++;
    return true;
}

/* A name alone in its row, above a line. */
static bool is_name(const reader *r, arena *a, const over_lines *o,
                    uint32_t row)
{
    const sheet_view *v = &r->view;

    return row + 1 < v->grid->rows && view_next(v, row, 0) == o->col &&
           view_next(v, row, o->col + 1) == UINT32_MAX &&
           view_range(v, row, o->col).last_row == row &&
           may_name(r, row, o->col) && is_line(r, a, o, row + 1);
}

/* 1 in a cell of its own, or 事業１: other headings are read as they stand. */
static bool names_apart(const block_title *title)
{
    return title->counted || title->word.length > 0;
}

/* 事業名 | 朝市の開催 further up, or 1 | 朝市の開催 | 担当：商工課, or 事業１　朝市の開催 with
 * such facts right below it. */
static bool is_in_form(reader *r, uint32_t head, over_lines *o)
{
    const sheet_view *v = &r->view;
    const table below = { .top = head };
    block_title title;

    o->form_row = UINT32_MAX;
    if (block_title_above(&title, r, &below, 0) && names_apart(&title))
        return true;
    for (uint32_t row = head, n = 0; row-- > 0 && n < LABEL_ROWS; n++) {
        uint32_t c = view_next(v, row, 0), value;
        const header_word *w;

        if (c == UINT32_MAX)
            continue;
        if (block_title_read(&title, r, row, false) &&
            title.beside && names_apart(&title))
            return true; /* above another indicator of the same project */
        w = reader_word(r, row, c);
        value = view_next(v, row, view_range(v, row, c).last_col + 1);
        if (w->exact && value != UINT32_MAX &&
            (w->role == ROLE_PROJECT || w->role == ROLE_MEASURE) &&
            !reader_word(r, row, value)->exact) {
            o->form_row = row;
            o->form_col = value;
            return true;
        }
    }
    return false;
}

static bool begins(reader *r, arena *a, over_lines *o, uint32_t row)
{
    unsigned names = 0;

    if (!heads_years(r, o, row) || !is_in_form(r, row, o))
        return false;
    o->inside = finds_named_lines(r, a, o);
    if (o->inside)
        return true;
    o->unit = o->form_row != UINT32_MAX &&
              unit_is_line(view_text(&r->view, row, o->col)) &&
              is_line(r, a, o, row + 1);
    o->corner = (o->unit || may_name(r, row, o->col)) && is_line(r, a, o, row + 1);
    if (!o->corner && !heads_names(r, row, o->col))
        return false;
    for (row++; row < r->view.grid->rows; row++) {
        bool name = !o->corner && is_name(r, a, o, row);

        if (!name && ((names == 0 && !o->corner) || !is_line(r, a, o, row)))
            break;
        names += name;
        o->last = row;
    }
    return (o->corner || names > 0) && names <= NAMES_MOST;
}

/* 指標名 | 来場者数, and 年度 | R4 | R5 below it. */
static bool put_name(remake *m, uint32_t *out, const over_lines *o,
                     uint32_t row, text name)
{
    const sheet_view *v = &m->reader->view;
    bool ok = remake_word(m, *out, row, o->col, "指標名") &&
              remake_put(m, view_cell(v, row, o->col), name, *out, o->years);

    m->rows[(*out)++] = row;
    return ok && remake_word(m, *out, o->head, o->col, "年度") &&
           remake_cells(m, (*out)++, o->head, o->years, UINT32_MAX, 0);
}

/* 来場者数（実績） below 単位：人 has 来場者数（単位：人） for its name. */
static bool put_inner_name(remake *m, uint32_t *out, const over_lines *o,
                           uint32_t row, text name)
{
    text unit = view_text(&m->reader->view, o->head, o->col);
    text inner = unit;
    char *both;

    if (!unit_is_line(unit))
        return put_name(m, out, o, row, name);
    if (glyph_bracketed(unit, 0, &inner))
        unit = inner;
    both = arena_printf(m->memory, "%.*s（%.*s）", (int)name.length, name.bytes,
                        (int)unit.length, unit.bytes);
    return both != NULL && put_name(m, out, o, row, text_of(both));
}

/* Lines with their names inside, each name once above its lines. */
static bool put_named_lines(remake *m, uint32_t *out, const over_lines *o)
{
    const sheet_view *v = &m->reader->view;
    text last = text_of(""), name, word;
    bool ok = true;

    for (uint32_t row = o->head + 1; row <= o->last && ok; row++) {
        ok = is_named_line(m->reader, m->memory, o, row, &name, &word) &&
             (text_equal(name, last) ||
              put_inner_name(m, out, o, row, name)) &&
             remake_put(m, view_cell(v, row, o->col), word, *out, o->col) &&
             remake_cells(m, *out, row, o->col + 1, UINT32_MAX, 0);
        ++*out;
        last = name;
    }
    return ok;
}

static bool put_table(remake *m, uint32_t *out, const over_lines *o)
{
    const reader *r = m->reader;
    bool ok = !o->corner ||
              (o->unit ? put_inner_name(m, out, o, o->head,
                                        view_text(&r->view, o->form_row,
                                                  o->form_col))
                       : put_name(m, out, o, o->head, text_of("")));

    for (uint32_t row = o->head + 1; row <= o->last && ok; row++)
        ok = is_line(r, m->memory, o, row)
                 ? remake_cells(m, (*out)++, row, o->col, UINT32_MAX, 0)
                 : put_name(m, out, o, row, text_of(""));
    return ok;
}

static bool make(remake *m, reader *r, arena *memory, uint32_t more)
{
    const grid *g = r->view.grid;
    bool ok = remake_init_rows(m, r, memory, g->rows + more);
    uint32_t out = 0;
    over_lines o;

    for (uint32_t row = 0; ok && row < g->rows; row++) {
        if (!begins(r, memory, &o, row)) {
            ok = remake_cells(m, out++, row, 0, UINT32_MAX, 0);
            continue;
        }
        ok = o.inside ? put_named_lines(m, &out, &o) : put_table(m, &out, &o);
        row = o.last;
    }
    m->grid.rows = out;
    return ok;
}

bool names_over_lines_read(reader *r, arena *scratch, size_t *tables,
                           near_miss *near, bool *read)
{
    const grid *g = r->view.grid;
    uint32_t more = 0;
    over_lines o;
    remake made;

    *read = false;
    if (!grid_turn_fits(g) || !remake_fits(3 * (uint64_t)g->rows, g->cols))
        return true;
    for (uint32_t row = 0; row < g->rows; row++)
        if (begins(r, scratch, &o, row)) {
            more += 2 * (o.last - o.head + 1);
            row = o.last;
        }
    return more == 0 || (make(&made, r, scratch, more) &&
                         remake_read(&made, tables, near, read));
}
