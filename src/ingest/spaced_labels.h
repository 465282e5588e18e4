/*
 * spaced_labels.h - a label and its value in one cell, parted by a space or a
 * line break
 *
 *     ■事業名　朝市の開催                         事業名：朝市の開催
 *     担当課名　商工課                            担当課名：商工課
 *     令和２年度　事業評価シート　事業名：朝市    事業名：朝市
 *
 * Read as if a colon stood there, where the cell stands apart in its row: it
 * may be one of forms beside each other. What stands in front of the label is
 * the document's title.
 */
#ifndef KPIBOOK_INGEST_SPACED_LABELS_H
#define KPIBOOK_INGEST_SPACED_LABELS_H

#include "ingest/reader/reader.h"

/* May a cell be such a line? Asked of the cells of short rows. */
static inline bool spaced_labels_may(const cell *c)
{
    enum { MIN_BYTES = 10, MOST_BYTES = 300 };

    return c->value.length >= MIN_BYTES && c->value.length <= MOST_BYTES &&
           (text_find(c->value, "　", 0) != SIZE_MAX ||
            text_find(c->value, " ", 0) != SIZE_MAX ||
            text_find(c->value, "\n", 0) != SIZE_MAX);
}

/* The same of longer rows, where only 達成率　172.4% is one. */
static inline bool spaced_labels_may_rate(const cell *c)
{
    return spaced_labels_may(c) && (text_ends(c->value, "%") ||
                                    text_ends(c->value, "％"));
}

/* Puts the colon into one such cell of the sheet, the index-th, in a copy that
 * is made for the first of them (*made). Nothing for other cells. False: no
 * memory. */
bool spaced_labels_take(grid **made, reader *r, arena *a, const grid *g,
                        size_t index);

#endif
