/*
 * grant_tiers.c - the levels above a form's project on lines of their own,
 * which only their marks tell
 *
 *     しごとをつくる
 *     ⑦ 都市の展開
 *     (iii) 拠点の形成
 *     ⇒ 技術の開発
 *     【ロボットの活躍】       | 担当局   | 産業局
 *     ^                        | 総合評価 | Ａ
 */
#include "ingest/form/grant_parts.h"

#include <string.h>

#include "ingest/header/title_words.h"

enum { LINES_MOST = 8, TIER_GOAL = 1, TIER_THEME, TIER_PART, TIER_MEASURE };

static bool is_marked(text t)
{
    text no, title;

    return heading_read(t, &no, &title) != STYLE_NONE;
}

/* How far in such a line is; 0 for others. Without a mark it may be a goal. */
static int tier_of(const form *f, text t)
{
    text no, title;

    if (!form_is_phrase(t))
        return 0;
    switch (heading_read(t, &no, &title)) {
    case STYLE_NONE:
        return form_is_cover(t) || form_is_city(t) ||
                       title_is_document(t, f->reader->context_year) ||
                       title_names_plan(t, f->reader->context_year)
                   ? 0 : TIER_GOAL;
    case STYLE_GOAL_WORD: case STYLE_ROMAN:
        return title.length > 0 ? TIER_GOAL : 0;
    case STYLE_THEME_WORD: case STYLE_CIRCLED:
        return title.length > 0 ? TIER_THEME : 0;
    case STYLE_PAREN_ROMAN:
        return title.length > 0 ? TIER_PART : 0;
    case STYLE_MEASURE_WORD: case STYLE_ARROW:
        return title.length > 0 ? TIER_MEASURE : 0;
    default:
        return 0;
    }
}

/* Behind the first cell of a row there is a label, with its value. */
static bool has_label_beside(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    uint32_t next = view_next(v, row, view_range(v, row, col).last_col + 1);
    uint32_t value_row, value;

    return next != UINT32_MAX && form_is_label(f, row, next) &&
           form_value_of(f, row, next, &value_row, &value);
}

/* 【ロボットの活躍】 first in such a row: what the brackets hold. */
static bool boxed_name(const form *f, uint32_t row, uint32_t col, text *name)
{
    const sheet_view *v = &f->reader->view;
    text t = view_text(v, row, col);

    if (view_next(v, row, 0) != col || !text_starts(t, "【") ||
        !text_ends(t, "】") || form_is_section(f->reader, t))
        return false;
    *name = text_trim(text_cut(t, strlen("【"), t.length - strlen("】")));
    return name->length > 0 && text_find(*name, "【", 0) == SIZE_MAX &&
           !form_is_number(*name) && has_label_beside(f, row, col);
}

/* Words that are no label first in such a row. */
static bool heads_labels(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    text t = view_text(v, row, col), label, value;

    return view_cell(v, row, col)->type == CELL_STRING && form_is_phrase(t) &&
           !form_label(f, row, col)->exact && !form_is_number(t) &&
           form_pair(f, row, col, &label, &value) == NULL &&
           has_label_beside(f, row, col);
}

/* A line without a mark is a goal above others; alone it may be anything. */
static bool is_alone(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = UINT32_MAX;

    while (c == UINT32_MAX && ++row < f->table->top)
        c = view_next(v, row, 0);
    return c == UINT32_MAX || view_next(v, row, c + 1) != UINT32_MAX;
}

/* From a line on, further in with each, down to the name of the form. Several,
 * as a single one may be its title; or that name stands in 【】. */
static bool leads_to_name(const form *f, uint32_t row, uint32_t col)
{
    const sheet_view *v = &f->reader->view;
    int last = tier_of(f, view_text(v, row, col)), lines = 1;
    bool marked = is_marked(view_text(v, row, col));
    text name;

    if (f->project->has_goal || f->project->has_theme)
        lines++; /* the one above */
    for (uint32_t end = row + LINES_MOST; last > 0 && ++row < end;) {
        uint32_t c = row < f->table->top ? view_next(v, row, 0) : UINT32_MAX;
        int tier;

        if (row >= f->table->top)
            return false;
        if (c == UINT32_MAX)
            continue;
        if (view_next(v, row, c + 1) != UINT32_MAX)
            return boxed_name(f, row, c, &name) ||
                   (marked && lines > 1 && heads_labels(f, row, c));
        tier = tier_of(f, view_text(v, row, c));
        if (tier <= last)
            return false;
        marked = marked || is_marked(view_text(v, row, c));
        last = tier;
        lines++;
    }
    return false;
}

bool form_take_tier(form *f, uint32_t row, uint32_t col, text t)
{
    const sheet_view *v = &f->reader->view;
    project *p = f->project;
    text no, title;

    if (f->below || f->named || f->headed || f->title.length > 0)
        return false;
    if (boxed_name(f, row, col, &title)) {
        f->title = title;
        f->title_row = row;
        f->title_col = col;
        return true;
    }
    if (view_next(v, row, 0) != col ||
        view_next(v, row, col + 1) != UINT32_MAX ||
        heading_has_word(heading_read(t, &no, &title)) ||
        !leads_to_name(f, row, col))
        return false;
    if (!is_marked(t) && is_alone(f, row)) {
        reader_ignore(f->reader, row, row, "form-words", t);
        return true;
    }
    switch (tier_of(f, t)) {
    case TIER_GOAL:
        form_set_heading(f, &p->has_goal, &p->goal, t);
        break;
    case TIER_THEME:
        form_set_heading(f, &p->has_theme, &p->theme, t);
        break;
    case TIER_PART:
        form_set_heading(f, &p->has_part, &p->part, t);
        break;
    default:
        p->measure = reader_line(f->reader, title);
        break;
    }
    if (tier_of(f, t) == TIER_GOAL && !is_marked(t))
        reader_finding(f->reader, "heading-uncertain", row, col, t, NULL,
                       NULL, NULL);
    return true;
}
