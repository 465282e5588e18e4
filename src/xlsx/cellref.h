/*
 * cellref.h - cell references in A1 notation (ECMA-376 Part 1, 18.18.7)
 *
 * Letters of either case, no $ and no sheet name; rows 1 to 1,048,576 and
 * columns A to XFD, as numbers zero-based.
 */
#ifndef KPIBOOK_XLSX_CELLREF_H
#define KPIBOOK_XLSX_CELLREF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CELLREF_MAX_ROWS = 1048576, CELLREF_MAX_COLS = 16384,
       CELLREF_SIZE = 12, CELLREF_RANGE_SIZE = 24 };

bool cellref_parse(uint32_t *row, uint32_t *col, const char *text,
                   size_t length);
/* "A1:C5" or "B2" (a range of one). */
bool cellref_parse_range(uint32_t *row, uint32_t *col, uint32_t *last_row,
                         uint32_t *last_col, const char *text, size_t length);
/* NUL-terminated, upper case. */
void cellref_write(char out[CELLREF_SIZE], uint32_t row, uint32_t col);
void cellref_write_range(char out[CELLREF_RANGE_SIZE], uint32_t row,
                         uint32_t col, uint32_t last_row, uint32_t last_col);

#endif
