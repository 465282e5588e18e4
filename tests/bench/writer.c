/*
 * writer.c - the official workbook against libxlsxwriter's own time
 *
 *     writer PLAN FILE|FOLDER... [-n FIRST_FILES]
 *
 * Reads and consolidates the inputs, writes the workbook once and records
 * what cells, notes, merges, rows and columns reach libxlsxwriter (the link
 * wraps these calls). Then it measures in turn kpi_summary() again, and a
 * bare program that gives the same calls to libxlsxwriter: texts, formulas and
 * formats are there already, and it asks for nothing else (no charts, print
 * settings or conditional formats), so the comparison is never in our favour.
 * Gives one line: KPIs, cells, then seconds of processor time of the whole,
 * of reading back what was written, and of the bare program.
 */
#include <dirent.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <xlsxwriter.h>

#include "kpibook.h"

typedef enum call_kind {
    CALL_SHEET, CALL_STRING, CALL_NUMBER, CALL_BLANK, CALL_FORMULA_NUMBER,
    CALL_FORMULA_STRING, CALL_URL, CALL_COMMENT, CALL_MERGE, CALL_ROW,
    CALL_COLUMN
} call_kind;

typedef struct call {
    call_kind kind;
    size_t sheet, format; /* format 0: none */
    lxw_row_t row, last_row;
    lxw_col_t col, last_col;
    double number;
    const char *text, *value;
    lxw_comment_options *comment;
} call;

static struct recording {
    bool on;
    bool in_order;
    call *calls;
    size_t count, capacity;
    lxw_worksheet *sheets[512];
    size_t sheet_count;
    lxw_format *formats[1024]; /* as they were, and the copies */
    lxw_format copies[1024];
    size_t format_count;
} record;

static double verifying;

static void must(bool ok, const char *what)
{
    if (!ok) {
        fprintf(stderr, "writer: %s\n", what);
        exit(2);
    }
}

static double used(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- Recording -------------------------------------------------------- */

static char *kept(const char *t)
{
    char *copy = t == NULL ? NULL : strdup(t);

    must(t == NULL || copy != NULL, "out of memory");
    return copy;
}

static size_t format_number(lxw_format *f)
{
    size_t i = 0;

    if (f == NULL)
        return 0;
    while (i < record.format_count && record.formats[i] != f)
        i++;
    if (i == record.format_count) {
        must(i < 1024, "too many formats");
        record.formats[i] = f;
        record.copies[i] = *f;
        record.format_count++;
    }
    return i + 1;
}

static size_t sheet_number(const lxw_worksheet *w)
{
    size_t i = 0;

    while (i < record.sheet_count && record.sheets[i] != w)
        i++;
    must(i < record.sheet_count, "a sheet that was not added");
    return i;
}

static call *note(call_kind kind, const lxw_worksheet *w, lxw_row_t row,
                  lxw_col_t col, lxw_format *f)
{
    call *c;

    if (record.count == record.capacity) {
        record.capacity = record.capacity > 0 ? record.capacity * 2 : 4096;
        record.calls = realloc(record.calls,
                               record.capacity * sizeof(*record.calls));
        must(record.calls != NULL, "out of memory");
    }
    c = &record.calls[record.count++];
    *c = (call){ .kind = kind, .row = row, .col = col };
    c->sheet = kind == CALL_SHEET ? 0 : sheet_number(w);
    c->format = format_number(f);
    return c;
}

/* The linker sends calls of NAME to __wrap_NAME; __real_NAME is the library's. */
#define WRAP(result, name, ...) \
    result __real_##name(__VA_ARGS__); \
    result __wrap_##name(__VA_ARGS__); \
    result __wrap_##name(__VA_ARGS__)

WRAP(lxw_workbook *, workbook_new_opt, const char *path,
     lxw_workbook_options *o)
{
    if (record.on)
        record.in_order = o != NULL && o->constant_memory;
    return __real_workbook_new_opt(path, o);
}

WRAP(lxw_worksheet *, workbook_add_worksheet, lxw_workbook *b,
     const char *name)
{
    lxw_worksheet *w = __real_workbook_add_worksheet(b, name);

    if (record.on && w != NULL) {
        must(record.sheet_count < 512, "too many sheets");
        record.sheets[record.sheet_count++] = w;
        note(CALL_SHEET, w, 0, b->options.constant_memory, NULL)->text =
            kept(name);
    }
    return w;
}

WRAP(lxw_error, worksheet_write_string, lxw_worksheet *w, lxw_row_t row,
     lxw_col_t col, const char *t, lxw_format *f)
{
    if (record.on)
        note(CALL_STRING, w, row, col, f)->text = kept(t);
    return __real_worksheet_write_string(w, row, col, t, f);
}

WRAP(lxw_error, worksheet_write_number, lxw_worksheet *w, lxw_row_t row,
     lxw_col_t col, double x, lxw_format *f)
{
    if (record.on)
        note(CALL_NUMBER, w, row, col, f)->number = x;
    return __real_worksheet_write_number(w, row, col, x, f);
}

WRAP(lxw_error, worksheet_write_blank, lxw_worksheet *w, lxw_row_t row,
     lxw_col_t col, lxw_format *f)
{
    if (record.on)
        note(CALL_BLANK, w, row, col, f);
    return __real_worksheet_write_blank(w, row, col, f);
}

WRAP(lxw_error, worksheet_write_formula_num, lxw_worksheet *w, lxw_row_t row,
     lxw_col_t col, const char *t, lxw_format *f, double x)
{
    if (record.on) {
        call *c = note(CALL_FORMULA_NUMBER, w, row, col, f);

        c->text = kept(t);
        c->number = x;
    }
    return __real_worksheet_write_formula_num(w, row, col, t, f, x);
}

WRAP(lxw_error, worksheet_write_formula_str, lxw_worksheet *w, lxw_row_t row,
     lxw_col_t col, const char *t, lxw_format *f, const char *value)
{
    if (record.on) {
        call *c = note(CALL_FORMULA_STRING, w, row, col, f);

        c->text = kept(t);
        c->value = kept(value);
    }
    return __real_worksheet_write_formula_str(w, row, col, t, f, value);
}

WRAP(lxw_error, worksheet_write_url_opt, lxw_worksheet *w, lxw_row_t row,
     lxw_col_t col, const char *url, lxw_format *f, const char *t,
     const char *tip)
{
    if (record.on) {
        call *c = note(CALL_URL, w, row, col, f);

        c->text = kept(url);
        c->value = kept(t);
    }
    return __real_worksheet_write_url_opt(w, row, col, url, f, t, tip);
}

WRAP(lxw_error, worksheet_write_comment_opt, lxw_worksheet *w,
     lxw_row_t row, lxw_col_t col, const char *t, lxw_comment_options *o)
{
    if (record.on) {
        call *c = note(CALL_COMMENT, w, row, col, NULL);

        c->text = kept(t);
        c->comment = malloc(sizeof(*o));
        must(c->comment != NULL && o != NULL, "a note without options");
        *c->comment = *o;
        c->comment->author = kept(o->author);
        c->comment->font_name = kept(o->font_name);
    }
    return __real_worksheet_write_comment_opt(w, row, col, t, o);
}

WRAP(lxw_error, worksheet_merge_range, lxw_worksheet *w, lxw_row_t row,
     lxw_col_t col, lxw_row_t last_row, lxw_col_t last_col, const char *t,
     lxw_format *f)
{
    bool on = record.on;
    lxw_error e;

    if (on) {
        call *c = note(CALL_MERGE, w, row, col, f);

        c->last_row = last_row;
        c->last_col = last_col;
        c->text = kept(t);
    }
    record.on = false;
    e = __real_worksheet_merge_range(w, row, col, last_row, last_col, t, f);
    record.on = on;
    return e;
}

WRAP(lxw_error, worksheet_set_row, lxw_worksheet *w, lxw_row_t row,
     double height, lxw_format *f)
{
    if (record.on)
        note(CALL_ROW, w, row, 0, f)->number = height;
    return __real_worksheet_set_row(w, row, height, f);
}

WRAP(lxw_error, worksheet_set_column, lxw_worksheet *w, lxw_col_t col,
     lxw_col_t last_col, double width, lxw_format *f)
{
    if (record.on) {
        call *c = note(CALL_COLUMN, w, 0, col, f);

        c->last_col = last_col;
        c->number = width;
    }
    return __real_worksheet_set_column(w, col, last_col, width, f);
}

WRAP(kpi_status, summary_verify, const char *path, kpi_error *err)
{
    double from = used();
    kpi_status status = __real_summary_verify(path, err);

    verifying = used() - from;
    return status;
}

/* ---- The bare program ------------------------------------------------- */

static lxw_error do_call(const call *c, lxw_worksheet *w, lxw_format *f)
{
    switch (c->kind) {
    case CALL_SHEET:
        break;
    case CALL_STRING:
        return __real_worksheet_write_string(w, c->row, c->col, c->text, f);
    case CALL_NUMBER:
        return __real_worksheet_write_number(w, c->row, c->col, c->number, f);
    case CALL_BLANK:
        return __real_worksheet_write_blank(w, c->row, c->col, f);
    case CALL_FORMULA_NUMBER:
        return __real_worksheet_write_formula_num(w, c->row, c->col, c->text,
                                                  f, c->number);
    case CALL_FORMULA_STRING:
        return __real_worksheet_write_formula_str(w, c->row, c->col, c->text,
                                                  f, c->value);
    case CALL_URL:
        return __real_worksheet_write_url_opt(w, c->row, c->col, c->text, f,
                                              c->value, NULL);
    case CALL_COMMENT:
        return __real_worksheet_write_comment_opt(w, c->row, c->col, c->text,
                                                  c->comment);
    case CALL_MERGE:
        return __real_worksheet_merge_range(w, c->row, c->col, c->last_row,
                                            c->last_col, c->text, f);
    case CALL_ROW:
        return __real_worksheet_set_row(w, c->row, c->number, f);
    case CALL_COLUMN:
        return __real_worksheet_set_column(w, c->col, c->last_col, c->number,
                                           f);
    }
    return LXW_NO_ERROR;
}

/* Everything that a caller sets, nothing that the library counts by. */
static void copy_format(lxw_format *to, const lxw_format *from)
{
    size_t first = offsetof(lxw_format, num_format);

    memcpy((char *)to + first, (const char *)from + first,
           offsetof(lxw_format, list_pointers) - first);
}

static void write_bare(const char *path)
{
    lxw_workbook_options o = { .constant_memory = record.in_order };
    lxw_workbook *b = __real_workbook_new_opt(path, &o);
    static lxw_format *formats[1025];
    static lxw_worksheet *sheets[512];
    size_t sheet_count = 0;

    must(b != NULL, path);
    for (size_t i = 0; i < record.format_count; i++) {
        formats[i + 1] = workbook_add_format(b);
        copy_format(formats[i + 1], &record.copies[i]);
    }
    for (size_t i = 0; i < record.count; i++) {
        const call *c = &record.calls[i];

        if (c->kind == CALL_SHEET) {
            b->options.constant_memory = c->col != 0;
            sheets[sheet_count++] = __real_workbook_add_worksheet(b, c->text);
        } else {
            must(do_call(c, sheets[c->sheet], formats[c->format]) ==
                     LXW_NO_ERROR, "a call that libxlsxwriter refuses");
        }
    }
    b->options.constant_memory = record.in_order;
    must(workbook_close(b) == LXW_NO_ERROR, path);
}

/* ---- The dataset ------------------------------------------------------ */

static kpi_source read_source(const char *path)
{
    FILE *f = fopen(path, "rb");
    char *bytes;
    long size;

    must(f != NULL && fseek(f, 0, SEEK_END) == 0, path);
    size = ftell(f);
    bytes = malloc((size_t)size + 1);
    rewind(f);
    must(bytes != NULL && fread(bytes, 1, (size_t)size, f) == (size_t)size,
         path);
    fclose(f);
    return (kpi_source){ .name = strrchr(path, '/') != NULL
                                     ? strrchr(path, '/') + 1 : path,
                         .bytes = bytes, .size = (size_t)size };
}

typedef struct inputs {
    const kpi_plan *plan;
    kpi_dataset **parts;
    size_t count, most;
} inputs;

static void read_part(inputs *in, const char *path)
{
    kpi_source source = read_source(path);
    kpi_error err;

    in->parts = realloc(in->parts, (in->count + 1) * sizeof(*in->parts));
    must(in->parts != NULL &&
             kpi_read(&in->parts[in->count++], &source, in->plan, NULL,
                      &err) == KPI_OK, path);
    free((void *)(uintptr_t)source.bytes);
}

static void read_input(inputs *in, const char *path)
{
    struct dirent **names;
    int count = scandir(path, &names, NULL, alphasort);
    char *inside;

    if (count < 0) {
        read_part(in, path);
        return;
    }
    for (int i = 0; i < count; i++) {
        size_t size = strlen(path) + strlen(names[i]->d_name) + 2;

        inside = malloc(size);
        must(inside != NULL, "out of memory");
        snprintf(inside, size, "%s/%s", path, names[i]->d_name);
        if (strstr(names[i]->d_name, ".xlsx") != NULL && in->count < in->most)
            read_part(in, inside);
        free(inside);
        free(names[i]);
    }
    free(names);
}

static kpi_dataset *consolidate(inputs *in)
{
    kpi_options options = { .as_of = NULL };
    kpi_dataset *out = NULL;
    kpi_error err;

    must(kpi_consolidate(&out, in->parts, in->count, in->plan, &options,
                         &err) == KPI_OK, "not consolidated");
    for (size_t i = 0; i < in->count; i++)
        kpi_dataset_free(in->parts[i]);
    free(in->parts);
    return out;
}

/* ---- Measuring -------------------------------------------------------- */

static void write_ours(const char *path, const kpi_dataset *d,
                       const kpi_plan *plan)
{
    kpi_options options = { .as_of = NULL };
    kpi_error err;

    must(kpi_summary(path, d, plan, &options, 1491004800, NULL, false,
                     &err) == KPI_OK, err.message);
}

enum { MOST_PAIRS = 7 };
#define ENOUGH 1.5 /* seconds */

static int by_size(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;

    return (a > b) - (a < b);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof(*values), by_size);
    return values[count / 2];
}

/* In turn, so that a noisy machine is noisy for both. */
static void measure(const kpi_dataset *d, const kpi_plan *plan)
{
    char path[] = "/tmp/kpibook-writer-XXXXXX";
    kpi_options options = { .as_of = NULL };
    int file = mkstemp(path);
    double ours[MOST_PAIRS], back[MOST_PAIRS], bare[MOST_PAIRS], begun;
    size_t n = 0;

    must(file >= 0, path);
    record.on = true;
    write_ours(path, d, plan);
    record.on = false;
    begun = used();
    while (n < MOST_PAIRS && (n == 0 || used() - begun < ENOUGH)) {
        double from = used();

        write_ours(path, d, plan);
        ours[n] = used() - from;
        back[n] = verifying;
        from = used();
        write_bare(path);
        bare[n++] = used() - from;
    }
    printf("%zu kpis %zu calls %.4f %.4f %.4f\n",
           kpi_dataset_counts(d, plan, &options).kpis, record.count,
           median(ours, n), median(back, n), median(bare, n));
    (void)unlink(path);
    close(file);
}

int main(int argc, char **argv)
{
    kpi_plan *plan = NULL;
    kpi_source text;
    kpi_error err;
    inputs in = { .most = SIZE_MAX };
    kpi_dataset *d;

    must(argc > 2, "usage: writer PLAN FILE|FOLDER... [-n FIRST_FILES]");
    text = read_source(argv[1]);
    must(kpi_plan_read(&plan, &text, &err) == KPI_OK, argv[1]);
    free((void *)(uintptr_t)text.bytes);
    in.plan = plan;
    if (argc > 4 && strcmp(argv[argc - 2], "-n") == 0) {
        in.most = (size_t)atoi(argv[argc - 1]);
        argc -= 2;
    }
    for (int i = 2; i < argc; i++)
        read_input(&in, argv[i]);
    d = consolidate(&in);
    measure(d, plan);
    kpi_dataset_free(d);
    kpi_plan_free(plan);
    return 0;
}
