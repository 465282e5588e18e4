/*
 * written.c - an official workbook written to a folder of its own and read
 */
#include "support/written.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ooxml/zip.h"
#include "support/rows.h"

static void slurp(written *w)
{
    FILE *in = fopen(w->path, "rb");
    long end;

    assert_non_null(in);
    fseek(in, 0, SEEK_END);
    end = ftell(in);
    rewind(in);
    w->bytes = malloc((size_t)end + 1);
    assert_non_null(w->bytes);
    w->size = fread(w->bytes, 1, (size_t)end, in);
    assert_int_equal(w->size, (size_t)end);
    fclose(in);
}

void written_open(written *w, const dataset *d, const plan *p,
                  const summary_options *options)
{
    const char *base = getenv("TMPDIR");
    summary_options o = { .created = NULL };
    kpi_error err = { .status = KPI_OK };
    kpi_source src;

    memset(w, 0, sizeof(*w));
    arena_init(&w->memory, 0);
    snprintf(w->folder, sizeof(w->folder), "%.40s/kpibook-XXXXXX",
             base ? base : "/tmp");
    assert_non_null(mkdtemp(w->folder));
    snprintf(w->path, sizeof(w->path), "%s/summary.xlsx", w->folder);
    if (options)
        o = *options;
    o.created = "2017-06-30T00:00:00Z";
    o.as_of = "2017-06-30";
    o.temporary = w->folder;
    assert_int_equal(summary_write(w->path, d, p, &o, &err), KPI_OK);
    slurp(w);
    src = (kpi_source){ "summary.xlsx", w->bytes, w->size };
    assert_int_equal(book_open(&w->book, &src, NULL, &err), KPI_OK);
}

void written_close(written *w)
{
    book_free(w->book);
    arena_free(&w->memory);
    free(w->bytes);
    remove(w->path);
    rmdir(w->folder);
}

grid written_sheet(written *w, const char *name)
{
    grid g = { .sheet = NULL };

    for (size_t i = 0; i < book_sheet_count(w->book); i++)
        if (!strcmp(book_sheet(w->book, i)->name, name))
            assert_int_equal(grid_read(&g, &w->memory, w->book, i, NULL),
                             KPI_OK);
    return g;
}

const char *written_part(written *w, const char *name)
{
    kpi_limits limits;
    size_t entry;
    zip *z;
    text part;

    kpi_limits_default(&limits);
    assert_int_equal(zip_open(&z, w->bytes, w->size, &limits, &w->memory,
                              NULL), KPI_OK);
    assert_true(zip_find(z, name, &entry));
    assert_int_equal(zip_read_all(z, entry, &w->memory, &part, NULL),
                     KPI_OK);
    zip_close(z);
    return arena_strndup(&w->memory, part.bytes, part.length);
}

const char *written_at(written *w, const grid *g, uint32_t row, uint32_t col)
{
    const cell *c = grid_cell(g, row, col);

    return c ? arena_strndup(&w->memory, c->value.bytes, c->value.length)
             : "";
}

const cell *written_find(const grid *g, const char *t)
{
    for (size_t i = 0; i < g->count; i++)
        if (text_is(g->cells[i].value, t))
            return &g->cells[i];
    return NULL;
}
