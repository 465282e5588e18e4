/*
 * kpi_parts.h - the pieces of kpi_build: figures in columns, and actuals
 */
#ifndef KPIBOOK_INGEST_KPI_PARTS_H
#define KPIBOOK_INGEST_KPI_PARTS_H

#include "ingest/kpi/kpi_build.h"
#include "ingest/reader/cell_value.h"

typedef struct build {
    reader *reader;
    const table *table;
    const uint32_t *rows;
    unsigned block;
    size_t first, last;
    const table_column *column; /* of the indicator, or NULL */
    kpi_text *texts;            /* when read from free text */
    bool from_text;
    bool cumulative;            /* its name or unit ends with （累計） */
    text part;                  /* of an indicator told apart: 男性, or empty */
    uint64_t roles;             /* a bit for each role that a column has */
} build;

/* Does the indicator's name, one of several in its cell or alone, end with
 * （累計）? Then its figures are totals. */
bool build_is_total(const build *b, const kpi *k);
/* True when a column belongs to the block (or to all rows). */
bool build_mine(const build *b, const table_column *k);
/* True when any cell of the role has something in the indicator's rows. */
bool build_has(const build *b, role r);
/* The first cell of a role that is not empty. */
bool build_cell(const build *b, role r, uint32_t *row,
                const table_column **column);
text build_text(const build *b, role r);
/* What a column says in a row; 〃: what stands above. */
text build_cell_text(const build *b, const table_column *k, uint32_t row);

/* ---- kpi_unit.c ------------------------------------------------------ */

/* What a column of units says: 件 of 件（累計）, whose figures are totals. */
text build_column_unit(build *b, text name);
/* 実績値（人）: of all that stands below; empty for none. */
text build_header_unit(const build *b);
/* The unit that no word says: of the first figure that has one, else of the
 * header, or the line above the table. */
void build_settle_units(build *b, kpi_list *list);

/* A figure's own unit, completed where it is only a magnitude (88億). */
text build_own_unit(build *b, text own, const char *unit, uint32_t row,
                    uint32_t col, text typed);
/* 備蓄数（張） below 指標（単位）: the name, and a unit that no table has; said. */
bool build_headed_unit(build *b, text name, text *rest, text *unit);
/* The baseline of the name's own cell, where `f` is its figure. */
void build_baseline(build *b, kpi *k, const figure *f,
                    const year_span *years, bool has_value, text typed);
/* A figure as it was typed in the cell. */
const char *build_figure_text(reader *r, text typed, const figure *f);
/* 目標：R3 300人、R4 400人、R5 500人: the planned values, where none are yet. */
void build_steps(build *b, kpi *k, const kpi_step *steps, size_t count,
                 text typed, place where);
/* The lines of a cell that hold `whole`, a slice of it; all of the cell when
 * `alone`, or when it is no slice. */
text build_lines(text typed, text whole, bool alone);
/* Baseline, target and planned values from their columns or lines. */
void build_figures(build *b, kpi *k);
/* kpi_headed_aim.c: baseline and target that the header of its figures states. */
void build_headed_aim(build *b, kpi *k);
/* Actuals of all years that the table shows, for all KPIs of the cell. */
void build_actuals(build *b, kpi_list *list);

/* ---- kpi_free_text.c ------------------------------------------------- */

/* Figures in the name's cell itself? Only where they have no other place. */
bool build_is_free_text(const build *b);
/* Do the last words of the header of the name's column hold one of these? */
bool build_header_says(const build *b, const char *const *words,
                       size_t count);
/* 収納率　98.9％, 収納率：98.9％: no letter joins the figure to the name; where brackets
 * may hold it, 収納率（98.9％）, too. */
bool build_figure_apart(const kpi_text *item, bool bracket);
/* 参加率　目標設定なし below 指標と目標値: the name; *k's target says why it has none. */
text build_name_aimless(const build *b, kpi *k, text name);
/* Other places hold some figures; the name's cell may yet state the target. */
bool build_may_state(const build *b, text name);
/* One indicator with a target and when it is due or where it began, which
 * nothing else says; or several in a label's value, each with a target. */
bool build_states_whole(const build *b, const kpi_text *items, size_t count,
                        text typed);
/* 給付の対象¶中学生まで拡大（R3年度） beside an actual 中学生まで拡大: an aim in words
 * below the name, which is cut off there. */
bool build_aim_below(const build *b, kpi_text *items, size_t count);
/* ---- kpi_which.c ----------------------------------------------------- */

/* 2件・21人 beside an indicator that counts 人: the 21. */
size_t build_pair_alone(const kpi *k, const actual_text *items, size_t count);
/* 62％→74％→81％ of one indicator: it came to the last one; else 0. */
size_t build_last_of_change(text t, const actual_text *items, size_t count);
/* 68.9%（R6年度）: a cell says itself of which year its figure is, in brackets
 * behind it. Behind a dash below R4 it says why that year has none: —（R6）. */
bool build_own_year(const build *b, year_span *out, text t,
                    const table_column *column);
/* The year of 目標 900人 ⇒ R5実績 640人, or of 640人（R5）; false: none. */
bool build_said_year(year_span *out, const reader *r, const kpi_text *t);
/* ---- kpi_dated.c: R4：5人　R5：6人 in one cell ------------------------------ */

typedef struct build_dated {
    int kpi; /* of the list; negative: no name says which */
    year_span years;
    text words, rate; /* 達成率77.8％ behind it: 77.8％ */
} build_dated;

typedef enum dated_state {
    DATED_NONE, DATED_READ,
    DATED_UNSURE /* years, but not what of whose they are */
} dated_state;

/* kpi_rate_words.c: 達成率, or that of the figure's year (R5達成率), with its
 * figure, from `at` on: the end of it, 0 for none. */
size_t build_rate_words(const build *b, text t, size_t at, int year,
                        text *rate);
/* 70人（R5達成率77.8％）: what stands in front of such a rate; all for none. */
text build_cut_rate(const build *b, text words, int year, text *rate);
/* 142人（94.7％） below 実績（達成率）, or where a note says that brackets hold it:
 * takes the rate in the bracket. */
void build_bracketed_rate(build *b, kpi *k);
/* 実績640人　71.1％, or （71.1％）, below （目標 → 実績　達成率）: parts a rate that
 * no word names from the actual in front of it. */
void build_said_rate(const build *b, text *reached, text *rate);
/* Gives the indicators their rates. */
void build_dated_rates(build *b, const kpi_list *list,
                       const build_dated *items, size_t count, uint32_t row,
                       uint32_t col);
/* `of_year` is the column's; 0 = it has none. */
dated_state build_dated_read(build *b, const kpi_list *list, text words,
                             int of_year, build_dated **out, size_t *count);
/* kpi_name_base.c: takes （現状R1：5.2％）, or a line of that kind, off the end
 * of a name for the baseline; below 指標と現状値 also a mere figure. */
text build_name_base(build *b, kpi *k, text name);
/* kpi_name_wanted.c: the same of 【減少をめざす】 for the direction. */
text build_name_wanted(reader *r, kpi *k, text name);
/* kpi_header_years.c: gives a free text's figures the years that only the
 * header states. */
void build_header_years(const build *b, kpi_text *items, size_t count);
/* ---- kpi_labelled.c: 目標：80 / 実績：78.9 / 達成率：98.6％ on lines of a cell -- */

typedef struct labelled {
    text actual, planned, rate; /* empty where no line says it */
    bool open, pending; /* no actual yet; a note says that it will come */
} labelled;

/* False when not every line has such a label, or none is 実績 (but for 目標：8件,
 * which says that there is none). */
bool build_labelled(build *b, labelled *out, text words);
/* Two lines without labels, where a note says 上段：計画値、下段：実績値. */
bool build_two_lines(build *b, labelled *out, text words);
/* 30／26 where the column's header says 目標／実績. */
bool build_header_pair(labelled *out, const table_column *k, text words);
/* 297（330） where a note or the header says 実績（目標）; the planned one is a
 * figure of the indicator's unit. */
bool build_bracket_pair(build *b, labelled *out, const kpi *k,
                        const table_column *column, text words);
/* Several lines are figures: which one is meant is not said. */
bool build_says_two(build *b, text words);
/* Adds the planned value, which stands for a target that no column names. */
void build_labelled_plan(build *b, kpi *k, int fiscal_year, text words,
                         place where);
void build_labelled_rate(build *b, kpi *k, text words, place where);

/* kpi_attributes.c: each line is a year's: the row of the newest year's cell in
 * a column, whichever comes first; else of the last that has one. */
void build_newest_line(const build *b, const kpi *first, uint32_t *row,
                       const table_column *k);
/* kpi_year_grade.c: gives the indicator that of the newest year, where those of
 * the years' lines differ. */
void build_year_grade(build *b, kpi *k);

/* kpi_lines.c: how many indicators the name's cell holds, each on a line of
 * its own, or *dotted: with ・ between them. */
size_t build_count_lines(const build *b, bool *dotted);
/* H28は累計 in the remark: the actuals that it calls totals are; R2～R6の累計目標:
 * the target is of these years. */
void build_remark_totals(build *b, kpi_list *list);
/* Figures that stand a second time in the indicator's rows are said. */
void build_note_unread(build *b, const kpi_list *list);
/* ---- kpi_target.c ---------------------------------------------------- */

/* Takes the target from a cell; `years` where the cell names none. */
void build_target(build *b, kpi *k, uint32_t row, const table_column *column,
                  year_span years);
/* The same from what was read of it. */
void build_target_value(build *b, kpi *k, uint32_t row,
                        const table_column *column, year_span years,
                        cell_value v);
/* kpi_target_year.c: 目標 | 実績 without a year of their own are both of the
 * year that the sheet's title or a label reports; that is said. */
year_span build_reported_year(build *b, const table_column *aim);
/* 年度 | 目標 | 実績 on the one line of an indicator: that year is the
 * target's, which is a notice. */
year_span build_line_year(build *b, const table_column *aim, uint32_t row);
/* The same of 年度計画 | 年度実績 beside the target of the whole: 0 where no
 * year is reported. Without any other target the plan is the target. */
int build_plan_year(build *b, const table_column *aim);
/* The same of 目標 900人 ⇒ 実績 640人 in the indicator's own cell. */
void build_said_due(build *b, kpi *k);
/* Adds a cell's planned value of a year. */
void build_add_planned(build *b, kpi *k, uint32_t row, uint32_t col,
                       int fiscal_year);
/* The first of the indicator's rows where a column says something. */
bool build_filled(const build *b, uint32_t col, uint32_t *row);
/* kpi_year_cell.c: 2019年度 above 820 (or below it) in the indicator's rows of
 * a column: the row of the figure, and its year. */
bool build_year_cell(const build *b, const table_column *column,
                     uint32_t *row, year_span *years);
/* 最終目標 { 変更前 | 変更後 }: the one that holds no longer. */
bool build_is_old(const table_column *k);
/* 見直し前 beside the target that was taken. */
bool build_is_replaced(const table_column *k, const table_column *taken);
/* 変更なし below 見直し後: the column in front of it; else the same. */
const table_column *build_unchanged(const build *b,
                                    const table_column *revised);
/* The column that holds the target itself: 最終目標, or one without a year,
 * or the last year's. */
const table_column *build_target_column(const build *b);
/* 達成年度 beside an indicator that states its target itself. */
void build_due(build *b, kpi *k);
/* The year that a note above or below the table says of all targets, of one
 * that an indicator's own text states without. */
void build_noted_due(build *b, kpi *k);
/* The plans beside an indicator whose text states its target. */
void build_plans(build *b, kpi *k);
/* 11月確定: the figure is still to come. */
void build_announced(const kpi_list *list);
/* A word in front of the figure that is no part of the indicator's name, or
 * words behind it on its line that are neither note nor bracket. */
bool build_is_uncertain(const build *b, const kpi *k, const actual_text *t);
/* The column that names the year of each line, or NULL. */
const table_column *build_year_column(const build *b);
/* 毎年 in the years' column of a line. */
bool build_line_each_year(const build *b, uint32_t row);
/* 前回値 > 数値 | 年度, 最新値 > 数値 | 年度: the column of years beside that of
 * the figures, where each has its own; else the one of all. */
const table_column *build_year_beside(const build *b, const table_column *k,
                                      const table_column *year);

/* What a cell of a ROLE_LINE column says its line holds. */
role build_line_role(const build *b, uint32_t row);
/* Are there lines of different meaning? */
bool build_has_lines(const build *b);
typedef enum line_year {
    LINE_NO_YEAR, LINE_YEAR, LINE_YEAR_UNKNOWN,
    LINE_YEAR_FIRST, /* 現状（R1）: the baseline's */
    LINE_YEAR_DUE    /* 最終目標（R6）; R6（目標）, where no column holds targets
                        or one cell is below both */
} line_year;
/* The year of the nth row, from a ROLE_YEAR column; where each year has
 * several lines, the one above holds for a cell that was left empty. */
line_year build_year_of_line(const build *b, size_t n,
                             const table_column *year, year_span *out);
/* The same for the actual in a column: LINE_YEAR also where one stands beside
 * the figure of 最終目標. */
line_year build_stage_of_line(const build *b, size_t n,
                              const table_column *year, uint32_t col,
                              year_span *out);

/* Does a column beside the indicator say that its figures are totals? */
bool build_kind_totals(const build *b);

/* Kind, direction, code and remark from their columns. */
void build_attributes(build *b, kpi_list *list);
/* What a remark says of the line that it stands beside; empty where it may be
 * the indicator's. */
text build_line_remark(const build *b, uint32_t row);
/* 調査中 in it: why the figure of the line, empty or a dash, is none. */
void build_line_reason(const build *b, kpi_list *list, uint32_t row,
                       uint32_t col);
/* A clause of it is 累計, of no other years. */
bool build_line_total(const build *b, uint32_t row);
/* 年度 | 区分 | 実績値 above 28 | 累計 | 767, or 実績値 | 集計 below a year: what
 * the column of kinds says of a figure at a row. */
bool build_says_total(const build *b, const table_column *shown,
                      uint32_t row);
/* The declared rate beside the newest figures. */
void build_rate(build *b, kpi_list *list);

#endif
