/*
 * kpi_split.c - where a KPI cell's next item begins
 */
#include "wording/kpi_split.h"

#include "wording/glyph.h"
#include "wording/units.h"

/* A figure outside of brackets. */
static bool has_figure(const token_list *tokens, size_t from, size_t to)
{
    const token *items = tokens->items;

    for (size_t i = from; i < to; i++)
        if (items[i].kind == TOKEN_FIGURE && items[i].depth == 0 &&
            items[i].follow != FOLLOW_COLON)
            return true;
    return false;
}

bool kpi_split_complete(const token_list *tokens, size_t from, size_t to)
{
    const token *items = tokens->items;

    if (has_figure(tokens, from, to))
        return true;
    if (to == from)
        return false;
    if (items[to - 1].kind == TOKEN_YEAR)
        return true;
    if (items[to - 1].kind != TOKEN_CLOSE || items[to - 1].partner == SIZE_MAX)
        return false;
    for (size_t i = items[to - 1].partner; i < to; i++)
        if (items[i].kind == TOKEN_YEAR || items[i].kind == TOKEN_FIGURE)
            return true;
    return false;
}

/* 会員数（R4：388人→R9：450人）, 会員数（目標値（R9）：450人）: all that a line
 * says stands in the bracket that ends it. */
static bool is_bracketed_line(const token_list *tokens, size_t from, size_t to)
{
    const token *items = tokens->items;
    size_t open, figures = 0;
    bool told = false;

    if (from >= to || items[to - 1].kind != TOKEN_CLOSE ||
        items[to - 1].partner == SIZE_MAX || items[to - 1].partner <= from)
        return false;
    open = items[to - 1].partner;
    for (size_t i = from; i < to; i++) {
        if (items[i].kind == TOKEN_FIGURE && items[i].depth == 0 &&
            !units_is_span(items[i].figure.unit))
            return false;
        figures += i > open && items[i].kind == TOKEN_FIGURE;
        told = told || (i > open && items[i].kind == TOKEN_ROLE);
    }
    return figures > 1 || (figures == 1 && told);
}

static size_t line_end(const token_list *tokens, size_t from)
{
    while (from < tokens->count && tokens->items[from].kind != TOKEN_BREAK)
        from++;
    return from;
}

/* A figure's role begins the line: ［目標］30件. */
static bool is_role_line(const token_list *tokens, size_t at)
{
    const token *items = tokens->items;

    if (at < tokens->count && items[at].kind == TOKEN_OPEN)
        at++;
    return at < tokens->count && items[at].kind == TOKEN_ROLE;
}

/* 国際会議 / ［目標］30件 / 専門家の派遣 / ［現状］24人: behind an item with its
 * target, a name alone on the line `from`, and a figure's role below it. */
static bool names_next(const token_list *tokens, size_t item, size_t from)
{
    const token *items = tokens->items;
    size_t end = line_end(tokens, from);
    bool aimed = false;

    for (size_t i = item; i + 1 < from; i++)
        aimed = aimed || (items[i].kind == TOKEN_ROLE &&
                          items[i].role == ROLE_TARGET);
    if (!aimed || from == end || items[from].kind != TOKEN_WORD ||
        !is_role_line(tokens, end + 1))
        return false;
    for (size_t i = from; i < end; i++)
        if (items[i].kind == TOKEN_FIGURE || items[i].kind == TOKEN_YEAR ||
            items[i].kind == TOKEN_ROLE || items[i].kind == TOKEN_ARROW)
            return false;
    return true;
}

/* ①, ② in front of the token `at`: which one; 0 for none. */
static unsigned circled_at(const token_list *tokens, text cell, size_t at)
{
    size_t start = at == 0 ? 0 : tokens->items[at - 1].end;

    return at < tokens->count
               ? glyph_circled(text_trim(text_from(cell, start))) : 0;
}

/* 水産振興計画：改定（H28年度）: no figure, but when it is due. */
static bool is_dated_act(const token_list *tokens, size_t from, size_t to)
{
    const token *items = tokens->items;

    for (size_t i = from; i < to; i++)
        if (items[i].kind == TOKEN_FIGURE || items[i].kind == TOKEN_ARROW)
            return false;
    return kpi_split_complete(tokens, from, to);
}

/* R5年度までに会員数を50人にする, 講座数：毎年度5回: a figure, and when it is due. */
static bool is_dated_aim(const token_list *tokens, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (tokens->items[i].kind == TOKEN_YEAR ||
            (tokens->items[i].kind == TOKEN_FIGURE &&
             tokens->items[i].figure.per_year))
            return has_figure(tokens, from, to);
    return false;
}

/* ①水産振興計画：改定（H28年度） / ②会員数：50人: numbered lines, one of them an
 * act or all in a bracket, or each with its year. */
static bool begins_numbered(const token_list *tokens, text cell, size_t item,
                            size_t from)
{
    unsigned which = circled_at(tokens, cell, from);
    size_t end;

    if (which < 2 || circled_at(tokens, cell, item) + 1 != which)
        return false;
    end = line_end(tokens, from);
    return is_dated_act(tokens, item, from - 1) ||
           is_dated_act(tokens, from, end) ||
           is_bracketed_line(tokens, item, from - 1) ||
           is_bracketed_line(tokens, from, end) ||
           (is_dated_aim(tokens, item, from - 1) &&
            is_dated_aim(tokens, from, end));
}

/* 講座数：10件（R1）⇒20件（R6）: as many figures behind an arrow as in front of
 * it, which it counts; 0 for other lines. */
static size_t figures_reached(const token_list *tokens, size_t from, size_t to)
{
    size_t figures = 0, reached = 0, arrows = 0;

    for (size_t i = from; i < to; i++) {
        const token *t = &tokens->items[i];

        arrows += t->kind == TOKEN_ARROW && t->depth == 0;
        if (t->kind == TOKEN_FIGURE && t->depth == 0)
            *(arrows == 0 ? &figures : &reached) += 1;
    }
    return arrows == 1 && reached == figures ? figures : 0;
}

/* 受講者数： in front of all figures. */
static bool has_label(const token_list *tokens, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (tokens->items[i].kind == TOKEN_FIGURE)
            return false;
        if (tokens->items[i].kind == TOKEN_COLON && i > from)
            return true;
    }
    return false;
}

/* 調査①暮らしやすさ 4位⇒1位 / 調査②住みたさ 15位⇒5位: the same words again, and the
 * next number. */
static bool begins_again(const token_list *tokens, text cell, size_t item,
                         size_t from)
{
    size_t a = tokens->items[item].start, b = tokens->items[from].start,
           same = 0;
    unsigned which;

    while (b + same < cell.length && a + same < b &&
           cell.bytes[a + same] == cell.bytes[b + same])
        same++;
    same = utf8_floor(text_from(cell, b), same);
    if (same == 0)
        return false;
    which = glyph_circled(text_from(cell, a + same));
    return which > 0 && glyph_circled(text_from(cell, b + same)) == which + 1;
}

/* Two lines that tell from what to what, each its own indicators: the second
 * is no label of the first. */
static bool both_reach(const token_list *tokens, text cell, size_t item,
                       size_t line_break)
{
    size_t next = line_break + 1, end = line_end(tokens, next);
    size_t first = figures_reached(tokens, item, line_break);
    size_t second = first == 0 ? 0 : figures_reached(tokens, next, end);

    if (second == 0)
        return false;
    return first + second > 2
               ? has_label(tokens, item, line_break) &&
                     has_label(tokens, next, end)
               : begins_again(tokens, cell, item, next);
}

bool kpi_split_at(const token_list *tokens, text cell, size_t item,
                  size_t line_break)
{
    size_t next = line_break + 1;

    return (is_bracketed_line(tokens, item, line_break) &&
            is_bracketed_line(tokens, next, line_end(tokens, next))) ||
           (names_next(tokens, item, next) &&
            kpi_split_complete(tokens, item, line_break)) ||
           begins_numbered(tokens, cell, item, next) ||
           both_reach(tokens, cell, item, line_break);
}
