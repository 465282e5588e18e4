/*
 * annotate.h - the clerk's own workbook with every finding marked in it
 *
 * Each finding becomes a comment on its cell, the cell is coloured, and a
 * sheet 指摘一覧 in front lists all findings with links. Everything else in
 * the package stays byte for byte: print set-up, drop-downs, conditional
 * formats, macros, pictures, other people's comments. The parts that had to
 * be changed are kept as they were in the folder kpibook/ of the package, so
 * that annotate_strip() can give them back.
 *
 * A mark costs a cell nothing: value, formula, number format, font and
 * alignment stay. A mended copy is a valid submission; its sheet 指摘一覧 and
 * its marks are no data.
 *
 * A sheet that cannot be marked safely (rows out of order, a broken comments
 * part) is left alone; its findings stand on 指摘一覧 only, which says so.
 * The copy is read back before it is given out: no cell of the original
 * sheets has changed.
 */
#ifndef KPIBOOK_ANNOTATE_ANNOTATE_H
#define KPIBOOK_ANNOTATE_ANNOTATE_H

#include "base/buf.h"
#include "check/check.h"

/* At most so many cells of a sheet get a comment, and so many findings a
 * line on 指摘一覧; it says how many are not shown. */
enum { ANNOTATE_COMMENTS = 2000, ANNOTATE_LINES = 60000 };

/* The name of the sheet; "指摘一覧 (2)" when the clerk has one of his own. */
#define ANNOTATE_SHEET "指摘一覧"

/*
 * Appends the annotated copy of `input` to `out`. Findings of `part` with
 * source index 0 are shown, except those that the plan turned off; `p` may
 * be NULL, `as_of` is YYYY-MM-DD or "" (see rule_severity). Marks that the
 * input has already are replaced. Same input, same bytes.
 * Fails as book_open() does for what is no readable workbook.
 */
kpi_status annotate_workbook(buf *out, const kpi_source *input,
                             const dataset *part, const plan *p,
                             plan_language language, const char *as_of,
                             kpi_error *err);
/*
 * Appends `input` without our marks. Exactly the original parts when the
 * copy is as we wrote it; when another program saved it since, our sheet,
 * comments and colours are taken out of what it wrote. *was_annotated says
 * whether there were any; without, `out` gets the input as it is.
 */
kpi_status annotate_strip(buf *out, const kpi_source *input,
                          bool *was_annotated, kpi_error *err);

#endif
