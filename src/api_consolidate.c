/*
 * api_consolidate.c - parts become one dataset: nothing but wiring
 */
#include "api_parts.h"
#include "check/check.h"
#include "kpi/achievement.h"
#include "kpi/consolidate.h"

static bool is_accepted(const dataset *d, const plan *p, const char *as_of)
{
    for (size_t i = 0; i < d->source_count; i++) {
        if (check_count_source(d, i, p, as_of).errors > 0)
            return false;
    }
    return true;
}

/* A rejected part's findings stay, its records do not. */
static bool is_left_out(const dataset *part, const plan *p,
                        const kpi_options *options)
{
    return options->only_accepted && !is_accepted(part, p, api_day(options));
}

static kpi_status keep_view(const dataset **part, dataset **views,
                            kpi_error *err)
{
    dataset *view = dataset_without_projects(*part);

    if (view == NULL)
        return kpi_fail_nomem(err);
    view->next = *views;
    *part = *views = view;
    return KPI_OK;
}

static kpi_status merge_parts(dataset **out, kpi_dataset *const *parts,
                              size_t count, const plan *p,
                              const kpi_options *options, merge_notes *notes,
                              const workers *w, kpi_error *err)
{
    arena memory;
    const dataset **kept;
    dataset *views = NULL;
    size_t all = 0, n = 0;
    kpi_status status;

    for (size_t i = 0; i < count; i++)
        for (const dataset *d = parts[i]; d != NULL; d = d->next)
            all++;
    arena_init(&memory, 0);
    kept = arena_array(&memory, all, sizeof(*kept));
    status = kept == NULL ? kpi_fail_nomem(err) : KPI_OK;
    for (size_t i = 0; i < count; i++)
        for (const dataset *d = parts[i]; status == KPI_OK && d != NULL;
             d = d->next) {
            kept[n++] = d;
            if (is_left_out(d, p, options))
                status = keep_view(&kept[n - 1], &views, err);
        }
    if (status == KPI_OK)
        status = consolidate_by(out, kept, n, p, options->give_parts, notes,
                                w, err);
    dataset_free(views);
    arena_free(&memory);
    return status;
}

/* Findings stand in the order of the sheets that the projects stand on. */
static kpi_status sort_findings(dataset *d, kpi_error *err)
{
    arena memory;
    finding_sheet *order;
    size_t count = 0;

    arena_init(&memory, 0);
    order = arena_items(&memory, d->project_count, sizeof(*order));
    for (size_t i = 0; order != NULL && i < d->project_count; i++) {
        const project *p = &d->projects[i];

        if (count == 0 || order[count - 1].source != p->source ||
            order[count - 1].sheet != p->where.sheet)
            order[count++] = (finding_sheet){ p->source, p->where.sheet };
    }
    if (order != NULL)
        finding_sort(&d->findings, order, count);
    arena_free(&memory);
    return order == NULL || d->findings.failed ? kpi_fail_nomem(err) : KPI_OK;
}

static kpi_status merge_and_check(dataset **out, kpi_dataset *const *parts,
                                  size_t count, const plan *p,
                                  const kpi_options *options,
                                  merge_notes *notes, kpi_error *err)
{
    workers w = { options->run, options->run_context };
    kpi_status status = merge_parts(out, parts, count, p, options, notes, &w,
                                    err);

    if (status == KPI_OK)
        status = achievement_assess_by(*out, p, options->brief, &w, err);
    if (status == KPI_OK && options->previous != NULL)
        status = check_against_previous(*out, options->previous, p, err);
    if (status == KPI_OK)
        status = check_dataset_by(*out, p, notes, &w, err);
    return status == KPI_OK ? sort_findings(*out, err) : status;
}

kpi_status kpi_consolidate(kpi_dataset **out, kpi_dataset *const *parts,
                           size_t count, const kpi_plan *p,
                           const kpi_options *options, kpi_error *err)
{
    static const kpi_options none = { .as_of = NULL };
    kpi_status status;
    merge_notes notes;
    arena memory;

    *out = NULL;
    arena_init(&memory, 0);
    merge_notes_init(&notes, &memory);
    status = merge_and_check(out, parts, count, p,
                             options == NULL ? &none : options, &notes, err);
    arena_free(&memory);
    if (status != KPI_OK) {
        dataset_free(*out);
        *out = NULL;
    }
    return status;
}
