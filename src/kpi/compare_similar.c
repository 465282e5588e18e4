/*
 * compare_similar.c - how alike two names are
 */
#include "kpi/compare_parts.h"

#include <stdlib.h>

enum { MOST_CHARACTERS = 96 };

static int by_value(const void *x, const void *y)
{
    uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

    return (a > b) - (a < b);
}

bool similar_name_make(arena *a, similar_name *out, text folded)
{
    uint64_t *pairs = arena_array(a, MOST_CHARACTERS + 1, sizeof(*pairs));
    uint32_t before = 0; /* the beginning and the end count as characters */
    size_t count = 0;

    *out = (similar_name){ pairs, 0 };
    if (pairs == NULL)
        return false;
    for (size_t at = 0; at < folded.length && count < MOST_CHARACTERS;) {
        uint32_t c = utf8_next(folded, &at);

        pairs[count++] = (uint64_t)before << 32 | c;
        before = c;
    }
    if (count > 0)
        pairs[count++] = (uint64_t)before << 32;
    qsort(pairs, count, sizeof(*pairs), by_value);
    out->count = count;
    return true;
}

unsigned similar_names(const similar_name *a, const similar_name *b)
{
    size_t i = 0, j = 0, common = 0;

    while (i < a->count && j < b->count) {
        if (a->pairs[i] == b->pairs[j]) {
            common++;
            i++;
            j++;
        } else if (a->pairs[i] < b->pairs[j]) {
            i++;
        } else {
            j++;
        }
    }
    if (a->count + b->count == 0)
        return 0;
    return (unsigned)(2000 * common / (a->count + b->count));
}
