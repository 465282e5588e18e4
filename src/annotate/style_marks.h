/*
 * style_marks.h - colours for marks in xl/styles.xml (ECMA-376 Part 1, 18.8)
 *
 * A marked cell gets a new cell format: a copy of the one it had, as it is
 * written, with another fill and border. So number format, font, alignment
 * and protection stay. New fonts, fills, borders and formats come behind
 * those that are there; nothing that is there is renumbered.
 *
 * The colours belong to kpibook alone (no palette has them): by them a mark
 * is known again when another program saved the copy.
 */
#ifndef KPIBOOK_ANNOTATE_STYLE_MARKS_H
#define KPIBOOK_ANNOTATE_STYLE_MARKS_H

#include "annotate/marks.h"
#include "annotate/parts.h"

/* Formats of the sheet 指摘一覧. */
typedef enum list_style {
    LIST_TITLE, LIST_NOTE, LIST_HEAD, LIST_TEXT, LIST_CENTER, LIST_LINK,
    LIST_ERROR, LIST_WARNING, LIST_NOTICE, LIST_STYLES
} list_style;

/* Excel knows 65,490 formats; room is left for its own. */
enum { STYLE_FORMATS = 64000 };

typedef struct style_marks {
    text part;          /* "" when the workbook has none yet */
    const char *main;   /* namespace of SpreadsheetML in this workbook */
    text *formats;      /* the <xf> of cellXfs, as written */
    size_t format_count, format_capacity;
    size_t first_new;   /* the first new cellXfs */
    text *made;         /* the new ones */
    size_t made_count, made_capacity;
    struct key_table *known; /* "style/kind" -> new format */
    arena *memory;
    size_t counts[3];   /* fonts, fills, borders as they were */
    text prefix;
    bool usable;        /* else cells are not coloured */
    bool failed;
} style_marks;

/* ARGB of a mark's fill, of its border, of the severity's cell in the list. */
extern const char *const style_fill[MARK_KINDS];
extern const char *const style_border[MARK_KINDS];

/* `most` is the highest style index that any cell of the workbook uses. */
kpi_status style_marks_begin(style_marks *out, arena *memory, text part,
                             const char *main, uint32_t most,
                             kpi_error *err);
/* The style of a cell that had `style`, marked; false: no room. */
bool style_marked(style_marks *s, uint32_t style, mark_kind kind,
                  uint32_t *out);
uint32_t style_of_list(const style_marks *s, list_style style);
/* The whole new part. */
kpi_status style_marks_write(buf *out, style_marks *s, kpi_error *err);

#endif
