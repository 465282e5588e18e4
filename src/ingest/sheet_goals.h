/*
 * sheet_goals.h - sheets that are a goal or theme each, and say so by their
 * names alone
 *
 *     sheets: 魅力あるしごとを生み出す | 若い世代の希望を応援する | リスト
 *     sheets: ①首都圏からの人材の還流 | ②本社機能の移転
 *
 * Where at least two sheets hold several projects below no goal, and each is
 * named as goals are worded or numbered, the name is their goal:
 * heading-uncertain. Below one goal that the sheet itself states it is their
 * theme. So is the only sheet with projects a goal, if it says what is to be
 * done.
 */
#ifndef KPIBOOK_INGEST_SHEET_GOALS_H
#define KPIBOOK_INGEST_SHEET_GOALS_H

#include "ingest/reader/reader.h"

/* Of the file that was read, before its projects are joined. */
void sheet_goals_take(reader *r);

#endif
