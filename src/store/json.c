/*
 * json.c - kpibook.dataset/1, written and read by the tables of record.h
 */
#include <string.h>

#include "base/json_out.h"
#include "store/json_tree.h"
#include "store/record.h"
#include "store/store.h"

/* ---- Writing ---------------------------------------------------------- */

typedef struct writer {
    json_out json;
    const dataset *d;
    buf scratch;
    bool part;   /* assessments are left empty, nothing is left out */
    store_sink sink; /* takes what is written so far, or NULL */
    void *context;
} writer;

/* What an assessment that was never made looks like. */
static const kpi blank_kpi;
static const project blank_project;

static void write_record(writer *w, const record *r, const void *item);

static void write_value(writer *w, const field *f, const void *item)
{
    field own = *f;

    if (w->part) /* what the assessment chose is no part's */
        own.otherwise = FIELD_NOWHERE;
    buf_clear(&w->scratch);
    if (!record_put(&w->scratch, w->d, &own, item))
        json_null(&w->json);
    else if (record_is_bare(f->type))
        json_raw(&w->json, buf_cstr(&w->scratch));
    else
        json_text(&w->json, buf_slice(&w->scratch));
}

static void drain(writer *w)
{
    buf *b = w->json.out;

    if (w->sink == NULL || b->failed)
        return;
    if (!w->sink(w->context, buf_slice(b)))
        b->failed = true;
    else
        buf_clear(b);
}

static void write_list(writer *w, const field *f, const void *item)
{
    const char *items;
    size_t count = record_list(f, item, &items);

    json_open(&w->json, '[');
    for (size_t i = 0; i < count; i++) {
        if (f->type == FIELD_STRINGS) {
            const char *s;

            memcpy(&s, items + i * sizeof(s), sizeof(s));
            json_string(&w->json, s != NULL ? s : "");
        } else {
            const char *one = items + i * f->record->size;

            if (f->skip == FIELD_NOWHERE || !*(const bool *)(one + f->skip))
                write_record(w, f->record, one);
            if (f->record == &record_project)
                drain(w);
        }
    }
    json_close(&w->json, ']');
}

static void write_object(writer *w, const field *f, const void *item)
{
    const void *from = item;

    if (f->assessment && w->part)
        from = f->record->size == sizeof(kpi) ? (const void *)&blank_kpi
                                              : (const void *)&blank_project;
    if (record_present(f, from))
        write_record(w, f->record, from);
    else
        json_null(&w->json);
}

static bool left_out(writer *w, const field *f, const void *item)
{
    if (!f->optional)
        return false;
    buf_clear(&w->scratch);
    return !record_put(&w->scratch, w->d, f, item);
}

static void write_record(writer *w, const record *r, const void *item)
{
    json_open(&w->json, '{');
    for (size_t i = 0; i < r->count; i++) {
        const field *f = &r->fields[i];

        if (left_out(w, f, item))
            continue;
        json_key(&w->json, f->key);
        if (f->type == FIELD_OBJECT)
            write_object(w, f, item);
        else if (f->type == FIELD_STRINGS || f->type == FIELD_LIST)
            write_list(w, f, item);
        else
            write_value(w, f, item);
    }
    json_close(&w->json, '}');
}

void json_tree_write(buf *out, const dataset *d, const record *r,
                     const void *item, json_form form)
{
    writer w = { .d = d, .part = form == JSON_PART };

    json_init(&w.json, out, form == JSON_INDENTED ? 1 : 0);
    buf_init(&w.scratch);
    write_record(&w, r, item);
    if (!buf_ok(&w.scratch))
        out->failed = true;
    buf_free(&w.scratch);
}

kpi_status store_write_json(buf *out, const dataset *d, const plan *p,
                            kpi_error *err)
{
    dataset shown = record_titled(d, p);

    json_tree_write(out, &shown, &record_dataset, &shown, JSON_INDENTED);
    buf_char(out, '\n');
    return buf_ok(out) ? KPI_OK : kpi_fail_nomem(err);
}

kpi_status store_write_json_pieces(store_sink sink, void *context,
                                   const dataset *d, const plan *p,
                                   kpi_error *err)
{
    dataset shown = record_titled(d, p);
    writer w = { .d = &shown, .sink = sink, .context = context };
    bool ok;
    buf b;

    buf_init(&b);
    json_init(&w.json, &b, 0);
    buf_init(&w.scratch);
    write_record(&w, &record_dataset, &shown);
    drain(&w);
    ok = buf_ok(&b) && buf_ok(&w.scratch);
    buf_free(&w.scratch);
    buf_free(&b);
    return ok ? KPI_OK : kpi_fail_nomem(err);
}

/* ---- Reading ---------------------------------------------------------- */

kpi_status store_read_json(dataset **out, const kpi_source *in,
                           kpi_error *err)
{
    json_tree tree;
    dataset *d = NULL;
    kpi_status status;

    *out = NULL;
    status = json_tree_parse(&tree, in, err);
    if (status != KPI_OK)
        return status;
    d = dataset_new(0);
    status = d != NULL ? KPI_OK : kpi_fail_nomem(err);
    if (status == KPI_OK)
        status = json_tree_read(&tree, tree.root, d, &record_dataset, d);
    if (status == KPI_OK && !record_settle(d, in->name))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK)
        *out = d;
    else
        dataset_free(d);
    json_tree_free(&tree);
    return status;
}
