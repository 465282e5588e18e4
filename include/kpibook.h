/*
 * kpibook.h - municipal KPI workbooks: read, check, assess, consolidate
 *
 * The library works on memory and on callbacks. It keeps no global state,
 * starts no thread, prints nothing and never exits.
 */
#ifndef KPIBOOK_H
#define KPIBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KPI_VERSION "0.1.0"

/* ---- Failing ---------------------------------------------------------- */

typedef enum kpi_status {
    KPI_OK = 0,
    KPI_E_NOMEM,  /* out of memory */
    KPI_E_INPUT,  /* a source cannot be read; err.rule names the finding */
    KPI_E_LIMIT,  /* a source holds or claims more than a limit allows */
    KPI_E_PLAN,   /* the plan is wrong; err.source, line and column say where */
    KPI_E_USAGE,  /* an argument is wrong */
    KPI_E_OUTPUT  /* the output could not be written */
} kpi_status;

const char *kpi_status_text(kpi_status status);

typedef struct kpi_error {
    kpi_status status;
    char rule[32];     /* finding that describes it, or "" */
    char source[192];  /* file, part or key to blame, or "" */
    char message[320]; /* English, without a full stop */
    unsigned line, column; /* from 1; 0 = unknown */
} kpi_error;

typedef enum kpi_language { KPI_JAPANESE, KPI_ENGLISH } kpi_language;

/*
 * What an error says, without its source and place: the message, or its
 * status' text where it has none. Writes at most `size` bytes with the NUL
 * into `out`, which it returns; what is longer is cut at a character.
 */
const char *kpi_error_text(char *out, size_t size, const kpi_error *err,
                           kpi_language language);

/* ---- Input ------------------------------------------------------------ */

/* A file in memory. The caller keeps the bytes alive while they are used. */
typedef struct kpi_source {
    const char *name; /* as shown in findings and data; never NULL */
    const void *bytes;
    size_t size;
} kpi_source;

/* What a workbook may hold or claim; 0 in a field means the default. */
typedef struct kpi_limits {
    uint64_t file_bytes;     /* size of the file: 256 MiB */
    uint64_t part_bytes;     /* one part, inflated: 1 GiB */
    uint64_t total_bytes;    /* all parts that are read, inflated: 2 GiB */
    uint64_t ratio;          /* inflated : deflated of a part over 1 MiB: 250 */
    uint64_t entries;        /* in the archive: 10,000 */
    uint64_t cells;          /* in all sheets: 20,000,000 */
    uint64_t strings;        /* shared: 5,000,000 */
    uint64_t string_bytes;   /* one string: 1 MiB */
    uint64_t text_bytes;     /* all strings of a workbook: 512 MiB */
    uint64_t nesting;        /* depth of elements: 64 */
    uint64_t attributes;     /* of one element: 256 */
    uint64_t merges;         /* merged ranges of a sheet: 100,000 */
    uint64_t sheets;         /* 1,000 */
    uint64_t memory_bytes;   /* kept for one workbook: 768 MiB */
    uint64_t one_parser;     /* not 0: all XML by libxml2, no fast path */
} kpi_limits;

void kpi_limits_default(kpi_limits *limits);

/* Receives output; returns false to stop (the call then gives KPI_E_OUTPUT). */
typedef bool (*kpi_write)(void *context, const void *bytes, size_t size);

/* ---- Plan ------------------------------------------------------------- */

/* What is to be reported, by whom, and how it is graded. Never changes once
 * read, so any number of threads may use one plan. */
typedef struct kpi_plan kpi_plan;

/*
 * Reads a plan in YAML; the source's bytes are not kept. *out is yours. An
 * error (KPI_E_PLAN) names file, line, column and key.
 */
kpi_status kpi_plan_read(kpi_plan **out, const kpi_source *source,
                         kpi_error *err);
/* As kpi_plan_read, with keys set to other values: "rounding.mode=floor",
 * "scheme=80-60". */
kpi_status kpi_plan_read_changed(kpi_plan **out, const kpi_source *source,
                                 const char *const *changes, size_t count,
                                 kpi_error *err);
/* What holds without a plan: nothing is graded. */
kpi_status kpi_plan_none(kpi_plan **out, kpi_error *err);
void kpi_plan_free(kpi_plan *plan);

/* Texts of the plan; "" when it does not say. They live as long as it. */
const char *kpi_plan_as_of(const kpi_plan *plan);    /* YYYY-MM-DD */
const char *kpi_plan_deadline(const kpi_plan *plan); /* YYYY-MM-DDTHH:MM */
int kpi_plan_zone_minutes(const kpi_plan *plan);     /* east of UTC: 540 */
kpi_language kpi_plan_language(const kpi_plan *plan);

/* ---- Reading ---------------------------------------------------------- */

/* Records, findings and where they come from: of one file (a part), or
 * consolidated from many. One thread at a time may use a dataset. */
typedef struct kpi_dataset kpi_dataset;

/*
 * Reads one file: a workbook, or data that was exported (.json .jsonl .csv
 * .sqlite, told by the name's ending). *out is yours. What is wrong with the
 * file's data, and also a file that cannot be read at all, is a finding in
 * *out and gives KPI_OK; only KPI_E_NOMEM fails. `limits` may be NULL.
 */
kpi_status kpi_read(kpi_dataset **out, const kpi_source *source,
                    const kpi_plan *plan, const kpi_limits *limits,
                    kpi_error *err);
/*
 * kpi_read() of many files: a reader keeps what it understood of words from
 * one file to the next, within a megabyte. The results are the same, in any
 * order and with any number of readers. One thread at a time may use a
 * reader; `plan` must outlive it. kpi_reader_free() accepts NULL.
 */
typedef struct kpi_reader kpi_reader;
kpi_status kpi_reader_new(kpi_reader **out, const kpi_plan *plan,
                          kpi_error *err);
void kpi_reader_free(kpi_reader *reader);
kpi_status kpi_reader_read(kpi_dataset **out, kpi_reader *reader,
                           const kpi_source *source, const kpi_limits *limits,
                           kpi_error *err);
/*
 * The part of a file that could not be read: one finding, cause->rule
 * ("file-unreadable", "file-over-limit"), with the cause's source, line and
 * message.
 */
kpi_status kpi_read_failed(kpi_dataset **out, const char *name,
                           const kpi_error *cause, kpi_error *err);
/*
 * Adds to a part that kpi_read() made of the workbook `input` what stands
 * against the 15 rules of 総務省 for machine-readable tables, as warnings.
 */
kpi_status kpi_check_mic(kpi_dataset *part, const kpi_source *input,
                         const kpi_plan *plan, const kpi_limits *limits,
                         kpi_error *err);
void kpi_dataset_free(kpi_dataset *dataset);

typedef enum kpi_grade_choice {
    KPI_GRADE_BY_PLAN, KPI_GRADE_DECLARED, KPI_GRADE_COMPUTED, KPI_GRADE_FINAL
} kpi_grade_choice;

/* Told now and then how far something long is. */
typedef void (*kpi_progress)(void *context, size_t done, size_t all);

/*
 * Runs task(data, 0) to task(data, count - 1), each once, in any order and on
 * any threads, and returns when all are done.
 */
typedef void (*kpi_task)(void *data, size_t index);
typedef void (*kpi_run)(void *context, kpi_task task, void *data,
                        size_t count);

typedef struct kpi_options {
    const char *as_of;      /* YYYY-MM-DD; NULL or "": no trial rule is on */
    kpi_language language;  /* of messages */
    bool only_accepted;     /* leave out files that have an error finding */
    bool give_parts;        /* kpi_consolidate(): the parts are not needed any
                               more, which spares much memory */
    kpi_grade_choice grade; /* which grade is counted */
    const kpi_dataset *previous; /* last year's data to check against and to
                                    set beside this year's in the official
                                    workbook, or NULL: consolidated, or read
                                    from one file */
    bool brief;             /* kpi_consolidate() leaves out how rates came
                               about, which only findings will be read of */
    kpi_run run;            /* does pieces of kpi_consolidate() at once, with
                               the same result; NULL: one after the other */
    void *run_context;
    bool sources;           /* official workbook: every value's source also
                               above 20,000 KPI rows */
    kpi_progress progress;  /* while a workbook is written, or NULL */
    void *progress_context;
} kpi_options;

/*
 * Parts become one dataset: merged, assessed by the plan, checked across
 * files. The result does not depend on the order of the parts. *out is
 * yours; the parts stay yours and may be freed. With options->give_parts that
 * is all that may be done with them: *out took their records, or failed to.
 */
kpi_status kpi_consolidate(kpi_dataset **out, kpi_dataset *const *parts,
                           size_t count, const kpi_plan *plan,
                           const kpi_options *options, kpi_error *err);

typedef struct kpi_counts {
    size_t files, unreadable, projects, kpis, graded;
    size_t errors, warnings, notices;
} kpi_counts;

kpi_counts kpi_dataset_counts(const kpi_dataset *dataset,
                              const kpi_plan *plan,
                              const kpi_options *options);
/* The newest dcterms:modified of the sources, as seconds since 1970-01-01
 * UTC; false when no source has one. */
bool kpi_dataset_modified(const kpi_dataset *dataset, int64_t *seconds);

/* One file of a dataset; the texts live as long as it, "" is absent. */
typedef struct kpi_source_info {
    const char *file, *sha256, *department;
    const char *modified; /* dcterms:modified as written */
    bool unreadable, superseded;
} kpi_source_info;

/* False when there is no source of that index (from 0). */
bool kpi_dataset_source(kpi_source_info *out, const kpi_dataset *dataset,
                        size_t index);
/* Gives the sources that have no time of their own one, marked 推定. */
kpi_status kpi_dataset_assume_modified(kpi_dataset *part, int64_t seconds,
                                       kpi_error *err);

enum { KPI_DAY_SIZE = 11 }; /* YYYY-MM-DD and a NUL */
/* True for a day that exists, written YYYY-MM-DD. */
bool kpi_day_valid(const char *day);
/* Reads YYYY-MM-DDTHH:MM:SS with Z or a zone, as docProps has it. */
bool kpi_moment_read(int64_t *seconds, const char *moment);
/* The day of a moment, in a zone that many minutes east of UTC. */
void kpi_day_text(char out[KPI_DAY_SIZE], int64_t seconds, int zone_minutes);

/* ---- Writing ---------------------------------------------------------- */

typedef enum kpi_format {
    KPI_FORMAT_NONE, KPI_FORMAT_TEXT, KPI_FORMAT_JSON, KPI_FORMAT_JSONL,
    KPI_FORMAT_CSV, KPI_FORMAT_CSV_CP932, KPI_FORMAT_SQLITE, KPI_FORMAT_XLSX,
    KPI_FORMAT_HTML
} kpi_format;

/* By a word ("json") or a file name's ending; KPI_FORMAT_NONE if unknown. */
kpi_format kpi_format_of(const char *name_or_word);

/* Canonical data: JSON (kpibook.dataset/1), JSONL (kpibook.part/1 of one
 * part, not consolidated), CSV, SQLite. KPI_E_USAGE for other formats. */
kpi_status kpi_export(const kpi_dataset *dataset, const kpi_plan *plan,
                      kpi_format format, kpi_write write, void *context,
                      kpi_error *err);

/* The schema of an export: JSON (JSON Schema) or SQLITE (its SQL). */
kpi_status kpi_export_schema(kpi_format format, kpi_write write,
                             void *context, kpi_error *err);

typedef enum kpi_severity {
    KPI_NOTICE, KPI_WARNING, KPI_ERROR
} kpi_severity;

typedef struct kpi_findings_style {
    kpi_format format;  /* TEXT, JSON or HTML */
    bool color;         /* TEXT: for a terminal */
    bool hints;         /* TEXT: how to mend it, below each */
    kpi_severity least; /* TEXT: what is less is left out */
    size_t width;       /* TEXT: columns to wrap hints at; 0 = never */
} kpi_findings_style;

kpi_status kpi_findings(const kpi_dataset *dataset, const kpi_plan *plan,
                        const kpi_options *options,
                        const kpi_findings_style *style, kpi_write write,
                        void *context, kpi_error *err);

/* A short polite mail to a department, with its findings and the deadline:
 * a subject line, an empty line, the text. */
kpi_status kpi_mail(const kpi_dataset *dataset, const kpi_plan *plan,
                    const kpi_options *options, const char *department,
                    kpi_write write, void *context, kpi_error *err);

/*
 * Writes the official workbook to `path`: libxlsxwriter knows only paths.
 * Give a temporary name beside the target and rename it. `created` is the
 * document's time, seconds since 1970-01-01 UTC. `temporary` is a folder for
 * scratch files, or NULL.
 */
kpi_status kpi_summary(const char *path, const kpi_dataset *dataset,
                       const kpi_plan *plan, const kpi_options *options,
                       int64_t created, const char *temporary,
                       bool open_profile, kpi_error *err);
/* Canonical data as a workbook of flat tables that reads back as it was. */
kpi_status kpi_export_book(const char *path, const kpi_dataset *dataset,
                           const kpi_plan *plan, const kpi_options *options,
                           int64_t created, const char *temporary,
                           kpi_error *err);
/*
 * As kpi_summary for publication, and how it stands against the 15 rules of
 * 総務省 for machine-readable tables, as text for a terminal.
 */
kpi_status kpi_summary_open(const char *path, const kpi_dataset *dataset,
                            const kpi_plan *plan, const kpi_options *options,
                            int64_t created, const char *temporary,
                            kpi_write write, void *context, kpi_error *err);

/*
 * The department's own workbook with each finding as a comment on its cell
 * and a sheet 指摘一覧 in front; all else stays byte for byte. Marks of an
 * earlier run are replaced. A file that is no workbook is KPI_E_INPUT.
 */
kpi_status kpi_annotate(const kpi_source *input, const kpi_plan *plan,
                        const kpi_limits *limits, const kpi_options *options,
                        kpi_write write, void *context, kpi_error *err);
/* Takes the marks away: the original parts. A file without marks is written
 * as it is. */
kpi_status kpi_annotate_strip(const kpi_source *input, kpi_write write,
                              void *context, kpi_error *err);

/* Departments of the plan's roster, from 0; NULL behind the last. */
const char *kpi_plan_department(const kpi_plan *plan, size_t index);
/* The file name that a department's template should have; false when there
 * is no such department, or it does not fit. */
bool kpi_template_name(char *out, size_t size, const kpi_plan *plan,
                       size_t department);
/*
 * Writes the submission workbook of a department of the roster, prefilled
 * from `from` (which may be NULL). Path, time and folder as kpi_summary.
 * *kpis (may be NULL) is how many KPIs were prefilled.
 */
kpi_status kpi_template(const char *path, size_t *kpis,
                        const kpi_dataset *from, const kpi_plan *plan,
                        size_t department, int64_t created,
                        const char *temporary, kpi_error *err);

/* The table of grades per goal and the rates, as text for a terminal. */
kpi_status kpi_totals(const kpi_dataset *dataset, const kpi_plan *plan,
                      const kpi_options *options, kpi_write write,
                      void *context, kpi_error *err);

/* How the rates and grades of a project came about (all projects whose
 * name holds `project`, folded). KPI_E_USAGE when there is none. */
kpi_status kpi_explain(const kpi_dataset *dataset, const kpi_plan *plan,
                       const kpi_options *options, const char *project,
                       kpi_write write, void *context, kpi_error *err);

/* Who of the roster has submitted: 受理 差戻し 遅延 未提出; TEXT, JSON, CSV. */
kpi_status kpi_submissions(const kpi_dataset *dataset, const kpi_plan *plan,
                           const kpi_options *options, kpi_format format,
                           kpi_write write, void *context, kpi_error *err);

/*
 * Lines for a ledger (kpibook.ledger/1): one a file with its verdict, at the
 * moment `now`; with `signed_by`, one line that signs all files off.
 */
kpi_status kpi_ledger(const kpi_dataset *dataset, const kpi_plan *plan,
                      const kpi_options *options, int64_t now,
                      const char *signed_by, kpi_write write, void *context,
                      kpi_error *err);

/*
 * Every project and KPI whose grade changes when `other` decides instead of
 * `plan`, and why; TEXT or JSON. The dataset is not changed.
 */
kpi_status kpi_whatif(const kpi_dataset *dataset, const kpi_plan *plan,
                      const kpi_plan *other, const kpi_options *options,
                      kpi_format format, kpi_write write, void *context,
                      kpi_error *err);
/* Counts from project to measure, theme, goal and all, KPIs beside projects;
 * averages where the plan asks; TEXT or JSON. */
kpi_status kpi_rollup(const kpi_dataset *dataset, const kpi_plan *plan,
                      const kpi_options *options, kpi_format format,
                      kpi_write write, void *context, kpi_error *err);

typedef struct kpi_diff_style {
    kpi_format format; /* TEXT or JSON */
    bool color;
    bool minor;        /* TEXT: also what differs in width or spaces only */
} kpi_diff_style;

/*
 * What changed between two consolidated datasets, and what it does to rates
 * and grades. Both are assessed anew, so that they can be compared.
 */
kpi_status kpi_diff(kpi_dataset *old, kpi_dataset *now, const kpi_plan *plan,
                    const kpi_options *options, const kpi_diff_style *style,
                    kpi_write write, void *context, kpi_error *err);
/* The same as a workbook with both sides marked; path and time as
 * kpi_summary. */
kpi_status kpi_diff_book(const char *path, kpi_dataset *old, kpi_dataset *now,
                         const kpi_plan *plan, int64_t created,
                         kpi_error *err);

/* A first plan, with comments, drafted from consolidated data. */
kpi_status kpi_plan_draft(const kpi_dataset *dataset, kpi_write write,
                          void *context, kpi_error *err);

/* ---- Workbooks as they are -------------------------------------------- */

typedef struct kpi_cells_options {
    const char *sheet; /* only the sheet of this name; NULL = all */
    bool summary;      /* counts, one line a sheet */
    bool name_file;    /* add "file" to each line */
} kpi_cells_options;

/*
 * Every cell as read, as JSON Lines. A workbook that cannot be read is
 * KPI_E_INPUT or KPI_E_LIMIT with err.rule; what was written before stays.
 */
kpi_status kpi_cells(const kpi_source *source, const kpi_limits *limits,
                     const kpi_cells_options *options, kpi_write write,
                     void *context, kpi_error *err);

/* How a workbook was understood: sheets, tables, roles; TEXT or JSON. */
kpi_status kpi_inspect(const kpi_source *source, const kpi_plan *plan,
                       const kpi_limits *limits, kpi_language language,
                       kpi_format format, kpi_write write, void *context,
                       kpi_error *err);

/* ---- Rules ------------------------------------------------------------ */

/* The catalogue (TEXT or JSON), or one rule when `id` is not NULL:
 * KPI_E_USAGE when there is none of that name. */
kpi_status kpi_rules(const char *id, kpi_language language, kpi_format format,
                     kpi_write write, void *context, kpi_error *err);

#ifdef __cplusplus
}
#endif
#endif
