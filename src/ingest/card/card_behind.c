/*
 * card_behind.c - lines that tell all behind a name that no label says
 *
 *     1-1  | 朝市の開催 | 担当課       | 商工課
 *     指標 | 来場者数   | R4実績　60人 | 50人（R1）　→　90人（R6）
 *          | 出店数     | R4実績　6店  | 5店（R1）　→　9店（R6）
 *
 * The number begins a card, and the name behind it is the project's. An
 * indicator may stand below another behind its label, and what becomes of a
 * figure is where it was and its target.
 */
#include "ingest/card/card_spot.h"

#include "ingest/header/banner.h"
#include "wording/glyph.h"
#include "wording/kpi_stated.h"

enum { CHANGE_BYTES = 120 };

/* 担当課, 区分, but no figure and no other name. */
static bool labels_fact(const header_word *w)
{
    return w != NULL && w->exact && w->role != ROLE_NONE &&
           w->role != ROLE_KPI && w->role != ROLE_NAME && !w->year_only &&
           !role_is_level(w->role) && !role_is_figure(w->role);
}

static bool is_number(const sheet_view *v, uint32_t row, uint32_t col)
{
    text t = view_text(v, row, col);

    return t.length > 0 && heading_number_at(t, 0) == t.length;
}

bool card_numbers_name(const card_scan *s, uint32_t row)
{
    const sheet_view *v = s->view;
    uint32_t first = view_next(v, row, s->left), name, label, value;

    if (first > s->right || !is_number(v, row, first))
        return false;
    name = view_next(v, row, view_range(v, row, first).last_col + 1);
    if (name > s->right || view_cell(v, row, name)->type != CELL_STRING)
        return false;
    label = view_next(v, row, view_range(v, row, name).last_col + 1);
    if (label > s->right)
        return false;
    value = view_next(v, row, view_range(v, row, label).last_col + 1);
    return value <= s->right &&
           labels_fact(card_likely_word(s, row, label)) &&
           !card_word(s, row, name)->exact &&
           !card_word(s, row, value)->exact;
}

/* 50人（R1）　→　90人（R6）, and no label. */
static bool states_change(const card_scan *s, const card_spot *p)
{
    text t = view_text(s->view, p->at.row, p->at.col);
    int year = s->reader->context_year;
    size_t next = 0, at = 0;

    if (!p->string || p->label || t.length > CHANGE_BYTES ||
        !glyph_has_digit(t) || text_find(t, "。", 0) != SIZE_MAX)
        return false;
    while (at < t.length && glyph_at(t, at, &next) != GLYPH_ARROW)
        at = next;
    return at > 0 && at < t.length && kpi_stated_is_value(t, year) &&
           kpi_stated_is_value(text_trim(text_from(t, next)), year);
}

bool card_tells_figure(const card_scan *s, const card_spot *p)
{
    text label, value;
    role what;

    if (p->label)
        return card_figure_label(p->role);
    return states_change(s, p) ||
           (card_split(s, p, &label, &value, &what) &&
            card_figure_label(what));
}

bool card_add_own(card_scan *s, const card_spot *p, role what, text label,
                  text value)
{
    card_pair *pair = card_add_pair(s, p);

    if (pair == NULL)
        return false;
    pair->role = what;
    pair->known = what != ROLE_NONE;
    pair->label_own = label;
    pair->own = value;
    pair->value = p->at;
    pair->filled = true;
    s->labels[p->at.col] += pair->known;
    return true;
}

bool card_take_change(card_scan *s, const card_spot *p, uint32_t row, bool *ok)
{
    const card_pair *name = card_last_indicator(s);

    if (name == NULL || !name->filled || name->line != row ||
        !states_change(s, p))
        return false;
    *ok = card_add_own(s, p, ROLE_TARGET, text_of("目標値"),
                       view_text(s->view, row, p->at.col));
    return true;
}
