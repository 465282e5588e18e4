/*
 * card_spot.h - the cells of a card's line: labels, years and what else
 */
#ifndef KPIBOOK_INGEST_CARD_SPOT_H
#define KPIBOOK_INGEST_CARD_SPOT_H

#include "ingest/card/card_parts.h"

/* A label is short; a line has few of them. */
enum { CARD_LABEL_BYTES = 90, CARD_SPOTS_MAX = 48 };

typedef struct card_spot {
    merge_range at;
    text words; /* of a label without its marks: 【事業名】, 事業名：; else empty */
    role role;
    bool label, year, string;
    bool unread; /* neither: its role is looked up when it is a pair's */
} card_spot;

static inline bool card_adjacent(const card_spot *a, const card_spot *b)
{
    return b->at.col == a->at.last_col + 1;
}
/* What the words of a cell are. */
const header_word *card_word(const card_scan *s, uint32_t row, uint32_t col);
/* NULL where the letters tell that the cell is no label and no year. */
const header_word *card_likely_word(const card_scan *s, uint32_t row,
                                    uint32_t col);
/* Takes the marks off a label (【事業名】, ■事業名：); false when there are none. */
bool card_bare_label(text t, text *bare);
/* Where the label of 事業名：空き家対策, 【事業名】 空き家対策, 評価　B or 目標　200人 ends,
 * and both parts; SIZE_MAX for other texts. */
size_t card_label_end(const card_scan *s, text t, text *label, text *value);
/* The column of titles that stand beside the parts of forms, over their lines:
 * 事業の概要, 指標の状況, 評価. UINT32_MAX: there is none. */
uint32_t card_side_column(const card_scan *s);
/* The cells of a row; 0 where they are too many for a line of a card. */
size_t card_gather(const card_scan *s, card_spot spots[CARD_SPOTS_MAX],
                   uint32_t row);
/* 基本目標：… above 施策：… in one cell, or 施策体系 | 基本目標1　… above 施策1-1　…:
 * each line is a pair of its own. `pair` is the last one added, of the first
 * line. False: no memory. */
bool card_take_levels(card_scan *s, card_pair *pair);
/* 基本目標１　… ＞ 施策1-1　…, or on lines: the word in front of each number says
 * its level. */
bool card_is_path(const card_scan *s, text t);
/* 施策体系 | 基本目標１　… ＞ 施策1-1　…: the last pair, whose value may be such a
 * path, becomes one for each level. False: no memory. */
bool card_take_path(card_scan *s);
/* 基本目標１　しごとをつくる: a level that says itself which it is. */
bool card_says_level(const card_scan *s, text t);
/* The pair's value is such a level: it becomes the pair of that. */
bool card_take_said_level(const card_scan *s, card_pair *pair);
/* 施策（３）　…, or ① …, alone below the value of 位置付け | 基本目標１　…: takes the next
 * level. */
bool card_take_next_level(card_scan *s, const card_spot *p, bool *ok);
/* 評価と方向性 | 総合評価 | A: in the column of groups that cover more lines. */
bool card_below_group(const card_scan *s, const card_spot *p);
/* 票1 | 植えた本数 above 事業 | …, カード1 | 朝市の開催 above 基本目標 | …: a numbered word
 * that is no label by itself, where a level's label stands right below it. */
bool card_is_numbered(const card_scan *s, merge_range at);
/* 1, ① or ア in front of 指標名 and of the lines below that, merged over them or
 * not: the indicator's number. */
bool card_counts_lines(const card_scan *s, const card_spot *p,
                       const card_spot *label);
/* 事業 | 指標 | 年度 | 数値 above H26（基準） | 577人, and H27 | 743人 below that: years
 * one below the other are lines of a table of projects. */
bool card_lists_years(const card_scan *s, const card_spot *spots, size_t n,
                      uint32_t row);
/* 部・課 | 産業部 | 商工課: takes the division beside its department into the
 * value; the number of cells taken. `left` cells begin at `behind`. */
size_t card_take_division(const card_scan *s, card_pair *pair,
                          const card_spot *behind, size_t left);
/* 施策 | 1-1 | 雇用の創出: takes a level's name beside its number in the same way.
 */
size_t card_take_number(const card_scan *s, card_pair *pair,
                        const card_spot *behind);
/* 事業名 | 朝市の開催 | 【Ｃ】 and 評価 | Ｂ | Ａ：目標を上回る　Ｂ：目標どおり: takes what stands
 * in brackets behind a project's name into the value, and what grades mean
 * away; the number of cells taken. */
size_t card_take_remark(const card_scan *s, card_pair *pair,
                        const card_spot *behind);
/* 単位 | | 目標値 | | 実績値 below such a line with its values: the labels of an
 * indicator that nobody filled in. */
bool card_left_empty(const card_scan *s, const card_spot *spots, size_t n);
/* 82.1 | ％, － | ％: may a unit stand behind a value in a cell of its own? */
bool card_lacks_unit(const card_scan *s, const card_spot *p);
/* 実績 | | 人 below 目標 | 60 | 人: nobody filled it in, and what stands behind is its
 * unit, whatever else the word may be. */
bool card_leaves_unit(const card_scan *s, const card_spot *p,
                      const card_spot *next);
/* 達成度評価 | 2 | 3:順調　2:やや遅れ: what the grade of the pair means, behind it. */
bool card_explains_value(const card_scan *s, const card_pair *pair,
                         const card_spot *behind);
/* A pair without a value yet; NULL: no memory. */
card_pair *card_add_pair(card_scan *s, const card_spot *label);
bool card_add_line(card_scan *s, uint32_t row, uint32_t col);
bool card_add_group(card_scan *s, const card_spot *label, uint32_t last_row,
                    bool band);
/* card_line.c: 事業名：空き家対策 in one cell is both; and may a label's value be a
 * path: 施策体系, 計画上の位置付け | 基本目標１　… ＞ 施策1-1　…? */
bool card_split(const card_scan *s, const card_spot *p, text *label,
                text *value, role *what);
bool card_may_hold_path(const card_scan *s, const card_spot *label, role r);
/* card_below.c: takes the values of a line of labels, 現状値 | 目標値, from the
 * next one. */
bool card_take_below(card_scan *s, const card_spot *spots, size_t n,
                     uint32_t row, bool *ok);
/* 指標 | 参加企業数 | 現状値 | 目標値 above 344社 | 362社: takes both lines. */
bool card_take_headed(card_scan *s, const card_spot *spots, size_t n,
                      uint32_t row, bool *ok);
/* 実績 | R4 | R5 above 351 | 368: takes both lines. */
bool card_take_years_below(card_scan *s, const card_spot *spots, size_t n,
                           uint32_t row, bool *ok);
/* card_items.c: takes the lines of words beside a label that is merged over
 * all of them. */
bool card_take_items(card_scan *s, const card_spot *spots, size_t n,
                     uint32_t row, bool *ok);
/* 進捗カード | カードNo.1 of two cells in a row: the document's title and the number
 * of its sheet. */
bool card_heads_document(const card_scan *s, const card_spot spots[2]);
/* card_costs.c: 決算額（千円）, 事業費, what stands in front of amounts; and takes
 * a small table of costs that begins at `row`. */
bool card_heads_costs(text t);
bool card_take_costs(card_scan *s, const card_spot *spots, size_t n,
                     uint32_t row, bool *ok);
/* Labels of which each has its figure. */
static inline bool card_figure_label(role r)
{
    return r == ROLE_ACTUAL || r == ROLE_TARGET || r == ROLE_PLANNED ||
           r == ROLE_BASELINE;
}

/* card_figures.c: 区分 | 年度 | 数値 heads lines that have labels of their own. */
bool card_heads_figures(card_scan *s, const card_spot *spots, size_t n,
                        uint32_t row);
/* Below such a header: the year － is none of the line's figures. */
size_t card_drop_no_year(card_scan *s, card_spot *spots, size_t n,
                         uint32_t row);
/* Takes （単位：人） alone in a line below an indicator's name and
 * the facts behind it, for its unit. False: it is something else. */
bool card_take_unit(card_scan *s, const card_spot *spot, bool *ok);
/* 年度 | 値 above lines of years that say what their figures are: R1（基準）. 達成率
 * may stand behind. */
bool card_heads_stated_years(card_scan *s, const card_spot *spots, size_t n);
/* Below such a header: the cells of a row without its rate, and the rate. */
size_t card_drop_rate(const card_scan *s, const card_spot *spots, size_t n,
                      uint32_t row);
bool card_add_rate(card_scan *s, const card_spot *spot);
/* R4決算額（千円） | 従事職員数（人） above 73 | 2.8: each has its number below, though not
 * all are labels that are known. */
bool card_heads_numbers(const card_scan *s, const card_spot *spots, size_t n);
/* 分野： | 所管課： | 人口減少対策：, whether all are labels that are known or not. */
bool card_all_ask(const card_scan *s, const card_spot *spots, size_t n);
/* card_years.c: takes the lines of years below 年度 | 実績値 | 特記事項. */
bool card_take_year_lines(card_scan *s, const card_spot *spots, size_t n,
                          uint32_t row, bool *ok);
/* card_block.c: takes the rows of indicators side by side, whose names stand
 * behind one label at `row`. */
bool card_take_block(card_scan *s, const card_spot *spots, size_t n,
                     uint32_t row, bool *ok);
/* card_numbered.c: takes the lines of years below 年度 | KPI① | KPI②, for the
 * indicators with these labels above. */
bool card_take_numbered(card_scan *s, const card_spot *spots, size_t n,
                        uint32_t row, bool *ok);
/* card_dated.c: 目標 | R4：60人 | R5：80人: a group over years that have cells of
 * their own. How many there are, two at least; else 0. */
size_t card_count_dated(const card_scan *s, const card_spot *spots, size_t n);
/* The year of such a cell is the label, the figure behind it its value. */
bool card_add_dated(card_scan *s, const card_spot *p);
/* 基準値 | － | －, － | 24: the figure is of no year, where a year would stand; so is
 * 計画策定 of － | 計画策定 above R5 | 策定済. */
bool card_has_no_year(const card_scan *s, const card_spot *year,
                      const card_spot *value);
/* 目標値 | 毎年度 | 10: of each year, where a year would stand. */
bool card_is_due_each_year(const card_scan *s, const card_spot *label,
                           const card_spot *year);
/* The year's cell is that of the label's figure: 目標年度. */
bool card_add_year(card_scan *s, const card_spot *label,
                   const card_spot *year);
/* 基準値 | 3150 | 令和元年度, and no figure behind that: of which year it is. */
bool card_add_year_behind(card_scan *s, const card_spot *label,
                          const card_spot *year, size_t left);
/* 実績　R4：60人　R5：70人: where the label ends in front of several years, and both
 * parts; SIZE_MAX for other texts. */
size_t card_years_begin(const card_scan *s, text t, text *label, text *value);
/* 実績値 | R4：60人、R5：70人: the last pair, whose value may say several years,
 * becomes one for each. False: no memory. */
bool card_take_years(card_scan *s, card_pair *pair);
/* card_behind.c: 1-1 | 朝市の開催 | 担当課 | 商工課: a number, the name behind it and
 * what is said of that. */
bool card_numbers_name(const card_scan *s, uint32_t row);
/* A label and its value in one cell. False: no memory. */
bool card_add_own(card_scan *s, const card_spot *p, role what, text label,
                  text value);
/* 50人（R1）　→　90人（R6） behind an indicator, and no label: takes where it began
 * and the target. */
bool card_take_change(card_scan *s, const card_spot *p, uint32_t row,
                      bool *ok);
/* The same, or 目標, or R4実績　60人: a figure of the name in front. */
bool card_tells_figure(const card_scan *s, const card_spot *p);
/* card_stacked.c: the last indicator so far; NULL: none. */
const card_pair *card_last_indicator(const card_scan *s);
/* R4実績 | 来場者数 | 60人 below 指標 | 来場者数 | …, or the name in front: takes such a
 * line for that indicator. */
bool card_take_named(card_scan *s, const card_spot *spots, size_t n,
                     bool *ok);
/* Is that right below the name of an indicator of the line above? */
bool card_below_indicator(const card_scan *s, uint32_t row, uint32_t col);
/* Takes an indicator that begins its row, in front of a year or of a figure
 * with its label, behind the label of the one above. */
bool card_take_stacked(card_scan *s, const card_spot *spots, size_t n,
                       uint32_t row, bool *ok);
/* 来場者数 at the end of a line, right above 基準値 | 120 and whatever stands in
 * front: takes the indicator's name, which has no label. False: it is none. */
bool card_take_name_above(card_scan *s, const card_spot *p, bool *ok);
/* card_lone.c: one cell in its line is a label whose value is empty or below, a
 * group over the lines below, or words. False: no memory. */
bool card_read_lone(card_scan *s, const card_spot *p, uint32_t row);
/* Words that fit nowhere: of a few, no more is made. */
bool card_add_stray(card_scan *s, uint32_t row, uint32_t col);
/* card_year_list.c: H27／H28実績 | 142 ／ 305: the last pair, where that is such a
 * one, becomes one for each year. False: no memory. */
bool card_part_years(card_scan *s);
/* card_stated.c: takes what the value of an indicators' label, and cells below
 * it, say of each with its figures. */
bool card_take_stated(card_scan *s, const card_spot *label,
                      const card_spot *value, bool *ok);

#endif
