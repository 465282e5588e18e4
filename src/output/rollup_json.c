/*
 * rollup_json.c - counts by measure, theme and goal, for programs
 *
 *     {"schema":"kpibook.rollup/1","plan":…,"fiscal_year":2016,
 *      "count_grade":"declared","bands":["A",…],"nodes":[{"level":"goal",
 *      "parent":0,"no":"Ⅰ","title":…,"projects":{"declared":{"grades":[26,…],
 *      "graded":63,"uncounted":[{"status":…,"count":n}],"ungraded":0,
 *      "relisted":10,"entries":78,"compared":63,"agreed":52,
 *      "last_grade_kpis_in_best_two":4},"computed":{…},"final":{…}},
 *      "kpis":{"count":n,"grades":[…],"rated":n,"worse_than_baseline":n},
 *      "averages":null|{"cap":200,"kpis":{"n":…,"capped":…,"mean":…,
 *      "mean_exact":…,"median":…,"excluded":{"not-due":4}},"projects":{…}}}]}
 *
 * A parent is an index into nodes, null for all; rates are fractions.
 */
#include "output/rollup_report.h"

#include <stdint.h>

#include "base/json_out.h"
#include "kpi/achievement.h"

static const char *const choices[ROLLUP_CHOICES] = {
    [GRADE_DECLARED] = "declared", [GRADE_COMPUTED] = "computed",
    [GRADE_FINAL] = "final",
};

static void put_size(json_out *j, const char *key, size_t n)
{
    json_key(j, key);
    json_size(j, n);
}

static void put_list(json_out *j, const char *key, const size_t *counts,
                     size_t count)
{
    json_key(j, key);
    json_open(j, '[');
    for (size_t i = 0; i < count; i++)
        json_size(j, counts[i]);
    json_close(j, ']');
}

static void put_projects(json_out *j, const rollup_node *n, size_t choice,
                         const plan *p)
{
    const grade_row *r = &n->by[choice];

    json_key(j, choices[choice]);
    json_open(j, '{');
    put_list(j, "grades", r->by_grade, p->band_count);
    put_size(j, "graded", r->graded);
    json_key(j, "uncounted");
    json_open(j, '[');
    for (size_t i = 0; i < p->category_count; i++) {
        json_open(j, '{');
        json_key_string(j, "status", p->categories[i].label);
        put_size(j, "count", r->by_category[i]);
        json_close(j, '}');
    }
    json_close(j, ']');
    put_size(j, "ungraded", r->ungraded);
    put_size(j, "relisted", r->relisted);
    put_size(j, "entries", r->projects);
    put_size(j, "compared", r->compared);
    put_size(j, "agreed", r->agreed);
    put_size(j, "last_grade_kpis_in_best_two", n->kpis_hidden[choice]);
    json_close(j, '}');
}

static void put_rate(json_out *j, const char *key, quantity q)
{
    json_key(j, key);
    if (q.known)
        json_number(j, q.value);
    else
        json_null(j);
}

static void put_mean(json_out *j, const char *key, const rollup_mean *m,
                     buf *made)
{
    json_key(j, key);
    json_open(j, '{');
    put_size(j, "n", m->count);
    put_size(j, "capped", m->capped);
    put_rate(j, "mean", m->mean);
    buf_clear(made);
    if (m->mean.known)
        number_put_fraction(made, m->mean.value);
    json_key_string_or_null(j, "mean_exact", buf_cstr(made));
    put_rate(j, "median", m->median);
    json_key(j, "excluded");
    json_open(j, '{');
    for (size_t i = 0; i < REASON_COUNT; i++)
        if (m->excluded[i] > 0)
            put_size(j, no_rate_reason_id((no_rate_reason)i),
                     m->excluded[i]);
    json_close(j, '}');
    json_close(j, '}');
}

static void put_averages(json_out *j, const rollup_node *n, const plan *p,
                         buf *made)
{
    json_key(j, "averages");
    if (!p->has_averages) {
        json_null(j);
        return;
    }
    json_open(j, '{');
    json_key(j, "cap");
    json_number(j, p->average_cap);
    put_mean(j, "kpis", &n->kpi_mean, made);
    put_mean(j, "projects", &n->project_mean, made);
    json_close(j, '}');
}

static void put_node(json_out *j, const rollup_node *n, const plan *p,
                     buf *made)
{
    json_open(j, '{');
    json_key_string(j, "level", rollup_level_id(n->level));
    json_key(j, "parent");
    if (n->parent == SIZE_MAX)
        json_null(j);
    else
        json_size(j, n->parent);
    json_key_string_or_null(j, "no", n->name.no);
    json_key_string_or_null(j, "title", n->name.title);
    json_key(j, "projects");
    json_open(j, '{');
    for (size_t i = 0; i < ROLLUP_CHOICES; i++)
        put_projects(j, n, i, p);
    json_close(j, '}');
    json_key(j, "kpis");
    json_open(j, '{');
    put_size(j, "count", n->kpis);
    put_list(j, "grades", n->kpis_by_grade, p->band_count);
    put_size(j, "rated", n->kpis_rated);
    put_size(j, "worse_than_baseline", n->kpis_worse);
    json_close(j, '}');
    put_averages(j, n, p, made);
    json_close(j, '}');
}

void rollup_put_json(buf *out, const rollup *r, grade_choice choice)
{
    json_out j;
    buf made;

    buf_init(&made);
    json_init(&j, out, 0);
    json_open(&j, '{');
    json_key_string(&j, "schema", "kpibook.rollup/1");
    json_key_string_or_null(&j, "plan", r->plan->file);
    json_key(&j, "fiscal_year");
    json_year_or_null(&j, r->fiscal_year);
    json_key_string(&j, "count_grade", choices[choice]);
    json_key(&j, "bands");
    json_open(&j, '[');
    for (size_t i = 0; i < r->plan->band_count; i++)
        json_string(&j, r->plan->bands[i].grade);
    json_close(&j, ']');
    json_key(&j, "nodes");
    json_open(&j, '[');
    for (size_t i = 0; i < r->count; i++)
        put_node(&j, &r->nodes[i], r->plan, &made);
    json_close(&j, ']');
    json_close(&j, '}');
    buf_char(out, '\n');
    if (!buf_ok(&made))
        out->failed = true;
    buf_free(&made);
}
