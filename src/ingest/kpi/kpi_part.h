/*
 * kpi_part.h - parts of an indicator: 朝食欠食率 of 20歳代・男性 and of 女性
 */
#ifndef KPIBOOK_INGEST_KPI_PART_H
#define KPIBOOK_INGEST_KPI_PART_H

#include "ingest/kpi/kpi_build.h"

/* Does a further part of the indicator above begin at row i, without the
 * name again? */
bool kpi_part_begins(const sheet_view *v, const segment *s,
                     const table_column *k, size_t i);
/* 20歳代・男性; "" where the table tells no parts apart. */
const char *kpi_part_label(reader *r, const segment *s,
                           const table_column *k, size_t i);
/* 朝食欠食率（男性） of a name and a part; the name alone without one. */
const char *kpi_part_name(reader *r, const char *name, text part);
/* The column whose cell stands for the indicator in a row that the name's
 * cell in `col` hangs over: the part's. Else `col`. */
uint32_t kpi_part_column(const sheet_view *v, const table *t, uint32_t row,
                         uint32_t col);

#endif
