/*
 * cell_digest.h - one number for all cells of a sheet, to tell that none of
 *                 them has changed
 *
 * Takes in place, type, value, formula mark, number format and merged
 * ranges. Cells without a value are left out; of a text over 1 KiB only its
 * length and samples count.
 */
#ifndef KPIBOOK_ANNOTATE_CELL_DIGEST_H
#define KPIBOOK_ANNOTATE_CELL_DIGEST_H

#include "xlsx/book.h"

kpi_status cell_digest(uint64_t *out, book *b, size_t sheet, kpi_error *err);

#endif
