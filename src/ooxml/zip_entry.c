/*
 * zip_entry.c - the bytes of one entry
 *
 * minizip finds an entry and checks its local header, unless both are plain
 * (zip_plain.h). It is inflated from the archive's bytes: a part that is asked
 * for whole by libdeflate when they lie in memory, others piece by piece by
 * zlib, which also judges what libdeflate refuses. An entry ends where the
 * directory says it does. CRC and size are always checked.
 */
#include "ooxml/zip_plain.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { FLAG_ENCRYPTED = 1, METHOD_STORED = 0, METHOD_DEFLATED = 8,
       LONGEST_NAME = 1024, WINDOW = 64 * 1024 };

/* A ratio says nothing about a small part. */
#define RATIO_FROM ((uint64_t)1 << 20)

static kpi_status check_size(const zip *z, const zip_stored *entry,
                             uint64_t size, kpi_error *err)
{
    const char *name = entry->shown.name;

    if (size > z->limits.part_bytes)
        return limits_fail(err, name, "the part has more bytes",
                           "part-bytes", z->limits.part_bytes);
    if (size > RATIO_FROM &&
        size / z->limits.ratio > entry->shown.packed)
        return limits_fail(err, name, "the part is compressed more",
                           "ratio", z->limits.ratio);
    if (size > entry->counted &&
        size - entry->counted > z->limits.total_bytes - z->total)
        return limits_fail(err, name, "the parts together have more bytes",
                           "total-bytes", z->limits.total_bytes);
    return KPI_OK;
}

/*
 * Readers of a stream go by the name in front of the data, others by the
 * directory: where the two differ nobody can say what the file holds. minizip
 * compares the lengths alone.
 */
static bool named_alike(const zip *z, const zip_stored *entry, uint64_t at,
                        size_t extra)
{
    const char *name = entry->shown.name;
    size_t length = strlen(name);
    uint64_t before = (uint64_t)length + extra;
    char local[LONGEST_NAME];

    if (length > sizeof(local) || at < before ||
        !zip_memory_copy(&z->memory, at - before, local, length))
        return false;
    for (size_t i = 0; i < length; i++) {
        if (name[i] != (local[i] == '\\' ? '/' : local[i]))
            return false;
    }
    return true;
}

/* Where minizip says that the data lies; 0 when it refuses the header. */
static kpi_status ask_minizip(zip *z, const zip_stored *entry, uint64_t *at,
                              size_t *extra, kpi_error *err)
{
    int method, level, code, length;

    *at = 0;
    if (z->file == NULL)
        z->file = zip_memory_open(&z->memory);
    if (z->file == NULL)
        return kpi_fail_nomem(err);
    code = unzGoToFilePos64(z->file, &entry->position);
    if (code == UNZ_OK)
        code = unzOpenCurrentFile2(z->file, &method, &level, 1);
    if (code == UNZ_INTERNALERROR)
        return kpi_fail_nomem(err);
    if (code != UNZ_OK)
        return KPI_OK;
    length = unzGetLocalExtrafield(z->file, NULL, 0);
    if (length >= 0) {
        *at = unzGetCurrentFileZStreamPos64(z->file);
        *extra = (size_t)length;
    }
    (void)unzCloseCurrentFile(z->file);
    return KPI_OK;
}

/* Finds where the data lies; the local header is checked on the way. */
static kpi_status locate(zip *z, const zip_stored *entry, kpi_error *err)
{
    uint64_t at = 0;
    size_t extra = 0;
    kpi_status status = KPI_OK;

    if (!z->plain || !zip_plain_data(&z->memory, entry, &at, &extra))
        status = ask_minizip(z, entry, &at, &extra, err);
    if (status != KPI_OK)
        return status;
    if (at == 0 || at > z->memory.from.size ||
        !named_alike(z, entry, at, extra))
        return zip_damaged(err, entry->shown.name,
                           "the entry's header is broken");
    z->packed_at = at;
    z->packed_left = entry->shown.packed;
    if (z->packed_left > z->memory.from.size - at)
        z->packed_left = z->memory.from.size - at;
    return KPI_OK;
}

static bool begin_inflating(zip *z)
{
    z->stream.next_in = NULL;
    z->stream.avail_in = 0;
    if (z->memory.from.bytes == NULL && z->window == NULL)
        z->window = malloc(WINDOW);
    if (z->memory.from.bytes == NULL && z->window == NULL)
        return false;
    if (z->inflating)
        return inflateReset(&z->stream) == Z_OK;
    z->inflating = inflateInit2(&z->stream, -MAX_WBITS) == Z_OK;
    return z->inflating;
}

kpi_status zip_begin(zip *z, size_t index, kpi_error *err)
{
    zip_stored *entry = &z->entries[index];
    const char *name = entry->shown.name;
    kpi_status status;

    zip_abandon(z);
    if ((entry->flags & FLAG_ENCRYPTED) != 0)
        return kpi_fail(err, KPI_E_INPUT, "file-encrypted", name,
                        "the entry is encrypted");
    if (entry->method != METHOD_STORED && entry->method != METHOD_DEFLATED)
        return zip_damaged(err, name, "the entry is compressed by an unknown "
                                      "method");
    status = check_size(z, entry, entry->shown.size, err);
    if (status != KPI_OK)
        return status;
    status = locate(z, entry, err);
    if (status != KPI_OK)
        return status;
    z->open = index;
    z->read = 0;
    z->crc = libdeflate_crc32(0, NULL, 0);
    return KPI_OK;
}

static size_t read_stored(zip *z, void *buffer, size_t size)
{
    if (size > z->packed_left)
        size = (size_t)z->packed_left;
    if (!zip_memory_copy(&z->memory, z->packed_at, buffer, size))
        return 0;
    z->packed_at += size;
    z->packed_left -= size;
    return size;
}

/* False for what zlib is to judge. */
static bool inflate_whole(zip *z, void *buffer, size_t size)
{
    const unsigned char *bytes = z->memory.from.bytes;

    if (bytes == NULL)
        return false;
    if (z->inflater->state == NULL)
        z->inflater->state = libdeflate_alloc_decompressor();
    return z->inflater->state != NULL &&
           libdeflate_deflate_decompress(z->inflater->state,
                                         bytes + z->packed_at,
                                         (size_t)z->packed_left, buffer, size,
                                         NULL) == LIBDEFLATE_SUCCESS;
}

/* More packed bytes for zlib: all there are, or a window of them. */
static bool feed(zip *z)
{
    const zip_memory *m = &z->memory;
    uint64_t most = m->from.bytes != NULL ? INT_MAX : WINDOW;
    uInt size = (uInt)(z->packed_left > most ? most : z->packed_left);

    /* zlib writes nothing there, but is not const. */
    if (m->from.bytes != NULL)
        z->stream.next_in = (Bytef *)(uintptr_t)(m->from.bytes +
                                                 z->packed_at);
    else if (zip_memory_copy(m, z->packed_at, z->window, size))
        z->stream.next_in = z->window;
    else
        return false;
    z->stream.avail_in = size;
    z->packed_at += size;
    z->packed_left -= size;
    return true;
}

/* Returns false for broken data. */
static bool inflate_some(zip *z, void *buffer, size_t size, size_t *got)
{
    z_stream *s = &z->stream;
    int code = Z_OK;

    s->next_out = buffer;
    s->avail_out = (uInt)size;
    while (code == Z_OK && s->avail_out != 0) {
        if (s->avail_in == 0 && z->packed_left != 0 && !feed(z))
            return false;
        code = inflate(s, Z_SYNC_FLUSH);
    }
    *got = size - s->avail_out;
    return s->avail_out == 0 || code == Z_STREAM_END;
}

/* An entry that is read again counts once. */
static void count_read(zip *z, uint64_t size)
{
    zip_stored *entry = &z->entries[z->open];

    z->read += size;
    if (z->read > entry->counted) {
        z->total += z->read - entry->counted;
        entry->counted = z->read;
    }
}

kpi_status zip_read(zip *z, void *buffer, size_t size, size_t *got,
                    kpi_error *err)
{
    const zip_stored *entry = &z->entries[z->open];
    const char *name = entry->shown.name;

    *got = 0;
    if (size > entry->shown.size - z->read)
        size = (size_t)(entry->shown.size - z->read);
    if (size > INT_MAX)
        size = INT_MAX;
    if (size == 0)
        return KPI_OK;
    if (entry->method == METHOD_STORED)
        *got = read_stored(z, buffer, size);
    else if (z->read == 0 && size == entry->shown.size &&
             inflate_whole(z, buffer, size))
        *got = size;
    else if (z->read == 0 && !begin_inflating(z))
        return kpi_fail_nomem(err);
    else if (!inflate_some(z, buffer, size, got))
        return zip_damaged(err, name, "the compressed data is broken");
    count_read(z, *got);
    z->crc = libdeflate_crc32(z->crc, buffer, *got);
    return KPI_OK;
}

zip_packed zip_packed_of(const zip *z)
{
    const zip_stored *entry = &z->entries[z->open];
    bool here = z->memory.from.bytes != NULL;

    return (zip_packed){
        text_slice(here ? (const char *)z->memory.from.bytes +
                              z->packed_at : "",
                   here ? (size_t)z->packed_left : 0),
        entry->shown.size, (uint32_t)entry->crc, (uint16_t)entry->method };
}

void zip_pass(zip *z)
{
    count_read(z, z->entries[z->open].shown.size);
    zip_abandon(z);
}

kpi_status zip_end(zip *z, kpi_error *err)
{
    const zip_stored *entry = &z->entries[z->open];

    z->open = z->count;
    if (z->read != entry->shown.size)
        return zip_damaged(err, entry->shown.name,
                           "the entry is shorter than the archive says");
    if (z->crc != entry->crc)
        return zip_damaged(err, entry->shown.name,
                           "the checksum (CRC) is wrong");
    return KPI_OK;
}

void zip_abandon(zip *z)
{
    z->open = z->count;
}

void zip_inflater_free(zip_inflater *inflater)
{
    libdeflate_free_decompressor(inflater->state);
    inflater->state = NULL;
}

void zip_entry_done(zip *z)
{
    if (z->inflating)
        (void)inflateEnd(&z->stream);
    z->inflating = false;
    zip_inflater_free(&z->own);
    free(z->window);
    z->window = NULL;
}

kpi_status zip_read_all(zip *z, size_t index, arena *memory, text *out,
                        kpi_error *err)
{
    kpi_status status = zip_begin(z, index, err);
    uint64_t size = z->entries[index].shown.size;
    size_t length = 0, got = 0;
    char *bytes;

    *out = text_of("");
    if (status != KPI_OK)
        return status;
    bytes = size >= SIZE_MAX ? NULL : arena_alloc(memory, (size_t)size + 1);
    if (bytes == NULL) {
        zip_abandon(z);
        return limits_fail_memory(err, memory);
    }
    do {
        status = zip_read(z, bytes + length, (size_t)size - length, &got,
                          err);
        length += got;
    } while (status == KPI_OK && got != 0 && length < size);
    if (status == KPI_OK)
        status = zip_end(z, err);
    zip_abandon(z);
    if (status == KPI_OK)
        *out = text_slice(bytes, length);
    return status;
}
