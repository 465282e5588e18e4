/*
 * part_lists.h - the projects that a measure consists of, listed in its form
 *
 *     施策名 | 森の保全
 *     指標   | 間伐の面積 | 木材の量
 *     …
 *     構成事業一覧
 *     No. | 事業名     | 担当課 | 事業費（千円）
 *     1   | 間伐の支援 | 林務課 | 72,184
 *         | 合計       |        | 72,184
 *
 * A header of such a list alone is the only one that a form of labels and
 * values may have. Where a sheet gives no project as it stands, it is read
 * once more without its lists (list-in-form).
 */
#ifndef KPIBOOK_INGEST_PART_LISTS_H
#define KPIBOOK_INGEST_PART_LISTS_H

#include "ingest/reader/reader.h"

/* *out: the sheet of the view without its lists, NULL where it has none.
 * False: no memory. */
bool part_lists_clear(const grid **out, reader *r, arena *a);
/* Notes for `inspect` what was taken out. */
void part_lists_note(reader *r);

#endif
