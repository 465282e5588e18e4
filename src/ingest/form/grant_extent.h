/*
 * grant_extent.h - where one form ends and the next one begins
 *
 * A form that repeats on a sheet begins with the same label (事業名, 施策名) in
 * the same column; with it go the lines above that repeat too: its title, a
 * number, 基本目標, and 基本目標 above some forms only, where another begins.
 * All that stands up to there is the form's, whatever lists and tables lie
 * between.
 */
#ifndef KPIBOOK_INGEST_GRANT_EXTENT_H
#define KPIBOOK_INGEST_GRANT_EXTENT_H

#include "ingest/reader/reader.h"

/* Does a label between `from` and the table name a project or measure? */
bool form_is_named_above(reader *r, const table *t, uint32_t from);
/*
 * The first row of the next form, or the sheet's rows where none follows, of
 * the form that begins at `from` with table t; 0 where no label names it, so
 * that its end is not known.
 */
uint32_t form_extent(reader *r, const table *t, uint32_t from);

/*
 * The same of a form without a table, up to `end`: *label is what names it.
 * `end` where it is the last one, 0 where no label names it.
 */
uint32_t form_bare_extent(reader *r, uint32_t from, uint32_t end, text *label);

#endif
