/*
 * card_stacked.c - indicators one below the other behind one label
 *
 *     数値目標 | 来場者数：50人（H26）⇒90人（H31） | H27 | 60人
 *     ^        | ^                                 | H28 | 70人
 *     ^        | 出店数：5店（H26）⇒9店（H31）     | H27 | 6店
 *     ^        | ^                                 | H28 | 8店
 *
 *     数値目標 | 来場者数 | 目標 | 90人 | 実績 | 70人
 *              | 出店数   | 目標 | 9店  | 実績 | 8店
 *
 * Each is as good as one with a label of its own. So is one beside a project's
 * labels, right above its figures:
 *
 *     事業名 | 朝市の開催 |  | 来場者数 | <
 *     担当課 | 商工課     |  | 基準値   | 50人
 *     評価   | B          |  | R4実績   | 60人
 */
#include "ingest/card/card_spot.h"

#include "ingest/form/grant_parts.h"
#include "ingest/header/department_words.h"
#include "ingest/header/unit_words.h"

const card_pair *card_last_indicator(const card_scan *s)
{
    for (size_t i = s->all.pair_count; i-- > 0;)
        if (s->all.pairs[i].role == ROLE_KPI)
            return &s->all.pairs[i];
    return NULL;
}

bool card_below_indicator(const card_scan *s, uint32_t row, uint32_t col)
{
    for (size_t i = s->all.pair_count; i-- > 0;) {
        const card_pair *p = &s->all.pairs[i];

        if (p->line + 1 != row)
            break;
        if (p->role == ROLE_KPI)
            return p->value.last_row + 1 == row && p->value.col == col;
    }
    return false;
}

/* Behind the label of the one above: that is merged over the line, or stands
 * above an empty cell, with nothing between both lines. */
static bool goes_on(const card_scan *s, const card_pair *above,
                    const card_spot *name, uint32_t row)
{
    uint32_t col = above->label.col;

    if (above->label.row < row && above->label.last_row >= row)
        return above->value.last_row < row;
    return above->value.last_row + 1 == row &&
           view_next(s->view, row, s->left) == name->at.col &&
           !view_filled(s->view, row, col);
}

bool card_take_stacked(card_scan *s, const card_spot *spots, size_t n,
                       uint32_t row, bool *ok)
{
    const card_pair *above;
    card_spot label = { .label = true, .string = true, .role = ROLE_KPI,
                        .words = text_of("") };
    card_pair *p;

    if (n < 2 || !spots[0].string || spots[0].label || spots[0].year ||
        !card_adjacent(&spots[0], &spots[1]) ||
        (above = card_last_indicator(s)) == NULL || !above->filled ||
        above->own.length > 0 || above->value.col != spots[0].at.col ||
        !goes_on(s, above, &spots[0], row) ||
        !(spots[1].year ? n > 2 && above->label.last_row >= row
                        : card_tells_figure(s, &spots[1])))
        return false;
    label.at = above->label;
    label.at.row = row;
    label.words = card_label_text(s->view, above);
    p = card_add_pair(s, &label);
    *ok = p != NULL;
    if (p != NULL) {
        p->value = spots[0].at;
        p->filled = true;
    }
    return true;
}

/* Has the last indicator a name already, and no figure yet? */
static bool awaits_figures(const card_scan *s)
{
    for (size_t i = s->all.pair_count; i-- > 0;) {
        if (role_is_figure(s->all.pairs[i].role))
            return false;
        if (s->all.pairs[i].role == ROLE_KPI && s->all.pairs[i].filled)
            return true;
    }
    return false;
}

/* A few words that may be a name: not （単位：人）, 観光係, ■評価. */
static bool is_name(const card_scan *s, text t)
{
    enum { NAME_LEAST = 6, NAME_BYTES = 150 };

    return t.length >= NAME_LEAST && t.length <= NAME_BYTES &&
           form_is_phrase(t) && !text_starts(t, "（") &&
           !text_starts(t, "(") && !form_is_no_name(t) &&
           !form_is_section(s->reader, t) && !form_is_cover(t) &&
           !unit_is_line(t) && !department_like(t);
}

bool card_take_name_above(card_scan *s, const card_spot *p, bool *ok)
{
    text t = view_text(s->view, p->at.row, p->at.col);
    uint32_t below = p->at.last_row + 1;
    const header_word *w;
    card_pair *pair;

    if (!p->string || p->year || !is_name(s, t) || awaits_figures(s) ||
        below >= s->view->grid->rows ||
        view_next(s->view, p->at.row, p->at.last_col + 1) <= s->right ||
        !view_filled(s->view, below, p->at.col) ||
        !view_begins(s->view, below, p->at.col))
        return false;
    w = card_word(s, below, p->at.col);
    if (!w->exact || !card_figure_label(w->role))
        return false;
    pair = card_add_pair(s, p);
    *ok = pair != NULL;
    if (pair == NULL)
        return true;
    pair->role = ROLE_KPI;
    pair->known = pair->filled = true;
    pair->label_own = text_of("指標名");
    pair->own = t;
    pair->value = p->at;
    return true;
}
