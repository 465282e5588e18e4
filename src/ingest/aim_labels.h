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

/* The sheet with 目標値 in its place, `g` itself where there is none such.
 * False: no memory. */
bool aim_labels_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
