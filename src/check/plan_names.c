/*
 * plan_names.c - the names in a plan that only rooms above the plan know
 */
#include "check/plan_names.h"

#include "base/error.h"
#include "check/rules.h"
#include "ingest/header/header_roles.h"
#include "plan/nearest.h"

/* A list of names; NULL behind its end. */
typedef const char *(*name_at)(size_t index);

static const char *rule_name(size_t index)
{
    const rule *r = rule_at(index);

    return r == NULL ? NULL : r->id;
}

/* ROLE_NONE is no name. */
static const char *role_name(size_t index)
{
    return index + 1 < ROLE_COUNT ? role_id((role)(index + 1)) : NULL;
}

static const struct kind_of_name {
    name_at at;
    const char *what, *listed_by;
} of_rule = { rule_name, "rule", "kpibook rules" },
  of_role = { role_name, "role", "kpibook inspect" };

/* The nearest name, or NULL when none is near. *known: it is one itself. */
static const char *nearest(name_at at, const char *typed, bool *known)
{
    size_t best = SIZE_MAX;
    const char *found = NULL, *name;

    *known = false;
    for (size_t i = 0; (name = at(i)) != NULL; i++) {
        size_t away = nearest_distance(text_of(typed), text_of(name));

        *known = *known || text_is(text_of(typed), name);
        if (away < best && nearest_is_close(away, text_of(name))) {
            best = away;
            found = name;
        }
    }
    return found;
}

static kpi_status check_name(const plan *p, const struct kind_of_name *kind,
                             const char *key, const char *typed,
                             unsigned line, kpi_error *err)
{
    bool known;
    const char *meant = nearest(kind->at, typed, &known);

    if (known)
        return KPI_OK;
    kpi_fail(err, KPI_E_PLAN, NULL, p->file,
             "%s: there is no %s \"%s\"%s%s%s; all are listed by %s", key,
             kind->what, typed, meant != NULL ? "; did you mean " : "",
             meant != NULL ? meant : "", meant != NULL ? "?" : "",
             kind->listed_by);
    if (err != NULL)
        err->line = line;
    return KPI_E_PLAN;
}

kpi_status plan_check_names(const plan *p, kpi_error *err)
{
    kpi_status status = KPI_OK;

    for (size_t i = 0; i < p->word_count && status == KPI_OK; i++)
        status = check_name(p, &of_role, "headers", p->words[i].role,
                            p->words[i].line, err);
    for (size_t i = 0; i < p->pin_count && status == KPI_OK; i++)
        status = check_name(p, &of_role, "pins.role", p->pins[i].role,
                            p->pins[i].line, err);
    for (size_t i = 0; i < p->rule_count && status == KPI_OK; i++)
        status = check_name(p, &of_rule, "rules.rule", p->rules[i].rule,
                            p->rules[i].line, err);
    return status;
}
