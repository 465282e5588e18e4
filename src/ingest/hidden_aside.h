/*
 * hidden_aside.h - what a clerk keeps in hidden columns beside the tables
 *
 *     事業名 | 指標   | 目標値 | R4実績 |  | (hidden) 整理番号
 *     公園   | 面積   | 120    | 98     |  | 101
 *
 * Such a list, for choosing or sorting, stands behind an empty column and
 * often begins above the header, whose lines it would fill with figures. It
 * is left out, and that is said (hidden-columns-ignored). Hidden columns of a
 * table itself are read (hidden-data).
 */
#ifndef KPIBOOK_INGEST_HIDDEN_ASIDE_H
#define KPIBOOK_INGEST_HIDDEN_ASIDE_H

#include "ingest/reader/reader.h"

/* The sheet without such columns, `g` itself where there are none. False: no
 * memory. */
bool hidden_aside_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
