/*
 * grade_parts.h - what the files that count grades share, and no one else
 */
#ifndef KPIBOOK_KPI_GRADE_PARTS_H
#define KPIBOOK_KPI_GRADE_PARTS_H

#include "kpi/grade.h"
#include "kpi/key_table.h"

typedef struct counting {
    arena *memory;
    const plan *plan;
    grade_choice choice;
    bool declared_counts; /* computed totals hold what declared ones hold */
    key_table grades;     /* folded grade -> band */
} counting;

/* Where a project is counted. */
typedef struct standing {
    bool relisted;
    size_t category, band; /* SIZE_MAX = none */
    bool compared, agrees;
} standing;

/* All of them: false when memory ran out. */
bool counting_init(counting *c, arena *a, const dataset *d, const plan *p,
                   grade_choice choice);
bool grade_row_init(counting *c, grade_row *row, heading goal);
bool grade_stand(counting *c, standing *out, const project *p);
void grade_add(grade_row *row, const standing *s);

/* Ⅰ, I and 1 are one heading; without a number its words decide. */
bool heading_key(arena *a, text *out, heading h);

#endif
