#include "output/cells.h"

#include <string.h>

#include "base/json_out.h"
#include "base/limits.h"
#include "output/decimal_sum.h"
#include "xlsx/cellref.h"
#include "xlsx/grid.h"

enum { FLUSH_BYTES = 1 << 16 };

typedef struct cells_out {
    const kpi_source *source;
    kpi_limits limits;
    uint64_t text_bytes; /* written so far: a shared string counts each time */
    const kpi_cells_options *options;
    kpi_write write;
    void *context;
    book *book;
    buf text;    /* lines not yet sent */
    buf scratch; /* a date */
} cells_out;

static kpi_status send(cells_out *o, size_t least, kpi_error *err)
{
    if (!buf_ok(&o->text) || !buf_ok(&o->scratch))
        return kpi_fail_nomem(err);
    if (o->text.length < least || o->text.length == 0)
        return KPI_OK;
    if (!o->write(o->context, o->text.bytes, o->text.length))
        return kpi_fail(err, KPI_E_OUTPUT, NULL, NULL,
                        "the output could not be written");
    buf_clear(&o->text);
    return KPI_OK;
}

static bool is_listed(const cell *c)
{
    switch (c->type) {
    case CELL_EMPTY: return c->missing;
    case CELL_STRING: return c->value.length > 0;
    case CELL_NUMBER:
    case CELL_BOOLEAN:
    case CELL_ERROR: break;
    }
    return true;
}

static void put_value(cells_out *o, json_out *j, const cell *c)
{
    static const char *const types[] = {
        [CELL_EMPTY] = "number", [CELL_NUMBER] = "number",
        [CELL_STRING] = "string", [CELL_BOOLEAN] = "boolean",
        [CELL_ERROR] = "error",
    };

    json_key_string(j, "type", types[c->type]);
    json_key(j, "value");
    switch (c->type) {
    case CELL_EMPTY:
        json_null(j);
        break;
    case CELL_NUMBER:
        buf_clear(&o->scratch);
        number_put_stored(&o->scratch, c->value);
        json_raw(j, buf_cstr(&o->scratch));
        break;
    case CELL_BOOLEAN:
        json_bool(j, text_is(c->value, "1"));
        break;
    case CELL_STRING:
    case CELL_ERROR:
        json_text(j, c->value);
        break;
    }
}

static void put_merge(json_out *j, const grid *g, const cell *c)
{
    const merge_range *m = grid_merge(g, c->row, c->col);
    char range[CELLREF_RANGE_SIZE];

    if (m == NULL || m->row != c->row || m->col != c->col)
        return;
    cellref_write_range(range, m->row, m->col, m->last_row, m->last_col);
    json_key_string(j, "merge", range);
}

static void put_cell(cells_out *o, const grid *g, const cell *c)
{
    json_out j;
    char ref[CELLREF_SIZE];

    json_init(&j, &o->text, 0);
    json_open(&j, '{');
    if (o->options->name_file)
        json_key_string(&j, "file", o->source->name);
    json_key_string(&j, "sheet", g->sheet);
    cellref_write(ref, c->row, c->col);
    json_key_string(&j, "ref", ref);
    put_value(o, &j, c);
    json_key_string(&j, "format", book_format(o->book, c->format));
    buf_clear(&o->scratch);
    if (c->type == CELL_NUMBER && book_cell_date(o->book, c, &o->scratch))
        json_key_string(&j, "date", buf_cstr(&o->scratch));
    if (c->formula) {
        json_key(&j, "formula");
        json_bool(&j, true);
    }
    if (c->missing) {
        json_key(&j, "missing");
        json_bool(&j, true);
    }
    put_merge(&j, g, c);
    json_close(&j, '}');
    buf_char(&o->text, '\n');
}

/*
 * One shared string costs one copy in memory, but is printed for every cell:
 * a file of 100 KB could print gigabytes. Known before a sheet is begun.
 */
static kpi_status count_text(cells_out *o, const grid *g, kpi_error *err)
{
    for (size_t i = 0; i < g->count; i++) {
        if (g->cells[i].type == CELL_STRING)
            o->text_bytes += g->cells[i].value.length;
    }
    if (o->text_bytes > o->limits.text_bytes)
        return limits_fail(err, g->sheet, "the text of all cells is larger",
                           "text-bytes", o->limits.text_bytes);
    return KPI_OK;
}

static kpi_status put_sheet(cells_out *o, size_t index, kpi_error *err)
{
    arena memory;
    grid g;
    kpi_status status;

    arena_init(&memory, 0);
    status = grid_read(&g, &memory, o->book, index, err);
    if (status == KPI_OK)
        status = count_text(o, &g, err);
    for (size_t i = 0; status == KPI_OK && i < g.count; i++) {
        if (!is_listed(&g.cells[i]))
            continue;
        put_cell(o, &g, &g.cells[i]);
        status = send(o, FLUSH_BYTES, err);
    }
    arena_free(&memory);
    return status;
}

/* ---- Counts ---- */

typedef struct sheet_counts {
    size_t numbers, strings, booleans, errors, text_bytes;
    decimal_sum sum;
    bool in_order, failed;
    uint32_t row, col; /* of the cell before */
    bool any;
} sheet_counts;

static void count_cell(sheet_counts *n, const cell *c)
{
    switch (c->type) {
    case CELL_EMPTY:
        break;
    case CELL_NUMBER:
        n->numbers++;
        if (!decimal_sum_add(&n->sum, c->value))
            n->failed = true;
        break;
    case CELL_STRING:
        n->strings += c->value.length > 0 ? 1 : 0;
        n->text_bytes += c->value.length;
        break;
    case CELL_BOOLEAN:
        n->booleans++;
        break;
    case CELL_ERROR:
        n->errors++;
        break;
    }
}

/* Stops at a cell out of order: two of one reference could be counted. */
static bool count_event(void *context, const cell *c)
{
    sheet_counts *n = context;

    if (n->any && (c->row < n->row || (c->row == n->row && c->col <= n->col)))
        n->in_order = false;
    n->any = true;
    n->row = c->row;
    n->col = c->col;
    if (n->in_order)
        count_cell(n, c);
    return n->in_order && !n->failed;
}

static kpi_status count_grid(sheet_counts *n, cells_out *o, size_t index,
                             kpi_error *err)
{
    arena memory;
    grid g;
    kpi_status status;

    arena_init(&memory, 0);
    decimal_sum_free(&n->sum);
    memset(n, 0, sizeof(*n));
    status = grid_read(&g, &memory, o->book, index, err);
    for (size_t i = 0; status == KPI_OK && i < g.count; i++)
        count_cell(n, &g.cells[i]);
    arena_free(&memory);
    return status;
}

static void put_counts(cells_out *o, const char *sheet, sheet_counts *n)
{
    json_out j;

    json_init(&j, &o->text, 0);
    json_open(&j, '{');
    json_key_string(&j, "file", o->source->name);
    json_key_string(&j, "sheet", sheet);
    json_key(&j, "cells");
    json_size(&j, n->numbers + n->strings + n->booleans + n->errors);
    json_key(&j, "numbers");
    json_size(&j, n->numbers);
    json_key(&j, "strings");
    json_size(&j, n->strings);
    json_key(&j, "booleans");
    json_size(&j, n->booleans);
    json_key(&j, "errors");
    json_size(&j, n->errors);
    json_key(&j, "sum");
    buf_clear(&o->scratch);
    if (!decimal_sum_put(&n->sum, &o->scratch))
        n->failed = true;
    json_raw(&j, buf_cstr(&o->scratch));
    json_key(&j, "text_bytes");
    json_size(&j, n->text_bytes);
    json_close(&j, '}');
    buf_char(&o->text, '\n');
}

static kpi_status put_summary(cells_out *o, size_t index, kpi_error *err)
{
    sheet_counts n = { .in_order = true };
    sheet_events events = { .context = &n, .cell = count_event };
    kpi_status status = sheet_read(o->book, index, &events, err);

    if (status == KPI_OK && !n.in_order)
        status = count_grid(&n, o, index, err);
    if (status == KPI_OK)
        put_counts(o, book_sheet(o->book, index)->name, &n);
    if (status == KPI_OK && n.failed)
        status = kpi_fail_nomem(err);
    decimal_sum_free(&n.sum);
    return status == KPI_OK ? send(o, FLUSH_BYTES, err) : status;
}

static kpi_status put_sheets(cells_out *o, kpi_error *err)
{
    kpi_status status = KPI_OK;

    for (size_t i = 0; status == KPI_OK && i < book_sheet_count(o->book);
         i++) {
        const sheet_info *info = book_sheet(o->book, i);

        if (o->options->sheet != NULL &&
            strcmp(o->options->sheet, info->name) != 0)
            continue;
        status = o->options->summary ? put_summary(o, i, err)
                                     : put_sheet(o, i, err);
    }
    return status;
}

kpi_status cells_put(const kpi_source *source, const kpi_limits *limits,
                     const kpi_cells_options *options, kpi_write write,
                     void *context, kpi_error *err)
{
    cells_out o = { .source = source, .options = options, .write = write,
                    .context = context };
    kpi_status status, sent;

    limits_complete(&o.limits, limits);
    buf_init(&o.text);
    buf_init(&o.scratch);
    status = book_open(&o.book, source, limits, err);
    if (status == KPI_OK)
        status = put_sheets(&o, err);
    sent = send(&o, 0, status == KPI_OK ? err : NULL);
    book_free(o.book);
    buf_free(&o.text);
    buf_free(&o.scratch);
    return status == KPI_OK ? sent : status;
}
