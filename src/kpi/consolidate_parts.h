/*
 * consolidate_parts.h - what the files of consolidate share
 */
#ifndef KPIBOOK_KPI_CONSOLIDATE_PARTS_H
#define KPIBOOK_KPI_CONSOLIDATE_PARTS_H

#include "kpi/consolidate.h"
#include "kpi/key_table.h"
#include "kpi/word_key.h"

/* One source of a part, and where it stands in the merged dataset. */
typedef struct merged_source {
    const source *from;
    size_t part, index; /* the part, and its place among the part's */
    size_t duplicate;   /* of which merged source, SIZE_MAX = none */
} merged_source;

/* One project, and what it is ordered by. */
typedef struct merged_project {
    const project *from;
    size_t part, source; /* source: in the merged dataset */
    size_t index;        /* among its part's projects */
    size_t order[6];     /* goal, theme number, theme, part, part, measure */
} merged_project;

typedef struct merging {
    arena work;          /* given back at the end */
    dataset *out;
    const plan *plan;
    const dataset *const *parts;
    size_t part_count;
    merged_source *sources;
    size_t source_count;
    size_t **source_of;  /* by part and its source: the merged source */
    merged_project *projects;
    size_t project_count;
    key_table groups;    /* part and group -> new group */
    key_table numbers;   /* heading -> its number */
    word_keys *words;
    bool given;          /* the parts' KPIs are taken, not copied */
    bool failed;
} merging;

/* consolidate.c: heading_number() of a goal or theme, remembered */
int merge_number(merging *m, const char *no);

/* consolidate_copy.c */
void merge_project(merging *m, const merged_project *from);

/* consolidate_supersede.c */
void merge_supersede(merging *m);

#endif
