/*
 * card_numbered.c - figures of indicators below the labels that name these
 *
 *     KPI①   | 来場者数：50人（R1）→90人（R6）
 *     KPI②   | 出店数：5店（R1）→9店（R6）
 *     ３　実績
 *     年度   | KPI① | KPI②
 *     R3     | 55人 | 6店
 *     R4     | 60人 | 7店
 *
 * Each figure is put where it would stand below its indicator's own label.
 */
#include "ingest/card/card_spot.h"

#include <string.h>

/* The indicator of the project above with the number of a header's cell;
 * SIZE_MAX: there is none. */
static size_t indicator_of(const card_scan *s, const card_spot *head)
{
    unsigned n = head->label && head->role == ROLE_KPI
                     ? card_word(s, head->at.row, head->at.col)->index : 0;

    for (size_t i = s->all.pair_count; i-- > 0 && n != 0;) {
        const card_pair *p = &s->all.pairs[i];

        if (p->role == ROLE_PROJECT)
            break;
        if (p->role == ROLE_KPI && p->filled && p->known &&
            p->own.length == 0 &&
            card_word(s, p->label.row, p->label.col)->index == n)
            return i;
    }
    return SIZE_MAX;
}

/* R3 | 55人 | 6店: a year, and figures below the header's cells. */
static bool is_line(const card_scan *s, const card_spot *head, size_t n,
                    const card_spot *line, size_t count)
{
    size_t at = 1;

    if (count < 2 || line[0].at.col != head[0].at.col ||
        !(line[0].year ||
          (line[0].label && card_figure_label(line[0].role) &&
           card_word(s, line[0].at.row, line[0].at.col)->has_year)))
        return false;
    for (size_t i = 1; i < count; i++) {
        while (at < n && head[at].at.col < line[i].at.col)
            at++;
        if (at == n || head[at].at.col != line[i].at.col || line[i].label)
            return false;
    }
    return true;
}

/* Behind all that is said of the indicator `of` already. */
static bool add_figure(card_scan *s, size_t of, const card_spot *year,
                       merge_range value)
{
    card_pair *p = card_add_pair(s, year), figure;
    size_t last = s->all.pair_count - 1, at = of + 1;

    if (p == NULL)
        return false;
    if (year->year)
        p->role = ROLE_YEAR;
    p->known = true;
    p->filled = view_filled(s->view, value.row, value.col);
    p->value = value;
    p->line = s->all.pairs[of].label.row;
    figure = *p;
    while (at < last && s->all.pairs[at].role != ROLE_KPI)
        at++;
    memmove(&s->all.pairs[at + 1], &s->all.pairs[at],
            (last - at) * sizeof(figure));
    s->all.pairs[at] = figure;
    return true;
}

static bool add_line(card_scan *s, const card_spot *head, size_t n,
                     const card_spot *year)
{
    for (size_t i = 1; i < n; i++)
        if (!add_figure(s, indicator_of(s, &head[i]), year,
                        view_range(s->view, year->at.row, head[i].at.col)))
            return false;
    return true;
}

bool card_take_numbered(card_scan *s, const card_spot *spots, size_t n,
                        uint32_t row, bool *ok)
{
    card_spot line[CARD_SPOTS_MAX];
    uint32_t end = row + 1;

    if (n < 2 || !spots[0].string || spots[0].role == ROLE_KPI)
        return false;
    for (size_t i = 1; i < n; i++)
        if (indicator_of(s, &spots[i]) == SIZE_MAX)
            return false;
    while (*ok && is_line(s, spots, n, line, card_gather(s, line, end))) {
        *ok = add_line(s, spots, n, &line[0]);
        end++;
    }
    if (end == row + 1)
        return false;
    s->labels[spots[0].at.col]++;
    s->block_end = end;
    return true;
}
