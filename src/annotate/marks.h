/*
 * marks.h - which cells get a mark, and what their comments say
 *
 * A finding of a range in one row or column colours all its cells, its
 * comment stands on the first; of a larger range only the first is marked.
 * Within a merged range the mark goes to its first cell, the one that is
 * seen. Several findings of a cell share a comment.
 */
#ifndef KPIBOOK_ANNOTATE_MARKS_H
#define KPIBOOK_ANNOTATE_MARKS_H

#include "annotate/annotate.h"
#include "xlsx/book.h"

/* Cells that one finding or one merged range colours at most. */
enum { MARKS_OF_RANGE = 1000, MARKS_OF_MERGE = 256 };

typedef enum mark_kind { MARK_ERROR, MARK_WARNING, MARK_NOTICE, MARK_KINDS }
    mark_kind;

typedef struct mark {
    uint32_t row, col;
    mark_kind kind;
    text comment;     /* "" = only coloured */
    unsigned lines;   /* of the comment, as its box shows it */
    uint32_t style;   /* of the cell as it was */
    uint32_t marked;  /* its style with the colour */
    bool joined;      /* the cell has another's comment: added to it */
} mark;

typedef struct mark_sheet {
    mark *items;      /* by row, then column */
    size_t count;
    size_t left_out;  /* cells over ANNOTATE_COMMENTS: not marked */
} mark_sheet;

/* A finding that is shown, as a line of the list. */
typedef struct mark_line {
    const finding *item;
    const rule *rule;  /* NULL when the catalogue does not know it */
    mark_kind kind;
    size_t sheet;      /* of the book; SIZE_MAX = none, or not there */
    bool has_cell;
    uint32_t row, col; /* where the comment stands */
    const mark *mark;  /* the mark of that cell; NULL without one */
    bool first;        /* the first line of its mark */
} mark_line;

typedef struct mark_table {
    mark_sheet *sheets; /* one for each sheet of the book */
    size_t sheet_count;
    mark_line *lines;   /* without a cell first, then as the book goes */
    size_t line_count;
} mark_table;

/*
 * All in `memory`. Sheets with skip[i] get no marks. `p` may be NULL.
 */
kpi_status marks_make(mark_table *out, arena *memory, book *b,
                      const bool *skip, const dataset *part, const plan *p,
                      plan_language language, const char *as_of,
                      kpi_error *err);
/* Message, or the rule's id when nothing is known of it. */
void mark_message(buf *out, const mark_line *line, plan_language language);
void mark_hint(buf *out, const mark_line *line, plan_language language);

#endif
