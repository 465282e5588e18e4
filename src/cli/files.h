/*
 * files.h - whole files in, whole files out
 *
 * Output is written to a temporary file beside the target, flushed, then
 * renamed: an old file stays untouched or is replaced whole.
 */
#ifndef KPIBOOK_CLI_FILES_H
#define KPIBOOK_CLI_FILES_H

#include "cli/cli.h"

typedef enum file_result {
    FILE_READ, FILE_UNREADABLE, FILE_TOO_LARGE, FILE_NO_MEMORY
} file_result;

/*
 * Reads a file, or standard input for "-", into memory that is yours to
 * free. `reason` (256 bytes) says what the system said.
 */
file_result file_read(void **bytes, size_t *size, const char *path,
                      uint64_t limit, char reason[256]);

/* A file that is being written. */
typedef struct output_file {
    const char *target;
    char *temporary; /* its path; NULL for standard output */
    FILE *stream;    /* NULL when opened for somebody who takes a path */
} output_file;

/*
 * Opens the output ("-" is stdout). Refuses to replace an existing target
 * unless forced: CLI_OUTPUT, and it has been said.
 */
int output_open(output_file *o, const cli *c, const char *target);
/* As output_open; the temporary file is closed again, for its path. */
int output_open_path(output_file *o, const cli *c, const char *target);
/* Flushes, syncs and renames. On failure the temporary file is gone. */
int output_commit(output_file *o, const cli *c);
/* Gives up; does nothing after a commit. */
void output_discard(output_file *o);

#endif
