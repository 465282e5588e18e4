/*
 * grant_place.c - where a form's project stands, beside 位置付け or 体系
 *
 *     位置付け   | 安心して暮らせるまち
 *     計画体系   | ４　まちを磨く
 *                  ４－１　定住支援
 */
#include "ingest/form/grant_parts.h"

#include "wording/glyph.h"

enum { PLACE_BYTES = 120 }; /* a title, and no sentence */

text form_position_label(const form *f, uint32_t row, uint32_t col, text *t)
{
    const sheet_view *v = &f->reader->view;
    size_t colon = glyph_colon(*t, t);
    uint32_t before = UINT32_MAX;

    if (colon != SIZE_MAX)
        return text_cut(view_text(v, row, col), 0, colon);
    for (uint32_t c = view_next(v, row, 0); c < col;
         c = view_next(v, row, c + 1))
        before = c;
    if (before != UINT32_MAX)
        return view_text(v, row, before);
    return row > 0 && view_filled(v, row - 1, col)
               ? view_text(v, row - 1, col) : text_of("");
}

bool form_names_place(text label)
{
    static const char *const places[] = { "位置付け", "位置づけ", "体系",
                                          "目標・", "目標／", "目標/",
                                          "目標＞", "政策・", "政策／",
                                          "政策/", "政策＞", "分野・施策",
                                          "柱・施策" };

    return text_contains_one(label, places, sizeof(places) / sizeof(*places));
}

/* ４　まちを磨く above ４－１　定住支援 beside 計画体系: the number of each line goes on
 * from that of the one above. */
bool form_take_numbered_levels(form *f, uint32_t row, uint32_t col)
{
    project *p = f->project;
    text t = view_text(&f->reader->view, row, col), lines[3], no, title, label;
    size_t count = 0, at = 0, own, above = 0;

    if (text_find(t, "\n", 0) == SIZE_MAX || f->below || p->has_goal ||
        p->measure[0] != '\0')
        return false;
    label = form_position_label(f, row, col, &t);
    if (!form_names_place(label))
        return false;
    for (; at < t.length && count < 3; count++) {
        lines[count] = text_line(t, &at);
        own = glyph_skip_digits(lines[count], 0);
        for (size_t next = own; glyph_at(lines[count], own, &next) == GLYPH_DASH;)
            own = glyph_skip_digits(lines[count], next);
        if (own == 0 || heading_read(lines[count], &no, &title) == STYLE_NONE ||
            title.length == 0 ||
            (count > 0 &&
             (own <= above ||
              !text_equal(text_cut(lines[count], 0, above),
                          text_cut(lines[count - 1], 0, above)))))
            return false;
        above = own;
    }
    if (count < 2)
        return false;
    form_set_heading(f, &p->has_goal, &p->goal, lines[0]);
    if (count > 2)
        form_set_heading(f, &p->has_theme, &p->theme, lines[1]);
    p->measure = reader_line(f->reader, lines[count - 1]);
    return true;
}

/* 位置付け | 基本目標Ⅰ　しごとをつくる in front of a grade whose label stands above. */
bool form_stands_at_place(const form *f, uint32_t row, uint32_t col)
{
    text t = view_text(&f->reader->view, row, col);

    return t.length <= PLACE_BYTES &&
           form_names_place(form_position_label(f, row, col, &t));
}

/* 位置付け | 安心して暮らせるまち: which level it is of is not said; the word in front
 * of a number says it. */
bool form_take_place(form *f, uint32_t row, uint32_t col)
{
    project *p = f->project;
    text t = view_text(&f->reader->view, row, col), label, no, title;
    heading_style style;

    if (f->below || p->has_goal || p->has_theme || p->measure[0] != '\0' ||
        t.length > PLACE_BYTES || !form_is_phrase(t))
        return false;
    label = form_position_label(f, row, col, &t);
    if (!text_ends(label, "位置付け") && !text_ends(label, "位置づけ"))
        return false;
    style = heading_read(t, &no, &title);
    if (title.length == 0)
        style = STYLE_NONE;
    if (style == STYLE_GOAL_WORD)
        form_set_heading(f, &p->has_goal, &p->goal, t);
    else if (style == STYLE_MEASURE_WORD)
        p->measure = reader_line(f->reader, t);
    else
        form_set_heading(f, &p->has_theme, &p->theme, t);
    if (!heading_has_word(style))
        reader_finding(f->reader, "heading-uncertain", row, col, t, NULL,
                       NULL, NULL);
    return true;
}
