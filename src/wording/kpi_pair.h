/*
 * kpi_pair.h - which figures of an item are baseline and target of one KPI
 *
 *     10人⇒20人              an arrow
 *     A 10人 B 5人⇒A 20人 B 9人   an arrow between runs of the same labels
 *     基準値 10人 目標値 20人    roles, in either order
 *     R1：10人 R6：20人         years, of one unit: doubtful
 */
#ifndef KPIBOOK_WORDING_KPI_PAIR_H
#define KPIBOOK_WORDING_KPI_PAIR_H

#include "wording/kpi_item.h"

#define NO_ATOM SIZE_MAX

typedef struct kpi_pair {
    size_t base, target; /* atoms; base may be NO_ATOM */
    bool doubtful;
} kpi_pair;

/* Fills pairs (room for item->count); returns how many. */
size_t kpi_pair_find(const kpi_item *item, kpi_pair *pairs);
/* A year behind the last of a run of figures holds for all of it. */
void kpi_pair_share_years(kpi_item *item, const kpi_pair *pairs,
                          size_t count);
/* The atom of a kpi_pair that is printed first: its text is the name. */
const atom *kpi_pair_first(const kpi_item *item, const kpi_pair *p);
/* As typed behind the figure, else in a bracket; empty for none. */
text kpi_pair_unit(const kpi_item *item, const atom *at);

#endif
