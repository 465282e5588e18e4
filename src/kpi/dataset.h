/*
 * dataset.h - the canonical KPI model: sources, projects, KPIs, findings
 *
 * What one file gave is a dataset with one source (a part); what a city
 * submitted is a dataset merged from its parts (consolidate.h). Everything
 * lies in the dataset's one arena, or in that of a dataset that it holds.
 * Strings are UTF-8, NUL-terminated and never NULL: "" stands for absent.
 * Years are Western fiscal years, 0 for none. Figures are exact, in their own
 * unit; only the assessment converts. Knows no spreadsheet and no file. The
 * JSON form is kpibook.dataset/1.
 */
#ifndef KPIBOOK_KPI_DATASET_H
#define KPIBOOK_KPI_DATASET_H

#include "base/error.h"
#include "base/finding.h"
#include "base/number.h"
#include "wording/no_number.h"

typedef struct quantity {
    bool known;
    number value; /* zero unless known */
} quantity;

typedef enum kpi_kind {
    KIND_UNKNOWN, KIND_ANNUAL, KIND_CUMULATIVE, KIND_LEVEL, KIND_MILESTONE,
    KIND_COUNT
} kpi_kind;
typedef enum kpi_direction {
    DIRECTION_UNKNOWN, DIRECTION_UP, DIRECTION_DOWN, DIRECTION_KEEP,
    DIRECTION_COUNT
} kpi_direction;
typedef enum rate_formula {
    FORMULA_UNKNOWN, FORMULA_RATIO, FORMULA_INVERSE, FORMULA_MIRROR,
    FORMULA_PROGRESS, FORMULA_KEEP, FORMULA_MILESTONE, FORMULA_COUNT
} rate_formula;

/* "annual", "up", "ratio" ...; NULL for UNKNOWN; and back (UNKNOWN if none). */
const char *kpi_kind_id(kpi_kind kind);
const char *kpi_direction_id(kpi_direction direction);
const char *rate_formula_id(rate_formula formula);
kpi_kind kpi_kind_from_id(text id);
kpi_direction kpi_direction_from_id(text id);
rate_formula rate_formula_from_id(text id);

typedef struct source {
    const char *file;       /* name as shown */
    const char *sha256;     /* 64 hex digits */
    const char *department; /* who submitted, as the plan spells it, or "" */
    const char *modified;   /* dcterms:modified, "" when absent */
    bool modified_estimated; /* 推定: the file system's time, see status */
    const char *stamp;      /* template stamp, or "" */
    bool unreadable;        /* an error finding says why; it has no projects */
    bool superseded;        /* a newer file replaces all of it */
} source;

typedef struct heading {
    const char *no;    /* as printed: Ⅰ ① (i); "" */
    const char *title; /* "" */
} heading;

typedef struct baseline {
    bool present;      /* a baseline is stated (its value may be missing) */
    int fiscal_year, from; /* from: first year of a mean of years, else 0 */
    bool calendar_year;
    quantity value;
    const char *unit;  /* own unit, "" = the KPI's */
    const char *text;  /* as typed */
    place where;
} baseline;

typedef struct target {
    quantity value;    /* not known: a milestone, or none given */
    int from, to;      /* a single target year: from 0; open end: to 0 */
    figure_state state; /* why no value stands there: BLANK, MISSING, TEXT ... */
    bool per_year, cumulative, calendar_year;
    const char *unit;  /* own unit, "" = the KPI's */
    const char *qualifier; /* 以上 以内 規模 増 ..., "" */
    const char *text;  /* as typed: the whole free text of a KPI cell */
    place where;
} target;

typedef struct actual {
    int fiscal_year;
    quantity value;    /* only REPORTED and PRELIMINARY have one */
    quantity total;    /* 127人（62人増）: value 62 is the increase, total 127;
                          only where the target is an increase */
    const char *unit;  /* own unit, "" only where none is known */
    bool cumulative, calendar_year;
    figure_state state;
    const char *text;  /* as typed */
    place where;
} actual;

typedef struct planned {
    int fiscal_year;
    quantity value;
    const char *text;
    place where;
} planned;

/* A reason why there is no rate or no grade; texts in achievement.h. */
typedef enum no_rate_reason {
    REASON_NONE, REASON_NO_ACTUAL, REASON_NO_TARGET, REASON_NOT_DUE,
    REASON_EXPECTED_ZERO, REASON_ACTUAL_ZERO, REASON_TARGET_IS_BASELINE,
    REASON_SIGNS_DIFFER, REASON_UNITS_DIFFER, REASON_YEAR_MISSING,
    REASON_NO_YEAR, REASON_NOT_COUNTED, REASON_PENDING, REASON_ENDED,
    REASON_NO_KPI, REASON_NO_BASELINE, REASON_NO_PLAN, REASON_RELISTED,
    REASON_NEGATIVE, REASON_NO_PROJECT_GRADE,
    REASON_COUNT
} no_rate_reason;

/* How a KPI stands in the reported year. Made by achievement_assess(). */
typedef struct kpi_assessment {
    bool done;          /* false: not assessed yet */
    bool suggestion;    /* the grade only suggests (plan: suggest_only) */
    bool ahead;         /* 先行: not due, but reached */
    bool against_final; /* 最終目標比: level without a baseline, before its year */
    bool worse_than_baseline; /* ▼ */
    int fiscal_year;    /* the reported year that was assessed */
    kpi_kind kind;      /* as chosen */
    kpi_direction direction;
    rate_formula formula;
    no_rate_reason reason;
    quantity expected, actual; /* in the KPI's unit */
    quantity baseline;  /* likewise, as `progress` reckons from it */
    quantity rate;      /* 0.7625; not capped */
    const char *shown;  /* "76%"; "" without a rate */
    const char *grade;  /* computed; "" when none */
    const char *final_grade; /* the override's, else the computed one */
    const char *reason_text; /* in the plan's language; "" with a rate */
    const char *explain; /* the derivation, numbers and words */
} kpi_assessment;

typedef struct grade_override {
    const char *grade, *reason, *by, *date; /* grade "" = none */
} grade_override;

typedef struct kpi {
    const char *name;
    const char *code;   /* "" */
    const char *unit;   /* of the target, else of the figures */
    kpi_kind kind;      /* as the workbook states it, else UNKNOWN */
    kpi_direction direction; /* as the workbook states it, else UNKNOWN */
    bool direction_inferred; /* from a printed rate: to be reported */
    size_t group;       /* KPIs of one merged cell share a number; 0 = none */
    const char **shared_with; /* names of the other projects */
    size_t shared_count;
    baseline baseline;
    target target;
    planned *planned;
    size_t planned_count;
    actual *actuals;    /* by year, as the table shows them */
    size_t actual_count;
    quantity declared_rate; /* 1.724 for 172.4% */
    const char *declared_rate_text;
    place rate_where;   /* of the declared rate */
    const char *declared_grade; /* a grade that stands beside the KPI, "" */
    const char *remark; /* 備考 of the KPI's row, "" */
    grade_override override; /* of this KPI alone; grade "" = none */
    place where;
    kpi_assessment assessment;
} kpi;

typedef struct cost {
    int fiscal_year;
    quantity value;
    const char *unit;   /* 千円 when inferred */
    const char *text;
    place where;
} cost;

typedef struct activity {
    const char *title, *text;
} activity;

typedef struct project_assessment {
    bool done;
    bool suggestion;    /* the grade only suggests (plan: suggest_only) */
    bool compared, agrees; /* compared: declared and computed both exist */
    no_rate_reason reason;
    quantity rate;      /* combined by the plan's project rule */
    const char *shown;
    const char *grade;  /* computed; "" when none */
    /*
     * The override's; else declared, or computed where there is none. With
     * count_grade: computed the other way round. A suggestion never counts.
     */
    const char *final_grade;
    const char *reason_text;
    const char *explain;
} project_assessment;

typedef struct project {
    size_t source;      /* index of its file */
    bool has_goal, has_theme, has_part;
    bool relisted;       /* 再掲 */
    bool superseded;     /* a newer submission holds the same project */
    bool has_period;
    heading goal, theme, part;
    const char *measure; /* 施策, the ⇒ line, "" */
    const char *measure_no; /* as printed: 1-1 (2); no part of the measure */
    const char *no;      /* ①, no part of the name */
    const char *name;
    const char *bureau, *division, *lead;
    const char **municipalities;
    size_t municipality_count;
    const char **grants;
    size_t grant_count;
    int period_from, period_to;
    cost *costs;
    size_t cost_count;
    const char *summary, *purpose;
    activity *activities;
    size_t activity_count;
    const char **notes;  /* 補足, 備考 */
    size_t note_count;
    const char *declared_grade;  /* A..D as typed, "" */
    const char *declared_status; /* 数値目標対象外, －; without ※【】; "" */
    grade_override override;
    place where;
    kpi *kpis;
    size_t kpi_count;
    project_assessment assessment;
} project;

/* What need not be looked for again in all records. */
typedef struct dataset_facts {
    bool known;         /* the figures below, until a project is added */
    bool assessed;      /* it was once: then assessments may stand there */
    int newest_year;    /* dataset_newest_year() */
    size_t most_group;  /* dataset_most_group() */
} dataset_facts;

typedef struct kpi_dataset {
    arena memory;
    int fiscal_year;    /* reported year, 0 when unknown */
    const char *title, *municipality; /* of the plan, "" without one */
    int from, to;       /* the plan's period */
    source *sources;
    size_t source_count, source_capacity;
    project *projects;
    size_t project_count, project_capacity;
    dataset_facts facts;
    finding_list findings; /* texts in `memory` */
    struct kpi_dataset *next; /* a further part of the same file, or NULL */
    struct dataset_life *life; /* who still needs it */
} dataset;

/* A new empty dataset whose memory is limited (0 = not); NULL: memory. */
dataset *dataset_new(size_t memory_limit);
/* Room for so many projects altogether, so that the list need not grow. */
bool dataset_reserve(dataset *d, size_t projects, size_t findings);
void dataset_free(dataset *d); /* and the parts behind it */
/*
 * What `other` holds may be shared by `d` from now on: its memory lives as
 * long as `d` does, also when it is freed before. It must not be changed any
 * more. Threads may do so with one `other`. False: memory.
 */
bool dataset_hold(dataset *d, const dataset *other);
/*
 * The lists of projects and findings of a dataset that is held are not needed
 * any more: their memory is used again for what `d` is given from now on.
 */
void dataset_take_room(dataset *d, const dataset *other);
/* The same sources and findings without the projects; NULL: memory. */
dataset *dataset_without_projects(const dataset *d);
/*
 * Copies all records, without assessments, into memory of their own, closely
 * packed, and frees what else was kept while they were read or checked (and
 * the old dataset). Its facts are known then. False: memory; *d is unchanged.
 */
bool dataset_settle(dataset **d);
/* New zeroed items with every string "" and every enum unknown; NULL: memory. */
source *dataset_add_source(dataset *d);
project *dataset_add_project(dataset *d);
/* A copy of a text, or one that was made not long ago; NULL: memory. */
const char *dataset_keep_text(dataset *d, text t);
/* Sets every string of a zeroed item to "". */
void kpi_init(kpi *k);
void project_init(project *p);
void actual_init(actual *a);
/* As if they had never been assessed. */
void kpi_unassess(kpi *k);
void project_unassess(project *p);
/* Its number and its title; both "" without one. */
heading project_measure(const project *p);
/* The actual of a year, or NULL. */
const actual *kpi_actual(const kpi *k, int fiscal_year);
/* The newest year with a reported or preliminary actual; 0 when none. */
int kpi_newest_year(const kpi *k);
int dataset_newest_year(const dataset *d);
/* The highest number of a group of KPIs; 0 when there is none. */
size_t dataset_most_group(const dataset *d);

#endif
