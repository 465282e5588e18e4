/*
 * compare_report.h - differences (kpi/compare.h) as text, JSON and a workbook
 */
#ifndef KPIBOOK_OUTPUT_COMPARE_REPORT_H
#define KPIBOOK_OUTPUT_COMPARE_REPORT_H

#include "kpi/compare.h"

typedef struct compare_style {
    plan_language language;
    bool color;         /* TEXT: for a terminal */
    bool minor;         /* also what differs only in width, spaces, dashes */
} compare_style;

/*
 * Text for a terminal: a block a project, a line a change, with both places;
 * what is only suggested says so; counts at the end. "" is never written:
 * equal sides give one line that says so.
 */
kpi_status compare_put_text(buf *out, const comparison *c,
                            const compare_style *style, kpi_error *err);
/* kpibook.diff/1, all changes (a minor one has "minor": true). */
kpi_status compare_put_json(buf *out, const comparison *c, kpi_error *err);
/*
 * A workbook with both sides beside each other, the differing figures
 * marked. `path` is created or replaced; `created` YYYY-MM-DDTHH:MM:SSZ is the
 * document's time. KPI_E_OUTPUT when it cannot be written.
 */
kpi_status compare_write_book(const char *path, const comparison *c,
                              const char *created, kpi_error *err);

/* What they share: `file.xlsx:sheet!E12`, as much of it as is known. */
void compare_put_place(buf *out, const dataset *d, const project *p,
                       place where);
/* 実績（平成28年度(2016)）; actual (FY2016) */
void compare_put_field(buf *out, const compare_change *c,
                       plan_language language);

#endif
