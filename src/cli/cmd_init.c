/*
 * kpibook init DIR -o PLAN
 *
 * A commented first plan, drafted from submissions: title, years, bureaus,
 * layouts, and the KPIs whose kind is unsure.
 */
#include "cli/batch.h"
#include "cli/files.h"
#include "cli/reports.h"

int cmd_init(cli *c)
{
    kpi_error err = { .status = KPI_OK };
    kpi_options options = cli_options(c, NULL);
    kpi_dataset *dataset = NULL;
    output_file output;
    int code;

    if (c->output == NULL)
        return cli_misuse(c, "%s", cli_say(c, "-o で出力先を指定する",
                                           "needs -o PLAN"));
    code = output_open(&output, c, c->output);
    if (code != CLI_DONE)
        return code;
    code = batch_consolidate(&dataset, NULL, c, &options);
    if (code == CLI_DONE &&
        kpi_plan_draft(dataset, cli_write, output.stream, &err) != KPI_OK)
        code = cli_fail(c, &err);
    if (code == CLI_DONE)
        code = output_commit(&output, c);
    output_discard(&output);
    kpi_dataset_free(dataset);
    return code;
}
