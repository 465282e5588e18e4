/*
 * template.h - the submission workbook (報告様式) that a department fills in
 *
 * One flat table, a row an indicator, whose header words ingest knows: a
 * filled template reads back as what went in. What is known from `from` (last
 * year's data, or submissions) is printed: stated values are locked, what was
 * open or pending last year may be filled in, the reported year's cells are
 * open and marked. Expected value and rate reckon themselves in Excel.
 *
 * A second sheet (記入要領) says how to fill it in. The hidden sheet _kpibook
 * holds lists, the steps of the reckoning and the stamp; the stamp also
 * stands in document properties named `kpibook`, `kpibook.2` ... (a property
 * holds 255 characters), see check/template_stamp.h.
 *
 * The plan names the reported year. `from` may be assessed or not; projects
 * that are superseded are left out.
 */
#ifndef KPIBOOK_OUTPUT_TEMPLATE_H
#define KPIBOOK_OUTPUT_TEMPLATE_H

#include "kpi/plan.h"

enum { TEMPLATE_BLANK_ROWS = 20, TEMPLATE_MORE_ROWS = 5 };

typedef struct template_options {
    const char *created;   /* YYYY-MM-DDTHH:MM:SSZ: document time */
    const char *temporary; /* a folder for libxlsxwriter's files, or NULL */
    size_t blank_rows;     /* rows to add; 0 = TEMPLATE_BLANK_ROWS where
                              nothing is prefilled, else TEMPLATE_MORE_ROWS */
} template_options;

/* What was written, for a line on a terminal. */
typedef struct template_counts {
    size_t projects, kpis; /* prefilled */
    size_t blank;          /* rows added */
} template_counts;

/*
 * Writes the template of one department of the plan to `path` (created or
 * replaced: give a temporary name and rename). `from` may be NULL; so may
 * `counts`. The same input gives the same bytes. KPI_E_PLAN when the plan
 * names no reported year, KPI_E_OUTPUT when the file cannot be written.
 */
kpi_status template_write(const char *path, template_counts *counts,
                          const dataset *from, const plan *p,
                          const plan_department *department,
                          const template_options *options, kpi_error *err);

/*
 * The file name that a department's template should have, appended:
 * `産業経済局.xlsx`, so that ingest and the plan's roster know it again;
 * characters that no file system takes become _.
 */
void template_file_name(buf *out, const plan_department *department);

#endif
