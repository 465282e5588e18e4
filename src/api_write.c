/*
 * api_write.c - the public functions of kpibook.h that write: nothing but
 * wiring
 */
#include <string.h>

#include "api_parts.h"
#include "annotate/annotate.h"
#include "base/calendar.h"
#include "check/check.h"
#include "kpi/compare.h"
#include "kpi/consolidate.h"
#include "kpi/grade.h"
#include "output/cells.h"
#include "output/compare_report.h"
#include "output/findings.h"
#include "output/inspect.h"
#include "output/ledger.h"
#include "output/rollup_report.h"
#include "output/rule_list.h"
#include "output/submissions.h"
#include "output/summary.h"
#include "output/template.h"
#include "output/totals.h"
#include "output/whatif_report.h"
#include "plan/plan_draft.h"
#include "store/store.h"

kpi_format kpi_format_of(const char *name_or_word)
{
    switch (store_format_of(name_or_word)) {
    case STORE_JSON: return KPI_FORMAT_JSON;
    case STORE_JSONL: return KPI_FORMAT_JSONL;
    case STORE_CSV: return KPI_FORMAT_CSV;
    case STORE_SQLITE: return KPI_FORMAT_SQLITE;
    case STORE_XLSX: return KPI_FORMAT_XLSX;
    case STORE_NONE: break;
    }
    if (name_or_word != NULL && strcmp(name_or_word, "text") == 0)
        return KPI_FORMAT_TEXT;
    if (name_or_word != NULL && strcmp(name_or_word, "html") == 0)
        return KPI_FORMAT_HTML;
    return KPI_FORMAT_NONE;
}

/* Sends a finished buffer, and frees it in any case. */
static kpi_status send(buf *b, kpi_status status, kpi_write write,
                       void *context, kpi_error *err)
{
    if (status == KPI_OK && !buf_ok(b))
        status = kpi_fail_nomem(err);
    if (status == KPI_OK && b->length > 0 &&
        !write(context, b->bytes, b->length))
        status = kpi_fail(err, KPI_E_OUTPUT, NULL, NULL,
                          "the output could not be written");
    buf_free(b);
    return status;
}

/* What is too long to be held is sent as it is made. */
typedef struct outlet {
    kpi_write write;
    void *context;
    bool failed;
} outlet;

static bool send_piece(void *context, text piece)
{
    outlet *o = context;

    o->failed = piece.length > 0 &&
                !o->write(o->context, piece.bytes, piece.length);
    return !o->failed;
}

static kpi_status send_json(const kpi_dataset *d, const kpi_plan *p,
                            kpi_write write, void *context, kpi_error *err)
{
    outlet o = { write, context, false };
    kpi_status status = store_send_json(send_piece, &o, d, p, err);

    return o.failed ? kpi_fail(err, KPI_E_OUTPUT, NULL, NULL,
                               "the output could not be written")
                    : status;
}

kpi_status kpi_export(const kpi_dataset *d, const kpi_plan *p,
                      kpi_format format, kpi_write write, void *context,
                      kpi_error *err)
{
    csv_options csv = { .cp932 = format == KPI_FORMAT_CSV_CP932 };
    size_t unmappable = 0;
    kpi_status status;
    buf b;

    buf_init(&b);
    switch (format) {
    case KPI_FORMAT_JSON:
        status = send_json(d, p, write, context, err);
        break;
    case KPI_FORMAT_JSONL:
        status = KPI_OK;
        for (; status == KPI_OK && d != NULL; d = d->next)
            status = store_write_jsonl(&b, d, err);
        break;
    case KPI_FORMAT_CSV:
    case KPI_FORMAT_CSV_CP932:
        status = store_write_csv(&b, d, p, &csv, &unmappable, err);
        break;
    case KPI_FORMAT_SQLITE:
        status = store_write_sqlite(&b, d, p, err);
        break;
    default:
        status = kpi_fail(err, KPI_E_USAGE, NULL, NULL,
                          "this format cannot be exported");
        break;
    }
    return send(&b, status, write, context, err);
}

kpi_status kpi_export_schema(kpi_format format, kpi_write write,
                             void *context, kpi_error *err)
{
    kpi_status status = KPI_OK;
    buf b;

    buf_init(&b);
    if (format == KPI_FORMAT_JSON)
        store_schema_json(&b);
    else if (format == KPI_FORMAT_SQLITE)
        store_schema_sql(&b);
    else
        status = kpi_fail(err, KPI_E_USAGE, NULL, NULL,
                          "there is no schema of this format");
    return send(&b, status, write, context, err);
}

kpi_status kpi_findings(const kpi_dataset *d, const kpi_plan *p,
                        const kpi_options *options,
                        const kpi_findings_style *style, kpi_write write,
                        void *context, kpi_error *err)
{
    findings_style s = {
        .language = api_language(options),
        .as_of = api_day(options), .color = style->color,
        .hints = style->hints, .width = style->width,
        .least = style->least == KPI_ERROR ? SEVERITY_ERROR
            : style->least == KPI_WARNING ? SEVERITY_WARNING
                                          : SEVERITY_NOTICE,
    };
    kpi_status status;
    buf b;

    buf_init(&b);
    if (style->format == KPI_FORMAT_JSON)
        status = findings_put_json(&b, d, p, &s, err);
    else if (style->format == KPI_FORMAT_HTML)
        status = findings_put_html(&b, d, p, &s, err);
    else
        status = findings_put_text(&b, d, p, &s, err);
    return send(&b, status, write, context, err);
}

kpi_status kpi_mail(const kpi_dataset *d, const kpi_plan *p,
                    const kpi_options *options, const char *department,
                    kpi_write write, void *context, kpi_error *err)
{
    findings_style s = { .language = p->language, .as_of = api_day(options),
                         .hints = true, .least = SEVERITY_WARNING };
    kpi_status status;
    buf b;

    buf_init(&b);
    status = findings_put_mail(&b, d, p, &s, department, err);
    return send(&b, status, write, context, err);
}

static kpi_status write_book(const char *path, const dataset *d,
                             const plan *p, const kpi_options *options,
                             int64_t created, summary_options s,
                             kpi_error *err)
{
    char time[MOMENT_TEXT_SIZE];
    dataset *last = NULL;
    kpi_status status = KPI_OK;

    calendar_moment_text(time, created);
    s.created = time;
    s.as_of = api_day(options);
    if (options != NULL) {
        s.sources = options->sources;
        s.progress = options->progress;
        s.progress_context = options->progress_context;
    }
    if (options != NULL && options->previous != NULL && !s.open_profile) {
        /* The caller's stays as it is: a copy is assessed for its year. */
        const dataset *given = options->previous;

        status = consolidate(&last, &given, 1, p, err);
        if (status == KPI_OK)
            status = compare_assess_old(last, p, err);
        s.previous = last;
    }
    if (status == KPI_OK)
        status = summary_write(path, d, p, &s, err);
    dataset_free(last);
    return status;
}

kpi_status kpi_summary(const char *path, const kpi_dataset *d,
                       const kpi_plan *p, const kpi_options *options,
                       int64_t created, const char *temporary,
                       bool open_profile, kpi_error *err)
{
    summary_options s = { .temporary = temporary,
                          .open_profile = open_profile };

    return write_book(path, d, p, options, created, s, err);
}

kpi_status kpi_export_book(const char *path, const kpi_dataset *d,
                           const kpi_plan *p, const kpi_options *options,
                           int64_t created, const char *temporary,
                           kpi_error *err)
{
    summary_options s = { .temporary = temporary, .open_profile = true,
                          .with_data = true };

    return write_book(path, d, p, options, created, s, err);
}

kpi_status kpi_summary_open(const char *path, const kpi_dataset *d,
                            const kpi_plan *p, const kpi_options *options,
                            int64_t created, const char *temporary,
                            kpi_write write, void *context, kpi_error *err)
{
    struct summary_check check = { .count = 0 };
    summary_options s = { .temporary = temporary, .open_profile = true,
                          .check = &check };
    kpi_status status;
    buf b;

    buf_init(&b);
    status = write_book(path, d, p, options, created, s, err);
    if (status == KPI_OK)
        summary_check_put(&b, &check, api_language(options));
    return send(&b, status, write, context, err);
}

kpi_status kpi_annotate(const kpi_source *input, const kpi_plan *p,
                        const kpi_limits *limits, const kpi_options *options,
                        kpi_write write, void *context, kpi_error *err)
{
    kpi_dataset *part = NULL, *whole = NULL;
    kpi_status status;
    buf b;

    buf_init(&b);
    status = kpi_read(&part, input, p, limits, err);
    if (status == KPI_OK)
        status = kpi_consolidate(&whole, &part, 1, p, options, err);
    if (status == KPI_OK)
        status = annotate_workbook(&b, input, whole, p, p->language,
                                   api_day(options), err);
    dataset_free(part);
    dataset_free(whole);
    return send(&b, status, write, context, err);
}

kpi_status kpi_annotate_strip(const kpi_source *input, kpi_write write,
                              void *context, kpi_error *err)
{
    bool was_annotated;
    kpi_status status;
    buf b;

    buf_init(&b);
    status = annotate_strip(&b, input, &was_annotated, err);
    return send(&b, status, write, context, err);
}

const char *kpi_plan_department(const kpi_plan *p, size_t index)
{
    return index < p->department_count ? p->departments[index].name : NULL;
}

bool kpi_template_name(char *out, size_t size, const kpi_plan *p,
                       size_t department)
{
    bool fits = false;
    buf b;

    if (department >= p->department_count)
        return false;
    buf_init(&b);
    template_file_name(&b, &p->departments[department]);
    if (buf_ok(&b) && b.length < size) {
        memcpy(out, buf_cstr(&b), b.length + 1);
        fits = true;
    }
    buf_free(&b);
    return fits;
}

kpi_status kpi_template(const char *path, size_t *kpis,
                        const kpi_dataset *from, const kpi_plan *p,
                        size_t department, int64_t created,
                        const char *temporary, kpi_error *err)
{
    char time[MOMENT_TEXT_SIZE];
    template_options t = { .created = time, .temporary = temporary };
    template_counts counts = { .kpis = 0 };
    kpi_status status;

    if (department >= p->department_count)
        return kpi_fail(err, KPI_E_USAGE, NULL, NULL,
                        "the plan has no such department");
    calendar_moment_text(time, created);
    status = template_write(path, &counts, from, p,
                            &p->departments[department], &t, err);
    if (kpis != NULL)
        *kpis = counts.kpis;
    return status;
}

kpi_status kpi_totals(const kpi_dataset *d, const kpi_plan *p,
                      const kpi_options *options, kpi_write write,
                      void *context, kpi_error *err)
{
    kpi_status status;
    buf b;

    buf_init(&b);
    status = totals_put(&b, d, p, api_choice(options, p),
                        api_language(options),
                        err);
    return send(&b, status, write, context, err);
}

kpi_status kpi_explain(const kpi_dataset *d, const kpi_plan *p,
                       const kpi_options *options, const char *name,
                       kpi_write write, void *context, kpi_error *err)
{
    size_t found = 0;
    kpi_status status;
    buf b;

    buf_init(&b);
    status = explain_put(&b, &found, d, p, name,
                         api_language(options),
                         err);
    if (status == KPI_OK && found == 0)
        status = kpi_fail(err, KPI_E_USAGE, NULL, name,
                          "no project has this in its name");
    return send(&b, status, write, context, err);
}

kpi_status kpi_submissions(const kpi_dataset *d, const kpi_plan *p,
                           const kpi_options *options, kpi_format format,
                           kpi_write write, void *context, kpi_error *err)
{
    plan_language language = api_language(options);
    kpi_status status;
    buf b;

    buf_init(&b);
    if (format == KPI_FORMAT_JSON)
        status = submissions_put_json(&b, d, p, api_day(options), err);
    else if (format == KPI_FORMAT_CSV)
        status = submissions_put_csv(&b, d, p, api_day(options), language,
                                     err);
    else
        status = submissions_put_text(&b, d, p, api_day(options), language,
                                      err);
    return send(&b, status, write, context, err);
}

kpi_status kpi_ledger(const kpi_dataset *d, const kpi_plan *p,
                      const kpi_options *options, int64_t now,
                      const char *signed_by, kpi_write write, void *context,
                      kpi_error *err)
{
    char moment[MOMENT_TEXT_SIZE];
    buf b;

    buf_init(&b);
    calendar_moment_text(moment, now);
    ledger_put(&b, d, p, api_day(options), moment, signed_by);
    return send(&b, KPI_OK, write, context, err);
}

kpi_status kpi_whatif(const kpi_dataset *d, const kpi_plan *p,
                      const kpi_plan *other, const kpi_options *options,
                      kpi_format format, kpi_write write, void *context,
                      kpi_error *err)
{
    whatif w;
    arena memory;
    kpi_status status;
    buf b;

    buf_init(&b);
    arena_init(&memory, 0);
    status = whatif_compare(&w, &memory, d, p, other, err);
    if (status == KPI_OK && format == KPI_FORMAT_JSON)
        whatif_put_json(&b, &w, d, api_language(options));
    else if (status == KPI_OK)
        whatif_put_text(&b, &w, api_language(options));
    arena_free(&memory);
    return send(&b, status, write, context, err);
}

kpi_status kpi_rollup(const kpi_dataset *d, const kpi_plan *p,
                      const kpi_options *options, kpi_format format,
                      kpi_write write, void *context, kpi_error *err)
{
    rollup r;
    arena memory;
    kpi_status status;
    buf b;

    buf_init(&b);
    arena_init(&memory, 0);
    status = rollup_count(&r, &memory, d, p, err);
    if (status == KPI_OK && format == KPI_FORMAT_JSON)
        rollup_put_json(&b, &r, api_choice(options, p));
    else if (status == KPI_OK)
        rollup_put_text(&b, &r, api_choice(options, p), api_language(options));
    arena_free(&memory);
    return send(&b, status, write, context, err);
}

static kpi_status compare(comparison *out, arena *a, dataset *old,
                          dataset *now, const plan *p, kpi_error *err)
{
    kpi_status status = compare_assess(old, now, p, err);

    return status == KPI_OK ? compare_datasets(out, a, old, now, p, err)
                            : status;
}

kpi_status kpi_diff(kpi_dataset *old, kpi_dataset *now, const kpi_plan *p,
                    const kpi_options *options, const kpi_diff_style *style,
                    kpi_write write, void *context, kpi_error *err)
{
    compare_style s = { .language = api_language(options),
                        .color = style->color, .minor = style->minor };
    comparison c;
    arena memory;
    kpi_status status;
    buf b;

    buf_init(&b);
    arena_init(&memory, 0);
    status = compare(&c, &memory, old, now, p, err);
    if (status == KPI_OK)
        status = style->format == KPI_FORMAT_JSON
            ? compare_put_json(&b, &c, err)
            : compare_put_text(&b, &c, &s, err);
    arena_free(&memory);
    return send(&b, status, write, context, err);
}

kpi_status kpi_diff_book(const char *path, kpi_dataset *old, kpi_dataset *now,
                         const kpi_plan *p, int64_t created, kpi_error *err)
{
    char time[MOMENT_TEXT_SIZE];
    comparison c;
    arena memory;
    kpi_status status;

    arena_init(&memory, 0);
    calendar_moment_text(time, created);
    status = compare(&c, &memory, old, now, p, err);
    if (status == KPI_OK)
        status = compare_write_book(path, &c, time, err);
    arena_free(&memory);
    return status;
}

kpi_status kpi_plan_draft(const kpi_dataset *d, kpi_write write,
                          void *context, kpi_error *err)
{
    kpi_status status;
    buf b;

    buf_init(&b);
    status = plan_draft(&b, d, err);
    return send(&b, status, write, context, err);
}

/* ---- Workbooks as they are, and rules ---- */

kpi_status kpi_cells(const kpi_source *input, const kpi_limits *limits,
                     const kpi_cells_options *options, kpi_write write,
                     void *context, kpi_error *err)
{
    return cells_put(input, limits, options, write, context, err);
}

kpi_status kpi_inspect(const kpi_source *input, const kpi_plan *p,
                       const kpi_limits *limits, kpi_language language,
                       kpi_format format, kpi_write write, void *context,
                       kpi_error *err)
{
    kpi_status status;
    buf b;

    buf_init(&b);
    status = inspect_put(&b, input, p, limits, api_language_of(language),
                         format == KPI_FORMAT_JSON, err);
    return send(&b, status, write, context, err);
}

kpi_status kpi_rules(const char *id, kpi_language language, kpi_format format,
                     kpi_write write, void *context, kpi_error *err)
{
    const rule *r = id == NULL ? NULL : rule_find(id);
    kpi_status status = KPI_OK;
    buf b;

    buf_init(&b);
    if (id == NULL)
        rule_list_put(&b, api_language_of(language), format == KPI_FORMAT_JSON);
    else if (r != NULL)
        rule_put(&b, r, api_language_of(language));
    else
        status = kpi_fail(err, KPI_E_USAGE, NULL, id, "no such rule");
    return send(&b, status, write, context, err);
}
