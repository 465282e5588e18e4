/*
 * kpibook export [-p PLAN] FILE|DIR... -o OUT
 *
 * Canonical data, by the output's ending or --to. To .jsonl each file is
 * written as a part of its own, unassessed: a pure function of the file. To
 * .xlsx it is flat tables, as they are published, that read back.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/batch.h"
#include "cli/dates.h"
#include "cli/files.h"
#include "cli/reports.h"

static kpi_format export_format(const cli *c)
{
    kpi_format format = kpi_format_of(c->to != NULL ? c->to : c->output);

    if (format == KPI_FORMAT_CSV && c->encoding != NULL &&
        strcmp(c->encoding, "cp932") == 0)
        return KPI_FORMAT_CSV_CP932;
    return format;
}

static int export_parts(const cli *c, FILE *out, kpi_options *options)
{
    batch b = { { NULL, 0, 0 }, NULL, NULL };
    kpi_error err = { .status = KPI_OK };
    int code = batch_read(&b, c, c->inputs, c->input_count);
    int verdict = CLI_DONE;

    for (size_t i = 0; code == CLI_DONE && i < b.inputs.count; i++) {
        kpi_counts counts = kpi_dataset_counts(b.parts[i], c->plan, options);

        if (cli_verdict(&counts) != CLI_DONE)
            verdict = CLI_FINDINGS;
        code = cli_put_errors(c, b.parts[i], options);
        if (code != CLI_DONE)
            break;
        if (kpi_export(b.parts[i], c->plan, KPI_FORMAT_JSONL, cli_write, out,
                       &err) != KPI_OK)
            code = cli_fail(c, &err);
    }
    batch_free(&b);
    return code == CLI_DONE ? verdict : code;
}

static int put_format(const cli *c, const kpi_dataset *dataset,
                      const output_file *output, kpi_format format,
                      const kpi_options *options)
{
    kpi_error err = { .status = KPI_OK };
    kpi_status status = format == KPI_FORMAT_XLSX
        ? kpi_export_book(output->temporary, dataset, c->plan, options,
                          cli_output_time(dataset), getenv("TMPDIR"), &err)
        : kpi_export(dataset, c->plan, format, cli_write, output->stream,
                     &err);

    return status == KPI_OK ? CLI_DONE : cli_fail(c, &err);
}

static int export_dataset(const cli *c, const output_file *output,
                          kpi_format format, kpi_options *options)
{
    kpi_dataset *dataset = NULL;
    kpi_counts counts;
    int code = batch_consolidate(&dataset, NULL, c, options);

    if (code == CLI_DONE)
        code = cli_put_errors(c, dataset, options);
    if (code == CLI_DONE)
        code = put_format(c, dataset, output, format, options);
    if (code == CLI_DONE) {
        counts = kpi_dataset_counts(dataset, c->plan, options);
        code = cli_verdict(&counts);
    }
    kpi_dataset_free(dataset);
    return code;
}

static int put_schema(const cli *c)
{
    kpi_error err = { .status = KPI_OK };
    kpi_format format = strcmp(c->schema, "sql") == 0 ? KPI_FORMAT_SQLITE
                                                      : KPI_FORMAT_JSON;

    if (kpi_export_schema(format, cli_write, stdout, &err) != KPI_OK)
        return cli_fail(c, &err);
    return CLI_DONE;
}

int cmd_export(cli *c)
{
    kpi_format format = export_format(c);
    output_file output;
    kpi_options options;
    char as_of[KPI_DAY_SIZE];
    int code = cli_as_of(as_of, c), committed;

    if (code != CLI_DONE)
        return code;
    if (c->schema != NULL)
        return put_schema(c);
    if (c->output == NULL && c->to != NULL)
        c->output = "-";
    if (c->output == NULL || format == KPI_FORMAT_NONE ||
        format == KPI_FORMAT_TEXT || format == KPI_FORMAT_HTML)
        return cli_misuse(c, "%s: .json .jsonl .csv .sqlite .xlsx",
                          cli_say(c, "-o か --to で形式を指定する",
                                  "name a format with -o or --to"));
    options = cli_options(c, as_of);
    if (format == KPI_FORMAT_XLSX && strcmp(c->output, "-") == 0)
        return cli_misuse(c, "%s", cli_say(c, "xlsxは -o にファイルを指定する",
                                           "xlsx needs a file for -o"));
    code = format == KPI_FORMAT_XLSX ? output_open_path(&output, c, c->output)
                                     : output_open(&output, c, c->output);
    if (code != CLI_DONE)
        return code;
    code = format == KPI_FORMAT_JSONL
        ? export_parts(c, output.stream, &options)
        : export_dataset(c, &output, format, &options);
    if (code == CLI_DONE || code == CLI_FINDINGS) {
        committed = output_commit(&output, c);
        code = committed != CLI_DONE ? committed : code;
    }
    output_discard(&output);
    return code;
}
