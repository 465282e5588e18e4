/*
 * kpi_choice.h - which of an item's figures count
 *
 * Figures outside brackets first, those of a name (40～74歳, 週1回) left out;
 * without any, one in front of a goal (10％を目指す); without that too, the
 * figures of a bracket that ends the item.
 */
#ifndef KPIBOOK_WORDING_KPI_CHOICE_H
#define KPIBOOK_WORDING_KPI_CHOICE_H

#include "wording/kpi_item.h"

typedef enum choice { CHOICE_NO, CHOICE_WEAK, CHOICE_STRONG } choice;

/*
 * Marks each token of item->from..to; returns how many are CHOICE_STRONG.
 * Sets item->unwrapped and item->doubtful.
 */
size_t kpi_choice_make(kpi_item *item, choice *choices);
/* を目指す に増やす の達成 behind the figure at token `i`. */
bool kpi_choice_goal_follows(const kpi_item *item, size_t i);

#endif
