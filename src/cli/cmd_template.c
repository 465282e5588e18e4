/*
 * kpibook template -p PLAN [--from DATA|WORKBOOKS] -o DIR
 *
 * A submission workbook for each department of the roster, blank or
 * prefilled, with drop-downs, input checks and a rate that computes itself.
 */
#include <stdlib.h>

#include "cli/batch.h"
#include "cli/dates.h"
#include "cli/files.h"

enum { NAME_BYTES = 512 };

static int write_template(const cli *c, const kpi_dataset *from,
                          size_t department, const char *name,
                          int64_t created)
{
    char *path = folder_path(c->output, name, "");
    kpi_error err = { .status = KPI_OK };
    output_file output;
    size_t kpis = 0;
    int code;

    if (path == NULL) {
        err.status = KPI_E_NOMEM;
        return cli_fail(c, &err);
    }
    code = output_open_path(&output, c, path);
    if (code == CLI_DONE) {
        if (kpi_template(output.temporary, &kpis, from, c->plan, department,
                         created, getenv("TMPDIR"), &err) != KPI_OK)
            code = cli_fail(c, &err);
        else
            code = output_commit(&output, c);
        output_discard(&output);
    }
    if (code == CLI_DONE && !c->quiet)
        printf("%s (KPI %zu)\n", path, kpis);
    free(path);
    return code;
}

static int write_templates(const cli *c, const kpi_dataset *from)
{
    char name[NAME_BYTES];
    int64_t created = cli_output_time(from);
    int code = folder_make(c, c->output);

    for (size_t i = 0; code == CLI_DONE &&
         kpi_plan_department(c->plan, i) != NULL; i++) {
        if (!kpi_template_name(name, sizeof(name), c->plan, i)) {
            cli_message(c, "%s: %s", kpi_plan_department(c->plan, i),
                        cli_say(c, "名前が長すぎる", "the name is too long"));
            return CLI_OUTPUT;
        }
        code = write_template(c, from, i, name, created);
    }
    return code;
}

int cmd_template(cli *c)
{
    kpi_options options = { .language = c->language };
    kpi_dataset *from = NULL;
    int code = CLI_DONE;

    if (c->output == NULL || c->input_count > 0)
        return cli_misuse(c, "%s", cli_say(c, "-o でフォルダを指定する",
                                           "needs -o DIR (and --from DATA)"));
    if (kpi_plan_department(c->plan, 0) == NULL)
        return cli_misuse(c, "%s: %s", c->plan_file,
                          cli_say(c, "部局(departments)がない",
                                  "the plan has no departments"));
    if (c->from != NULL)
        code = batch_consolidate_word(&from, c, c->from, &options);
    if (code == CLI_DONE)
        code = write_templates(c, from);
    kpi_dataset_free(from);
    return code;
}
