/*
 * zip.c - a ZIP archive in memory, read entry by entry
 *
 * The only file that knows minizip.
 */
#include "ooxml/zip.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <minizip/unzip.h>
#include <zlib.h>

enum { FLAG_ENCRYPTED = 1, METHOD_STORED = 0, METHOD_DEFLATED = 8,
       NAME_SIZE = 1024, EXTRA_SIZE = 1024, EXTRA_ZIP64 = 1 };

/* A size of this value stands in the zip64 extra field. */
#define IN_EXTRA ((uint64_t)0xFFFFFFFF)

/* A ratio says nothing about a small part. */
#define RATIO_FROM ((uint64_t)1 << 20)

typedef struct memory_file {
    const unsigned char *bytes;
    ZPOS64_T size, at;
    bool short_read; /* minizip takes the end for no error */
    bool padded;     /* zeros follow: see read_zip64 */
} memory_file;

typedef struct stored_entry {
    zip_entry shown;
    unz64_file_pos position;
    uLong flags, method, crc;
    bool zip64;       /* sizes come from the extra field */
    uint64_t counted; /* of its bytes in zip.total */
} stored_entry;

struct zip {
    unzFile file;
    memory_file memory;
    kpi_limits limits;
    stored_entry *entries;
    size_t *by_name; /* indexes of entries, sorted by name */
    size_t count;
    uint64_t total;  /* bytes inflated, each entry once */
    size_t open;     /* the open entry, or count */
    uint64_t read;   /* of the open entry */
    uLong crc;       /* of what was read, for a zip64 entry */
};

/* ---- minizip over memory ---------------------------------------------- */

static voidpf memory_open(voidpf opaque, const void *name, int mode)
{
    memory_file *file = opaque;

    (void)name;
    (void)mode;
    file->at = 0;
    return file;
}

static uLong memory_read(voidpf opaque, voidpf stream, void *out, uLong size)
{
    memory_file *file = stream;
    ZPOS64_T left = file->size - file->at;
    uLong wanted = size;

    (void)opaque;
    file->short_read = size > left;
    if (size > left)
        size = (uLong)left;
    if (file->padded && size < wanted && size != 0) {
        memset((char *)out + size, 0, wanted - size);
        memcpy(out, file->bytes + file->at, size);
        file->at += size;
        return wanted;
    }
    if (size != 0)
        memcpy(out, file->bytes + file->at, size);
    file->at += size;
    return size;
}

static ZPOS64_T memory_tell(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((memory_file *)stream)->at;
}

static long memory_seek(voidpf opaque, voidpf stream, ZPOS64_T offset,
                        int origin)
{
    memory_file *file = stream;
    ZPOS64_T target = offset;

    (void)opaque;
    /* minizip goes back by a wrapped offset: the sum wraps once more. */
    if (origin == ZLIB_FILEFUNC_SEEK_CUR)
        target += file->at;
    else if (origin == ZLIB_FILEFUNC_SEEK_END)
        target += file->size;
    if (target > file->size)
        return -1;
    file->at = target;
    return 0;
}

static int memory_close(voidpf opaque, voidpf stream)
{
    (void)opaque;
    (void)stream;
    return 0;
}

static int memory_error(voidpf opaque, voidpf stream)
{
    (void)opaque;
    return ((memory_file *)stream)->short_read;
}

static unzFile open_memory(memory_file *memory)
{
    zlib_filefunc64_def calls = {
        .zopen64_file = memory_open,
        .zread_file = memory_read,
        .ztell64_file = memory_tell,
        .zseek64_file = memory_seek,
        .zclose_file = memory_close,
        .zerror_file = memory_error,
        .opaque = memory,
    };

    return unzOpen2_64("", &calls);
}

/* ---- The directory ---------------------------------------------------- */

static kpi_status damaged(kpi_error *err, const char *part, const char *what)
{
    return kpi_fail(err, KPI_E_INPUT, "file-damaged", part, "%s", what);
}

/* Backslashes become slashes; leading slashes and "./" fall away. */
static const char *normal_name(char *name)
{
    for (char *c = name; *c != '\0'; c++) {
        if (*c == '\\')
            *c = '/';
    }
    for (;;) {
        if (name[0] == '/')
            name += 1;
        else if (name[0] == '.' && name[1] == '/')
            name += 2;
        else
            return name;
    }
}

static uint64_t little_endian(const unsigned char *bytes, size_t count)
{
    uint64_t value = 0;

    while (count > 0)
        value = value << 8 | bytes[--count];
    return value;
}

/*
 * minizip 1.1 looks for zip64 sizes only where a long has 32 bits (it
 * compares with (unsigned long)-1), so they are taken from the extra field
 * here, and such an entry's end and CRC are checked by zip_read and zip_end.
 * As minizip takes it to be 4 GiB long, it reads on behind the archive's
 * end: there it is given zeros, which are no part of the entry.
 */
static void read_zip64(stored_entry *entry, const unsigned char *extra,
                       size_t length)
{
    uint64_t *sizes[] = { &entry->shown.size, &entry->shown.packed };

    while (length >= 4) {
        size_t size = (size_t)little_endian(extra + 2, 2), at = 4;

        if (size > length - 4)
            return;
        if (little_endian(extra, 2) == EXTRA_ZIP64) {
            for (size_t i = 0; i < 2; i++) {
                if (*sizes[i] != IN_EXTRA || at + 8 > size + 4)
                    continue;
                *sizes[i] = little_endian(extra + at, 8);
                entry->zip64 = true;
                at += 8;
            }
            return;
        }
        extra += size + 4;
        length -= size + 4;
    }
}

static kpi_status read_entry(zip *z, stored_entry *entry, arena *memory,
                             kpi_error *err)
{
    unz_file_info64 info;
    char name[NAME_SIZE];
    unsigned char extra[EXTRA_SIZE];
    size_t length;

    if (unzGetCurrentFileInfo64(z->file, &info, name, sizeof(name), extra,
                                sizeof(extra), NULL, 0) != UNZ_OK ||
        unzGetFilePos64(z->file, &entry->position) != UNZ_OK)
        return damaged(err, NULL, "the archive's directory is broken");
    if (info.size_filename >= sizeof(name))
        return damaged(err, NULL, "the archive has an overlong entry name");
    name[info.size_filename] = '\0';
    length = strlen(name);
    if (length != info.size_filename)
        return damaged(err, name, "an entry name holds a NUL byte");
    entry->shown.folder =
        length != 0 && (name[length - 1] == '/' || name[length - 1] == '\\');
    entry->shown.size = info.uncompressed_size;
    entry->shown.packed = info.compressed_size;
    entry->flags = info.flag;
    entry->method = info.compression_method;
    entry->crc = info.crc;
    read_zip64(entry, extra, info.size_file_extra < sizeof(extra)
                                 ? info.size_file_extra : sizeof(extra));
    entry->shown.name = arena_strdup(memory, normal_name(name));
    if (entry->shown.name == NULL)
        return limits_fail_memory(err, memory);
    return KPI_OK;
}

typedef struct named {
    const char *name;
    size_t index;
} named;

static int compare_named(const void *left, const void *right)
{
    const named *a = left, *b = right;
    int order = strcmp(a->name, b->name);

    return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static kpi_status index_names(zip *z, arena *memory, kpi_error *err)
{
    named *names = malloc((z->count + 1) * sizeof(*names));
    kpi_status status = KPI_OK;

    if (names == NULL)
        return kpi_fail_nomem(err);
    for (size_t i = 0; i < z->count; i++)
        names[i] = (named){ z->entries[i].shown.name, i };
    qsort(names, z->count, sizeof(*names), compare_named);
    z->by_name = arena_array(memory, z->count, sizeof(*z->by_name));
    if (z->by_name == NULL)
        status = limits_fail_memory(err, memory);
    for (size_t i = 0; status == KPI_OK && i < z->count; i++) {
        z->by_name[i] = names[i].index;
        if (i > 0 && strcmp(names[i].name, names[i - 1].name) == 0 &&
            !z->entries[names[i].index].shown.folder)
            status = damaged(err, names[i].name,
                             "the archive has two entries with this name");
    }
    free(names);
    return status;
}

static kpi_status read_directory(zip *z, arena *memory, kpi_error *err)
{
    unz_global_info64 global;
    kpi_status status;
    int code;

    if (unzGetGlobalInfo64(z->file, &global) != UNZ_OK)
        return damaged(err, NULL, "the archive's directory is broken");
    if (global.number_entry > z->limits.entries)
        return limits_fail(err, NULL, "the archive has more entries",
                           "entries", z->limits.entries);
    /* An entry takes 46 bytes of the directory at least. */
    if (global.number_entry > z->memory.size / 46)
        return damaged(err, NULL, "the archive's directory is cut off");
    z->entries = arena_array(memory, (size_t)global.number_entry,
                             sizeof(*z->entries));
    if (z->entries == NULL)
        return limits_fail_memory(err, memory);
    if (global.number_entry == 0)
        return index_names(z, memory, err);
    code = unzGoToFirstFile(z->file);
    while (code == UNZ_OK && z->count < global.number_entry) {
        status = read_entry(z, &z->entries[z->count], memory, err);
        if (status != KPI_OK)
            return status;
        z->count++;
        code = unzGoToNextFile(z->file);
    }
    if (z->count != global.number_entry ||
        (code != UNZ_OK && code != UNZ_END_OF_LIST_OF_FILE))
        return damaged(err, NULL, "the archive's directory is broken");
    return index_names(z, memory, err);
}

kpi_status zip_open(zip **out, const void *bytes, size_t size,
                    const kpi_limits *limits, arena *memory, kpi_error *err)
{
    zip *z = calloc(1, sizeof(*z));
    kpi_status status;

    *out = NULL;
    if (z == NULL)
        return kpi_fail_nomem(err);
    z->limits = *limits;
    z->memory = (memory_file){ .bytes = bytes, .size = size };
    z->file = open_memory(&z->memory);
    if (z->file == NULL)
        status = damaged(err, NULL, "the archive has no directory: it is "
                                    "cut off or no ZIP file");
    else
        status = read_directory(z, memory, err);
    if (status != KPI_OK) {
        zip_close(z);
        return status;
    }
    z->open = z->count;
    *out = z;
    return KPI_OK;
}

void zip_close(zip *z)
{
    if (z == NULL)
        return;
    if (z->file != NULL) {
        (void)unzCloseCurrentFile(z->file);
        (void)unzClose(z->file);
    }
    free(z);
}

size_t zip_count(const zip *z)
{
    return z->count;
}

const zip_entry *zip_at(const zip *z, size_t index)
{
    return &z->entries[index].shown;
}

static bool same_name(const char *a, const char *b)
{
    while (*a != '\0' && ascii_lower(*a) == ascii_lower(*b)) {
        a++;
        b++;
    }
    return *a == '\0' && *b == '\0';
}

bool zip_find(const zip *z, const char *name, size_t *index)
{
    size_t low = 0, high = z->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(z->entries[z->by_name[middle]].shown.name, name);

        if (order == 0) {
            *index = z->by_name[middle];
            return !z->entries[*index].shown.folder;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (size_t i = 0; i < z->count; i++) {
        if (!z->entries[i].shown.folder &&
            same_name(z->entries[i].shown.name, name)) {
            *index = i;
            return true;
        }
    }
    return false;
}

/* ---- One entry -------------------------------------------------------- */

static kpi_status check_size(const zip *z, const stored_entry *entry,
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

kpi_status zip_begin(zip *z, size_t index, kpi_error *err)
{
    stored_entry *entry = &z->entries[index];
    const char *name = entry->shown.name;
    kpi_status status;

    zip_abandon(z);
    if ((entry->flags & FLAG_ENCRYPTED) != 0)
        return kpi_fail(err, KPI_E_INPUT, "file-encrypted", name,
                        "the entry is encrypted");
    if (entry->method != METHOD_STORED && entry->method != METHOD_DEFLATED)
        return damaged(err, name, "the entry is compressed by an unknown "
                                  "method");
    status = check_size(z, entry, entry->shown.size, err);
    if (status != KPI_OK)
        return status;
    if (unzGoToFilePos64(z->file, &entry->position) != UNZ_OK ||
        unzOpenCurrentFile(z->file) != UNZ_OK)
        return damaged(err, name, "the entry's header is broken");
    z->memory.padded = entry->zip64;
    z->open = index;
    z->read = 0;
    z->crc = crc32(0, NULL, 0);
    return KPI_OK;
}

kpi_status zip_read(zip *z, void *buffer, size_t size, size_t *got,
                    kpi_error *err)
{
    stored_entry *entry = &z->entries[z->open];
    int count;

    *got = 0;
    if (entry->zip64 && size > entry->shown.size - z->read)
        size = (size_t)(entry->shown.size - z->read);
    if (size == 0)
        return KPI_OK;
    count = unzReadCurrentFile(z->file, buffer,
                               size > INT_MAX ? INT_MAX : (unsigned)size);
    if (count < 0)
        return damaged(err, entry->shown.name,
                       "the compressed data is broken");
    z->read += (uint64_t)count;
    if (entry->zip64)
        z->crc = crc32(z->crc, buffer, (uInt)count);
    if (z->read > entry->counted) {
        z->total += z->read - entry->counted;
        entry->counted = z->read;
    }
    *got = (size_t)count;
    return KPI_OK;
}

kpi_status zip_end(zip *z, kpi_error *err)
{
    const stored_entry *entry = &z->entries[z->open];
    int code = unzCloseCurrentFile(z->file);

    z->open = z->count;
    z->memory.padded = false;
    if (code == UNZ_OK && entry->zip64 && z->read == entry->shown.size &&
        z->crc != entry->crc)
        code = UNZ_CRCERROR;
    if (code != UNZ_OK)
        return damaged(err, entry->shown.name,
                       code == UNZ_CRCERROR ? "the checksum (CRC) is wrong"
                                            : "the entry is broken");
    if (z->read != entry->shown.size)
        return damaged(err, entry->shown.name,
                       "the entry is shorter than the archive says");
    return KPI_OK;
}

void zip_abandon(zip *z)
{
    if (z->open < z->count)
        (void)unzCloseCurrentFile(z->file);
    z->open = z->count;
    z->memory.padded = false;
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
