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

/* Makes a folder unless it is there; CLI_OUTPUT when it cannot be. */
int folder_make(const cli *c, const char *path);
/*
 * FOLDER/NAME + ENDING, yours to free: what no file name may hold (slashes,
 * control characters) becomes '_'. NULL: out of memory.
 */
char *folder_path(const char *folder, const char *name, const char *ending);

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
