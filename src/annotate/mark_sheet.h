/*
 * mark_sheet.h - one worksheet with its parts: cells, comments, boxes
 */
#ifndef KPIBOOK_ANNOTATE_MARK_SHEET_H
#define KPIBOOK_ANNOTATE_MARK_SHEET_H

#include "annotate/parts.h"
#include "annotate/sheet_marks.h"
#include "annotate/workbook_marks.h"

typedef struct sheet_job {
    package_patch *patch;
    type_changes *types;
    const workbook_map *map;
    arena *memory;             /* lives as long as `types` */
    const char *part;          /* of the worksheet */
    mark *marks;
    size_t count;
    const sheet_layout *layout;
    bool colors;               /* else only comments */
} sheet_job;

/*
 * Writes the marks into the patch. *safe is false when that cannot be done
 * without risk; then the patch is of no more use.
 */
kpi_status mark_sheet_write(const sheet_job *job, bool *safe,
                            kpi_error *err);

#endif
