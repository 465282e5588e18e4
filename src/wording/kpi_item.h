/*
 * kpi_item.h - one item of a KPI cell: which figures count, and their years
 *
 * An item is what one bullet, or one line with a name of its own, says. Its
 * figures are chosen among the tokens: figures outside brackets first, those
 * of a name left out; without any, the figures of a bracket that ends the
 * item. An atom is a chosen figure with what belongs to it.
 */
#ifndef KPIBOOK_WORDING_KPI_ITEM_H
#define KPIBOOK_WORDING_KPI_ITEM_H

#include "wording/kpi_scan.h"

typedef struct atom {
    size_t token;        /* of the figure */
    size_t text_from;    /* first token of the text in front */
    size_t text_to;      /* token behind it: the figure, or its year, role */
    size_t extent;       /* token behind brackets and years that follow */
    bool arrow;          /* an arrow stands between it and the one before */
    bool line;           /* a line break or bullet does */
    bool colon;          /* directly in front of figure, year or role */
    bool has_years;
    bool years_behind;   /* the year stands behind the figure */
    bool all_years;      /* いずれも: the years of all figures before it */
    year_span years;
    bool has_second;     /* （H26→H31）: the second year, of the target */
    year_span second;
    bool has_before;     /* a year before an arrow without a figure there */
    year_span before;
    bool has_role;
    token_role role;
    bool has_inner;      /* （H26年度：65人） behind it */
    figure inner;
    bool has_inner_role;
    token_role inner_role;
    year_span inner_years;
    bool per_year, cumulative;
    text unit;           /* from a bracket behind a figure without one */
    bool doubtful;       /* words were left over behind it */
} atom;

typedef struct kpi_item {
    const token_list *tokens;
    text cell;
    size_t from, to;     /* tokens */
    atom *atoms;
    size_t count;
    size_t unwrapped;    /* the bracket whose figures count, or SIZE_MAX */
    bool doubtful;       /* a choice was made that could be wrong */
    bool hopeless;       /* a range or the like: no figure may be given */
} kpi_item;

static inline const token *item_token(const kpi_item *item, size_t i)
{
    return &item->tokens->items[i];
}
static inline text item_text(const kpi_item *item, size_t i)
{
    return text_cut(item->cell, item_token(item, i)->start,
                    item_token(item, i)->end);
}
static inline bool item_is(const kpi_item *item, size_t i, token_kind kind)
{
    return i >= item->from && i < item->to &&
           item_token(item, i)->kind == kind;
}
/* 450人 ※R4現状値 388人: a note right behind it, on the next line too. */
static inline bool item_noted(const kpi_item *item, const atom *at)
{
    return item_is(item, at->extent + item_is(item, at->extent, TOKEN_BREAK),
                   TOKEN_NOTE);
}

/* Chooses the figures of item->from..to and reads what belongs to each. */
bool kpi_item_read(arena *a, kpi_item *item);
/* ① or (1) at token `i`, in front of a year: ①R5年度までに会員数を50人にする; or KPI2
 * of KPI2：R5年度目標　会員数 50人. */
bool kpi_item_numbers(const kpi_item *item, size_t i);
/* The bracket that opens at token `open` holds a year and fillers only, or
 * nothing but a role: （H26年度実績） 【目標値】. */
bool kpi_item_year_bracket(const kpi_item *item, size_t open);

#endif
