/*
 * plan.h - the plan: what is to be reported, by whom, and how it is graded
 *
 * Plain data; plan/plan_file.h reads it from YAML, plan_default() is what
 * runs without one. Everything lies in the plan's arena. Strings are never
 * NULL, "" is absent.
 */
#ifndef KPIBOOK_KPI_PLAN_H
#define KPIBOOK_KPI_PLAN_H

#include "kpi/dataset.h"

typedef enum plan_language { LANGUAGE_JA, LANGUAGE_EN } plan_language;

typedef enum project_rule {
    PROJECT_BEST, PROJECT_WORST, PROJECT_MEAN, PROJECT_WEIGHTED_MEAN,
    PROJECT_FIRST, PROJECT_COUNT_REACHED,
    PROJECT_NONE /* grade each KPI, no project grade */
} project_rule;

typedef enum grade_on { GRADE_ON_EXACT, GRADE_ON_SHOWN } grade_on;
typedef enum grade_choice {
    GRADE_DECLARED, GRADE_COMPUTED, GRADE_FINAL
} grade_choice;

typedef struct plan_department {
    const char *name;
    const char **aliases; /* other spellings */
    size_t alias_count;
    const char **files;   /* file names that are theirs, globs */
    size_t file_count;
    const char *contact;
} plan_department;

/* What the unmarked actuals of a cumulative KPI are. */
typedef enum actuals_form {
    ACTUALS_UNKNOWN, /* figures marked 累計 run on, all others are yearly */
    ACTUALS_YEARLY,  /* each is one year's: they are added up */
    ACTUALS_RUNNING  /* each is the total so far, marked or not */
} actuals_form;

/* A rule for some KPIs; the first that matches and sets a thing decides it. */
typedef struct plan_kpi_rule {
    const char *match;    /* glob on the folded KPI name (* ?), "" = any */
    const char *project;  /* glob on the folded project name, "" = any */
    const char *code;     /* exact, "" = any */
    kpi_kind kind;        /* UNKNOWN = not set; so for all below */
    kpi_direction direction;
    rate_formula formula;
    actuals_form actuals;
    int from, to;         /* the target's period */
    bool has_tolerance, has_weight;
    number tolerance;     /* keep: fraction of the target, 0.05 */
    number weight;        /* weighted mean */
    const char *reason;
    unsigned line;        /* of the plan file */
} plan_kpi_rule;

typedef struct plan_band {
    const char *grade;    /* A, ◎, 順調 */
    bool has_bound;       /* the last band may have none */
    number at_least;      /* percent: 120; of a rate, 1.2 */
    const char *label;    /* 120%以上; made from the bounds when not given */
    const char *color;    /* RRGGBB of the fill, "" = by position */
} plan_band;

/* A status that is not graded: 数値目標対象外, 調査中【－】, 終了. */
typedef struct plan_category {
    const char *status;   /* as declared, folded for comparing */
    const char *label;    /* how it is counted and printed */
} plan_category;

typedef struct plan_override {
    const char *project, *kpi; /* names (folded), kpi "" = the project */
    const char *grade, *reason, *by, *date;
    unsigned line;
} plan_override;

typedef struct plan_word {   /* an extra header word */
    const char *role, *word;
    unsigned line;           /* of the plan file */
} plan_word;

typedef struct plan_pin {    /* a column fixed by the plan */
    const char *sheet;       /* glob, "" = any */
    const char *role;        /* as in header_roles.h */
    uint32_t row, col;       /* the header cell */
    int fiscal_year;         /* for roles of one year, else 0 */
    unsigned line;
} plan_pin;

typedef struct plan_rule {   /* a check turned off or changed */
    const char *rule, *severity, *reason; /* severity off|notice|warning|error */
    unsigned line;
} plan_rule;

typedef struct plan_note { const char *text; } plan_note;

typedef struct kpi_plan {
    arena memory;
    bool given;              /* false: plan_default() */
    const char *file, *sha256;
    const char *title, *municipality;
    plan_language language;
    int from, to, reported_year; /* 0 = not set */
    const char *as_of;       /* YYYY-MM-DD or "" */
    const char *deadline;    /* YYYY-MM-DDTHH:MM[:SS] in the zone, or "" */
    int zone_minutes;        /* east of UTC; 540 */
    const char **layouts;    /* hints: strategy grant flat wide */
    size_t layout_count;
    plan_department *departments;
    size_t department_count;
    const char **grants;     /* names in brackets that are grants */
    size_t grant_count;
    heading *goals;          /* the plan's goals in order; may be empty */
    size_t goal_count;
    plan_kpi_rule *kpi_rules;
    size_t kpi_rule_count;
    rate_formula formula_down; /* INVERSE or MIRROR */
    rate_formula formula_up;   /* RATIO or PROGRESS */
    project_rule project_rule;
    int digits;              /* of the shown percent */
    number_rounding rounding;
    grade_on grade_on;
    bool has_watch;
    number watch;            /* percentage points, 0 = off; see plan_watch() */
    bool has_averages;       /* averages are asked for */
    number average_cap;      /* percent: a rate counts with at most so much */
    plan_band *bands;        /* from the best down */
    size_t band_count;
    const char *scheme;      /* preset's name, "" */
    bool suggest_only;       /* grades are suggestions, not assigned */
    plan_category *categories;
    size_t category_count;
    grade_choice count_grade; /* which grade is counted; default declared */
    plan_override *overrides;
    size_t override_count;
    plan_word *words;
    size_t word_count;
    plan_pin *pins;
    size_t pin_count;
    plan_rule *rules;
    size_t rule_count;
    const char **notes;      /* printed in 凡例: definitions, glossary */
    size_t note_count;
    const char **use;        /* files that win over others with the same
                                projects or stamp, whatever their time */
    size_t use_count;
    const char *paper;       /* A4 or A3 */
    const char *font;        /* "" = the default */
    const char *cost_unit;   /* unit of costs without one, "" = 千円, reported */
} plan;

/* What holds without a plan file: nothing is graded. NULL: memory. */
plan *plan_default(void);
void plan_free(plan *p);
/*
 * How near a band a KPI is watched, in percentage points: the plan's `watch`,
 * else 5; false when it is off, or when the plan assigns no grades. False
 * also when memory ran out.
 */
bool plan_watch(arena *a, number *points, const plan *p);
/* Glob with * and ? on folded texts. */
bool plan_glob(const char *pattern, text folded);

#endif
