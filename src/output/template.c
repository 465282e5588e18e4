/*
 * template.c - the submission workbook: sheets, properties, written and closed
 */
#include "output/summary_verify.h"
#include "output/template_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/calendar.h"

enum { YEAR_1980 = 315532800 };

/* libxlsxwriter prints when a file cannot be made: ask first. */
static kpi_status can_write(const char *path, kpi_error *err)
{
    FILE *f = fopen(path, "ab");

    if (f == NULL || fclose(f) != 0)
        return kpi_fail(err, KPI_E_OUTPUT, NULL, path,
                        "the template cannot be written");
    return KPI_OK;
}

static bool set_properties(template_book *t)
{
    int64_t created = YEAR_1980;
    lxw_doc_properties p = { .title = arena_strdup(&t->memory,
                                                   t->plan->title) };

    if (t->options->created == NULL ||
        !calendar_read_moment(&created, t->options->created))
        created = YEAR_1980;
    p.author = arena_strdup(&t->memory, t->plan->municipality);
    p.company = p.author;
    p.comments = arena_strdup(&t->memory, "kpibook " KPI_VERSION);
    p.created = (time_t)created;
    return p.title != NULL && p.author != NULL && p.comments != NULL &&
           workbook_set_properties(t->book, &p) == LXW_NO_ERROR;
}

static bool add_sheets(template_book *t)
{
    lxw_format *normal = STAILQ_FIRST(t->book->formats);

    /* The first format is Normal: its digits are the unit of widths. */
    if (normal != NULL) {
        format_set_font_name(normal, "Arial");
        format_set_font_size(normal, 10);
    }
    t->sheet_name = template_say(t, "KPI実績", "KPI");
    t->sheet = workbook_add_worksheet(t->book, t->sheet_name);
    t->guide = workbook_add_worksheet(t->book, template_say(t, "記入要領",
                                                            "Guide"));
    t->hidden = workbook_add_worksheet(t->book, "_kpibook");
    return t->sheet != NULL && t->guide != NULL && t->hidden != NULL;
}

static bool write_book(template_book *t)
{
    if (!set_properties(t) || !add_sheets(t))
        return false;
    /* the first format that is asked for stands in where all are used up */
    template_format(t, LOOK_LOCKED, ALIGN_TEXT, "");
    template_write_hidden(t);
    template_write_table(t);
    template_write_guide(t);
    worksheet_activate(t->sheet);
    return template_write_stamp(t) && !t->failed && !t->calc.failed;
}

static kpi_status open_book(template_book *t, const char *path,
                            kpi_error *err)
{
    lxw_workbook_options o = { .constant_memory = 0 };

    if (t->options->temporary != NULL) {
        o.tmpdir = arena_strdup(&t->memory, t->options->temporary);
        if (o.tmpdir == NULL)
            return kpi_fail_nomem(err);
    }
    t->book = workbook_new_opt(path, &o);
    return t->book == NULL ? kpi_fail_nomem(err) : KPI_OK;
}

static kpi_status close_book(template_book *t, const char *path,
                             kpi_error *err)
{
    lxw_error closed;

    if (!write_book(t) || !summary_room()) {
        lxw_workbook_free(t->book);
        return kpi_fail_nomem(err);
    }
    closed = workbook_close(t->book);
    return closed == LXW_NO_ERROR
        ? summary_verify(path, err)
        : kpi_fail(err, KPI_E_OUTPUT, NULL, path, "%s",
                   lxw_strerror(closed));
}

kpi_status template_write(const char *path, template_counts *counts,
                          const dataset *from, const plan *p,
                          const plan_department *department,
                          const template_options *options, kpi_error *err)
{
    template_book *t;
    kpi_status status;

    if (p->reported_year == 0)
        return kpi_fail(err, KPI_E_PLAN, NULL, p->file,
                        "a template needs reported_year in the plan");
    t = calloc(1, sizeof(*t));
    if (t == NULL)
        return kpi_fail_nomem(err);
    t->plan = p;
    t->department = department;
    t->options = options;
    t->year = p->reported_year;
    t->english = p->language == LANGUAGE_EN;
    arena_init(&t->memory, 0);
    t->calc.memory = &t->memory;
    status = template_prepare(t, from, err);
    if (status == KPI_OK)
        status = can_write(path, err);
    if (status == KPI_OK)
        status = open_book(t, path, err);
    if (status == KPI_OK)
        status = close_book(t, path, err);
    if (counts != NULL)
        *counts = (template_counts){ t->projects, t->kpis, t->blank };
    dataset_free(t->data);
    arena_free(&t->memory);
    free(t);
    return status;
}

void template_file_name(buf *out, const plan_department *department)
{
    static const char bad[] = "/\\:*?\"<>|";

    for (const char *c = department->name; *c != '\0'; c++)
        buf_char(out, (unsigned char)*c < 0x20 || strchr(bad, *c) != NULL
                          ? '_' : *c);
    buf_string(out, ".xlsx");
}
