/*
 * side_forms.h - forms beside each other, each with its own labels
 *
 *     事業名 | 朝市の開催 |  | 事業名 | 山道の手入れ
 *     担当課 | 商工課     |  | 担当課 | 林務課
 *     指標1  | …          |  | 指標   | …
 *
 * Further down their rows are out of step: one has two indicators, the other
 * one. So each is read alone, as a sheet of its columns (grid_cut.h), in any
 * layout there is.
 */
#ifndef KPIBOOK_INGEST_SIDE_FORMS_H
#define KPIBOOK_INGEST_SIDE_FORMS_H

#include "ingest/reader/reader.h"

/* The column where the second one begins, and the first row of both; false:
 * there are none. */
bool side_forms_find(reader *r, uint32_t *top, uint32_t *col);

#endif
