/*
 * summary_layout.c - how much room Japanese text takes in a cell
 */
#include "output/summary_layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/wide.h"

enum { PADDING = 80, HALF = 58, WIDE_HALF = 72, CELL_MARGIN = 50 };

unsigned layout_column_pixels(unsigned tenths)
{
    return tenths * 7 + 50;
}

static bool is_half(uint32_t c)
{
    return c < 0x80 || (c >= 0xFF61 && c <= 0xFF9F);
}

/* Tenths of a pixel; an em of `size` tenths of a point is size * 4/3. */
static unsigned character_pixels(uint32_t c, unsigned size)
{
    if (is_half(c))
        return size * 4 * HALF / 300;
    return wide_columns(c) == 0 ? 0 : size * 4 / 3;
}

unsigned layout_text_pixels(text t, unsigned size)
{
    unsigned widest = 0, line = 0;

    for (size_t at = 0; at < t.length;) {
        uint32_t c = utf8_next(t, &at);

        if (c == '\n') {
            line = 0;
            continue;
        }
        line += character_pixels(c, size);
        if (line > widest)
            widest = line;
    }
    return widest;
}

/* No character is wider for its bytes than a half-width one. */
static bool is_surely_one_line(text t, unsigned room, unsigned size)
{
    return t.length <= room / (size * 4 * HALF / 300 + 1) &&
           (t.length == 0 || memchr(t.bytes, '\n', t.length) == NULL);
}

/*
 * The rest of a paragraph takes one line more even in a wide font: on a
 * screen an em is whole pixels, and bold letters are wider. Then *at moves
 * behind it.
 */
static bool ends_within(text t, size_t from, unsigned width, unsigned size,
                        size_t *at)
{
    unsigned em = (size * 4 / 3 + 9) / 10 * 10, used = 0;
    size_t end = from;

    while (end < t.length) {
        size_t next = end;
        uint32_t c = utf8_next(t, &next);

        if (c == '\n')
            break;
        used += is_half(c) ? em * WIDE_HALF / 100
                : wide_columns(c) == 0 ? 0 : em;
        if (used > width)
            return false;
        end = next;
    }
    *at = end;
    return true;
}

unsigned layout_lines(text t, unsigned pixels, unsigned size)
{
    unsigned em = size * 4 / 3, room = pixels, lines = 1;
    unsigned full = pixels > PADDING ? pixels - PADDING : 0;
    unsigned line = 0, word = 0;
    size_t line_at = 0, word_at = 0;

    room = room > PADDING + 3 * em ? room - PADDING - em : 2 * em;
    if (is_surely_one_line(t, room, size))
        return 1;
    for (size_t at = 0, here = 0; at < t.length; here = at) {
        uint32_t c = utf8_next(t, &at);
        unsigned w = character_pixels(c, size);

        if (c == '\n') {
            lines++;
            line = word = 0;
            line_at = at;
            continue;
        }
        if (!is_half(c) || c == ' ')
            word = 0;
        else if (word == 0)
            word_at = here;
        word = is_half(c) && c != ' ' ? word + w : 0;
        if (line + w > room) {
            if (ends_within(t, line_at, full, size, &at)) {
                line = word = 0; /* a line break follows, or the end */
                continue;
            }
            lines++;
            line_at = word > w && word <= room ? word_at : here;
            line = word <= room ? (word > w ? word : w) : w;
            if (word > room)
                word = w;
        } else {
            line += w;
        }
    }
    return lines;
}

unsigned layout_height(text t, unsigned pixels, unsigned size,
                       unsigned spacing)
{
    return layout_lines(t, pixels, size) * size * spacing / 100 +
           CELL_MARGIN;
}

unsigned layout_spacing(const char *font)
{
    static const char *const airy[] = { "游", "Yu ", "メイリオ", "Meiryo" };

    for (size_t i = 0; i < sizeof(airy) / sizeof(*airy); i++)
        if (text_find(text_of(font), airy[i], 0) != SIZE_MAX)
            return 175;
    return 148;
}

static int by_span(const void *x, const void *y)
{
    const layout_need *a = x, *b = y;
    size_t m = a->last - a->first, n = b->last - b->first;

    if (m != n)
        return m < n ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

void layout_rows(unsigned *heights, size_t rows, layout_need *needs,
                 size_t count)
{
    if (count > 1)
        qsort(needs, count, sizeof(*needs), by_span);
    for (size_t i = 0; i < count; i++) {
        const layout_need *n = &needs[i];
        unsigned have = 0, span, share;

        if (n->last >= rows || n->last < n->first)
            continue;
        span = (unsigned)(n->last - n->first + 1);
        for (size_t r = n->first; r <= n->last; r++)
            have += heights[r];
        if (have >= n->height)
            continue;
        share = (n->height - have + span - 1) / span;
        for (size_t r = n->first; r <= n->last; r++)
            heights[r] += share;
    }
    for (size_t r = 0; r < rows; r++)
        if (heights[r] > LAYOUT_MAX_HEIGHT)
            heights[r] = LAYOUT_MAX_HEIGHT;
}
