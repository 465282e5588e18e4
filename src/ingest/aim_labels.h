/*
 * aim_labels.h - 数値目標 and 目標: an indicator's label, or its target's
 *
 *     指標名   | 来場者数            指標名   | 数値目標（R6） | R3実績
 *     R3実績   | 150        or       来場者数 | 200           | 150
 *     数値目標 | 200
 *
 * By itself 数値目標 is the word for an indicator: 数値目標：来場者数 200人. Here it is
 * read as 目標値, when no other target stands beside it. 目標 in turn is read as
 * 指標 where what stands beside it names the indicator, and nothing else does:
 *
 *     目標     | ①来場者数：150人（R3）⇒200人（R6）
 *     実績値   | R4：160人、R5：180人
 *
 * Words in a bracket behind it (目標（事業内容、指標等）) say no more. What was done
 * is the actual below it where it gives the figures of these indicators and
 * no label 実績 does:
 *
 *     実施内容 | ・来場者数：160人
 *
 * 達成目標 is an indicator's label in front of a name that another target stands
 * behind:
 *
 *     達成目標 | 来場者数 | 5年後の目標（R6） | 200人
 *              |          | 実績（R4）        | 160人
 */
#ifndef KPIBOOK_INGEST_AIM_LABELS_H
#define KPIBOOK_INGEST_AIM_LABELS_H

#include "ingest/reader/reader.h"

/* May a cell be 目標, 達成目標, 数値目標, or 【数値目標】? Asked of all cells; most begin with
 * other letters. */
static inline bool aim_labels_may(const cell *c)
{
    enum { MIN_BYTES = 12 };

    unsigned char first = (unsigned char)c->value.bytes[0];

    if (c->type != CELL_STRING)
        return false;
    if (first == 0xE7)
        return text_is(c->value, "目標") || text_starts(c->value, "目標（") ||
               text_starts(c->value, "目標\n");
    if (first == 0xE9)
        return text_is(c->value, "達成目標");
    return (first == 0xE6 || first == 0xE3) && c->value.length >= MIN_BYTES &&
           (text_starts(c->value, "数値") || text_starts(c->value, "【数"));
}

/* The sheet with the other word in its place, `g` itself where there is none
 * such. False: no memory. */
bool aim_labels_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
