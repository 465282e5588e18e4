/*
 * kpi_yearly.h - a target for each year in one cell
 *
 *     利用者数 目標：R3 300人、R4 400人、R5 500人、R6 600人
 *
 * Three or more figures of one unit, each with its year, the years following
 * each other, and nothing else between them: the last is the target, all are
 * the plan's steps. Two figures, an arrow or 基準値 say something else.
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
