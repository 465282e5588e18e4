/*
 * table_tiers.h - all levels in one column, and which each is beside it
 *
 *     区分     | 名称                 | KPI      | 目標値 | …
 *     基本目標 | しごとをつくる       |          |        |
 *     施策     | 若者の就職           |          |        |
 *     事業     | 職場実習             | 実習者数 | 120    | …
 *
 * The column of names is the projects'. The innermost word stands for them,
 * those outside it are measure and theme, as columns of such words would be;
 * 基本目標 and テーマ say themselves what they are. A row without such a word
 * goes on with the one above it.
 */
#ifndef KPIBOOK_INGEST_TABLE_TIERS_H
#define KPIBOOK_INGEST_TABLE_TIERS_H

#include "ingest/table/table_parts.h"

/* Finds such a column in front of the names, and keeps it for the table. */
void columns_tiers(deciding *d);
/* Which level a row of the table is: ROLE_PROJECT, a level outside it, or
 * ROLE_NONE where the row does not say. */
role table_tier(const table *t, const sheet_view *v, header_roles *roles,
                uint32_t row, int context_year);

#endif
