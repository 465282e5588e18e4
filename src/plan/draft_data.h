/*
 * draft_data.h - what submissions tell that a first plan can say
 */
#ifndef KPIBOOK_PLAN_DRAFT_DATA_H
#define KPIBOOK_PLAN_DRAFT_DATA_H

#include "kpi/plan.h"

enum { DRAFT_MOST_NAMES = 1000, DRAFT_MOST_DOUBTS = 100,
       DRAFT_MOST_LAYOUTS = 3 };

typedef struct draft_name {
    text folded;
    const char *name, *more; /* as first typed; a goal's title */
    int value, value_to;     /* of a counted period */
    size_t times;
} draft_name;

typedef struct draft_names {
    draft_name *items;       /* in order of appearance */
    size_t count, capacity;
} draft_names;

/* A way to read a KPI that has another one. */
typedef struct draft_reading {
    bool (*applies)(const kpi *k, int reported_year);
    const char *kind; /* the one that is taken without a rule */
    const char *why;
} draft_reading;

typedef struct draft_doubt {
    const char *name, *text;
    const draft_reading *reading;
} draft_doubt;

typedef struct draft_data {
    const char *title, *municipality;
    int from, to, reported_year;
    const char *layouts[DRAFT_MOST_LAYOUTS];
    size_t layout_count;
    draft_names departments, grants, goals, statuses, grades;
    int digits;              /* of declared rates */
    bool has_costs;
    draft_doubt doubts[DRAFT_MOST_DOUBTS];
    size_t doubt_count, more_doubts;
} draft_data;

/*
 * Texts lie in `a`, each on one line, trimmed, with nothing that YAML takes
 * for a break. False: memory.
 */
bool draft_collect(draft_data *x, arena *a, const dataset *d);

#endif
