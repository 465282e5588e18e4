/*
 * kpi_scan.h - the words of a KPI or actual's cell: figures, years, arrows
 *
 * One pass over the cell. What is neither figure nor year nor mark is part
 * of a word; digits inside a name (13大学等, CO2, 第3次) are words too.
 */
#ifndef KPIBOOK_WORDING_KPI_SCAN_H
#define KPIBOOK_WORDING_KPI_SCAN_H

#include "wording/fiscal_year.h"
#include "wording/number_text.h"

typedef enum token_kind {
    TOKEN_WORD,
    TOKEN_FIGURE,
    TOKEN_YEAR,
    TOKEN_PERIOD, /* 5年間で: a number of years, not which */
    TOKEN_ARROW,  /* ⇒ -> から */
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_COMMA,  /* 、 ・ / behind a figure or a bracket */
    TOKEN_COLON,
    TOKEN_BREAK,  /* a line break */
    TOKEN_BULLET, /* ・ ● at the start of a line or behind a space */
    TOKEN_DASH,   /* － alone: no figure */
    TOKEN_ROLE,   /* 基準値 現状 目標値 */
    TOKEN_NOTE    /* ※ to the end of the line or bracket */
} token_kind;

typedef enum token_role { ROLE_BASELINE, ROLE_TARGET, ROLE_MIDDLE } token_role;

typedef struct token {
    token_kind kind;
    size_t start, end;     /* bytes; what lies between tokens is space */
    size_t partner;        /* of a bracket: index of the other */
    size_t depth;          /* brackets around it */
    figure figure;
    figure_follow follow;
    year_span years;
    token_role role;
} token;

/* Tokens are large, and most cells have few of them: those stay in the list
 * itself. It must not be copied. */
enum { TOKENS_NEAR = 24 };

typedef struct token_list {
    token *items; /* `near`, or more of them in the arena */
    size_t count;
    bool bad_number; /* digits that make no number: 1,23 */
    bool joined;     /* 40人マイスター0人: figures run into each other */
    bool split;      /* 1 234人, 2時間30分: one figure or two? */
    bool too_long;   /* more than any real cell has: not understood */
    token near[TOKENS_NEAR];
} token_list;

/* False when memory ran out. */
bool kpi_scan(arena *a, token_list *out, text cell, int context_year);
/* 売上高1億円超　5件: does the figure at token `i` bound what the next one, in
 * another unit behind a space, counts? */
bool kpi_scan_bounds_name(const token_list *tokens, text cell, size_t i);

#endif
