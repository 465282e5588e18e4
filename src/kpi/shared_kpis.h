/*
 * shared_kpis.h - which KPIs of several projects are one and the same
 *
 * A KPI cell that is merged over several projects belongs to each of them;
 * who counts KPIs counts it once. A workbook tells by the merged cell (a
 * group, in which each name is a KPI), data without groups by the names in
 * `shared_with`. Relisted and superseded projects are not looked at.
 */
#ifndef KPIBOOK_KPI_SHARED_KPIS_H
#define KPIBOOK_KPI_SHARED_KPIS_H

#include "kpi/dataset.h"

typedef struct shared_kpis {
    size_t **ids;     /* by project and KPI; 0 = it stands alone */
    size_t count;     /* ids go from 1 to this */
    bool *met;        /* by id: see shared_kpis_again() */
} shared_kpis;

/* Lies in `a`; false when memory ran out. */
bool shared_kpis_find(shared_kpis *out, arena *a, const dataset *d);
/* Has the KPI been asked for before, under another project? */
bool shared_kpis_again(shared_kpis *s, size_t project_index,
                       size_t kpi_index);

#endif
