/*
 * kpibook validate [-p PLAN] FILE|DIR...
 *
 * All findings of all files on stdout, as text, JSON or HTML; exit 1 when
 * any is an error. With -q no notices and no hints.
 */
#include "cli/batch.h"
#include "cli/dates.h"
#include "cli/reports.h"

static int put_text(const cli *c, const kpi_dataset *dataset,
                    const kpi_options *options, const kpi_counts *counts)
{
    int code = cli_put_findings(c, dataset, options,
                                c->quiet ? KPI_WARNING : KPI_NOTICE, stdout);

    if (code == CLI_DONE && !c->quiet)
        cli_put_counts(c, counts, stdout);
    return code;
}

int cmd_validate(cli *c)
{
    kpi_format format = kpi_format_of(c->format == NULL ? "text" : c->format);
    kpi_findings_style style = { .format = format, .hints = true };
    kpi_error err = { .status = KPI_OK };
    kpi_dataset *dataset = NULL;
    kpi_options options;
    kpi_counts counts;
    char as_of[KPI_DAY_SIZE];
    int code = cli_as_of(as_of, c);

    if (code != CLI_DONE)
        return code;
    if (format != KPI_FORMAT_TEXT && format != KPI_FORMAT_JSON &&
        format != KPI_FORMAT_HTML)
        return cli_misuse(c, "--format: '%s': text|json|html", c->format);
    options = cli_options(c, as_of);
    code = batch_consolidate(&dataset, c, &options);
    if (code != CLI_DONE)
        return code;
    counts = kpi_dataset_counts(dataset, c->plan, &options);
    if (format == KPI_FORMAT_TEXT)
        code = put_text(c, dataset, &options, &counts);
    else if (kpi_findings(dataset, c->plan, &options, &style, cli_write,
                          stdout, &err) != KPI_OK)
        code = cli_fail(c, &err);
    kpi_dataset_free(dataset);
    return code == CLI_DONE ? cli_verdict(&counts) : code;
}
