/*
 * form_title_cells.h - the titles of forms with a label in front of them
 *
 *     ①朝市の開催               事業名 | ①朝市の開催
 *     担当課 | 商工課           担当課 | 商工課
 *
 * Where its cell does not reach to the values below, and where its number has
 * a cell of its own: 事業名：①朝市の開催. What was put elsewhere is noted
 * (moved_cells.h).
 */
#ifndef KPIBOOK_INGEST_FORM_TITLE_CELLS_H
#define KPIBOOK_INGEST_FORM_TITLE_CELLS_H

#include "ingest/reader/reader.h"

/* A form: its title's place, its columns from `left` up to `end`, and that of
 * the values beside its labels; 0: none stands beside one. */
typedef struct titled {
    uint32_t row, col, left, end, value;
} titled;

typedef struct titles {
    titled *items;
    size_t count, capacity;
    bool sure; /* two labels with values of their own stand below one, or
                * two rows of them, a purpose among them, or the line says
                * whose or what it is */
} titles;

/* 建設局, 住宅課 in a cell of its own: beside a title it says whose the form is. */
bool form_title_office(reader *r, uint32_t row, uint32_t col);
/* Ｃ, 【順調】 or 総合評価　Ｃ, with nothing behind it: how the form was judged. */
bool form_title_verdict(const reader *r, uint32_t row, uint32_t col);
/* The current sheet with 事業名 in front of its titles; where they were is
 * noted in `r`. False: no memory. */
bool form_title_cells(grid *out, arena *a, reader *r, const titles *all);

#endif
