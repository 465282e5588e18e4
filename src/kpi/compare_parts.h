/*
 * compare_parts.h - what the files of compare share, and no one else
 */
#ifndef KPIBOOK_KPI_COMPARE_PARTS_H
#define KPIBOOK_KPI_COMPARE_PARTS_H

#include "kpi/calc.h"
#include "kpi/compare.h"
#include "kpi/key_table.h"

/* A project or KPI that takes part, and what it was paired with. */
typedef struct paired {
    size_t partner;     /* index on the other side, SIZE_MAX = none */
    compare_match match;
} paired;

typedef struct project_entry {
    const project *record;
    text goal, name, bureau; /* folded */
    paired pair;
} project_entry;

typedef struct kpi_entry {
    const kpi *record;
    size_t project;     /* index of its project_entry */
    text name, code, unit; /* folded */
    paired pair;
} kpi_entry;

typedef struct compare_list {
    project_entry *projects;
    size_t project_count;
    kpi_entry *kpis;
    size_t kpi_count;
} compare_list;

typedef struct comparing {
    arena *memory;      /* of the result */
    arena work;         /* freed at the end */
    calc calc;          /* reckons in `work` */
    bool failed;
    compare_list old, now;
} comparing;

/* compare_pair.c: who is whom */
void compare_pair_all(comparing *c);

/* compare_fields.c: what differs */
void compare_project_fields(comparing *c, compare_changes *out,
                            const project *old, const project *now);
void compare_kpi_fields(comparing *c, compare_changes *out,
                        const compare_kpi *pair, bool same_project);

/* compare_similar.c: names as sorted pairs of neighbouring characters */
typedef struct similar_name {
    const uint64_t *pairs;
    size_t count;
} similar_name;
bool similar_name_make(arena *a, similar_name *out, text folded);
/* Of 1000: what the names share of all they hold. */
unsigned similar_names(const similar_name *a, const similar_name *b);
enum { SIMILAR_ENOUGH = 600 };

#endif
