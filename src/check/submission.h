/*
 * submission.h - 提出状況: who of the roster has submitted, and how it stands
 *
 * 未提出 without a file; 遅延 when the newest file is from after the deadline;
 * 差戻し when what counts of it has an error finding; else 受理. A file's time
 * is its dcterms:modified. Departments outside the roster come behind it.
 */
#ifndef KPIBOOK_CHECK_SUBMISSION_H
#define KPIBOOK_CHECK_SUBMISSION_H

#include "check/check.h"

typedef enum submission_state {
    SUBMISSION_ACCEPTED, SUBMISSION_RETURNED, SUBMISSION_LATE,
    SUBMISSION_MISSING, SUBMISSION_STATES
} submission_state;

typedef struct submission {
    const char *department; /* "" when a file's department is unknown */
    bool on_roster;
    submission_state state;
    bool overdue;           /* missing, and the deadline has passed */
    size_t *sources;        /* its files: newest first */
    size_t source_count;
    size_t errors, warnings; /* of the files that count */
} submission;

typedef struct submission_table {
    submission *rows;
    size_t count;
    size_t by_state[SUBMISSION_STATES];
} submission_table;

/* All in the arena. `as_of` YYYY-MM-DD or "". */
kpi_status submission_list(submission_table *out, arena *a, const dataset *d,
                           const plan *p, const char *as_of, kpi_error *err);

/* "accepted" ... and 受理 ... */
const char *submission_state_id(submission_state state);
const char *submission_state_text(submission_state state,
                                  plan_language language);

#endif
