/*
 * limits.c - what a workbook may hold or claim unless the caller says more
 */
#include "base/limits.h"

#include <assert.h>
#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define MIB ((uint64_t)1 << 20)

static const kpi_limits defaults = {
    .file_bytes = 256 * MIB,
    .part_bytes = 1024 * MIB,
    .total_bytes = 2048 * MIB,
    .ratio = 250,
    .entries = 10000,
    .cells = 20000000,
    .strings = 5000000,
    .string_bytes = 1 * MIB,
    .text_bytes = 512 * MIB,
    .nesting = 64,
    .attributes = 256,
    .merges = 100000,
    .sheets = 1000,
    .memory_bytes = 768 * MIB,
};

void kpi_limits_default(kpi_limits *limits)
{
    *limits = defaults;
}

/* All fields are 64-bit numbers, so they can be walked as an array. */
static_assert(sizeof(kpi_limits) % sizeof(uint64_t) == 0,
              "a limit is a uint64_t");

void limits_complete(kpi_limits *out, const kpi_limits *given)
{
    uint64_t values[sizeof(kpi_limits) / sizeof(uint64_t)] = { 0 };
    uint64_t filled[sizeof(kpi_limits) / sizeof(uint64_t)];

    if (given != NULL)
        memcpy(values, given, sizeof(values));
    memcpy(filled, &defaults, sizeof(filled));
    for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
        if (values[i] != 0)
            filled[i] = values[i];
    }
    memcpy(out, filled, sizeof(filled));
}

kpi_status limits_fail(kpi_error *err, const char *source, const char *what,
                       const char *option, uint64_t limit)
{
    return kpi_fail(err, KPI_E_LIMIT, "file-over-limit", source,
                    "%s than the limit of %" PRIu64 " (--limit-%s)", what,
                    limit, option);
}

kpi_status limits_fail_memory(kpi_error *err, const arena *a)
{
    if (!a->full)
        return kpi_fail_nomem(err);
    return limits_fail(err, NULL, "the workbook needs more memory",
                       "memory-bytes", a->limit);
}

bool memory_is_left(size_t size)
{
    void *volatile room = malloc(size);

    free(room);
    return room != NULL;
}

bool memory_is_left_for(size_t *room, size_t size)
{
    enum { STRETCH = 4 << 20 };

    if (*room < size) {
        if (!memory_is_left(size + STRETCH))
            return false;
        *room = size + STRETCH;
    }
    *room -= size;
    return true;
}
