/*
 * stretch.h - the projects of a dataset looked at stretch by stretch
 *
 * What is found out of a project by itself can be found out of many at once.
 * Where workers do that each stretch keeps memory and findings of its own,
 * which in the end become the dataset's, in the order of the projects: the
 * same as if one project had been looked at after the other.
 */
#ifndef KPIBOOK_KPI_STRETCH_H
#define KPIBOOK_KPI_STRETCH_H

#include "base/workers.h"
#include "kpi/dataset.h"

typedef struct stretch {
    size_t from, end;       /* projects of the dataset, end not included */
    arena *kept;            /* the dataset's, or will be */
    finding_list *findings; /* likewise */
    bool failed;            /* memory ran out */
} stretch;

/* Looks at the projects of a stretch; writes nothing but these, their KPIs
 * and the stretch itself. */
typedef void (*stretch_task)(void *context, stretch *s);

/*
 * Does all stretches. Where each `keeps` a lot, room that was lent to the
 * dataset's memory is shared out among them. False: memory, or the limit of
 * the dataset's.
 */
bool stretches_do(dataset *d, const workers *w, bool keeps,
                  stretch_task task, void *context);

#endif
