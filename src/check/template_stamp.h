/*
 * template_stamp.h - what a submission template says of itself
 *
 *     kpibook.template/1;plan=0123456789abcdef;year=2016;first=2011;
 *     department=産業経済局;rows=a1b2c3d4e5f6:1f...
 *
 * `plan` is a hash of what shapes a template (title, municipality, period,
 * reported year, grades and categories): a comment or an override added to
 * the plan later makes no template old. `rows` has an entry a prefilled
 * indicator: which of its printed fields are locked, and a hash of those as
 * they are read. So a value that is filled in where none was is no change,
 * rows may be added, and a changed row can be pointed at.
 *
 * In names ; and % are written %3B and %25.
 */
#ifndef KPIBOOK_CHECK_TEMPLATE_STAMP_H
#define KPIBOOK_CHECK_TEMPLATE_STAMP_H

#include "kpi/plan.h"

/* Bits of a row: name and project always count, then these. */
enum {
    STAMP_UNIT = 1, STAMP_BASELINE = 2, STAMP_TARGET = 4,
    STAMP_FIRST_YEAR = 8, /* the actual of the stamp's first year; the next
                             bits are the years that follow */
    STAMP_YEARS = 17
};

typedef struct stamp_row {
    uint32_t fields;      /* bits */
    uint32_t hash;
} stamp_row;

typedef struct template_stamp {
    const char *version;  /* kpibook.template/1 */
    char plan[17];        /* 16 hex digits */
    int fiscal_year;
    int first_year;       /* of the past actuals; 0 = none */
    const char *department;
    stamp_row *rows;
    size_t count;
} template_stamp;

extern const char template_version[]; /* kpibook.template/1 */

/* The hash of a plan that a stamp holds. False: memory. */
bool template_plan_hash(char out[17], const plan *p);
/* The hash of a row's fields. False: memory. */
bool template_row_hash(uint32_t *out, const project *p, const kpi *k,
                       uint32_t fields, int first_year);

void template_stamp_put(buf *out, const template_stamp *stamp);
/*
 * Reads a stamp; texts and rows lie in the arena. *known is false when it is
 * no stamp of any version (then nothing else is set); of another version
 * only `version` is set. False: memory.
 */
bool template_stamp_read(arena *a, template_stamp *out, bool *known,
                         text stamp);

#endif
