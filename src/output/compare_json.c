/*
 * compare_json.c - differences for programs: kpibook.diff/1
 */
#include "output/compare_report.h"

#include "base/json_out.h"
#include "xlsx/cellref.h"

static void put_place(json_out *j, const dataset *d, const project *p,
                      place where)
{
    char range[CELLREF_RANGE_SIZE];

    range[0] = '\0';
    if (where.has_cell)
        cellref_write_range(range, where.row, where.col, where.last_row,
                            where.last_col);
    json_key_string_or_null(j, "file", p->source < d->source_count
                                           ? d->sources[p->source].file
                                           : "");
    json_key_string_or_null(j, "sheet", where.sheet);
    json_key_string_or_null(j, "cell", range);
}

static void put_side(json_out *j, const char *key, const dataset *d,
                     const project *p, const compare_side *side)
{
    json_key(j, key);
    json_open(j, '{');
    json_key_string_or_null(j, "text", side->text);
    json_key(j, "value");
    if (side->value.known)
        json_number(j, side->value.value);
    else
        json_null(j);
    put_place(j, d, p, side->where);
    json_close(j, '}');
}

static void put_changes(json_out *j, const comparison *c,
                        const compare_changes *changes, const project *old,
                        const project *now)
{
    json_key(j, "changes");
    json_open(j, '[');
    for (size_t i = 0; i < changes->count; i++) {
        const compare_change *one = &changes->items[i];

        json_open(j, '{');
        json_key_string(j, "field", compare_field_id(one->field));
        json_key(j, "fiscal_year");
        json_year_or_null(j, one->fiscal_year);
        json_key(j, "minor");
        json_bool(j, one->minor);
        put_side(j, "old", c->old, old, &one->old);
        put_side(j, "new", c->now, now, &one->now);
        json_close(j, '}');
    }
    json_close(j, ']');
}

static void put_rate(json_out *j, const char *key, quantity rate)
{
    json_key(j, key);
    if (rate.known)
        json_number(j, rate.value);
    else
        json_null(j);
}

static void put_effect(json_out *j, const compare_effect *e)
{
    json_key(j, "effect");
    json_open(j, '{');
    put_rate(j, "old_rate", e->old_rate);
    put_rate(j, "new_rate", e->now_rate);
    json_key_string_or_null(j, "old_shown", e->old_shown);
    json_key_string_or_null(j, "new_shown", e->now_shown);
    json_key_string_or_null(j, "old_grade", e->old_grade);
    json_key_string_or_null(j, "new_grade", e->now_grade);
    json_key(j, "rate_changed");
    json_bool(j, e->rate_changed);
    json_key(j, "grade_changed");
    json_bool(j, e->grade_changed);
    json_close(j, '}');
}

static const char *kind_of(bool old, bool now, const compare_changes *changes)
{
    return !old ? "added" : !now ? "removed"
         : changes->count > changes->minor ? "changed"
         : changes->count > 0 ? "minor" : "same";
}

/* The record of one side, or null. */
static void put_record(json_out *j, const char *key, const dataset *d,
                       const project *p, const kpi *k)
{
    json_key(j, key);
    if (p == NULL) {
        json_null(j);
        return;
    }
    json_open(j, '{');
    json_key_string(j, "project", p->name);
    if (k != NULL)
        json_key_string(j, "kpi", k->name);
    if (k != NULL)
        json_key_string_or_null(j, "code", k->code);
    put_place(j, d, p, k != NULL ? k->where : p->where);
    json_close(j, '}');
}

static void put_project(json_out *j, const comparison *c,
                        const compare_project *p)
{
    json_open(j, '{');
    json_key_string(j, "change", kind_of(p->old != NULL, p->now != NULL,
                                         &p->changes));
    json_key_string(j, "match", compare_match_id(p->match));
    put_record(j, "old", c->old, p->old, NULL);
    put_record(j, "new", c->now, p->now, NULL);
    put_changes(j, c, &p->changes, p->old, p->now);
    put_effect(j, &p->effect);
    json_close(j, '}');
}

static void put_kpi(json_out *j, const comparison *c, const compare_kpi *k)
{
    json_open(j, '{');
    json_key_string(j, "change", kind_of(k->old != NULL, k->now != NULL,
                                         &k->changes));
    json_key_string(j, "match", compare_match_id(k->match));
    put_record(j, "old", c->old, k->old_project, k->old);
    put_record(j, "new", c->now, k->now_project, k->now);
    put_changes(j, c, &k->changes, k->old_project, k->now_project);
    put_effect(j, &k->effect);
    json_close(j, '}');
}

static void put_size(json_out *j, const char *key, size_t value)
{
    json_key(j, key);
    json_size(j, value);
}

static void put_summary(json_out *j, const comparison *c)
{
    json_key(j, "summary");
    json_open(j, '{');
    put_size(j, "projects_added", c->projects_added);
    put_size(j, "projects_removed", c->projects_removed);
    put_size(j, "projects_changed", c->projects_changed);
    put_size(j, "kpis_added", c->kpis_added);
    put_size(j, "kpis_removed", c->kpis_removed);
    put_size(j, "kpis_changed", c->kpis_changed);
    put_size(j, "suggested", c->suggested);
    put_size(j, "rates_changed", c->rates_changed);
    put_size(j, "grades_changed", c->grades_changed);
    put_size(j, "minor", c->minor);
    json_close(j, '}');
}

kpi_status compare_put_json(buf *out, const comparison *c, kpi_error *err)
{
    json_out j;

    json_init(&j, out, 1);
    json_open(&j, '{');
    json_key_string(&j, "schema", "kpibook.diff/1");
    json_key_string_or_null(&j, "plan", c->plan->title);
    json_key(&j, "old_year");
    json_year_or_null(&j, c->old->fiscal_year);
    json_key(&j, "new_year");
    json_year_or_null(&j, c->now->fiscal_year);
    json_key(&j, "projects");
    json_open(&j, '[');
    for (size_t i = 0; i < c->project_count; i++)
        put_project(&j, c, &c->projects[i]);
    json_close(&j, ']');
    json_key(&j, "kpis");
    json_open(&j, '[');
    for (size_t i = 0; i < c->kpi_count; i++)
        put_kpi(&j, c, &c->kpis[i]);
    json_close(&j, ']');
    put_summary(&j, c);
    json_close(&j, '}');
    buf_char(out, '\n');
    return buf_ok(out) ? KPI_OK : kpi_fail_nomem(err);
}
