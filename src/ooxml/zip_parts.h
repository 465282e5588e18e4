/*
 * zip_parts.h - what an archive is made of, for the files that read it
 */
#ifndef KPIBOOK_OOXML_ZIP_PARTS_H
#define KPIBOOK_OOXML_ZIP_PARTS_H

#include "ooxml/zip.h"

#include <libdeflate.h>
#include <zlib.h>

typedef struct zip_stored {
    zip_entry shown;
    uint64_t header;  /* where its local header is */
    size_t name_size; /* of the name as it is stored */
    uint16_t flags, method;
    uint32_t crc;
    uint64_t counted; /* of its bytes in zip.total */
} zip_stored;

struct zip {
    zip_input from;
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

/* Numbers of a ZIP file: little-endian. */
static inline uint16_t zip_u16(const unsigned char *b)
{
    return (uint16_t)(b[0] | b[1] << 8);
}

static inline uint32_t zip_u32(const unsigned char *b)
{
    return (uint32_t)zip_u16(b) | (uint32_t)zip_u16(b + 2) << 16;
}

static inline uint64_t zip_u64(const unsigned char *b)
{
    return (uint64_t)zip_u32(b) | (uint64_t)zip_u32(b + 4) << 32;
}

kpi_status zip_damaged(kpi_error *err, const char *part, const char *what);

/* ---- zip_directory.c ---- */

/* `size` bytes at `at`; false when they are not all there. */
bool zip_input_copy(const zip_input *from, uint64_t at, void *out,
                    size_t size);
/* Fills in the entries, with names in `memory`. */
kpi_status zip_directory_read(zip *z, arena *memory, kpi_error *err);

/* ---- zip_entry.c ---- */

/* Releases what reading entries needed. */
void zip_entry_done(zip *z);

#endif
