/*
 * layout_grant.h - forms: label and value, one project a sheet or block
 *
 *     ①エンジニアフレンドリーシティ福岡の推進
 *     福岡市 | 経済観光文化局創業・立地推進部 新産業振興課 | 事業期間 | R1n-R3n
 *     目的   | …                                    | 経費    | ２年度 | 67,055
 *     【地方創生推進交付金事業（横展開タイプ）】
 *     １　エンジニアが集まる場の提供
 *     指標内容                                      | R2n目標 | R2n実績 | 達成率
 *     ＫＰＩ | 赤煉瓦文化館の入館者数（人）             | 41,621  | 39,559  | 95.0%
 *     補足   | …
 *
 * The indicators are a table without a project's column; what stands around
 * it is read as labels with their values, wherever they stand. Words that
 * have no label are told by what they are: the title, cities, a department,
 * 【a grant】, numbered activities with the text below them.
 */
#ifndef KPIBOOK_INGEST_LAYOUT_GRANT_H
#define KPIBOOK_INGEST_LAYOUT_GRANT_H

#include "ingest/kpi_build.h"

/* 実績報告, 評価シート: the title of a document, no project's name. */
bool form_is_cover(text t);
/* Is the table part of a form that begins at row `from`? */
bool layout_grant_matches(reader *r, const table *t, uint32_t from);
/*
 * Reads a further table of indicators (成果指標 below 活動指標) of the form
 * that was read last, the dataset's last project. As layout_grant_read.
 */
bool layout_grant_more(reader *r, const table *t, uint32_t from,
                       uint32_t last, bool more, uint32_t *next,
                       ingest_table *report);
/* Is a further table one indicator's, which labels from row `from` on name?
 * ＫＰＩ② | 参加者数 above 年度 | H27 | H28. */
bool layout_grant_labels(reader *r, const table *t, uint32_t from);
/*
 * Reads the form whose labels begin at `from` and whose rows end before
 * `last` + 1; *next is the first row behind it. `more`: another form may
 * follow on the sheet.
 */
bool layout_grant_read(reader *r, const table *t, uint32_t from,
                       uint32_t last, bool more, uint32_t *next,
                       ingest_table *report);

#endif
