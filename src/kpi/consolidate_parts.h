/*
 * consolidate_parts.h - what the files of consolidate share
 */
#ifndef KPIBOOK_KPI_CONSOLIDATE_PARTS_H
#define KPIBOOK_KPI_CONSOLIDATE_PARTS_H

#include "kpi/consolidate.h"
#include "kpi/key_table.h"

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
    size_t under;        /* which headings (consolidate_order.c) */
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
    bool all_listed;     /* none was left out as a duplicate's */
    key_table groups;    /* part and group -> new group */
    key_table numbers;   /* heading -> its number */
    key_table seen;      /* what was first seen when (consolidate_order.c) */
    bool any_unnumbered; /* headings; the rest is empty without */
    key_table titles;    /* level, what is above, title -> title_numbers */
    void *title_numbers; /* of const char *, "" where there are two */
    size_t title_number_count, title_number_capacity;
    merge_notes *notes;
    const workers *workers; /* or NULL */
    bool given;          /* the parts' KPIs are taken, not copied */
    bool failed;
} merging;

/* consolidate.c: the merged source of a part's source, SIZE_MAX when it is
 * left out */
size_t merge_source(const merging *m, size_t part, size_t index);

/* consolidate_headings.c */
enum { MERGE_GOAL, MERGE_THEME, MERGE_MEASURE };
/* From the listed projects and the plan. False: memory. */
bool merge_learn_headings(merging *m);
/* The number of a heading, as it stands or as others have it. `above` is the
 * goal's order for a theme or measure, 0 for a goal. */
const char *merge_heading_no(merging *m, int64_t level, size_t above,
                             const heading *h);
/* Gives a project's headings their numbers: heading-number-inferred */
void merge_number_headings(merging *m, project *p);

/* consolidate_order.c */
/* The very same words, so that nothing needs to be looked up. */
bool merge_same_words(const heading *a, const heading *b);
/* The plan's goals, then numbered ones, then others as first seen. */
size_t merge_goal_order(merging *m, const project *p);
int merge_compare(size_t a, size_t b);
/* heading_number() of a heading, remembered */
int merge_number(merging *m, const char *no);
/* The same, and one below zero for 1-1 and the like, by its words. */
int64_t merge_any_number(merging *m, const char *no);
/* Lists the projects of all parts in their order. False: memory. */
bool merge_list_projects(merging *m);

/* consolidate_copy.c: takes them over. False: memory. */
bool merge_projects(merging *m);

/* consolidate_supersede.c */
void merge_supersede(merging *m);

#endif
