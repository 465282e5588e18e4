/*
 * grant_document.c - which of the lines above a form is its own title
 *
 *     令和2年度　交付金事業      the document's
 *     Ⅰ　にぎわう町             the goal of what follows
 *     ① 朝市の開催              the form's
 */
#include "ingest/form/grant_parts.h"

#include "wording/fiscal_year.h"
#include "wording/glyph.h"

bool form_stands_alone(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;

    return view_next(v, row, 0) == col &&
           view_next(v, row, col + 1) == UINT32_MAX;
}

bool form_is_headed_by(const form *f, uint32_t row)
{
    text no, title;

    return !f->named && f->title_row < row &&
           form_stands_alone(f, f->title_row, f->title_col) &&
           heading_read(f->title, &no, &title) == STYLE_CIRCLED;
}

/* 子育て支援事業　01: which of a series' forms this is. */
static bool counts_forms(text title)
{
    size_t at = title.length;

    while (at > 0 && glyph_class_before(title, at) == GLYPH_DIGIT)
        at = glyph_back(title, at);
    return at > 0 && at < title.length &&
           glyph_class_before(title, at) == GLYPH_SPACE;
}

bool form_is_titled_above(const form *f, uint32_t row, uint32_t col, text t)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row + 1, 0);
    text label, value;
    year_span year;

    if (f->named || f->headed || f->below || f->title.length == 0 ||
        f->title_row >= row || !form_stands_alone(f, row, col) ||
        !form_stands_alone(f, f->title_row, f->title_col) ||
        text_ends(t, "。") || next == UINT32_MAX ||
        (fiscal_year_read(&year, f->title, 0, f->reader->context_year) == 0 &&
         !counts_forms(f->title)))
        return false;
    for (uint32_t above = 0; above < row; above++)
        if (above != f->title_row && view_next(v, above, 0) != UINT32_MAX)
            return false;
    return (form_label(f, row + 1, next)->exact &&
            form_knows(form_label(f, row + 1, next)->role)) ||
           form_pair(f, row + 1, next, &label, &value) != NULL;
}

bool form_is_goal_above(const form *f, uint32_t row, uint32_t col, text t)
{
    text no, title;

    return !f->named && !f->headed && !f->below && f->title.length > 0 &&
           f->title_row < row && form_stands_alone(f, row, col) &&
           form_stands_alone(f, f->title_row, f->title_col) &&
           heading_read(f->title, &no, &title) == STYLE_ROMAN &&
           title.length > 0 && heading_unmarked(t).length < t.length;
}

bool form_is_owned(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t col = view_next(v, row, 0), next;
    const header_word *w;
    text label, value;

    if (col == UINT32_MAX || !form_is_numbered(view_text(v, row, col), &value))
        return false;
    next = view_next(v, row, view_range(v, row, col).last_col + 1);
    if (next == UINT32_MAX)
        return false;
    w = form_label(f, row, next);
    if (!w->exact)
        w = form_pair(f, row, next, &label, &value);
    return w != NULL && w->exact &&
           (w->role == ROLE_DIVISION || w->role == ROLE_BUREAU);
}
