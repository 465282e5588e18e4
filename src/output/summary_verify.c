/*
 * summary_verify.c - what was written, read again
 */
#include "output/summary_verify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ooxml/xml.h"
#include "ooxml/zip.h"
#include "xlsx/book.h"

/* The file in memory; false when it cannot be read. */
enum { CLOSE_MEMORY = 4 << 20 }; /* its buffers are all smaller */

bool summary_room(void)
{
    return memory_is_left(CLOSE_MEMORY);
}

static bool read_file(const char *path, char **bytes, size_t *size)
{
    FILE *f = fopen(path, "rb");
    long end = -1;

    if (f && fseek(f, 0, SEEK_END) == 0)
        end = ftell(f);
    if (end > 0) {
        rewind(f);
        *size = (size_t)end;
        *bytes = malloc(*size);
    }
    if (*bytes && fread(*bytes, 1, *size, f) != *size) {
        free(*bytes);
        *bytes = NULL;
    }
    if (f)
        fclose(f);
    return *bytes != NULL;
}

static kpi_status next_bytes(void *context, void *buffer, size_t size,
                             size_t *got, kpi_error *err)
{
    return zip_read(context, buffer, size, got, err);
}

static bool look_at_nothing(void *context, xml_parser *p, xml_ns ns,
                            const char *name,
                            const xml_attributes *attributes)
{
    (void)context;
    (void)p;
    (void)ns;
    (void)name;
    (void)attributes;
    return false;
}

/* Every part is XML: to its end, which is well. */
static kpi_status verify_entry(zip *z, size_t index,
                               const kpi_limits *limits, kpi_error *err)
{
    const xml_handler handler = { NULL, look_at_nothing, NULL, NULL };
    const xml_input input = { z, next_bytes, zip_at(z, index)->name };
    kpi_status status = zip_begin(z, index, err);

    if (status != KPI_OK)
        return status;
    status = xml_parse_part(&input, zip_at(z, index)->size, limits,
                            XML_NS_MAIN, &handler, NULL, err);
    if (status == KPI_OK)
        return zip_end(z, err);
    zip_abandon(z);
    return status;
}

/* Those that reading the cells takes to their end. */
static bool is_of_cells(const char *name)
{
    return text_starts(text_of(name), "xl/worksheets/sheet") ||
           strcmp(name, "xl/sharedStrings.xml") == 0;
}

static kpi_status verify_parts(const kpi_source *file,
                               const kpi_limits *limits, kpi_error *err)
{
    arena memory;
    zip *z = NULL;
    kpi_status status;

    arena_init(&memory, 0);
    status = zip_open(&z, file->bytes, file->size, limits, &memory, err);
    for (size_t i = 0; status == KPI_OK && i < zip_count(z); i++)
        if (!is_of_cells(zip_at(z, i)->name))
            status = verify_entry(z, i, limits, err);
    if (z)
        zip_close(z);
    arena_free(&memory);
    return status;
}

static kpi_status verify_cells(const kpi_source *file,
                               const kpi_limits *limits, kpi_error *err)
{
    const sheet_events events = { .context = NULL };
    book *b = NULL;
    kpi_status status = book_open(&b, file, limits, err);

    for (size_t i = 0; status == KPI_OK && i < book_sheet_count(b); i++)
        status = sheet_read(b, i, &events, err);
    book_free(b);
    return status;
}

/* What is ours may be of any size. */
static const kpi_limits no_limits = {
    .file_bytes = UINT64_MAX, .part_bytes = UINT64_MAX,
    .total_bytes = UINT64_MAX, .ratio = UINT32_MAX, .cells = UINT64_MAX,
    .strings = UINT32_MAX, .text_bytes = UINT64_MAX, .merges = UINT32_MAX,
    .memory_bytes = SIZE_MAX,
};

kpi_status summary_verify(const char *path, kpi_error *err)
{
    kpi_limits limits;
    kpi_source file = { .name = path };
    char *bytes = NULL;
    size_t size = 0;
    kpi_error why = { .status = KPI_OK };
    kpi_status status = KPI_OK;

    limits_complete(&limits, &no_limits);
    if (!read_file(path, &bytes, &size))
        status = kpi_fail(&why, KPI_E_OUTPUT, NULL, path, "it cannot be read");
    file.bytes = bytes;
    file.size = size;
    if (status == KPI_OK)
        status = verify_parts(&file, &limits, &why);
    if (status == KPI_OK)
        status = verify_cells(&file, &limits, &why);
    free(bytes);
    if (status == KPI_OK || status == KPI_E_NOMEM)
        return status == KPI_OK ? KPI_OK : kpi_fail_nomem(err);
    return kpi_fail(err, KPI_E_OUTPUT, NULL, path,
                    "the workbook was not written whole (is the disk full?): "
                    "%s", why.message);
}
