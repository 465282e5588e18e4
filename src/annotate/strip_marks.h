/*
 * strip_marks.h - our sheet, comments and colours taken out of a copy that
 *                 another program saved
 */
#ifndef KPIBOOK_ANNOTATE_STRIP_MARKS_H
#define KPIBOOK_ANNOTATE_STRIP_MARKS_H

#include "annotate/package_patch.h"
#include "xlsx/book.h"

/* *found tells whether there was anything of ours. */
kpi_status strip_marks(package_patch *p, book *b, bool *found,
                       kpi_error *err);

#endif
