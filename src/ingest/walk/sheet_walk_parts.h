/*
 * sheet_walk_parts.h - the pieces of sheet_walk: forms among the tables
 */
#ifndef KPIBOOK_INGEST_SHEET_WALK_PARTS_H
#define KPIBOOK_INGEST_SHEET_WALK_PARTS_H

#include "ingest/form/layout_grant.h"
#include "ingest/kpi/kpi_build.h"
#include "ingest/walk/sheet_walk.h"

typedef struct walk {
    reader *reader;
    arena *memory;
    table_list tables;
    size_t next;           /* table whose header comes next */
    const table *current;
    ingest_table *report;
    size_t report_index;
    segment segment;
    uint32_t block_start;  /* first row that may belong to the next form, or
                              describe the next table of this one */
    uint32_t behind;       /* the row below one that is behind the table */
    uint32_t skip;         /* rows in front of it are a turned table's */
    bool gap;              /* blank rows since the last data */
    const char *wider_department; /* of the heading above a project whose */
    unsigned wider_level;         /* line below its name says its own */
    bool wider_beside;
    bool in_form;          /* `form` is open: the last table was its */
    form form;
    uint32_t form_end;     /* first row behind it; 0 = not known */
    uint32_t bare_end;     /* form_end behind which forms without a table were
                              looked for */
    size_t outer;          /* index + 1 of the project of a form in which a
                              table of other projects stands; 0 = none */
    uint32_t outer_end;    /* first row behind that form */
    bool outer_level;      /* that project is the 施策 that the form is about */
    size_t form_report;    /* the index of its first table's report */
    size_t tables_read;
    uint32_t grade_row;    /* the row behind the line of group_grade */
    uint32_t band_end;     /* the row behind a heading and lines about it */
    uint32_t sorted_row;   /* the row behind a line of walk_sorts.c */
    uint32_t verdict_end;  /* the row behind a line of walk_verdicts.c, */
    size_t verdict_of;     /* and the index + 1 of its project; 0 = none */
} walk;

/* Reads what was gathered of the current table. */
void walk_flush(walk *w);
/* Notes date the columns of the next table that name no year. */
void walk_settle_notes(walk *w);
/* A table for `inspect`. */
void walk_describe(walk *w, const table *t, const char *layout);
/* Notes a table that is not read. */
void walk_miss(walk *w, const table *t, near_miss *near);

/* ---- sheet_headings.c ------------------------------------------------- */

/* Is the next table's header a few lines below? */
bool walk_leads_up_to(const walk *w, uint32_t row);
/* Takes a heading in, with whose its projects are where it says so. */
void walk_take_banner(walk *w, uint32_t row, text what);
/* Takes a line of one cell above or between tables in that holds for what
 * follows: 【環境局】, 【平成28年度実績】, ■ 評価Ａ. */
bool walk_take_line(walk *w, uint32_t row);
/* Takes 提出：土木局 above a further table: it holds for what follows, down to
 * the next such line. */
bool walk_take_submitter(walk *w, uint32_t row);

/* ---- walk_other.c ----------------------------------------------------- */

/* Leaves out a table behind the current one that compares or counts, when
 * its header is the row. */
bool walk_skip_figures(walk *w, uint32_t row);

/* ---- walk_project.c --------------------------------------------------- */

/* The next table a few lines below, where it leaves to a line above to name
 * what its indicators are of; else NULL. */
const table *walk_indicators_below(const walk *w, uint32_t row);
/* Takes a line that names the project of the next table, with its grade:
 * （１）未就業者の職場実習【産業経済局】 | 評価：A. */
bool walk_take_project(walk *w, uint32_t row);
/* Takes 施策１　企業の誘致 | 担当：商工課 | 評価：A above a table of projects: the level,
 * and whose they are; nothing keeps the grade of a level. */
bool walk_take_level(walk *w, uint32_t row);
/* Takes 担当課 | 商工課 from a column on, beside such a heading in two cells. */
void walk_take_beside(walk *w, uint32_t row, uint32_t col);
/* Takes 取組④ | 創業の促進 above a table of projects: what they belong to. */
bool walk_take_act(walk *w, uint32_t row);
/* Takes what a line below it says of it: 評価：A, 事業の概要：…. */
bool walk_take_project_line(walk *w, uint32_t row);
/* What follows is of no such project. */
void walk_end_project(walk *w);

/* ---- walk_pairs.c ----------------------------------------------------- */

/* Takes the name of the next table's project with the line below it, and that
 * line: 担当：産業経済局 | 評価：B. */
bool walk_take_pairs(walk *w, uint32_t row);
/* Does a row say that, and no more but a grade: 担当：商工課, （商工課）? */
bool walk_says_office(const walk *w, uint32_t row);
/* Whose the project of the next table is, in front of what headings say. */
void walk_take_office(walk *w, const char *office);
/* What follows is again of whom the heading above such a project says. */
void walk_end_pairs(walk *w);

/* ---- walk_grades.c ---------------------------------------------------- */

/* Takes a line, alone in its row, that says the grade of all projects below
 * it: ■ 評価Ａ（達成）. */
bool walk_take_grade(walk *w, uint32_t row, text line);
/* Another line right above the table at `top` ends what such a line said. */
void walk_end_grade(walk *w, uint32_t top);

/* ---- walk_sorts.c ----------------------------------------------------- */

/* Takes a line, alone in its row, that says which sort of projects follow:
 * ３　再掲事業, ２　数値目標対象外の事業. */
bool walk_take_sort(walk *w, uint32_t row, text line);
/* Another heading at a row ends what such a line said, unless it is right
 * below it. */
void walk_end_sort(walk *w, uint32_t row);
/* So does another line right above the table at `top`. */
void walk_end_sort_above(walk *w, uint32_t top);

/* ---- walk_stray.c ----------------------------------------------------- */

/* The sheet's title once more, above a further page's header: 進捗状況一覧 |
 * 2／3ページ. */
bool walk_repeats_title(const walk *w, uint32_t row);
/* A legend, a note or a count: behind a gap, a row without a figure. */
bool walk_is_stray(const walk *w, uint32_t row);
/* Where another table begins below the current one's data that the list of
 * tables does not have: ends the current one, and `skip` tells its rows. */
bool walk_skip_other(walk *w, uint32_t row);
/* A table that is not read begins at a row, with the words of a cell: what it
 * lacks is noted, and its rows up to a gap or the next table are skipped. */
void walk_leave_table(walk *w, uint32_t row, uint32_t col, const char *lacks);

/* ---- walk_bare.c ------------------------------------------------------ */

/* Reads forms without a table between `from` and a form whose table begins at
 * `top`: the first row of that form. */
uint32_t walk_bare_above(walk *w, uint32_t from, uint32_t top);
/* The same behind a form that ends in front of *row; *row is the row behind
 * them. False: there is none. */
bool walk_take_bare(walk *w, uint32_t *row);
/* A sheet that is such a form, or several: one says 数値目標対象外. */
void walk_bare_sheet(walk *w);

/* ---- sheet_forms.c ---------------------------------------------------- */

/* Takes the next table as a form's, where it is one: *next is the row behind
 * all that was taken. False where it is no form's. */
bool walk_take_form(walk *w, const table *t, uint32_t *next,
                    near_miss *near);
/* 事業名 | 研修の受入 behind a gap below a table, above indicators that do not say
 * whose they are: the table ends, and a form begins. */
void walk_meet_form(walk *w, uint32_t row);
/* Ends the open form in front of a row behind its end: headings there are of
 * what follows. */
void walk_leave_form(walk *w, uint32_t row);
/* Are rows in front of the next table a form's own? */
bool walk_in_form(walk *w, uint32_t row);
/* Takes a row below a table of projects that is none of them: 評価 | A of the
 * form around the table, or of nobody. */
bool walk_take_label(walk *w, uint32_t row);
/* walk_verdicts.c: 進捗評価 | 順調 right below the rows of one project, which no
 * column names. */
bool walk_take_verdict(walk *w, uint32_t row);
/* ３　施策を構成する事業 below ２　成果指標 in a form: its next part, and no heading
 * of projects. */
bool walk_is_section(const walk *w, uint32_t row, text what);
/* Projects from `first` on, of a table in a form, are below what it is. */
void walk_inherit(walk *w, size_t first);
/* Ends the form that is open, if any. */
void walk_close_form(walk *w);

#endif
