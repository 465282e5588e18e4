/*
 * api.c - the public functions of kpibook.h that read: nothing but wiring
 */
#include <stdlib.h>
#include <string.h>

#include "api_parts.h"
#include "base/calendar.h"
#include "base/error_words.h"
#include "check/check.h"
#include "check/check_mic.h"
#include "check/check_shown.h"
#include "check/plan_names.h"
#include "ingest/ingest.h"
#include "kpi/grade.h"
#include "ooxml/part_memory.h"
#include "plan/plan_file.h"
#include "store/store.h"
#include "store/store_book.h"
#include "store/tables_book.h"

/* ---- Shared ---- */

plan_language api_language_of(kpi_language language)
{
    return language == KPI_JAPANESE ? LANGUAGE_JA : LANGUAGE_EN;
}

plan_language api_language(const kpi_options *options)
{
    return options == NULL ? LANGUAGE_EN : api_language_of(options->language);
}

const char *api_day(const kpi_options *options)
{
    return options != NULL && options->as_of != NULL ? options->as_of : "";
}

grade_choice api_choice(const kpi_options *options, const plan *p)
{
    switch (options == NULL ? KPI_GRADE_BY_PLAN : options->grade) {
    case KPI_GRADE_DECLARED: return GRADE_DECLARED;
    case KPI_GRADE_COMPUTED: return GRADE_COMPUTED;
    case KPI_GRADE_FINAL: return GRADE_FINAL;
    case KPI_GRADE_BY_PLAN: break;
    }
    return p->count_grade;
}

/* ---- Plan ---- */

const char *kpi_error_text(char *out, size_t size, const kpi_error *err,
                           kpi_language language)
{
    text said = text_of(err->message[0] != '\0' ? err->message
                                                : kpi_status_text(err->status));
    buf words;

    if (size == 0)
        return out;
    buf_init(&words);
    if (language == KPI_JAPANESE)
        error_words_put(&words, said);
    if (words.length > 0 && buf_ok(&words))
        said = buf_slice(&words);
    if (said.length >= size)
        said.length = utf8_floor(said, size - 1);
    memcpy(out, said.bytes, said.length);
    out[said.length] = '\0';
    buf_free(&words);
    return out;
}

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

/* The official workbook gives the data that it was made from, whose cells are
 * in other files: *given. */
static kpi_status read_workbook(dataset **out, bool *given, open_book *o,
                                ingest_words *words, const kpi_limits *limits,
                                kpi_error *err)
{
    const kpi_source *input = open_book_source(o);
    kpi_error local = { .status = KPI_OK };
    kpi_status status;
    bool is_summary;
    book *b;

    if (open_book_get(&b, o, NULL) == KPI_OK &&
        !book_has_sheet(b, STORE_BOOK_SHEET)) {
        status = store_read_tables(out, b, input->name, &local);
        is_summary = *out != NULL;
    } else {
        status = store_read_book(out, &is_summary, input, limits, &local);
    }
    *given = status == KPI_OK && is_summary;
    if (status == KPI_OK && !is_summary)
        return ingest_book(out, NULL, o, words, limits, err);
    if (status == KPI_E_INPUT || status == KPI_E_LIMIT)
        return kpi_read_failed(out, input->name, &local, err);
    if (status != KPI_OK && err != NULL)
        *err = local;
    return status;
}

struct kpi_reader {
    const plan *plan;
    ingest_words *words;
    part_memory *known; /* parts that files before had */
    arena spare; /* what a file is read into, before its records settle */
};

kpi_status kpi_reader_new(kpi_reader **out, const kpi_plan *p, kpi_error *err)
{
    kpi_reader *r = calloc(1, sizeof(*r));

    if (r != NULL) {
        r->plan = p;
        r->words = ingest_words_new(p);
        r->known = part_memory_new();
        arena_init(&r->spare, 0);
    }
    *out = r;
    if (r != NULL && r->words != NULL && r->known != NULL) {
        ingest_words_lend(r->words, &r->spare);
        return KPI_OK;
    }
    kpi_reader_free(r);
    *out = NULL;
    return kpi_fail_nomem(err);
}

void kpi_reader_free(kpi_reader *r)
{
    if (r != NULL) {
        ingest_words_free(r->words);
        part_memory_free(r->known);
        arena_free(&r->spare);
    }
    free(r);
}

static kpi_status read_and_check(dataset **out, kpi_reader *r,
                                 const kpi_source *input,
                                 const kpi_limits *limits, kpi_error *err)
{
    open_book *o = open_book_new(input, limits);
    bool given = false;
    kpi_status status;

    *out = NULL;
    if (o == NULL)
        return kpi_fail_nomem(err);
    open_book_lend(o, &r->spare, r->known);
    status = read_workbook(out, &given, o, r->words, limits, err);
    if (status == KPI_OK)
        status = check_part(*out, r->plan, err);
    if (status == KPI_OK && !given)
        status = check_shown(*out, o, r->plan, err);
    open_book_free(o);
    if (status == KPI_OK && !given && !dataset_settle(out))
        status = kpi_fail_nomem(err);
    return status;
}

kpi_status kpi_read(kpi_dataset **out, const kpi_source *input,
                    const kpi_plan *p, const kpi_limits *limits,
                    kpi_error *err)
{
    kpi_reader *r;
    kpi_status status = kpi_reader_new(&r, p, err);

    *out = NULL;
    if (status == KPI_OK)
        status = kpi_reader_read(out, r, input, limits, err);
    kpi_reader_free(r);
    return status;
}

kpi_status kpi_reader_read(kpi_dataset **out, kpi_reader *r,
                           const kpi_source *input, const kpi_limits *limits,
                           kpi_error *err)
{
    store_format format = data_format(input);
    kpi_error local = { .status = KPI_OK };
    kpi_status status;

    if (format == STORE_NONE || format == STORE_XLSX) {
        status = read_and_check(out, r, input, limits, err);
    } else {
        status = read_data(out, input, &local);
        if (status == KPI_E_INPUT || status == KPI_E_LIMIT)
            return kpi_read_failed(out, input->name, &local, err);
        if (status != KPI_OK && err != NULL)
            *err = local;
        /* A part brings the findings of its file along. */
        if (status == KPI_OK && format != STORE_JSONL)
            status = check_part(*out, r->plan, err);
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
        add_counts(&out, d, p, api_day(options));
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
