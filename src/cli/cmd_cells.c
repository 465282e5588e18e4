/*
 * kpibook cells FILE... [--sheet NAME] [--summary]
 *
 * Every cell as read, as JSON Lines, in workbook order; with several files
 * each line names its file. Files that cannot be read are said on stderr.
 */
#include <stdlib.h>

#include "cli/heap.h"
#include "cli/inputs.h"

static int put_cells(const cli *c, const input *in,
                     const kpi_cells_options *options)
{
    kpi_error err = { .status = KPI_OK };
    kpi_source source;
    int code = CLI_DONE;

    if (!input_load(&source, &err, c, in))
        return input_cannot_read(c, in, &err);
    if (kpi_cells(&source, &c->limits, options, cli_write, stdout, &err) !=
        KPI_OK)
        code = input_cannot_read(c, in, &err);
    free((void *)(uintptr_t)source.bytes);
    return code;
}

int cmd_cells(cli *c)
{
    input_list inputs;
    kpi_cells_options options = { .sheet = c->sheet, .summary = c->summary };
    heap_room room = { 0, 0 };
    int worst = CLI_DONE;
    int code = inputs_collect(&inputs, c, c->inputs, c->input_count);

    if (code != CLI_DONE)
        return code;
    options.name_file = inputs.count > 1;
    c->limits.one_parser = c->no_fast_path ? 1 : 0;
    heap_keep_freed();
    for (size_t i = 0; i < inputs.count && worst != CLI_OUTPUT; i++) {
        heap_widen(&room);
        code = put_cells(c, &inputs.items[i], &options);
        if (code > worst)
            worst = code;
    }
    inputs_free(&inputs);
    return worst;
}
