/*
 * banner.h - banner rows and label cells: Ⅰ goal, ① theme, (i) part, ⇒ measure
 */
#ifndef KPIBOOK_INGEST_BANNER_H
#define KPIBOOK_INGEST_BANNER_H

#include "kpi/dataset.h"

/* How a heading is marked; what level that is depends on its neighbours. */
typedef enum heading_style {
    STYLE_NONE,
    STYLE_GOAL_WORD,    /* 基本目標１ */
    STYLE_THEME_WORD,   /* 政策１, 柱２, 基本的方向 */
    STYLE_MEASURE_WORD, /* 施策1-1, 取組方針 */
    STYLE_ROMAN,        /* Ⅰ, II */
    STYLE_ARROW,        /* ⇒ → */
    STYLE_CIRCLED,      /* ① */
    STYLE_PAREN_ROMAN,  /* (i) */
    STYLE_PAREN_NUMBER, /* (1) 1) */
    STYLE_NUMBER,       /* 1 1. 1-2 第1章 */
    STYLE_DEEP_NUMBER,  /* 1-2 A-1 第1節: see heading_depth() */
    STYLE_DEEPEST_NUMBER, /* 1-2-3 */
    STYLE_KANA,         /* ア */
    STYLE_BULLET,       /* ■ ◆ ● */
    STYLE_BRACKETS      /* ＜ ＞ 【 】 around it: of headings in force only */
} heading_style;

/*
 * Reads marks and number off a heading: `基本目標１　稼ぐ` gives no １ and title
 * 稼ぐ, `⇒企業誘致` no number. STYLE_NONE leaves the whole text as title. The
 * slices lie in `t`.
 */
heading_style heading_read(text t, text *no, text *title);
/* The words of levels, of which each begins one; NULL behind the last. */
const char *heading_word(size_t index);
/* 1-1-1, ①, (2), 1-(2) or Ⅲ at `at`: its bytes, 0 for none. */
size_t heading_number_at(text t, size_t at);
/* Behind all that may part a number at `at` from its title. */
size_t heading_skip_separators(text t, size_t at);
/* STYLE_NUMBER told apart by how deep the number is; other styles as they
 * are. */
heading_style heading_depth(heading_style style, text no);
/* 1, (1), ①: a number, and no word of a level beside it. */
static inline bool heading_is_numbered(heading_style style)
{
    return style == STYLE_NUMBER || style == STYLE_PAREN_NUMBER ||
           style == STYLE_CIRCLED;
}
static inline bool heading_is_deep(heading_style style)
{
    return style == STYLE_DEEP_NUMBER || style == STYLE_DEEPEST_NUMBER;
}
/* 基本目標, 柱, 施策: the word of a level begins it. */
static inline bool heading_has_word(heading_style style)
{
    return style == STYLE_GOAL_WORD || style == STYLE_THEME_WORD ||
           style == STYLE_MEASURE_WORD;
}
/* Where a level ends in 基本目標Ⅱ　… ＞ 施策2-1　… or … → …, or its line; *next is
 * behind the sign. */
size_t heading_path_end(text t, size_t at, size_t *next);
/* Without a bullet in front: ■ 施策①　雇用. */
text heading_unmarked(text t);
/* 相談窓口（続き）, on the next page: without the mark. */
text heading_without_continuation(text t);
/* 【取組】就業の支援, ＜具体的な取組＞…: what a heading is, in front of it; the bytes
 * of that, 0 for none. */
size_t heading_act(text banner);
/* No heading's mark, or only a bullet: ●KPI. */
bool heading_is_plain(text t);

/* Headings in force: what was read from banners so far. */
typedef struct headings {
    bool has_goal, has_theme, has_part;
    heading goal, theme, part;
    const char *measure;
    const char *goal_word; /* 政策 or 柱 that stands for the goal, else NULL */
    const char *theme_word; /* 分野, which may stand for it; else NULL */
    bool goal_basic;        /* 基本目標: 重点目標 may stand below it */
    bool goal_vision;       /* めざす姿, which else says how a goal is met */
    bool theme_basic;       /* 基本施策, which has 施策 below it */
    bool theme_measure;     /* 施策, which has 【取組】 or (i) below it */
    bool theme_act;         /* 取組, which projects stand below */
    heading_style goal_style, theme_style, part_style, measure_style;
    unsigned ranks[4]; /* of the labels that goal, theme, part and measure
                          stand behind; 0 = none */
    unsigned label_rank; /* of the last label */
    uint32_t label_end;  /* the row behind its line; 0 = none */
} headings;

void headings_init(headings *h);
/* Which level a banner would be, from 0 for the outermost. */
unsigned headings_level(const headings *h, text banner);
/* Takes a banner in; the text is copied. False when memory ran out. */
bool headings_take(headings *h, arena *a, text banner);
/* 施策 | 1-1 | 就職: the level's word, its number or none, and title; the rank of
 * the word, and the row. */
typedef struct heading_label {
    text word, no, title;
    unsigned rank;
    uint32_t row;
} heading_label;
/* Takes in such a label. What the one right above it or beside it says is not
 * lost: the inner of both is the one of the higher rank, else the later. */
bool headings_take_label(headings *h, arena *a, const heading_label *label);
/* Takes in 取組④　創業の促進 above projects: right below a goal it is the theme,
 * below 施策 the measure. */
bool headings_take_act(headings *h, arena *a, text no, text title);
/* Takes in the goal of the headings that are in force already. */
bool headings_take_outer(headings *h, arena *a, text goal);
/* A section that is no heading (（２）成果指標) ends the one that is marked
 * alike, and all below it. False: none is. */
bool headings_end(headings *h, text section);
/* A label cell of a level: number and title; A しごと has a number too, which
 * above a table might be a legend's (A 達成). */
bool heading_from_label(heading *out, arena *a, text label);
/* The same below a header whose word stands in front of the number again:
 * 環境目標１　…, 推進の柱２　…. */
bool heading_from_column(heading *out, arena *a, text label, text header);
/* ①事業名, 施策1　名: the number off a project's name. */
void heading_project_number(text name, text *no, text *rest);
/* １－２ of １－２災害への備え, which only other names that are numbered alike tell
 * from a part of the name; never of 1-2年生の交流. */
void heading_joined_number(text name, text *no, text *rest);
/* The same of a measure's: (1)介護予防, 施策1-1　雇用; ⇒ and ・ are no numbers. */
void heading_measure_number(text measure, text *no, text *title);
/* 1-1, 施策１ in a first line of their own: its bytes, 0 for other texts. */
size_t heading_number_line(text t);
/* Of what stands alone: 1-1, ①, the １ of 施策１; empty for ⇒ and for S001. */
text heading_number_alone(text t);

#endif
