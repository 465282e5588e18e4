/*
 * fuzz_zip.c - any bytes as an archive
 *
 * An entry that ends well has just the size that the archive says, and reads
 * the same a second time; names are normal.
 */
#include "fuzz/check.h"
#include "ooxml/zip.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

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
