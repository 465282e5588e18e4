/*
 * card_figures.c - lines of a card whose labels stand above its figures
 *
 *     指標名 | 来場者数
 *     基準値 | 840
 *     （単位：人）
 */
#include "ingest/card/card_spot.h"

#include <string.h>

#include "ingest/header/unit_words.h"
#include "ingest/reader/cell_value.h"
#include "wording/glyph.h"

/* 実績値 | R2 | 52, 基準値 | － | －: is the row a line below 区分 | 年度 | 数値? */
static bool is_figure_line(const card_scan *s, const card_spot *spots, size_t n,
                           bool dated)
{
    return n > 1 && spots[0].label && card_figure_label(spots[0].role) &&
           !spots[1].label &&
           (!dated || spots[1].year ||
            cell_says_none(s->view, spots[1].at.row, spots[1].at.col));
}

/* 区分 | 活動指標 | 現状値 | 12件: a label of figures with its value. */
static bool holds_figure(const card_scan *s, const card_spot *spots, size_t n)
{
    for (size_t i = 1; i + 1 < n; i++)
        if (spots[i].label && card_figure_label(spots[i].role) &&
            !spots[i + 1].label &&
            (!spots[i + 1].string ||
             glyph_has_digit(view_text(s->view, spots[i + 1].at.row,
                                       spots[i + 1].at.col))))
            return true;
    return false;
}

bool card_heads_figures(card_scan *s, const card_spot *spots, size_t n,
                        uint32_t row)
{
    card_spot below[CARD_SPOTS_MAX];
    size_t count;

    if (n < 2 || spots[0].role != ROLE_LINE || holds_figure(s, spots, n))
        return false;
    count = card_gather(s, below, row + 1);
    if (!is_figure_line(s, below, count, n > 2 && spots[1].role == ROLE_YEAR))
        return false;
    for (size_t i = 0; i < n && i < count; i++)
        if (below[i].at.col != spots[i].at.col)
            return false;
    s->figures = row + 1;
    return true;
}

size_t card_drop_no_year(card_scan *s, card_spot *spots, size_t n,
                         uint32_t row)
{
    if (s->figures != row || !is_figure_line(s, spots, n, true))
        return n;
    s->figures++;
    if (n < 3 || spots[1].year)
        return n;
    memmove(&spots[1], &spots[2], (n - 2) * sizeof(*spots));
    return n - 1;
}

/* Facts of an indicator that stand in front of its figures of years. */
static bool is_fact(role r)
{
    return r == ROLE_BASELINE || r == ROLE_BASELINE_YEAR || r == ROLE_TARGET ||
           r == ROLE_TARGET_YEAR || r == ROLE_DIRECTION;
}

/* Does a row come next below the name of an indicator and such facts, without
 * a gap or a line between? */
static bool goes_on(const card_scan *s, uint32_t row)
{
    for (size_t i = s->all.pair_count; i-- > 0;) {
        const card_pair *p = &s->all.pairs[i];

        if (p->label.last_row + 1 < row ||
            (!is_fact(p->role) && p->role != ROLE_KPI))
            return false;
        if (p->role == ROLE_KPI)
            return p->filled;
        row = p->label.row < row ? p->label.row : row;
    }
    return false;
}

bool card_take_unit(card_scan *s, const card_spot *spot, bool *ok)
{
    text t = view_text(s->view, spot->at.row, spot->at.col);
    card_pair *p;

    if (!spot->string || !unit_is_line(t) ||
        !unit_word(s->memory, unit_plain(t)) || !goes_on(s, spot->at.row))
        return false;
    p = card_add_pair(s, spot);
    *ok = p != NULL;
    if (p == NULL)
        return true;
    p->role = ROLE_UNIT;
    p->known = p->filled = true;
    p->label_own = text_of("単位");
    p->own = unit_plain(t);
    p->value = spot->at;
    return true;
}

bool card_heads_numbers(const card_scan *s, const card_spot *spots, size_t n)
{
    uint32_t row = spots[0].at.last_row + 1;
    card_spot below[CARD_SPOTS_MAX];

    if (row >= s->view->grid->rows)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!spots[i].string || spots[i].year ||
            !view_filled(s->view, row, spots[i].at.col))
            return false;
    if (card_gather(s, below, row) != n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (below[i].string || below[i].year ||
            below[i].at.col != spots[i].at.col)
            return false;
    return true;
}
