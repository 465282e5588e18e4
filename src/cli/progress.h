/*
 * progress.h - a bar on a terminal while many files are read, or much written
 */
#ifndef KPIBOOK_CLI_PROGRESS_H
#define KPIBOOK_CLI_PROGRESS_H

#include "cli/cli.h"

typedef struct progress {
    bool on, shown;
    bool at_once;   /* --progress always: without waiting a second */
    int64_t started; /* milliseconds */
} progress;

void progress_start(progress *p, const cli *c);
/* Draws when a second has gone by since the start. */
void progress_show(progress *p, size_t done, size_t all);
/* Takes the bar away. */
void progress_end(progress *p);

#endif
