/*
 * kpi_split.h - where a KPI cell's next item begins
 *
 *     ①水産振興計画：改定（H28年度）
 *     ②会員数：50人
 *
 * Most lines of a cell may go on with what stands above them; these do not.
 */
#ifndef KPIBOOK_WORDING_KPI_SPLIT_H
#define KPIBOOK_WORDING_KPI_SPLIT_H

#include "wording/kpi_scan.h"

/* The item in tokens from..to has a figure, or ends with its year. */
bool kpi_split_complete(const token_list *tokens, size_t from, size_t to);
/* Behind the line break the next item begins: both lines are brackets, or it
 * is a name alone, or both are numbered and one is an act or a bracket, or each
 * tells its year. */
bool kpi_split_at(const token_list *tokens, text cell, size_t item,
                  size_t line_break);

#endif
