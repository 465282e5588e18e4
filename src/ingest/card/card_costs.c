/*
 * card_costs.c - a small table of costs within a card
 *
 *     年度           | 令和3年度 | 令和4年度
 *     決算額（千円） | 4,100     | 3,850
 *
 *                    | 令和3年度 | 令和4年度     above it （単位：千円）
 *     事業費         | 4,100     | 3,850
 *     うち一般財源   | 2,000     | 1,850
 *
 *     年度           | 決算額                    a line a year
 *     令和3年度      | 4,100
 *
 *     コスト（千円） | 年度      | 令和3年度         at the side of the lines
 *                    | 決算額    | 4,100
 *
 *     経費           | R2年度    | 67,055   | R3年度 | 81,801
 *
 *     財源内訳       | 国費      | 一般財源 | 合計
 *     金額（千円）   | 1,000     | 2,850    | 3,850
 *
 * Each amount is as good as one beside 令和3年度決算額（千円）. Whose money it
 * was is no fact: such lines are no data, nor is a budget beside what was
 * spent.
 */
#include "ingest/card/card_spot.h"

#include "ingest/header/unit_words.h"
#include "ingest/reader/cell_value.h"
#include "ingest/rows/cost_words.h"
#include "ingest/rows/rows_parts.h"
#include "wording/fiscal_year.h"
#include "wording/number_text.h"

enum { UNIT_ROWS = 2, UNIT_BYTES = 18 };

/* 4100, 4,100 or 4,100千円, or that there is none. */
static bool is_amount(const card_scan *s, const card_spot *p)
{
    text t = view_text(s->view, p->at.row, p->at.col);
    figure one;

    return view_cell(s->view, p->at.row, p->at.col)->type == CELL_NUMBER ||
           cell_says_none(s->view, p->at.row, p->at.col) ||
           (t.length <= CARD_LABEL_BYTES &&
            number_text_parse(s->memory, &one, t) &&
            (one.unit.length == 0 || text_ends(one.unit, "円")));
}

static text words_of(const card_scan *s, const card_spot *p)
{
    return view_text(s->view, p->at.row, p->at.col);
}

bool card_heads_costs(text t)
{
    static const char *const words[] = { "金額", "予算", "決算", "事業費",
                                         "経費" };

    return t.length <= CARD_LABEL_BYTES &&
           text_contains_one(t, words, sizeof(words) / sizeof(*words));
}

/* 令和3年度, 令和3年度決算, 令和5年度予算: what is said of which year. */
static money said_year(const card_scan *s, const card_spot *p, int *year)
{
    text t;

    *year = 0;
    /* most cells are no such words, and need not be looked up */
    if (!p->year && !(p->label && (p->role == ROLE_COST ||
                                   p->role == ROLE_IGNORED)))
        return MONEY_NONE;
    t = words_of(s, p);
    return fiscal_year_may_begin(t, 0)
               ? cost_words_said_year(s->reader, t, year) : MONEY_NONE;
}

static inline bool is_year(const card_scan *s, const card_spot *p)
{
    int year;

    return p->year || said_year(s, p, &year) != MONEY_NONE;
}

/* What a line, or a column below 年度, may be about. */
typedef enum cost_sort {
    SORT_NONE, SORT_PART, SORT_BUDGET, SORT_COST
} cost_sort;

static cost_sort money_of(const card_scan *s, const card_spot *p)
{
    text t = words_of(s, p);

    if (!p->string || t.length > CARD_LABEL_BYTES)
        return SORT_NONE;
    if (table_cost_part(t))
        return SORT_PART;
    return !card_heads_costs(t)                    ? SORT_NONE
           : text_find(t, "予算", 0) == SIZE_MAX   ? SORT_COST
           : text_find(t, "決算", 0) == SIZE_MAX   ? SORT_BUDGET
                                                   : SORT_COST;
}

/* ■事業費（単位：千円） alone in its row, right above: 千円; else empty. */
static text unit_above(const card_scan *s, uint32_t row)
{
    for (size_t i = s->line_count; i-- > 0;) {
        const card_line *l = &s->lines[i];
        text t, unit;

        if (l->row + UNIT_ROWS < row)
            break;
        t = view_text(s->view, l->row, l->col);
        unit = unit_is_line(t) ? unit_plain(t) : rows_unit_in(t);
        if (unit.length <= UNIT_BYTES && text_ends(unit, "円"))
            return unit;
    }
    return text_of("");
}

/* 合計（千円）, without a word for costs: it may stand below parts of one. */
static bool is_bare_sum(const card_scan *s, text t)
{
    text name, unit;

    if (!unit_take_from_name(s->memory, t, &name, &unit))
        name = t;
    return !card_heads_costs(t) && !text_starts(name, "小計") &&
           table_is_subtotal(s->memory, name);
}

/* 令和3年度決算額（千円） of what stands in front of an amount, and above it. */
static bool add_cost(card_scan *s, const card_spot *year,
                     const card_spot *label, const card_spot *amount,
                     text unit)
{
    card_pair *p = card_add_pair(s, year);
    text when = words_of(s, year), what = words_of(s, label);
    const char *sum = is_bare_sum(s, what) ? "事業費" : "";
    char *said, *all;
    int y;

    if (p == NULL)
        return false;
    if (text_find(what, "円", 0) != SIZE_MAX)
        unit = text_of("");
    if (!year->year && said_year(s, year, &y) != MONEY_NONE) {
        said = arena_printf(s->memory, "%d年度", y); /* 令和3年度決算 */
        if (said == NULL)
            return false;
        when = text_of(said);
    }
    all = arena_printf(s->memory, "%.*s%s%.*s%s%.*s%s", (int)when.length,
                       when.bytes, sum, (int)what.length, what.bytes,
                       unit.length > 0 ? "（" : "", (int)unit.length,
                       unit.bytes, unit.length > 0 ? "）" : "");
    if (all == NULL)
        return false;
    p->label_own = text_of(all);
    p->role = ROLE_COST;
    p->known = p->filled = true;
    p->value = amount->at;
    return true;
}

/* ---- Years beside each other ------------------------------------------ */

/* Cells of a line below the years: its label first, then amounts below
 * years. */
static bool is_line(const card_scan *s, const card_spot *head, size_t n,
                    size_t corner, const card_spot *line, size_t count)
{
    if (count < 2 || count - 1 > n - corner || !line[0].string ||
        line[0].at.last_col >= head[corner].at.col ||
        (corner > 0 && line[0].at.col != head[0].at.col))
        return false;
    for (size_t i = 1, k = corner; i < count; i++, k++) {
        while (k < n && head[k].at.col != line[i].at.col)
            k++;
        if (k == n || !is_amount(s, &line[i]))
            return false;
    }
    return true;
}

/* 令和4年度予算 beside 令和4年度決算: not what was spent. */
static bool is_other_budget(const card_scan *s, const card_spot *head,
                            size_t n, size_t k)
{
    int year, other;

    if (said_year(s, &head[k], &year) != MONEY_BUDGET)
        return false;
    for (size_t i = 0; i < n; i++)
        if (said_year(s, &head[i], &other) == MONEY_COST && other == year)
            return true;
    return false;
}

static bool add_line(card_scan *s, const card_spot *head, size_t n,
                     size_t corner, uint32_t row, text unit)
{
    card_spot line[CARD_SPOTS_MAX];
    size_t count = card_gather(s, line, row);

    for (size_t i = 1, k = corner; i < count && k < n; k++) {
        if (head[k].at.col != line[i].at.col)
            continue;
        if (!is_other_budget(s, head, n, k) &&
            !add_cost(s, &head[k], &line[0], &line[i], unit))
            return false;
        i++;
    }
    return true;
}

/* The row behind the lines below the years; *best is that of what was spent,
 * else of the first amounts. 事業費計, or 合計 alone, may stand below its parts.
 * `first` itself where they are but parts. */
static uint32_t lines_end(const card_scan *s, const card_spot *head, size_t n,
                          size_t corner, uint32_t first, uint32_t *best)
{
    card_spot line[CARD_SPOTS_MAX];
    cost_sort most = SORT_PART;
    uint32_t row = first;

    for (;; row++) {
        size_t count = card_gather(s, line, row);
        cost_sort what;

        if (!is_line(s, head, n, corner, line, count))
            break;
        what = money_of(s, &line[0]);
        if (what == SORT_NONE && row > first && most == SORT_PART &&
            is_bare_sum(s, words_of(s, &line[0])))
            what = SORT_COST;
        if (what == SORT_NONE)
            break;
        if (what > most) {
            most = what;
            *best = row;
        }
    }
    return most == SORT_PART ? first : row;
}

/* ---- A line a year ------------------------------------------------------ */

/* 年度 | 予算額 | 決算額: which column is what was spent; 0: it is no such
 * header. */
static size_t spent_column(const card_scan *s, const card_spot *head, size_t n)
{
    cost_sort most = SORT_PART;
    size_t best = 0;

    if (n < 2 || !head[0].label ||
        (head[0].role != ROLE_YEAR && head[0].role != ROLE_LINE))
        return 0;
    for (size_t i = 1; i < n; i++) {
        cost_sort what = money_of(s, &head[i]);

        if (what == SORT_NONE)
            return 0;
        if (what > most) {
            most = what;
            best = i;
        }
    }
    return best;
}

static bool is_year_line(const card_scan *s, const card_spot *head, size_t n,
                         const card_spot *line, size_t count)
{
    if (count == 0 || count > n || !is_year(s, &line[0]) ||
        line[0].at.col != head[0].at.col)
        return false;
    for (size_t i = 1, k = 1; i < count; i++, k++) {
        while (k < n && head[k].at.col != line[i].at.col)
            k++;
        if (k == n || !is_amount(s, &line[i]))
            return false;
    }
    return true;
}

static bool take_year_lines(card_scan *s, const card_spot *head, size_t n,
                            uint32_t row, text unit, bool *ok)
{
    size_t spent = spent_column(s, head, n);
    card_spot line[CARD_SPOTS_MAX];
    uint32_t end = row + 1;

    if (spent > 0 && unit.length == 0)
        unit = unit_above(s, row);
    for (; spent > 0 && *ok; end++) {
        size_t count = card_gather(s, line, end);

        if (!is_year_line(s, head, n, line, count))
            break;
        for (size_t i = 1; i < count && *ok; i++)
            if (line[i].at.col == head[spent].at.col)
                *ok = add_cost(s, &line[0], &head[spent], &line[i], unit);
    }
    if (end == row + 1)
        return false;
    s->block_end = end;
    return true;
}

/* ---- Each year in front of its amount ----------------------------------- */

/* How many cells of 経費 | R2年度 | 67,055 | R3年度 | 81,801 begin the spots; 0: they
 * are something else. */
static size_t count_beside(const card_scan *s, const card_spot *spots,
                           size_t n)
{
    size_t end = 1;

    if (n < 3 || is_year(s, &spots[0]) ||
        (!(spots[0].label && spots[0].role == ROLE_COST) && /* 経　費 */
         money_of(s, &spots[0]) < SORT_BUDGET))
        return 0;
    while (end + 1 < n && card_adjacent(&spots[end - 1], &spots[end]) &&
           card_adjacent(&spots[end], &spots[end + 1]) &&
           is_year(s, &spots[end]) && is_amount(s, &spots[end + 1]))
        end += 2;
    return end > 1 ? end : 0;
}

/* Cards side by side have such cells one behind the other. */
static bool take_beside(card_scan *s, const card_spot *spots, size_t n,
                        uint32_t row, bool *ok)
{
    size_t count;

    for (size_t i = 0; i < n; i += count)
        if ((count = count_beside(s, &spots[i], n - i)) == 0)
            return false;
    for (size_t i = 0; i < n; i += count) {
        count = count_beside(s, &spots[i], n - i);
        for (size_t k = 1; k < count && *ok; k += 2)
            *ok = add_cost(s, &spots[i + k], &spots[i], &spots[i + k + 1],
                           unit_above(s, row));
    }
    return true;
}

/* ---- Both --------------------------------------------------------------- */

/* Years behind 年度, コスト or 区分, or nothing, and not 事業期間 | R3～R5. */
static bool heads_years(const card_scan *s, const card_spot *spots, size_t n,
                        size_t *corner)
{
    if (!is_year(s, &spots[n - 1]))
        return false;
    *corner = !is_year(s, &spots[0]);
    if (n == *corner || (*corner > 0 && (!spots[0].string ||
                                         role_is_period(spots[0].role))))
        return false;
    for (size_t i = *corner; i < n; i++)
        if (!is_year(s, &spots[i]))
            return false;
    return true;
}

/* 財源内訳 | 国費 | 合計 above 金額（千円） | 1,000 | 1,000. */
static bool take_sources(card_scan *s, const card_spot *spots, size_t n,
                         uint32_t row, bool *ok)
{
    card_spot line[CARD_SPOTS_MAX];
    size_t count;

    if (n < 2 || !spots[0].string ||
        !text_starts(words_of(s, &spots[0]), "財源"))
        return false;
    count = card_gather(s, line, row + 1);
    if (!is_line(s, spots, n, 1, line, count) ||
        !card_heads_costs(words_of(s, &line[0])))
        return false;
    s->block_end = row + 2;
    *ok = card_add_line(s, row, spots[0].at.col) &&
          card_add_line(s, row + 1, line[0].at.col);
    return true;
}

/* 事業費の推移（単位：千円） over all lines in front of 年度 | 令和3年度 and of them. */
static bool stands_at_side(const card_spot *spots, size_t n, uint32_t row)
{
    return n > 2 && spots[0].string && !spots[0].year &&
           spots[0].at.last_row > row && spots[1].at.last_row == row &&
           card_adjacent(&spots[0], &spots[1]);
}

bool card_take_costs(card_scan *s, const card_spot *spots, size_t n,
                     uint32_t row, bool *ok)
{
    bool side = stands_at_side(spots, n, row);
    text unit = side ? rows_unit_in(words_of(s, &spots[0])) : text_of("");
    uint32_t best = 0, end;
    size_t corner;

    if (s->all.pair_count == 0)
        return false;
    spots += side;
    n -= side;
    if (!heads_years(s, spots, n, &corner))
        return take_beside(s, spots, n, row, ok) ||
               take_sources(s, spots, n, row, ok) ||
               (spots[0].label &&
                take_year_lines(s, spots, n, row, unit, ok));
    end = lines_end(s, spots, n, corner, row + 1, &best);
    if (end == row + 1)
        return false;
    s->block_end = end;
    *ok = add_line(s, spots, n, corner, best,
                   unit.length > 0 ? unit : unit_above(s, row));
    return true;
}
