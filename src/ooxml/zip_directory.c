/*
 * zip_directory.c - an archive's directory (APPNOTE.TXT, 4.3.12 to 4.3.16)
 *
 * Its end is looked for from the back: the last "PK\\5\\6" before the longest
 * comment. Where zip64's locator stands in front of it, the record that this
 * one points to counts instead. The directory ends where its end begins; what
 * is missing to the place that is claimed for it stands in front of the
 * archive, and moves the entries by as much.
 */
#include "ooxml/zip_parts.h"

#include <string.h>

enum { HEADER = 46, END = 22, LOCATOR = 20, END_64 = 56, EXTRA_64 = 1,
       LONGEST_COMMENT = 0xFFFF, BLOCK = 1024,
       NAME_SIZE = 1024, EXTRA_SIZE = 1024 };

/* A size or place of this value stands in the zip64 extra field. */
#define IN_EXTRA ((uint64_t)0xFFFFFFFF)

bool zip_input_copy(const zip_input *from, uint64_t at, void *out,
                    size_t size)
{
    if (at > from->size || size > from->size - at)
        return false;
    if (size == 0)
        return true;
    if (from->bytes == NULL)
        return from->ask(from->context, at, out, size);
    memcpy(out, from->bytes + at, size);
    return true;
}

/* ---- Where it is ------------------------------------------------------ */

typedef struct directory {
    uint64_t at, count;
    uint64_t before; /* bytes in front of the archive */
} directory;

static bool find_end(const zip_input *from, uint64_t *end)
{
    const uint64_t most = END + LONGEST_COMMENT;
    uint64_t least = from->size > most ? from->size - most : 0;
    uint64_t behind = from->size;
    unsigned char block[BLOCK];

    while (behind - least >= 4) {
        uint64_t first = behind - least > BLOCK ? behind - BLOCK : least;
        size_t size = (size_t)(behind - first);

        if (!zip_input_copy(from, first, block, size))
            return false;
        for (size_t i = size - 3; i-- > 0;) {
            *end = first + i;
            if (memcmp(block + i, "PK\5\6", 4) == 0)
                return true;
        }
        if (first == least)
            return false;
        behind = first + 3;
    }
    return false;
}

/* The record that a locator in front of `end` points to. */
static bool find_end_64(const zip_input *from, uint64_t end, uint64_t *record)
{
    unsigned char locator[LOCATOR], signature[4];

    if (end < LOCATOR ||
        !zip_input_copy(from, end - LOCATOR, locator, LOCATOR) ||
        memcmp(locator, "PK\6\7", 4) != 0 ||
        zip_u32(locator + 4) != 0 || zip_u32(locator + 16) != 1)
        return false;
    *record = zip_u64(locator + 8);
    return zip_input_copy(from, *record, signature, 4) &&
           memcmp(signature, "PK\6\6", 4) == 0;
}

/* An archive lies on one disk, all of it. */
static bool find_directory(const zip_input *from, directory *d)
{
    unsigned char r[END_64];
    uint64_t end, size, offset;
    bool whole;

    if (!find_end(from, &end))
        return false;
    if (find_end_64(from, end, &end)) {
        if (!zip_input_copy(from, end, r, END_64))
            return false;
        whole = zip_u32(r + 16) == 0 && zip_u32(r + 20) == 0 &&
                zip_u64(r + 24) == zip_u64(r + 32);
        d->count = zip_u64(r + 32);
        size = zip_u64(r + 40);
        offset = zip_u64(r + 48);
    } else {
        if (!zip_input_copy(from, end, r, END))
            return false;
        whole = zip_u16(r + 4) == 0 && zip_u16(r + 6) == 0 &&
                zip_u16(r + 8) == zip_u16(r + 10);
        d->count = zip_u16(r + 10);
        size = zip_u32(r + 12);
        offset = zip_u32(r + 16);
    }
    if (!whole || size > end || offset > end - size)
        return false;
    d->at = end - size;
    d->before = d->at - offset;
    return true;
}

/* ---- Its entries ------------------------------------------------------ */

static kpi_status broken(kpi_error *err)
{
    return zip_damaged(err, NULL, "the archive's directory is broken");
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

static void read_zip64(zip_stored *entry, const unsigned char *extra,
                       size_t length)
{
    uint64_t *places[] = { &entry->shown.size, &entry->shown.packed,
                           &entry->header };

    while (length >= 4) {
        size_t size = zip_u16(extra + 2), at = 4;

        if (size > length - 4)
            return;
        if (zip_u16(extra) == EXTRA_64) {
            for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
                if (*places[i] != IN_EXTRA || at + 8 > size + 4)
                    continue;
                *places[i] = zip_u64(extra + at);
                at += 8;
            }
            return;
        }
        extra += size + 4;
        length -= size + 4;
    }
}

static kpi_status read_name(zip_stored *entry, char name[NAME_SIZE],
                            arena *memory, kpi_error *err)
{
    size_t length = strlen(name);

    if (length != entry->name_size)
        return zip_damaged(err, name, "an entry name holds a NUL byte");
    entry->shown.folder =
        length != 0 && (name[length - 1] == '/' || name[length - 1] == '\\');
    entry->shown.name = arena_strdup(memory, normal_name(name));
    return entry->shown.name == NULL ? limits_fail_memory(err, memory)
                                     : KPI_OK;
}

/* The entry at *at, which moves behind it. */
static kpi_status read_entry(zip *z, uint64_t *at, uint64_t before,
                             arena *memory, kpi_error *err)
{
    zip_stored *entry = &z->entries[z->count];
    unsigned char h[HEADER], extra[EXTRA_SIZE];
    char name[NAME_SIZE];
    size_t extra_size;

    if (!zip_input_copy(&z->from, *at, h, HEADER) ||
        memcmp(h, "PK\1\2", 4) != 0)
        return broken(err);
    entry->flags = zip_u16(h + 8);
    entry->method = zip_u16(h + 10);
    entry->crc = zip_u32(h + 16);
    entry->shown.packed = zip_u32(h + 20);
    entry->shown.size = zip_u32(h + 24);
    entry->name_size = zip_u16(h + 28);
    entry->header = zip_u32(h + 42);
    if (entry->name_size >= NAME_SIZE)
        return zip_damaged(err, NULL, "the archive has an overlong entry name");
    extra_size = zip_u16(h + 30) < EXTRA_SIZE ? zip_u16(h + 30) : EXTRA_SIZE;
    *at += HEADER;
    if (!zip_input_copy(&z->from, *at, name, entry->name_size) ||
        !zip_input_copy(&z->from, *at + entry->name_size, extra, extra_size))
        return broken(err);
    *at += entry->name_size + zip_u16(h + 30) + zip_u16(h + 32);
    name[entry->name_size] = '\0';
    read_zip64(entry, extra, extra_size);
    entry->header += before;
    return read_name(entry, name, memory, err);
}

kpi_status zip_directory_read(zip *z, arena *memory, kpi_error *err)
{
    kpi_status status = KPI_OK;
    directory d;

    if (!find_directory(&z->from, &d))
        return zip_damaged(err, NULL, "the archive has no directory: it is "
                                      "cut off or no ZIP file");
    if (d.count > z->limits.entries)
        return limits_fail(err, NULL, "the archive has more entries",
                           "entries", z->limits.entries);
    if (d.count > z->from.size / HEADER)
        return zip_damaged(err, NULL, "the archive's directory is cut off");
    z->entries = arena_array(memory, (size_t)d.count, sizeof(*z->entries));
    if (z->entries == NULL)
        return limits_fail_memory(err, memory);
    while (status == KPI_OK && z->count < d.count) {
        status = read_entry(z, &d.at, d.before, memory, err);
        z->count += status == KPI_OK ? 1 : 0;
    }
    return status;
}
