/*
 * check.h - what fuzz targets share
 */
#ifndef KPIBOOK_FUZZ_CHECK_H
#define KPIBOOK_FUZZ_CHECK_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "kpibook.h"

/* A property of the target; holds also when assert() is compiled away. */
static inline void check(bool property)
{
    if (!property)
        abort();
}

/* A failure names a rule, unless memory ran out. */
static inline void check_error(kpi_status status, const kpi_error *err)
{
    check(status == KPI_OK || status == err->status);
    check(status != KPI_E_INPUT || err->rule[0] != '\0');
    check(status != KPI_E_LIMIT || strcmp(err->rule, "file-over-limit") == 0);
    check(status != KPI_E_PLAN && status != KPI_E_USAGE &&
          status != KPI_E_OUTPUT);
}

/* Small limits keep a run short and reach the code that guards them. */
static inline kpi_limits small_limits(void)
{
    kpi_limits limits = {
        .file_bytes = 1 << 20, .part_bytes = 1 << 20, .total_bytes = 4 << 20,
        .ratio = 250, .entries = 100, .cells = 20000, .strings = 5000,
        .string_bytes = 20000, .text_bytes = 200000, .nesting = 32,
        .attributes = 64, .merges = 500, .sheets = 20,
        .memory_bytes = 16 << 20,
    };

    return limits;
}

#endif
