/*
 * fuzz_zip.c - any bytes as an archive
 *
 * An entry that ends well has just the size that the archive says, and reads
 * the same a second time; names are normal. An archive that is asked for its
 * bytes is always minizip's (zip_plain.h), and has the same entries.
 */
#include "fuzz/check.h"
#include "ooxml/zip.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool ask(void *context, uint64_t at, void *buffer, size_t size)
{
    memcpy(buffer, (const uint8_t *)context + at, size);
    return true;
}

static void check_asked(const zip *z, const uint8_t *bytes, size_t size,
                        const kpi_limits *limits, kpi_status wanted)
{
    const zip_input input = { .size = size, .ask = ask,
                              .context = (void *)(uintptr_t)bytes };
    kpi_error err = { .status = KPI_OK };
    arena memory;
    zip *asked;

    arena_init(&memory, 4 << 20);
    check(zip_open_input(&asked, &input, limits, &memory, &err) == wanted);
    for (size_t i = 0; asked != NULL && i < zip_count(asked); i++) {
        const zip_entry *a = zip_at(z, i), *b = zip_at(asked, i);

        check(zip_count(asked) == zip_count(z));
        check(strcmp(a->name, b->name) == 0 && a->size == b->size &&
              a->packed == b->packed && a->folder == b->folder);
    }
    zip_close(asked);
    arena_free(&memory);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    kpi_limits limits = small_limits();
    kpi_error err = { .status = KPI_OK };
    kpi_status status;
    arena memory;
    zip *z;

    arena_init(&memory, 4 << 20);
    status = zip_open(&z, bytes, size, &limits, &memory, &err);
    check_error(status, &err);
    check((status == KPI_OK) == (z != NULL));
    check_asked(z, bytes, size, &limits, status);
    for (size_t i = 0; z != NULL && i < zip_count(z); i++) {
        const zip_entry *entry = zip_at(z, i);
        text first, again;
        size_t found;

        check(entry->name[0] != '/' && strchr(entry->name, '\\') == NULL);
        check(entry->folder || zip_find(z, entry->name, &found));
        status = zip_read_all(z, i, &memory, &first, &err);
        check_error(status, &err);
        if (status != KPI_OK)
            continue;
        check(first.length == entry->size);
        if (zip_read_all(z, i, &memory, &again, &err) == KPI_OK)
            check(text_equal(first, again));
    }
    zip_close(z);
    arena_free(&memory);
    return 0;
}
