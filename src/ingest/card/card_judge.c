/*
 * card_judge.c - are cards what they seem to be?
 */
#include "ingest/card/card_parts.h"
#include "wording/glyph.h"

enum { VALUE_BYTES = 300, HEADER_REACH = 8 };

#define FIGURES ((uint64_t)1 << ROLE_TARGET | (uint64_t)1 << ROLE_PLANNED |  \
                 (uint64_t)1 << ROLE_ACTUAL | (uint64_t)1 << ROLE_TOTAL)

static bool under_kpi(const card *c, size_t group)
{
    for (; group != SIZE_MAX; group = c->groups[group].parent)
        if (c->groups[group].role == ROLE_KPI ||
            c->groups[group].role == ROLE_NONE)
            return true;
    return false;
}

/* 小さいほどよい指標です。: guidance, no value. Of several lines, one for each
 * indicator, each may be long. */
static bool is_prose(text t)
{
    for (size_t at = 0, line; t.length - at > VALUE_BYTES; at = line + 1) {
        line = text_find(t, "\n", at);
        if (line == SIZE_MAX || line - at > VALUE_BYTES)
            return true;
    }
    return text_find(t, "。", 0) != SIZE_MAX;
}

static bool is_figure(const card_scan *s, const card_pair *p)
{
    return (p->role == ROLE_YEAR ||
            ((uint64_t)1 << p->role & FIGURES) != 0) &&
           glyph_has_digit(card_value_text(s->view, p));
}

static bool in_card(const card_list *list, const card_pair *p)
{
    for (size_t i = 0; i < list->count; i++)
        if (p->label.row >= list->items[i].top &&
            p->label.row <= list->items[i].bottom)
            return true;
    return false;
}

/* An indicator and figures outside of all cards, because nothing begins one
 * there. */
static void find_lost(card_list *out, const card_scan *s)
{
    bool named = false, figures = false;

    for (size_t i = 0; i < s->all.pair_count; i++) {
        const card_pair *p = &s->all.pairs[i];

        if (!p->filled || !p->known || is_prose(card_value_text(s->view, p)) ||
            in_card(out, p))
            continue;
        if (p->role == ROLE_KPI && !named) {
            named = true;
            out->lost_at = p->label;
        }
        figures = figures || is_figure(s, p);
    }
    out->lost = named && figures;
}

/* An indicator with a name and a figure. */
bool card_holds_indicator(const card_scan *s, const card *c)
{
    bool named = false, figures = false;

    for (size_t i = 0; i < c->pair_count; i++) {
        const card_pair *p = &c->pairs[i];

        if (!p->filled || !p->known || is_prose(card_value_text(s->view, p)))
            continue;
        named = named || p->role == ROLE_KPI ||
                (under_kpi(c, p->group) &&
                 (p->role == ROLE_NAME ||
                  c->groups[p->group].role == ROLE_NONE));
        figures = figures || is_figure(s, p);
    }
    return named && figures && c->pair_count >= CARD_PAIRS_MIN;
}

/* 事業名 | 朝市 above 指標1 | … and 指標2 | …: one project's. */
static bool holds_several(const card *c)
{
    unsigned names = 0;
    bool owned = false;

    for (size_t i = 0; i < c->pair_count; i++) {
        const card_pair *p = &c->pairs[i];

        owned = owned || (p->role == ROLE_PROJECT && p->filled);
        names += owned && p->role == ROLE_KPI && p->filled &&
                 p->block == 0;
    }
    return names > 1;
}

/* Several pairs in a line, a project's indicators one below the other, groups,
 * or labels with marks: a sheet that is turned loses them. Indicators side by
 * side count only with `blocks`. */
static bool is_spread(const card *c, bool blocks)
{
    bool block = false;

    if (holds_several(c))
        return true;
    for (size_t i = 1; i < c->pair_count; i++) {
        const card_pair *p = &c->pairs[i];

        block = block || p->block != 0;
        if ((p->label.row == p[-1].label.row && (blocks || p->block == 0)) ||
            p->unit.row != UINT32_MAX || p->label_own.length > 0)
            return true;
    }
    return c->group_count > 0 && (blocks || !block);
}

/* Names over their values in one line only, or in lines with the same labels:
 * tables of one row are that too. */
static bool is_row(const card_scan *s, const card *c)
{
    bool names = false;
    unsigned lines = 0;
    uint32_t row = UINT32_MAX, first = UINT32_MAX;

    for (size_t i = 0; i < c->pair_count; i++) {
        const card_pair *p = &c->pairs[i];

        if (!p->below)
            continue;
        names = names || p->role == ROLE_KPI || role_is_level(p->role);
        first = first == UINT32_MAX ? p->label.row : first;
        lines += p->label.row != row &&
                 (first == p->label.row ||
                  !text_equal(view_text(s->view, first, p->label.col),
                              view_text(s->view, p->label.row,
                                        p->label.col)));
        row = p->label.row;
    }
    return names && lines < 2;
}

/* A figure of a year has its label: a card that has none is the head of a
 * form perhaps, whose years stand in a table. */
static bool has_actual(const card *c)
{
    for (size_t i = 0; i < c->pair_count; i++)
        if (c->pairs[i].role == ROLE_ACTUAL ||
            c->pairs[i].role == ROLE_TOTAL || c->pairs[i].role == ROLE_YEAR)
            return true;
    return false;
}

/* A header below a card without a level of its own goes on with it: 指標名 |
 * R2 | R3, 年度 | 実績. */
static bool goes_on(const card_scan *s, const card_list *list)
{
    const reader *r = s->reader;
    const sheet_view *v = s->view;

    for (size_t i = 0; i < s->stray_count; i++) {
        uint32_t row = s->strays[i].row;
        bool level = false, below = false, inside = false;
        unsigned words = 0;

        if (i > 0 && s->strays[i - 1].row == row)
            continue;
        for (size_t k = 0; k < list->count; k++) {
            below = below || row > list->items[k].bottom;
            inside = inside || (row >= list->items[k].top &&
                                row <= list->items[k].bottom);
        }
        if (inside)
            continue;
        for (uint32_t c = view_next(v, row, 0); below && c != UINT32_MAX;
             c = view_next(v, row, c + 1)) {
            const header_word *w = table_word(v, r->roles, row, c,
                                              r->context_year);

            level = level || (w->exact && role_is_level(w->role));
            words += w->exact || w->year_only;
        }
        if (level)
            return false; /* a table that stands for itself */
        if (words > 1)
            return true;
    }
    return false;
}

/* 区分 | 数値 above 現況値（H27） | 12 and H28実績値 | 15: lines of a table, whose
 * header says so. */
static bool lies_below_header(const card_scan *s, const card *c)
{
    const card_pair *p = &c->pairs[0];
    const sheet_view *v = s->view;

    if (c->pair_count == 0 || p->below)
        return false;
    for (uint32_t row = p->label.row, n = 0; row-- > 0 && n < HEADER_REACH;
         n++) {
        const header_word *line, *value;

        if (!view_begins(v, row, p->label.col) ||
            !view_filled(v, row, p->label.col))
            continue;
        line = table_word(v, s->reader->roles, row, p->label.col,
                          s->reader->context_year);
        value = table_word(v, s->reader->roles, row, p->label.last_col + 1,
                           s->reader->context_year);
        if (line->exact && (line->role == ROLE_YEAR ||
                            line->role == ROLE_LINE))
            return value->exact && value->role == ROLE_VALUE;
    }
    return false;
}

/* 指標名 | 測るものの名前を入れます。 */
static bool explains(const card_scan *s, const card *c)
{
    for (size_t i = 0; i < c->pair_count; i++) {
        const card_pair *p = &c->pairs[i];

        if (p->role == ROLE_KPI && p->known && p->filled &&
            is_prose(card_value_text(s->view, p)))
            return true;
    }
    return false;
}

/* What stands where another card has this value, from the first label on. */
static text same_place(const card_scan *s, const card *c, const card *other,
                       const card_pair *p)
{
    uint32_t row = p->value.row - c->top + other->top;
    uint32_t col = p->value.col - c->pairs[0].label.col +
                   other->pairs[0].label.col;

    return view_text(s->view, row, col);
}

/* A card that was left over: labels without values, of which one may seem to
 * be the value of that above it, or what the first card says as well. */
static bool is_unused(const card_scan *s, const card *first, const card *c)
{
    if (c->holds || c->rest_count > 0 || c->pair_count < CARD_PAIRS_MIN ||
        first->pair_count == 0)
        return false;
    for (size_t i = 0; i < c->pair_count; i++) {
        const card_pair *p = &c->pairs[i];

        if (p->filled &&
            (p->own.length > 0 || c == first ||
             p->value.col < c->pairs[0].label.col ||
             !text_equal(view_text(s->view, p->value.row, p->value.col),
                         same_place(s, c, first, p))))
            return false;
    }
    return true;
}

/* Cards that hold an indicator are few cells short of whole; a sheet with
 * others is left to be read in another way. */
void card_judge(card_list *out, const card_scan *s)
{
    bool holds = false, doubt = false, spread = false;

    out->whole = true;
    for (size_t i = 0; i < out->count; i++) {
        card *c = &out->items[i];

        holds = holds || c->holds;
        out->spread = out->spread || (c->holds && is_spread(c, true)) ||
                      (i > 0 && c[-1].top == c->top);
        spread = spread || (c->holds && is_spread(c, false)) ||
                 (i > 0 && c[-1].top == c->top);
        out->guidance = out->guidance || explains(s, c);
        doubt = doubt || (c->holds && (c->rest_count * 4 > c->pair_count ||
                                       lies_below_header(s, c)));
        c->unused = is_unused(s, out->items, c);
        out->whole = out->whole &&
                     (c->unused || (c->holds && c->rest_count == 0 &&
                                    has_actual(c) && !is_row(s, c)));
    }
    out->guidance = out->guidance && !holds;
    find_lost(out, s);
    if (!holds || doubt)
        out->count = 0;
    out->whole = out->whole && out->count > 0 && out->spread &&
                 !goes_on(s, out);
    if (!out->whole) /* indicators side by side: turning may do better */
        out->spread = spread;
}
