/*
 * open_book.c - one workbook that several readers look into, one by one
 */
#include "xlsx/open_book.h"

#include <stdlib.h>

#include "base/limits.h"

typedef struct kept_grid {
    grid grid;
    arena memory;
    bool read;
} kept_grid;

struct open_book {
    const kpi_source *source;
    kpi_limits limits;
    kpi_status status; /* of opening, once `tried` */
    kpi_error why;
    bool tried;
    book *book;
    kept_grid *sheets; /* one a sheet of the book */
    size_t kept_bytes; /* of grids that readers are done with */
    arena *spare;      /* for grids, or NULL */
    struct part_memory *known; /* or NULL */
};

open_book *open_book_new(const kpi_source *source, const kpi_limits *limits)
{
    open_book *o = calloc(1, sizeof(*o));

    if (o == NULL)
        return NULL;
    o->source = source;
    limits_complete(&o->limits, limits);
    return o;
}

void open_book_lend(open_book *o, arena *spare, struct part_memory *known)
{
    o->spare = spare;
    o->known = known;
}

static void drop(kept_grid *kept)
{
    arena_free(&kept->memory);
    kept->read = false;
}

void open_book_free(open_book *o)
{
    if (o == NULL)
        return;
    for (size_t i = 0; o->sheets != NULL && i < book_sheet_count(o->book); i++)
        drop(&o->sheets[i]);
    free(o->sheets);
    book_free(o->book);
    free(o);
}

const kpi_source *open_book_source(const open_book *o)
{
    return o->source;
}

static kpi_status open_now(open_book *o)
{
    size_t count;
    kpi_status status = book_open_known(&o->book, o->source, o->known,
                                        &o->limits, &o->why);

    if (status != KPI_OK)
        return status;
    count = book_sheet_count(o->book);
    o->sheets = calloc(count + 1, sizeof(*o->sheets));
    if (o->sheets == NULL) {
        book_free(o->book);
        o->book = NULL;
        return kpi_fail_nomem(&o->why);
    }
    for (size_t i = 0; i < count; i++) {
        arena_init(&o->sheets[i].memory, (size_t)o->limits.memory_bytes);
        arena_borrow(&o->sheets[i].memory, o->spare);
    }
    return KPI_OK;
}

kpi_status open_book_get(book **out, open_book *o, kpi_error *err)
{
    if (!o->tried) {
        o->status = open_now(o);
        o->tried = true;
    }
    *out = o->book;
    if (o->status != KPI_OK && err != NULL)
        *err = o->why;
    return o->status;
}

kpi_status open_book_grid(const grid **out, open_book *o, size_t sheet,
                          kpi_error *err)
{
    kept_grid *kept = &o->sheets[sheet];
    kpi_status status = KPI_OK;

    *out = NULL;
    if (!kept->read)
        status = grid_read(&kept->grid, &kept->memory, o->book, sheet, err);
    else if (o->kept_bytes >= kept->memory.used)
        o->kept_bytes -= kept->memory.used; /* in use again */
    kept->read = status == KPI_OK;
    if (kept->read)
        *out = &kept->grid;
    else
        drop(kept);
    return status;
}

void open_book_done(open_book *o, size_t sheet)
{
    kept_grid *kept = &o->sheets[sheet];

    if (!kept->read)
        return;
    if (kept->memory.used > OPEN_BOOK_KEPT_BYTES - o->kept_bytes)
        drop(kept);
    else
        o->kept_bytes += kept->memory.used;
}
