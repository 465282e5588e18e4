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
    else
        code = input_cannot_read(c, in, &err);
    output_discard(&output);
    return code;
}

int annotate_input(const cli *c, const input *in, const kpi_options *options,
                   const char *target)
{
    kpi_error cause;
    kpi_source source;
    int code;

    if (!input_load(&source, &cause, c, in))
        return input_cannot_read(c, in, &cause);
    code = write_copy(c, in, &source, options, target);
    free((void *)(uintptr_t)source.bytes);
    return code;
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
