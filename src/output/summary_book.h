/*
 * summary_book.h - what the sheets of the official workbook share
 *
 * Everything is worked out before the first cell is written: which projects
 * are shown and how each is counted, the rows of KPI一覧, the columns, the
 * names of the sheets. So each sheet can point into the others, and every
 * formula's result is known exactly beforehand.
 *
 * KPI一覧 is the one place where figures stand. Rates, grades, counts and
 * shares everywhere are formulas over it. Internal to src/output.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_BOOK_H
#define KPIBOOK_OUTPUT_SUMMARY_BOOK_H

#include "kpi/calc.h"
#include "kpi/compare.h"
#include "kpi/grade.h"
#include "output/summary.h"
#include "output/summary_page.h"

enum {
    SUMMARY_IN_ORDER_ROWS = 20000, /* above: constant memory; the writer
                                     keeps some 20 KiB a row otherwise */
    SUMMARY_LONG_ROWS = 3000, /* above: 出典 and the data in constant memory */
    SUMMARY_MAX_YEARS = 20,
    SUMMARY_LIST_HEAD = 2  /* the header row of KPI一覧, zero-based */
};

/* The sheets that stand once; goals follow 総括 in their order. */
typedef enum sheet_id {
    SHEET_COVER, SHEET_TOTALS, SHEET_GRANTS, SHEET_LIST, SHEET_FINDINGS,
    SHEET_STATUS, SHEET_SOURCES, SHEET_LEGEND, SHEET_IDS
} sheet_id;

/* Columns of KPI一覧; a column of a year stands once for each year, the two of
 * last year only where its data is given. */
typedef enum list_column {
    LIST_NO, LIST_GOAL, LIST_BUREAU, LIST_PROJECT, LIST_KPI,
    LIST_UNIT, LIST_KIND, LIST_DIRECTION, LIST_BASE_YEAR, LIST_BASE,
    LIST_TARGET, LIST_TARGET_TO, LIST_ACTUAL /* a year */, LIST_EXPECTED,
    LIST_USED, LIST_RATE, LIST_GRADE, LIST_REASON, LIST_PROJECT_RATE,
    LIST_PROJECT_COMPUTED, LIST_PROJECT_DECLARED,
    LIST_LAST_GRADE /* last year */, LIST_MOVE /* last year */, LIST_CLASS,
    /* right of the printed part */
    LIST_PROJECT_COUNTED, LIST_RELISTED, LIST_EXACT, LIST_PROJECT_EXACT,
    LIST_TARGET_FROM, LIST_STATE /* a year */,
    LIST_SPAN_FROM, LIST_SPAN_TO, LIST_GOAL_NO, LIST_BUREAU_NO, LIST_FIRST,
    LIST_ONCE, LIST_ONCE_RATE, LIST_BELOW, LIST_FORMULA, LIST_EXPLAIN,
    LIST_GOAL_TITLE, LIST_THEME, LIST_PART, LIST_MEASURE, LIST_DIVISION,
    LIST_GRANTS, LIST_TARGET_TEXT, LIST_FILE, LIST_SHEET, LIST_CELL,
    LIST_COLUMNS
} list_column;

typedef enum entry_class {
    CLASS_COUNTED, CLASS_RELISTED, CLASS_CATEGORY, CLASS_UNGRADED
} entry_class;

/* A project's counted grade against last year's. */
typedef enum grade_move {
    MOVE_NONE, /* one of the two is missing or not counted */
    MOVE_FELL, MOVE_SAME, MOVE_ROSE, MOVES
} grade_move;

typedef struct goal_view {
    heading goal;
    bool is_goal;       /* false: projects without a goal */
    const char *sheet;  /* its name */
    size_t projects;    /* entries printed there */
    uint32_t totals_row; /* its row in 総括 */
} goal_view;

typedef struct project_view {
    const project *project;
    size_t goal;        /* index of goal_view */
    size_t bureau;      /* index of bureaus */
    size_t next_of_bureau; /* index of the next project, SIZE_MAX at the end */
    bool form;          /* printed as a grant form */
    entry_class class;
    size_t category;    /* of the plan, for CLASS_CATEGORY */
    const char *class_text;
    uint32_t first_row, last_row; /* in KPI一覧, zero-based */
    const char *sheet;  /* where it is printed, and the row */
    uint32_t sheet_row;
    quantity rate;      /* as the formula gives it */
    bool rate_live;     /* the formula gives the assessment's rate */
    const char *computed, *counted; /* grades */
    const project *last;  /* the same project a year before, or NULL */
    const char *last_grade; /* as it counted; "" when it did not */
    grade_move move;
} project_view;

typedef struct kpi_view {
    size_t project;     /* index of project_view */
    const kpi *kpi;     /* NULL: a project without KPIs has one row too */
    bool once;          /* counted among the KPIs */
    size_t same_as;     /* an earlier row that is the same merged cell + 1 */
    const struct kpi *last; /* the same KPI a year before, or NULL */
} kpi_view;

/* Last year's data, set beside this year's (summary_last.c). */
typedef struct last_year {
    int year;
    size_t *counts;     /* a row of bands a goal, and one for what stands
                           under none of this year's goals */
    size_t others;      /* projects counted in that last row */
    const project **gone; /* graded then, without a partner now */
    size_t gone_count;
} last_year;

typedef struct summary {
    const dataset *data;
    const plan *plan;
    const summary_options *options;
    arena memory;
    lxw_workbook *book;
    style_book styles;
    bool in_order;
    int year;           /* reported */
    const char *sheets[SHEET_IDS]; /* "" when a sheet is left out */
    uint32_t sheet_rows[SHEET_IDS]; /* entries, for the contents */
    goal_view *goals;
    size_t goal_count, goal_capacity;
    const char **bureaus;
    size_t *first_of_bureau; /* index of its first project */
    size_t bureau_count;
    project_view *projects;
    size_t project_count;
    kpi_view *rows;
    size_t row_count;
    int years[SUMMARY_MAX_YEARS];
    size_t year_count;
    uint32_t column[LIST_COLUMNS]; /* where each stands in KPI一覧 */
    uint32_t printed_columns, column_count;
    uint32_t band_row;  /* first band of the live table in 凡例 */
    size_t band_rows;
    last_year *last;    /* NULL when no data was given */
    size_t done, all;   /* of what is written, for options->progress */
    bool has_declared;  /* any project declares a grade */
    bool has_costs;
} summary;

/* ---- Working it out (summary_model.c) ---- */
kpi_status summary_prepare(summary *s, kpi_error *err);
/* One of two texts by the plan's language. */
const char *say(const summary *s, const char *ja, const char *en);
bool summary_same_heading(const heading *a, const heading *b);
/* Formatted text that lives as long as the summary; "" when memory ran out. */
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
const char *summary_text(summary *s, const char *format, ...);
bool summary_is_english(const summary *s);
uint32_t summary_list_row(size_t index); /* of kpi_view, in KPI一覧 */
/* How many columns of KPI一覧 a column takes: years, one, or none. */
uint32_t summary_list_span(const summary *s, list_column c);
/* A grade as the plan's band spells it (Ａ and A are one); "" for no band. */
const char *summary_band(summary *s, const char *grade);
/* Pairs this year's projects and KPIs with those of options->previous. */
kpi_status summary_prepare_last(summary *s, kpi_error *err);
size_t summary_count_moves(const summary *s, size_t goal, grade_move move);
const char *move_word(const summary *s, grade_move move);
/* Counts among the projects; SIZE_MAX for any goal or bureau. */
typedef struct count_filter {
    size_t goal, bureau;
    entry_class class;
    size_t category;
    const char *grade;  /* NULL: any */
    bool computed;      /* by the computed grade, else by the counted one */
} count_filter;
size_t summary_count(const summary *s, const count_filter *f);

/* ---- Formulas over KPI一覧 (summary_formula.c, summary_live.c) ---- */
enum { LIVE_RATE_DECIMALS = 12 }; /* rates are rounded to, then compared */
bool live_equal(quantity x, quantity y);
/* Takes a buffer's text into the memory of `c` and frees the buffer. */
const char *live_take(calc *c, buf *b);
/* A formula and the exact result; formula "" = no live formula. */
typedef struct live {
    const char *formula;
    quantity value;
    bool agrees;        /* the result is what the assessment says */
} live;
/* How the columns of a KPI's row follow from its figures. */
typedef struct live_kpi {
    live used, expected, exact, shown;
    const char *grade_formula, *grade;
    int span_from, span_to; /* 0 when the expected value needs none */
} live_kpi;
bool live_kpi_make(live_kpi *out, summary *s, arena *a, size_t row);
/* The grade and the shown rate of an exact rate. */
bool live_grade(const char **grade, quantity *shown, summary *s, arena *a,
                quantity rate);
/* The project's combined rate, as the plan's rule says. */
bool live_project(live *out, summary *s, arena *a, size_t project);
/* =IF(...,"上昇") of a row: its counted grade against last year's. */
void live_put_move(buf *b, const summary *s, uint32_t row);
/* =LOOKUP(...) of the grade of a cell that holds an exact or shown rate. */
void live_put_grade(buf *b, const summary *s, const char *exact,
                    const char *shown);
void live_put_shown(buf *b, const summary *s, const char *exact);
/* 'KPI一覧'!$X$4:$X$177 of a column. */
void live_put_range(buf *b, const summary *s, list_column column);
/* 'KPI一覧'!X4 */
void live_put_cell(buf *b, const summary *s, list_column column,
                   uint32_t row);
/* X4 */
void live_put_ref(buf *b, const summary *s, list_column column,
                  uint32_t row);
void live_put_sheet(buf *b, const char *sheet); /* 'name'! */
void live_put_string(buf *b, const char *t);    /* "text" */

/* `units` more rows, projects … of what is written: tells how far it is. */
void summary_step(summary *s, size_t units);

/* ---- Sheets ---- */
kpi_status summary_write_cover(summary *s, lxw_worksheet *w, kpi_error *err);
kpi_status summary_write_totals(summary *s, lxw_worksheet *w, kpi_error *err);
kpi_status summary_write_goal(summary *s, lxw_worksheet *w, size_t goal,
                              kpi_error *err);
kpi_status summary_write_grants(summary *s, lxw_worksheet *w, kpi_error *err);
kpi_status summary_write_list(summary *s, lxw_worksheet *w, kpi_error *err);
kpi_status summary_write_findings(summary *s, lxw_worksheet *w,
                                  kpi_error *err);
kpi_status summary_write_status(summary *s, lxw_worksheet *w, kpi_error *err);
kpi_status summary_write_sources(summary *s, lxw_worksheet *w,
                                 kpi_error *err);
kpi_status summary_write_legend(summary *s, lxw_worksheet *w, kpi_error *err);
/* The hidden sheet that gives the dataset back (store_book.h). */
kpi_status summary_write_data(summary *s, lxw_worksheet *w, kpi_error *err);
/* The whole book of the open profile (summary_open.c). */
kpi_status summary_write_open(summary *s, kpi_error *err);

/* ---- What sheets have in common (summary_paper.c) ---- */
typedef enum paper_fit { PAPER_ONE_WIDE, PAPER_SCALED } paper_fit;
/*
 * Landscape on the plan's paper, margins with room for binding, header (none
 * without a title), footer with page numbers. PAPER_SCALED computes the scale
 * from the widths set so far, because page breaks by hand do not go with "fit
 * to a page".
 */
void paper_setup(summary *s, page *pg, uint32_t last_col, paper_fit fit,
                 const char *title);
/* Height of a page in tenths of a point at the scale that was set. */
unsigned paper_height(const summary *s, unsigned scale);
unsigned paper_scale(const summary *s, const page *pg, uint32_t last_col);
/* Row 0: title to the left, link back to the contents to the right. Returns
 * its height, which is more where a long title takes several lines. */
unsigned paper_title(summary *s, page *pg, uint32_t last_col,
                     const char *title);
/* The frame of a sheet that is one long list: title, a line of words, the
 * header row PAPER_LIST_HEAD, rows below it. */
enum { PAPER_LIST_HEAD = 2 };
typedef struct paper_column {
    const char *ja, *en;
    unsigned width;     /* tenths of a character */
} paper_column;
typedef struct paper_list {
    sheet_id sheet;
    const char *ja, *en; /* the title */
    const paper_column *columns;
    uint32_t count;
} paper_list;
void paper_list_begin(summary *s, page *pg, lxw_worksheet *w,
                      const paper_list *l, const char *note);
/* `row` is the first free one; `none` stands there when the list is empty. */
void paper_list_end(summary *s, page *pg, const paper_list *l, uint32_t row,
                    const char *none);
/* The widest grade of the plan on one line, tenths of a pixel. */
unsigned paper_grade_pixels(const summary *s, style_id style);
/* Conditional fills for grades over a range; `first` is its first cell. The
 * grade stands alone, or in front of a line break. */
void paper_grades(summary *s, page *pg, page_area at);
/* 達成率 as shown: "－" and the reason where none is. */
/* The words of a band for a narrow cell: 80%以上 and 100%未満 on two lines. */
void put_band_label(buf *b, const char *label);
const char *band_word(const summary *s, const char *grade);
/* "累計305人", "△5.2億円", "－（調査中）" */
void put_actual(buf *b, const summary *s, const kpi *k, const actual *a);
/* U・Iターン就職者数：115人（H26年度）⇒1,000人（H27～31年度） */
void put_kpi(buf *b, const summary *s, const kpi *k);
/* Era and Western: 平成28年度(2016); in English FY2016. */
void put_year(buf *b, const summary *s, int year);
void put_year_short(buf *b, const summary *s, int year);
/* 基準日：平成29年6月30日(2017-06-30); nothing where it is not given. */
void put_as_of(buf *b, const summary *s);
void put_place(buf *b, const place *where); /* E12 or E12:E15 */
const char *kind_word(const summary *s, kpi_kind kind);
const char *direction_word(const summary *s, kpi_direction direction);
const char *formula_word(const summary *s, rate_formula formula);
const char *state_word(const summary *s, figure_state state);

#endif
