/*
 * kpibook consolidate -p PLAN FILE|DIR... -o SUMMARY.xlsx
 *
 * Reads, checks, assesses and merges all files and writes the official
 * workbook. The grades per goal and the counts go to stdout, errors to
 * stderr (with -v warnings and notices too, and counts of each measure; with
 * -f json these counts as JSON). Exit 1 when a file has an
 * error; the workbook is written all the same.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/batch.h"
#include "cli/dates.h"
#include "cli/files.h"
#include "cli/progress.h"
#include "cli/reports.h"

static void show_progress(void *bar, size_t done, size_t all)
{
    progress_show(bar, done, all);
}

static int write_summary(const cli *c, const kpi_dataset *dataset,
                         kpi_options *options, output_file *output)
{
    kpi_error err = { .status = KPI_OK };
    progress bar;
    int64_t created = cli_output_time(dataset);
    const char *scratch = getenv("TMPDIR");
    bool open_profile = c->profile != NULL && strcmp(c->profile, "open") == 0;
    kpi_status status;

    progress_start(&bar, c);
    options->progress = show_progress;
    options->progress_context = &bar;
    options->sources = c->sources;
    status = open_profile
        ? kpi_summary_open(output->temporary, dataset, c->plan, options,
                           created, scratch, cli_write, stdout, &err)
        : kpi_summary(output->temporary, dataset, c->plan, options, created,
                      scratch, false, &err);
    progress_end(&bar);
    options->progress = NULL;
    return status == KPI_OK ? output_commit(output, c) : cli_fail(c, &err);
}

static int put_report(const cli *c, const kpi_dataset *dataset,
                      const kpi_options *options, const kpi_counts *counts)
{
    kpi_error err = { .status = KPI_OK };

    if (c->quiet)
        return CLI_DONE;
    if (c->format != NULL && kpi_format_of(c->format) == KPI_FORMAT_JSON)
        return kpi_rollup(dataset, c->plan, options, KPI_FORMAT_JSON,
                          cli_write, stdout, &err) == KPI_OK
            ? CLI_DONE : cli_fail(c, &err);
    if (c->verbose && kpi_rollup(dataset, c->plan, options, KPI_FORMAT_TEXT,
                                 cli_write, stdout, &err) != KPI_OK)
        return cli_fail(c, &err);
    if (kpi_totals(dataset, c->plan, options, cli_write, stdout, &err) !=
        KPI_OK)
        return cli_fail(c, &err);
    cli_put_counts(c, counts, stdout);
    printf("%s %s\n", cli_say(c, "公式集計表:", "workbook:"), c->output);
    return CLI_DONE;
}

/* The options of a consolidation count as of its output's date. */
static int output_day(char out[KPI_DAY_SIZE], const cli *c,
                      const kpi_dataset *dataset)
{
    if (c->as_of != NULL || kpi_day_valid(kpi_plan_as_of(c->plan)))
        return cli_as_of(out, c);
    kpi_day_text(out, cli_output_time(dataset), kpi_plan_zone_minutes(c->plan));
    return CLI_DONE;
}

static int consolidate_into(const cli *c, output_file *output)
{
    kpi_dataset *dataset = NULL, *previous = NULL;
    char as_of[KPI_DAY_SIZE] = "";
    kpi_options options = cli_options(c, as_of);
    kpi_counts counts;
    int code = batch_consolidate(&dataset, &previous, c, &options);

    options.previous = previous;
    if (code == CLI_DONE)
        code = output_day(as_of, c, dataset);
    if (code == CLI_DONE)
        code = write_summary(c, dataset, &options, output);
    if (code == CLI_DONE)
        code = cli_put_errors(c, dataset, &options);
    if (code == CLI_DONE) {
        counts = kpi_dataset_counts(dataset, c->plan, &options);
        code = put_report(c, dataset, &options, &counts);
        if (code == CLI_DONE)
            code = cli_verdict(&counts);
    }
    kpi_dataset_free(dataset);
    kpi_dataset_free(previous);
    return code;
}

int cmd_consolidate(cli *c)
{
    output_file output;
    char as_of[KPI_DAY_SIZE];
    int code = cli_as_of(as_of, c);

    if (code != CLI_DONE)
        return code;
    if (c->output == NULL || strcmp(c->output, "-") == 0)
        return cli_misuse(c, "%s", cli_say(c, "-o で出力先を指定する",
                                           "needs -o SUMMARY.xlsx"));
    code = output_open_path(&output, c, c->output);
    if (code != CLI_DONE)
        return code;
    code = consolidate_into(c, &output);
    output_discard(&output);
    return code;
}
