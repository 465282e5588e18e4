/*
 * zip.c - a ZIP archive: opening it, and its entries by name
 */
#include "ooxml/zip_parts.h"

#include <stdlib.h>
#include <string.h>

kpi_status zip_damaged(kpi_error *err, const char *part, const char *what)
{
    return kpi_fail(err, KPI_E_INPUT, "file-damaged", part, "%s", what);
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
    z->from = *input;
    z->inflater = &z->own;
    status = zip_directory_read(z, memory, err);
    if (status == KPI_OK)
        status = index_names(z, memory, err);
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
