/*
 * marks.h - which of many keys are there more than once
 *
 * Most of what is looked for among all records is there once, and what is
 * there once is like nothing else: it need not be looked up by all of its
 * words. A mark is 32 bits made of a key. Keys that are alike have the same
 * mark; now and then others do too, which then are looked up in vain. 0 is
 * the mark of what has no key.
 */
#ifndef KPIBOOK_KPI_MARKS_H
#define KPIBOOK_KPI_MARKS_H

#include "base/workers.h"
#include "kpi/dataset.h"
#include "kpi/key_table.h"

static inline uint32_t mark_of(text key)
{
    uint32_t hash = key_hash(key);

    return hash == 0 ? 1 : hash;
}

/* twice[i]: marks[i] is there more than once, and not 0; it was zeroed. False:
 * memory. */
bool marks_find_twice(bool *twice, const uint32_t *marks, size_t count);

/*
 * (*out)[i]: the name of project i is, folded, that of another project too.
 * The list lies in `memory`. `w` may be NULL. False: memory.
 */
bool marks_of_names(bool **out, arena *memory, dataset *d, const workers *w);

#endif
