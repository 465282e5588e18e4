/*
 * kpibook annotate [-p PLAN] FILE -o COPY.xlsx
 * kpibook annotate --strip FILE -o COPY.xlsx
 *
 * The clerk's own workbook with each finding as a comment on its cell and a
 * sheet 指摘一覧 in front; all else stays byte for byte. --strip takes the
 * marks away again.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/annotating.h"
#include "cli/dates.h"
#include "cli/files.h"
#include "cli/reports.h"

static int cannot_read(const cli *c, const input *in, const kpi_error *cause,
                       const kpi_options *options)
{
    kpi_dataset *part = NULL;
    kpi_error err = { .status = KPI_OK };
    int code;

    if (kpi_read_failed(&part, in->name, cause, &err) != KPI_OK)
        return cli_fail(c, &err);
    code = cli_put_errors(c, part, options);
    kpi_dataset_free(part);
    return code == CLI_DONE ? CLI_FINDINGS : code;
}

static int write_copy(const cli *c, const input *in, const kpi_source *source,
                      const kpi_options *options, const char *target)
{
    kpi_error err = { .status = KPI_OK };
    output_file output;
    kpi_status status;
    int code = output_open(&output, c, target);

    if (code != CLI_DONE)
        return code;
    status = c->strip
        ? kpi_annotate_strip(source, cli_write, output.stream, &err)
        : kpi_annotate(source, c->plan, &c->limits, options, cli_write,
                       output.stream, &err);
    if (status == KPI_OK)
        code = output_commit(&output, c);
    else if (status == KPI_E_INPUT || status == KPI_E_LIMIT)
        code = cannot_read(c, in, &err, options);
    else
        code = cli_fail(c, &err);
    output_discard(&output);
    return code;
}

int annotate_input(const cli *c, const input *in, const kpi_options *options,
                   const char *target)
{
    void *bytes = NULL;
    char reason[256];
    kpi_error cause;
    kpi_source source = { in->name, NULL, 0 };
    kpi_limits limits;
    int code;

    kpi_limits_default(&limits);
    if (c->limits.file_bytes != 0)
        limits.file_bytes = c->limits.file_bytes;
    switch (file_read(&bytes, &source.size, in->path, limits.file_bytes,
                      reason)) {
    case FILE_READ:
        source.bytes = bytes;
        code = write_copy(c, in, &source, options, target);
        free(bytes);
        return code;
    case FILE_TOO_LARGE:
        return cannot_read(c, in, cli_cause(&cause, "file-over-limit",
                                            "--limit-file-bytes"), options);
    case FILE_UNREADABLE:
        return cannot_read(c, in, cli_cause(&cause, "file-unreadable",
                                            reason), options);
    case FILE_NO_MEMORY:
        break;
    }
    cause = (kpi_error){ .status = KPI_E_NOMEM };
    return cli_fail(c, &cause);
}

int cmd_annotate(cli *c)
{
    kpi_options options;
    input_list inputs;
    char as_of[KPI_DAY_SIZE];
    int code = cli_as_of(as_of, c);

    if (code != CLI_DONE)
        return code;
    if (c->output == NULL || c->input_count != 1)
        return cli_misuse(c, "%s", cli_say(c, "1つのファイルと -o を指定する",
                                           "needs one FILE and -o COPY.xlsx"));
    options = cli_options(c, as_of);
    code = inputs_collect(&inputs, c, c->inputs, c->input_count);
    if (code != CLI_DONE)
        return code;
    code = inputs.count == 1
        ? annotate_input(c, &inputs.items[0], &options, c->output)
        : cli_misuse(c, "%s", cli_say(c, "フォルダには validate --annotate",
                                      "for a folder use validate "
                                      "--annotate DIR"));
    inputs_free(&inputs);
    return code;
}
