/*
 * card_parts.h - the pieces of card_find: lines of labels and values
 */
#ifndef KPIBOOK_INGEST_CARD_PARTS_H
#define KPIBOOK_INGEST_CARD_PARTS_H

#include "ingest/card/card.h"

/* All lines of a sheet, before cards are told apart. */
typedef struct card_scan {
    reader *reader;
    arena *memory;
    const sheet_view *view;
    card all;            /* pairs and groups by row, then column */
    card_line *lines;    /* texts alone on their line */
    size_t line_count, line_capacity;
    card_line *strays;   /* cells that are neither label nor value */
    size_t stray_count, stray_capacity;
    unsigned *labels;    /* known labels that begin in each column */
    uint32_t taken;      /* row + 1 that holds the values of labels above */
    uint32_t figures;    /* the row below 区分 | 年度 | 数値 or a line of its */
    uint32_t block_end;  /* the row behind indicators side by side */
    uint32_t rates_end, rate_col; /* the lines below 年度 | 値 | 達成率 */
    uint32_t rate_row;    /* the last that has a rate; UINT32_MAX: none */
    uint32_t left, right; /* columns that are looked at */
    uint32_t title_gap;   /* blank rows between titles of cards beside each
                             other and their first labels */
    uint32_t side;        /* holds titles of parts; UINT32_MAX: none does */
    bool rows;           /* a table of projects, each with a line a year */
} card_scan;

/* Reads the lines from the top down; stops early on a sheet of another kind
 * (its pairs are then none). False: no memory. */
bool card_scan_sheet(card_scan *s);
/* The lines of a card alone, from the one above it up to the row `end`, after
 * a first scan: what stands beside it would be taken for a part of its
 * lines. */
bool card_scan_alone(card_scan *out, const card_scan *s, const card *c,
                     uint32_t end);

enum { CARD_PAIRS_MIN = 3 };

/* 事業名 and 事業名② are one label. */
bool card_same_label(const card_scan *s, const card_pair *a,
                     const card_pair *b);
/* Nothing stands there of a card's columns. */
bool card_blank(const sheet_view *v, uint32_t row, const card *c);
/* Takes the pairs of a card in up to the row `end`; what is left over behind
 * a gap ends it. Then its groups. False: no memory. */
bool card_take_pairs(card_scan *s, card *c, uint32_t end);
bool card_take_groups(card_scan *s, card *c);
/* Tells the indicators of a card apart. */
void card_set_lanes(const card_scan *s, card *c);
/* An indicator with a name and a figure. */
bool card_holds_indicator(const card_scan *s, const card *c);
/* Drops all cards of a sheet that is none of cards; else sets `whole`. */
void card_judge(card_list *out, const card_scan *s);

/* ---- card_counted.c ---------------------------------------------------- */

/* 項目1 | 窓口の改善, 票2 | …: each at the left of its row, with an indicator named
 * below it in front of the next one, and 政策：にぎわい above them all. Else it may
 * be an indicator's.
 * NULL: none is. */
const card_pair *card_counted_key(const card_scan *s);
/* No.1 | 基本目標１　しごとをつくる: the level that its value says. 票1 | 植えた本数 in front of
 * 事業 | …, in a card that names no indicator: its name. カード1 | 朝市の開催 in front of 基本目標 | …, in one that names indicators
 * and no project: the project's. */
void card_tell_counted(const card_scan *s, card *c);

#endif
