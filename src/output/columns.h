/*
 * columns.h - text in columns on a terminal, East-Asian widths counted
 */
#ifndef KPIBOOK_OUTPUT_COLUMNS_H
#define KPIBOOK_OUTPUT_COLUMNS_H

#include "base/buf.h"

/* Cut or padded to exactly so many columns. */
void columns_put_left(buf *out, const char *string, size_t columns);
/* Padded in front; a longer text is put whole. */
void columns_put_right(buf *out, const char *string, size_t columns);
/* On one line, at most so many columns: the rest becomes "…". */
void columns_put_short(buf *out, const char *string, size_t columns);

#endif
