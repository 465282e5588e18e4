/*
 * kpibook rules [--format text|json]
 *
 * The rule catalogue: id, severity, message and hint.
 */
#include "cli/cli.h"

int cmd_rules(cli *c)
{
    kpi_format format = kpi_format_of(c->format == NULL ? "text" : c->format);
    kpi_error err = { .status = KPI_OK };

    if (format != KPI_FORMAT_TEXT && format != KPI_FORMAT_JSON)
        return cli_misuse(c, "--format: '%s': text|json", c->format);
    if (c->input_count > 0)
        return cli_misuse(c, "%s: kpibook explain %s",
                          cli_say(c, "1つの規則は", "for one rule use"),
                          c->inputs[0]);
    if (kpi_rules(NULL, c->language, format, cli_write, stdout, &err) !=
        KPI_OK)
        return cli_fail(c, &err);
    return CLI_DONE;
}
