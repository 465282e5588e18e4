/*
 * consolidate.h - parts of a submission become one dataset
 *
 * Files of one department are parts of one submission; a file replaces an
 * earlier one only where both hold the same project (folded name and goal,
 * 再掲 aside) or the same template stamp (DOMAIN 4). Findings of the parts
 * are kept; those of the merging are added. Sources are ordered by file
 * name; projects by the plan's goals (else Ⅰ Ⅱ ... as numbers), themes and
 * their parts by number (else as first seen), measures as first seen, then
 * by source and place: so the order of the parts does not matter. A goal,
 * theme or measure without a number takes that of the same title in the plan
 * or in another project, unless there are two: heading-number-inferred.
 *
 * Newer is what the plan's `use` names, else by dcterms:modified. Where that
 * is equal the file whose name sorts last counts, and the finding
 * submission-order-unclear says so. A superseded project stays, marked; a
 * project that only the older file holds counts, with a warning. The same
 * content given twice (sha256) is taken once: file-duplicate.
 */
#ifndef KPIBOOK_KPI_CONSOLIDATE_H
#define KPIBOOK_KPI_CONSOLIDATE_H

#include "base/workers.h"
#include "kpi/plan.h"
#include "kpi/word_key.h"

/*
 * The parts stay the caller's, but must not be changed while the result
 * lives: it shares their figures and texts, and holds their memory when they
 * are freed (dataset_hold). Overrides are kept, assessments are not: assess
 * the result. KPIs of one merged cell keep a number of their own.
 * KPI_E_NOMEM.
 */
kpi_status consolidate(dataset **out, const dataset *const *parts,
                       size_t count, const plan *p, kpi_error *err);
/* What was learned of the records, for whoever looks at the result next. */
typedef struct merge_notes {
    word_keys words;  /* words that were numbered */
    bool *namesakes;  /* by project: another one may have its name (marks.h) */
} merge_notes;
/* `memory` must outlive the notes. */
void merge_notes_init(merge_notes *notes, arena *memory);
/*
 * The same by workers. Parts that are `given` nobody needs any more: their
 * KPIs are not copied but taken, so that the parts can then only be freed.
 * `notes` and `w` may be NULL.
 */
kpi_status consolidate_by(dataset **out, const dataset *const *parts,
                          size_t count, const plan *p, bool given,
                          merge_notes *notes, const workers *w,
                          kpi_error *err);

/* Ⅰ, I, 1 and １ are 1; ① 1; (i) 1; 0 when it is no number. */
int heading_number(const char *no);

#endif
