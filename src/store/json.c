/*
 * json.c - kpibook.dataset/1, written and read by the tables of record.h
 */
#include <string.h>

#include "base/json_out.h"
#include "store/json_cut.h"
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

static kpi_status send_pieces(store_sink sink, void *context,
                              const dataset *d, const plan *p,
                              unsigned indent, kpi_error *err)
{
    dataset shown = record_titled(d, p);
    writer w = { .d = &shown, .sink = sink, .context = context };
    bool ok;
    buf b;

    buf_init(&b);
    json_init(&w.json, &b, indent);
    buf_init(&w.scratch);
    write_record(&w, &record_dataset, &shown);
    if (indent > 0)
        buf_char(&b, '\n');
    drain(&w);
    ok = buf_ok(&b) && buf_ok(&w.scratch);
    buf_free(&w.scratch);
    buf_free(&b);
    return ok ? KPI_OK : kpi_fail_nomem(err);
}

kpi_status store_send_json(store_sink sink, void *context, const dataset *d,
                           const plan *p, kpi_error *err)
{
    return send_pieces(sink, context, d, p, 1, err);
}

kpi_status store_write_json_pieces(store_sink sink, void *context,
                                   const dataset *d, const plan *p,
                                   kpi_error *err)
{
    return send_pieces(sink, context, d, p, 0, err);
}

static bool gather(void *context, text piece)
{
    buf_text(context, piece);
    return !((buf *)context)->failed;
}

kpi_status store_write_json(buf *out, const dataset *d, const plan *p,
                            kpi_error *err)
{
    return store_send_json(gather, out, d, p, err);
}

/* ---- Reading ---------------------------------------------------------- */

/* The dataset that a tree holds. */
static kpi_status read_tree(dataset *d, const kpi_source *in, kpi_error *err)
{
    json_tree tree;
    kpi_status status = json_tree_parse(&tree, in, err);

    if (status != KPI_OK)
        return status;
    status = json_tree_read(&tree, tree.root, d, &record_dataset, d);
    json_tree_free(&tree);
    return status;
}

/* All of it as one tree. */
static kpi_status read_whole(dataset *d, const json_pieces *from,
                             kpi_error *err)
{
    kpi_status status;
    buf all;

    buf_init(&all);
    status = from->give(from->context, gather, &all, err);
    if (status == KPI_OK && !buf_ok(&all))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK)
        status = read_tree(d, &(kpi_source){ from->file, buf_cstr(&all),
                                             all.length }, err);
    buf_free(&all);
    return status;
}

typedef struct items {
    dataset *d;
    const char *file;
    kpi_error *err;
    kpi_status status;
} items;

static bool read_item(void *context, text item, unsigned line)
{
    items *all = context;
    const kpi_source one = { all->file, item.bytes, item.length };
    size_t index = all->d->project_count;
    json_tree tree;
    project *p;

    all->status = json_tree_parse(&tree, &one, all->err);
    if (all->status != KPI_OK) {
        if (all->err != NULL && all->err->line > 0)
            all->err->line += line - 1;
        return false;
    }
    (void)json_tree_enter(&tree, "projects", 0);
    (void)json_tree_enter(&tree, NULL, index);
    p = dataset_add_project(all->d);
    all->status = p == NULL ? kpi_fail_nomem(all->err)
                            : json_tree_read(&tree, tree.root, all->d,
                                             &record_project, p);
    json_tree_free(&tree);
    return all->status == KPI_OK;
}

static kpi_status read_items(dataset *d, const json_pieces *from,
                             kpi_error *err)
{
    items all = { d, from->file, err, KPI_OK };
    json_cut cut;
    kpi_status status;

    json_cut_init(&cut);
    cut.take = read_item;
    cut.context = &all;
    status = from->give(from->context, json_cut_add, &cut, err);
    if (status == KPI_OK && all.status == KPI_OK && !buf_ok(&cut.item))
        status = kpi_fail_nomem(err);
    json_cut_free(&cut);
    return status != KPI_OK ? status : all.status;
}

static kpi_status read_cut(dataset *d, const json_cut *cut,
                           const json_pieces *from, kpi_error *err)
{
    kpi_status status = read_tree(d, &(kpi_source){ from->file,
                                                    buf_cstr(&cut->around),
                                                    cut->around.length }, err);

    if (status == KPI_OK && !dataset_reserve(d, cut->count, 0))
        status = kpi_fail_nomem(err);
    return status == KPI_OK ? read_items(d, from, err) : status;
}

static kpi_status read_dataset(dataset *d, const json_pieces *from,
                               kpi_error *err)
{
    json_cut cut;
    kpi_status status;

    json_cut_init(&cut);
    status = from->give(from->context, json_cut_add, &cut, err);
    if (status == KPI_OK && !buf_ok(&cut.around))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK)
        status = json_cut_done(&cut) ? read_cut(d, &cut, from, err)
                                     : read_whole(d, from, err);
    json_cut_free(&cut);
    if (status == KPI_OK && !record_settle(d, from->file))
        status = kpi_fail_nomem(err);
    return status;
}

kpi_status json_read_pieces(dataset **out, const json_pieces *from,
                            kpi_error *err)
{
    dataset *d = dataset_new(0);
    kpi_status status = d == NULL ? kpi_fail_nomem(err)
                                  : read_dataset(d, from, err);

    *out = status == KPI_OK ? d : NULL;
    if (status != KPI_OK)
        dataset_free(d);
    return status;
}

static kpi_status give_source(void *context, store_sink sink, void *to,
                              kpi_error *err)
{
    const kpi_source *in = context;

    (void)err;
    (void)sink(to, text_slice(in->size > 0 ? in->bytes : "", in->size));
    return KPI_OK;
}

kpi_status store_read_json(dataset **out, const kpi_source *in,
                           kpi_error *err)
{
    kpi_source all = *in;
    const json_pieces from = { give_source, &all, in->name };

    return json_read_pieces(out, &from, err);
}
