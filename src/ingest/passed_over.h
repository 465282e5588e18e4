/*
 * passed_over.h - figures beside 目標 or 実績 on a form that nothing has taken
 *
 * The columns of a list are all accounted for, but a form's labels and small
 * tables may lie in a way that no reading knows. What stands there is said,
 * cell by cell (figure-passed-over), so that nothing is missed in silence. Of a
 * sheet that gave nothing at all it is said once (sheet-not-read).
 */
#ifndef KPIBOOK_INGEST_PASSED_OVER_H
#define KPIBOOK_INGEST_PASSED_OVER_H

#include "ingest/reader/reader.h"

/* For the sheet `g`, whose tables, projects, findings and rows without data
 * were noted since `before`; places are those of the file. */
void passed_over_say(reader *r, arena *scratch, const grid *g,
                     const reader_state *before);

#endif
