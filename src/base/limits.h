/*
 * limits.h - what a workbook may hold or claim, and failing when it does
 */
#ifndef KPIBOOK_BASE_LIMITS_H
#define KPIBOOK_BASE_LIMITS_H

#include "base/arena.h"
#include "base/error.h"

/* Copies `given`, which may be NULL; a field of 0 becomes its default. */
void limits_complete(kpi_limits *out, const kpi_limits *given);

/*
 * KPI_E_LIMIT with rule "file-over-limit". `what` is a short sentence
 * ("the part is larger"), `option` the limit's name on the command line
 * ("part-bytes"), so that the message says how to raise it.
 */
kpi_status limits_fail(kpi_error *err, const char *source, const char *what,
                       const char *option, uint64_t limit);
/*
 * For an arena, or a buf beside it, that gave nothing: KPI_E_LIMIT
 * (memory-bytes) when the arena's limit refused, else KPI_E_NOMEM.
 */
kpi_status limits_fail_memory(kpi_error *err, const arena *a);

/*
 * Whether `size` bytes could be had now; they are given back. For libraries
 * that do not say, or do not notice, that they got no memory.
 */
bool memory_is_left(size_t size);
/*
 * The same before many small things, asked once for a stretch of them: `room`,
 * 0 at first, is what is left of the stretch. `size` is far more than they
 * take, so that what the caller itself takes meanwhile does not count. Asking
 * for each would make the allocator join all its small free pieces each time.
 */
bool memory_is_left_for(size_t *room, size_t size);

#endif
