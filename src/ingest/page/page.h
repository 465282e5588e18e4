/*
 * page.h - pages: a report typed as lines of text, one cell a line, no table
 *
 *     基本目標１　しごとをつくる
 *     【事業名】朝市の開催                    or  ① 朝市の開催
 *     担当課：商工課
 *     指標：来場者数　現状値：50人（R1）　目標：90人（R6）　実績：60人（R4）、70人（R5）
 *     評価：B
 *
 *     KPI                                     or each on the label's own line
 *     ・来場者数：50人（R1）→90人（R6）
 *     実績
 *     ・来場者数：60人（R4）、70人（R5）　達成率77.8％
 *
 *     １　朝市の開催                          or in prose
 *     　広場で朝市を開く。
 *     　【KPIの達成状況】
 *     　ア　来場者数　目標90人に対し、実績70人（達成率77.8％）
 *     　（１）ＫＰＩ：出店数                   or with spaces for colons
 *     　　　目標値　9店（R6）
 *     　　　実績値　R4　6店、R5　7店
 *
 * A line is a label with its value (事業名：…, 【事業名】…), a label alone whose
 * items follow, an item or more words of the label above, a project's name
 * without a label (all are marked alike, and labels follow), a heading of a
 * level, or a title or note. A project goes from its name to the next one's,
 * without the headings in front of that.
 *
 * A page is read as what it says: a table with a line for each indicator,
 * whose header is the labels; sheet_walk() reads that. Several years in one
 * value (60人（R4）、70人（R5）) get a column each. Every cell knows where it came
 * from (view_origin). Lines of a project that are none of these are said
 * (row-ignored, label-not-read); so is a sheet of such lines that is no page
 * (table-not-read).
 */
#ifndef KPIBOOK_INGEST_PAGE_H
#define KPIBOOK_INGEST_PAGE_H

#include "ingest/reader/reader.h"

/* A label with its value, in one text. */
typedef struct page_pair {
    text no;                 /* １　事業名：…: the number in front */
    text label, value;       /* the value is empty of a label alone */
    const header_word *word; /* NULL: nobody knows the label */
    bool phrase; /* 数値目標の達成状況: the label begins a title */
} page_pair;

typedef enum page_kind {
    PAGE_WORDS,  /* more of what stands above, or nothing that is known */
    PAGE_LABEL,
    PAGE_START,  /* a project begins; the name is the pair's value */
    PAGE_HEADING, /* of a level, in front of a project */
    PAGE_SECTION, /* ■事業の概要: says what follows, and ends what stood above */
    PAGE_TABLE,  /* a row of a table: see outline.h */
    PAGE_COSTS   /* of one that is but of costs: see page_costs.c */
} page_kind;

typedef struct page_line {
    uint32_t row, col;
    text words;
    page_pair pair;
    page_kind kind;
    uint32_t head; /* of costs: the row of their years */
    bool gap;    /* blank rows above */
    bool stated; /* an indicator with its target and actual, no label */
} page_line;

/* A column of the table: a label, or a year of figures. */
typedef struct page_field {
    role role;
    int year;     /* of a figure that stands among those of other years */
    text header;
    uint32_t row, col; /* where it was read first */
    bool of_project;
} page_field;

typedef struct page_value {
    size_t field, owner; /* the index of a project, or of an indicator */
    text words;
    uint32_t row, col;
} page_value;

typedef struct page_kpi {
    text name;  /* as far as it is told */
    text words; /* all that its cell says */
    size_t project;
    uint32_t row, col;
} page_kpi;

typedef struct page_project {
    text name;
    size_t line, first_kpi, kpi_count;
    size_t first_value; /* its own and those of its indicators, up to the next
                           project's */
} page_project;

typedef struct page {
    page_line *lines; /* from the top down */
    size_t line_count, line_capacity;
    page_project *projects;
    size_t project_count, project_capacity;
    page_kpi *kpis;
    size_t kpi_count, kpi_capacity;
    page_field *fields;
    size_t field_count, field_capacity;
    page_value *values;
    size_t value_count, value_capacity;
    size_t *unread; /* lines of projects that say nothing known */
    size_t unread_count, unread_capacity;
    bool labelled;  /* a label says what is a project's name */
    text name_label, kpi_label;
} page;

/* Reads the current sheet, if it is a page: *read counts its projects. False
 * when memory ran out. */
bool page_read(reader *r, arena *scratch, size_t *read);
/* Reads what was found and taken; *read false, and nothing is noted, where
 * that is no table. */
bool page_read_lines(reader *r, arena *scratch, const page *p, bool *read);

/* ---- page_find.c: the lines, and where the projects begin ------------- */

/* *found false for other sheets. Indicators that are no project's are missed
 * (table-not-read), as long as nobody reads them. */
bool page_find(page *out, reader *r, arena *a, bool *found);
/* The same of lines with tables between them (outline.h). */
bool page_find_outline(page *out, reader *r, arena *a, bool *found);

/* A sentence of no label: 広場で朝市を開く。 */
bool page_is_prose(const page *p, size_t line);

/* ---- page_verdict.c: grades in rows of several cells ------------------ */

/* 評価 | B alone, behind a gap or below another label's line (`above`), and no
 * row of a table: its label and value. */
bool page_verdict_read(page_line *l, const reader *r, const page_line *above);

/* ---- page_pair.c: labels in a text ------------------------------------ */

/* A label that is known and its value. */
bool page_pair_read(page_pair *out, reader *r, text t);
/* 対象：市民, 【今後】人員の確保: a short label that nobody knows. */
bool page_pair_unknown(page_pair *out, text t);
/* Cuts pairs off the end of what a line says, the last one first: *t is what
 * is left. False: there is none. */
bool page_pair_cut(page_pair *out, reader *r, text *t);
/* Does a label with a colon stand in it that would be cut off? */
bool page_pair_has_colon(reader *r, text t);

/* ---- page_costs.c: small tables of costs ------------------------------ */

/* Rows of tables that are such ones. */
void page_find_costs(page *p, const reader *r);
/* 年度 | 事業費 above lines of years: no page tells them. */
bool page_has_year_costs(const page *p, const reader *r);
/* What a year cost, of a line of years' costs. */
typedef struct page_cost {
    uint32_t col;
    int year; /* 0 before the first */
    text typed, label, words; /* the year, 決算額（千円）, 4,100 */
} page_cost;
/* The next one to the right; false: there is none. */
bool page_cost_next(page_cost *out, const reader *r, const page_line *l);

/* ---- page_take.c: what the lines say ---------------------------------- */

/* False when memory ran out. */
bool page_take(page *p, reader *r, arena *a);

/* ---- page_grid.c: all of it as a table -------------------------------- */

typedef struct page_grid {
    grid grid;
    view_origin *origins;
    size_t origin_count;
} page_grid;

bool page_grid_make(page_grid *out, arena *a, const reader *r,
                    const page *p);

#endif
