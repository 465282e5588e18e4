/*
 * aim_labels.h - 数値目標 beside figures, where 指標名 names the indicator
 *
 *     指標名   | 来場者数            指標名   | 数値目標（R6） | R3実績
 *     R3実績   | 150        or       来場者数 | 200           | 150
 *     数値目標 | 200
 *
 * By itself 数値目標 is the word for an indicator: 数値目標：来場者数 200人. Here it is
 * read as 目標値, when no other target stands beside it.
 */
#ifndef KPIBOOK_INGEST_AIM_LABELS_H
#define KPIBOOK_INGEST_AIM_LABELS_H

#include "ingest/reader/reader.h"

/* May a cell be 数値目標, or 【数値目標】? Asked of all cells; most begin with
 * other letters. */
static inline bool aim_labels_may(const cell *c)
{
    enum { MIN_BYTES = 12 };

    unsigned char first = (unsigned char)c->value.bytes[0];

    return (first == 0xE6 || first == 0xE3) && c->type == CELL_STRING &&
           c->value.length >= MIN_BYTES &&
           (text_starts(c->value, "数値") || text_starts(c->value, "【数"));
}

/* The sheet with 目標値 in its place, `g` itself where there is none such.
 * False: no memory. */
bool aim_labels_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
