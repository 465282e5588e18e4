/*
 * annotated.h - what tests of annotated copies ask of two packages
 */
#ifndef KPIBOOK_TESTS_ANNOTATED_H
#define KPIBOOK_TESTS_ANNOTATED_H

#include "base/buf.h"
#include "kpi/dataset.h"
#include "xlsx/book.h"

/*
 * A dataset of one source with findings on some cells of each sheet that has
 * a part (the first, the middle and the last cell, two blank ones, a range),
 * and one of the whole file. NULL: memory, or a sheet cannot be read.
 */
dataset *annotated_findings(book *b);
/* "" when both packages have the same parts with the same bytes, else the
 * name of one that differs. */
const char *annotated_difference(const kpi_source *a, const kpi_source *b,
                                 char out[256]);
/* Every cell of sheet i of `a` is in sheet j of `b` and the other way. */
bool annotated_same_cells(book *a, size_t i, book *b, size_t j);
/* The inflated text of a part, NUL-terminated, yours to free; NULL: none. */
char *annotated_part(const kpi_source *s, const char *name);

#endif
