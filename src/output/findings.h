/*
 * findings.h - findings as text for people and as JSON for programs
 */
#ifndef KPIBOOK_OUTPUT_FINDINGS_H
#define KPIBOOK_OUTPUT_FINDINGS_H

#include "check/check.h"

typedef struct findings_style {
    plan_language language; /* of messages */
    const char *as_of;      /* YYYY-MM-DD */
    bool color;             /* ANSI colours */
    bool hints;             /* project, KPI and hint below each */
    severity least;         /* leave out what is less */
    size_t width;           /* text: columns to wrap hints at; 0 = never */
} findings_style;

/*
 *     産業経済局.xlsx:基本目標Ⅰ!E12: error: ... [rule-id]
 *         project / KPI
 *         how to mend it
 *
 * Equal findings in neighbouring cells are one with a range (E12:E15) and
 * their number (check_group). Severity words are English in every language,
 * so that scripts can match them. Control characters become spaces.
 */
kpi_status findings_put_text(buf *out, const dataset *d, const plan *p,
                             const findings_style *style, kpi_error *err);
/*
 * kpibook.findings/1 (PRODUCT.md). What concerns no file stands in a list
 * `findings` beside `files`.
 */
kpi_status findings_put_json(buf *out, const dataset *d, const plan *p,
                             const findings_style *style, kpi_error *err);
/* One self-contained page in the style's language: no script, no links. */
kpi_status findings_put_html(buf *out, const dataset *d, const plan *p,
                             const findings_style *style, kpi_error *err);
/*
 * A mail to one department, in the plan's language: first line `件名: ...`
 * or `Subject: ...`, an empty line, then the text with its files' findings
 * (the style's `least` and above) and the deadline.
 */
kpi_status findings_put_mail(buf *out, const dataset *d, const plan *p,
                             const findings_style *style,
                             const char *department, kpi_error *err);

#endif
