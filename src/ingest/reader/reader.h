/*
 * reader.h - what all layouts share while one workbook is read
 *
 * Functions that allocate give false or NULL when memory ran out and set
 * `failed`, so callers may check once, at the end.
 */
#ifndef KPIBOOK_INGEST_READER_H
#define KPIBOOK_INGEST_READER_H

#include "ingest/header/banner.h"
#include "ingest/header/header_roles.h"
#include "ingest/reader/read_report.h"
#include "ingest/table/sheet_view.h"
#include "ingest/table/table_find.h"
#include "kpi/plan.h"
#include "wording/fiscal_year.h"

/* A longer text is prose: no figure and no indicator is looked for in it. */
enum { READER_PHRASE_MAX = 6000 };

/* A table without what a table of indicators needs. */
struct missed {
    place where;
    const char *words, *lacks;
    bool sheet; /* a whole sheet, of that name */
};

/* A project that a list names, see project_list.h. */
struct listed {
    size_t index; /* in the dataset */
    text no, code; /* folded; empty: it has none */
    const char *header; /* above the code; "" */
    bool further; /* it says what another list leaves out, and is none alone */
    enum { LISTED_UNUSED, LISTED_KEPT, LISTED_TAKEN } use;
};

/* A sheet that says it is an old copy, see old_copies.h. */
struct old_sheet {
    place where;
    const char *words; /* that say so */
    bool left_out, keeps; /* it tells something of its own */
};

struct year_beside;

/* The years that notes state, see year_notes.h; to 0: none does. */
struct noted_years {
    year_span baseline, target;
};

/* Notes of the current sheet on which way is better, see kpi_way_note.h. */
struct way_notes {
    const grid *sheet;
    bool sought, marked; /* marked: a name may have a mark */
    struct way_note {
        text words, rest; /* in front of the wish, and behind it */
        kpi_direction direction;
    } *notes;
    size_t count, capacity;
    size_t stars; /* ※ without a number in notes that begin with one */
};

/* Notes of a sheet on marks of grants, see project_grants.h. */
struct grant_notes {
    const grid *of;
    text notes[8];
    size_t count;
};

typedef struct reader {
    dataset *data;
    arena *memory;       /* the dataset's */
    const plan *plan;
    size_t source;       /* index of the source */
    header_roles *roles;
    int context_year;    /* whose era a bare ２年度 takes; 0 = none */
    int stated_year;     /* the year that the sheet's title reports; 0 */
    int titled_year;     /* R2　…, …（R2） as a title without such words; 0 */
    int named_year;      /* of the sheet's name, or the file's; 0 */
    bool has_form_theme; /* ⑤ … above the current sheet's forms whose projects */
    heading form_theme;  /* have a number: 事業１　…, 事業２　… */
    int heading_year;    /* 【平成28年度実績】 above the current table; 0 */
    sheet_view view;     /* of the sheet that is read */
    headings headings;   /* from its banners */
    const char *sheet_department; /* 提出：…局, "" */
    const char *own_department; /* of the sheet that is read; "" */
    const char *own_label; /* 提出, in front of it on a line; "" */
    const char *cover_department; /* of the last sheet without tables; "" */
    const char *cover_division;   /* 担当課 on it; "" */
    const char *own_division;   /* 担当課 beside or below it; "" */
    const char *title_department; /* of the sheet, without a label; "" */
    place department_place;      /* where it stands */
    bool captioned; /* lines above the sheet's tables name what is tracked */
    headings over;       /* tables on their side, see turned_headings.h */
    const char *turned_title; /* above a turned table: its project, or "" */
    const char *heading_project; /* that a line above the table names; "" */
    const char *heading_grade;      /* beside or below it; "" */
    const char *group_grade;        /* ■ 評価Ａ above projects; "" */
    const char *group_status;       /* ■ 数値目標対象外の事業 above them; "" */
    bool group_relisted;            /* ■ 再掲事業 above them */
    const char *heading_summary;    /* 事業の概要：… below it; "" */
    const char *heading_period;     /* 事業期間：… below it; "" */
    const char *heading_department; /* ■ 環境局, or beside a heading; "" */
    const char *goal_title; /* in force, of a form above about that goal */
    const char *goal_bureau, *goal_division; /* itself; NULL: there is none */
    const char *head_bureau, *head_division; /* in the head of the document,
                            above its first form; NULL: there is none */
    const char *bureau_above; /* there alone, of the 課 that forms name; NULL */
    heading_style form_group; /* of the line above forms, see grant_group.c */
    bool department_beside; /* it goes with its heading, */
    unsigned department_level; /* which is of this level */
    unsigned brackets;   /* a bracket_meaning, of the sheet */
    unsigned bracket_rates; /* the same of 達成率 behind figures */
    unsigned bracket_pairs; /* what bracket_pair.c knows of it */
    size_t group;        /* last number given to KPIs of one cell */
    ingest_table *tables;
    size_t table_count, table_capacity;
    ingest_ignored *ignored;
    size_t ignored_count, ignored_capacity;
    size_t line, lines;  /* cells of so many lines are read one line at a
                            time: this one, from 1; 0 = whole cells */
    bool dotted;         /* ・ parts them, not a line break */
    uint32_t form_taken; /* row + 1 that holds the value of a label above */
    uint32_t cost_noted; /* header row + 1 whose costs have no unit */
    uint32_t cost_unit_of; /* header row + 1 above which it was sought */
    const char *cost_unit; /* of costs, as a line there says; "" = none */
    uint32_t year_noted; /* header row + 1 whose missing year was reported */
    uint32_t plan_noted; /* the same of a plan's */
    uint32_t due_at;     /* header row + 1 of the table whose targets are of */
    bool due_reported;   /* the title's year, or are not */
    struct reader_copy { const char *bytes; size_t length; } *copies;
    struct year_read *years_read; /* reader_year_parse() */
    struct department_read { /* by department_set() */
        const char *typed_bureau, *typed_division; /* NULL: none yet */
        const char *bureau, *division; /* NULL: they name none */
        const char *verdict; /* office_verdict(); NULL: none */
    } *departments_read;
    struct missed *missed; /* tables that were not read */
    size_t missed_count, missed_capacity;
    struct listed *listed; /* project_list.h */
    size_t listed_count, listed_capacity;
    struct sheet_office { /* 作成：環境課 above the only project of a sheet, */
        const char *sheet, *office; /* which names a bureau alone */
        struct project *of;         /* known when the file was read */
    } *sheet_offices;
    size_t sheet_office_count, sheet_office_capacity;
    struct old_sheet *old_sheets;
    size_t old_count, old_capacity;
    struct noted_years noted_above; /* the first table of this sheet */
    struct noted_years noted_over;  /* a table that is read on its side */
    const struct year_beside *besides; /* year_lines.h; of this sheet */
    size_t beside_count;
    struct way_notes ways;
    struct grant_notes grant_notes;
    struct moved_cell *moved; /* moved_cells.h; of this sheet */
    size_t moved_count, moved_capacity;
    bool in_outline; /* a project's own tables are read: outline.h */
    bool failed;
} reader;

/* What has been noted so far, to go back to. */
typedef struct reader_state {
    size_t tables, projects, findings, listed, missed, ignored;
} reader_state;

reader_state reader_state_of(const reader *r);
void reader_go_back(reader *r, const reader_state *s);

/* A copy that the dataset keeps; "" when memory ran out. */
const char *reader_text(reader *r, text t);
/* The same without line breaks: a name that was wrapped for looks. */
const char *reader_line(reader *r, text t);
/* A level with what its label says: 1-2 創業の支援 is its number and title. */
void reader_set_heading(reader *r, bool *has, heading *h, text label);
/* fiscal_year_parse() with the sheet's era; a column of years repeats a few. */
bool reader_year_parse(reader *r, year_span *out, text t);
/* How many lines that are not blank a cell has, and the nth of them. */
size_t reader_count_lines(text t);
/* Parts between ・: 講座数・受講者数; 1 of a longer text. The same where each
 * part is a figure, else 0: 20件・100人. */
size_t reader_count_dotted(text t);
size_t reader_count_figures(text t);
/* Do all lines begin with ① to a number of `lines`, one left out perhaps? */
bool reader_is_numbered(text t, size_t lines);
/* The line of a cell that is read now: all of it, unless `line` says so. */
text reader_pick(const reader *r, text t);
/* 〃, 同上: as the cell above. */
bool reader_is_ditto(text t);
/* A finding at a cell of the current sheet. Args are up to 3, or NULL. */
finding *reader_finding(reader *r, const char *rule, uint32_t row,
                        uint32_t col, text value, const char *arg0,
                        const char *arg1, const char *arg2);
/* A finding about the whole file. */
finding *reader_file_finding(reader *r, const char *rule, const char *value,
                             const char *arg0, const char *arg1);
/* Notes for `inspect` that a row was not read as data. */
void reader_ignore(reader *r, uint32_t row, uint32_t last_row,
                   const char *why, text what);
/* A table that is not read, and what it lacks: reported once the file holds
 * anything (`table-not-read`). */
void reader_missed(reader *r, uint32_t row, uint32_t col, text words,
                   const char *lacks);
/* The same of a whole sheet that holds such figures as at `where`
 * (`sheet-not-read`). */
void reader_missed_sheet(reader *r, place where);
/* Of what was missed as the `first` to the one before the `last`, that of rows
 * `from` to the one before `to` is forgotten; of what was ignored, that from
 * a row on. */
void reader_forget_missed(reader *r, size_t first, size_t last, uint32_t from,
                          uint32_t to);
void reader_forget_ignored(reader *r, size_t first, size_t last,
                           uint32_t from);
/* Appends to a growing list of strings in the dataset. */
void reader_add_text(reader *r, const char ***items, size_t *count,
                     const char *item);
/* What the words of a cell of the current sheet are as a header. */
const header_word *reader_word(const reader *r, uint32_t row, uint32_t col);
/* The columns of a table that was put together anew, for `inspect`: where
 * their header cells stand on the sheet. */
void reader_columns_back(const reader *r, ingest_table *t);
/* Takes 'lower is better' from a printed rate that only it gives; reported. */
void reader_direction(reader *r, kpi *k);
/* A year in short: "H28", "" for none. */
const char *reader_year(reader *r, int year);

#endif
