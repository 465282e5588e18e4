/*
 * row_band.c - headings between a table's rows whose number is a cell of its
 * own
 */
#include "ingest/reader/row_band.h"

#include <string.h>

#include "ingest/header/office_name.h"
#include "ingest/header/unit_words.h"
#include "ingest/reader/department.h"
#include "wording/glyph.h"

enum { MARK_BYTES = 45, TITLE_BYTES = 240, KIND_BYTES = 75,
       NESTED_MOST = 3 };

/* Most names end in other letters. */
static bool ends_mark(text t)
{
    switch (glyph_class_before(t, t.length)) {
    case GLYPH_KANJI:
        return text_ends(t, "章") || text_ends(t, "節") ||
               text_ends(t, "項") || text_ends(t, "編");
    case GLYPH_HIRAGANA:
        return false;
    case GLYPH_KATAKANA:
        return t.length == strlen("ア");
    default:
        return true;
    }
}

/* １, Ⅰ, ①, 基本目標１ or 第1章, and no more: how it is written. */
static heading_style mark_style(text t)
{
    text no, title;
    heading_style style;

    if (t.length == 0 || t.length > MARK_BYTES || !ends_mark(t))
        return STYLE_NONE;
    style = heading_read(t, &no, &title);
    return style != STYLE_NONE && title.length == 0 ? style : STYLE_NONE;
}

/* Numbers stand in the column, or nothing that is known; 基本目標１ may stand in
 * front of its title where names do. */
static bool may_number(const table_column *k, heading_style style, bool wide)
{
    if (k == NULL || k->role == ROLE_NO || k->role == ROLE_CODE ||
        k->role == ROLE_NONE || k->role == ROLE_IGNORED)
        return true;
    return ((wide && role_is_level(k->role)) || k->role == ROLE_PROJECT ||
            k->role == ROLE_KPI) &&
           (heading_has_word(style) || style == STYLE_ROMAN);
}

bool row_has_figure(const reader *r, const table *t, uint32_t row)
{
    for (size_t i = 0; i < t->count; i++)
        if (role_is_figure(t->columns[i].role) &&
            view_filled(&r->view, row, t->columns[i].col))
            return true;
    return false;
}

/* Merged over columns that the header keeps apart. */
static bool is_wide(const reader *r, const table *t, uint32_t row,
                    uint32_t col)
{
    merge_range m = view_range(&r->view, row, col);

    return m.last_row == m.row && m.last_col > m.col &&
           m.last_col > view_range(&r->view, t->bottom, col).last_col;
}

/* The row below is an indicator with its figures whose number is written
 * otherwise. */
static bool stands_above(const reader *r, const table *t, uint32_t row,
                         uint32_t col, const table_column *k)
{
    const sheet_view *v = &r->view;
    text below = view_text(v, row + 1, col);

    if (k == NULL || (k->role != ROLE_KPI && !role_is_level(k->role)) ||
        view_range(v, row, k->col).last_row > row ||
        row + 1 >= v->grid->rows || !row_has_figure(r, t, row + 1) ||
        !view_filled(v, row + 1, k->col))
        return false;
    return below.length == 0 ||
           mark_style(below) != mark_style(view_text(v, row, col)) ||
           view_cell(v, row + 1, col)->type != view_cell(v, row, col)->type;
}

/* 1 above 1-1, 1-1 above 1-1-1: what is numbered below is part of it. */
static bool numbers_parts(const reader *r, uint32_t row, uint32_t col,
                          text mark)
{
    text below = view_text(&r->view, row + 1, col), no, title;
    heading_style style = heading_depth(STYLE_NUMBER, mark);
    size_t next;

    return style != STYLE_DEEPEST_NUMBER && below.length > mark.length &&
           memcmp(below.bytes, mark.bytes, mark.length) == 0 &&
           glyph_at(below, mark.length, &next) != GLYPH_DIGIT &&
           heading_read(below, &no, &title) == STYLE_NUMBER &&
           title.length == 0 &&
           heading_depth(STYLE_NUMBER, below) == style + 1;
}

/* Words alone in the names' column. */
static bool stands_alone(const reader *r, const table *t, uint32_t row,
                         uint32_t col)
{
    return view_next(&r->view, row, t->col) == col &&
           view_next(&r->view, row, col + 1) > t->last_col &&
           view_begins(&r->view, row, col);
}

/* The first row below headings of other styles that are alone in theirs. */
static uint32_t below_headings(const reader *r, const table *t, uint32_t row,
                               uint32_t col, heading_style style)
{
    text no, title;

    for (unsigned n = 0; n < NESTED_MOST && row + 1 < r->view.grid->rows;
         n++, row++) {
        heading_style next =
            heading_read(view_text(&r->view, row + 1, col), &no, &title);

        if (next == STYLE_NONE || next == style ||
            !stands_alone(r, t, row + 1, col))
            break;
    }
    return row + 1;
}

/* Does a row name an indicator or a project? */
static bool names_stand(const reader *r, const table *t, uint32_t row)
{
    for (size_t i = 0; i < t->count; i++)
        if ((t->columns[i].role == ROLE_KPI ||
             t->columns[i].role == ROLE_PROJECT) &&
            view_filled(&r->view, row, t->columns[i].col))
            return true;
    return false;
}

/* 1-2, A3: no kanji and no kana. */
static bool is_plain_number(text t)
{
    for (size_t at = 0, next; at < t.length; at = next) {
        glyph_class c = glyph_at(t, at, &next);

        if (c == GLYPH_KANJI || c == GLYPH_HIRAGANA || c == GLYPH_KATAKANA)
            return false;
    }
    return true;
}

bool row_band_groups(const reader *r, const table *t,
                     const table_column *names, uint32_t row)
{
    const sheet_view *v = &r->view;
    const table_column *unit = table_column_any(t, ROLE_UNIT);
    text no, words, other;
    heading_style style;
    uint32_t below;

    if (names->stacked_to != 0 || names->free_text ||
        table_column_any(t, ROLE_PROJECT) != NULL || t->blocks > 1 ||
        view_range(v, row, names->col).last_row > row)
        return false;
    style = heading_read(view_text(v, row, names->col), &no, &words);
    below = style == STYLE_NONE
                ? row + 1
                : below_headings(r, t, row, names->col, style);
    if (below >= v->grid->rows || glyph_has_digit(words) ||
        !view_filled(v, below, names->col) ||
        !view_begins(v, below, names->col) ||
        (unit != NULL && !view_filled(v, below, unit->col)))
        return false;
    return (unit != NULL && style == STYLE_NONE) ||
           (style != STYLE_NONE && row_has_figure(r, t, below) &&
            heading_read(view_text(v, below, names->col), &no, &other) !=
                style);
}

bool row_band_leads(const reader *r, const table *t, const table_column *k,
                    uint32_t row)
{
    const sheet_view *v = &r->view;
    text typed = view_text(v, row, k->col), no, title, other;
    heading_style style = heading_read(typed, &no, &title);
    uint32_t below = row + 1;

    if (title.length == 0 || view_range(v, row, k->col).last_row > row)
        return false;
    if (k->role == ROLE_PROJECT && style != STYLE_NONE && style != STYLE_KANA)
        below = below_headings(r, t, row, k->col, style);
    if (below >= v->grid->rows || !row_has_figure(r, t, below) ||
        is_wide(r, t, below, k->col) || table_is_subtotal(r->memory, typed))
        return false;
    if (k->role == ROLE_NO || k->role == ROLE_CODE ||
        k->role == ROLE_BREAKDOWN || k->role == ROLE_IGNORED)
        return names_stand(r, t, row + 1) &&
               view_filled(v, row + 1, k->col) && !is_plain_number(typed);
    return k->role == ROLE_PROJECT && style != STYLE_NONE &&
           style != STYLE_KANA && view_filled(v, below, k->col) &&
           view_begins(v, below, k->col) &&
           heading_read(view_text(v, below, k->col), &no, &other) != style;
}

bool row_band_owned(const reader *r, const table *t, uint32_t row,
                    uint32_t col, uint32_t next)
{
    text no, title, beside, office;
    heading_style style;

    if (view_next(&r->view, row, next + 1) != UINT32_MAX ||
        (t != NULL && col > t->col) ||
        view_cell(&r->view, row, col)->type != CELL_STRING)
        return false;
    style = heading_read(view_text(&r->view, row, col), &no, &title);
    if (style == STYLE_NONE || style == STYLE_BULLET)
        return false;
    beside = view_text(&r->view, row, next);
    office = office_unbracketed(beside);
    if (office.length < beside.length && office_name(office))
        return true;
    return style != STYLE_KANA &&
           (department_of_line(beside).length > 0 ||
            (t == NULL && office_name(beside)));
}

text row_band_office(text *what)
{
    text title = *what, inside = office_in_brackets(*what, &title),
         office = department_of_line(inside);

    if (office.length == 0 && office_name(inside))
        office = inside;
    if (office.length > 0)
        *what = title;
    return office;
}

bool row_band_names_kind(const reader *r, text words)
{
    text no, title;
    const header_word *w;

    if (words.length == 0 || words.length > KIND_BYTES)
        return false;
    heading_read(words, &no, &title);
    title = unit_plain(title);
    if (text_starts(title, "＜") && text_ends(title, "＞"))
        title = text_cut(title, strlen("＜"), title.length - strlen("＞"));
    if (title.length == 0 || glyph_colon(title, &no) != SIZE_MAX)
        return false;
    if (text_ends(title, "数値目標"))
        return true; /* 基本目標の数値目標 */
    w = header_roles_find(r->roles, title, r->context_year);
    return w->exact && w->index == 0 && !w->has_year &&
           (w->role == ROLE_KPI || role_is_figure(w->role)); /* （１）計画 */
}

/* Number and title in one, as other headings have them. */
static bool join(arena *a, text *out, text mark, text title)
{
    static const char gap[] = "　";
    size_t length = mark.length + sizeof(gap) - 1 + title.length;
    char *both = arena_alloc(a, length);

    if (both == NULL)
        return false;
    memcpy(both, mark.bytes, mark.length);
    memcpy(both + mark.length, gap, sizeof(gap) - 1);
    memcpy(both + mark.length + sizeof(gap) - 1, title.bytes, title.length);
    *out = (text){ both, length };
    return true;
}

/* 21 | 施策21　快適なまち: the title has its number, and says what it is. */
static bool is_numbered_level(text t)
{
    text no, title;
    heading_style style = heading_read(t, &no, &title);

    return no.length > 0 && heading_has_word(style);
}

bool row_band_read(const reader *r, const table *t, uint32_t row,
                   uint32_t col, uint32_t next, text *what)
{
    const sheet_view *v = &r->view;
    const table_column *k = table_column_at(t, col);
    uint32_t third = view_next(v, row, next + 1);
    text mark, title;
    heading_style style;
    bool wide;

    if ((third <= t->last_col && view_next(v, row, third + 1) <= t->last_col) ||
        (k != NULL && (role_is_figure(k->role) || k->role == ROLE_YEAR)))
        return false; /* most rows are data */
    mark = view_text(v, row, col);
    title = view_text(v, row, next);
    if (next > t->last_col || mark.length > MARK_BYTES ||
        title.length == 0 || title.length > TITLE_BYTES ||
        view_cell(v, row, next)->type != CELL_STRING ||
        view_range(v, row, col).last_row > row ||
        (third <= t->last_col &&
         department_of_line(view_text(v, row, third)).length == 0))
        return false;
    style = mark_style(mark);
    wide = is_wide(r, t, row, next);
    if (style == STYLE_NONE || !may_number(k, style, wide) ||
        !(wide || stands_above(r, t, row, col, table_column_at(t, next)) ||
          (style == STYLE_NUMBER && numbers_parts(r, row, col, mark))))
        return false;
    if (is_numbered_level(title)) {
        *what = title;
        return true;
    }
    return join(r->memory, what, mark, title);
}
