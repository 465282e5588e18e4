/*
 * zip.c - a ZIP archive: its directory, and entries by name
 */
#include "ooxml/zip_plain.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 1024, EXTRA_SIZE = 1024, EXTRA_ZIP64 = 1,
       MINIZIP_MEMORY = 1 << 16 /* more than it asks for at once */ };

/* A size of this value stands in the zip64 extra field. */
#define IN_EXTRA ((uint64_t)0xFFFFFFFF)

/* ---- The directory ---------------------------------------------------- */

kpi_status zip_damaged(kpi_error *err, const char *part, const char *what)
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

/*
 * minizip 1.1 looks for zip64 sizes only where a long has 32 bits (it
 * compares with (unsigned long)-1), so they are taken from the extra field
 * here.
 */
static void read_zip64(zip_stored *entry, const unsigned char *extra,
                       size_t length)
{
    uint64_t *sizes[] = { &entry->shown.size, &entry->shown.packed };

    while (length >= 4) {
        size_t size = (size_t)zip_little(extra + 2, 2), at = 4;

        if (size > length - 4)
            return;
        if (zip_little(extra, 2) == EXTRA_ZIP64) {
            for (size_t i = 0; i < 2; i++) {
                if (*sizes[i] != IN_EXTRA || at + 8 > size + 4)
                    continue;
                *sizes[i] = zip_little(extra + at, 8);
                at += 8;
            }
            return;
        }
        extra += size + 4;
        length -= size + 4;
    }
}

/* `stored` has room behind its length, and is changed. */
static kpi_status take_name(zip_stored *entry, char *stored, size_t length,
                            arena *memory, kpi_error *err)
{
    stored[length] = '\0';
    if (strlen(stored) != length)
        return zip_damaged(err, stored, "an entry name holds a NUL byte");
    entry->shown.folder = length != 0 && (stored[length - 1] == '/' ||
                                          stored[length - 1] == '\\');
    entry->shown.name = arena_strdup(memory, normal_name(stored));
    return entry->shown.name == NULL ? limits_fail_memory(err, memory)
                                     : KPI_OK;
}

static kpi_status overlong_name(kpi_error *err)
{
    return zip_damaged(err, NULL, "the archive has an overlong entry name");
}

static kpi_status read_entry(zip *z, zip_stored *entry, arena *memory,
                             kpi_error *err)
{
    unz_file_info64 info;
    char name[NAME_SIZE];
    unsigned char extra[EXTRA_SIZE];

    if (unzGetCurrentFileInfo64(z->file, &info, name, sizeof(name), extra,
                                sizeof(extra), NULL, 0) != UNZ_OK ||
        unzGetFilePos64(z->file, &entry->position) != UNZ_OK)
        return zip_damaged(err, NULL, "the archive's directory is broken");
    if (info.size_filename >= sizeof(name))
        return overlong_name(err);
    entry->shown.size = info.uncompressed_size;
    entry->shown.packed = info.compressed_size;
    entry->flags = info.flag;
    entry->method = info.compression_method;
    entry->crc = info.crc;
    read_zip64(entry, extra, info.size_file_extra < sizeof(extra)
                                 ? info.size_file_extra : sizeof(extra));
    return take_name(entry, name, info.size_filename, memory, err);
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
            status = zip_damaged(err, names[i].name,
                             "the archive has two entries with this name");
    }
    free(names);
    return status;
}

static kpi_status start_entries(zip *z, uint64_t count, arena *memory,
                                kpi_error *err)
{
    if (count > z->limits.entries)
        return limits_fail(err, NULL, "the archive has more entries",
                           "entries", z->limits.entries);
    /* An entry takes 46 bytes of the directory at least. */
    if (count > z->memory.from.size / 46)
        return zip_damaged(err, NULL, "the archive's directory is cut off");
    z->entries = arena_array(memory, (size_t)count, sizeof(*z->entries));
    return z->entries == NULL ? limits_fail_memory(err, memory) : KPI_OK;
}

static kpi_status read_directory(zip *z, arena *memory, kpi_error *err)
{
    unz_global_info64 global;
    kpi_status status;
    int code;

    if (unzGetGlobalInfo64(z->file, &global) != UNZ_OK)
        return zip_damaged(err, NULL, "the archive's directory is broken");
    status = start_entries(z, global.number_entry, memory, err);
    if (status != KPI_OK)
        return status;
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
        return zip_damaged(err, NULL, "the archive's directory is broken");
    return index_names(z, memory, err);
}

static kpi_status read_plain(zip *z, uint64_t at, size_t count, arena *memory,
                             kpi_error *err)
{
    kpi_status status = start_entries(z, count, memory, err);

    for (; status == KPI_OK && z->count < count; z->count++) {
        zip_stored *entry = &z->entries[z->count];
        char stored[NAME_SIZE];
        text name;

        entry->position = (unz64_file_pos){ at, z->count };
        zip_plain_entry(&z->memory, &at, entry, &name);
        if (name.length >= sizeof(stored))
            return overlong_name(err);
        memcpy(stored, name.bytes, name.length);
        status = take_name(entry, stored, name.length, memory, err);
        if (status != KPI_OK)
            return status;
    }
    return status == KPI_OK ? index_names(z, memory, err) : status;
}

static kpi_status open_directory(zip *z, arena *memory, kpi_error *err)
{
    uint64_t at;
    size_t count;

    if (z->file != NULL)
        (void)unzClose(z->file);
    z->file = NULL;
    z->count = 0;
    z->plain = zip_plain_directory(&z->memory, &at, &count);
    if (z->plain)
        return read_plain(z, at, count, memory, err);
    z->file = zip_memory_open(&z->memory);
    if (z->file == NULL)
        return zip_damaged(err, NULL, "the archive has no directory: it is "
                                      "cut off or no ZIP file");
    return read_directory(z, memory, err);
}

kpi_status zip_open(zip **out, const void *bytes, size_t size,
                    const kpi_limits *limits, arena *memory, kpi_error *err)
{
    const zip_input input = { .bytes = size == 0 ? (const void *)"" : bytes,
                              .size = size };

    return zip_open_input(out, &input, limits, memory, err);
}

kpi_status zip_open_input(zip **out, const zip_input *input,
                          const kpi_limits *limits, arena *memory,
                          kpi_error *err)
{
    zip *z = calloc(1, sizeof(*z));
    kpi_status status;

    *out = NULL;
    if (z == NULL)
        return kpi_fail_nomem(err);
    z->limits = *limits;
    z->memory = (zip_memory){ .from = *input };
    z->inflater = &z->own;
    /* minizip does not tell memory that ran out from a broken archive. */
    status = open_directory(z, memory, NULL);
    if (status != KPI_OK)
        status = open_directory(z, memory, err);
    if (status == KPI_E_INPUT && !memory_is_left(MINIZIP_MEMORY))
        status = kpi_fail_nomem(err);
    if (status != KPI_OK) {
        zip_close(z);
        return status;
    }
    z->open = z->count;
    *out = z;
    return KPI_OK;
}

void zip_lend(zip *z, zip_inflater *inflater)
{
    if (inflater != NULL)
        z->inflater = inflater;
}

void zip_close(zip *z)
{
    if (z == NULL)
        return;
    zip_entry_done(z);
    if (z->file != NULL)
        (void)unzClose(z->file);
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
