/*
 * rows_parts.h - the pieces of layout_rows: a project's own columns
 */
#ifndef KPIBOOK_INGEST_ROWS_PARTS_H
#define KPIBOOK_INGEST_ROWS_PARTS_H

#include "ingest/reader/cell_value.h"
#include "ingest/rows/layout_rows.h"

enum { LEVELS = 4 };

/* Rows of one project: indexes into the segment's rows. */
typedef struct project_span {
    size_t first, last;
    uint32_t row;
    bool merged;
    text name;
    text below;             /* 【産業経済局】【C】, on the rows below the name */
    uint32_t head_row, head_col; /* + 1: of a name in the header; else 0 */
    text labels[LEVELS], numbers[LEVELS];
    text office;            /* of a line above, where it was left out */
    text section;           /* the same of a division beside it */
    kpi *kpis;
    size_t kpi_count, kpi_capacity;
    size_t *listed;         /* the list's projects that its number names */
    size_t listed_count;    /* 0: none */
    size_t built;           /* index in the dataset */
    const char *built_name;
} project_span;

typedef struct rows_reader {
    reader *reader;
    segment *segment;
    const table *table;
    const table_column *project;
    bool headed; /* its headings name its only project */
    text head_no; /* the number of that heading */
    const table_column *levels[LEVELS]; /* goal, theme, part, measure */
    text labels[LEVELS];                /* in force, inherited downwards */
    text numbers[LEVELS];               /* of a column in front of each */
    text level_bureau, level_division;  /* in brackets behind them */
    project_span *spans;
    size_t span_count, span_capacity;
    size_t *span_of; /* of each row of the segment, SIZE_MAX = none */
    size_t *group_of; /* the span of each block, where the header names the
                         projects; else NULL */
    size_t kpis;
    bool costs_noted;
    bool grades_apart; /* see rows_grades_apart() */
    const table_column *own_grade; /* 事業評価 beside KPI評価, else NULL */
    const table_column *office_grade; /* 評価／担当局 where no other column says
                                         whose they are, else NULL */
    bool by_code; /* codes of the table are those of listed projects */
} rows_reader;

/* Puts lines that belong together in a row; see rows_gather.c. False when
 * memory ran out. */
bool rows_gather(arena *a, const sheet_view *v, segment *s);
/* A table without a project's column whose header has a level of names above
 * the indicators': a span for each of these, over all rows. */
bool rows_groups(rows_reader *w);
/* rows_split.c, of headings that are tracked: a span for each office of their
 * indicators. False when memory ran out. */
bool rows_split(rows_reader *w);
/* Of a rows_reader's levels. */
extern const role rows_level_roles[LEVELS];
/* rows_levels.c: takes the level labels of a row in; true when one of them is
 * new. */
bool rows_take_labels(rows_reader *w, uint32_t row);
/* The last of them that is in force; empty for none. */
text rows_innermost_label(const rows_reader *w);
/* まちづくり（建設部） | 道路の整備（道路課）, where no column says whose projects
 * they are: takes the offices off the labels, for rows_project(). */
void rows_take_level_offices(rows_reader *w);
/* Where the project stands: its labels, else the headings above. */
void rows_set_levels(rows_reader *w, project *p);
/* rows_tiers.c, of a table with all levels in one column: takes a row's level
 * in; true where it says one. */
bool rows_take_tier(rows_reader *w, uint32_t row);
/* A row of a level without indicators of its own. */
bool rows_tier_alone(const rows_reader *w, uint32_t row);
/* A level that has some is what is tracked, and not below itself. */
void rows_leave_tier(const rows_reader *w, project_span *span);
/* rows_listed.c: a span for each listed project that the indicators name by
 * number or code; false where they name none. */
bool rows_listed(rows_reader *w);
/* Their indicators join those that the listed projects have; false when
 * memory ran out. */
bool rows_give_listed(rows_reader *w, const project_span *span);
/* rows_parents.c: the column of a list that names what stands in another one;
 * NULL for none. */
const table_column *rows_parent_column(const rows_reader *w);
/* Gives a project the levels of what it names there; false where it names
 * nothing. */
bool rows_take_parent(rows_reader *w, const project_span *span,
                      const table_column *parent, project *p);
/* Builds the indicators of all blocks and gives them to their projects. */
bool rows_kpis(rows_reader *w);
/* Does an indicator's cell begin in row i of the segment? */
bool rows_kpi_begins(const rows_reader *w, const table_column *k, size_t i);
/* rows_names.c: what is counted, where no column names it; empty: not told.
 * 設置箇所数（か所） | R4 | R5 above 計画値 and 実績値. So may be 利用者の評価, which is
 * said. */
text rows_name_of_lines(const rows_reader *w);
/* 来場者数の目標 | 来場者数の実績（R5）: what both are of; empty where they say
 * nothing of it, or not the same. */
text rows_name_of_figures(const rows_reader *w, unsigned block);
/* Indicators in the order of their rows, then columns. */
bool rows_order_kpis(arena *a, const sheet_view *v, project_span *span);
/* rows_offices.c: finds departments that are left out where they repeat. */
void rows_offices(rows_reader *w);
/* 産業経済局 of 産業経済局【A】 in the column office_grade, if there is one. */
void rows_graded_office(const rows_reader *w, const project_span *span,
                        text *bureau, text *division, uint32_t *row);
/* rows_costs.c: takes 事業費 out of a span's indicators for its project. */
void rows_costs(rows_reader *w, project_span *span, project *p);
/* 予算額 and 決算額 among the lines of its indicators: a budget for a year that
 * nothing else tells. */
void rows_cost_lines(rows_reader *w, const project_span *span, project *p);
/* 年度 | 実績 | 決算額: what each line's year cost; false where no line of a year
 * has a cost of its own. */
bool rows_year_costs(rows_reader *w, const project_span *span, project *p,
                     const table_column *k);
/* 令和２年度　67,055千円、令和３年度　81,801千円 in its cell: what each year cost;
 * false where it holds anything else. */
bool rows_stated_costs(rows_reader *w, project *p, const table_column *k,
                       uint32_t row);
/* 千円 of 単位：千円（事業費）, （決算額：千円） and （決算額・千円）; else empty. */
text rows_unit_in(text t);
/* （単位：千円） or （決算額：千円） right above the table; else empty. */
text rows_cost_unit(reader *r, const table *t);
/* Fills shared_with, once the projects have their names. */
void rows_name_sharers(rows_reader *w);
/* 事業名（担当局）: whose projects they are stands behind their names. */
bool rows_heads_offices(reader *r, const char *header);
/* Name, bureau, summary and all that stands in the project's columns. */
void rows_project(rows_reader *w, project_span *span, project *p);
/* rows_numbers.c: １－２災害への備え among names as １－１　防災力の向上. */
void rows_joined_number(const rows_reader *w, project *p);
/* The first text of a column in the project's rows; of 〃 that of the rows
 * above. *row is where it stands. */
text rows_label(const rows_reader *w, const project_span *span,
                const table_column *k, uint32_t *row);
/* １ of the column 政策 > 番号 in front of 政策 > 名称 in a row; empty: there is
 * none. */
text rows_level_number(const rows_reader *w, const table_column *level,
                       uint32_t row);
/* rows_period.c: R3～R5, or one year of a period in two columns. */
void rows_period(const rows_reader *w, project *p, text t);
/* 開始年度 | 終了年度: a period that both tell, in whatever order. */
void rows_period_ends(const rows_reader *w, const project_span *span,
                      project *p);
/* rows_grades.c.
 * Has a project of the table other grades beside its indicators, each its own?
 * Then they are the indicators' of the other projects too, though they agree. */
bool rows_grades_apart(rows_reader *w);
/* rows_grades.c: grades and states: of the project when one cell holds for all
 * or they agree, else of its indicators; 数値目標対象外 where it has none; and a
 * direction that only the printed rate tells. */
void rows_grades(rows_reader *w, project_span *span, project *p);
/* rows_status.c: what the dash in a grade's cell is, as the remark says; that the
 * project has stopped; that it is out of scope. */
void rows_status_reason(rows_reader *w, const project_span *span, project *p);
void rows_status_stop(rows_reader *w, const project_span *span, project *p);
/* 事業終了, 令和４年度をもって廃止, and no name of anything. */
bool rows_stopped(text t);
void rows_status_excluded(rows_reader *w, const project_span *span,
                          project *p);
/* One city of a list, without （代表）; the representative is the lead. */
void rows_municipality(reader *r, project *p, text one);
/* Several, with one of the marks between them. */
void rows_municipalities(reader *r, project *p, text t,
                         const char *const *marks, size_t count);
/* Adds a cost as a cell says it. *unit is the header's or label's, and becomes
 * the cost's own; false where none is said and it is the plan's, or 千円. */
bool rows_cost(reader *r, project *p, const cell_value *v, text *unit,
               int fiscal_year, place where);

#endif
