/*
 * kpi_boxed.h - figures that stand in brackets of their own
 *
 *     会員数【860人（R4年度）】⇒【3,000人（R9年度）】
 *     排出量【548g（R2年度）→480g以下（R12年度）】
 */
#ifndef KPIBOOK_WORDING_KPI_BOXED_H
#define KPIBOOK_WORDING_KPI_BOXED_H

#include "base/arena.h"
#include "base/text.h"

/*
 * Where an arrow stands between two such brackets, or in one, *cell becomes a copy of as
 * many bytes, with blanks for all brackets around figures: 【累計50人】 on
 * another line, too, but not 【基準】. False when memory ran out.
 */
bool kpi_boxed_open(arena *a, text *cell);

#endif
