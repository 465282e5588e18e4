/*
 * kpi_yearly.h - a target for each year in one cell
 *
 *     利用者数 目標：R3 300人、R4 400人、R5 500人、R6 600人
 *
 * Three or more figures of one unit, each with its year, and nothing else
 * between them. Where the years follow each other the last is the target and
 * all are the plan's steps; where years lie between (R5 42％ R8 60％ R10 85％)
 * the first probably is the baseline. Two figures, an arrow or 基準値 say
 * something else.
 */
#ifndef KPIBOOK_WORDING_KPI_YEARLY_H
#define KPIBOOK_WORDING_KPI_YEARLY_H

#include "wording/kpi_item.h"
#include "wording/kpi_text.h"

bool kpi_yearly_is(const kpi_item *item);
/* Target, years, unit and steps of an item that is yearly; its name is the
 * caller's. False when memory ran out. */
bool kpi_yearly_fill(arena *a, kpi_text *kpi, const kpi_item *item);

#endif
