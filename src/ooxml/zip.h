/*
 * zip.h - a ZIP archive, in memory or elsewhere, read entry by entry
 *
 * Every size and count in a ZIP directory is a claim: claims over a limit
 * are refused before anything is inflated, and what is inflated is counted
 * too. An entry is good only when zip_end() said so: minizip tells a wrong
 * CRC when an entry is closed, and not at all when it was not read whole.
 *
 * Tolerated: stored and deflated entries, data descriptors, zip64, folders,
 * bytes before the archive, and names with backslashes or a leading slash
 * (some Windows writers), which are given in their normal form.
 * Refused as damaged: two entries with one name, and an entry that has
 * another name in the directory than in front of its data, because readers
 * disagree on which of them counts.
 */
#ifndef KPIBOOK_OOXML_ZIP_H
#define KPIBOOK_OOXML_ZIP_H

#include "base/arena.h"
#include "base/limits.h"
#include "base/text.h"

typedef struct zip zip;

/* libdeflate's state for inflating, which is of use to the next archive. */
typedef struct zip_inflater {
    struct libdeflate_decompressor *state; /* NULL: none yet */
} zip_inflater;
void zip_inflater_free(zip_inflater *inflater);

typedef struct zip_entry {
    const char *name; /* "xl/workbook.xml": no backslash, no leading slash */
    uint64_t size;    /* as claimed, inflated */
    uint64_t packed;  /* as claimed, in the archive */
    bool folder;
} zip_entry;

/* An archive's bytes: in memory, or where they are asked for piece by piece. */
typedef struct zip_input {
    const unsigned char *bytes; /* NULL: ask */
    uint64_t size;
    /* Reads `size` bytes that begin at `at`, all within the archive. */
    bool (*ask)(void *context, uint64_t at, void *buffer, size_t size);
    void *context;
} zip_input;

/*
 * The bytes must outlive the archive; names lie in `memory`. Fails with rule
 * file-damaged or file-over-limit; `limits` must be complete.
 */
kpi_status zip_open(zip **out, const void *bytes, size_t size,
                    const kpi_limits *limits, arena *memory, kpi_error *err);
/* What cannot be asked for counts as damaged. */
kpi_status zip_open_input(zip **out, const zip_input *input,
                          const kpi_limits *limits, arena *memory,
                          kpi_error *err);
void zip_close(zip *z);
/* Inflates with a state of someone else's, for one archive at a time; NULL
 * changes nothing. */
void zip_lend(zip *z, zip_inflater *inflater);

size_t zip_count(const zip *z);
const zip_entry *zip_at(const zip *z, size_t index);
/*
 * Finds an entry by its normal name: exactly, else without regard to ASCII
 * case (part names are equivalent so, ECMA-376 Part 2, 6.2.2.3).
 */
bool zip_find(const zip *z, const char *name, size_t *index);

/* One entry is open at a time: zip_begin, zip_read until 0, zip_end. */
kpi_status zip_begin(zip *z, size_t index, kpi_error *err);
kpi_status zip_read(zip *z, void *buffer, size_t size, size_t *got,
                    kpi_error *err);
/* Closes the entry and checks its size and CRC. */
kpi_status zip_end(zip *z, kpi_error *err);
/* Closes the entry, read or not, without a check; harmless when none is. */
void zip_abandon(zip *z);

/* An entry as it is packed: the same bytes, size and CRC inflate alike. */
typedef struct zip_packed {
    text bytes;    /* "" when they do not lie in memory */
    uint64_t size; /* inflated */
    uint32_t crc;
    unsigned method;
} zip_packed;
/* Of the open entry, before it is read. */
zip_packed zip_packed_of(const zip *z);
/* The open entry counts as read, and is closed: one that is packed alike was
 * read to its end, and was good. */
void zip_pass(zip *z);

/* The whole entry, NUL-terminated, in `memory`. */
kpi_status zip_read_all(zip *z, size_t index, arena *memory, text *out,
                        kpi_error *err);

#endif
