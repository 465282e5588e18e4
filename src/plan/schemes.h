/*
 * schemes.h - preset scales of grades, named by the scale, not by a city
 *
 * `scheme: 120-100-70` in a plan stands for the bands of that preset. A
 * bound is the least percent of the shown or exact rate (as the plan's
 * `rounding.grade_on` says) that earns the grade; the last band has none.
 * What a preset does not set stays as the plan has it: rounding, project
 * rule, categories. A scale whose words no formula can assign is
 * `suggest_only`: the grade is printed as a suggestion.
 */
#ifndef KPIBOOK_PLAN_SCHEMES_H
#define KPIBOOK_PLAN_SCHEMES_H

#include "kpi/plan.h"

typedef struct scheme_band {
    const char *grade;
    const char *at_least; /* percent as a decimal; NULL = all below */
    const char *color;    /* RRGGBB, light enough for black letters */
} scheme_band;

typedef struct scheme {
    const char *name;
    bool suggest_only;
    size_t band_count;
    scheme_band bands[8];
    const char *about[2]; /* by plan_language: where such a scale is used,
                             and why these bounds */
} scheme;

size_t scheme_count(void);
const scheme *scheme_at(size_t index);
const scheme *scheme_find(text name); /* NULL when there is none */

/* Gives the plan the preset's bands. False: memory. */
bool scheme_apply(plan *p, const scheme *s);
/*
 * Gives each band without a label one made from the bounds, in the plan's
 * language: 120%以上, 100～119%, 69%以下; where the grade is taken on the exact
 * value, or a bound is finer than the shown digits, 100%以上120%未満.
 * False: memory.
 */
bool scheme_label_bands(plan *p);

#endif
