/*
 * turned_projects.h - a table on its side whose columns are projects
 *
 *     指標：来館者数（単位：人）
 *     年度         | 図書館の運営事業 | 市民会館の運営事業
 *     R3           | 2,309            | 473
 *     目標値（R7） | 2,800            | 500
 *
 * The line above names the one indicator of all of them.
 */
#ifndef KPIBOOK_INGEST_TURNED_PROJECTS_H
#define KPIBOOK_INGEST_TURNED_PROJECTS_H

#include "ingest/reader/reader.h"

/* The line right above the first row of several cells that names what all of
 * the table counts, with its unit; empty: none does. Before it is turned. */
text turned_projects_caption(reader *r);
/* The indicators of the project at `first`, the last of the dataset, become
 * projects that have the captioned one each, where their names are such. */
void turned_projects_part(reader *r, text caption, size_t first);

#endif
