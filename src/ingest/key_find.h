/*
 * key_find.h - the tables of a sheet that have keys in front of their rows
 */
#ifndef KPIBOOK_INGEST_KEY_FIND_H
#define KPIBOOK_INGEST_KEY_FIND_H

#include "ingest/key_grid.h"
#include "ingest/reader/reader.h"

/* 事業番号, 取組No.: a project's, and not the table's own. */
bool key_names_project(text t);
/* The blocks of a sheet, from the top down, at most KEY_BLOCKS; 0 unless there
 * are two or more, all of which begin in one column. */
size_t key_blocks_find(const reader *r, key_block *blocks);

#endif
