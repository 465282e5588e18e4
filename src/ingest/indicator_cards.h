/*
 * indicator_cards.h - small cards of one indicator each, abreast or stacked
 *
 *     食生活                 |        |        |  | 運動             |    |
 *     朝食を食べる人の割合     |        |        |  | 一日の歩数         |    |
 *     単位       | ％        |        |        |  | 単位   | 歩       |    |
 *     基準値（H30） | 目標値（R10） | R5実績 |  | 基準値（H30） | …
 *     75         | 85     | 78     |  | 7112   | 8500   | 7408
 *     判定       | B         |        |        |  | 判定   | A
 *
 *     休養       …
 *
 * No label says what the lines on top are: the last is the indicator, and one
 * above it what it is of. Labels have their values beside them or, where a
 * row holds nothing else, below. All cards have the same labels: they are read
 * as a list, a line each. Asked only where nothing else reads the sheet.
 */
#ifndef KPIBOOK_INGEST_INDICATOR_CARDS_H
#define KPIBOOK_INGEST_INDICATOR_CARDS_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it has such cards: *read. False when memory ran
 * out. */
bool indicator_cards_read(reader *r, arena *scratch, size_t *tables,
                          near_miss *near, bool *read);

#endif
