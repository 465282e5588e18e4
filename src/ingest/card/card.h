/*
 * card.h - cards: labels with their values beside them, and no table at all
 *
 *     事業名     | 会社説明会の開催
 *     担当局     | 産業局             | 事業期間    | R2～R6
 *     KPI①      | 指標名             | 参加企業数
 *                | 現状値 | 344社（R1） | 目標値      | 362社（R6）
 *                | R2実績 | 410社       | R3実績      | 421社
 *     評価       | B
 *
 * A line is read from left to right: a label (a header's exact word, marks
 * as in 【事業名】 or 事業名： taken off), its value right of it, the next label.
 * Labels without a value right of them have it below, if the line below holds
 * nothing else. A label in front of a label, or alone on its line, is a group
 * over the lines that it covers (KPI①, 実績). A short text in a column of
 * labels with a value beside it is a label too, one that nobody knows: it is
 * said (label-not-read). One cell can be both (事業名：…), and a unit can have
 * a cell of its own behind the figure.
 *
 * A card begins where its first label comes again, below or beside; what
 * stands alone above it, of cards side by side in its columns, names the
 * project when no label does, or is a heading; （1）朝市 | （2）夜市 above 担当 | … |
 * 担当 | … begin cards that no label names. 記入例 above it: it is no data.
 * 票1 | 参加企業数 above 事業 | … names the card's indicator when no label does,
 * カード1 | 会社説明会の開催 above 基本目標 | … its project. Below 年度 | KPI① | KPI②
 * stand the figures of indicators that are named above (card_numbered.c); an
 * indicator may stand below another behind its label (card_stacked.c).
 *
 * A card is read as what it is: one line of a table whose header stands
 * beside the values. Its pairs are put side by side, groups and labels as
 * header rows and the values below, and sheet_walk() reads that; several
 * indicators are a wide table's blocks. Every cell knows where it came from
 * (view_origin), so findings name the sheet's own cells.
 */
#ifndef KPIBOOK_INGEST_CARD_H
#define KPIBOOK_INGEST_CARD_H

#include "ingest/reader/reader.h"

typedef struct card_pair {
    merge_range label, value; /* on the sheet; an empty value is the cell
                                 right of its label */
    role role;                /* NONE: not known */
    bool known;               /* the label is a header's word, exactly */
    bool filled;
    bool below;               /* the value, of several labels in a line */
    text own;                 /* label and value in one cell: the value */
    text label_own;           /* the label, where it is not all of its cell */
    merge_range unit;         /* 100 | 人: of the value; row UINT32_MAX: none */
    size_t group;             /* innermost, or SIZE_MAX */
    uint32_t line;            /* whose groups it is in: its label's row, or
                                 that of its indicator's label */
    uint32_t lane;            /* of indicators side by side */
    uint32_t block;           /* of those behind one label: its row + 1 */
    uint32_t block_lane, block_lanes;
} card_pair;

/* The words of a label and of its value, also where they share a cell. */
static inline text card_label_text(const sheet_view *v, const card_pair *p)
{
    return p->label_own.length > 0
               ? p->label_own : view_text(v, p->label.row, p->label.col);
}
static inline text card_value_text(const sheet_view *v, const card_pair *p)
{
    return p->own.length > 0 ? p->own
                             : view_text(v, p->value.row, p->value.col);
}

typedef struct card_group {
    merge_range label;
    text words;        /* where they are not all of its cell; else empty */
    uint32_t last_row; /* of the lines that it covers */
    role role;         /* NONE: words of their own; YEAR: of what it covers */
    bool band;         /* on a line of its own above what it covers: */
    uint32_t first_col, last_col; /* these columns */
    size_t parent;     /* or SIZE_MAX */
} card_group;

/* A text that stands alone on its line, or a cell that is left over. */
typedef struct card_line {
    uint32_t row, col;
    bool title;   /* of a card */
    bool section; /* ■基本情報: heads a part of a card */
} card_line;

typedef struct card {
    uint32_t top, left, bottom, right;
    card_pair *pairs;
    size_t pair_count, pair_capacity;
    card_group *groups;
    size_t group_count, group_capacity;
    bool example;   /* 記入例 above it, or ○○事業 in it: no data */
    bool unused;    /* labels without values: no data either */
    bool has_title; /* it names the project: no label does, */
    bool office;    /* or whose the card is: 産業局 | 環境局 above two */
    merge_range title;
    text title_words; /* without ■ */
    card_line *rest; /* cells in it that are neither label nor value */
    size_t rest_count, rest_capacity;
    bool holds; /* an indicator with a figure */
} card;

typedef struct card_list {
    card *items; /* from the top down, then from left to right */
    size_t count, capacity;
    card_line *lines;
    size_t line_count, line_capacity;
    bool whole;  /* nothing is left over: they can be nothing else */
    bool spread; /* a sheet that is turned would lose some of them */
    bool guidance; /* the labels are explained: none is a card */
    bool lost;     /* labels of an indicator and its figures are in no card: */
    merge_range lost_at; /* the indicator's */
} card_list;

/* Finds the cards of the current sheet; none in most. False: no memory. */
bool card_find(card_list *out, reader *r, arena *a);

/* card_grid.c: a card as a table of one line, and a sheet without its cards.
 * False: no memory. */
typedef struct card_grid {
    grid grid;
    view_origin *origins;
    size_t origin_count;
    unsigned added; /* last columns that no label heads: the title, and that
                       there is no indicator */
} card_grid;
bool card_grid_make(card_grid *out, arena *a, const sheet_view *v,
                    const card_list *list, const card *c);
bool card_grid_rest(grid *out, arena *a, const grid *g,
                    const card_list *list);

/*
 * Reads cards of the current sheet; *read counts those that gave projects.
 * Of a list that is whole all are read, or none. What a first look at the
 * sheet noted from `noted` (ignored) and `missed` (tables) on is dropped
 * where a card holds it. False when memory ran out.
 */
bool card_read(reader *r, arena *scratch, const card_list *list,
               size_t noted, size_t missed, size_t *read);

#endif
