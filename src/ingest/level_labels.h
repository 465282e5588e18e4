/*
 * level_labels.h - a level's number in its label, of a form
 *
 *     事業名    | 母子健診
 *     基本目標Ⅰ | 子どもを育てる        基本目標 | Ⅰ　子どもを育てる
 *     施策1-1   | 母子保健の充実        施策     | 1-1　母子保健の充実
 *     所管課    | 健康課
 *
 * Read as if it stood in front of the title. The title is beside its label or
 * below it. Other lines with words and numbers, of a table or a heading above
 * one, stay: a label of another kind begins in the column nearby.
 */
#ifndef KPIBOOK_INGEST_LEVEL_LABELS_H
#define KPIBOOK_INGEST_LEVEL_LABELS_H

#include "ingest/reader/reader.h"

/* The sheet with such titles, `g` itself where it has none. False: no memory.
 */
bool level_labels_take(const grid **out, reader *r, arena *a, const grid *g);

#endif
