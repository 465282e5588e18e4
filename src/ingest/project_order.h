/*
 * project_order.h - projects of two looks at a sheet, in the order of its rows
 */
#ifndef KPIBOOK_INGEST_PROJECT_ORDER_H
#define KPIBOOK_INGEST_PROJECT_ORDER_H

#include "ingest/reader/reader.h"

/* Those from `first` on came with one look (cards, say), and behind them, from
 * `between` on, those of the other; each in its order. False: no memory. */
bool projects_order(reader *r, arena *scratch, size_t first, size_t between);

#endif
