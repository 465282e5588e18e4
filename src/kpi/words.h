/*
 * words.h - kinds, directions and states in words, by language
 *
 * As workbooks show them; the tables for publication are read back by them.
 */
#ifndef KPIBOOK_KPI_WORDS_H
#define KPIBOOK_KPI_WORDS_H

#include "kpi/plan.h"

const char *kpi_kind_word(kpi_kind kind, plan_language language);
const char *kpi_direction_word(kpi_direction d, plan_language language);
const char *figure_state_word(figure_state state, plan_language language);

#endif
