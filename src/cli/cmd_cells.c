/*
 * kpibook cells FILE... [--sheet NAME] [--summary]
 *
 * Every cell as read, as JSON Lines, in workbook order; with several files
 * each line names its file. Files that cannot be read are said on stderr.
 */
#include <stdlib.h>

#include "cli/files.h"
#include "cli/inputs.h"
#include "cli/reports.h"

static int cannot_read(const cli *c, const input *in, const kpi_error *cause)
{
    kpi_dataset *part = NULL;
    kpi_error err = { .status = KPI_OK };
    kpi_options options = cli_options(c, NULL);
    int code;

    if (kpi_read_failed(&part, in->name, cause, &err) != KPI_OK)
        return cli_fail(c, &err);
    fflush(stdout);
    code = cli_put_errors(c, part, &options);
    kpi_dataset_free(part);
    return code == CLI_DONE ? CLI_FINDINGS : code;
}

static int put_cells(const cli *c, const input *in,
                     const kpi_cells_options *options)
{
    void *bytes = NULL;
    char reason[256];
    kpi_error err = { .status = KPI_OK };
    kpi_source source = { in->name, NULL, 0 };
    kpi_limits limits;
    int code = CLI_DONE;

    kpi_limits_default(&limits);
    if (c->limits.file_bytes != 0)
        limits.file_bytes = c->limits.file_bytes;
    switch (file_read(&bytes, &source.size, in->path, limits.file_bytes,
                      reason)) {
    case FILE_READ:
        break;
    case FILE_TOO_LARGE:
        return cannot_read(c, in, cli_cause(&err, "file-over-limit",
                                            "--limit-file-bytes"));
    case FILE_UNREADABLE:
        return cannot_read(c, in, cli_cause(&err, "file-unreadable",
                                            reason));
    case FILE_NO_MEMORY:
        err.status = KPI_E_NOMEM;
        return cli_fail(c, &err);
    }
    source.bytes = bytes;
    if (kpi_cells(&source, &c->limits, options, cli_write, stdout, &err) !=
        KPI_OK)
        code = err.status == KPI_E_INPUT || err.status == KPI_E_LIMIT
            ? cannot_read(c, in, &err)
            : cli_fail(c, &err);
    free(bytes);
    return code;
}

int cmd_cells(cli *c)
{
    input_list inputs;
    kpi_cells_options options = { .sheet = c->sheet, .summary = c->summary };
    int worst = CLI_DONE;
    int code = inputs_collect(&inputs, c, c->inputs, c->input_count);

    if (code != CLI_DONE)
        return code;
    options.name_file = inputs.count > 1;
    for (size_t i = 0; i < inputs.count && worst != CLI_OUTPUT; i++) {
        code = put_cells(c, &inputs.items[i], &options);
        if (code > worst)
            worst = code;
    }
    inputs_free(&inputs);
    return worst;
}
