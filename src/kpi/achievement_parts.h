/*
 * achievement_parts.h - what the files of achievement share, and no one else
 *
 * A KPI is assessed in three steps: it is *read* (which kind, direction,
 * formula and years: reading), *measured* (expected value, actual and rate,
 * each with its words: measure), and written down. A reading can be changed
 * and measured again: so are the other readings of grade-differs made.
 */
#ifndef KPIBOOK_KPI_ACHIEVEMENT_PARTS_H
#define KPIBOOK_KPI_ACHIEVEMENT_PARTS_H

#include "kpi/calc.h"
#include "kpi/plan.h"
#include "wording/units.h"

/* A text in both languages, by plan_language. */
typedef struct words {
    const char *in[2];
} words;

typedef struct reading {
    kpi_kind kind;
    kpi_direction direction;
    rate_formula formula;
    bool kind_given;       /* by the plan or the workbook */
    bool direction_given;
    bool rank;             /* its unit is 位 */
    actuals_form actuals;
    int starts;            /* the target's own first year, 0 = none */
    int from, to;          /* S and E, 0 = none */
    bool by_plan_of_years; /* a declared yearly plan may decide */
    bool has_tolerance, has_weight;
    number tolerance, weight;
} reading;

typedef struct measure {
    quantity target, baseline, expected, actual, rate; /* in the KPI's unit */
    no_rate_reason reason;
    const char *reason_text; /* more exact than the reason's own, or NULL */
    const char *expected_text, *actual_text; /* as they are reckoned */
    const char *formula_text; /* `305 ÷ (1,000 × 2/5)`; "" = not reckoned */
    rate_formula formula;
    bool ahead, against_final, worse, comparable, baseline_too_late;
    bool planned;            /* a declared yearly plan decided */
    bool due;                /* its year has come (or is not known) */
    bool running;            /* the actual is a figure of the total so far */
    const char *odd_unit;    /* a unit that is not the KPI's, or NULL */
    units_relation odd;      /* COUNTERS or INCOMPATIBLE, with odd_unit */
    place odd_where;
} measure;

/* A plan's rule with its patterns folded. */
typedef struct folded_rule {
    const char *match, *project;
    const plan_kpi_rule *rule;
} folded_rule;

/* achievement_read.c */
bool folded_rules(arena *a, folded_rule **out, const plan *p);
void reading_choose(calc *c, reading *out, const kpi *k, text project_name,
                    const folded_rule *rules, const plan *p, int year);
/* The formula that goes with the reading's kind and direction. */
rate_formula reading_formula(const reading *r, const kpi *k, const plan *p);

/* achievement_measure.c */
void measure_kpi(calc *c, measure *out, const kpi *k, const reading *r,
                 int year, plan_language language);

/* achievement_rate.c: the rate from expected and actual */
void measure_rate(calc *c, measure *m, const reading *r);

/* achievement_project.c: many rates become one */
typedef struct rate_entry {
    number rate, weight;
} rate_entry;
/* False in *some when there is none. */
void combine_rates(calc *c, number *out, bool *some, const rate_entry *rates,
                   size_t count, project_rule rule);
const char *project_rule_name(project_rule rule, plan_language language);

/* achievement_explain.c */
/* ` = 76.25% → 76% → C (70–99)` */
void explain_result(calc *c, buf *out, number rate, const char *shown,
                    const char *grade, const plan *p);
/* The whole derivation of a KPI; grade "" when it is not graded. */
const char *explain_kpi(calc *c, const measure *m, const char *shown,
                        const char *grade, const plan *p);
/* `；修正: B（reason, by, date）`, nothing without an override. */
void explain_override(buf *out, const grade_override *o, plan_language l);
/* The reason why there is no rate: its own words, else the reason's. */
const char *measure_reason(const measure *m, plan_language language);

/* A KPI of a project, read and measured. */
typedef struct kpi_case {
    kpi *kpi;
    reading reading;
    measure measure;
} kpi_case;

/* A rate as shown and its grade, in scratch memory. */
typedef struct graded {
    const char *shown, *grade;
} graded;

/* achievement_other.c */
graded grade_of(calc *c, number rate, const plan *p);
/*
 * Which other readings would give the declared grade, in words; or that none
 * does. One thing is changed at a time: a KPI's kind or formula, the
 * rounding, the project rule.
 */
const char *other_readings(calc *c, const kpi_case *cases, size_t count,
                           const char *declared, const plan *p, int year);

/* achievement_findings.c */
typedef struct finding_place {
    finding_list *list;
    size_t source;
    const char *project_name;
} finding_place;
/* What assessing a KPI gave reason to report. */
void report_kpi(calc *c, const finding_place *at, const kpi_case *k,
                const plan *p, int year);

/* grade.c: the same after folding; false: memory */
bool grade_equal(arena *a, bool *equal, const char *x, const char *y);

#endif
