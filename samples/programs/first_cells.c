/*
 * first_cells.c - output through a callback: the first cells of a workbook
 *
 *     cc first_cells.c $(pkg-config --cflags --libs kpibook) -o first_cells
 *     ./first_cells 環境局.xlsx 10
 */
#include <kpibook.h>
#include <stdio.h>
#include <stdlib.h>

/* Counts lines down and stops the library when it has seen enough. */
static bool put_lines(void *context, const void *bytes, size_t size)
{
    long *left = context;
    const char *at = bytes;

    for (size_t i = 0; i < size && *left > 0; i++) {
        putchar(at[i]);
        *left -= at[i] == '\n';
    }
    return *left > 0;
}

int main(int argc, char **argv)
{
    static char bytes[1 << 24];
    kpi_error err = { KPI_OK };
    kpi_source source = { argc > 1 ? argv[1] : "", bytes, 0 };
    kpi_cells_options options = { NULL, false, false };
    long left = argc > 2 ? strtol(argv[2], NULL, 10) : 10;
    FILE *f = fopen(source.name, "rb");
    kpi_status status;

    if (f == NULL)
        return 2;
    source.size = fread(bytes, 1, sizeof(bytes), f);
    fclose(f);
    status = kpi_cells(&source, NULL, &options, put_lines, &left, &err);
    if (status != KPI_OK && left > 0) {
        fprintf(stderr, "%s: %s [%s]\n", source.name, err.message, err.rule);
        return 1;
    }
    return 0;
}
