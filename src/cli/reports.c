#include "cli/reports.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

kpi_options cli_options(const cli *c, const char *as_of)
{
    kpi_options options = { .as_of = as_of, .language = c->language,
                            .only_accepted = c->only_accepted };

    if (c->grade == NULL)
        options.grade = KPI_GRADE_BY_PLAN;
    else if (strcmp(c->grade, "declared") == 0)
        options.grade = KPI_GRADE_DECLARED;
    else if (strcmp(c->grade, "computed") == 0)
        options.grade = KPI_GRADE_COMPUTED;
    else
        options.grade = KPI_GRADE_FINAL;
    return options;
}

/* Columns of a terminal; 0 when the stream is none. */
static size_t terminal_width(FILE *stream)
{
    struct winsize size;

    if (isatty(fileno(stream)) != 1 ||
        ioctl(fileno(stream), TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

int cli_put_findings(const cli *c, const kpi_dataset *dataset,
                     const kpi_options *options, kpi_severity least,
                     FILE *stream)
{
    kpi_findings_style style = { .format = KPI_FORMAT_TEXT,
                                 .color = cli_use_color(c, stream),
                                 .hints = !c->quiet, .least = least,
                                 .width = terminal_width(stream) };
    kpi_error err = { .status = KPI_OK };

    if (kpi_findings(dataset, c->plan, options, &style, cli_write, stream,
                     &err) != KPI_OK)
        return cli_fail(c, &err);
    return CLI_DONE;
}

int cli_put_errors(const cli *c, const kpi_dataset *dataset,
                   const kpi_options *options)
{
    return cli_put_findings(c, dataset, options,
                            c->verbose ? KPI_NOTICE : KPI_ERROR, stderr);
}

void cli_put_counts(const cli *c, const kpi_counts *counts, FILE *stream)
{
    if (c->language == KPI_JAPANESE)
        fprintf(stream, "ファイル %zu、事業 %zu、KPI %zu。"
                "エラー %zu、警告 %zu、注意 %zu。\n",
                counts->files, counts->projects, counts->kpis,
                counts->errors, counts->warnings, counts->notices);
    else
        fprintf(stream, "files %zu, projects %zu, KPIs %zu; errors %zu, "
                "warnings %zu, notices %zu\n",
                counts->files, counts->projects, counts->kpis,
                counts->errors, counts->warnings, counts->notices);
}

int cli_verdict(const kpi_counts *counts)
{
    return counts->errors > 0 ? CLI_FINDINGS : CLI_DONE;
}
