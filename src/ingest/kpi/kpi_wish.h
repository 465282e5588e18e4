/*
 * kpi_wish.h - words that say which way an indicator is to go
 *
 *     減らすことを目標とする指標, 値が小さいほど良い, 減少をめざす, 維持が目標
 */
#ifndef KPIBOOK_INGEST_KPI_WISH_H
#define KPIBOOK_INGEST_KPI_WISH_H

#include "base/text.h"
#include "kpi/dataset.h"

typedef struct wish {
    kpi_direction direction;
    size_t start, end; /* of its words */
    bool good;         /* it is called better so: 望ましい, 良い */
} wish;

/* The first such words at or after a byte; false: none. */
bool wish_find(wish *out, text t, size_t from);

#endif
