/*
 * kpibook explain RULE
 * kpibook explain -p PLAN FILE|DIR... PROJECT
 * kpibook explain -p PLAN FILE|DIR... --whatif OTHER-PLAN | --set KEY=VALUE
 *
 * A rule: cause, fix, example. Or how the rates and the grade of a project
 * came about, with the cells of each number. Or which grades would change
 * under another plan, and why.
 */
#include "cli/batch.h"
#include "cli/dates.h"
#include "cli/reports.h"

static int explain_rule(const cli *c)
{
    kpi_error err = { .status = KPI_OK };

    if (kpi_rules(c->inputs[0], c->language, KPI_FORMAT_TEXT, cli_write,
                  stdout, &err) != KPI_OK)
        return cli_fail(c, &err);
    return CLI_DONE;
}

static int explain_project(cli *c)
{
    const char *project = c->inputs[c->input_count - 1];
    kpi_error err = { .status = KPI_OK };
    kpi_dataset *dataset = NULL;
    kpi_options options;
    char as_of[KPI_DAY_SIZE];
    int code = cli_as_of(as_of, c);

    if (code != CLI_DONE)
        return code;
    options = cli_options(c, as_of);
    c->input_count--;
    code = batch_consolidate(&dataset, NULL, c, &options);
    if (code == CLI_DONE &&
        kpi_explain(dataset, c->plan, &options, project, cli_write, stdout,
                    &err) != KPI_OK)
        code = cli_fail(c, &err);
    kpi_dataset_free(dataset);
    return code;
}

static int put_whatif(const cli *c, const kpi_plan *other)
{
    kpi_format format = kpi_format_of(c->format == NULL ? "text" : c->format);
    kpi_error err = { .status = KPI_OK };
    kpi_dataset *dataset = NULL;
    kpi_options options;
    char as_of[KPI_DAY_SIZE];
    int code = cli_as_of(as_of, c);

    if (code != CLI_DONE)
        return code;
    options = cli_options(c, as_of);
    code = batch_consolidate(&dataset, NULL, c, &options);
    if (code == CLI_DONE &&
        kpi_whatif(dataset, c->plan, other, &options, format, cli_write,
                   stdout, &err) != KPI_OK)
        code = cli_fail(c, &err);
    kpi_dataset_free(dataset);
    return code;
}

static int explain_whatif(const cli *c)
{
    kpi_plan *other = NULL;
    int code;

    if (c->plan_file == NULL)
        return cli_misuse(c, "%s", cli_say(c, "-p で計画を指定する",
                                           "needs a plan: -p PLAN"));
    code = cli_load_plan(&other, c,
                         c->whatif != NULL ? c->whatif : c->plan_file,
                         c->changes, c->change_count);
    if (code == CLI_DONE)
        code = put_whatif(c, other);
    kpi_plan_free(other);
    return code;
}

int cmd_explain(cli *c)
{
    if (c->whatif != NULL || c->change_count > 0)
        return explain_whatif(c);
    if (c->input_count == 0)
        return cli_misuse(c, "%s", cli_say(c, "規則か事業名を指定する",
                                           "name a rule or a project"));
    return c->input_count == 1 ? explain_rule(c) : explain_project(c);
}
