/*
 * zip_memory.h - an archive in memory as minizip reads it
 */
#ifndef KPIBOOK_OOXML_ZIP_MEMORY_H
#define KPIBOOK_OOXML_ZIP_MEMORY_H

#include <stdbool.h>

#include <minizip/unzip.h>

typedef struct zip_memory {
    const unsigned char *bytes;
    ZPOS64_T size, at;
    bool short_read; /* minizip takes the end for no error */
} zip_memory;

/* NULL when there is no directory. `memory` must outlive the archive. */
unzFile zip_memory_open(zip_memory *memory);

#endif
