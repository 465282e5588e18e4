/*
 * zip_parts.h - what an archive is made of, for the files that read it
 */
#ifndef KPIBOOK_OOXML_ZIP_PARTS_H
#define KPIBOOK_OOXML_ZIP_PARTS_H

#include "ooxml/zip.h"
#include "ooxml/zip_memory.h"

#include <libdeflate.h>
#include <zlib.h>

typedef struct zip_stored {
    zip_entry shown;
    unz64_file_pos position;
    uLong flags, method, crc;
    uint64_t counted; /* of its bytes in zip.total */
    uint64_t header_at; /* the local header, of a plain archive */
    size_t named;     /* bytes of its name as it is stored there */
} zip_stored;

struct zip {
    unzFile file;    /* NULL while all was plain: zip_plain.h */
    bool plain;
    zip_memory memory;
    kpi_limits limits;
    zip_stored *entries;
    size_t *by_name; /* indexes of entries, sorted by name */
    size_t count;
    uint64_t total;  /* bytes inflated, each entry once */

    size_t open;     /* the open entry, or count */
    uint64_t read;   /* of the open entry, inflated */
    uint64_t packed_at, packed_left; /* in the archive */
    unsigned char *window; /* of packed bytes that were asked for, or NULL */
    uint32_t crc;    /* of what was read */
    z_stream stream; /* kept from entry to entry */
    bool inflating;  /* the stream was set up */
    zip_inflater own, *inflater; /* the same for whole parts */
};

static inline uint64_t zip_little(const unsigned char *bytes, size_t count)
{
    uint64_t value = 0;

    while (count > 0)
        value = value << 8 | bytes[--count];
    return value;
}

kpi_status zip_damaged(kpi_error *err, const char *part, const char *what);
/* Releases what reading entries needed. */
void zip_entry_done(zip *z);

#endif
