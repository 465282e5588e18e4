/*
 * office_verdict.h - an office and what its project came to, in one cell
 *
 *     産業経済局      環境局                 雇用政策課（評価：B）
 *     【A】           ※数値目標対象外
 */
#ifndef KPIBOOK_INGEST_OFFICE_VERDICT_H
#define KPIBOOK_INGEST_OFFICE_VERDICT_H

#include "ingest/reader/reader.h"

/* Takes the grade or status off an office's words, behind them or on a line
 * in front of them; empty where they say none. */
text office_verdict(const reader *r, text *office);

#endif
