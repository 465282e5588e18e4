/*
 * table_find_parts.h - the pieces of table_find: rows that are headers
 */
#ifndef KPIBOOK_INGEST_TABLE_FIND_PARTS_H
#define KPIBOOK_INGEST_TABLE_FIND_PARTS_H

#include "ingest/table/table_find.h"

enum { HEADER_ROWS_MAX = 8 };

typedef struct finder {
    arena *memory;
    const sheet_view *view;
    header_roles *roles;
    const plan *plan;
    int context_year;
    bool below; /* a header was found above */
} finder;

/* What stands in one row. */
typedef struct row_score {
    unsigned cells, roles, exact, years, groups, units, others, numbers;
    uint64_t mask; /* of roles */
    bool pinned;
} row_score;

#define BIT(r) ((uint64_t)1 << (r))
#define FIGURE_ROLES (BIT(ROLE_KPI) | BIT(ROLE_TARGET) | BIT(ROLE_ACTUAL) |  \
                      BIT(ROLE_BASELINE) | BIT(ROLE_PLANNED) |               \
                      BIT(ROLE_RATE) | BIT(ROLE_TOTAL))
#define LEVEL_ROLES (BIT(ROLE_GOAL) | BIT(ROLE_THEME) | BIT(ROLE_PART) |     \
                     BIT(ROLE_MEASURE) | BIT(ROLE_PROJECT))

/* A number, an error, or a formula without a result. */
bool finder_is_number(const sheet_view *v, uint32_t row, uint32_t col);
/* 人 | 設定なし | 未調査 | －: a dash, and another cell that says why there is no
 * figure. */
bool finder_lists_none(const finder *f, uint32_t row);
/* What a cell's words are as a header. */
const header_word *finder_word(const finder *f, uint32_t row, uint32_t col);
/* A cell over several columns whose children are all roles or years. */
bool finder_is_group(const finder *f, uint32_t row, uint32_t col);
/* table_aims.c: R5基準値 4　R9目標 22 over several columns, or that below a name in
 * one cell. */
bool finder_states_aim(const finder *f, uint32_t row, uint32_t col);
/* 担当課 | 事業名 beside the columns of the header below, which go on in it: a cell
 * over those is a group, and no title. */
bool finder_heads_others(const finder *f, const table *t, uint32_t row);
/* Has the row a number that is no year? */
bool finder_has_figure(const finder *f, uint32_t row);
/* table_apart.c: do numbers in a row that look like years stand as figures
 * do, and not as the years of a header? */
bool finder_years_are_figures(const finder *f, uint32_t row);
/* Counts what stands in a row; stops at the first figure. */
void finder_score(const finder *f, row_score *s, uint32_t row);
unsigned finder_bits(uint64_t mask);
/* table_year_rows.c: years above lines of 目標 and 実績, or above names of
 * indicators? */
bool finder_heads_years(const finder *f, const row_score *s, uint32_t row);
/* table_lists.c: a list's header, of projects or of codes? */
bool finder_heads_list(const finder *f, const row_score *s, uint32_t row);
/* A label with its value beside it, right above a header. */
bool finder_labels_a_value(const finder *f, const table *t, uint32_t row,
                           uint32_t col);
/* 成果指標名 | 会員数 in the rows above, without a gap: the indicator's name. */
bool finder_named_above(const finder *f, uint32_t row);
/* 目標 | 11 | 12 below 年度 | R4 | R5, or a line of figures below another. */
bool finder_is_line_of_figures(const finder *f, uint32_t row);
/* 成果指標 | KPI1　会員数 above 基準値（R2） | 223人, behind the title of the part: labels
 * with their values, one below the other, and no header. */
bool finder_names_indicator(const finder *f, uint32_t row);
/* 指標1 | 森の面積 | 担当：森の課: labels of a form. */
bool finder_has_pair(const finder *f, uint32_t row);
/* 指標１ | 来場者数 | 単位：人 and nothing else above years: an indicator, and no
 * header. */
bool finder_states_indicator(const finder *f, uint32_t row);
/* table_schedule.c: 年度計画 or 実施計画 down the side of R4 | R5 and of what is done
 * in each? */
bool finder_heads_schedule(const finder *f, uint32_t row);
/* 【成果指標】 alone below 項目 | 単位 | 目標値, and over more than the first of
 * these: it heads the lines below them. */
bool finder_is_band(const finder *f, uint32_t row);
/* 上半期 | 下半期 | 年間 below R5実績: the parts of that year and their sum; also
 * 前回 | 今回 below 評価. */
bool finder_is_of_parts(const finder *f, uint32_t row);
/* R4 | R5 | R6 above 区分 | 実績 | 実績 | 計画: what each year's figures are stands
 * below it, and in front of that what the lines are. */
bool finder_lacks_front(const finder *f, const table *t, uint32_t row);
/* Is a row a header, by itself or with the rows below it? */
bool finder_is_header(const finder *f, const row_score *s, uint32_t row);
bool finder_begins_deep_header(const finder *f, const row_score *first,
                               uint32_t row);
/* ３　指標の推移 in front, down the side of labels and of their table: the title of
 * a form's part. */
bool finder_is_side_title(const finder *f, uint32_t row, uint32_t col);

/* ---- table_labels.c --------------------------------------------------- */

/* 指標の定義 | 実績報告書による and nothing behind: how figures are counted; `next` is
 * the column of its value. */
bool finder_says_how(const finder *f, uint32_t row, uint32_t col,
                     uint32_t next);
/* Is a row nothing but labels, two at least, with their values beside them? */
bool finder_pairs_labels(const finder *f, uint32_t row);
/* 現状値 | | 基準年度 | above 目標値 | 360人 | 目標年度 | R4: such labels, whose values
 * are left empty. */
bool finder_leaves_empty(const finder *f, uint32_t row);
/* A line of labels and values, or of one label's figures. */
bool finder_lists_values(const finder *f, const row_score *s, uint32_t row);
/* 参加店舗数：423店 → 580店 | 参加店舗数　R3：449店: no word of a header, but what words
 * say of an indicator. */
bool finder_states_figures(const finder *f, const row_score *s, uint32_t row);
/* table_year_rows.c: 年度 | R3 | R4 | 評価 | Ａ above a line that ends with R4's
 * figure: where the label behind the years stands; UINT32_MAX in most rows. */
uint32_t finder_label_behind(const finder *f, uint32_t row);
/* 成果指標 | 来場者数（人） | 1（H30） | 中止 | 2（R4）, or 目標値 | 5 | 7 behind the
 * name: an indicator's line, its kind in front, all figures typed as text. */
bool finder_is_kind_line(const finder *f, uint32_t row);
/* 海外販売額（千円） | 42,000 | 45,310: words, then figures typed as text. */
bool finder_is_typed_line(const finder *f, uint32_t row);
/* 現状値 | 4（R3）, 最終目標（R6） | 150 below 年度 | 目標 | 実績: where the years
 * began, or what they are to come to. */
bool finder_is_stage_line(const finder *f, const table *t, uint32_t row);
/* Does a row right below a header hold figures, or what stands for them? */
bool finder_holds_data(const finder *f, const table *t, uint32_t row);
/* ＜アウトカム指標＞ over all columns below a header: the title of the first lines,
 * and no word of it. */
bool finder_lies_across(const finder *f, const table *t, uint32_t row);
/* 期間：R2～R5年度: the role of a label that is known with its value; none of
 * other texts. */
role finder_pair_role(const finder *f, text t);
/* 42,000 and 12人, typed as text; no year, and no 3か月. */
bool finder_is_typed_figure(const finder *f, uint32_t row, uint32_t col);
/* 基準値 | 84 right above 年度 | R4 | R5: labels with their values, whose words
 * are no part of that header. */
bool finder_labels_years(const finder *f, const table *t, uint32_t row);
/* table_unit_line.c: takes the unit that a line between the table before,
 * whose last row `floor` is, and the header says for all of its figures. */
void finder_unit_line(const finder *f, table *t, uint32_t floor);

#endif
