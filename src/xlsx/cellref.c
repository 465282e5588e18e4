/*
 * cellref.c - cell references in A1 notation
 */
#include "xlsx/cellref.h"

#include <string.h>

#include "base/text.h"

bool cellref_parse(uint32_t *row, uint32_t *col, const char *string,
                   size_t length)
{
    uint32_t r = 0, c = 0;
    size_t i = 0;

    *row = 0;
    *col = 0;
    for (; i < length && i < 4; i++) {
        char letter = ascii_lower(string[i]);

        if (letter < 'a' || letter > 'z')
            break;
        c = c * 26 + (uint32_t)(letter - 'a') + 1;
    }
    if (i == 0 || i > 3 || c > CELLREF_MAX_COLS || i == length)
        return false;
    for (; i < length; i++) {
        if (!ascii_is_digit(string[i]))
            return false;
        r = r * 10 + (uint32_t)(string[i] - '0');
        if (r > CELLREF_MAX_ROWS)
            return false;
    }
    if (r == 0)
        return false;
    *row = r - 1;
    *col = c - 1;
    return true;
}

bool cellref_parse_range(uint32_t *row, uint32_t *col, uint32_t *last_row,
                         uint32_t *last_col, const char *string,
                         size_t length)
{
    const char *colon = length == 0 ? NULL : memchr(string, ':', length);
    size_t first = colon == NULL ? length : (size_t)(colon - string);

    *last_row = 0;
    *last_col = 0;
    if (!cellref_parse(row, col, string, first))
        return false;
    if (colon == NULL) {
        *last_row = *row;
        *last_col = *col;
        return true;
    }
    if (!cellref_parse(last_row, last_col, colon + 1, length - first - 1)) {
        *row = 0;
        *col = 0;
        return false;
    }
    /* "C5:A1" is the same range. */
    if (*last_row < *row) {
        uint32_t swap = *row;

        *row = *last_row;
        *last_row = swap;
    }
    if (*last_col < *col) {
        uint32_t swap = *col;

        *col = *last_col;
        *last_col = swap;
    }
    return true;
}

void cellref_write(char out[CELLREF_SIZE], uint32_t row, uint32_t col)
{
    char letters[8], digits[12];
    size_t n = 0, d = 0, at = 0;
    uint32_t c = (col < CELLREF_MAX_COLS ? col : CELLREF_MAX_COLS - 1) + 1;
    uint32_t r = (row < CELLREF_MAX_ROWS ? row : CELLREF_MAX_ROWS - 1) + 1;

    for (; c > 0; c = (c - 1) / 26)
        letters[n++] = (char)('A' + (c - 1) % 26);
    for (; r > 0; r /= 10)
        digits[d++] = (char)('0' + r % 10);
    while (n > 0)
        out[at++] = letters[--n];
    while (d > 0)
        out[at++] = digits[--d];
    out[at] = '\0';
}

void cellref_write_range(char out[CELLREF_RANGE_SIZE], uint32_t row,
                         uint32_t col, uint32_t last_row, uint32_t last_col)
{
    size_t length;

    cellref_write(out, row, col);
    if (row == last_row && col == last_col)
        return;
    length = strlen(out);
    out[length] = ':';
    cellref_write(out + length + 1, last_row, last_col);
}
