/*
 * note_shapes.h - the boxes of comments, in a VML drawing
 *                 (ECMA-376 Part 4, 19.1; Excel still wants them)
 *
 * A new drawing, or shapes in front of the end of one that is there: that
 * may hold other notes, buttons and lists, and is often no well-formed XML
 * (Excel writes <br> into it), so nothing of it is parsed but its end.
 */
#ifndef KPIBOOK_ANNOTATE_NOTE_SHAPES_H
#define KPIBOOK_ANNOTATE_NOTE_SHAPES_H

#include "annotate/sheet_marks.h"

/* A drawing with a box for each mark that has a comment of its own. */
bool shapes_new(buf *out, const mark *marks, size_t count,
                const sheet_layout *layout);
/* The same, added to `part`; false: it has no end, or memory. */
bool shapes_add(buf *out, text part, const mark *marks, size_t count,
                const sheet_layout *layout);
/*
 * Copies a drawing without the notes of these cells (row << 32 | col,
 * sorted); *left counts the shapes that stay.
 */
bool shapes_strip(buf *out, text part, const uint64_t *cells, size_t count,
                  size_t *left);

#endif
