/*
 * test_memory_bound.c - memory grows with the records, and by how much
 *
 * Allocations are counted, not pages or seconds, and what a few files need
 * is taken from what many need: what is left is the cost of a KPI more. An
 * official workbook of 100,000 KPIs is to be made in 250 MiB, 2,600 bytes
 * for each. Here each has a project of its own, which takes a little more.
 */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "support/failing_memory.h"

#include "support/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "kpibook.h"
#include "output/summary.h"
#include "support/sheet_text.h"

enum {
    KPIS = 24,              /* a file */
    FEW = 40, MANY = 240,   /* files */
    HELD_BYTES = 1950,      /* by the dataset */
    BUILDING_BYTES = 2650,  /* at most while files become one dataset */
    WRITING_BYTES = 2400    /* at most while the workbook is written */
};

#define PLAN                                                                \
    "title: 総合戦略\nreported_year: H28\nlanguage: ja\n"                   \
    "scheme: 120-100-70\n"

/* A table of KPIs, each of a project of its own, as a department has it. */
static void put_file(buf *out, unsigned index)
{
    buf_clear(out);
    buf_string(out, "事業名 | 担当局 | KPI | 単位 | 基準値（平成26年度） | "
                    "目標値（平成31年度） | 平成27年度実績 | 平成28年度実績\n");
    for (unsigned i = 0; i < KPIS; i++)
        buf_printf(out, "地域子育て支援事業%u | 第%u局 | 利用者数 | 人 | "
                   "%u | %u | %u | %u\n", index * KPIS + i, index,
                   100 + i, 600 + index % 90, 210 + i * 3,
                   320 + index % 70 + i * 5);
}

static kpi_dataset *read_file(kpi_reader *reader, unsigned index)
{
    kpi_dataset *part = NULL;
    char name[32];
    kpi_source from;
    package p;
    buf sheet;

    snprintf(name, sizeof(name), "%04u.xlsx", index);
    buf_init(&sheet);
    put_file(&sheet, index);
    package_init(&p);
    sheet_text_package(&p, buf_cstr(&sheet));
    from = package_source(&p);
    from.name = name;
    assert_int_equal(kpi_reader_read(&part, reader, &from, NULL, NULL),
                     KPI_OK);
    package_free(&p);
    buf_free(&sheet);
    return part;
}

static kpi_dataset *build(const kpi_plan *by, unsigned files)
{
    static kpi_dataset *parts[MANY];
    kpi_options options = { .as_of = "2017-06-30", .give_parts = true };
    kpi_dataset *all = NULL;
    kpi_reader *reader = NULL;

    assert_int_equal(kpi_reader_new(&reader, by, NULL), KPI_OK);
    for (unsigned i = 0; i < files; i++)
        parts[i] = read_file(reader, i);
    kpi_reader_free(reader);
    assert_int_equal(kpi_consolidate(&all, parts, files, by, &options, NULL),
                     KPI_OK);
    for (unsigned i = 0; i < files; i++)
        kpi_dataset_free(parts[i]);
    assert_int_equal(kpi_dataset_counts(all, by, &options).kpis,
                     files * KPIS);
    return all;
}

static void write_in_order(const kpi_dataset *all, const kpi_plan *by)
{
    summary_options options = { .created = "2017-06-30T00:00:00Z",
                                .as_of = "2017-06-30", .in_order_rows = 1 };
    const char *base = getenv("TMPDIR");
    char path[64];
    int file;

    snprintf(path, sizeof(path), "%.40s/kpibook-XXXXXX",
             base ? base : "/tmp");
    file = mkstemp(path);
    assert_true(file >= 0);
    close(file);
    assert_int_equal(summary_write(path, all, by, &options, NULL), KPI_OK);
    assert_int_equal(remove(path), 0);
}

typedef struct bytes {
    ptrdiff_t held, building, writing;
} bytes;

static bytes cost_of(unsigned files)
{
    kpi_source yaml = { "plan.yaml", PLAN, sizeof(PLAN) - 1 };
    kpi_plan *by = NULL;
    kpi_dataset *all;
    bytes c;

    assert_int_equal(kpi_plan_read(&by, &yaml, NULL), KPI_OK);
    memory_begin(0, false);
    all = build(by, files);
    c.held = memory.bytes;
    c.building = memory.most;
    memory.most = memory.bytes;
    write_in_order(all, by);
    c.writing = memory.most;
    kpi_dataset_free(all);
    memory_end();
    kpi_plan_free(by);
    return c;
}

static ptrdiff_t each(ptrdiff_t many, ptrdiff_t few)
{
    return (many - few) / (KPIS * (MANY - FEW));
}

static void a_kpi_more_takes_no_more_than_its_share(void **state)
{
    bytes few, many;

    (void)state;
    (void)cost_of(1); /* what is kept for good is there now */
    few = cost_of(FEW);
    many = cost_of(MANY);
    print_message("bytes a KPI: %d held, %d building, %d writing\n",
                  (int)each(many.held, few.held),
                  (int)each(many.building, few.building),
                  (int)each(many.writing, few.writing));
    assert_true(each(many.held, few.held) <= HELD_BYTES);
    assert_true(each(many.building, few.building) <= BUILDING_BYTES);
    assert_true(each(many.writing, few.writing) <= WRITING_BYTES);
}

int main(void)
{
    struct CMUnitTest tests[1];
    size_t n = 0;

    memory_init();
    TEST_ONE(tests, n, a_kpi_more_takes_no_more_than_its_share);
    return run_tests("memory_bound", tests, n);
}
