/*
 * count_errors.c - the smallest use of the library: how many findings has a
 * workbook?
 *
 *     cc count_errors.c $(pkg-config --cflags --libs kpibook) -o count_errors
 *     ./count_errors 環境局.xlsx
 */
#include <kpibook.h>
#include <stdio.h>
#include <stdlib.h>

static void *read_file(const char *path, size_t *size)
{
    FILE *f = fopen(path, "rb");
    char *bytes = NULL;
    long length;

    *size = 0;
    if (f == NULL)
        return NULL;
    if (fseek(f, 0, SEEK_END) == 0 && (length = ftell(f)) >= 0) {
        rewind(f);
        bytes = malloc((size_t)length + 1);
        if (bytes != NULL)
            *size = fread(bytes, 1, (size_t)length, f);
    }
    fclose(f);
    return bytes;
}

int main(int argc, char **argv)
{
    kpi_error err = { KPI_OK };
    kpi_plan *plan = NULL;
    kpi_dataset *part = NULL, *whole = NULL;
    kpi_source source;
    kpi_counts counts;

    if (argc != 2)
        return 2;
    source.name = argv[1];
    source.bytes = read_file(argv[1], &source.size);
    if (source.bytes == NULL ||
        kpi_plan_none(&plan, &err) != KPI_OK ||
        kpi_read(&part, &source, plan, NULL, &err) != KPI_OK ||
        kpi_consolidate(&whole, &part, 1, plan, NULL, &err) != KPI_OK) {
        fprintf(stderr, "%s: %s\n", argv[1], err.message);
        return 3;
    }
    counts = kpi_dataset_counts(whole, plan, NULL);
    printf("%zu projects, %zu KPIs, %zu errors, %zu warnings\n",
           counts.projects, counts.kpis, counts.errors, counts.warnings);
    kpi_dataset_free(whole);
    kpi_dataset_free(part);
    kpi_plan_free(plan);
    free((void *)source.bytes);
    return counts.errors > 0;
}
