/*
 * card_below.c - labels in one line of a card and their values in the next
 *
 *     現状値 | 目標値 | R3実績
 *     344社  | 362社  | 410社
 *
 *     指標 | 参加企業数 | R1（現状） | R6（目標）     behind an indicator's name
 *     ^    | ^          | 344社      | 362社
 *
 *     実績 | R4   | R5   | R6               or behind what the figures are
 *          | 351  | 368  | 380
 *
 *     基本目標       | 担当部署             a number and its title, or an office,
 *     Ⅰ | 健康なまち | 産業部 | 商工課      in two cells below one label
 */
#include "ingest/card/card_spot.h"

#include "ingest/header/unit_words.h"
#include "ingest/reader/department.h"

/* A further line of as many values makes a table, or one of a year below
 * another's: R2 | 20 | 18, R3 | 30. */
static bool ends_below(const card_scan *s, uint32_t row,
                       const card_spot *values, size_t count)
{
    card_spot next[CARD_SPOTS_MAX];
    size_t n = card_gather(s, next, row), below = 0;
    text label, value;
    role what;

    while (below < n && below < count &&
           next[below].at.col == values[below].at.col)
        below++;
    return !(values[0].year && n > 1 && next[0].year) &&
           (n != count || below < n || next[0].label ||
            next[0].words.length > 0 ||
           card_split(s, &next[0], &label, &value, &what));
}

/* 評価 or 単位 among 現状値 | 目標値. */
static bool tells_more(role r)
{
    return r == ROLE_GRADE || r == ROLE_STATUS || r == ROLE_RATE ||
           r == ROLE_UNIT;
}

/* Does a label that tells more stand above the value? */
static bool is_below_more(const card_spot *labels, size_t n,
                          const card_spot *value)
{
    for (size_t i = 0; i < n; i++)
        if (labels[i].at.col <= value->at.col &&
            labels[i].at.last_col >= value->at.col)
            return tells_more(labels[i].role);
    return false;
}

/* A value goes on beside further lines: 朝市の開催 over those of its indicators.
 * But 評価 of one goes on beside its 実績. */
static bool spans_lines(const card_scan *s, const card_spot *labels, size_t n,
                        const card_spot *values, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (values[i].at.last_row > values[i].at.row &&
            !is_below_more(labels, n, &values[i]))
            for (size_t k = 0; k < count; k++)
                if (values[k].at.last_row == values[k].at.row &&
                    view_filled(s->view, values[k].at.row + 1,
                                values[k].at.col))
                    return true;
    return false;
}

/* 教育局 | 図書館 below 担当部署: both are the office, whatever the lower one ends in. */
static size_t take_office(const card_scan *s, card_pair *p,
                          const card_spot *lower)
{
    if ((p->role != ROLE_BUREAU && p->role != ROLE_DIVISION) ||
        !lower->string)
        return 0;
    p->own = text_of(department_joined(
        s->reader, view_text(s->view, p->value.row, p->value.col),
        view_text(s->view, lower->at.row, lower->at.col)));
    return 1;
}

/* Gives a pair the first of the cells below its label; how many were taken. */
static size_t take_value(const card_scan *s, card_pair *p,
                         const card_spot *label, const card_spot *below,
                         size_t left)
{
    p->value = below->at;
    p->filled = true;
    if (left < 2 || below[1].at.col > label->at.last_col || below[1].label)
        return 1;
    return 1 + (role_is_level(p->role) ? card_take_number(s, p, &below[1])
                                       : take_office(s, p, &below[1]));
}

bool card_all_ask(const card_scan *s, const card_spot *spots, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        text t = view_text(s->view, spots[i].at.row, spots[i].at.col);

        if (!text_ends(t, "：") && !text_ends(t, ":"))
            return false;
    }
    return true;
}

/* 所管 over both lines, in front of 局 | 課: it has no value of its own. */
static bool covers_both(const card_spot *spots, size_t n, uint32_t row)
{
    return n > 2 && spots[0].at.last_row == row + 1 &&
           (spots[0].role == ROLE_BUREAU || spots[0].role == ROLE_DIVISION) &&
           spots[1].at.last_row == row;
}

/* 現状値 | 目標値 | R3実績 in one line and their values in the next. */
bool card_take_below(card_scan *s, const card_spot *spots, size_t n,
                     uint32_t row, bool *ok)
{
    card_spot below[CARD_SPOTS_MAX];
    size_t m = card_gather(s, below, row + 1), used = 0;
    text label, value;
    role what;

    if (covers_both(spots, n, row)) {
        spots++;
        n--;
    }
    if (m == 0 || m > 2 * n || spans_lines(s, spots, n, below, m) ||
        (n > 1 && !ends_below(s, row + 2, below, m)))
        return false;
    for (size_t i = 0; i < m;) {
        card_pair look = { .value = below[i].at };

        while (used < n && spots[used].at.last_col < below[i].at.col)
            used++;
        if (used == n || below[i].label ||
            below[i].at.col < spots[used].at.col ||
            unit_is_line(view_text(s->view, row + 1, below[i].at.col)) ||
            card_split(s, &below[i], &label, &value, &what))
            return false;
        look.role = spots[used].role;
        i += take_value(s, &look, &spots[used++], &below[i], m - i);
    }
    used = 0;
    for (size_t i = 0; i < n && *ok; i++) {
        card_pair *p = card_add_pair(s, &spots[i]);

        if (p == NULL) {
            *ok = false;
            return true;
        }
        p->value = (merge_range){ row + 1, spots[i].at.col, row + 1,
                                  spots[i].at.col };
        p->below = n > 1;
        if (used < m && below[used].at.col <= spots[i].at.last_col) {
            used += take_value(s, p, &spots[i], &below[used], m - used);
            *ok = !card_may_hold_path(s, &spots[i], p->role) ||
                  card_take_path(s);
        }
    }
    s->taken = row + 2;
    return true;
}

/* 指標 | 参加企業数 in front of 現状値 | 目標値: where the label stands; n: nowhere. */
static size_t find_headed(const card_spot *spots, size_t n)
{
    size_t at = n > 1 && spots[0].role != ROLE_KPI &&
                spots[0].at.last_row > spots[0].at.row;
    size_t figures = 0;

    if (at + 2 >= n || !spots[at].label || spots[at].role != ROLE_KPI ||
        spots[at + 1].label || spots[at + 1].year || !spots[at + 1].string)
        return n;
    for (size_t i = at + 2; i < n; i++) {
        bool figure = card_figure_label(spots[i].role);

        if (!spots[i].label || !(figure || tells_more(spots[i].role)))
            return n;
        figures += figure;
    }
    return figures > 0 ? at : n;
}

bool card_take_headed(card_scan *s, const card_spot *spots, size_t n,
                      uint32_t row, bool *ok)
{
    size_t at = find_headed(spots, n), before = s->all.pair_count;
    card_pair *name;

    if (at == n || (name = card_add_pair(s, &spots[at])) == NULL) {
        *ok = at == n;
        return at != n;
    }
    name->value = spots[at + 1].at;
    name->filled = true;
    if (!card_take_below(s, &spots[at + 2], n - at - 2, row, ok)) {
        s->all.pair_count = before;
        return false;
    }
    s->labels[spots[at].at.col]++;
    if (*ok && at > 0)
        *ok = card_add_group(s, &spots[0], spots[0].at.last_row, false);
    return true;
}

bool card_take_years_below(card_scan *s, const card_spot *spots, size_t n,
                           uint32_t row, bool *ok)
{
    size_t first = s->all.pair_count;

    if (n < 3 || !spots[0].label || !card_figure_label(spots[0].role) ||
        spots[0].at.last_row > row + 1 || row + 1 >= s->view->grid->rows)
        return false;
    for (size_t i = 1; i < n; i++)
        if (!spots[i].year ||
            text_find(view_text(s->view, row + 1, spots[i].at.col), "\n",
                      0) != SIZE_MAX)
            return false; /* ①3人 above ②88件 are of several */
    if (!card_take_below(s, &spots[1], n - 1, row, ok))
        return false;
    for (; first < s->all.pair_count; first++) {
        s->all.pairs[first].role = ROLE_YEAR;
        s->all.pairs[first].known = true;
    }
    s->labels[spots[0].at.col]++;
    *ok = *ok && card_add_group(s, &spots[0], row, false);
    return true;
}
