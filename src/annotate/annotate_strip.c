/*
 * annotate_strip.c - an annotated copy without its marks
 */
#include "annotate/annotate.h"

#include "annotate/originals.h"
#include "annotate/strip_marks.h"

static kpi_status strip_structure(package_patch *p, const kpi_source *input,
                                  bool *found, kpi_error *err)
{
    kpi_status status;
    book *b;

    status = book_open(&b, input, NULL, err);
    if (status == KPI_OK)
        status = strip_marks(p, b, found, err);
    book_free(b);
    return status;
}

kpi_status annotate_strip(buf *out, const kpi_source *input,
                          bool *was_annotated, kpi_error *err)
{
    package_patch *p = NULL;
    opc *package = NULL;
    kpi_limits limits;
    kpi_status status;
    arena memory;

    *was_annotated = false;
    limits_complete(&limits, NULL);
    arena_init(&memory, 0);
    status = opc_open(&package, input, &limits, &memory, err);
    if (status == KPI_OK)
        status = package_patch_new(&p, package, input, err);
    if (status == KPI_OK)
        status = originals_restore(p, was_annotated, err);
    if (status == KPI_OK && !*was_annotated)
        status = strip_structure(p, input, was_annotated, err);
    if (status == KPI_OK && *was_annotated)
        status = package_patch_write(out, p, err);
    else if (status == KPI_OK)
        buf_add(out, input->bytes, input->size);
    if (status == KPI_OK && !buf_ok(out))
        status = kpi_fail_nomem(err);
    package_patch_free(p);
    opc_close(package);
    arena_free(&memory);
    return status;
}
