/*
 * test_memory_validate.c - every allocation of a whole validate fails once
 *
 * From a workbook to its findings, as JSON. The plan was read before:
 * libfyaml itself does not release everything when it gets no memory.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "support/each_fails.h"

#include <stdio.h>

#include "support/sheet_text.h"

#define PLAN                                                                \
    "municipality: 北九州市\nreported_year: H28\nlanguage: ja\n"            \
    "departments:\n  - name: 総務局\n    aliases: [総務局総務部]\n"        \
    "  - 港湾空港局\n"

static const char submitted[] =
    "総務局\n"
    "事業名 | 指標 | 目標値 | H28実績\n"
    "A事業 | 来場者数(人) | H31:1000人 | 0.9{0%}\n"
    "^ | 売上 | < | 8.5\n"
    "B事業 | 件数 | 12 | {f}\n"
    "B事業 | 件数 | 一件 | #DIV/0!\n";

static bool write_to(void *context, const void *bytes, size_t size)
{
    buf_add(context, bytes, size);
    return buf_ok(context);
}

typedef struct job {
    kpi_plan *by;
    kpi_source from;
} job;

static void run_validate(outcome *o, const void *what)
{
    const job *j = what;
    kpi_options options = { .as_of = "2017-04-01" };
    kpi_findings_style style = { .format = KPI_FORMAT_JSON };
    kpi_dataset *part = NULL, *all = NULL;

    o->status = kpi_read(&part, &j->from, j->by, NULL, &o->err);
    if (o->status == KPI_OK)
        o->status = kpi_consolidate(&all, &part, 1, j->by, &options, &o->err);
    if (o->status == KPI_OK)
        o->status = kpi_findings(all, j->by, &options, &style, write_to,
                                 &o->shown, &o->err);
    if (o->status == KPI_E_OUTPUT && !buf_ok(&o->shown))
        o->status = o->err.status = KPI_E_NOMEM;
    kpi_dataset_free(all);
    kpi_dataset_free(part);
}

static void validates(kpi_source *yaml, const kpi_source *from)
{
    kpi_error err = { .status = KPI_OK };
    job j = { NULL, *from };

    assert_int_equal(kpi_plan_read(&j.by, yaml, &err), KPI_OK);
    each_fails_once(run_validate, &j, KPI_OK);
    kpi_plan_free(j.by);
}

static void validates_or_runs_out(void **state)
{
    kpi_source yaml = { "plan.yaml", PLAN, strlen(PLAN) }, from;
    package p;

    (void)state;
    package_init(&p);
    sheet_text_package(&p, submitted);
    from = package_source(&p);
    validates(&yaml, &from);
    package_free(&p);
}

static const struct sample_case {
    const char *label, *plan, *book;
} samples[] = {
    { "validates a grant form or runs out", "samples/fukuoka/plan.yaml",
      "samples/fukuoka/①.xlsx" },
    { "validates a table of projects or runs out",
      "samples/kitakyushu/plan.yaml",
      "samples/kitakyushu/広報室.xlsx" },
};

static kpi_source read_file(buf *bytes, const char *name)
{
    FILE *file = fopen(name, "rb");
    char some[4096];
    size_t got;

    assert_non_null(file);
    buf_init(bytes);
    while ((got = fread(some, 1, sizeof(some), file)) != 0)
        buf_add(bytes, some, got);
    (void)fclose(file);
    return (kpi_source){ name, bytes->bytes, bytes->length };
}

static void validates_a_sample(void **state)
{
    const struct sample_case *c = *state;
    buf plan_bytes, book_bytes;
    kpi_source yaml = read_file(&plan_bytes, c->plan);
    kpi_source from = read_file(&book_bytes, c->book);

    validates(&yaml, &from);
    buf_free(&plan_bytes);
    buf_free(&book_bytes);
}

int main(void)
{
    struct CMUnitTest tests[8];
    size_t n = 0;

    memory_init();
    TEST_ONE(tests, n, validates_or_runs_out);
    TEST_ROWS(tests, n, validates_a_sample, samples);
    return run_tests("memory_validate", tests, n);
}
