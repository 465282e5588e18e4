/*
 * layout_grant.h - forms: label and value, one project a sheet or block
 *
 *     ①エンジニアフレンドリーシティ福岡の推進
 *     福岡市 | 経済観光文化局創業・立地推進部 新産業振興課 | 事業期間 | R1n-R3n
 *     目的   | …                                    | 経費    | ２年度 | 67,055
 *     【地方創生推進交付金事業（横展開タイプ）】
 *     １　エンジニアが集まる場の提供
 *     指標内容                                      | R2n目標 | R2n実績 | 達成率
 *     ＫＰＩ | 赤煉瓦文化館の入館者数（人）             | 41,621  | 39,559  | 95.0%
 *     補足   | …
 *
 * The indicators are tables without a project's column: with a column of
 * names, with names in the header (年度 | 利用者数（人） { 目標 | 実績 }), or of
 * one indicator that labels above name. What stands around them is read as
 * labels with their values, wherever they stand: beside each other, in one
 * cell, or a line of labels above one of values. A form that names no project
 * is about what 施設の名称 or 補助金名 says. Words that have no label
 * are told by what they are: the title, cities, a department, 【a grant】,
 * numbered activities with the text below them.
 */
#ifndef KPIBOOK_INGEST_LAYOUT_GRANT_H
#define KPIBOOK_INGEST_LAYOUT_GRANT_H

#include "ingest/reader/reader.h"

enum { FORM_PENDING = 16 };

typedef struct form {
    reader *reader;
    const table *table; /* read last; above its data the one that comes */
    project *project;   /* no other is added while the form is open */
    size_t activity_capacity;
    text title, cover; /* cover: a document's title, only if nothing else */
    uint32_t from;     /* the form's first row */
    uint32_t last;     /* no row behind it may be its */
    uint32_t title_row, title_col;
    uint32_t empty_row; /* the row behind 事業名 without a value; 0 = none */
    text numbered;     /* 整理番号3 | …: the project's name, unless it is an */
    uint32_t numbered_row, numbered_col; /* indicator's */
    bool numbered_taken;
    bool named;        /* by a label */
    text name_label;   /* that label */
    bool owned;        /* （１）公園の整備 | 担当課：公園課 right above its table */
    bool headed;       /* by a line above them: 取組1　公園の整備 */
    bool titled;       /* by one that block_title.h knows */
    bool under_heading; /* of one indicator, below what it is of */
    bool policy;       /* its goal is what 政策 or 基本方針 says */
    text column_offices; /* that it has from a column beside indicators */
    bool other_office; /* its bureau may be none: of 実施主体, 担当 | 森 */
    uint32_t office_row; /* row + 1 of a label of an office, also without a
                            value; 0 = none */
    bool office_line;  /* a line named it: 作成：企画課 */
    unsigned rank;     /* of that label's level */
    text level;        /* 施策名 of a form that names no project */
    unsigned level_rank;
    uint32_t level_row, level_col;
    text level_label;
    uint32_t outer_row; /* row + 1 of a goal or a theme above the name */
    bool leads;        /* a heading stands below that one: ○ 港の活用 */
    unsigned grade;    /* how much the label of its grade counts; 0 = none */
    /* 評価 beside labels, and where labels name an indicator (grant_grades.c) */
    struct {
        uint32_t row;
        unsigned weight;
        bool judges; /* 判定, 達成状況: of figures, where another label says 評価 */
        text said;
    } grades[FORM_PENDING];
    struct { uint32_t row; size_t kpi; } owners[FORM_PENDING];
    size_t grade_count, owner_count;
    text serial;       /* P01 in front of a name without a label; else empty */
    uint32_t serial_row;
    text publisher;    /* 港市教育委員会 in a title: whose form it is, where no */
    uint32_t publisher_row, publisher_col; /* label says 教育部　学校教育課 */
    text headline; /* ①朝市【B】 above 事業名 | 朝市; else empty */
    text path; /* the innermost of levels in one line; else empty */
    uint32_t path_row, path_col;
    text shared_grade; /* of one cell beside all indicators; else empty */
    bool verdicts;     /* 達成率 | 75% | 評価 | C stood below an indicator */
    bool graded_rows;  /* grades stand between the lines of indicators */
    bool cost_noted;
    uint32_t cost_row; /* + 1: the last line of a table of costs */
    /* labels of an indicator whose table is still to come */
    struct { uint32_t row, col, value_row, value; } pending[FORM_PENDING];
    size_t pending_count;
    /* targets on lines between those of indicators */
    struct { uint32_t row, col, value; } aims[FORM_PENDING];
    size_t aim_count;
    bool example;      /* （記入例） stands in it */
    bool below;        /* behind the indicators */
    uint32_t place_row; /* row + 1 of levels side by side */
} form;

/* 実績報告, 評価シート: the title of a document, no project's name. */
bool form_is_cover(text t);
/* 単位 | 基準値 above 人 | 120 is no table, but labels with their values, where
 * that of the indicator stands right below: takes such out of the list. */
void layout_grant_drop_labels(reader *r, table_list *tables);
/* Is the table part of a form that begins at row `from`? */
bool layout_grant_matches(reader *r, const table *t, uint32_t from);
/* A table of years below labels that name an indicator, though it alone says
 * too little to be read: 年度 | 実績値 | 備考. */
bool layout_grant_completes(reader *r, const table *t, uint32_t from);
/* Is a further table one indicator's, which labels from row `from` on name?
 * ＫＰＩ② | 参加者数 above 年度 | H27 | H28. */
bool layout_grant_labels(reader *r, const table *t, uint32_t from);

/* 担当局 | 産業局 | 評価 | B: where a second label stands in a row that holds
 * nothing but labels of a form with their values; UINT32_MAX in others. With
 * `offices` the first, where all of them say whose the form is. */
uint32_t layout_grant_second_label(reader *r, uint32_t row, bool offices);
/* 取組項目1 | 広告の拡大 | 所管：広報課 | 評価：A: where what stands in one cell each
 * begins behind a form's name; UINT32_MAX in other rows. */
uint32_t layout_grant_pairs_behind(reader *r, uint32_t row);
/* 補足：… alone in a row: its column; UINT32_MAX in others. */
uint32_t layout_grant_lone_remark(reader *r, uint32_t row);
/* 担当 | 局 | 課 | 評価 above | 港湾局 | 物流課 | C, and no further line: where the
 * labels begin, of which each has its value below; UINT32_MAX in others. */
uint32_t layout_grant_labels_above(reader *r, uint32_t row);
/* Takes the labels of a row in, from that one on, for a project. */
void layout_grant_take_labels(reader *r, project *p, uint32_t row,
                              uint32_t col);

/* A form whose labels begin at `from`: adds its project and takes all rows
 * in front of its first table in. */
bool layout_grant_open(form *f, reader *r, const table *t, uint32_t from);
/* Reads the indicators of a table whose labels begin at `from`, up to row
 * `last`; returns the first row behind them. */
uint32_t layout_grant_table(form *f, const table *t, uint32_t from,
                            uint32_t last, ingest_table *report);
/* Takes rows behind a table in, up to `last`; `notes`: up to the first that
 * may be another's. Returns the first row that was not taken. */
uint32_t layout_grant_tail(form *f, uint32_t row, uint32_t last, bool notes);
/* Does an indicator's label in a row say that there is none to be measured:
 * 指標名 | 数値目標対象外? */
bool layout_grant_has_no_target(reader *r, uint32_t row);
/* Ends the form: its project gets its name. A form that says nothing yet,
 * or is an example, is no project. */
void layout_grant_close(form *f, ingest_table *report);

#endif
