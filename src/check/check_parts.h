/*
 * check_parts.h - what the files of checking share, and no one else
 *
 * A family of rules is a file with one function that walks over records and
 * reports. Failing is remembered: memory that ran out is asked for once.
 */
#ifndef KPIBOOK_CHECK_CHECK_PARTS_H
#define KPIBOOK_CHECK_CHECK_PARTS_H

#include "check/check.h"
#include "kpi/calc.h"
#include "kpi/key_table.h"
#include "kpi/word_key.h"

typedef struct checker {
    dataset *data;
    const plan *plan;
    arena work;  /* emptied now and then, freed at the end of the run */
    arena kept;  /* freed at the end of the run */
    calc calc;   /* reckons in `work` */
    finding_list *found; /* where findings go */
    word_keys *words;
    word_keys own_words; /* in `kept`, unless words were given */
    const bool *namesakes; /* of merge_notes; NULL: of one file only */
    const workers *workers; /* or NULL */
    int year;    /* the reported year, 0 when unknown */
    size_t *doubts; /* indexes of findings (check_assessment), in `kept` */
    size_t doubt_count;
    bool failed;
} checker;

/* What is reported: rule, where, what stands there, and arguments. */
typedef struct report {
    const char *rule;
    place where;
    const char *value;
    const char *args[FINDING_ARGS];
} report;

/* A rule's function: looks at one KPI, or at one project. */
typedef void (*kpi_check)(checker *c, const project *p, const kpi *k);
typedef void (*project_check)(checker *c, const project *p);

void check_begin(checker *c, dataset *d, const plan *p);
kpi_status check_end(checker *c, kpi_error *err);

/* `k` may be NULL: about the project. A place without a cell becomes the
 * KPI's, else the project's. */
void check_report(checker *c, const project *p, const kpi *k,
                  const report *r);

/*
 * Runs every check on every KPI of every project that counts: not listed
 * again (relisted-differs compares those), not superseded. `work` is emptied
 * between projects when it has grown.
 */
void check_kpis(checker *c, const kpi_check *checks, size_t count);
/* The same by the checker's workers. A check may only report, and work in
 * `work`. */
void check_kpis_apart(checker *c, const kpi_check *checks, size_t count);
void check_projects(checker *c, const project_check *checks, size_t count);
/* `work` given back when it has grown: nothing in it is needed any more. */
void check_empty_work(checker *c);

/* Texts for arguments, in `work`; "" when memory ran out. */
const char *check_int(checker *c, int value);
const char *check_figure(checker *c, number value, const char *unit);
const char *check_actual_text(checker *c, const actual *a);
/* `産業経済局.xlsx 基本目標Ⅰ!E12`, as much of it as is known. */
const char *check_where(checker *c, const project *p, place where);
const char *check_key(checker *c, const char *typed); /* folded */
/* Keys joined so that no two lists of keys are alike. */
text check_join(checker *c, const char *const *parts, size_t count);

/* Is it not counted: 数値目標対象外, ended, listed again or superseded? */
bool check_excluded(const project *p);
/* Two figures in one unit: false when they cannot be compared. */
bool check_comparable(checker *c, number *other, number value,
                      const char *from, const char *to);
/* At least `times` apart, up or down; never for zero or differing signs. */
bool check_apart(checker *c, number a, number b, int times);
/* 10, 100 or 1000 (negative: a tenth ...) when a = b times that; else 0. */
int check_slip(checker *c, number a, number b);
/* The first word of a list, ended by NULL, that a folded text holds. */
bool check_holds(text folded, const char *const *words);

/* The families. */
/* Not families: they complete the findings that reading made. */
void check_names(checker *c);
void check_departments(checker *c);
void check_missing(checker *c);
void check_value(checker *c);
void check_logic(checker *c);
void check_totals(checker *c);
void check_assessment(checker *c);
void check_identity(checker *c);
void check_relisted(checker *c);
void check_submission(checker *c);
void check_template(checker *c);

#endif
