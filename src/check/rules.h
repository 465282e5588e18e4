/*
 * rules.h - the catalogue: every rule with severity, words and hint
 */
#ifndef KPIBOOK_CHECK_RULES_H
#define KPIBOOK_CHECK_RULES_H

#include "kpi/plan.h"

typedef enum severity {
    SEVERITY_NOTICE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_OFF
} severity;

/*
 * In message and hint, {value}, {project}, {field} and {0} .. {5} stand for
 * what the finding holds; {0y} is a Western year, shown as 平成28年度(2016), {2j}
 * an error's description, shown in Japanese (base/error_words.h).
 * What stands in [square brackets] is left out when a placeholder in it is
 * empty.
 */
typedef struct rule {
    const char *id;
    severity severity;
    const char *family;       /* file submission sheet missing value logic
                                 assessment identity previous
                                 mic */
    const char *since;        /* version */
    const char *enforce_from; /* trial until this day: a notice; "" = none */
    const char *message[2];   /* by plan_language: Japanese, English */
    const char *hint[2];
    const char *wrong, *right; /* an example */
} rule;

size_t rule_count(void);
const rule *rule_at(size_t index); /* sorted by id; NULL behind the last */
const rule *rule_find(const char *id); /* NULL when unknown */
/* Rules that were found before: of thousands of findings a few rules are the
 * cause. Zeroed to begin with. */
enum { RULE_MEMORY = 64 };
typedef struct rule_memory {
    const rule *known[RULE_MEMORY];
} rule_memory;
/* rule_find() of an id that comes again and again. */
const rule *rule_find_again(rule_memory *memory, const char *id);
/*
 * Severity under a plan (turned off or changed; `p` may be NULL) on a day
 * (YYYY-MM-DD). A trial rule is a notice before its day, and without a day.
 */
severity rule_severity(const rule *r, const plan *p, const char *as_of);
/* The plan's line that turns a rule off or changes it, with its reason; NULL
 * when there is none. */
const plan_rule *rule_change(const rule *r, const plan *p);
/* Is it a notice only because its day has not come? */
bool rule_on_trial(const rule *r, const plan *p, const char *as_of);
/* error warning notice off; エラー 警告 注意 対象外 */
const char *severity_text(severity s, plan_language language);
/*
 * Fills in a message or hint. Without a finding it is made readable for a
 * list of rules: placeholders become … and optional parts are left out.
 */
void rule_format(buf *out, const char *pattern, const finding *f);

#endif
