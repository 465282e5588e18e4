/*
 * csv.c - one row a KPI and year, written
 */
#include <string.h>

#include "store/csv_columns.h"
#include "store/csv_text.h"
#include "store/store.h"

typedef struct csv_row {
    const void *items[LEVEL_COUNT]; /* NULL: the columns stay empty */
    size_t project, kpi;            /* numbers, from 1; 0 = none */
} csv_row;

static void put_strings(buf *scratch, const field *f, const void *item)
{
    const char *items;
    size_t count = record_list(f, item, &items);

    for (size_t i = 0; i < count; i++) {
        const char *s;

        memcpy(&s, items + i * sizeof(s), sizeof(s));
        csv_join(scratch, i == 0, text_of(s));
    }
}

static void put_cell(buf *out, buf *scratch, const dataset *d,
                     const csv_column *c, const csv_row *row)
{
    const void *item = row->items[c->level];
    const field *f;

    buf_clear(scratch);
    if (item == NULL)
        return;
    f = c->path == NULL ? NULL : record_find(csv_level_record(c->level),
                                             c->path, item);
    if (f == NULL && c->path != NULL)
        return;
    if (f == NULL)
        buf_printf(scratch, "%zu",
                   c->level == LEVEL_KPI ? row->kpi : row->project);
    else if (f->type == FIELD_STRINGS)
        put_strings(scratch, f, item);
    else
        record_put(scratch, d, f, item);
    csv_put(out, buf_slice(scratch), f != NULL && !record_is_bare(f->type));
}

static void put_row(buf *out, buf *scratch, const dataset *d,
                    const csv_row *row)
{
    for (size_t i = 0; i < csv_column_count; i++) {
        if (i > 0)
            buf_char(out, ',');
        put_cell(out, scratch, d, &csv_columns[i], row);
    }
    buf_string(out, "\r\n");
}

static const planned *planned_of(const kpi *k, int fiscal_year)
{
    for (size_t i = 0; i < k->planned_count; i++)
        if (k->planned[i].fiscal_year == fiscal_year)
            return &k->planned[i];
    return NULL;
}

/* A row a year: those of the actuals, then those that are only planned. */
static void put_kpi(buf *out, buf *scratch, const dataset *d, csv_row *row,
                    const kpi *k)
{
    bool any = false;

    for (size_t i = 0; i < k->actual_count; i++, any = true) {
        int year = k->actuals[i].fiscal_year;

        row->items[LEVEL_ACTUAL] = &k->actuals[i];
        row->items[LEVEL_PLANNED] =
            kpi_actual(k, year) == &k->actuals[i] ? planned_of(k, year)
                                                  : NULL;
        put_row(out, scratch, d, row);
    }
    for (size_t i = 0; i < k->planned_count; i++) {
        actual only_year = { .fiscal_year = k->planned[i].fiscal_year,
                             .state = STATE_COUNT };

        if (kpi_actual(k, k->planned[i].fiscal_year) != NULL ||
            !k->planned[i].value.known)
            continue;
        row->items[LEVEL_ACTUAL] = &only_year;
        row->items[LEVEL_PLANNED] = &k->planned[i];
        put_row(out, scratch, d, row);
        any = true;
    }
    row->items[LEVEL_ACTUAL] = row->items[LEVEL_PLANNED] = NULL;
    if (!any)
        put_row(out, scratch, d, row);
}

static void put_project(buf *out, buf *scratch, const dataset *d,
                        const project *p, size_t index)
{
    csv_row row = { .project = index };

    row.items[LEVEL_DATASET] = d;
    row.items[LEVEL_PROJECT] = p;
    if (p->source < d->source_count)
        row.items[LEVEL_SOURCE] = &d->sources[p->source];
    for (size_t k = 0; k < p->kpi_count; k++) {
        row.kpi = k + 1;
        row.items[LEVEL_KPI] = &p->kpis[k];
        put_kpi(out, scratch, d, &row, &p->kpis[k]);
    }
    if (p->kpi_count == 0)
        put_row(out, scratch, d, &row);
}

static void put_all(buf *out, const dataset *d)
{
    size_t index = 0;
    buf scratch;

    buf_init(&scratch);
    for (size_t i = 0; i < csv_column_count; i++)
        buf_printf(out, "%s%s", i > 0 ? "," : "", csv_columns[i].name);
    buf_string(out, "\r\n");
    for (size_t i = 0; i < d->project_count; i++)
        if (!d->projects[i].superseded)
            put_project(out, &scratch, d, &d->projects[i], ++index);
    if (!buf_ok(&scratch))
        out->failed = true;
    buf_free(&scratch);
}

kpi_status store_write_csv(buf *out, const dataset *d, const plan *p,
                           const csv_options *options, size_t *unmappable,
                           kpi_error *err)
{
    kpi_status status = KPI_OK;
    buf utf8;

    (void)p;
    *unmappable = 0;
    if (options == NULL || !options->cp932) {
        buf_string(out, "\xEF\xBB\xBF");
        put_all(out, d);
        return buf_ok(out) ? KPI_OK : kpi_fail_nomem(err);
    }
    buf_init(&utf8);
    put_all(&utf8, d);
    if (!buf_ok(&utf8))
        status = kpi_fail_nomem(err);
    else if (!csv_encode(out, buf_slice(&utf8), unmappable))
        status = kpi_fail(err, KPI_E_OUTPUT, NULL, NULL,
                          "this system cannot convert to cp932");
    else if (!buf_ok(out))
        status = kpi_fail_nomem(err);
    buf_free(&utf8);
    return status;
}
