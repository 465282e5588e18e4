/*
 * header_pair.h - a header that names baseline and target: 基準値／目標値
 */
#ifndef KPIBOOK_INGEST_HEADER_PAIR_H
#define KPIBOOK_INGEST_HEADER_PAIR_H

#include "base/text.h"

/* Does it hold words of both? Most headers do not. */
bool header_may_pair(text typed);
/* The words on both sides of the next mark from *at on: 基準値（R1）／目標値,
 * 基準値 above 目標値, 目標値（基準値）. False when there is no more. */
bool header_next_pair(text parts[2], text typed, size_t *at);

#endif
