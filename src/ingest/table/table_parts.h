/*
 * table_parts.h - the pieces of table_columns: words, then what stands below
 */
#ifndef KPIBOOK_INGEST_TABLE_PARTS_H
#define KPIBOOK_INGEST_TABLE_PARTS_H

#include "base/buf.h"
#include "ingest/header/letter_set.h"
#include "ingest/table/table_find.h"

/* How many cells of a column look like what. */
typedef struct content {
    unsigned cells, years, numbers, percents, labels, lines, ordinals, marks,
        arrows, kinds, totals, texts, long_texts, grades,
        names, /* texts without a figure */
        dated; /* 策定時（H27）, R4実績値: lines with their years */
} content;

/* What was seen of a column between two rows; it is asked for often. */
typedef struct column_seen {
    bool known;
    uint32_t first_row, last_row, head; /* that it was looked at for */
    content all, near; /* `near`: down to the first gap */
} column_seen;

typedef struct deciding {
    table *t;
    arena *memory;
    const sheet_view *view;
    header_roles *roles;
    const plan *plan;
    int context_year;
    bool counted; /* (1) | (2) | (3) in the row of notes: of no column */
    table_column *columns;
    size_t count, capacity;
    column_seen *seen; /* from t->col on, one more than the table has at
                          first; NULL keeps nothing */
    uint32_t seen_col, seen_count;
    letter_set begins; /* see content_begins() */
} deciding;

/* The letters of all words that a column's cells are told by: a text that
 * begins with another kanji or kana is but a text. */
void content_begins(letter_set *out);

/* table_word.c: adds words to what is shown as a column's header, each on one
 * line, and 現　況　値 without the blanks that spread it. */
void table_add_words(buf *header, text words);
/* table_heads.c: takes a column's words in, and with them its role. False when
 * memory ran out. */
bool columns_read_words(deciding *d, uint32_t col);
/* The header cell that speaks for a column in one header row, if it begins
 * there; an empty cell beside a group takes the group's word. */
const header_word *table_level_word(const deciding *d, uint32_t row,
                                    uint32_t col, uint32_t *from);

enum { SAMPLE_ROWS = 60 };
/* column_looks.c: looks at the first rows of a column's data. */
column_seen column_look(const deciding *d, uint32_t col);
content column_sample(const deciding *d, uint32_t col);
/* The same up to the first gap. */
content column_near(const deciding *d, uint32_t col);
/* What stands in the first rows below: behind them there may be another
 * table, or a form's other labels. */
content column_first_rows(const deciding *d, const table_column *k,
                          uint32_t rows);
/* column_shapes.c: 事業費, 活動指標, 成果指標: half of a column's cells are header
 * words, which say what the names beside them are. */
bool column_names_sections(const deciding *d, uint32_t col);
/* Four of five cells. */
bool content_mostly(unsigned part, const content *n);
/* アウトプット, アウトカム: sorts of indicators, whatever labels stand below. */
bool column_is_sorts(const deciding *d, const table_column *k);
/* 順調, 目標どおり: nothing but grades in words, up to the first gap. */
bool column_says_verdicts(const deciding *d, const table_column *k);
/* column_shapes.c: 指標 | 指標名, and nothing below the first. */
bool column_labels_names(const deciding *d, const table_column *k);
/* 1,250 in the first row, typed as text or not, and no year. */
bool column_begins_with_figure(const deciding *d, const table_column *k);
/* 指標① | 来場者数 over the years, above 実績等 | 50 | 60: the header has the name,
 * and the only line a word for what it is. */
bool column_leads_line(const deciding *d, const table_column *k);
/* 指標ア, 指標イ in front of their names in the next column of indicators. */
bool column_letters_names(const deciding *d, const table_column *k);
/* 指標 over 参加者数 | 目標 and, below the name, 実績: settles the two, whatever
 * labels of a form stand below them. */
bool columns_name_lines(deciding *d, size_t first);
/* Ａ, Ｂ, Ｃ or ア, イ, ウ in front of names. */
bool column_counts_by_letters(const deciding *d, uint32_t col);
/* 1 | 参加者数 below one header cell that ends at column `last`, and below that
 * nothing, or a label as wide as both. */
bool column_counts_one(const deciding *d, const table_column *k,
                       uint32_t last);
/* 30点／26点: its first cell holds two figures. */
bool column_pairs_figures(const deciding *d, const table_column *k);
/* 達成, 改善 and no figures: words of their own, not only why there is none. */
bool column_grades_by_words(const deciding *d, const table_column *k,
                            const content *n);
/* R5 beside R4, which holds actuals, below one word (取組実績) over both: 調査中
 * and 中止 in it are no acts. */
bool column_goes_on_actuals(const deciding *d, const table_column *k);
/* Dashes alone, or nothing, in all of the columns from the `first` to the
 * `last`. */
bool columns_say_nothing(const deciding *d, size_t first, size_t last);
/* R4 over several columns: the first cell below, which need not stand in the
 * first row, is as wide as it, or nothing stands there yet. */
bool columns_are_one(const deciding *d, size_t first, size_t last);
/* ○, ◎, ★ or 該当, 無, and blank cells. */
bool column_holds_marks(const deciding *d, uint32_t col);
/* 達成率 | 区分 above a, b and c: they grade, where no other column does. */
bool column_grades_figures(const deciding *d, const table_column *k,
                           const content *n);
/* 評価 { 達成率 | 区分 } above ア, イ and ウ: the same. */
bool column_classes_verdict(const deciding *d, const table_column *k);
/* 区分: 増加目標, 減少目標: nothing but which way is better. */
bool column_tells_ways(const deciding *d, uint32_t col);
/* 達成度 above 3, 4 and 2, or beside 達成率 above 98.9%: it grades by points. */
bool column_grades_by_points(const deciding *d, const table_column *k,
                             const content *n);
/* All cells are sentences (相談は増えている。, 本事業は有効であった), and none is a
 * grade. */
bool column_holds_sentences(const deciding *d, const table_column *k,
                            const content *n);
/* Settles columns that their words leave open: by what stands below, also
 * where several columns stand below one header cell. */
void columns_by_content(deciding *d);

/* table_trio.c: 区分 above KPI① | 出店件数 | 目標値, or without the label: settles
 * the three, or both. */
bool columns_label_trio(deciding *d, size_t first, size_t last);
/* 区分 above 指標 | 活動指標 | 訓練回数 | 回: settles all of them. */
bool columns_label_units(deciding *d, size_t first, size_t last);
/* How many columns have a role. */
unsigned columns_count(const deciding *d, role r);
/* table_lines.c: all years' columns hold both lines, or lines say what the
 * figures are. */
void columns_lines(deciding *d);
/* table_unnamed.c: short names behind a level, or in front of the indicators
 * without a word for them, are levels themselves. */
void columns_undertakings(deciding *d);
void columns_unnamed(deciding *d);
/* How often another name begins in a column, in the first rows that have one in
 * the column `beside`. */
unsigned column_names_in(const deciding *d, uint32_t col, uint32_t beside);
/* table_division.c: settles columns of lines that stand in front of others, and
 * what a project's figures are divided into. */
void columns_side_lines(deciding *d);
void columns_division(deciding *d);
/* table_settle.c: settles columns by those beside them. */
void columns_settle(deciding *d);
/* 新規就農者数　年3人, 空き家率¶12%（R1）→10%（R6）: do the cells name the
 * indicator with its target? A form's comment below figures does not: 講座を6回に
 * 増やす。 */
bool column_tells_targets(const deciding *d, const table_column *k);
/* table_figures.c: 指標 | 現況 | 実績 | 指標 | 現況 | 実績: does a column stand behind
 * another indicator's name, or below one? */
bool columns_of_another(const deciding *d, size_t i, size_t n);
/* 現況値 in front of later actuals is the baseline. */
void columns_present(deciding *d);
/* table_times.c: 当初値 | 現状 | 目標 without actuals: 現状 is what has been reached
 * since. */
void columns_since(deciding *d);
/* What stands beside actuals, of other things in the same years. */
void columns_second_actuals(deciding *d);
/* What was spent, 決算 and 見込 as actuals, the only plan as the target. */
void columns_figures(deciding *d);
/* table_costs.c: whether a budget is what a year cost. */
void columns_costs(deciding *d);
/* 目標, 実績, 予算額, 決算額: lines of an indicator, and of costs. */
bool column_lines_with_costs(const deciding *d, const table_column *k,
                             const content *n);
/* table_times.c: the last year in a column's cells; 0 where one has a figure
 * and no year. */
int columns_last_year(const deciding *d, uint32_t col);
/* Takes the year over the figures from them where their lines have their own,
 * up to that one. */
void columns_undate_lines(deciding *d);
/* Whose the columns of years beside figures are. */
void columns_times(deciding *d);
/* 時点 | 到達点 above H27 | 52人: what no word tells beside years. */
void columns_beside_years(deciding *d);
/* 開始 | 終了, which alone would say little, beside a project. */
void columns_ends(deciding *d);
/* 開始年度 without 終了年度 is no period: a column of years like others, or from
 * when targets are. Beside 年度, or as 事業終了年度, it says nothing of an
 * indicator; 事業開始年度 is when the project began. */
void columns_lone_end(const deciding *d, table_column *k);
/* table_captioned.c: years below （１）計画 are plans. */
void columns_captioned(deciding *d);
/* table_goals.c: which columns headed 目標 are goals, and ゴール of the SDGs. */
void columns_goals(deciding *d);
void columns_global_goals(deciding *d);
/* table_contents.c: 取組内容 over several projects is a level above them. */
void columns_contents(deciding *d);
/* めざす姿 behind another level says how that one is met. */
void columns_visions(deciding *d);
/* table_abreast.c: names the columns of small tables abreast. */
void columns_abreast(deciding *d);
/* 再掲事業名 above names is the projects' column. */
void columns_relisted(deciding *d);
/* table_units.c: units behind names that no word heads. */
void columns_units(deciding *d);
/* 種別 | サービス名 | 区分: no kinds of figures, but what groups the names, or
 * the names themselves. */
void columns_kinds(deciding *d);
/* table_tally.c: leaves out a count of grades behind an empty column. */
void columns_drop_tally(deciding *d);
/* table_changes.c: 目標削減率 beside 目標 is no second target. */
void columns_changes(deciding *d);
/* table_quotients.c: (B)/(A) behind 実績値(B) and 目標値(A) is the rate. */
void columns_quotients(deciding *d);
/* table_numbered.c: ① or No.1 over the columns of an indicator, one of several
 * side by side: its number; 0 for other groups. */
unsigned table_numbered_group(const deciding *d, uint32_t row, uint32_t col);
/* table_stages.c: 第１次計画策定時 | 第２次計画策定時, and 中間値 of a year to come. */
void columns_stages(deciding *d);
/* The same: figures of years beside 目標指標 are planned. */
void columns_aimed(deciding *d);
/* table_interim.c: 中間実績 | 年度末実績 of one year: only the latter counts. */
void columns_interim(deciding *d);
/* line_note.c: what the rows of an indicator are, where a note says it. */
void columns_noted_lines(deciding *d);
/* table_criteria.c: 有効性 beside 総合評価 is but one of its reasons. */
void columns_drop_criteria(deciding *d);
/* table_offices.c: tells 局 | 部 | 課 | 係 beside each other apart. */
void columns_offices(deciding *d);
/* table_names.c: a project's names in front of its indicators'. */
void columns_names(deciding *d);
/* 補助金名 | 担当課 | 指標, and no level beside it: each grant is a project. */
void columns_grants(deciding *d);
/* table_levels.c: which columns are levels, and which is the project's. */
void columns_levels(deciding *d);
/* table_numbers.c: which levels columns of numbers are for, by their words
 * before the levels are decided; and what these columns are then. */
void columns_numbers_find(deciding *d);
void columns_numbers_settle(deciding *d);
/* table_repeats.c: is the target on each year's line of an indicator the same
 * one? */
bool table_repeats_targets(const deciding *d);
/* table_judge.c: how many columns are actuals of a year each. */
unsigned columns_of_years(const deciding *d);
/* Says whether the table is read, and what it lacks. */
void columns_judge(deciding *d);
/* table_codes.c: codes that stand for the names of indicators. */
void columns_codes(deciding *d);
/* table_blocks.c: gives each column of an indicator its block. */
void columns_blocks(deciding *d);

/* Does a table that was not accepted list projects, without indicators? */
bool table_lists_projects(const table *t);
/* 指標 | | | R3 | R4, the name below it in the first cell alone, as in a form
 * whose labels are wide but not merged: the others hold nothing of it. */
bool columns_first_only(const deciding *d, size_t first, size_t last);
/* 初期値 above 34件 or 61.7%, whatever labels follow below; r: by its words. */
bool columns_begin_counted(const deciding *d, const table_column *k, role r);
/* 目標値 and 実績値 are the first two, or 数値目標 and 実績値. */
bool columns_begin_lines(const deciding *d, const table_column *k);
/* KPI実績 over R3 | 70 and R4 | 84, whatever a form has further down. */
bool columns_begin_years(const deciding *d, const table_column *k);
/* 基準値（R1） | R3 | R4, 基準値 | R4 | 最終目標値 below 年度. */
bool columns_begin_dated(const deciding *d, const table_column *k);
/* Behind such years, whose cells are merged over this column too. */
bool columns_behind_years(const deciding *d, size_t first, size_t i);
/* table_names.c: 事業名／担当課 or 指標（単位） over two columns: a word for each. Numbers in
 * front of names leave both words to the second. */
bool columns_two_words(deciding *d, size_t first);

#endif
