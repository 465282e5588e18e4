/*
 * web.c - what the page's worker calls: the public functions behind a handle
 *
 * A `web` holds a plan, the parts that were read, what they consolidate to,
 * and one output. Every function returns a kpi_status; after KPI_OK the
 * output (if the function gives one) is read with web_output(), else
 * web_message() says what went wrong. Bytes are written by the caller into
 * memory that web_input() gives.
 */
#include <emscripten.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kpibook.h"

#define WEB EMSCRIPTEN_KEEPALIVE

static const int64_t year_1980 = 315532800;

typedef struct web {
    kpi_plan *plan;
    kpi_dataset **parts;
    size_t part_count, part_room;
    kpi_dataset *whole;
    unsigned char *input, *output;
    size_t input_size, output_size, output_room;
    kpi_error err;
    char message[1024];
    char as_of[KPI_DAY_SIZE];
    kpi_language language;
} web;

/* ---- Input and output ---- */

static bool keep(void *context, const void *bytes, size_t size)
{
    web *w = context;

    if (size > w->output_room - w->output_size) {
        size_t room = w->output_room + w->output_room / 2 + size;
        unsigned char *more = realloc(w->output, room);

        if (more == NULL)
            return false;
        w->output = more;
        w->output_room = room;
    }
    memcpy(w->output + w->output_size, bytes, size);
    w->output_size += size;
    return true;
}

/* Output of a large workbook is not kept for the next small one. */
static void begin(web *w)
{
    free(w->output);
    w->output = NULL;
    w->output_size = w->output_room = 0;
    w->err = (kpi_error){ .status = KPI_OK };
}

WEB web *web_new(void)
{
    web *w = calloc(1, sizeof(*w));

    if (w != NULL && kpi_plan_none(&w->plan, NULL) != KPI_OK) {
        free(w);
        w = NULL;
    }
    return w;
}

/* Memory for `size` bytes of the next input; NULL when there is none. */
WEB unsigned char *web_input(web *w, size_t size)
{
    free(w->input);
    w->input = malloc(size == 0 ? 1 : size);
    w->input_size = w->input == NULL ? 0 : size;
    return w->input;
}

WEB const unsigned char *web_output(const web *w)
{
    return w->output;
}

WEB size_t web_output_size(const web *w)
{
    return w->output_size;
}

/* `source:line:column: text` of the last failure, as the program says it. */
WEB const char *web_message(web *w)
{
    const kpi_error *e = &w->err;
    char place[32] = "", said[640];

    if (e->line > 0)
        snprintf(place, sizeof(place), "%u:%u: ", e->line, e->column);
    snprintf(w->message, sizeof(w->message), "%s%s%s%s", e->source,
             e->source[0] == '\0' ? "" : place[0] == '\0' ? ": " : ":", place,
             kpi_error_text(said, sizeof(said), e, w->language));
    return w->message;
}

static kpi_source source_of(const web *w, const char *name)
{
    return (kpi_source){ name, w->input, w->input_size };
}

static void free_input(web *w)
{
    free(w->input);
    w->input = NULL;
    w->input_size = 0;
}

/* ---- Language, plan, day ---- */

WEB void web_language(web *w, int english)
{
    w->language = english ? KPI_ENGLISH : KPI_JAPANESE;
}

/* The input as plan; on failure the plan before stays. */
WEB int web_plan(web *w, const char *name)
{
    kpi_source source = source_of(w, name);
    kpi_plan *plan = NULL;
    kpi_status status;

    begin(w);
    status = kpi_plan_read(&plan, &source, &w->err);
    if (status == KPI_OK) {
        kpi_plan_free(w->plan);
        w->plan = plan;
    }
    free_input(w);
    return (int)status;
}

/* The plan's day, else today where the plan is at home. */
static kpi_options options_today(web *w)
{
    const char *planned = kpi_plan_as_of(w->plan);

    if (kpi_day_valid(planned))
        snprintf(w->as_of, sizeof(w->as_of), "%s", planned);
    else
        kpi_day_text(w->as_of, (int64_t)time(NULL),
                     kpi_plan_zone_minutes(w->plan));
    return (kpi_options){ .as_of = w->as_of, .language = w->language };
}

/* ---- Reading ---- */

WEB void web_clear(web *w)
{
    for (size_t i = 0; i < w->part_count; i++)
        kpi_dataset_free(w->parts[i]);
    free(w->parts);
    w->parts = NULL;
    w->part_count = w->part_room = 0;
    kpi_dataset_free(w->whole);
    w->whole = NULL;
    free_input(w);
    begin(w);
}

static kpi_status add_part(web *w, kpi_dataset *part)
{
    if (w->part_count == w->part_room) {
        size_t room = w->part_room == 0 ? 16 : 2 * w->part_room;
        kpi_dataset **more = realloc(w->parts, room * sizeof(*more));

        if (more == NULL) {
            kpi_dataset_free(part);
            return w->err.status = KPI_E_NOMEM;
        }
        w->parts = more;
        w->part_room = room;
    }
    w->parts[w->part_count++] = part;
    return KPI_OK;
}

WEB int web_read(web *w, const char *name)
{
    kpi_source source = source_of(w, name);
    kpi_dataset *part = NULL;
    kpi_status status;

    begin(w);
    status = kpi_read(&part, &source, w->plan, NULL, &w->err);
    free_input(w);
    return (int)(status == KPI_OK ? add_part(w, part) : status);
}

static int add_failed(web *w, const char *name, kpi_error *cause,
                      const char *reason)
{
    kpi_dataset *part = NULL;
    kpi_status status;

    begin(w);
    snprintf(cause->message, sizeof(cause->message), "%s", reason);
    status = kpi_read_failed(&part, name, cause, &w->err);
    return (int)(status == KPI_OK ? add_part(w, part) : status);
}

/* The part of a file that the browser could not read, and why. */
WEB int web_unreadable(web *w, const char *name, const char *reason)
{
    kpi_error cause = { .status = KPI_E_INPUT, .rule = "file-unreadable" };

    return add_failed(w, name, &cause, reason);
}

/* The part of a file over web_file_limit(): it need not be loaded. */
WEB int web_too_large(web *w, const char *name)
{
    kpi_error cause = { .status = KPI_E_INPUT, .rule = "file-over-limit" };

    return add_failed(w, name, &cause, "--limit-file-bytes");
}

WEB size_t web_file_limit(void)
{
    kpi_limits limits;

    kpi_limits_default(&limits);
    return (size_t)limits.file_bytes;
}

/* All parts into one: assessed, checked across files. */
WEB int web_merge(web *w)
{
    kpi_options options = options_today(w);

    begin(w);
    kpi_dataset_free(w->whole);
    w->whole = NULL;
    return (int)kpi_consolidate(&w->whole, w->parts, w->part_count, w->plan,
                                &options, &w->err);
}

/* ---- Writing: the output is ... ---- */

/* ... kpibook.findings/1 of what was merged. */
WEB int web_findings(web *w)
{
    kpi_findings_style style = { .format = KPI_FORMAT_JSON, .hints = true };
    kpi_options options = options_today(w);

    begin(w);
    return (int)kpi_findings(w->whole, w->plan, &options, &style, keep, w,
                             &w->err);
}

/* ... kpibook.dataset/1 of what was merged. */
WEB int web_data(web *w)
{
    begin(w);
    return (int)kpi_export(w->whole, w->plan, KPI_FORMAT_JSON, keep, w,
                           &w->err);
}

/* ... kpibook.part/1 of the first part: enough to merge it again. */
WEB int web_part(web *w)
{
    begin(w);
    return (int)kpi_export(w->parts[0], w->plan, KPI_FORMAT_JSONL, keep, w,
                           &w->err);
}

static kpi_status keep_file(web *w, const char *path)
{
    unsigned char bytes[65536];
    FILE *file = fopen(path, "rb");
    size_t size;
    bool ok = file != NULL;

    while (ok && (size = fread(bytes, 1, sizeof(bytes), file)) > 0)
        ok = keep(w, bytes, size);
    if (file != NULL) {
        ok = ok && !ferror(file);
        fclose(file);
    }
    return ok ? KPI_OK : (w->err.status = KPI_E_OUTPUT);
}

/* ... the official workbook; the date is that of the newest input. */
WEB int web_summary(web *w)
{
    static const char path[] = "/summary.xlsx";
    kpi_options options = options_today(w);
    int64_t created;
    kpi_status status;

    begin(w);
    if (!kpi_dataset_modified(w->whole, &created) || created < year_1980)
        created = year_1980;
    if (!kpi_day_valid(kpi_plan_as_of(w->plan)))
        kpi_day_text(w->as_of, created, kpi_plan_zone_minutes(w->plan));
    status = kpi_summary(path, w->whole, w->plan, &options, created, NULL,
                         false, &w->err);
    if (status == KPI_OK)
        status = keep_file(w, path);
    remove(path);
    return (int)status;
}

/* ... the clerk's own workbook (the input) with its findings marked. */
WEB int web_annotate(web *w, const char *name)
{
    kpi_source source = source_of(w, name);
    kpi_options options = options_today(w);
    kpi_status status;

    begin(w);
    status = kpi_annotate(&source, w->plan, NULL, &options, keep, w, &w->err);
    free_input(w);
    return (int)status;
}
