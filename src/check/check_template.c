/*
 * check_template.c - is it the template that was sent, and left as it was?
 */
#include "check/check_parts.h"

#include <string.h>

#include "check/template_stamp.h"

/* An indicator of the file, in the order of its rows. */
typedef struct row {
    const project *project;
    const kpi *kpi;
} row;

typedef struct row_list {
    row *items;
    size_t count;
} row_list;

static bool make_rows(checker *c, row_list *out, size_t file)
{
    size_t count = 0;

    for (size_t i = 0; i < c->data->project_count; i++)
        count += c->data->projects[i].kpi_count;
    *out = (row_list){ arena_array(&c->work, count + 1, sizeof(*out->items)),
                       0 };
    if (out->items == NULL)
        return false;
    for (size_t i = 0; i < c->data->project_count; i++) {
        const project *p = &c->data->projects[i];

        for (size_t k = 0; p->source == file && k < p->kpi_count; k++)
            out->items[out->count++] = (row){ p, &p->kpis[k] };
    }
    return true;
}

static void report_file(checker *c, size_t file, const char *id,
                        const char *value, const char *arg0,
                        const char *arg1)
{
    finding_add(&c->data->findings, id, file, place_none(), value, arg0,
                arg1, NULL);
}

static void check_version(checker *c, size_t file,
                          const template_stamp *stamp)
{
    const plan *p = c->plan;
    char now[17];

    if (strcmp(stamp->version, template_version) != 0) {
        report_file(c, file, "template-version", stamp->version, "", "");
        return;
    }
    if (!p->given)
        return;
    if (stamp->fiscal_year != p->reported_year) {
        report_file(c, file, "template-version", stamp->version,
                    check_int(c, stamp->fiscal_year),
                    check_int(c, p->reported_year));
        return;
    }
    if (!template_plan_hash(now, p))
        c->failed = true;
    else if (strcmp(now, stamp->plan) != 0)
        report_file(c, file, "template-version", stamp->version, "", "");
}

static void check_department(checker *c, size_t file,
                             const template_stamp *stamp)
{
    const char *sender = c->data->sources[file].department;

    if (sender[0] == '\0' || stamp->department[0] == '\0' ||
        strcmp(check_key(c, sender), check_key(c, stamp->department)) == 0)
        return;
    report_file(c, file, "template-department", sender, stamp->department,
                sender);
}

/* Has the row what a row of the stamp had? */
static bool holds(checker *c, const row *r, const template_stamp *stamp,
                  size_t at)
{
    uint32_t hash = 0;

    if (!template_row_hash(&hash, r->project, r->kpi, stamp->rows[at].fields,
                           stamp->first_year))
        c->failed = true;
    return hash == stamp->rows[at].hash;
}

/* Rows that moved up or down when others were put in or taken out. */
static bool holds_nearby(checker *c, const row_list *rows, bool *used,
                         const template_stamp *stamp, size_t at)
{
    enum { NEAR = 50 };
    size_t from = at > NEAR ? at - NEAR : 0;

    for (size_t i = from; i < rows->count && i <= at + NEAR; i++)
        if (!used[i] && holds(c, &rows->items[i], stamp, at)) {
            used[i] = true;
            return true;
        }
    return false;
}

static void check_rows(checker *c, size_t file,
                       const template_stamp *stamp)
{
    bool *used, *found;
    size_t gone = 0;
    row_list rows;

    found = arena_array(&c->work, stamp->count + 1, sizeof(*found));
    if (!make_rows(c, &rows, file) || found == NULL) {
        c->failed = true;
        return;
    }
    used = arena_array(&c->work, rows.count + 1, sizeof(*used));
    if (used == NULL) {
        c->failed = true;
        return;
    }
    for (size_t i = 0; i < stamp->count && i < rows.count; i++)
        found[i] = used[i] = holds(c, &rows.items[i], stamp, i);
    for (size_t i = 0; i < stamp->count; i++)
        found[i] = found[i] || holds_nearby(c, &rows, used, stamp, i);
    for (size_t i = 0; i < stamp->count; i++) {
        if (found[i])
            continue;
        if (i < rows.count && !used[i]) {
            used[i] = true;
            check_report(c, rows.items[i].project, rows.items[i].kpi,
                         &(report){ "template-changed",
                                    rows.items[i].kpi->where,
                                    rows.items[i].kpi->name,
                                    { rows.items[i].kpi->name, "" } });
        } else {
            gone++;
        }
    }
    if (gone > 0)
        report_file(c, file, "template-changed", "", "",
                    check_int(c, (int)gone));
}

void check_template(checker *c)
{
    for (size_t i = 0; i < c->data->source_count; i++) {
        const source *s = &c->data->sources[i];
        template_stamp stamp;
        bool known = false;

        if (s->stamp[0] == '\0' || s->unreadable)
            continue;
        if (!template_stamp_read(&c->work, &stamp, &known,
                                 text_of(s->stamp))) {
            c->failed = true;
            return;
        }
        if (!known)
            continue;
        check_version(c, i, &stamp);
        check_department(c, i, &stamp);
        check_rows(c, i, &stamp);
    }
}
