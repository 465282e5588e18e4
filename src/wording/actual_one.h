/*
 * actual_one.h - an actual's cell, but for parts that are actuals of their own
 *
 * Those are told apart by actual_cell.c, which reads each of them with this.
 */
#ifndef KPIBOOK_WORDING_ACTUAL_ONE_H
#define KPIBOOK_WORDING_ACTUAL_ONE_H

#include "wording/kpi_text.h"

/* As actual_text_parse(). */
bool actual_one_parse(arena *a, actual_text **out, size_t *count, text cell);

#endif
