/*
 * comment_marks.h - comments of marks in xl/comments1.xml
 *                   (ECMA-376 Part 1, 18.7)
 *
 * Ours have an author of their own, `kpibook`, and begin with a line that
 * names us. A cell can have only one comment: where somebody else's stands
 * already, our line and text follow it. By the line they can be cut off
 * again, whatever program saved the copy. Replies (threaded
 * comments) are parts that are not touched; such a cell's old-style comment
 * carries our text for programs that show it.
 */
#ifndef KPIBOOK_ANNOTATE_COMMENT_MARKS_H
#define KPIBOOK_ANNOTATE_COMMENT_MARKS_H

#include "annotate/marks.h"
#include "annotate/xml_edit.h"

#define COMMENT_AUTHOR "kpibook"
#define COMMENT_LINE "―――― kpibook ――――"

/* A new part in the namespace `main`. */
bool comments_new(buf *out, const char *main, const mark *marks,
                  size_t count);
/* Adds the comments to a part; sets `joined` of marks whose cell has one
 * already. False: the part is not as expected, or memory. */
bool comments_add(xml_edit *e, text part, mark *marks, size_t count);

/* What taking our comments out leaves. */
typedef struct comments_left {
    bool had_ours;
    size_t others;          /* comments that stay */
    uint64_t *cells;        /* (row << 32 | col) of those that went */
    size_t cell_count, cell_capacity;
} comments_left;

/* Takes out our comments, and what we added to others. */
bool comments_strip(xml_edit *e, comments_left *left, text part);

#endif
