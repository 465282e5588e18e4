/*
 * summary_verify.c - what was written, read again
 */
#include "output/summary_verify.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ooxml/xml.h"
#include "ooxml/zip.h"
#include "xlsx/book.h"

enum { CLOSE_MEMORY = 4 << 20, /* its buffers are all smaller */
       HELD = 16 << 20 /* a larger file is read piece by piece */ };

bool summary_room(void)
{
    return memory_is_left(CLOSE_MEMORY);
}

/* ---- The file's bytes ------------------------------------------------- */

typedef struct written {
    FILE *file;
    char *bytes; /* all of them, or NULL */
    zip_input input;
    bool failed; /* it could not be read */
} written;

static bool ask(void *context, uint64_t at, void *buffer, size_t size)
{
    written *w = context;
    bool read = at <= LONG_MAX && fseek(w->file, (long)at, SEEK_SET) == 0 &&
                fread(buffer, 1, size, w->file) == size;

    w->failed = w->failed || !read;
    return read;
}

static kpi_status hold(written *w, kpi_error *err)
{
    w->bytes = malloc((size_t)w->input.size);
    if (w->bytes == NULL)
        return kpi_fail_nomem(err);
    if (!ask(w, 0, w->bytes, (size_t)w->input.size))
        return KPI_OK;
    w->input.bytes = (const unsigned char *)w->bytes;
    return KPI_OK;
}

static kpi_status written_open(written *w, const char *path, kpi_error *err)
{
    long end = -1;

    *w = (written){ .file = fopen(path, "rb") };
    w->input.ask = ask;
    w->input.context = w;
    if (w->file != NULL && fseek(w->file, 0, SEEK_END) == 0)
        end = ftell(w->file);
    w->failed = end <= 0;
    if (w->failed)
        return KPI_OK;
    w->input.size = (uint64_t)end;
    return w->input.size <= HELD ? hold(w, err) : KPI_OK;
}

static void written_close(written *w)
{
    free(w->bytes);
    if (w->file != NULL)
        fclose(w->file);
}

/* ---- Its parts -------------------------------------------------------- */

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

static kpi_status verify_parts(const zip_input *file,
                               const kpi_limits *limits, kpi_error *err)
{
    arena memory;
    zip *z = NULL;
    kpi_status status;

    arena_init(&memory, 0);
    status = zip_open_input(&z, file, limits, &memory, err);
    for (size_t i = 0; status == KPI_OK && i < zip_count(z); i++)
        if (!is_of_cells(zip_at(z, i)->name))
            status = verify_entry(z, i, limits, err);
    if (z)
        zip_close(z);
    arena_free(&memory);
    return status;
}

static kpi_status verify_cells(const zip_input *file,
                               const kpi_limits *limits, kpi_error *err)
{
    const sheet_events events = { .context = NULL };
    book *b = NULL;
    kpi_status status = book_open_input(&b, file, limits, err);

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
    written w;
    kpi_error why = { .status = KPI_OK };
    kpi_status status = written_open(&w, path, &why);

    limits_complete(&limits, &no_limits);
    if (status == KPI_OK && !w.failed)
        status = verify_parts(&w.input, &limits, &why);
    if (status == KPI_OK && !w.failed)
        status = verify_cells(&w.input, &limits, &why);
    if (w.failed)
        status = kpi_fail(&why, KPI_E_OUTPUT, NULL, path, "it cannot be read");
    written_close(&w);
    if (status == KPI_OK || status == KPI_E_NOMEM)
        return status == KPI_OK ? KPI_OK : kpi_fail_nomem(err);
    return kpi_fail(err, KPI_E_OUTPUT, NULL, path,
                    "the workbook was not written whole (is the disk full?): "
                    "%s", why.message);
}
