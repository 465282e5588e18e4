/*
 * nearest.h - how far a typed word is from one that was meant
 */
#ifndef KPIBOOK_PLAN_NEAREST_H
#define KPIBOOK_PLAN_NEAREST_H

#include "base/text.h"

/* Letters to add, drop or change; SIZE_MAX when either is a long text. */
size_t nearest_distance(text a, text b);
/* Is so much little enough to ask whether the word was meant? */
bool nearest_is_close(size_t distance, text word);

#endif
