/*
 * reports.h - what several commands print the same way
 */
#ifndef KPIBOOK_CLI_REPORTS_H
#define KPIBOOK_CLI_REPORTS_H

#include "cli/cli.h"

/* Options for the library; --grade and --only-accepted are the cli's. */
kpi_options cli_options(const cli *c, const char *as_of);
/* Findings from `least` on, as text on a stream. */
int cli_put_findings(const cli *c, const kpi_dataset *dataset,
                     const kpi_options *options, kpi_severity least,
                     FILE *stream);
/* What a command that writes a file says on stderr: errors; with -v all. */
int cli_put_errors(const cli *c, const kpi_dataset *dataset,
                   const kpi_options *options);
/* "files 3, projects 9, KPIs 20; errors 1, warnings 2, notices 0" */
void cli_put_counts(const cli *c, const kpi_counts *counts, FILE *stream);
/* CLI_FINDINGS when there is an error finding. */
int cli_verdict(const kpi_counts *counts);

#endif
