/*
 * level_paths.h - levels of a project that stand in one cell
 *
 *     施策     | しごとをつくる ＞ 林業の成長
 *     基本目標 | しごとをつくる ＞ 林業の成長
 *
 * ＞ says that the one is within the other, in a form, on a card or in a column
 * of a table. The innermost one stays what its label calls it, and what is
 * further out becomes the next levels that the project has none for; that
 * they are those is said. Parts with words of their own (基本目標1　…) are known
 * where they are read.
 */
#ifndef KPIBOOK_INGEST_LEVEL_PATHS_H
#define KPIBOOK_INGEST_LEVEL_PATHS_H

#include "ingest/reader/reader.h"

/* Of the projects from `first` on, which are those of the current sheet. */
void level_paths_split(reader *r, size_t first);

#endif
