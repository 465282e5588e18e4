/*
 * summary_layout.h - how much room Japanese text takes in a cell
 *
 * Excel measures no text for us: a column is as wide and a row as high as
 * the file says. So text is measured here, on the safe side: an East-Asian
 * character is one em wide, any other 0.58 em; lines break between East-Asian
 * characters and at spaces, one em early, because a line may not begin with
 * a closing bracket or a full stop; the last line of a paragraph takes the
 * whole width. No text is ever cut or shown as ####.
 *
 * Lengths are integers: widths in tenths of a pixel (96 a inch), heights and
 * font sizes in tenths of a point. A column of c characters is 7c + 5 pixels.
 */
#ifndef KPIBOOK_OUTPUT_SUMMARY_LAYOUT_H
#define KPIBOOK_OUTPUT_SUMMARY_LAYOUT_H

#include "base/text.h"

enum {
    LAYOUT_MAX_HEIGHT = 4000, /* tenths of a point; Excel's limit is 409.5 */
    LAYOUT_MAX_BREAKS = 1000  /* Excel and the writer take 1,023 */
};

/* Tenths of a pixel of a column whose width is in tenths of a character. */
unsigned layout_column_pixels(unsigned tenths);
/* The widest line of a text on one line each. */
unsigned layout_text_pixels(text t, unsigned size);
/* Lines that a text takes in a width (padding included); at least 1. */
unsigned layout_lines(text t, unsigned pixels, unsigned size);
/*
 * Height of a text in tenths of a point. `spacing` is the height of a line
 * in percent of the font's size (layout_spacing).
 */
unsigned layout_height(text t, unsigned pixels, unsigned size,
                       unsigned spacing);
/* Fonts whose lines stand far apart (游, メイリオ) need 175, others 148. */
unsigned layout_spacing(const char *font);

/* A cell over several rows that needs at least so much height. */
typedef struct layout_need {
    size_t first, last;
    unsigned height;
} layout_need;
/*
 * Raises row heights until every need is met, short spans first; what a span
 * lacks is shared by its rows. A row never exceeds LAYOUT_MAX_HEIGHT. Sorts
 * the needs.
 */
void layout_rows(unsigned *heights, size_t rows, layout_need *needs,
                 size_t count);

#endif
