/*
 * wide.h - how many columns a character takes on a terminal or in a sheet
 *
 * East-Asian Wide and Fullwidth (UAX #11) take two, combining marks and
 * joiners none, all else one; Ambiguous counts as one.
 */
#ifndef KPIBOOK_BASE_WIDE_H
#define KPIBOOK_BASE_WIDE_H

#include <stddef.h>
#include <stdint.h>

size_t wide_columns(uint32_t character);

#endif
