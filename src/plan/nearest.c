/*
 * nearest.c - how far a typed word is from one that was meant
 */
#include "plan/nearest.h"

enum { WORD_BYTES = 40, BYTES_A_SLIP = 5 };

static size_t least(size_t a, size_t b, size_t c)
{
    size_t two = a < b ? a : b;

    return two < c ? two : c;
}

size_t nearest_distance(text a, text b)
{
    size_t row[WORD_BYTES + 1];

    if (a.length > WORD_BYTES || b.length > WORD_BYTES)
        return SIZE_MAX;
    for (size_t j = 0; j <= b.length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.length; i++) {
        size_t corner = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t above = row[j];
            size_t changed = corner + (a.bytes[i - 1] != b.bytes[j - 1]);

            row[j] = least(above + 1, row[j - 1] + 1, changed);
            corner = above;
        }
    }
    return row[b.length];
}

bool nearest_is_close(size_t distance, text word)
{
    return distance <= 1 + word.length / BYTES_A_SLIP;
}
