/*
 * whatif_json.c - what another plan would change, for programs
 *
 *     {"schema":"kpibook.whatif/1","before":{"plan":…,"grades":[…],
 *      "ungraded":n},"after":{…},"settings":[{"step":"bands","before":…,
 *      "after":…}],"projects":{"compared":n,"changed":n,"steps":{"bands":n}},
 *      "kpis":{…},"changes":[{"project":…,"bureau":…,"kpi":null,"step":…,
 *      "before":{"rate":…,"rate_exact":…,"shown":…,"grade":…,"reason":…,
 *      "explain":…},"after":{…},"source":{"file":…,"sheet":…,"cell":…}}]}
 */
#include "output/whatif_report.h"

#include <string.h>

#include "base/json_out.h"
#include "xlsx/cellref.h"

static void put_plan(json_out *j, const char *key, const plan *p,
                     const grade_row *r)
{
    json_key(j, key);
    json_open(j, '{');
    json_key_string_or_null(j, "plan", p->file);
    json_key(j, "grades");
    json_open(j, '[');
    for (size_t i = 0; i < p->band_count; i++) {
        json_open(j, '{');
        json_key_string(j, "grade", p->bands[i].grade);
        json_key(j, "projects");
        json_size(j, r->by_grade[i]);
        json_close(j, '}');
    }
    json_close(j, ']');
    json_key(j, "ungraded");
    json_size(j, r->ungraded);
    json_close(j, '}');
}

static void put_settings(json_out *j, const whatif *w,
                         plan_language language)
{
    buf before, after;

    buf_init(&before);
    buf_init(&after);
    json_key(j, "settings");
    json_open(j, '[');
    for (size_t i = 0; i < WHATIF_STEPS; i++) {
        buf_clear(&before);
        buf_clear(&after);
        whatif_put_setting(&before, w->before, (whatif_step)i, language);
        whatif_put_setting(&after, w->after, (whatif_step)i, language);
        if (strcmp(buf_cstr(&before), buf_cstr(&after)) == 0)
            continue;
        json_open(j, '{');
        json_key_string(j, "step", whatif_step_id((whatif_step)i));
        json_key_string(j, "before", buf_cstr(&before));
        json_key_string(j, "after", buf_cstr(&after));
        json_close(j, '}');
    }
    json_close(j, ']');
    buf_free(&before);
    buf_free(&after);
}

static void put_counts(json_out *j, const char *key, size_t compared,
                       size_t changed, const size_t steps[WHATIF_STEPS])
{
    json_key(j, key);
    json_open(j, '{');
    json_key(j, "compared");
    json_size(j, compared);
    json_key(j, "changed");
    json_size(j, changed);
    json_key(j, "steps");
    json_open(j, '{');
    for (size_t i = 0; i < WHATIF_STEPS; i++) {
        json_key(j, whatif_step_id((whatif_step)i));
        json_size(j, steps[i]);
    }
    json_close(j, '}');
    json_close(j, '}');
}

static void put_side(json_out *j, const char *key, const whatif_side *s,
                     buf *made)
{
    json_key(j, key);
    json_open(j, '{');
    json_key(j, "rate");
    if (s->rate.known)
        json_number(j, s->rate.value);
    else
        json_null(j);
    buf_clear(made);
    if (s->rate.known)
        number_put_fraction(made, s->rate.value);
    json_key_string_or_null(j, "rate_exact", buf_cstr(made));
    json_key_string_or_null(j, "shown", s->shown);
    json_key_string_or_null(j, "grade", s->grade);
    json_key_string_or_null(j, "reason", s->reason);
    json_key_string(j, "explain", s->explain);
    json_close(j, '}');
}

static void put_source(json_out *j, const whatif_change *c, const dataset *d)
{
    const place *at = c->kpi != NULL ? &c->kpi->where : &c->project->where;
    size_t from = c->project->source;
    char cell[CELLREF_SIZE];

    cell[0] = '\0';
    if (at->has_cell)
        cellref_write(cell, at->row, at->col);
    json_key(j, "source");
    json_open(j, '{');
    json_key_string_or_null(j, "file", from < d->source_count
                                           ? d->sources[from].file : "");
    json_key_string_or_null(j, "sheet", at->sheet);
    json_key_string_or_null(j, "cell", cell);
    json_close(j, '}');
}

static void put_change(json_out *j, const whatif_change *c, const dataset *d,
                       buf *made)
{
    json_open(j, '{');
    json_key_string(j, "project", c->project->name);
    json_key_string_or_null(j, "bureau", c->project->bureau);
    json_key_string(j, "kpi", c->kpi == NULL ? NULL : c->kpi->name);
    json_key_string(j, "step", whatif_step_id(c->step));
    put_side(j, "before", &c->before, made);
    put_side(j, "after", &c->after, made);
    put_source(j, c, d);
    json_close(j, '}');
}

void whatif_put_json(buf *out, const whatif *w, const dataset *d,
                     plan_language language)
{
    json_out j;
    buf made;

    buf_init(&made);
    json_init(&j, out, 0);
    json_open(&j, '{');
    json_key_string(&j, "schema", "kpibook.whatif/1");
    put_plan(&j, "before", w->before, &w->totals_before);
    put_plan(&j, "after", w->after, &w->totals_after);
    put_settings(&j, w, language);
    put_counts(&j, "projects", w->projects_compared, w->projects,
               w->project_steps);
    put_counts(&j, "kpis", w->kpis_compared, w->kpis, w->kpi_steps);
    json_key(&j, "changes");
    json_open(&j, '[');
    for (size_t i = 0; i < w->count; i++)
        put_change(&j, &w->items[i], d, &made);
    json_close(&j, ']');
    json_close(&j, '}');
    buf_char(out, '\n');
    if (!buf_ok(&made))
        out->failed = true;
    buf_free(&made);
}
