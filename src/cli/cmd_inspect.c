/*
 * kpibook inspect [-p PLAN] FILE...
 *
 * How each file was understood: sheets, tables, the role of each column
 * with the words that decided it, confidence, and what was ignored and why.
 */
#include <stdlib.h>

#include "cli/files.h"
#include "cli/inputs.h"

static int inspect(const cli *c, const input *in, kpi_format format)
{
    void *bytes = NULL;
    char reason[256];
    kpi_error err = { .status = KPI_OK };
    kpi_source source = { in->name, NULL, 0 };
    kpi_limits limits;
    int code = CLI_DONE;

    kpi_limits_default(&limits);
    if (file_read(&bytes, &source.size, in->path, limits.file_bytes,
                  reason) != FILE_READ) {
        cli_message(c, "%s: %s [file-unreadable]", in->name, reason);
        return CLI_FINDINGS;
    }
    source.bytes = bytes;
    if (kpi_inspect(&source, c->plan, &c->limits, c->language, format,
                    cli_write, stdout, &err) != KPI_OK)
        code = cli_fail(c, &err);
    free(bytes);
    return code;
}

int cmd_inspect(cli *c)
{
    kpi_format format = kpi_format_of(c->format == NULL ? "text" : c->format);
    input_list inputs;
    int worst = CLI_DONE, code;

    if (format != KPI_FORMAT_TEXT && format != KPI_FORMAT_JSON)
        return cli_misuse(c, "--format: '%s': text|json", c->format);
    code = inputs_collect(&inputs, c, c->inputs, c->input_count);
    if (code != CLI_DONE)
        return code;
    for (size_t i = 0; i < inputs.count && worst != CLI_OUTPUT; i++) {
        code = inspect(c, &inputs.items[i], format);
        if (code > worst)
            worst = code;
    }
    inputs_free(&inputs);
    return worst;
}
