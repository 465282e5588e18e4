/*
 * card_dated.c - years in a card's line: R4：60人, 3150 | 令和元年度
 *
 *     実績値 | 令和6年度：47経営体、令和5年度：38経営体
 */
#include "ingest/card/card_spot.h"

#include "ingest/kpi/kpi_build.h"
#include "ingest/reader/cell_value.h"
#include "ingest/table/asked_label.h"
#include "wording/dated_piece.h"
#include "wording/fiscal_year.h"
#include "wording/glyph.h"

enum { DUE_BYTES = 24, OVER_BYTES = 60 };

/* R4：60人, R4 60人: a year and its figure in one cell. */
static bool split_year(const card_scan *s, const card_spot *p, text *year,
                       text *value)
{
    text t = view_text(s->view, p->at.row, p->at.col);
    year_span years = { 0 };
    size_t end, next;

    if (!p->string || p->label || p->year || t.length > CARD_LABEL_BYTES)
        return false;
    end = fiscal_year_read(&years, t, 0, s->reader->context_year);
    if (end == 0 || years.from != 0 || years.to == 0)
        return false;
    *year = text_cut(t, 0, end);
    *value = text_trim(text_from(t, end));
    if (glyph_at(*value, 0, &next) == GLYPH_COLON)
        *value = text_trim(text_from(*value, next));
    return value->length > 0;
}

/* 目標 | R4：60人 | R5：80人: a group over years that have cells of their own.
 * How many there are, two at least; else 0. */
size_t card_count_dated(const card_scan *s, const card_spot *spots, size_t n)
{
    text year, value;
    size_t dated = 0;

    while (role_is_figure(spots[0].role) && dated + 1 < n &&
           card_adjacent(&spots[dated], &spots[dated + 1]) &&
           split_year(s, &spots[dated + 1], &year, &value))
        dated++;
    return dated > 1 ? dated : 0;
}

/* The year of such a cell is the label, the figure behind it its value. */
bool card_add_dated(card_scan *s, const card_spot *p)
{
    card_pair *pair = card_add_pair(s, p);

    if (pair == NULL)
        return false;
    split_year(s, p, &pair->label_own, &pair->own);
    pair->role = ROLE_YEAR;
    pair->known = pair->filled = true;
    pair->value = p->at;
    return true;
}

/* R5 above or below a cell: it stands in a column of years. */
static bool is_among_years(const card_scan *s, merge_range at)
{
    return (at.row > 0 && card_word(s, at.row - 1, at.col)->year_only) ||
           (at.last_row + 1 < s->view->grid->rows &&
            card_word(s, at.last_row + 1, at.col)->year_only);
}

bool card_has_no_year(const card_scan *s, const card_spot *year,
                      const card_spot *value)
{
    return year->string && card_adjacent(year, value) && !value->label &&
           !value->year && cell_says_none(s->view, year->at.row,
                                          year->at.col) &&
           (!value->string || is_among_years(s, year->at) ||
            cell_says_none(s->view, value->at.row, value->at.col));
}

bool card_is_due_each_year(const card_scan *s, const card_spot *label,
                           const card_spot *year)
{
    const card_spot *value = year + 1;
    text t = view_text(s->view, year->at.row, year->at.col);

    return (label->role == ROLE_TARGET || label->role == ROLE_PLANNED) &&
           year->string && t.length <= DUE_BYTES && kpi_due_each_year(t) &&
           !glyph_has_digit(t) && card_adjacent(year, value) &&
           !value->label && !value->year &&
           (!value->string ||
            glyph_has_digit(view_text(s->view, value->at.row,
                                      value->at.col)));
}

bool card_add_year(card_scan *s, const card_spot *label, const card_spot *year)
{
    card_pair *pair = card_add_pair(s, year);

    if (pair == NULL)
        return false;
    pair->label_own = text_of(label->role == ROLE_BASELINE ? "基準年度"
                                                           : "目標年度");
    pair->role = label->role == ROLE_BASELINE ? ROLE_BASELINE_YEAR
                                              : ROLE_TARGET_YEAR;
    pair->known = pair->filled = true;
    pair->value = year->at;
    return true;
}

/* 目標値 | 550 | H27～31年度の累計, 目標値 | 65 | H28～31年度の毎年度. */
static bool is_due_over_years(const card_scan *s, const card_spot *label,
                              const card_spot *year)
{
    text t = view_text(s->view, year->at.row, year->at.col);

    return label->role == ROLE_TARGET && t.length <= OVER_BYTES &&
           glyph_has_digit(t) &&
           (kpi_due_each_year(t) ||
            label_says_total(ROLE_TARGET_YEAR,
                             card_word(s, year->at.row, year->at.col)));
}

/* 基準値 | 3150 | 令和元年度, and no figure behind that: of which year it is. */
bool card_add_year_behind(card_scan *s, const card_spot *label,
                          const card_spot *year, size_t left)
{
    if ((label->role != ROLE_BASELINE && label->role != ROLE_TARGET) ||
        left == 0 || !year->string ||
        !(year->year || is_due_over_years(s, label, year)) ||
        (left > 1 && !year[1].label) ||
        card_word(s, label->at.row, label->at.col)->has_year)
        return true;
    return card_add_year(s, label, year);
}

/* How many years a value says a figure of; 0 where it says anything else. */
static size_t count_years(const card_scan *s, text all)
{
    text year;
    size_t n = 0;
    int when;

    while (all.length > 0) {
        text value = dated_piece_next(&all, &year, &when,
                                      s->reader->context_year);

        if (when == 0 || value.length == 0)
            return 0;
        n++;
    }
    return n;
}

/* What may be said of several years. */
static bool is_yearly(role r)
{
    return r == ROLE_ACTUAL || r == ROLE_TARGET || r == ROLE_PLANNED;
}

size_t card_years_begin(const card_scan *s, text t, text *label, text *value)
{
    const reader *r = s->reader;
    size_t at = 0, next = 0;
    const header_word *w;

    while (next < t.length && !glyph_is_space(glyph_at(t, at = next, &next)))
        ;
    *value = text_trim(text_from(t, next));
    if (at == 0 || at > CARD_LABEL_BYTES || !fiscal_year_may_begin(*value, 0))
        return SIZE_MAX;
    *label = text_cut(t, 0, at);
    w = header_roles_find(r->roles, *label, r->context_year);
    return w->exact && is_yearly(w->role) && count_years(s, *value) > 1
               ? at : SIZE_MAX;
}

bool card_take_years(card_scan *s, card_pair *pair)
{
    text label, all, year;
    card_pair model = *pair;
    bool first = true;
    int when;

    if (!is_yearly(pair->role))
        return true;
    label = card_label_text(s->view, pair);
    if (header_roles_find(s->reader->roles, label, s->reader->context_year)
            ->has_year)
        return pair != &s->all.pairs[s->all.pair_count - 1] ||
               card_part_years(s);
    all = card_value_text(s->view, pair);
    if (count_years(s, all) < 2)
        return true;
    while (all.length > 0) {
        text value = dated_piece_next(&all, &year, &when,
                                      s->reader->context_year);
        char *words = arena_printf(s->memory, "%.*s%.*s", (int)year.length,
                                   year.bytes, (int)label.length,
                                   label.bytes);
        card_pair *p = first ? pair
                             : arena_push(s->memory, (void **)&s->all.pairs,
                                          &s->all.pair_count,
                                          &s->all.pair_capacity, sizeof(*p));

        if (words == NULL || p == NULL)
            return false;
        *p = model;
        p->label_own = text_of(words);
        p->own = value;
        first = false;
    }
    return true;
}
