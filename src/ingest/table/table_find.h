/*
 * table_find.h - where the tables of a sheet are, by their header rows
 *
 * A header row has two or more role words and no figures; header words in
 * the rows beside it (merged groups above, years below) belong to it. Words
 * of one column are read from the top down: 実績 above R3 is the actual of
 * 2021. What the words leave open is decided by what stands below: cells
 * that all are years name the year of their line.
 */
#ifndef KPIBOOK_INGEST_TABLE_FIND_H
#define KPIBOOK_INGEST_TABLE_FIND_H

#include "ingest/header/header_roles.h"
#include "ingest/header/letter_set.h"
#include "ingest/table/sheet_view.h"

enum { TABLE_LINES = 3, TABLE_TIERS = 5 };

typedef struct table_column {
    uint32_t col;
    role role;
    unsigned rank;        /* of a level */
    year_span years;      /* of a column of one year; to 0 = none */
    year_span before;     /* of the baseline that a target's cells begin with */
    header_pair pair;     /* of a target: not NONE, with the baseline */
    bool exact;           /* its words are synonyms */
    bool final, cumulative, preliminary;
    bool budget;          /* a cost that is but planned */
    bool policy;          /* 政策, or テーマ in front of 方向: the goal, but below
                             a heading that is one */
    bool goes_on;         /* 部 behind 局: its words go behind those */
    uint32_t numbers;     /* 施策番号: the column of that level, plus one */
    bool goal_level;      /* a project's column that tracks 基本目標 itself */
    bool relists;         /* 再掲事業名: a project's, all are listed again */
    bool free_text;       /* of a KPI column: cells hold figures too */
    uint32_t stacked_to;  /* of a KPI column: its cells span the columns up to
                             this one, with the years' actuals below; 0 = no */
    unsigned index;       /* 指標2: 2 */
    unsigned block;       /* of repeated indicators, from 1; 0 = shared */
    uint32_t head_row, head_col; /* the lowest header cell above it */
    text kpi_name;        /* the header names the indicator; else empty */
    text kpi_group;       /* and, above it, what several belong to */
    text unit;            /* named by the header; else empty */
    uint32_t aim_row;     /* of its header, states the indicator's baseline and
                             target, plus one; 0 = none does */
    const char *header;   /* all its words */
    const char *why;      /* synonym, contained, plan, position, content */
} table_column;

/* A level that a table has in its column of all: see table_tiers.h. */
typedef struct table_tier_rank {
    unsigned rank;
    role level;
} table_tier_rank;

typedef struct table table;
struct table {
    uint32_t top, bottom;      /* header rows */
    uint32_t notes_row;        /* the last of them, where it holds but notes:
                                  see table_notes.h; else UINT32_MAX */
    uint32_t first_row, last_row; /* of data; last_row < first_row: none */
    uint32_t col, last_col;
    table_column *columns;
    size_t count;
    uint64_t held;        /* bits of the roles that they may have: what most
                             questions ask is told at once; 0 = not known */
    text caption;         /* on a line right above the header; else empty */
    uint32_t caption_row;
    text unit;            /* （単位：人） on a line above; else empty */
    unsigned blocks;      /* how many indicators stand side by side */
    bool accepted;        /* holds enough to be read */
    const char *lacks;    /* when it is not: what is missing */
    bool parted;          /* its blocks are parts of each indicator: 男性, 女性 */
    bool repeats_targets; /* on each year's line of an indicator */
    bool graded;          /* indicators with a code, their grades alone */
    bool coded;           /* it names but codes, of indicators or (a list) of
                             projects: see table_codes.c */
    bool rated;           /* a column of actuals is: see below */
    bool kinds_total;     /* a note: where 種別 is 累計, figures are totals */
    bool list;            /* of projects, without indicators */
    year_span due;        /* a note's year of targets that stand in the
                             indicators' own cells; to 0: none said */
    role lines[TABLE_LINES]; /* 目標 above 実績 in each year's header, or a
                             note that says so: what an indicator's rows are,
                             from its first on; */
    size_t line_count;       /* 0 where they are not told so */
    uint32_t tier_col;       /* of a table with all levels in one column */
    table_tier_rank tiers[TABLE_TIERS]; /* from the outermost on */
    size_t tier_count;       /* 0 where each level has a column of its own */
    unsigned confidence;  /* 0 to 100 */
    struct table *parts;  /* blocks + 1: with the columns of one block and
                             those that all share; NULL of a part itself */
};

typedef struct table_list {
    table *items;
    size_t count, capacity;
} table_list;

/* Tables by row. False when memory ran out. */
bool table_find(table_list *out, arena *a, const sheet_view *v,
                header_roles *roles, const plan *p, int context_year);
/* The first column of a role in a block (0 = shared), or NULL. */
_Static_assert(ROLE_COUNT <= 64, "table.held has a bit for each role");
/* False: no column has this role. */
static inline bool table_may_have(const table *t, role r)
{
    return t->held == 0 || (t->held >> r & 1) != 0;
}
const table_column *table_column_of(const table *t, role r, unsigned block);
const table_column *table_column_any(const table *t, role r);
/* 実績（達成率）: a rate stands behind each actual, in brackets. */
bool table_column_is_rated(const table_column *k);
/* 以上, 未満: alone in the cell beside the figure that it bounds. */
bool table_is_bound(text t);
/* The column of the sheet, or NULL. */
const table_column *table_column_at(const table *t, uint32_t col);
/* 施策の柱 of 体系 > 施策の柱: what stands lowest in a column's header. */
text table_column_words(const table_column *k);
/* The table as one block sees it: a wide one is walked once, not once for
 * each of its indicators. */
const table *table_part(const table *t, unsigned block);
/* table_again.c: true when both have the same roles in the same columns, and b
 * no other units than a. */
bool table_same_columns(const table *a, const table *b);
/* Has b the last columns of a? A card beside another one has no title above
 * its labels. */
bool table_continues(const table *a, const table *b);

/* What a folded cell of a ROLE_LINE column says its line holds: PLANNED,
 * ACTUAL, TOTAL, RATE, BASELINE, GRADE; IGNORED for other words. */
role table_line_role(text key);
/* 数値, 指標値（人）: a line of figures below years. */
bool table_is_value_line(text key);
/* 工程, スケジュール: a line of what is done when, and no figures. */
bool table_is_schedule_line(text key);
/* 過不足(2-1), 差引: a line that says nothing of its own. */
bool table_is_idle_line(text key);
/* table_trio.c: words stand behind a column, and no figure: 検討 | 実施 | → */
bool table_tells_words(const sheet_view *v, uint32_t row, uint32_t col);
/* A row of prj_nm | kpi_nm | tgt_2019: for machines. */
bool table_names_fields(const sheet_view *v, uint32_t row);
/* 文字 | 数値 | 選択: what is to be filled in, and how; no data. */
bool table_tells_entries(const sheet_view *v, uint32_t row);
/* Two parts of a cell, with ／, → or a line break between them. */
bool content_two_parts(text t, text parts[2]);
/* Is a column of a part of its year, by its words? 中間（９月末） */
bool column_is_interim(const table_column *k);
/* R5基準値 4　R9目標 22: what one indicator aims at, and not its name; the same
 * below its name in one cell. */
bool table_states_aim(arena *a, text t, int context_year);
bool table_aim_below(arena *a, text t, int context_year, text *name,
                     text *aim);
/* 上半期, 第1四半期, 4～6月: a part of a year. */
bool table_names_interim(text header);
/* 前回, 今回: which of two. */
bool table_names_round(text t, bool *earlier);
/* 1年目, 第2年目: the how manieth of a plan's years. */
bool table_names_nth_year(text t);
/* 年間, 通期 beside such parts: the year itself. */
bool table_names_whole_year(text t);
/* 前年度, 今年度 or 次年度: told from the year that is reported. */
bool table_names_relative_year(text t);
/* 小計, 合計, 局計: a line that adds up others. */
bool table_is_subtotal(arena *a, text t);
/* うち一般財源, 国庫支出金: whose money a project's cost was, and no cost of its
 * own. */
bool table_cost_part(text word);
/* False: the text has not the characters for that; cheap. And of a cell. */
bool table_may_be_subtotal(text t);
bool table_may_sum(const sheet_view *v, uint32_t row, uint32_t col,
                   int context_year);
/* The words of such rows; NULL behind the last. */
const char *table_subtotal_word(size_t index);
/* Is a folded cell such a word, and no more? 量の見込み(計画値) */
bool content_is_line(text key);
/* 累計, 単年度, －: how a figure was counted, or that nothing is said of it. */
bool content_is_kind(arena *a, text t);
/* The letters that such words begin with. */
void content_lines_begin(letter_set *out);

/* table_columns.c: decides the columns of a table whose header rows and
 * data rows are known. */
bool table_columns_decide(table *t, arena *a, const sheet_view *v,
                          header_roles *roles, const plan *p,
                          int context_year);

/* table_word.c: a header cell, words, or a year typed as a number (2016,
 * 28年度). */
const header_word *table_word(const sheet_view *v, header_roles *roles,
                              uint32_t row, uint32_t col, int context_year);
/* header_roles_may_be() of a cell. */
bool table_may_be_word(const sheet_view *v, const header_roles *roles,
                       uint32_t row, uint32_t col, int context_year);

/* table_figures.c: 8420 and ８，４２０ are one figure. */
bool table_same_figure(arena *a, text one, text other);

#endif
