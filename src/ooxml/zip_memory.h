/*
 * zip_memory.h - an archive's bytes as minizip reads them
 */
#ifndef KPIBOOK_OOXML_ZIP_MEMORY_H
#define KPIBOOK_OOXML_ZIP_MEMORY_H

#include "ooxml/zip.h"

#include <minizip/unzip.h>

typedef struct zip_memory {
    zip_input from;
    ZPOS64_T at;
    bool short_read; /* minizip takes the end for no error */
} zip_memory;

/* NULL when there is no directory. `memory` must outlive the archive. */
unzFile zip_memory_open(zip_memory *memory);
/* `size` bytes at `at`; false when they are not all there. */
bool zip_memory_copy(const zip_memory *memory, uint64_t at, void *out,
                     size_t size);

#endif
