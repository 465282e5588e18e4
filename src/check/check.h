/*
 * check.h - what can be said about records: every rule family over a dataset
 */
#ifndef KPIBOOK_CHECK_CHECK_H
#define KPIBOOK_CHECK_CHECK_H

#include "check/rules.h"
#include "kpi/consolidate.h"

/*
 * Rules that look at one file's records only: run on each part, before
 * merging, and unassessed. Adds findings to d->findings. The reported year
 * is the plan's, else the newest with an actual.
 */
kpi_status check_part(dataset *d, const plan *p, kpi_error *err);
/*
 * Rules across files and against the assessment (relisted-differs,
 * same-kpi-different-figure, rate-differs, worse-than-baseline ...): run
 * once on the consolidated, assessed dataset. Ends with check_group().
 */
kpi_status check_dataset(dataset *d, const plan *p, kpi_error *err);
/* The same by workers (or NULL), with what merging has learned of the
 * dataset. */
kpi_status check_dataset_by(dataset *d, const plan *p, merge_notes *notes,
                            const workers *w, kpi_error *err);
/*
 * Rules against the data of last year (or of an earlier submission): what
 * changed that should not have. Call between achievement_assess() and
 * check_dataset(), or call check_group() behind it.
 */
kpi_status check_against_previous(dataset *d, const dataset *previous,
                                  const plan *p, kpi_error *err);
/*
 * Makes one finding of equal ones (rule, value, arguments) at the same cell
 * or in neighbouring cells of a column or row: its place is the range, its
 * project and field name all of theirs (the first few).
 */
kpi_status check_group(dataset *d, kpi_error *err);

/* Severity of a finding; a warning when its rule is not in the catalogue. */
severity check_severity(const finding *f, const plan *p, const char *as_of);

typedef struct check_counts {
    size_t errors, warnings, notices;
} check_counts;
check_counts check_count(const dataset *d, const plan *p, const char *as_of);
/* As check_count for one source. A file with an error is rejected. */
check_counts check_count_source(const dataset *d, size_t source_index,
                                const plan *p, const char *as_of);

#endif
