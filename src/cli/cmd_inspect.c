/*
 * kpibook inspect [-p PLAN] FILE...
 *
 * How each file was understood: sheets, tables, the role of each column
 * with the words that decided it, confidence, and what was ignored and why.
 */
#include <stdlib.h>

#include "cli/inputs.h"

static int inspect(const cli *c, const input *in, kpi_format format)
{
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    int code = CLI_DONE;

    if (!input_load(&source, &err, c, in))
        return input_cannot_read(c, in, &err);
    if (kpi_inspect(&source, c->plan, &c->limits, c->language, format,
                    cli_write, stdout, &err) != KPI_OK)
        code = input_cannot_read(c, in, &err);
    free((void *)(uintptr_t)source.bytes);
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
