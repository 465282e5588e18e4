/*
 * wording_spec.h - what a cell was read as, in one line, for tables of cases
 *
 * KPIs, one after the other with " / " between them:
 *     name | B value unit years | T value unit years marks
 * Years are Western; c = calendar, m = mean, u = until, 2017- = open. Marks:
 * /年 累計 and the qualifier; | A its actual, rate its rate. ! = not understood, no figure given.
 *
 * Actuals: label=value unit marks +increase, or (state) where none stands.
 */
#ifndef KPIBOOK_TESTS_WORDING_SPEC_H
#define KPIBOOK_TESTS_WORDING_SPEC_H

#include "base/buf.h"
#include "wording/kpi_text.h"

void spec_put_years(buf *b, year_span years);
void spec_put_figure(buf *b, const figure *f);
void spec_put_kpis(buf *b, const kpi_text *kpis, size_t count);
void spec_put_actuals(buf *b, const actual_text *actuals, size_t count);
/* Every KPI of the cell was read without a doubt. */
bool spec_is_sure(const kpi_text *kpis, size_t count);

#endif
