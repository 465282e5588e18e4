/*
 * front_names.h - an indicator's number and name in front of its own table
 *
 *     指標1¶来場者数 | 単位 | 基準値（R1） | R4実績 | 目標値（R6）
 *     ^              | 人   | 50           | 60     | 90
 *     ^              | 説明 | 雨の日に減った。
 *
 *     指標① | 来場者数 | 単位 | …      the number in a cell of its own
 *
 * The cell stands beside the header and its line, as tall as both. It is read
 * as if the header had 指標 there and the line the name: a table of indicators
 * as any other in a form. Where the name was is kept in r->moved.
 */
#ifndef KPIBOOK_INGEST_FRONT_NAMES_H
#define KPIBOOK_INGEST_FRONT_NAMES_H

#include "ingest/reader/reader.h"

/* *out is `g`, the current sheet's, where there is none. False: no memory. */
bool front_names_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
