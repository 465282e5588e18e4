/*
 * strip_styles.h - marked cell formats, known by their colour, and what the
 *                  cells had before
 *
 * For a copy that another program saved: it has numbered the formats anew.
 * What a cell had is told, in this order, by its place on 指摘一覧, by
 * another cell of the same marked format, or it becomes the marked format
 * without fill and border.
 */
#ifndef KPIBOOK_ANNOTATE_STRIP_STYLES_H
#define KPIBOOK_ANNOTATE_STRIP_STYLES_H

#include "annotate/workbook_marks.h"
#include "kpi/key_table.h"

typedef struct strip_styles {
    arena *memory;
    const char *part;    /* of the styles; NULL: none */
    text xml;
    bool *marked;        /* of each format */
    uint32_t *otherwise; /* what a marked format was, where known */
    bool *known;
    size_t count;        /* formats */
    bool any;            /* some format is marked */
    uint32_t *plain;     /* its copy without colour, 0 = not made yet */
    buf added;           /* these copies */
    size_t added_count;
    key_table places;    /* "sheet/row/col" -> format before */
} strip_styles;

/* Reads the formats of `part` (NULL: a workbook without). */
kpi_status strip_styles_begin(strip_styles *out, package_patch *p,
                              const char *part, arena *memory,
                              kpi_error *err);
void strip_styles_free(strip_styles *s);
/* A cell had this format before it was marked; false: memory. */
bool strip_styles_place(strip_styles *s, size_t sheet, uint32_t row,
                        uint32_t col, uint32_t style);
/*
 * Undoes the marks in a worksheet's XML; with `learn` it only learns what
 * marked formats were. `drop_drawing` takes out <legacyDrawing> too.
 */
bool strip_styles_sheet(strip_styles *s, xml_edit *e, text part,
                        size_t sheet, bool learn, bool drop_drawing);
/* Writes the styles part when formats were added. */
kpi_status strip_styles_write(strip_styles *s, package_patch *p,
                              kpi_error *err);

#endif
