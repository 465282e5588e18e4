/*
 * kpibook validate [-p PLAN] FILE|DIR...
 *
 * All findings of all files on stdout, as text, JSON or HTML; exit 1 when
 * any is an error. With -q no notices and no hints.
 */
#include <stdlib.h>
#include <string.h>

#include "cli/annotating.h"
#include "cli/batch.h"
#include "cli/dates.h"
#include "cli/files.h"
#include "cli/reports.h"

static int put_text(const cli *c, const kpi_dataset *dataset,
                    const kpi_options *options, const kpi_counts *counts)
{
    int code = cli_put_findings(c, dataset, options,
                                c->quiet ? KPI_WARNING : KPI_NOTICE, stdout);

    if (code == CLI_DONE && !c->quiet)
        cli_put_counts(c, counts, stdout);
    return code;
}

static int write_mail(const cli *c, const kpi_dataset *dataset,
                      const kpi_options *options, const char *department)
{
    kpi_error err = { .status = KPI_OK };
    char *path = folder_path(c->mail, department, ".txt");
    output_file output;
    int code;

    if (path == NULL) {
        err.status = KPI_E_NOMEM;
        return cli_fail(c, &err);
    }
    code = output_open(&output, c, path);
    if (code == CLI_DONE) {
        if (kpi_mail(dataset, c->plan, options, department, cli_write,
                     output.stream, &err) != KPI_OK)
            code = cli_fail(c, &err);
        else
            code = output_commit(&output, c);
        output_discard(&output);
    }
    free(path);
    return code;
}

/* One for each department that has sent something. */
static int write_mails(const cli *c, const kpi_dataset *dataset,
                       const kpi_options *options)
{
    kpi_source_info source, earlier;
    int code = c->mail == NULL ? CLI_DONE : folder_make(c, c->mail);

    for (size_t i = 0; c->mail != NULL && code == CLI_DONE &&
         kpi_dataset_source(&source, dataset, i); i++) {
        bool seen = source.department[0] == '\0';

        for (size_t k = 0; k < i && !seen; k++)
            seen = kpi_dataset_source(&earlier, dataset, k) &&
                   strcmp(earlier.department, source.department) == 0;
        if (!seen)
            code = write_mail(c, dataset, options, source.department);
    }
    return code;
}

static bool is_workbook_input(const input *in)
{
    kpi_format format = kpi_format_of(in->path);

    return format == KPI_FORMAT_XLSX || format == KPI_FORMAT_NONE;
}

/* Copies under the inputs' shown names; what cannot be read has been said. */
static int write_copies(const cli *c, const kpi_options *options)
{
    input_list inputs;
    int code = c->annotate == NULL ? CLI_DONE : folder_make(c, c->annotate);

    if (code != CLI_DONE || c->annotate == NULL)
        return code;
    code = inputs_collect(&inputs, c, c->inputs, c->input_count);
    for (size_t i = 0; code == CLI_DONE && i < inputs.count; i++) {
        char *path = folder_path(c->annotate, inputs.items[i].name, "");
        cli silent = *c;

        silent.quiet = true;
        if (path == NULL) {
            code = CLI_OUTPUT;
        } else if (is_workbook_input(&inputs.items[i])) {
            code = annotate_input(&silent, &inputs.items[i], options, path);
            if (code == CLI_FINDINGS)
                code = CLI_DONE;
        }
        free(path);
    }
    inputs_free(&inputs);
    return code;
}

int cmd_validate(cli *c)
{
    kpi_format format = kpi_format_of(c->format == NULL ? "text" : c->format);
    kpi_findings_style style = { .format = format, .hints = true };
    kpi_error err = { .status = KPI_OK };
    kpi_dataset *dataset = NULL;
    kpi_options options;
    kpi_counts counts;
    char as_of[KPI_DAY_SIZE];
    int code = cli_as_of(as_of, c);

    if (code != CLI_DONE)
        return code;
    if (format != KPI_FORMAT_TEXT && format != KPI_FORMAT_JSON &&
        format != KPI_FORMAT_HTML)
        return cli_misuse(c, "--format: '%s': text|json|html", c->format);
    options = cli_options(c, as_of);
    options.brief = true;
    code = batch_consolidate(&dataset, NULL, c, &options);
    options.brief = false;
    if (code != CLI_DONE)
        return code;
    counts = kpi_dataset_counts(dataset, c->plan, &options);
    if (format == KPI_FORMAT_TEXT)
        code = put_text(c, dataset, &options, &counts);
    else if (kpi_findings(dataset, c->plan, &options, &style, cli_write,
                          stdout, &err) != KPI_OK)
        code = cli_fail(c, &err);
    if (code == CLI_DONE)
        code = write_mails(c, dataset, &options);
    if (code == CLI_DONE)
        code = write_copies(c, &options);
    kpi_dataset_free(dataset);
    return code == CLI_DONE ? cli_verdict(&counts) : code;
}
