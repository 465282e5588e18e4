/*
 * table_parts.h - the pieces of table_columns: words, then what stands below
 */
#ifndef KPIBOOK_INGEST_TABLE_PARTS_H
#define KPIBOOK_INGEST_TABLE_PARTS_H

#include "ingest/header/letter_set.h"
#include "ingest/table/table_find.h"

/* How many cells of a column look like what. */
typedef struct content {
    unsigned cells, years, numbers, percents, labels, lines, ordinals, marks,
        arrows, kinds, totals, texts, long_texts, grades,
        names; /* texts without a figure */
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

enum { SAMPLE_ROWS = 60 };
/* column_looks.c: looks at the first rows of a column's data. */
column_seen column_look(const deciding *d, uint32_t col);
content column_sample(const deciding *d, uint32_t col);
/* The same up to the first gap. */
content column_near(const deciding *d, uint32_t col);
/* 事業費, 活動指標, 成果指標: half of a column's cells are header words, which
 * say what the names beside them are. */
bool column_names_sections(const deciding *d, uint32_t col);
/* Four of five cells. */
bool content_mostly(unsigned part, const content *n);
/* column_shapes.c: 指標 | 指標名, and nothing below the first. */
bool column_labels_names(const deciding *d, const table_column *k);
/* Ａ, Ｂ, Ｃ or ア, イ, ウ in front of names. */
bool column_counts_by_letters(const deciding *d, uint32_t col);
/* 30点／26点: its first cell holds two figures. */
bool column_pairs_figures(const deciding *d, const table_column *k);
/* 達成, 改善 and no figures: words of their own, not only why there is none. */
bool column_grades_by_words(const deciding *d, const table_column *k,
                            const content *n);
/* ○, ◎, ★ and blank cells. */
bool column_holds_marks(const deciding *d, uint32_t col);
/* 達成率 | 区分 above a, b and c: they grade, where no other column does. */
bool column_grades_figures(const deciding *d, const table_column *k,
                           const content *n);
/* All cells end as sentences do, and none is a grade. */
bool column_holds_sentences(const deciding *d, const table_column *k,
                            const content *n);
/* Settles columns that their words leave open: by what stands below, also
 * where several columns stand below one header cell. */
void columns_by_content(deciding *d);

/* How many columns have a role. */
unsigned columns_count(const deciding *d, role r);
/* table_settle.c: settles columns by those beside them. */
void columns_settle(deciding *d);
/* table_figures.c: 現況値 in front of later actuals is the baseline. */
void columns_present(deciding *d);
/* What was spent, 決算 and 見込 as actuals, the only plan as the target. */
void columns_figures(deciding *d);
/* table_costs.c: whether a budget is what a year cost. */
void columns_costs(deciding *d);
/* 目標, 実績, 予算額, 決算額: lines of an indicator, and of costs. */
bool column_lines_with_costs(const deciding *d, const table_column *k,
                             const content *n);
/* table_times.c: whose the columns of years beside figures are. */
void columns_times(deciding *d);
/* table_tally.c: leaves out a count of grades behind an empty column. */
void columns_drop_tally(deciding *d);
/* table_quotients.c: (B)/(A) behind 実績値(B) and 目標値(A) is the rate. */
void columns_quotients(deciding *d);
/* table_interim.c: 中間実績 | 年度末実績 of one year: only the latter counts. */
void columns_interim(deciding *d);
/* line_note.c: what the rows of an indicator are, where a note says it. */
void columns_noted_lines(deciding *d);
/* table_offices.c: tells 局 | 部 | 課 | 係 beside each other apart. */
void columns_offices(deciding *d);
/* table_names.c: a project's names in front of its indicators'. */
void columns_names(deciding *d);
/* table_levels.c: which columns are levels, and which is the project's. */
void columns_levels(deciding *d);
/* table_codes.c: codes that stand for the names of indicators. */
void columns_codes(deciding *d);
/* table_blocks.c: gives each column of an indicator its block. */
void columns_blocks(deciding *d);

/* Does a table that was not accepted list projects, without indicators? */
bool table_lists_projects(const table *t);
/* table_names.c: 事業名／担当課 or 指標（単位） over two columns: a word for each. Numbers in
 * front of names leave both words to the second. */
bool columns_two_words(deciding *d, size_t first);

#endif
