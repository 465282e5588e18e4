/*
 * api.c - the public functions of kpibook.h: nothing but wiring
 */
#include <string.h>

#include "annotate/annotate.h"
#include "base/calendar.h"
#include "check/check.h"
#include "check/check_mic.h"
#include "check/check_shown.h"
#include "check/plan_names.h"
#include "ingest/ingest.h"
#include "kpi/achievement.h"
#include "kpi/consolidate.h"
#include "kpi/grade.h"
#include "output/cells.h"
#include "output/compare_report.h"
#include "output/findings.h"
#include "output/inspect.h"
#include "output/rollup_report.h"
#include "output/rule_list.h"
#include "output/ledger.h"
#include "output/submissions.h"
#include "output/summary.h"
#include "output/template.h"
#include "output/totals.h"
#include "output/whatif_report.h"
#include "plan/plan_draft.h"
#include "plan/plan_file.h"
#include "store/store.h"
#include "store/store_book.h"

/* ---- Plan ---- */

kpi_status kpi_plan_read(kpi_plan **out, const kpi_source *input,
                         kpi_error *err)
{
    return kpi_plan_read_changed(out, input, NULL, 0, err);
}

kpi_status kpi_plan_read_changed(kpi_plan **out, const kpi_source *input,
                                 const char *const *changes, size_t count,
                                 kpi_error *err)
{
    kpi_status status = count == 0
        ? plan_file_read(out, input, err)
        : plan_file_read_changed(out, input, changes, count, err);

    if (status == KPI_OK)
        status = plan_check_names(*out, err);
    if (status != KPI_OK) {
        plan_free(*out);
        *out = NULL;
    }
    return status;
}

kpi_status kpi_plan_none(kpi_plan **out, kpi_error *err)
{
    *out = plan_default();
    return *out == NULL ? kpi_fail_nomem(err) : KPI_OK;
}

void kpi_plan_free(kpi_plan *p)
{
    plan_free(p);
}

const char *kpi_plan_as_of(const kpi_plan *p)
{
    return p->as_of;
}

const char *kpi_plan_deadline(const kpi_plan *p)
{
    return p->deadline;
}

int kpi_plan_zone_minutes(const kpi_plan *p)
{
    return p->zone_minutes;
}

kpi_language kpi_plan_language(const kpi_plan *p)
{
    return p->language == LANGUAGE_JA ? KPI_JAPANESE : KPI_ENGLISH;
}

static plan_language language_of(kpi_language language)
{
    return language == KPI_JAPANESE ? LANGUAGE_JA : LANGUAGE_EN;
}

static plan_language language_in(const kpi_options *options)
{
    return options == NULL ? LANGUAGE_EN : language_of(options->language);
}

static const char *day_of(const kpi_options *options)
{
    return options != NULL && options->as_of != NULL ? options->as_of : "";
}

static grade_choice choice_of(const kpi_options *options, const plan *p)
{
    switch (options == NULL ? KPI_GRADE_BY_PLAN : options->grade) {
    case KPI_GRADE_DECLARED: return GRADE_DECLARED;
    case KPI_GRADE_COMPUTED: return GRADE_COMPUTED;
    case KPI_GRADE_FINAL: return GRADE_FINAL;
    case KPI_GRADE_BY_PLAN: break;
    }
    return p->count_grade;
}

/* ---- Reading ---- */

static bool starts_with(const kpi_source *input, const char *bytes)
{
    size_t length = strlen(bytes);

    return input->size >= length && memcmp(input->bytes, bytes, length) == 0;
}

/* Exported data by the name's ending; of standard input, by its content. */
static store_format data_format(const kpi_source *input)
{
    store_format format = store_format_of(input->name);

    if (strcmp(input->name, "-") != 0)
        return format;
    if (starts_with(input, "SQLite format 3"))
        return STORE_SQLITE;
    if (starts_with(input, "{\"schema\":\"kpibook.part/1\""))
        return STORE_JSONL;
    return starts_with(input, "{") ? STORE_JSON : STORE_XLSX;
}

/* The parts of a .jsonl file hang together by `next`. */
static kpi_status read_parts(dataset **out, const kpi_source *input,
                             kpi_error *err)
{
    arena memory;
    dataset **parts;
    size_t count;
    kpi_status status;

    *out = NULL;
    arena_init(&memory, 0);
    status = store_read_jsonl(&parts, &count, &memory, input, err);
    for (size_t i = count; status == KPI_OK && i > 0; i--) {
        parts[i - 1]->next = *out;
        *out = parts[i - 1];
    }
    arena_free(&memory);
    return status;
}

static kpi_status read_data(dataset **out, const kpi_source *input,
                            kpi_error *err)
{
    switch (data_format(input)) {
    case STORE_JSON: return store_read_json(out, input, err);
    case STORE_JSONL: return read_parts(out, input, err);
    case STORE_CSV: return store_read_csv(out, input, err);
    case STORE_SQLITE: return store_read_sqlite(out, input, err);
    case STORE_XLSX:
    case STORE_NONE: break;
    }
    return KPI_E_USAGE;
}

/* The official workbook gives the data that it was made from. */
static kpi_status read_workbook(dataset **out, const kpi_source *input,
                                const plan *p, const kpi_limits *limits,
                                kpi_error *err)
{
    kpi_error local = { .status = KPI_OK };
    bool is_summary;
    kpi_status status = store_read_book(out, &is_summary, input, limits,
                                        &local);

    if (!is_summary)
        return ingest_workbook(out, NULL, input, p, limits, err);
    if (status == KPI_E_INPUT || status == KPI_E_LIMIT)
        return kpi_read_failed(out, input->name, &local, err);
    if (status != KPI_OK && err != NULL)
        *err = local;
    return status;
}

kpi_status kpi_read(kpi_dataset **out, const kpi_source *input,
                    const kpi_plan *p, const kpi_limits *limits,
                    kpi_error *err)
{
    store_format format = data_format(input);
    kpi_error local = { .status = KPI_OK };
    kpi_status status;

    if (format == STORE_NONE || format == STORE_XLSX) {
        status = read_workbook(out, input, p, limits, err);
        if (status != KPI_OK)
            return status;
        status = check_part(*out, p, err);
        if (status == KPI_OK)
            status = check_shown(*out, input, p, limits, err);
    } else {
        status = read_data(out, input, &local);
        if (status == KPI_E_INPUT || status == KPI_E_LIMIT)
            return kpi_read_failed(out, input->name, &local, err);
        if (status != KPI_OK && err != NULL)
            *err = local;
        /* A part brings the findings of its file along. */
        if (status == KPI_OK && format != STORE_JSONL)
            status = check_part(*out, p, err);
    }
    if (status != KPI_OK) {
        dataset_free(*out);
        *out = NULL;
    }
    return status;
}

kpi_status kpi_read_failed(kpi_dataset **out, const char *name,
                           const kpi_error *cause, kpi_error *err)
{
    dataset *d = dataset_new(0);
    struct source *s = d == NULL ? NULL : dataset_add_source(d);

    *out = NULL;
    if (s != NULL) {
        s->file = arena_strdup(&d->memory, name);
        s->unreadable = true;
        finding_add_error(&d->findings, 0, name, cause);
    }
    if (s == NULL || s->file == NULL || d->findings.failed) {
        dataset_free(d);
        return kpi_fail_nomem(err);
    }
    *out = d;
    return KPI_OK;
}

void kpi_dataset_free(kpi_dataset *d)
{
    dataset_free(d);
}

static bool is_accepted(const dataset *d, const plan *p, const char *as_of)
{
    for (size_t i = 0; i < d->source_count; i++) {
        if (check_count_source(d, i, p, as_of).errors > 0)
            return false;
    }
    return true;
}

/* A rejected part's findings stay, its records do not. */
static const dataset *kept_part(arena *memory, const dataset *part,
                                const plan *p, const kpi_options *options)
{
    dataset *copy;

    if (options == NULL || !options->only_accepted ||
        is_accepted(part, p, day_of(options)))
        return part;
    copy = arena_alloc(memory, sizeof(*copy));
    if (copy != NULL) {
        *copy = *part;
        copy->project_count = 0;
    }
    return copy;
}

static kpi_status merge_parts(dataset **out, kpi_dataset *const *parts,
                              size_t count, const plan *p,
                              const kpi_options *options, kpi_error *err)
{
    arena memory;
    const dataset **kept;
    size_t all = 0, n = 0;
    kpi_status status;

    for (size_t i = 0; i < count; i++)
        for (const dataset *d = parts[i]; d != NULL; d = d->next)
            all++;
    arena_init(&memory, 0);
    kept = arena_array(&memory, all, sizeof(*kept));
    status = kept == NULL ? kpi_fail_nomem(err) : KPI_OK;
    for (size_t i = 0; i < count; i++)
        for (const dataset *d = parts[i]; status == KPI_OK && d != NULL;
             d = d->next) {
            kept[n] = kept_part(&memory, d, p, options);
            if (kept[n++] == NULL)
                status = kpi_fail_nomem(err);
        }
    if (status == KPI_OK)
        status = consolidate(out, kept, n, p, err);
    arena_free(&memory);
    return status;
}

/* Findings stand in the order of the sheets that the projects stand on. */
static kpi_status sort_findings(dataset *d, kpi_error *err)
{
    arena memory;
    finding_sheet *order;

    arena_init(&memory, 0);
    order = arena_array(&memory, d->project_count, sizeof(*order));
    for (size_t i = 0; order != NULL && i < d->project_count; i++)
        order[i] = (finding_sheet){ d->projects[i].source,
                                    d->projects[i].where.sheet };
    if (order != NULL)
        finding_sort(&d->findings, order, d->project_count);
    arena_free(&memory);
    return order == NULL || d->findings.failed ? kpi_fail_nomem(err) : KPI_OK;
}

kpi_status kpi_consolidate(kpi_dataset **out, kpi_dataset *const *parts,
                           size_t count, const kpi_plan *p,
                           const kpi_options *options, kpi_error *err)
{
    kpi_status status;

    *out = NULL;
    status = merge_parts(out, parts, count, p, options, err);
    if (status == KPI_OK)
        status = achievement_assess(*out, p, err);
    if (status == KPI_OK && options != NULL && options->previous != NULL)
        status = check_against_previous(*out, options->previous, p, err);
    if (status == KPI_OK)
        status = check_dataset(*out, p, err);
    if (status == KPI_OK)
        status = sort_findings(*out, err);
    if (status != KPI_OK) {
        dataset_free(*out);
        *out = NULL;
    }
    return status;
}

static void add_counts(kpi_counts *out, const dataset *d, const plan *p,
                       const char *as_of)
{
    check_counts n = check_count(d, p, as_of);

    out->files += d->source_count;
    out->projects += d->project_count;
    out->errors += n.errors;
    out->warnings += n.warnings;
    out->notices += n.notices;
    for (size_t i = 0; i < d->source_count; i++)
        out->unreadable += d->sources[i].unreadable ? 1 : 0;
    for (size_t i = 0; i < d->project_count; i++) {
        out->kpis += d->projects[i].kpi_count;
        out->graded += d->projects[i].assessment.grade[0] != '\0' ? 1 : 0;
    }
}

kpi_counts kpi_dataset_counts(const kpi_dataset *d, const kpi_plan *p,
                              const kpi_options *options)
{
    kpi_counts out = { 0 };

    for (; d != NULL; d = d->next)
        add_counts(&out, d, p, day_of(options));
    return out;
}

kpi_status kpi_check_mic(kpi_dataset *part, const kpi_source *input,
                         const kpi_plan *p, const kpi_limits *limits,
                         kpi_error *err)
{
    return check_mic(part, input, p, limits, err);
}

/* ---- Time ---- */

bool kpi_dataset_modified(const kpi_dataset *d, int64_t *seconds)
{
    bool found = false;
    int64_t t;

    for (size_t i = 0; i < d->source_count; i++) {
        if (!calendar_read_moment(&t, d->sources[i].modified))
            continue;
        if (!found || t > *seconds)
            *seconds = t;
        found = true;
    }
    return found;
}

bool kpi_dataset_source(kpi_source_info *out, const kpi_dataset *d,
                        size_t index)
{
    const struct source *s;

    if (index >= d->source_count)
        return false;
    s = &d->sources[index];
    *out = (kpi_source_info){ s->file, s->sha256, s->department, s->modified,
                              s->unreadable, s->superseded };
    return true;
}

kpi_status kpi_dataset_assume_modified(kpi_dataset *part, int64_t seconds,
                                       kpi_error *err)
{
    char moment[MOMENT_TEXT_SIZE];
    int64_t known;

    calendar_moment_text(moment, seconds);
    for (size_t i = 0; i < part->source_count; i++) {
        struct source *s = &part->sources[i];

        if (calendar_read_moment(&known, s->modified))
            continue;
        s->modified = arena_strdup(&part->memory, moment);
        s->modified_estimated = true;
        if (s->modified == NULL) {
            s->modified = "";
            return kpi_fail_nomem(err);
        }
    }
    return KPI_OK;
}

bool kpi_day_valid(const char *day)
{
    return calendar_day_valid(day);
}

bool kpi_moment_read(int64_t *seconds, const char *moment)
{
    return calendar_read_moment(seconds, moment);
}

void kpi_day_text(char out[KPI_DAY_SIZE], int64_t seconds, int zone_minutes)
{
    calendar_day_text(out, seconds, zone_minutes);
}

/* ---- Writing ---- */

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
        status = store_write_json(&b, d, p, err);
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
        .language = language_in(options),
        .as_of = day_of(options), .color = style->color,
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
    findings_style s = { .language = p->language, .as_of = day_of(options),
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

    calendar_moment_text(time, created);
    s.created = time;
    s.as_of = day_of(options);
    return summary_write(path, d, p, &s, err);
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
        summary_check_put(&b, &check, language_in(options));
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
                                   day_of(options), err);
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
    status = totals_put(&b, d, p, choice_of(options, p),
                        language_in(options),
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
                         language_in(options),
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
    plan_language language = language_in(options);
    kpi_status status;
    buf b;

    buf_init(&b);
    if (format == KPI_FORMAT_JSON)
        status = submissions_put_json(&b, d, p, day_of(options), err);
    else if (format == KPI_FORMAT_CSV)
        status = submissions_put_csv(&b, d, p, day_of(options), language,
                                     err);
    else
        status = submissions_put_text(&b, d, p, day_of(options), language,
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
    ledger_put(&b, d, p, day_of(options), moment, signed_by);
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
        whatif_put_json(&b, &w, d, language_in(options));
    else if (status == KPI_OK)
        whatif_put_text(&b, &w, language_in(options));
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
        rollup_put_json(&b, &r, choice_of(options, p));
    else if (status == KPI_OK)
        rollup_put_text(&b, &r, choice_of(options, p), language_in(options));
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
    compare_style s = { .language = language_in(options),
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
    status = inspect_put(&b, input, p, limits, language_of(language),
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
        rule_list_put(&b, language_of(language), format == KPI_FORMAT_JSON);
    else if (r != NULL)
        rule_put(&b, r, language_of(language));
    else
        status = kpi_fail(err, KPI_E_USAGE, NULL, id, "no such rule");
    return send(&b, status, write, context, err);
}
