/*
 * both_ways.c - a workbook read with the fast path and without it
 */
#include "support/both_ways.h"

#include <inttypes.h>

#include "xlsx/book.h"

static bool put_cell(void *context, const cell *c)
{
    buf *out = context;

    buf_printf(out, "%" PRIu32 ",%" PRIu32 " %d%s%s %" PRIu32 " ", c->row,
               c->col, (int)c->type, c->formula ? " f" : "",
               c->missing ? " m" : "", c->format);
    buf_text(out, c->value);
    buf_char(out, '|');
    buf_text(out, c->iso);
    buf_char(out, '\n');
    return true;
}

static bool put_merge(void *context, const merge_range *m)
{
    buf_printf(context, "merge %" PRIu32 ",%" PRIu32 " %" PRIu32
               ",%" PRIu32 "\n", m->row, m->col, m->last_row, m->last_col);
    return true;
}

static bool put_row(void *context, uint32_t row)
{
    buf_printf(context, "hidden %" PRIu32 "\n", row);
    return true;
}

static bool put_columns(void *context, uint32_t first, uint32_t last)
{
    buf_printf(context, "hidden columns %" PRIu32 "-%" PRIu32 "\n", first,
               last);
    return true;
}

static void put_about(buf *out, const book *b)
{
    const book_properties *about = book_props(b);

    buf_printf(out, "%s|%s|%s|%s|%s|%d|%d\n", about->modified,
               about->creator, about->last_modified_by, about->application,
               about->custom_stamp, book_date1904(b), book_has_macros(b));
    for (uint32_t i = 0; i < 20; i++)
        buf_printf(out, "%s %d\n", book_format(b, i),
                   (int)book_format_kind(b, i));
    for (size_t i = 0; i < book_sheet_count(b); i++)
        buf_printf(out, "sheet %s %d %d\n", book_sheet(b, i)->name,
                   (int)book_sheet(b, i)->state, book_sheet(b, i)->missing);
}

void both_ways_dump(buf *out, const kpi_source *source,
                    const kpi_limits *limits, bool one_parser)
{
    kpi_limits chosen = { 0 };
    kpi_error err = { .status = KPI_OK };
    sheet_events events = { out, put_cell, put_merge, put_row, put_columns };
    kpi_status status;
    book *b;

    if (limits != NULL)
        chosen = *limits;
    chosen.one_parser = one_parser;
    buf_clear(out);
    status = book_open(&b, source, &chosen, &err);
    if (status == KPI_OK)
        put_about(out, b);
    for (size_t i = 0; status == KPI_OK && i < book_sheet_count(b); i++)
        status = sheet_read(b, i, &events, &err);
    book_free(b);
    if (status != KPI_OK)
        buf_printf(out, "failed %d %s %s" BOTH_WAYS_WORDS "%u: %s\n",
                   (int)status, err.rule, err.source, err.line, err.message);
}
