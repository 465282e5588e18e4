/*
 * package_patch.c - a package with some parts changed, all others as they were
 */
#include "annotate/package_patch.h"

#include <minizip/unzip.h>
#include <minizip/zip.h>
#include <stdlib.h>
#include <string.h>

#include "annotate/memory_file.h"
#include "kpi/key_table.h"

enum { COPY_BYTES = 1 << 16, VERSION_20 = 20, UTF8_NAMES = 0x800,
       NAME_SIZE = 1024, ENCRYPTED = 1 };

typedef struct change {
    const char *name;
    text bytes;
    bool removed;
    bool written;
} change;

struct package_patch {
    arena memory;
    opc *package;
    const kpi_source *input;
    change *changes;
    size_t count, capacity;
    key_table by_name; /* lower-case names: as opc compares them */
};

kpi_status package_patch_new(package_patch **out, opc *package,
                             const kpi_source *input, kpi_error *err)
{
    package_patch *p = calloc(1, sizeof(*p));

    *out = p;
    if (p == NULL)
        return kpi_fail_nomem(err);
    arena_init(&p->memory, 0);
    key_table_init(&p->by_name, &p->memory);
    p->package = package;
    p->input = input;
    return KPI_OK;
}

void package_patch_free(package_patch *p)
{
    if (p == NULL)
        return;
    arena_free(&p->memory);
    free(p);
}

opc *package_patch_opc(const package_patch *p)
{
    return p->package;
}

/* Part names are compared without regard to ASCII case, as opc does. */
static text lower_name(char out[NAME_SIZE], const char *name)
{
    size_t length = 0;

    while (name[length] != '\0' && length < NAME_SIZE) {
        out[length] = ascii_lower(name[length]);
        length++;
    }
    return text_slice(out, length);
}

static change *find_change(const package_patch *p, const char *name)
{
    char lower[NAME_SIZE];
    size_t index = key_table_get(&p->by_name, lower_name(lower, name));

    return index == SIZE_MAX ? NULL : &p->changes[index];
}

static bool find_entry(const package_patch *p, const char *name,
                       size_t *index)
{
    return zip_find(opc_zip(p->package), name, index);
}

bool package_patch_has(const package_patch *p, const char *name)
{
    const change *c = find_change(p, name);
    size_t index;

    return c != NULL ? !c->removed : find_entry(p, name, &index);
}

kpi_status package_patch_read(package_patch *p, const char *name,
                              arena *memory, text *out, bool *found,
                              kpi_error *err)
{
    const change *c = find_change(p, name);
    size_t index;

    *out = text_of("");
    *found = package_patch_has(p, name);
    if (!*found)
        return KPI_OK;
    if (c != NULL) {
        *out = c->bytes;
        return KPI_OK;
    }
    *found = find_entry(p, name, &index);
    return zip_read_all(opc_zip(p->package), index, memory, out, err);
}

static change *change_of(package_patch *p, const char *name)
{
    change *c = find_change(p, name);
    char lower[NAME_SIZE], *key;
    text folded = lower_name(lower, name);
    void *items = p->changes;

    if (c != NULL)
        return c;
    key = arena_strndup(&p->memory, folded.bytes, folded.length);
    name = arena_strdup(&p->memory, name);
    if (key == NULL || name == NULL)
        return NULL;
    c = arena_push(&p->memory, &items, &p->count, &p->capacity, sizeof(*c));
    if (c == NULL)
        return NULL;
    p->changes = items;
    c->name = name;
    if (key_table_put(&p->by_name, text_slice(key, folded.length),
                      p->count - 1) != NULL)
        return c;
    p->count--;
    return NULL;
}

bool package_patch_put(package_patch *p, const char *name, text bytes)
{
    change *c = change_of(p, name);
    char *copy = c == NULL ? NULL
                           : arena_strndup(&p->memory, bytes.bytes,
                                           bytes.length);

    if (copy == NULL)
        return false;
    c->bytes = text_slice(copy, bytes.length);
    c->removed = false;
    return true;
}

bool package_patch_remove(package_patch *p, const char *name)
{
    change *c = change_of(p, name);

    if (c == NULL)
        return false;
    c->bytes = text_of("");
    c->removed = true;
    return true;
}

size_t package_patch_count(const package_patch *p)
{
    return p->count;
}

package_change package_patch_at(const package_patch *p, size_t index)
{
    const change *c = &p->changes[index];
    size_t entry;

    return (package_change){ c->name, c->bytes,
                             !find_entry(p, c->name, &entry), c->removed };
}

/* ---- Writing ---- */

typedef struct writer {
    package_patch *patch;
    unzFile in;
    zipFile out;
    char *block;
    buf *to;
    kpi_error *err;
} writer;

static kpi_status write_failed(writer *w, const char *name)
{
    if (!buf_ok(w->to))
        return kpi_fail_nomem(w->err);
    return kpi_fail(w->err, KPI_E_INPUT, "file-damaged", name,
                    "the entry cannot be copied");
}

static kpi_status write_part(writer *w, const char *name, text bytes,
                             const zip_fileinfo *info, uLong flags)
{
    size_t at = 0;

    if (zipOpenNewFileInZip4_64(w->out, name, info, NULL, 0, NULL, 0, NULL,
                                Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0,
                                -MAX_WBITS, DEF_MEM_LEVEL,
                                Z_DEFAULT_STRATEGY, NULL, 0, VERSION_20,
                                flags, bytes.length > 0xFFFFFFF0u) != ZIP_OK)
        return write_failed(w, name);
    while (at < bytes.length) {
        size_t rest = bytes.length - at;
        unsigned step = rest > COPY_BYTES ? COPY_BYTES : (unsigned)rest;

        if (zipWriteInFileInZip(w->out, bytes.bytes + at, step) != ZIP_OK)
            return write_failed(w, name);
        at += step;
    }
    return zipCloseFileInZip(w->out) == ZIP_OK ? KPI_OK
                                               : write_failed(w, name);
}

static kpi_status copy_packed(writer *w, const char *name,
                              const zip_fileinfo *info,
                              const unz_file_info64 *from)
{
    int method, level, got;
    uLong flags = from->flag & UTF8_NAMES;

    if ((from->flag & ENCRYPTED) != 0 ||
        unzOpenCurrentFile2(w->in, &method, &level, 1) != UNZ_OK)
        return write_failed(w, name);
    if (zipOpenNewFileInZip4_64(w->out, name, info, NULL, 0, NULL, 0, NULL,
                                method, level, 1, -MAX_WBITS, DEF_MEM_LEVEL,
                                Z_DEFAULT_STRATEGY, NULL, 0, VERSION_20,
                                flags,
                                from->uncompressed_size > 0xFFFFFFF0u ||
                                from->compressed_size > 0xFFFFFFF0u) !=
        ZIP_OK)
        return write_failed(w, name);
    while ((got = unzReadCurrentFile(w->in, w->block, COPY_BYTES)) > 0) {
        if (zipWriteInFileInZip(w->out, w->block, (unsigned)got) != ZIP_OK)
            return write_failed(w, name);
    }
    unzCloseCurrentFile(w->in);
    if (got < 0 || zipCloseFileInZipRaw64(w->out, from->uncompressed_size,
                                          from->crc) != ZIP_OK)
        return write_failed(w, name);
    return KPI_OK;
}

/*
 * minizip 1.1 does not know sizes that stand in a zip64 extra field (see
 * zip.c); the part is unpacked by the ordinary reader and packed anew.
 */
static kpi_status copy_content(writer *w, size_t index, const char *name,
                               const zip_fileinfo *info, uLong flags)
{
    arena memory;
    text bytes;
    kpi_status status;

    arena_init(&memory, 0);
    status = zip_read_all(opc_zip(w->patch->package), index, &memory, &bytes,
                          w->err);
    if (status == KPI_OK)
        status = write_part(w, name, bytes, info, flags);
    arena_free(&memory);
    return status;
}

static kpi_status copy_entry(writer *w, size_t index)
{
    const zip_entry *entry = zip_at(opc_zip(w->patch->package), index);
    unz_file_info64 from;
    zip_fileinfo info = { .dosDate = 0 };
    char stored[NAME_SIZE];
    change *c;

    if (unzGetCurrentFileInfo64(w->in, &from, stored, sizeof(stored), NULL,
                                0, NULL, 0) != UNZ_OK ||
        from.size_filename >= sizeof(stored))
        return write_failed(w, entry->name);
    stored[from.size_filename] = '\0';
    info.dosDate = from.dosDate;
    info.internal_fa = from.internal_fa;
    info.external_fa = from.external_fa;
    c = entry->folder ? NULL : find_change(w->patch, entry->name);
    if (c == NULL && (from.uncompressed_size != entry->size ||
                      from.compressed_size != entry->packed))
        return copy_content(w, index, stored, &info, from.flag & UTF8_NAMES);
    if (c == NULL)
        return copy_packed(w, stored, &info, &from);
    c->written = true;
    if (c->removed)
        return KPI_OK;
    return write_part(w, stored, c->bytes, &info, from.flag & UTF8_NAMES);
}

static kpi_status write_entries(writer *w)
{
    zip_fileinfo info = { .dosDate = (1u << 21) | (1u << 16) }; /* 1980-01-01 */
    kpi_status status = KPI_OK;
    size_t index = 0, count = zip_count(opc_zip(w->patch->package));
    int step = unzGoToFirstFile(w->in);

    for (size_t i = 0; i < w->patch->count; i++)
        w->patch->changes[i].written = false;
    for (; status == KPI_OK && step == UNZ_OK && index < count; index++) {
        status = copy_entry(w, index);
        if (status == KPI_OK)
            step = unzGoToNextFile(w->in);
    }
    if (status == KPI_OK && index != count)
        status = write_failed(w, NULL);
    for (size_t i = 0; status == KPI_OK && i < w->patch->count; i++) {
        const change *c = &w->patch->changes[i];

        if (!c->written && !c->removed)
            status = write_part(w, c->name, c->bytes, &info, 0);
    }
    return status;
}

kpi_status package_patch_write(buf *out, package_patch *p, kpi_error *err)
{
    memory_file in = { .bytes = p->input->bytes, .size = p->input->size };
    memory_file target = { .out = out };
    zlib_filefunc64_def reading, writing;
    writer w = { .patch = p, .to = out, .err = err };
    kpi_status status;

    memory_file_functions(&reading, &in);
    memory_file_functions(&writing, &target);
    w.block = malloc(COPY_BYTES);
    w.in = unzOpen2_64("", &reading);
    w.out = zipOpen2_64("", APPEND_STATUS_CREATE, NULL, &writing);
    if (w.block == NULL || w.in == NULL || w.out == NULL)
        status = kpi_fail_nomem(err);
    else
        status = write_entries(&w);
    if (w.out != NULL && zipClose(w.out, NULL) != ZIP_OK &&
        status == KPI_OK)
        status = write_failed(&w, NULL);
    if (w.in != NULL)
        unzClose(w.in);
    free(w.block);
    if (status == KPI_OK && !buf_ok(out))
        status = kpi_fail_nomem(err);
    return status;
}
