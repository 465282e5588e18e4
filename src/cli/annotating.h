/*
 * annotating.h - writes the annotated copy of one input
 */
#ifndef KPIBOOK_CLI_ANNOTATING_H
#define KPIBOOK_CLI_ANNOTATING_H

#include "cli/inputs.h"

/*
 * Reads the input and writes its annotated copy, or with --strip the file
 * without marks, to `target`. A file that cannot be read is said on stderr:
 * CLI_FINDINGS.
 */
int annotate_input(const cli *c, const input *in, const kpi_options *options,
                   const char *target);

#endif
