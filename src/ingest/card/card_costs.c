/*
 * card_costs.c - a small table of costs within a card
 *
 *     年度           | 令和3年度 | 令和4年度
 *     決算額（千円） | 4,100     | 3,850
 *
 *     財源内訳       | 国費      | 一般財源 | 合計
 *     金額（千円）   | 1,000     | 2,850    | 3,850
 *
 * The first is as good as a label of costs in front of years. Whose money it
 * was is no fact: the second's rows are no data.
 */
#include "ingest/card/card_spot.h"

#include "ingest/reader/cell_value.h"
#include "wording/number_text.h"

/* 4100, 4,100千円, or that there is none. */
static bool is_amount(const card_scan *s, const card_spot *p)
{
    text t = view_text(s->view, p->at.row, p->at.col);
    figure one;

    return view_cell(s->view, p->at.row, p->at.col)->type == CELL_NUMBER ||
           cell_says_none(s->view, p->at.row, p->at.col) ||
           (t.length <= CARD_LABEL_BYTES && text_ends(t, "円") &&
            number_text_parse(s->memory, &one, t));
}

/* 令和3年度 | 令和4年度 behind 年度, コスト or 区分, and not 事業期間 | R3～R5. */
static bool heads_years(const card_spot *spots, size_t n)
{
    bool years = !role_is_period(spots[0].role);

    for (size_t i = 1; i < n; i++)
        years = years && spots[i].year;
    return years;
}

bool card_heads_costs(text t)
{
    static const char *const words[] = { "金額", "予算", "決算", "事業費",
                                         "経費" };

    return t.length <= CARD_LABEL_BYTES &&
           text_contains_one(t, words, sizeof(words) / sizeof(*words));
}

/* Amounts below all cells of a line but its first. */
static bool fits(const card_scan *s, const card_spot *head, size_t n,
                 const card_spot *line, size_t count)
{
    if (count < 2 || count > n || line[0].at.col != head[0].at.col ||
        !line[0].string ||
        !card_heads_costs(view_text(s->view, line[0].at.row,
                                    line[0].at.col)))
        return false;
    for (size_t i = 1, k = 1; i < count; i++, k++) {
        while (k < n && head[k].at.col != line[i].at.col)
            k++;
        if (k == n || !is_amount(s, &line[i]))
            return false;
    }
    return true;
}

static bool add_years(card_scan *s, const card_spot *head, size_t n,
                      const card_spot *line, size_t count)
{
    for (size_t i = 1, k = 1; i < count && k < n; k++) {
        card_pair *p;

        if (head[k].at.col != line[i].at.col)
            continue;
        p = card_add_pair(s, &head[k]);
        if (p == NULL)
            return false;
        p->role = ROLE_COST;
        p->known = p->filled = true;
        p->value = line[i++].at;
    }
    return true;
}

static bool is_budget(const card_scan *s, const card_spot *line)
{
    return text_find(view_text(s->view, line[0].at.row, line[0].at.col),
                     "予算", 0) != SIZE_MAX;
}

bool card_take_costs(card_scan *s, const card_spot *spots, size_t n,
                     uint32_t row, bool *ok)
{
    card_spot lines[2][CARD_SPOTS_MAX], group, *line = lines[0];
    size_t count, below = 0;
    bool years, two = false;

    if (n < 2 || !spots[0].string || s->all.pair_count == 0)
        return false;
    years = heads_years(spots, n);
    if (!years && !text_starts(view_text(s->view, row, spots[0].at.col),
                               "財源"))
        return false;
    count = card_gather(s, line, row + 1);
    if (!fits(s, spots, n, line, count))
        return false;
    if (years) { /* 予算額 and 決算額 of the years: what was spent counts */
        below = card_gather(s, lines[1], row + 2);
        two = fits(s, spots, n, lines[1], below) &&
              is_budget(s, lines[0]) != is_budget(s, lines[1]);
    }
    if (two && is_budget(s, line)) {
        line = lines[1];
        count = below;
    }
    s->block_end = row + 2 + two;
    if (!years) {
        *ok = card_add_line(s, row, spots[0].at.col) &&
              card_add_line(s, row + 1, line[0].at.col);
        return true;
    }
    group = spots[0];
    group.words = view_text(s->view, line[0].at.row, line[0].at.col);
    group.role = ROLE_COST;
    group.label = true;
    *ok = card_add_group(s, &group, row, false) &&
          (!two || card_add_line(s, line == lines[0] ? row + 2 : row + 1,
                                 line[0].at.col)) &&
          add_years(s, spots, n, line, count);
    return true;
}
