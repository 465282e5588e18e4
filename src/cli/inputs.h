/*
 * inputs.h - FILE|DIR... as given become a list of files with names to show
 *
 * DIR means every .xlsx and .xlsm below it, in order of name; lock files
 * (~$) and dot files are skipped. The shown name is relative to the DIR; a
 * FILE's is its base name; where two are equal, the shortest tails that
 * differ. So the same inputs have the same names anywhere.
 */
#ifndef KPIBOOK_CLI_INPUTS_H
#define KPIBOOK_CLI_INPUTS_H

#include "cli/cli.h"

typedef struct input {
    char *path;       /* "-" is standard input */
    const char *name; /* as shown; points into path or at a literal */
} input;

typedef struct input_list {
    input *items;
    size_t count, capacity;
} input_list;

/* CLI_DONE, CLI_USAGE (nothing to read) or CLI_OUTPUT (out of memory). */
int inputs_collect(input_list *list, const cli *c, char *const *words,
                   size_t count);
void inputs_free(input_list *list);

/*
 * Reads an input into memory; out->bytes is yours to free. False when it
 * cannot be read: *cause is then what kpi_read_failed() takes, or
 * KPI_E_NOMEM.
 */
bool input_load(kpi_source *out, kpi_error *cause, const cli *c,
                const input *in);
/* Says on stderr why an input cannot be read: CLI_FINDINGS (or worse). */
int input_cannot_read(const cli *c, const input *in, const kpi_error *cause);

#endif
