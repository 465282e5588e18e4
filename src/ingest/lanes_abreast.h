/*
 * lanes_abreast.h - indicators abreast in a form, each with labels of its own
 *
 *     事業名 | 朝市の開催
 *     指標①  | <        | <   | 指標②  | <      | <
 *     指標名 | 来場者数  | <   | 指標名 | 出店数 | <
 *     単位   | 人        | <   | 単位   | 店     | <
 *     年度   | R4        | R5  | 年度   | R4     | R5
 *     目標   | 90        | 100 | 目標   | 9      | 10
 *     実績   | 60        | 80  | 実績   | 6      | 8
 *
 * The same labels come again further right in each row, as far as there are
 * figures; the years may stand behind an empty corner. Such lanes are put below
 * each other, and read as a form's
 * indicators that stand so. Where a lane names a project it is a form itself
 * (side_forms.h).
 */
#ifndef KPIBOOK_INGEST_LANES_ABREAST_H
#define KPIBOOK_INGEST_LANES_ABREAST_H

#include "ingest/walk/sheet_walk.h"

/* Reads the current sheet, if it has such lanes: *read. False when memory ran
 * out. */
bool lanes_abreast_read(reader *r, arena *scratch, size_t *tables,
                        near_miss *near, bool *read);

#endif
