/*
 * grant_group.c - the line above forms that says what they are of
 *
 *     ア　しごとをつくる
 *     事業名 | 朝市の開催 | 担当課 | 商工課
 *     …
 *     事業名 | 山の手入れ | 担当課 | 林業課
 *     …
 *     イ　ひとを呼ぶ
 *     事業名 | 移住の相談 | 担当課 | 企画課
 *
 * It holds until the next one. A number alone or 【…】 may be a section of the
 * form: it is such a line where another form has other words there.
 */
#include "ingest/form/grant_parts.h"
#include "ingest/header/department_words.h"
#include "ingest/header/title_words.h"
#include "ingest/reader/note_words.h"
#include "wording/glyph.h"

enum { GROUP_BYTES = 150, GROUP_ROWS = 400 };

/* 【柱1　行政運営】 | 達成度：◎上回る　○目標どおり: alone but for what marks mean, or
 * for what tells the clerk how to fill it in. */
static bool is_lone(const sheet_view *v, uint32_t row, uint32_t col)
{
    col = view_next(v, row, col + 1);
    return col == UINT32_MAX ||
           (view_cell(v, row, col)->type == CELL_STRING &&
            (note_is_legend(view_text(v, row, col)) ||
             note_to_clerk(view_text(v, row, col))) &&
            view_next(v, row, col + 1) == UINT32_MAX);
}

heading_style form_heading_at(const sheet_view *v, uint32_t row, text *no,
                              text *title)
{
    uint32_t col = view_next(v, row, 0);
    heading_style style;

    if (col == UINT32_MAX || view_cell(v, row, col)->type != CELL_STRING ||
        !is_lone(v, row, col))
        return STYLE_NONE;
    style = heading_read(view_text(v, row, col), no, title);
    return heading_has_word(style) && title->length > 0 &&
                   text_find(*title, "。", 0) == SIZE_MAX
               ? style : STYLE_NONE;
}

/* Does a row begin with 事業名：…, or with the label 事業名 behind a title down the
 * side or not? */
static bool names_project(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col = view_next(v, row, 0);
    text label, value;
    const header_word *w = form_pair(f, row, col, &label, &value);

    if (w == NULL && !form_label(f, row, col)->exact &&
        view_range(v, row, col).last_row > row)
        col = view_next(v, row, col + 1);
    if (w == NULL && col != UINT32_MAX)
        w = form_label(f, row, col);
    return w != NULL && w->exact && w->role == ROLE_PROJECT;
}

/* 施策 above 2-1　森の再生: the value of that label. */
static bool is_said_above(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;

    return row > 0 && view_begins(v, row - 1, col) &&
           view_filled(v, row - 1, col) && form_label(f, row - 1, col)->exact;
}

bool form_heads_name(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col = view_next(v, row, 0), below = row + 1;
    heading_style style;
    text t, no, title;

    if (col == UINT32_MAX || view_cell(v, row, col)->type != CELL_STRING ||
        !is_lone(v, row, col))
        return false;
    t = view_text(v, row, col);
    style = heading_read(t, &no, &title);
    style = heading_depth(style, no);
    below += heading_is_deep(style) && below < v->grid->rows &&
             view_next(v, below, 0) == UINT32_MAX;
    if (below >= v->grid->rows || view_next(v, below, 0) != col)
        return false;
    if ((style != STYLE_ROMAN && style != STYLE_BULLET &&
         style != STYLE_ARROW && style != STYLE_KANA &&
         !heading_is_deep(style)) ||
        title.length == 0 || form_is_section(f->reader, t) ||
        (style != STYLE_ROMAN &&
         (form_is_cover(title) || form_is_city(title) ||
          department_like(title) ||
          title_is_document(title, f->reader->context_year))))
        return false;
    return names_project(f, below) &&
           !(heading_is_deep(style) && is_said_above(f, row, col));
}

/* １　しごとをつくる, （１）…, ①…, 【…】 alone right above 事業名 | 朝市の開催; no section
 * of the form. */
static heading_style group_at(const form *f, uint32_t row, text *title)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col = view_next(v, row, 0);
    heading_style style;
    text t, no;

    if (col == UINT32_MAX || view_cell(v, row, col)->type != CELL_STRING ||
        !is_lone(v, row, col) || row + 1 >= v->grid->rows ||
        view_next(v, row + 1, 0) != col)
        return STYLE_NONE;
    t = view_text(v, row, col);
    style = heading_depth(heading_read(t, &no, title), no);
    if (style == STYLE_NONE && text_starts(t, "【") &&
        glyph_bracketed(t, 0, title))
        style = STYLE_BRACKETS;
    return (heading_is_numbered(style) || style == STYLE_BRACKETS) &&
                   title->length > 0 && title->length <= GROUP_BYTES &&
                   !form_is_section(f->reader, t) && form_is_phrase(*title) &&
                   !form_is_cover(*title) && !form_is_city(*title) &&
                   !department_like(*title) &&
                   !title_is_document(*title, f->reader->context_year) &&
                   names_project(f, row + 1) && !is_said_above(f, row, col)
               ? style : STYLE_NONE;
}

/* Does another form of the sheet have such a line with other words? A section
 * of the form would have the same. */
static bool has_group(const form *f, uint32_t row, heading_style style,
                      text title)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col = view_next(v, row, 0),
             end = v->grid->rows - row > GROUP_ROWS ? row + GROUP_ROWS
                                                    : v->grid->rows;
    text other;

    for (uint32_t at = row > GROUP_ROWS ? row - GROUP_ROWS : 0; at < end; at++)
        if (view_next(v, at, 0) == col && group_at(f, at, &other) == style &&
            !text_equal(other, title))
            return true;
    return false;
}

bool form_heads_group(const form *f, uint32_t row)
{
    text title;
    heading_style style = group_at(f, row, &title);

    return style != STYLE_NONE && has_group(f, row, style, title);
}

bool form_take_heading(form *f, uint32_t row)
{
    reader *r = f->reader;
    text no, title;
    bool group = form_heads_group(f, row);

    if (group)
        r->form_group = group_at(f, row, &title);
    else if (form_heading_at(&r->view, row, &no, &title) == STYLE_NONE &&
             !form_heads_name(f, row))
        return false;
    if (f->outer_row != 0 && f->level.length == 0 &&
        (f->project->has_goal || !r->headings.has_goal))
        form_keep_outer(f);
    if (!headings_take(&r->headings, r->memory,
                       view_text(&r->view, row, view_next(&r->view, row, 0))))
        r->failed = true;
    return group;
}
