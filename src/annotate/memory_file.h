/*
 * memory_file.h - minizip's file functions over memory, for reading a
 * package and for writing one into a buffer
 */
#ifndef KPIBOOK_ANNOTATE_MEMORY_FILE_H
#define KPIBOOK_ANNOTATE_MEMORY_FILE_H

#include <minizip/ioapi.h>

#include "base/buf.h"

/* Either bytes to read, or a buffer to write to from its present end on. */
typedef struct memory_file {
    const void *bytes;
    uint64_t size;
    buf *out;
    uint64_t start; /* where the written file begins in `out` */
    uint64_t at;
} memory_file;

void memory_file_functions(zlib_filefunc64_def *functions, memory_file *file);

#endif
