/*
 * workers.h - work that a caller may do piece by piece, several at once
 *
 * The library starts no thread. Where a caller has some he gives a function
 * that runs pieces (kpi_run); without it they are done one after the other.
 * A piece touches nothing that another one writes.
 */
#ifndef KPIBOOK_BASE_WORKERS_H
#define KPIBOOK_BASE_WORKERS_H

#include "kpibook.h"

typedef struct workers {
    kpi_run run; /* NULL: there are none */
    void *context;
} workers;

#endif
