/*
 * originals.c - the parts as they were, kept in the annotated copy
 */
#include "annotate/originals.h"

#include <string.h>

#define FOLDER "kpibook/"
#define FIRST_LINE "kpibook.annotated/1"
#define RELATION_MANIFEST "urn:kpibook:relationships/manifest"
#define RELATION_ORIGINAL "urn:kpibook:relationships/original"

enum { DIGEST_SIZE = 17 };

/* FNV-1a: tells changes, it is no seal. */
static void digest(char out[DIGEST_SIZE], text t)
{
    static const char digits[] = "0123456789abcdef";
    uint64_t hash = 0xcbf29ce484222325u;

    for (size_t i = 0; i < t.length; i++)
        hash = (hash ^ (unsigned char)t.bytes[i]) * 0x100000001b3u;
    for (size_t i = 0; i < DIGEST_SIZE - 1; i++)
        out[i] = digits[hash >> (60 - 4 * i) & 15];
    out[DIGEST_SIZE - 1] = '\0';
}

kpi_status originals_announce(package_patch *p, type_changes *types,
                              kpi_error *err)
{
    char id[RELATION_ID_SIZE];

    type_set(types, ORIGINALS_MANIFEST, ORIGINALS_EXTENSION, ORIGINALS_TYPE);
    if (!package_patch_has(p, "_rels/.rels"))
        return KPI_OK;
    return relation_add(p, "", RELATION_MANIFEST, ORIGINALS_MANIFEST, id,
                        err);
}

/* ---- Keeping ---------------------------------------------------------- */

/* As it was, not as it is: straight from the archive. */
static kpi_status read_original(package_patch *p, const char *name,
                                arena *memory, text *out, kpi_error *err)
{
    zip *z = opc_zip(package_patch_opc(p));
    size_t entry;

    if (!zip_find(z, name, &entry))
        return kpi_fail(err, KPI_E_INPUT, "file-damaged", name,
                        "the part is missing");
    return zip_read_all(z, entry, memory, out, err);
}

static kpi_status keep_one(package_patch *p, const package_change *c,
                           size_t number_of_it, buf *manifest,
                           buf *relations, kpi_error *err)
{
    char sum[DIGEST_SIZE];
    kpi_status status;
    arena memory;
    char *name;
    text was;

    digest(sum, c->bytes);
    if (c->added) {
        buf_printf(manifest, "added %s - %s\n", sum, c->name);
        return KPI_OK;
    }
    arena_init(&memory, 0);
    name = arena_printf(&memory, FOLDER "original%zu." ORIGINALS_EXTENSION,
                        number_of_it);
    status = name == NULL ? kpi_fail_nomem(err)
                          : read_original(p, c->name, &memory, &was, err);
    if (status == KPI_OK && !package_patch_put(p, name, was))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK) {
        buf_printf(manifest, "changed %s %s %s\n", sum, name, c->name);
        buf_printf(relations, "<Relationship Id=\"rId%zu\" Type=\""
                   RELATION_ORIGINAL "\" Target=\"/%s\"/>", number_of_it,
                   name);
    }
    arena_free(&memory);
    return status;
}

kpi_status originals_keep(package_patch *p, kpi_error *err)
{
    size_t count = package_patch_count(p), kept = 0;
    kpi_status status = KPI_OK;
    buf manifest, relations;

    buf_init(&manifest);
    buf_init(&relations);
    buf_string(&manifest, FIRST_LINE "\n");
    buf_string(&relations, "<?xml version=\"1.0\" encoding=\"UTF-8\" "
               "standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas."
               "openxmlformats.org/package/2006/relationships\">");
    for (size_t i = 0; i < count && status == KPI_OK; i++) {
        package_change c = package_patch_at(p, i);

        if (c.removed || strchr(c.name, '\n') != NULL)
            status = kpi_fail(err, KPI_E_INPUT, "file-damaged", c.name,
                              "the part cannot be kept");
        else
            status = keep_one(p, &c, kept + 1, &manifest, &relations, err);
        kept += !c.added;
    }
    buf_string(&relations, "</Relationships>");
    if (status == KPI_OK)
        status = part_put(p, ORIGINALS_MANIFEST, &manifest, err);
    if (status == KPI_OK)
        status = part_put(p, FOLDER "_rels/manifest.kpibook.rels",
                          &relations, err);
    buf_free(&manifest);
    buf_free(&relations);
    return status;
}

/* ---- Giving back ------------------------------------------------------ */

typedef struct line {
    text what, sum, original, part;
} line;

static text word(text *rest)
{
    size_t end = text_find(*rest, " ", 0);
    text made = text_cut(*rest, 0, end == SIZE_MAX ? rest->length : end);

    *rest = text_from(*rest, made.length + 1);
    return made;
}

static bool next_line(text *rest, line *out)
{
    size_t end = text_find(*rest, "\n", 0);
    text t;

    if (end == SIZE_MAX)
        return false;
    t = text_cut(*rest, 0, end);
    *rest = text_from(*rest, end + 1);
    out->what = word(&t);
    out->sum = word(&t);
    out->original = word(&t);
    out->part = t;
    return true;
}

static const char *name_of(arena *memory, text t)
{
    return arena_strndup(memory, t.bytes, t.length);
}

/* The part is as we wrote it, and its original is there. */
static kpi_status check_line(package_patch *p, const line *l, bool *same,
                             kpi_error *err)
{
    char sum[DIGEST_SIZE];
    arena memory;
    kpi_status status;
    const char *name, *original;
    bool found = false;
    text now;

    arena_init(&memory, 0);
    name = name_of(&memory, l->part);
    original = name_of(&memory, l->original);
    status = name == NULL || original == NULL
        ? kpi_fail_nomem(err)
        : package_patch_read(p, name, &memory, &now, &found, err);
    if (status == KPI_OK && found) {
        digest(sum, now);
        *same = text_is(l->sum, sum) &&
                (text_is(l->what, "added") ||
                 (text_is(l->what, "changed") &&
                  text_starts(l->original, FOLDER) &&
                  package_patch_has(p, original)));
    }
    arena_free(&memory);
    return status;
}

static kpi_status restore_line(package_patch *p, const line *l,
                               kpi_error *err)
{
    kpi_status status = KPI_OK;
    const char *name, *original;
    arena memory;
    bool found = true;
    text was;

    arena_init(&memory, 0);
    name = name_of(&memory, l->part);
    original = name_of(&memory, l->original);
    if (name == NULL || original == NULL) {
        status = kpi_fail_nomem(err);
    } else if (text_is(l->what, "added")) {
        if (!package_patch_remove(p, name))
            status = kpi_fail_nomem(err);
    } else {
        status = package_patch_read(p, original, &memory, &was, &found, err);
        if (status == KPI_OK && !package_patch_put(p, name, was))
            status = kpi_fail_nomem(err);
    }
    arena_free(&memory);
    return status;
}

static kpi_status drop_folder(package_patch *p, kpi_error *err)
{
    const zip *z = opc_zip(package_patch_opc(p));

    for (size_t i = 0; i < zip_count(z); i++) {
        const char *name = zip_at(z, i)->name;

        if (strncmp(name, FOLDER, strlen(FOLDER)) == 0 &&
            !package_patch_remove(p, name))
            return kpi_fail_nomem(err);
    }
    return KPI_OK;
}

kpi_status originals_restore(package_patch *p, bool *exact, kpi_error *err)
{
    arena memory;
    text manifest, rest;
    bool found = false, same = false;
    kpi_status status;
    line l;

    *exact = false;
    arena_init(&memory, 0);
    status = package_patch_read(p, ORIGINALS_MANIFEST, &memory, &manifest,
                                &found, err);
    if (status != KPI_OK || !found ||
        !text_starts(manifest, FIRST_LINE "\n"))
        goto out;
    manifest = text_from(manifest, strlen(FIRST_LINE "\n"));
    rest = manifest;
    for (same = true; same && next_line(&rest, &l) && status == KPI_OK;) {
        same = false;
        status = check_line(p, &l, &same, err);
    }
    rest = manifest;
    while (same && status == KPI_OK && next_line(&rest, &l))
        status = restore_line(p, &l, err);
    if (status == KPI_OK && same)
        status = drop_folder(p, err);
    *exact = same && status == KPI_OK;
out:
    arena_free(&memory);
    return status;
}
