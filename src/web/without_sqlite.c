/*
 * without_sqlite.c - the page's core has no SQLite: half its size for a
 * format that nobody opens in a browser. The command line reads and writes it.
 */
#include "store/store.h"

kpi_status store_write_sqlite(buf *out, const dataset *d, const plan *p,
                              kpi_error *err)
{
    (void)out;
    (void)d;
    (void)p;
    return kpi_fail(err, KPI_E_USAGE, NULL, NULL, "built without SQLite");
}

kpi_status store_read_sqlite(dataset **out, const kpi_source *source,
                             kpi_error *err)
{
    *out = NULL;
    return kpi_fail(err, KPI_E_INPUT, "file-not-xlsx", source->name,
                    "built without SQLite");
}
