/*
 * grant_heading.c - forms of one indicator each, below headings that name what
 * they are of
 *
 *     基本方針１　移動しやすいまち
 *     目標1－1　バス路線の維持
 *     評価指標①    | 利用者数 | 単位         | 人
 *     現状値（R3） | 12       | 目標値（R8） | 20   | 担当課 | 交通課
 *     区分         | R4       | R5
 *     実績         | 13       | 15
 *
 *     評価指標②    | 収支率   | 単位         | ％
 *
 * Their labels say nothing but what the indicator is and whose. All of them up
 * to the next heading are of one project, unless another office has one.
 */
#include "ingest/form/grant_parts.h"
#include "ingest/header/department_words.h"
#include "ingest/header/title_words.h"

/* May such a form have the label? */
static bool is_of_indicator(const header_word *w)
{
    return form_describes_kpi(w) || w->role == ROLE_BUREAU ||
           w->role == ROLE_DIVISION;
}

/* The labels of a row: false where one is of another kind. *named: one of
 * them names the indicator. */
static bool describes_indicator(const form *f, uint32_t row, bool *named)
{
    const sheet_view *v = &f->reader->view;
    uint32_t value_row, value;
    text label, said;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c), *pair;

        if (!w->exact) {
            pair = form_pair(f, row, c, &label, &said);
            if (pair != NULL && form_knows(pair->role) &&
                !is_of_indicator(pair))
                return false;
            continue;
        }
        if (!is_of_indicator(w))
            return false;
        if (!form_value_of(f, row, c, &value_row, &value) || value_row != row)
            continue;
        *named = *named || w->role == ROLE_KPI;
        c = value;
    }
    return true;
}

/* Does a heading in force name what stands below it? */
static bool has_heading(const headings *h)
{
    return (h->has_goal && heading_has_word(h->goal_style)) ||
           (h->has_theme && heading_has_word(h->theme_style)) ||
           (h->measure[0] != '\0' && heading_has_word(h->measure_style));
}

/* ■公園の整備 alone in its row: it may be the name; no title of a document, and
 * not whose it is. */
static bool may_name(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t c = view_next(v, row, 0);
    text t;

    if (c == UINT32_MAX || view_next(v, row, c + 1) != UINT32_MAX ||
        form_label(f, row, c)->exact)
        return false;
    t = view_text(v, row, c);
    return !form_is_cover(t) && !department_like(t) &&
           !title_is_document(t, f->reader->context_year);
}

bool form_stands_under_heading(const form *f, uint32_t from)
{
    reader *r = f->reader;
    bool headed = has_heading(&r->headings), named = false, other = false;
    text no, title;

    if (table_column_any(f->table, ROLE_KPI) != NULL || f->table->blocks > 1)
        return false;
    for (uint32_t row = from; row < f->table->top; row++) {
        if (form_heading_at(&r->view, row, &no, &title) != STYLE_NONE) {
            if (named)
                return false; /* it stands below the labels */
            headed = true;
            other = false;
            continue;
        }
        other = other || (!named && may_name(f, row));
        if (!describes_indicator(f, row, &named))
            return false;
    }
    return headed && named && !other;
}

/* Does a project's department, or one part of it, read so: 建設部, 道路課,
 * 建設部道路課? */
static bool is_office_of(const project *p, text said)
{
    if (p->bureau[0] == '\0' && p->division[0] == '\0')
        return false;
    return text_is(said, p->bureau) || text_is(said, p->division) ||
           (text_starts(said, p->bureau) && text_ends(said, p->division));
}

/* Whose it is as the labels of a row say, where that is another than the
 * form's. */
static bool says_other_office(const form *f, uint32_t row)
{
    const sheet_view *v = &f->reader->view;
    uint32_t value_row, value;

    for (uint32_t c = view_next(v, row, 0); c != UINT32_MAX;
         c = view_next(v, row, c + 1)) {
        const header_word *w = form_label(f, row, c);

        if (w->exact &&
            (w->role == ROLE_BUREAU || w->role == ROLE_DIVISION) &&
            !office_helps(view_text(v, row, c)) &&
            form_value_of(f, row, c, &value_row, &value) &&
            !is_office_of(f->project, view_text(v, value_row, value)))
            return true;
    }
    return false;
}

bool form_goes_on_under_heading(const form *f, const table *t, uint32_t from)
{
    form next = *f;
    text no, title;

    next.table = t;
    next.below = false;
    for (uint32_t row = from; row < t->top; row++)
        if (form_heading_at(&f->reader->view, row, &no, &title) !=
                STYLE_NONE ||
            says_other_office(&next, row))
            return false;
    return form_stands_under_heading(&next, from);
}

void form_take_heading_name(form *f)
{
    project *p = f->project;
    text no = text_of(""), title = text_of("");

    form_inherit_levels(f);
    if (p->measure[0] != '\0') {
        heading_read(text_of(p->measure), &no, &title);
    } else if (p->has_theme || p->has_goal) {
        const heading *h = p->has_theme ? &p->theme : &p->goal;

        no = p->has_theme ? text_of(h->no) : no;
        title = text_of(h->title);
    }
    if (title.length == 0)
        return;
    f->title = title;
    p->no = reader_line(f->reader, no);
}
