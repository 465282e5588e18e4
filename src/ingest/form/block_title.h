/*
 * block_title.h - the line above each of several small tables that names the
 * project, and says more of it
 *
 *     【経営課題１】　安全なまち
 *     戦略１－１　防災力の強化
 *     具体的取組1-1-1　避難所の点検 | 担当：防災課 | 決算額 | 6,420千円
 *     番号 | 業績指標     | 目標 | 実績
 *     ①    | 点検した施設 | 12   | 12
 *
 * A word of a project and its number (取組①, 【事業２】) or, where labels with
 * their values or an office stand beside it, a number alone (also in a cell of
 * its own: No.101 | 朝市の開催 | 商工部 | 評価 | A) or 施策1. The labels may stand
 * on lines between it and the table, too, and below a project's word any label.
 */
#ifndef KPIBOOK_INGEST_BLOCK_TITLE_H
#define KPIBOOK_INGEST_BLOCK_TITLE_H

#include "ingest/reader/reader.h"

typedef struct block_title {
    uint32_t row, col;
    text word, no, name; /* 具体的取組, or "" */
    heading_style style; /* of a number alone */
    bool counted;        /* its number is a cell of its own, and a number */
    bool beside;         /* labels stand in its row, */
    bool graded;         /* but a grade alone */
} block_title;

/* Is a row such a line? `told`: labels stand below it. */
bool block_title_read(block_title *out, reader *r, uint32_t row, bool told);
/* Are labels in several cells of a row what is said below such a line? */
bool block_title_tells(reader *r, uint32_t row);
/* The one of a table, behind row `from`; `out->beside` tells a line that is
 * enough for a form. False: it has none, or nothing is said of it. */
bool block_title_above(block_title *out, reader *r, const table *t,
                       uint32_t from);
/* Where the table's form begins: at that line, where nothing but titles and
 * headings stand in front of it; else `from`. */
uint32_t block_title_start(reader *r, const table *t, uint32_t from);
/* The row where the next such line, or a heading above it, ends the form that
 * begins with `of`; `end` where none does. */
uint32_t block_title_end(const block_title *of, reader *r, const table *t,
                         uint32_t end);

#endif
