/*
 * cell_digest.c - one number for all cells of a sheet
 */
#include "annotate/cell_digest.h"

#include <string.h>

enum { WHOLE = 1024, SAMPLES = 8, SAMPLE = 64 };

typedef struct summing {
    const book *book;
    uint64_t hash;
} summing;

static void take(summing *s, const void *bytes, size_t length)
{
    const unsigned char *c = bytes;

    for (size_t i = 0; i < length; i++)
        s->hash = (s->hash ^ c[i]) * 0x100000001b3u;
}

/* Of a long text only samples: shared strings can be huge and used often. */
static void take_text(summing *s, text t)
{
    size_t step = t.length / SAMPLES;

    if (t.length <= WHOLE) {
        take(s, t.bytes, t.length);
        return;
    }
    for (size_t i = 0; i < SAMPLES; i++)
        take(s, t.bytes + i * step, SAMPLE);
    take(s, t.bytes + t.length - SAMPLE, SAMPLE);
}

static void take_number(summing *s, uint64_t value)
{
    s->hash = (s->hash ^ value) * 0x9e3779b97f4a7c15u;
    s->hash ^= s->hash >> 29;
}

static bool on_cell(void *context, const cell *c)
{
    summing *s = context;
    const char *format = book_format(s->book, c->format);

    if (c->type == CELL_EMPTY && !c->formula)
        return true;
    take_number(s, (uint64_t)c->row << 32 | c->col);
    take_number(s, (uint64_t)c->type << 2 | (uint64_t)c->formula << 1 |
                       c->missing);
    take_number(s, c->value.length);
    take_text(s, c->value);
    take_text(s, c->iso);
    take(s, format, strlen(format));
    return true;
}

static bool on_merge(void *context, const merge_range *m)
{
    take_number(context, (uint64_t)m->row << 32 | m->col);
    take_number(context, (uint64_t)m->last_row << 32 | m->last_col);
    return true;
}

kpi_status cell_digest(uint64_t *out, book *b, size_t sheet, kpi_error *err)
{
    summing s = { b, 0xcbf29ce484222325u };
    sheet_events events = { &s, on_cell, on_merge, NULL, NULL };
    kpi_status status = sheet_read(b, sheet, &events, err);

    *out = s.hash;
    return status;
}
