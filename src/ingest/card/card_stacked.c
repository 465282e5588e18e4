/*
 * card_stacked.c - indicators one below the other behind one label
 *
 *     数値目標 | 来場者数：50人（H26）⇒90人（H31） | H27 | 60人
 *     ^        | ^                                 | H28 | 70人
 *     ^        | 出店数：5店（H26）⇒9店（H31）     | H27 | 6店
 *     ^        | ^                                 | H28 | 8店
 *
 * Each is as good as one with a label of its own.
 */
#include "ingest/card/card_spot.h"

/* The last indicator so far; NULL: none. */
static const card_pair *last_indicator(const card_scan *s)
{
    for (size_t i = s->all.pair_count; i-- > 0;)
        if (s->all.pairs[i].role == ROLE_KPI)
            return &s->all.pairs[i];
    return NULL;
}

bool card_take_stacked(card_scan *s, const card_spot *spots, size_t n,
                       uint32_t row, bool *ok)
{
    const card_pair *above;
    card_spot label = { .label = true, .string = true, .role = ROLE_KPI,
                        .words = text_of("") };
    card_pair *p;

    if (n < 3 || !spots[0].string || spots[0].label || spots[0].year ||
        !spots[1].year || !card_adjacent(&spots[0], &spots[1]) ||
        (above = last_indicator(s)) == NULL || !above->filled ||
        above->label.row >= row || above->label.last_row < row ||
        above->value.col != spots[0].at.col || above->value.last_row >= row)
        return false;
    label.at = above->label;
    label.at.row = row;
    label.words = above->label_own;
    p = card_add_pair(s, &label);
    *ok = p != NULL;
    if (p != NULL) {
        p->value = spots[0].at;
        p->filled = true;
    }
    return true;
}
