/*
 * plan_read.h - what the files of this room share while a plan is read
 */
#ifndef KPIBOOK_PLAN_PLAN_READ_H
#define KPIBOOK_PLAN_PLAN_READ_H

#include "plan/plan_keys.h"

struct plan_reader {
    plan *plan;
    arena *scratch;       /* gone when the plan is read */
    const char *file;
    kpi_error *err;
    const key_group *group; /* of the map that is being read */
};

/* Copies a value into the field of a struct (see plan_keys.h). */
void plan_store(void *base, size_t field, const void *value, size_t size);

/* ---- plan_values.c: scalars -------------------------------------------- */

/* Reads the value of a key whose type is a scalar or a list of texts. */
kpi_status plan_value(plan_reader *r, const plan_key *key,
                      const yaml_node *node, void *base);
/* A scalar with ASCII digits and signs, trimmed; empty for anything else. */
text plan_narrow(plan_reader *r, const yaml_node *node);
/* Copies a text into the plan and stores it. */
kpi_status plan_store_text(plan_reader *r, void *base, const plan_key *key,
                           text value);

/* ---- plan_times.c: years, days, hours, zones ---------------------------- */

kpi_status plan_read_year(plan_reader *r, const plan_key *key,
                          const yaml_node *node, void *base);
kpi_status plan_read_date(plan_reader *r, const plan_key *key,
                          const yaml_node *node, void *base);
kpi_status plan_read_time(plan_reader *r, const plan_key *key,
                          const yaml_node *node, void *base);
kpi_status plan_read_zone(plan_reader *r, const plan_key *key,
                          const yaml_node *node, void *base);
/* A period in one text: H27～H31, H27-H31. */
kpi_status plan_period(plan_reader *r, void *item, const yaml_node *node);

/* ---- plan_words.c: what messages say ----------------------------------- */

/*
 * KPI_E_PLAN at the node: `bands.at_least: found "x", expected a percentage,
 * for example at_least: 120`.
 */
kpi_status plan_unexpected(plan_reader *r, const plan_key *key,
                           const yaml_node *node, const char *expected);
/* As that for a word that is none of the key's; lists them, suggests one. */
kpi_status plan_not_a_word(plan_reader *r, const plan_key *key,
                           const yaml_node *node);
kpi_status plan_unknown_key(plan_reader *r, const yaml_node *key);
kpi_status plan_unknown_scheme(plan_reader *r, const yaml_node *node);
/* Any other message at a node. */
#if defined(__GNUC__)
__attribute__((format(printf, 3, 4)))
#endif
kpi_status plan_fail(plan_reader *r, const yaml_node *node,
                     const char *format, ...);
/* What stands at a node, for a message; lies in the scratch arena. */
const char *plan_quote(plan_reader *r, const yaml_node *node);

/* ---- plan_checks.c: what must hold of maps and of the whole ------------ */

kpi_status plan_check_period(plan_reader *r, void *item,
                             const yaml_node *node);
kpi_status plan_check_kpi_rule(plan_reader *r, void *item,
                               const yaml_node *node);
kpi_status plan_check_averages(plan_reader *r, void *item,
                               const yaml_node *node);
kpi_status plan_check_category(plan_reader *r, void *item,
                               const yaml_node *node);
/* All that spans keys: bands, years, names that stand twice. */
kpi_status plan_check(plan_reader *r, const yaml_node *root);

#endif
