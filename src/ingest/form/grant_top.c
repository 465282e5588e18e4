/*
 * grant_top.c - the lines at the top of a form that has no label for its name
 *
 *     総合戦略　基本目標Ⅰ　しごとをつくる
 *     ⑥　環境産業の振興
 *     風力発電の立地【A】
 *
 *     １．事業の概要
 *
 * Right below each other, each alone in its row, and the first says which
 * level it is: all but the last are what the form's project belongs to, the
 * last is its name.
 */
#include "ingest/form/grant_parts.h"

#include "ingest/form/grant_extent.h"
#include "ingest/header/department_words.h"
#include "wording/glyph.h"

enum { LINES_MOST = 5 };

/* The words alone in a row; empty for other rows. */
static text lone_words(const sheet_view *v, uint32_t row, uint32_t *col)
{
    *col = view_next(v, row, 0);
    if (*col == UINT32_MAX || view_cell(v, row, *col)->type != CELL_STRING ||
        view_next(v, row, *col + 1) != UINT32_MAX)
        return text_of("");
    return view_text(v, row, *col);
}

/* 基本目標Ⅰ　…: a level's word with its number and a title. */
static bool is_level(text t)
{
    text no, title;

    return heading_has_word(heading_read(t, &no, &title)) && no.length > 0 &&
           title.length > 0 && text_find(title, "。", 0) == SIZE_MAX;
}

/* Such a heading, perhaps behind the name of its plan; else empty. */
static text level_heading(text t)
{
    size_t next;

    if (is_level(t))
        return t;
    for (size_t at = 0; at < t.length; at = next)
        if (glyph_is_space(glyph_at(t, at, &next)) &&
            is_level(text_from(t, next)))
            return text_from(t, next);
    return text_of("");
}

/* A line that may be a level's or the name: no label, section or sentence. */
static bool may_head(const form *f, uint32_t row, uint32_t col, text t)
{
    text label, value;

    return t.length > 0 && !text_ends(t, "。") && !text_starts(t, "※") &&
           !form_label(f, row, col)->exact &&
           form_pair(f, row, col, &label, &value) == NULL &&
           !form_is_section(f->reader, t) && !form_is_cover(t) &&
           !form_is_no_name(t) && !department_like(t);
}

/* The first of the lines, a level's; UINT32_MAX where labels come first. */
static uint32_t find_first(const form *f, uint32_t from)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col;

    for (uint32_t row = from; row < f->table->top; row++) {
        text t = lone_words(v, row, &col);

        if (col != UINT32_MAX && form_label(f, row, col)->exact)
            break;
        if (level_heading(t).length > 0)
            return row;
    }
    return UINT32_MAX;
}

/* The last of the lines; `first` itself where there is no other, or where
 * a sentence goes on with them. */
static uint32_t find_last(const form *f, uint32_t first)
{
    const sheet_view *v = &f->reader->view;
    uint32_t row = first, col;

    while (row + 1 < f->table->top && row - first < LINES_MOST &&
           may_head(f, row + 1, view_next(v, row + 1, 0),
                    lone_words(v, row + 1, &col)))
        row++;
    if (row + 1 < f->table->top &&
        text_ends(lone_words(v, row + 1, &col), "。"))
        return first;
    return level_heading(lone_words(v, row, &col)).length > 0 ? first : row;
}

/* (1) … below 重点施策３　…: a number would stand above a measure elsewhere; here
 * the line above is the outer one. */
static bool take_below_measure(reader *r, text outer, text t)
{
    headings *h = &r->headings;

    if (!heading_from_label(&h->theme, r->memory, outer))
        return false;
    h->has_theme = true;
    h->theme_style = STYLE_THEME_WORD;
    h->measure = reader_line(r, t);
    h->measure_style = STYLE_MEASURE_WORD;
    return true;
}

static bool take_line(reader *r, text outer, text t)
{
    headings *h = &r->headings;

    return outer.length > 0 && h->measure[0] != '\0' && !is_level(t) &&
                   headings_level(h, t) < headings_level(h, outer)
               ? take_below_measure(r, outer, t)
               : headings_take(h, r->memory, t);
}

bool form_take_top_lines(form *f, uint32_t from, uint32_t *first)
{
    reader *r = f->reader;
    text outer = text_of("");
    uint32_t last, col;

    *first = find_first(f, from);
    if (*first == UINT32_MAX ||
        (last = find_last(f, *first)) == *first ||
        form_is_named_above(r, f->table, from))
        return false;
    for (uint32_t row = *first; row < last; row++) {
        text t = lone_words(&r->view, row, &col);
        text level = level_heading(t);

        t = level.length > 0 ? level : t;
        if (!take_line(r, outer, t))
            r->failed = true;
        outer = t;
    }
    f->title = heading_unmarked(lone_words(&r->view, last, &col));
    f->title_row = last;
    f->title_col = col;
    f->owned = f->titled = true;
    return true;
}
