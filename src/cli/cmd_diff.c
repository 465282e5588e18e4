/*
 * kpibook diff [-p PLAN] OLD NEW [-o CHANGES.xlsx]
 *
 * What changed between two submissions, years or datasets, both values with
 * their cells, and what it does to rates and grades. Differences are no
 * errors: exit 0; an unreadable input is one.
 */
#include "cli/batch.h"
#include "cli/dates.h"
#include "cli/files.h"
#include "cli/reports.h"

static int write_book(const cli *c, kpi_dataset *old, kpi_dataset *now)
{
    kpi_error err = { .status = KPI_OK };
    output_file output;
    int code = output_open_path(&output, c, c->output);

    if (code != CLI_DONE)
        return code;
    if (kpi_diff_book(output.temporary, old, now, c->plan,
                      cli_output_time(now), &err) != KPI_OK)
        code = cli_fail(c, &err);
    else
        code = output_commit(&output, c);
    output_discard(&output);
    return code;
}

static int put_diff(const cli *c, kpi_dataset *old, kpi_dataset *now,
                    const kpi_options *options, kpi_format format)
{
    kpi_diff_style style = { .format = format,
                             .color = cli_use_color(c, stdout),
                             .minor = c->verbose };
    kpi_error err = { .status = KPI_OK };

    if (kpi_diff(old, now, c->plan, options, &style, cli_write, stdout,
                 &err) != KPI_OK)
        return cli_fail(c, &err);
    return CLI_DONE;
}

int cmd_diff(cli *c)
{
    kpi_format format = kpi_format_of(c->format == NULL ? "text" : c->format);
    kpi_options options = cli_options(c, NULL);
    kpi_dataset *old = NULL, *now = NULL;
    kpi_counts before, after;
    int code;

    if (format != KPI_FORMAT_TEXT && format != KPI_FORMAT_JSON)
        return cli_misuse(c, "--format: '%s': text|json", c->format);
    if (c->input_count != 2)
        return cli_misuse(c, "%s", cli_say(c, "旧と新の2つを指定する",
                                           "needs OLD and NEW"));
    code = batch_consolidate_word(&old, c, c->inputs[0], &options);
    if (code == CLI_DONE)
        code = batch_consolidate_word(&now, c, c->inputs[1], &options);
    if (code == CLI_DONE) {
        before = kpi_dataset_counts(old, c->plan, &options);
        after = kpi_dataset_counts(now, c->plan, &options);
        code = c->output != NULL ? write_book(c, old, now)
                                 : put_diff(c, old, now, &options, format);
        if (code == CLI_DONE && before.unreadable + after.unreadable > 0)
            code = cli_put_errors(c, before.unreadable > 0 ? old : now,
                                  &options) == CLI_DONE ? CLI_FINDINGS
                                                        : CLI_OUTPUT;
    }
    kpi_dataset_free(old);
    kpi_dataset_free(now);
    return code;
}
